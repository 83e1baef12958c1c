# The command line: what was done
command-first-link = Перший адміністратор «{ $name }»: відкрийте { $link } (посилання діє один раз)
command-listening = Cordee приймає запити за адресою { $address }
command-founded = Робочий простір «{ $name }» готовий ({ $currency }, { $zone }).
command-next = Далі: cordee serve або cordee import.
command-key-made = Новий ключ журналу — у файлі { $file }. Зберігайте його копію в надійному місці.
command-copied-first = Спершу попередню базу даних скопійовано до { $file }.
command-upgraded = Базу даних оновлено: { $steps }.
command-up-to-date = База даних не потребує оновлення.
command-migration-had = є        { $name }
command-migration-missing = немає    { $name }
command-done = Готово.
command-email = E-mail: { $email }
command-password = пароль: { $password }
command-user-added = { $name }: додано ({ $id }).
command-link-invitation = Запрошення для { $name }: відкрийте { $link } (діє один раз, до { $until })
command-link-reset = Новий пароль для { $name }: відкрийте { $link } (діє один раз, до { $until })
command-token-once = Збережіть токен зараз — його буде показано лише один раз:
command-trashed = До кошика переміщено: { $count }
command-restored = Відновлено: { $count }
command-purged = Видалено назавжди: { $count }
command-shown = Показано: { $count } з { $total }
command-shown-of-more = Показано: { $count }
command-records = Записів
command-setting = Параметр
command-value = Значення
command-journal-sound = Журнал цілий. Записів: { $count }. Останній хеш: { $head }
command-journal-broken = Журнал порушено на записі { $seq }. Цілих записів до нього: { $count }
command-import-done = Рядків: { $rows }. Створено: { $created }, змінено: { $updated }, пропущено: { $skipped }, відхилено: { $failed }
command-import-leg = { $file }: { $object }
command-import-leg-again = { $file }: зв’язки, { $object }
command-import-would = Рядків: { $rows }. Було б створено: { $created }, змінено: { $updated }, пропущено: { $skipped }, відхилено: { $failed }. Нічого не записано.
command-column = Стовпець
command-target = Куди
command-samples = Наприклад
command-import-id = Імпорт { $id }. Скасувати його: cordee import undo { $id }
command-import-rejects = Відхилені рядки з причинами — у файлі { $file }
command-import-stopped = Зупинено. Продовжити: cordee import resume { $id }
command-import-undone = Імпорт скасовано. Видалено записів: { $removed }, скасовано змін: { $reverted }, збережено через пізніші правки: { $kept }
command-import-problem = рядок { $line }, { $column }: { $sentence }
command-import-row-problem = рядок { $line }: { $sentence }
command-import-near = { $column }: «{ $value }» — можливо, «{ $meant }» (рядків: { $count }). Якщо так, додайте це до "translate" у зіставленні.
command-import-creates = Крім них було б створено: { $object }: { $count }
command-import-unsure = Будову файлу частково вгадано ({ $encoding }, { $delimiter }); перевірте зіставлення.
command-written = Записано до { $file }
command-exported = Записів вивантажено: { $count }
command-backed-up = Резервна копія — у { $file }. Рядків: { $count }, таблиць: { $tables }, файлів: { $files }
command-backup-key = Ключа журналу в архіві немає. Зберігайте { $file } в іншому надійному місці: без нього після відновлення журнал неможливо перевірити.
command-restored-archive = Відновлено з { $file } (створено { $moment }). Рядків: { $count }, таблиць: { $tables }, файлів: { $files }; журнал цілий.
command-table = Таблиця
command-rows = Рядки
command-copied = Скопійовано до { $to } і звірено. Рядків: { $count }; SHA-256 усього: { $hash }
command-demo-filled = Вигадану компанію завантажено. Угод: { $count }
command-demo-filling = Вигадуємо компанію …

