# Рамка й навігація
app-name = Cordee
nav-main = Основна навігація
nav-home = Сьогодні
nav-board = Дошка
nav-reports = Звіти
nav-all-reports = Усі звіти
nav-settings = Налаштування
nav-trash = Кошик
nav-api-docs = Документація API
nav-skip = Перейти до вмісту
nav-menu = Меню
nav-collapse = Згорнути меню
nav-profile = Ваш профіль
nav-back = Назад
nav-search = Пошук
nav-create = Створити

# Дії; НАЗВА-done — що повідомляється потім
action-create = Створити
action-create-done = Створено
action-edit = Змінити
action-edit-done = Змінено
action-save = Зберегти
action-save-done = Збережено
action-cancel = Скасувати
action-close = Закрити
action-delete = До кошика
action-delete-done = Переміщено до кошика
action-restore = Відновити
action-restore-done = Відновлено
action-merge = Об’єднати
action-merge-done = Об’єднано
action-merge-with = Об’єднати з (ID запису, що зникне)
action-merge-take = Які поля взяти з нього
action-unmerge = Скасувати об’єднання
action-unmerge-done = Об’єднання скасовано
action-unmerge-lost = ID об’єднаного запису
action-undo = Скасувати
action-undo-done = Скасовано
action-convert = Конвертувати
action-convert-done = Конвертовано
action-convert-account = Клієнт
action-convert-contact = Контакт
action-convert-deal = Назва угоди
action-convert-amount = Сума
action-convert-owner = Відповідальний за угоду
action-convert-without-deal = Без угоди
action-unconvert = Скасувати конвертацію
action-unconvert-done = Знову лід
action-win = Позначити виграною
action-win-done = Угоду виграно. Вітаємо.
action-win-amount = Сума
action-win-actual-close-date = Дата виграшу
action-win-win-reason = Причина виграшу
action-win-handover = Нотатки для передачі
action-win-skipped-because = Чому етапи пропущено
action-lose = Позначити програною
action-lose-done = Угоду програно
action-lose-loss-reason = Причина програшу
action-lose-loss-note = Чого нас це навчило
action-lose-competitor = Конкурент
action-lose-actual-close-date = Дата програшу
action-reopen = Відкрити знову
action-reopen-done = Відкрито знову
action-disqualify = Дискваліфікувати
action-disqualify-done = Лід дискваліфіковано
action-disqualify-disqualify-reason = Причина
action-move = Перемістити
action-move-done = Переміщено
action-export = Експортувати
action-export-done = Файл готовий
action-export-as = Вивантажити у { $format }
action-export-vcard = Вивантажити як контакти
action-import = Імпортувати
action-import-done = Імпортовано
action-open = Відкрити
action-copy = Копіювати
action-copy-done = Скопійовано
action-revoke = Відкликати
action-revoke-done = Відкликано

# Список
list-filter = Фільтр
list-filter-add = Додати фільтр
list-filter-remove = Прибрати цей фільтр
list-filter-clear = Скинути фільтри
list-filter-and = і
list-filter-or = або
list-sort = Сортування
list-sort-up = За зростанням
list-sort-down = За спаданням
list-columns = Стовпці
list-group = Групувати за
list-page-next = Наступна сторінка
list-page-previous = Попередня сторінка
list-count =
    { $count ->
        [one] { $count } запис
        [few] { $count } записи
        [many] { $count } записів
       *[other] { $count } запису
    }
list-count-more = { $limit }+ записів
list-count-exact = Порахувати всі
list-select-all = Вибрати всі
list-select-row = Вибрати цей рядок
list-view-save = Зберегти як подання
list-view-all = Усі записи
list-none-title = Тут поки порожньо
list-none-found = Немає записів, що відповідають цим фільтрам.

# Оператори фільтра
operator-is = дорівнює
operator-is-not = не дорівнює
operator-contains = містить текст
operator-starts-with = починається з
operator-has = містить
operator-has-all = містить усі
operator-has-not = не містить
operator-greater = більше за
operator-at-least = не менше за
operator-less = менше за
operator-at-most = не більше за
operator-is-empty = не заповнено
operator-is-not-empty = заповнено

