# Что нашёл `cordee doctor` и что с этим делать.
doctor-folder = Папку данных { $place } может читать только её владелец
doctor-folder-open = Папку данных { $place } могут читать и другие на этой машине
doctor-folder-open-do = chmod 700 { $place }
doctor-key = Ключ журнала на месте, и читать его может только владелец
doctor-key-missing = Ключа журнала { $file } нет, или его нельзя прочитать
doctor-key-missing-do = Верните его оттуда, где вы его храните, или укажите --journal-key-file. Без него ничего нельзя записать.
doctor-key-open = Ключ журнала { $file } могут читать и другие на этой машине
doctor-key-open-do = chmod 600 { $file }
doctor-secrets = Файлы с секретами может читать только владелец ({ $count })
doctor-secrets-open = Файлы с секретами могут читать и другие на этой машине: { $files }
doctor-secrets-open-do = chmod 600 { $files }
doctor-disk = На диске свободно { $gigabytes } ГБ
doctor-disk-little = На диске осталось всего { $megabytes } МБ
doctor-disk-little-do = Освободите место или перенесите данные на больший диск, пока сохранять ещё можно.
doctor-disk-full = Диск заполнен: свободно { $megabytes } МБ
doctor-disk-full-do = Освободите место сейчас: файлы уже не принимаются, скоро нельзя будет сохранить ничего.
doctor-disk-unknown = Сколько места свободно на диске, узнать не удалось
doctor-disk-unknown-do = Посмотрите сами: df -h
doctor-certificate = Сертификат TLS действует ещё { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
doctor-certificate-ends = Сертификат TLS { $file } истекает через { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }
doctor-certificate-ends-do = Обновите его и перезапустите Cordee.
doctor-certificate-ended = Срок сертификата TLS { $file } истёк
doctor-certificate-ended-do = Обновите его и перезапустите Cordee: браузеры отказываются соединяться.
doctor-certificate-unusable = Сертификат TLS нельзя использовать: { $detail }
doctor-certificate-unusable-do = Проверьте --tls-cert и --tls-key: оба в формате PEM, ключ без пароля, и они подходят друг к другу.
doctor-backup = Последней резервной копии { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }: { $file }
doctor-backup-old = Последней резервной копии { $days ->
        [one] { $days } день
        [few] { $days } дня
        [many] { $days } дней
       *[other] { $days } дня
    }: { $file }
doctor-backup-old-do = Сделайте копию и настройте её на каждую ночь: cordee backup ФАЙЛ
doctor-backup-none = О резервной копии через cordee backup здесь ничего не известно
doctor-backup-none-do = Сделайте копию и настройте её на каждую ночь: cordee backup ФАЙЛ. Если вы делаете копии иначе, всё в порядке.
doctor-migrations = Таблицы соответствуют этой версии
doctor-migrations-missing = В базе не хватает миграций: { $names }
doctor-migrations-missing-do = Сделайте резервную копию старой версией, затем запустите cordee migrate up. Остальное не проверялось.
doctor-database = База данных цела ({ $megabytes } МБ)
doctor-database-broken = База данных повреждена, мест: { $count }. { $detail }
doctor-database-broken-do = Остановите Cordee, сохраните копию того, что есть, и восстановите последнюю резервную копию. Затем проверьте диск и память машины.
doctor-indexes = Все индексы на месте ({ $count })
doctor-indexes-missing = Не хватает индексов: { $count }
doctor-indexes-missing-do = Выполните в базе данных: { $statements }
doctor-links = Все ссылки ведут на существующие записи
doctor-links-dangling = Есть ссылки на записи, которых нет: { $fields }
doctor-links-dangling-do = Больше ничего от них не зависит. Заполните эти поля заново и сообщите разработчикам Cordee: такого быть не должно.
doctor-search = Поиск знает все записи ({ $count })
doctor-search-behind = В поиске не хватает записей: { $missing }, лишних: { $stale }
doctor-search-behind-do = cordee search --rebuild
doctor-journal = Журнал цел (записей: { $count })
doctor-journal-broken = Журнал нарушен начиная с записи { $seq }
doctor-journal-broken-do = Кто-то изменил базу в обход Cordee, или ключ другой. Сравните с резервной копией: cordee audit verify
doctor-clock = Часы не отстают от журнала ({ $now })
doctor-clock-behind = Часы показывают { $now }, но последняя запись журнала — { $last }
doctor-clock-behind-do = Поставьте часы верно (timedatectl), пока новые записи не получили неверное время.
doctor-jobs = Фоновые задания выполняются вовремя
doctor-jobs-late = Фоновое задание ждёт уже { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }
doctor-jobs-late-do = Работает ли сервер или cordee worker? Смотрите Настройки → Фоновые задания или cordee jobs queues
doctor-jobs-dead = Неудачных фоновых заданий: { $count }
doctor-jobs-dead-do = Выясните причину и запустите их снова: Настройки → Фоновые задания или cordee jobs list --state dead
doctor-files = Файлы записей на месте ({ $count }); больше не нужны: { $unused }
doctor-files-lost = Потеряно файлов записей: { $count }
doctor-files-lost-do = Верните их из резервной копии: cordee restore в другое место, затем скопируйте файлы оттуда.
doctor-files-place = В { $place } нельзя хранить файлы: { $detail }
doctor-files-place-do = Проверьте --files и права. Для бакета — адрес, ключ и работает ли хранилище.
doctor-server-version = PostgreSQL { $version }
doctor-server-version-old = PostgreSQL { $version } больше не поддерживается
doctor-server-version-old-do = Перейдите на версию { $oldest } или новее.
doctor-server-durable = PostgreSQL действительно хранит то, что подтвердил
doctor-server-durable-careless = При сбое машины PostgreSQL может потерять сохранённое: { $settings }
doctor-server-durable-careless-do = Включите это в postgresql.conf.
doctor-server-texts = Тексты хранятся в { $encoding }, порядок { $collation }, где Cordee не задаёт свой
doctor-server-texts-encoding = База хранит тексты в { $encoding }, где есть не все буквы
doctor-server-texts-encoding-do = Создайте базу с ENCODING 'UTF8' и перенесите данные: cordee copy
doctor-server-connections = Занято соединений: { $count } из { $most }
doctor-server-connections-many = Занято соединений: { $count } из { $most }
doctor-server-connections-many-do = Увеличьте max_connections или найдите, кто их держит: select * from pg_stat_activity
doctor-server-way-tls = Соединение с базой данных зашифровано
doctor-server-way-near = База данных на этой машине
doctor-server-way-plain = Соединение с базой данных не зашифровано
doctor-server-way-plain-do = Добавьте к адресу базы ?sslmode=verify-full, и sslrootcert, если центр сертификации ваш собственный.
doctor-server-clock = Часы Cordee и базы данных совпадают
doctor-server-clock-apart = Часы Cordee и базы данных расходятся на { $seconds } с
doctor-server-clock-apart-do = Пусть обе машины берут время из сети (timedatectl set-ntp true).
