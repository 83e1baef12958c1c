# Де лежать дані: сховища файлів, бази на інших машинах.
problem-files-away = Сховище файлів зараз не відповідає: відкрити або додати файл неможливо, усе інше працює. Спробуйте ще раз трохи згодом.
error-files-place = У { $place } неможливо зберігати файли: { $detail }
error-s3-key = Щоб зберігати файли в бакеті, вкажіть ключ: --s3-key і --s3-secret-file або CORDEE_S3_SECRET.
error-database-tls-mode = Режиму sslmode «{ $value }» немає. Можливі значення: { $options }.
error-database-tls-file = Файл сертифіката { $file } неможливо використати: { $detail }
error-database-tls-pair = Для власного сертифіката до бази даних потрібен і його ключ: вкажіть sslcert і sslkey.
error-database-tls-none = Сервер бази даних не підтримує TLS. Увімкніть його на сервері (ssl = on) або вкажіть в адресі sslmode=disable, якщо шлях до сервера безпечний.
error-database-tls-unknown = Сертифікат сервера бази даних не підтверджено жодним довіреним центром ({ $detail }). Вкажіть файл його центру сертифікації: sslrootcert=/шлях/ca.pem
error-database-tls-name = Сертифікат сервера бази даних видано не для { $host }. Використайте ім’я із сертифіката або sslmode=verify-ca.
error-database-tls-expired = Сертифікат сервера бази даних зараз не чинний ({ $detail }). Поновіть його й перевірте годинники на обох машинах.
error-database-tls = Не вдалося встановити TLS-з’єднання з базою даних: { $detail }