# Форма
form-required = Обов’язково
form-none = Не вказано
form-faults =
    { $count ->
        [one] Треба виправити { $count } місце.
        [few] Треба виправити { $count } місця.
        [many] Треба виправити { $count } місць.
       *[other] Треба виправити { $count } місця.
    }
form-yours = Ваш варіант
form-theirs = Збережено тим часом

# Запис
record-details = Відомості
record-history = Історія
record-no-next-step = Немає наступного кроку
record-previous = Попередній запис
record-next = Наступний запис
record-history-empty = Змін поки немає
record-in-trash = Цей запис у кошику.
record-show-all = Показати все
timeline-title = Стрічка
timeline-write = Записати
timeline-search = Пошук у стрічці
timeline-sort = Вид
timeline-all = Усе
timeline-who = Хто
timeline-everybody = Усі
timeline-from = З
timeline-to = До
timeline-show = Показати
timeline-reset = Показати все
timeline-none = Нічого такого тут немає.
timeline-planned = Заплановано
timeline-comments = Коментарі
timeline-changes = Зміни
timeline-done = Зроблено
timeline-logged = Записано
undo-field = Скасувати цю зміну
undo-done = Попереднє значення повернено
undo-anyway = Повернути
undo-changed = Відтоді значення знову змінено. Зараз: { $now }. Буде повернено: { $old }.
in-place-changed = { $name }: це значення вже змінено. Зараз тут:
in-place-theirs = Залишити збережене
in-place-form = Відкрити форму

# Яким шляхом надійшла зміна
door-page = сторінка
door-api = API
door-import = імпорт
door-transfer = передача
door-command-line = командний рядок
door-automation = автоматизація
door-system = сам Cordee

# Дошка
board-weighted = Зважена сума
board-probability = Імовірність
board-more = Показати ще
board-lately =
    { $days ->
        [one] Закриті за останній { $days } день
        [few] Закриті за останні { $days } дні
        [many] Закриті за останні { $days } днів
       *[other] Закриті за останні { $days } дня
    }
board-move-to = Перемістити до
board-move = Перемістити
board-moved = { $name }: тепер на етапі «{ $column }»

# Показники
figures-title = Показники
figures-help = Один показник за будь-які дні та в будь-якому розрізі; за кожною цифрою її рядки.
figures-by = Розбити за
figures-from = З дати
figures-to = До дати
figures-as-of = На дату
figures-value = Значення
figures-records = Записи
figures-no-data = Для цього вибору немає даних

# Імпорт крок за кроком
wizard-step-file = Файл
wizard-step-mapping = Стовпці
wizard-step-check = Перевірка
wizard-step-run = Імпорт
wizard-file-hint = CSV з будь-яким роздільником і кодуванням, Excel (.xlsx), JSON або контакти (.vcf). У першому рядку таблиці — назви стовпців.
wizard-choose-object = Що у файлі?
wizard-encoding = Кодування
wizard-delimiter = Роздільник
wizard-delimiter-comma = Кома ,
wizard-delimiter-semicolon = Крапка з комою ;
wizard-delimiter-tab = Табуляція
wizard-delimiter-pipe = Вертикальна риска |
wizard-sheet = Аркуш
wizard-column = Стовпець
wizard-field = Поле
wizard-samples = Приклади
wizard-leave-out = Не завантажувати
wizard-match-by = Шукати наявні записи за
wizard-create-missing = Створити те, чого бракує
wizard-incomplete = Рядки можуть бути неповними
wizard-incomplete-hint = Для старих даних: поля, обов’язкові лише за певної умови, можуть лишитися порожніми.
wizard-near-at = { $column }: «{ $value }» не знайдено. Можливо, малося на увазі «{ $name }»?
wizard-check = Перевірити без імпорту
wizard-checked = Рядків без помилок: { $good } з { $all }.
wizard-problems =
    { $count ->
        [0] Помилок не знайдено
        [one] { $count } помилка
        [few] { $count } помилки
        [many] { $count } помилок
       *[other] { $count } помилки
    }
wizard-begin =
    { $count ->
        [one] Імпортувати { $count } рядок
        [few] Імпортувати { $count } рядки
        [many] Імпортувати { $count } рядків
       *[other] Імпортувати { $count } рядка
    }
