# Words that parts of a page need of themselves
ui-nav-open = Розгорнути меню
ui-trail = Де ви зараз
ui-person-menu = Ваше меню
ui-theme-system = Системна
ui-theme-light = Світла
ui-theme-dark = Темна
ui-more = Ще
ui-pages = Сторінки
ui-connection-lost = Немає зв’язку з Cordee. Введений текст збережено.

# The filter bar
ui-filter-hint = Фільтр, наприклад amount > 1000
ui-filter-field = Поле
ui-filter-operator = Умова
ui-filter-value = Значення

# Forms and records
ui-currency = валюта
ui-nothing-found = Нічого не знайдено
tags-make = Створити «{ $name }»
tags-remove = Прибрати
ui-save-and-new = Зберегти і створити ще
ui-steps = Етапи
ui-from = було:
ui-to = стало:
ui-history-more = Давніші зміни

# The board
ui-boards = Дошки
ui-move-refused = Перемістити не вдалося.
ui-in-column = У цьому стовпці: { $time }

# Keys
ui-keys = Гарячі клавіші
ui-key-filter = До фільтра або до пошуку
ui-key-next = Вниз по списку
ui-key-previous = Вгору по списку
ui-key-help = Ця довідка
ui-key-undo = Скасувати останню дію

# Registers, figures, import, API
ui-actions = Дії
ui-show = Показати
ui-share = Порівняно з найбільшим
ui-row = Рядок
ui-problem = Що не так
ui-problems = Помилки
ui-refresh = Оновити
ui-example = Запит
ui-answer = Відповідь

# What others do meanwhile
live-here = Зараз тут
live-looks = { $name } переглядає цю картку
live-edits = { $name } редагує цю картку
live-take = Прийняти
live-compare = Порівняти
live-both = Ви теж змінили: { $fields }
live-more = Нових: { $count }
live-gone = Цього запису тут більше немає, або ви його більше не бачите.
live-changed = Змінено ({ $name }):
live-changed-by-you = Ви змінили в іншому вікні:

# The search box
search-recent = Нещодавно відкриті
search-key-choose = вибрати
search-key-open = відкрити
search-key-actions = лише дії
search-key-number = за номером або ID
command-copy-link = Скопіювати посилання

# A record beside its list
side-title = Поруч зі списком
side-whole = Відкрити повністю

# More keys
ui-key-beside = Показати поруч зі списком
keys-here = На цій сторінці
keys-everywhere = Всюди
keys-lists = Списки й дошки
keys-record = Картки
keys-forms = Форми
keys-on = Під час набору тексту клавіші не спрацьовують. Вимкнути окремі клавіші можна тут:
keys-off = Окремі клавіші вимкнено, сполучення з Ctrl працюють. Увімкнути їх можна тут:

# What is to be done next with a record, on top of its page
next-none = Наступний крок не заплановано
next-undated = День не призначено
next-change = Змінити
next-late =
    { $count ->
        [one] Прострочено на { $count } день
        [few] Прострочено на { $count } дні
        [many] Прострочено на { $count } днів
       *[other] Прострочено на { $count } дня
    }

# The people around a record, as a map
circle-add = Додати людину
circle-lacks = Чого бракує
circle-nobody = Поки нікого
circle-others = Там само працюють:
circle-remove = Прибрати з карти
circle-hidden = Людина, якої вам не видно
circle-never = Контакту ще не було
circle-none = Людей поки не вказано.
keys-map = На карті людей
circle-stance = Ставлення невідоме
known-choose = Вибрати
circle-key-walk = Від людини до людини
circle-key-change = Змінити роль

# The history of one field
field-history = Історія
field-history-empty = Порожньо
field-history-now = зараз
field-history-under-a-day = Менше дня
field-history-none = Тут ще нічого не змінювалося.
