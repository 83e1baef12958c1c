# The command line: what was done
command-first-link = Первый администратор «{ $name }»: откройте { $link } (ссылка действует один раз)
command-listening = Cordee принимает запросы по адресу { $address }
command-founded = Рабочее пространство «{ $name }» готово ({ $currency }, { $zone }).
command-next = Дальше: cordee serve или cordee import.
command-key-made = Новый ключ журнала — в файле { $file }. Храните его копию в надёжном месте.
command-copied-first = Сначала прежняя база данных скопирована в { $file }.
command-upgraded = База данных обновлена: { $steps }.
command-up-to-date = База данных не требует обновления.
command-migration-had = есть     { $name }
command-migration-missing = нет      { $name }
command-done = Готово.
command-email = E-mail: { $email }
command-password = пароль: { $password }
command-user-added = { $name }: добавлено ({ $id }).
command-link-invitation = Приглашение для { $name }: откройте { $link } (действует один раз, до { $until })
command-link-reset = Новый пароль для { $name }: откройте { $link } (действует один раз, до { $until })
command-token-once = Сохраните токен сейчас — он показывается только один раз:
command-trashed = В корзину перемещено: { $count }
command-restored = Восстановлено: { $count }
command-purged = Удалено навсегда: { $count }
command-shown = Показано: { $count } из { $total }
command-shown-of-more = Показано: { $count }
command-records = Записей
command-setting = Параметр
command-value = Значение
command-journal-sound = Журнал цел. Записей: { $count }. Последний хеш: { $head }
command-journal-broken = Журнал нарушен на записи { $seq }. Целых записей до неё: { $count }
command-import-done = Строк: { $rows }. Создано: { $created }, изменено: { $updated }, пропущено: { $skipped }, отклонено: { $failed }
command-import-leg = { $file }: { $object }
command-import-leg-again = { $file }: связи, { $object }
command-import-would = Строк: { $rows }. Было бы создано: { $created }, изменено: { $updated }, пропущено: { $skipped }, отклонено: { $failed }. Ничего не записано.
command-column = Столбец
command-target = Куда
command-samples = Например
command-import-id = Импорт { $id }. Отменить его: cordee import undo { $id }
command-import-rejects = Отклонённые строки с причинами — в файле { $file }
command-import-stopped = Остановлено. Продолжить: cordee import resume { $id }
command-import-undone = Импорт отменён. Удалено записей: { $removed }, отменено изменений: { $reverted }, сохранено из-за более поздних правок: { $kept }
command-import-problem = строка { $line }, { $column }: { $sentence }
command-import-row-problem = строка { $line }: { $sentence }
command-import-near = { $column }: «{ $value }» — возможно, «{ $meant }» (строк: { $count }). Если да, добавьте это в "translate" сопоставления.
command-import-creates = Кроме них было бы создано: { $object }: { $count }
command-import-unsure = Устройство файла отчасти угадано ({ $encoding }, { $delimiter }); проверьте сопоставление.
command-written = Записано в { $file }
command-exported = Записей выгружено: { $count }
command-backed-up = Резервная копия — в { $file }. Строк: { $count }, таблиц: { $tables }, файлов: { $files }
command-backup-key = Ключа журнала в архиве нет. Храните { $file } в другом надёжном месте: без него после восстановления журнал нельзя проверить.
command-restored-archive = Восстановлено из { $file } (создан { $moment }). Строк: { $count }, таблиц: { $tables }, файлов: { $files }; журнал цел.
command-table = Таблица
command-rows = Строки
command-copied = Скопировано в { $to } и сверено. Строк: { $count }; SHA-256 всего: { $hash }
command-demo-filled = Вымышленная компания загружена. Сделок: { $count }
command-demo-filling = Придумываем компанию …

