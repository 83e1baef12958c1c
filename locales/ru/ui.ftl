# Words that parts of a page need of themselves
ui-nav-open = Развернуть меню
ui-trail = Где вы находитесь
ui-person-menu = Ваше меню
ui-theme-system = Системная
ui-theme-light = Светлая
ui-theme-dark = Тёмная
ui-more = Ещё
ui-pages = Страницы
ui-connection-lost = Нет связи с Cordee. Введённый текст сохранён.

# The filter bar
ui-filter-hint = Фильтр, например amount > 1000
ui-filter-field = Поле
ui-filter-operator = Условие
ui-filter-value = Значение

# Forms and records
ui-currency = валюта
ui-nothing-found = Ничего не найдено
tags-make = Создать «{ $name }»
tags-remove = Убрать
ui-save-and-new = Сохранить и создать ещё
ui-steps = Этапы
ui-from = было:
ui-to = стало:
ui-history-more = Более ранние изменения

# The board
ui-boards = Доски
ui-move-refused = Переместить не удалось.
ui-in-column = В этом столбце: { $time }

# Keys
ui-keys = Горячие клавиши
ui-key-filter = К фильтру или к поиску
ui-key-next = Вниз по списку
ui-key-previous = Вверх по списку
ui-key-help = Эта справка
ui-key-undo = Отменить последнее действие

# Registers, figures, import, API
ui-actions = Действия
ui-show = Показать
ui-share = В сравнении с наибольшим
ui-row = Строка
ui-problem = Что не так
ui-problems = Ошибки
ui-refresh = Обновить
ui-example = Запрос
ui-answer = Ответ

# What others do meanwhile
live-here = Сейчас здесь
live-looks = { $name } смотрит эту карточку
live-edits = { $name } правит эту карточку
live-take = Принять
live-compare = Сравнить
live-both = Вы тоже изменили: { $fields }
live-more = Новых: { $count }
live-gone = Этой записи здесь больше нет, или она вам больше не видна.
live-changed = Изменено ({ $name }):
live-changed-by-you = Вы изменили в другом окне:

# The search box
search-recent = Недавно открытые
search-key-choose = выбрать
search-key-open = открыть
search-key-actions = только действия
search-key-number = по номеру или ID
command-copy-link = Скопировать ссылку

# A record beside its list
side-title = Рядом со списком
side-whole = Открыть целиком

# More keys
ui-key-beside = Показать рядом со списком
keys-here = На этой странице
keys-everywhere = Везде
keys-lists = Списки и доски
keys-record = Карточки
keys-forms = Формы
keys-on = Во время набора текста клавиши не срабатывают. Отключить одиночные клавиши можно здесь:
keys-off = Одиночные клавиши отключены, сочетания с Ctrl работают. Включить их можно здесь:

# What is to be done next with a record, on top of its page
next-none = Следующий шаг не запланирован
next-undated = День не назначен
next-change = Изменить
next-late =
    { $count ->
        [one] Просрочен на { $count } день
        [few] Просрочен на { $count } дня
        [many] Просрочен на { $count } дней
       *[other] Просрочен на { $count } дня
    }

# The people around a record, as a map
circle-add = Добавить человека
circle-lacks = Чего не хватает
circle-nobody = Пока никого
circle-others = Там же работают:
circle-remove = Убрать с карты
circle-hidden = Человек, которого вам не видно
circle-never = Контакта ещё не было
circle-none = Людей пока не указали.
keys-map = На карте людей
circle-stance = Отношение неизвестно
known-choose = Выбрать
circle-key-walk = От человека к человеку
circle-key-change = Изменить роль

# The history of one field
field-history = История
field-history-empty = Пусто
field-history-now = сейчас
field-history-under-a-day = Меньше дня
field-history-none = Здесь ещё ничего не менялось.