wizard-time-left = залишилося { $time }
wizard-stop = Зупинити
wizard-resume = Продовжити
wizard-undo = Скасувати цей імпорт
wizard-undo-ask = Усе, що створив цей імпорт, зникне, а змінене стане таким, як було.
wizard-undo-done = Імпорт скасовано
wizard-rejected-file = Завантажити відхилені рядки
wizard-none = Імпортів поки немає. Завантажте клієнтів, контакти та угоди з файлу CSV.

# Кошик
trash-title = Кошик
trash-empty = Кошик порожній.
trash-hint = Записи лежать тут, доки їх не відновлять або не видалять назавжди.
trash-deleted-at = Видалено

# Підтвердження
confirm-no-undo = Це не можна скасувати.

# Об’єднання
merge-title = Об’єднати два записи
merge-hint = Виберіть, яке значення залишити в кожному полі. Усе, що пов’язано із записами, збережеться.

# Повідомлення: що щойно сталося із записом
toast-created = Створено: { $name }
toast-updated = Збережено: { $name }
toast-deleted = У кошику: { $name }
toast-restored = Відновлено: { $name }
toast-merged = Об’єднано: { $name }

# Вхід
sign-in-title = Вхід
sign-in-email = E-mail
sign-in-password = Пароль
sign-in-submit = Увійти
sign-in-again = Сеанс завершено. Увійдіть ще раз, будь ласка.
sign-out = Вийти
sign-out-done = Ви вийшли
first-admin-title = Ласкаво просимо до Cordee
first-admin-hint = Створіть першого адміністратора. Посилання діє один раз.
first-admin-submit = Створити адміністратора

# Налаштування, користувачі й ролі
settings-title = Налаштування
settings-profile = Профіль
settings-appearance = Вигляд
settings-language = Мова
settings-password = Пароль
settings-password-now = Поточний пароль
settings-password-new = Новий пароль
settings-password-changed = Пароль змінено
settings-workspace = Робочий простір
roles-permissions = Права
roles-object = Об’єкт
roles-fields = Поля
sessions-title = Сеанси
sessions-here = Цей браузер
sessions-end = Завершити цей сеанс
sessions-end-others = Завершити всі інші
sessions-ended = Сеанс завершено
tokens-title = API-токени
tokens-none = API-токенів поки немає
tokens-once = Скопіюйте токен зараз. Більше його не буде показано.
tokens-never-used = Не використовувався

# Порожні сторінки
empty-account = Клієнти — це компанії та люди, яким ви продаєте. Створіть першого або імпортуйте файл.
empty-contact = Контакти — це люди, з якими ви спілкуєтеся. Створіть перший або імпортуйте файл.
empty-lead = Ліди — це ті, хто, можливо, захоче купити. Створіть перший або імпортуйте файл.
empty-opportunity = Угоди — це продажі, над якими ви працюєте. Створіть першу або імпортуйте файл.
empty-product = Продукти — це те, що ви продаєте. Створіть перший або імпортуйте файл.
empty-activity = Тут з’являться дзвінки, зустрічі та завдання. Запишіть першу активність.
empty-demo = Завантажити демодані

# Сторінки помилок
error-page-home = На головну
error-page-id = Для адміністратора: { $id }

# Search
search-box = Шукати всюди
search-hint = Ім’я, частина адреси пошти, номер телефону або ID. Одруківки не завадять.
search-none = За запитом «{ $text }» нічого не знайдено.
search-go = Перейти

# Рядки: записи, які змінюють усередині тієї, де вони стоять
lines-add = Додати рядок
lines-place = Рядок { $place }
lines-cell = { $field }, рядок { $place }
lines-up = Підняти рядок { $place }
lines-down = Опустити рядок { $place }
lines-remove = Прибрати рядок { $place }
lines-gone = Буде прибрано під час збереження: { $name }
lines-keep = Залишити рядок { $place }
lines-edit = Змінити рядки
lines-total = Разом
lines-taken-away = прибрано
lines-keys = Enter — наступний рядок · Alt ↑ ↓ — перемістити
action-step-done = Крок зроблено
action-step-done-done = Крок зроблено, наступний заплановано
action-step-done-next-step = Що далі
action-step-done-next-step-date = Коли
action-plan-step = Запланувати наступний крок
action-plan-step-done = Наступний крок заплановано
action-plan-step-next-step = Що зробити
action-plan-step-next-step-date = Коли
action-note-task = Записати завдання
action-note-task-done = Завдання записано
action-note-task-subject = Що зробити
action-note-task-owner = Хто
action-note-task-due-date = До якого дня
action-complete = Позначити виконаним
action-complete-done = Виконано
action-take-up = Узяти в роботу
action-take-up-done = Лід узято в роботу
board-group = Групувати за
board-layout = Розташування
board-columns = Колонками
board-sections = Секціями
board-without = Без значення
board-dot-overdue = Наступний крок прострочено
board-dot-today = Наступний крок сьогодні
board-dot-later = Наступний крок заплановано
board-dot-none = Нічого не заплановано

