# Где лежат данные: хранилища файлов, базы на других машинах.
problem-files-away = Хранилище файлов сейчас не отвечает: открыть или добавить файл нельзя, всё остальное работает. Попробуйте ещё раз чуть позже.
error-files-place = В { $place } нельзя хранить файлы: { $detail }
error-s3-key = Чтобы хранить файлы в бакете, укажите ключ: --s3-key и --s3-secret-file или CORDEE_S3_SECRET.
error-database-tls-mode = Режима sslmode «{ $value }» нет. Возможные значения: { $options }.
error-database-tls-file = Файл сертификата { $file } нельзя использовать: { $detail }
error-database-tls-pair = Для собственного сертификата к базе данных нужен и его ключ: укажите sslcert и sslkey.
error-database-tls-none = Сервер базы данных не поддерживает TLS. Включите его на сервере (ssl = on) или укажите в адресе sslmode=disable, если путь до сервера безопасен.
error-database-tls-unknown = Сертификат сервера базы данных не подтверждён ни одним доверенным центром ({ $detail }). Укажите файл его центра сертификации: sslrootcert=/путь/ca.pem
error-database-tls-name = Сертификат сервера базы данных выдан не для { $host }. Используйте имя из сертификата или sslmode=verify-ca.
error-database-tls-expired = Сертификат сервера базы данных сейчас не действует ({ $detail }). Обновите его и проверьте часы на обеих машинах.
error-database-tls = Не удалось установить TLS-соединение с базой данных: { $detail }