# The command line: what is wrong and what would be right
error-data-missing = У { $place } поки нічого немає. Спершу виконайте cordee init або cordee serve чи вкажіть інше місце через --data або --database.
error-data-there = У { $place } вже є дані. Відновлювати можна лише в порожнє місце: вкажіть інше через --data або --database.
error-database = Базу даних не вдається відкрити ({ $detail }). Перевірте адресу, права й те, що вона запущена.
error-database-newer = У базі даних є { $migration }, чого ця версія Cordee не знає. Запустіть новішу версію.
error-upgrade = Оновлення бази зупинилося на { $migration }: { $detail }. Попередні версії Cordee й далі її відкривають.
error-upgrade-copy = Оновлення бази зупинилося на { $migration }: { $detail }. Нічого з нього не збережено: попередні версії Cordee й далі її відкривають, а копія до оновлення лежить у { $file }.
error-database-older = У базі даних бракує { $missing }. Виконайте cordee migrate up.
error-database-url = «{ $value }» не вказує базу даних. Напишіть postgres://user@host/name або sqlite://path.
error-journal-key-missing = Немає ключа журналу: { $file }. Поверніть файл або задайте ключ у CORDEE_JOURNAL_KEY.
error-journal-key = Ключ журналу не читається. У ньому 64 шістнадцяткові цифри.
error-file-unusable = Файл { $file } неможливо використати ({ $detail }). Перевірте шлях і права.
error-file-there = Файл { $file } вже є. Виберіть іншу назву або спершу видаліть його.
error-one-file = Відхилені рядки кількох файлів неможливо записати в один. Імпортуйте файли по одному.
error-config = { $file }, рядок { $line }: { $detail }.
error-log-level = «{ $value }» — не рівень логів. Використовуйте error, warn, info, debug або trace.
error-object = Немає об’єкта «{ $name }». Використайте один із: { $options }.
error-action = Тут немає дії «{ $name }» ({ $object }). Використайте одну з: { $options }.
error-pair = У «{ $value }» немає поля. Напишіть: поле=значення.
error-user = Тут ні в кого немає e-mail «{ $value }». Дивіться cordee user list.
error-workspace = Немає робочого простору «{ $name }». Використайте один із: { $options }.
error-workspace-choose = Робочих просторів кілька. Виберіть один через --workspace: { $options }.
error-workspace-there = Робочий простір «{ $name }» тут уже є. Щоб створити ще один, додайте --add та інше --name.
error-listen = Cordee не може приймати запити на { $value } ({ $detail }). Виберіть іншу адресу через --listen.
error-listen-address = «{ $value }» — не адреса для приймання запитів. Напишіть, наприклад, 127.0.0.1:8080.
error-plain-http = Звичайний HTTP на { $value } передавав би паролі відкрито. Вкажіть --tls-cert і --tls-key, приймайте запити на 127.0.0.1 за проксі або додайте --allow-plain-http.
error-base-url = «{ $value }» — не основна адреса. Напишіть, наприклад, https://crm.example.com.
error-tls-pair = Для TLS потрібні і сертифікат, і його ключ. Вкажіть --tls-cert і --tls-key.
error-serve = Cordee не може працювати ({ $detail }). Перевірте сертифікат і його ключ.
error-demo-database = Демо зберігається в окремій папці ({ $place }) поруч із вашими даними. Приберіть --database.
error-demo-not-empty = У «{ $name }» вже є клієнти. Заповнюйте порожній робочий простір: cordee init --add --name Demo, потім --workspace Demo.
error-archive = Резервна копія { $file } пошкоджена, або це не копія: { $detail }. Візьміть іншу.
error-archive-newer = Резервну копію зроблено новішою версією Cordee ({ $migration }). Відновіть її тією версією.
error-archive-key = Резервній копії потрібен ключ журналу { $id }. Задайте його в CORDEE_JOURNAL_KEY_FILE або CORDEE_JOURNAL_KEY; якщо його втрачено, додайте --new-key.
command-created = Створено: { $name } ({ $id }).
command-updated = Змінено: { $name }.
command-search-rebuilt = Проіндексовано для пошуку: { $count }
command-search-id = ID
command-search-object = Об’єкт
command-search-title = Назва
command-search-text = Знайдено в

# Файли записів
command-attached =
    { $count ->
        [one] Додано { $count } файл.
        [few] Додано { $count } файли.
        [many] Додано { $count } файлів.
       *[other] Додано { $count } файлу.
    }
command-detached = Файл прибрано. Повернути його: cordee attachment restore.
command-reattached = Файл повернуто.
command-fetched = Записано в { $file }.
command-backup-missing =
    { $count ->
        [one] { $count } файл було втрачено раніше, його немає в архіві. Такі файли шукає «cordee doctor».
        [few] { $count } файли було втрачено раніше, їх немає в архіві. Такі файли шукає «cordee doctor».
        [many] { $count } файлів було втрачено раніше, їх немає в архіві. Такі файли шукає «cordee doctor».
       *[other] { $count } файлу було втрачено раніше, їх немає в архіві. Такі файли шукає «cordee doctor».
    }
command-today-id = ID
command-today-object = Об’єкт
command-today-when = Коли
command-today-to-do = Що зробити
command-today-title = Запис
command-today-month = Цей місяць
command-today-now = На сьогодні
command-today-before = На цей день минулого місяця
command-today-more = Показано: { $count }, є ще. Усі покаже cordee list.
command-duplicates-of = Збігається з
command-duplicates-why = Чому
command-duplicates-looked = Переглянуто записів: { $count }
command-duplicates-next = Далі: --cursor { $cursor }