# What may be there already
alike-title = Можливо, вже є
alike-first = Можливо, такий запис уже є. Перевірте нижче або створіть усе одно.
alike-anyway = Усе одно створити
alike-use = Взяти цей
alike-move = Перенести сюди
alike-new-tab = (відкриється в новій вкладці)
alike-same = { $field }: збігається
alike-similar = { $field }: схоже
duplicates-title = Можливі дублікати
duplicates-intro = Записи, у яких пошта, телефон, домен, код або назва компанії збігаються зі старішим. Порівняйте два, щоб об’єднати; це можна скасувати.
duplicates-looked =
    { $count ->
        [one] Переглянуто { $count } запис, починаючи з нових.
        [few] Переглянуто { $count } записи, починаючи з нових.
        [many] Переглянуто { $count } записів, починаючи з нових.
       *[other] Переглянуто { $count } запису, починаючи з нових.
    }
duplicates-next = Переглянути старіші
duplicates-some =
    { $count ->
        [one] { $count } можливий дублікат
        [few] { $count } можливі дублікати
        [many] { $count } можливих дублікатів
       *[other] { $count } можливого дубліката
    }
verb-new-if-empty = Якщо залишити порожнім, буде створено «{ $name }»
verb-may-be-meant = Можливо, це
lookup-create = Створити «{ $name }»
people-met = Останній контакт:
people-met-never = Контакту ще не було
tree-more = і ще:
tree-many = багато
# Ways with their steps, and things in an order
action-duplicate = Зробити копію
action-duplicate-done = Ось копія з тими самими етапами
action-duplicate-name = Назва копії
action-retire = Вивести з ужитку
action-retire-done = Виведено з ужитку. Усе, що там було, збережено.
action-reuse = Використовувати знову
action-reuse-done = Знову використовується
steps-held = У роботі
steps-none = Тут поки порожньо. Додайте перший етап нижче.
steps-begin-empty = Без етапів
steps-board = Дошка
steps-retired = Не використовується
steps-where = { $objects } у роботі на цьому етапі: { $count }. Вони перейдуть туди, куди ви скажете; завершені залишаться.
steps-to = Куди перевести
ordered-place = Порядок

# What is asked for where a record stands, before it goes on
asks-before = До виходу з етапу «{ $column }»:
asks-done = Усе готово
asks-missing = (ще немає)
asks-because = Вкажіть причину, і тоді буде потрібно лише те, чого вимагає поточний етап.
asks-skipped = Пропускаються етапи: { $columns }. У цій воронці треба вказати причину.
step-skipped = Пропущено етап «{ $step }»
step-asks-title = Чого вимагає етап «{ $step }»
step-asks-help = Перш ніж угода піде далі, вибрані поля мають бути заповнені, а пункти чек-листа позначені. При поверненні назад і при програші нічого не вимагається.
step-asks-fields = Мають бути заповнені
step-asks-checklist = Чек-лист
step-asks-new = Новий пункт чек-листа
step-asks-take = Прибрати
steps-asks = Вимагає
steps-asks-nothing = Нічого

# Наступні кроки один за одним
plan-title = Запланувати наступні кроки
plan-intro = Введіть, що зробити й коли. Enter зберігає та переходить далі, ↑ і ↓ — від угоди до угоди.
plan-when = завтра, пт, +3 або дата
plan-done = Заплановано: { $day }
plan-more = Тут перші { $count }. Решта зʼявиться, коли ці буде заплановано.
plan-none = У кожної угоди є наступний крок з датою.