# The command line: what is wrong and what would be right
error-data-missing = В { $place } пока ничего нет. Сначала выполните cordee init или cordee serve либо укажите другое место через --data или --database.
error-data-there = В { $place } уже есть данные. Восстанавливать можно только в пустое место: укажите другое через --data или --database.
error-database = Базу данных не удаётся открыть ({ $detail }). Проверьте адрес, права и то, что она запущена.
error-database-newer = В базе данных есть { $migration }, чего эта версия Cordee не знает. Запустите более новую версию.
error-upgrade = Обновление базы остановилось на { $migration }: { $detail }. Прежние версии Cordee по-прежнему её открывают.
error-upgrade-copy = Обновление базы остановилось на { $migration }: { $detail }. Ничего из него не сохранено: прежние версии Cordee по-прежнему её открывают, а копия до обновления лежит в { $file }.
error-database-older = В базе данных не хватает { $missing }. Выполните cordee migrate up.
error-database-url = «{ $value }» не указывает базу данных. Напишите postgres://user@host/name или sqlite://path.
error-journal-key-missing = Нет ключа журнала: { $file }. Верните файл или задайте ключ в CORDEE_JOURNAL_KEY.
error-journal-key = Ключ журнала не читается. В нём 64 шестнадцатеричные цифры.
error-file-unusable = Файл { $file } нельзя использовать ({ $detail }). Проверьте путь и права.
error-file-there = Файл { $file } уже есть. Выберите другое имя или сначала удалите его.
error-one-file = Отклонённые строки нескольких файлов нельзя записать в один. Импортируйте файлы по одному.
error-config = { $file }, строка { $line }: { $detail }.
error-log-level = «{ $value }» — не уровень логов. Используйте error, warn, info, debug или trace.
error-object = Нет объекта «{ $name }». Используйте один из: { $options }.
error-action = Здесь нет действия «{ $name }» ({ $object }). Используйте одно из: { $options }.
error-pair = В «{ $value }» нет поля. Напишите: поле=значение.
error-user = Здесь ни у кого нет e-mail «{ $value }». Смотрите cordee user list.
error-workspace = Нет рабочего пространства «{ $name }». Используйте одно из: { $options }.
error-workspace-choose = Рабочих пространств несколько. Выберите одно через --workspace: { $options }.
error-workspace-there = Рабочее пространство «{ $name }» здесь уже есть. Чтобы создать ещё одно, добавьте --add и другое --name.
error-listen = Cordee не может принимать запросы на { $value } ({ $detail }). Выберите другой адрес через --listen.
error-listen-address = «{ $value }» — не адрес для приёма запросов. Напишите, например, 127.0.0.1:8080.
error-plain-http = Обычный HTTP на { $value } передавал бы пароли открыто. Укажите --tls-cert и --tls-key, принимайте запросы на 127.0.0.1 за прокси или добавьте --allow-plain-http.
error-base-url = «{ $value }» — не основной адрес. Напишите, например, https://crm.example.com.
error-tls-pair = Для TLS нужны и сертификат, и его ключ. Укажите --tls-cert и --tls-key.
error-serve = Cordee не может работать ({ $detail }). Проверьте сертификат и его ключ.
error-demo-database = Демо хранится в отдельной папке ({ $place }) рядом с вашими данными. Уберите --database.
error-demo-not-empty = В «{ $name }» уже есть клиенты. Заполняйте пустое рабочее пространство: cordee init --add --name Demo, затем --workspace Demo.
error-archive = Резервная копия { $file } повреждена, или это не копия: { $detail }. Возьмите другую.
error-archive-newer = Резервная копия сделана более новой версией Cordee ({ $migration }). Восстановите её той версией.
error-archive-key = Резервной копии нужен ключ журнала { $id }. Задайте его в CORDEE_JOURNAL_KEY_FILE или CORDEE_JOURNAL_KEY; если он утерян, добавьте --new-key.
command-created = Создано: { $name } ({ $id }).
command-updated = Изменено: { $name }.
command-search-rebuilt = Проиндексировано для поиска: { $count }
command-search-id = ID
command-search-object = Объект
command-search-title = Название
command-search-text = Найдено в

# Файлы записей
command-attached =
    { $count ->
        [one] Добавлен { $count } файл.
        [few] Добавлено { $count } файла.
        [many] Добавлено { $count } файлов.
       *[other] Добавлено { $count } файла.
    }
command-detached = Файл убран. Вернуть его: cordee attachment restore.
command-reattached = Файл возвращён.
command-fetched = Записано в { $file }.
command-backup-missing =
    { $count ->
        [one] { $count } файл был потерян раньше, его нет в архиве. Такие файлы ищет «cordee doctor».
        [few] { $count } файла были потеряны раньше, их нет в архиве. Такие файлы ищет «cordee doctor».
        [many] { $count } файлов были потеряны раньше, их нет в архиве. Такие файлы ищет «cordee doctor».
       *[other] { $count } файла были потеряны раньше, их нет в архиве. Такие файлы ищет «cordee doctor».
    }
command-today-id = ID
command-today-object = Объект
command-today-when = Когда
command-today-to-do = Что сделать
command-today-title = Запись
command-today-month = Этот месяц
command-today-now = На сегодня
command-today-before = К этому дню в прошлом месяце
command-today-more = Показано: { $count }, есть ещё. Все покажет cordee list.
command-duplicates-of = Совпадает с
command-duplicates-why = Почему
command-duplicates-looked = Просмотрено записей: { $count }
command-duplicates-next = Дальше: --cursor { $cursor }
