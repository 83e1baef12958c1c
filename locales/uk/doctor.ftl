# Що знайшов `cordee doctor` і що з цим робити.
doctor-folder = Папку даних { $place } може читати лише її власник
doctor-folder-open = Папку даних { $place } можуть читати й інші на цій машині
doctor-folder-open-do = chmod 700 { $place }
doctor-key = Ключ журналу на місці, і читати його може лише власник
doctor-key-missing = Ключа журналу { $file } немає, або його неможливо прочитати
doctor-key-missing-do = Поверніть його звідти, де ви його зберігаєте, або вкажіть --journal-key-file. Без нього нічого не можна записати.
doctor-key-open = Ключ журналу { $file } можуть читати й інші на цій машині
doctor-key-open-do = chmod 600 { $file }
doctor-secrets = Файли із секретами може читати лише власник ({ $count })
doctor-secrets-open = Файли із секретами можуть читати й інші на цій машині: { $files }
doctor-secrets-open-do = chmod 600 { $files }
doctor-disk = На диску вільно { $gigabytes } ГБ
doctor-disk-little = На диску залишилося лише { $megabytes } МБ
doctor-disk-little-do = Звільніть місце або перенесіть дані на більший диск, доки зберігати ще можна.
doctor-disk-full = Диск заповнений: вільно { $megabytes } МБ
doctor-disk-full-do = Звільніть місце зараз: файли вже не приймаються, скоро не можна буде зберегти нічого.
doctor-disk-unknown = Скільки місця вільно на диску, дізнатися не вдалося
doctor-disk-unknown-do = Подивіться самі: df -h
doctor-certificate = Сертифікат TLS діє ще { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }
doctor-certificate-ends = Строк сертифіката TLS { $file } спливає через { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }
doctor-certificate-ends-do = Поновіть його й перезапустіть Cordee.
doctor-certificate-ended = Строк сертифіката TLS { $file } сплив
doctor-certificate-ended-do = Поновіть його й перезапустіть Cordee: браузери відмовляються з’єднуватися.
doctor-certificate-unusable = Сертифікат TLS неможливо використати: { $detail }
doctor-certificate-unusable-do = Перевірте --tls-cert і --tls-key: обидва у форматі PEM, ключ без пароля, і вони підходять одне до одного.
doctor-backup = Останній резервній копії { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }: { $file }
doctor-backup-old = Останній резервній копії { $days ->
        [one] { $days } день
        [few] { $days } дні
        [many] { $days } днів
       *[other] { $days } дня
    }: { $file }
doctor-backup-old-do = Зробіть копію й налаштуйте її на кожну ніч: cordee backup ФАЙЛ
doctor-backup-none = Про резервну копію через cordee backup тут нічого не відомо
doctor-backup-none-do = Зробіть копію й налаштуйте її на кожну ніч: cordee backup ФАЙЛ. Якщо ви робите копії інакше, усе гаразд.
doctor-migrations = Таблиці відповідають цій версії
doctor-migrations-missing = У базі бракує міграцій: { $names }
doctor-migrations-missing-do = Зробіть резервну копію старою версією, потім запустіть cordee migrate up. Решту не перевірено.
doctor-database = База даних ціла ({ $megabytes } МБ)
doctor-database-broken = База даних пошкоджена, місць: { $count }. { $detail }
doctor-database-broken-do = Зупиніть Cordee, збережіть копію того, що є, і відновіть останню резервну копію. Потім перевірте диск і пам’ять машини.
doctor-indexes = Усі індекси на місці ({ $count })
doctor-indexes-missing = Бракує індексів: { $count }
doctor-indexes-missing-do = Виконайте в базі даних: { $statements }
doctor-links = Усі посилання ведуть на наявні записи
doctor-links-dangling = Є посилання на записи, яких немає: { $fields }
doctor-links-dangling-do = Більше нічого від них не залежить. Заповніть ці поля знову й повідомте розробникам Cordee: такого не має бути.
doctor-search = Пошук знає всі записи ({ $count })
doctor-search-behind = У пошуку бракує записів: { $missing }, зайвих: { $stale }
doctor-search-behind-do = cordee search --rebuild
doctor-journal = Журнал цілий (записів: { $count })
doctor-journal-broken = Журнал порушено, починаючи із запису { $seq }
doctor-journal-broken-do = Хтось змінив базу в обхід Cordee, або ключ інший. Порівняйте з резервною копією: cordee audit verify
doctor-clock = Годинник не відстає від журналу ({ $now })
doctor-clock-behind = Годинник показує { $now }, але останній запис журналу — { $last }
doctor-clock-behind-do = Поставте годинник правильно (timedatectl), доки нові записи не отримали хибного часу.
doctor-jobs = Фонові завдання виконуються вчасно
doctor-jobs-late = Фонове завдання чекає вже { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }
doctor-jobs-late-do = Чи працює сервер або cordee worker? Дивіться Налаштування → Фонові завдання або cordee jobs queues
doctor-jobs-dead = Невдалих фонових завдань: { $count }
doctor-jobs-dead-do = З’ясуйте причину й запустіть їх знову: Налаштування → Фонові завдання або cordee jobs list --state dead
doctor-files = Файли записів на місці ({ $count }); більше не потрібні: { $unused }
doctor-files-lost = Втрачено файлів записів: { $count }
doctor-files-lost-do = Поверніть їх із резервної копії: cordee restore в інше місце, потім скопіюйте файли звідти.
doctor-files-place = У { $place } неможливо зберігати файли: { $detail }
doctor-files-place-do = Перевірте --files і права. Для бакета — адресу, ключ і чи працює сховище.
doctor-server-version = PostgreSQL { $version }
doctor-server-version-old = PostgreSQL { $version } більше не підтримується
doctor-server-version-old-do = Перейдіть на версію { $oldest } або новішу.
doctor-server-durable = PostgreSQL справді зберігає те, що підтвердив
doctor-server-durable-careless = У разі збою машини PostgreSQL може втратити збережене: { $settings }
doctor-server-durable-careless-do = Увімкніть це в postgresql.conf.
doctor-server-texts = Тексти зберігаються в { $encoding }, порядок { $collation }, де Cordee не задає свій
doctor-server-texts-encoding = База зберігає тексти в { $encoding }, де є не всі літери
doctor-server-texts-encoding-do = Створіть базу з ENCODING 'UTF8' і перенесіть дані: cordee copy
doctor-server-connections = Зайнято з’єднань: { $count } із { $most }
doctor-server-connections-many = Зайнято з’єднань: { $count } із { $most }
doctor-server-connections-many-do = Збільште max_connections або знайдіть, хто їх тримає: select * from pg_stat_activity
doctor-server-way-tls = З’єднання з базою даних зашифровано
doctor-server-way-near = База даних на цій машині
doctor-server-way-plain = З’єднання з базою даних не зашифровано
doctor-server-way-plain-do = Додайте до адреси бази ?sslmode=verify-full, і sslrootcert, якщо центр сертифікації ваш власний.
doctor-server-clock = Годинники Cordee і бази даних збігаються
doctor-server-clock-apart = Годинники Cordee і бази даних розходяться на { $seconds } с
doctor-server-clock-apart-do = Нехай обидві машини беруть час із мережі (timedatectl set-ntp true).
