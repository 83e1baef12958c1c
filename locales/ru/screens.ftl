# Рамка и навигация
app-name = Cordee
nav-main = Основная навигация
nav-home = Сегодня
nav-board = Доска
nav-reports = Отчёты
nav-all-reports = Все отчёты
nav-settings = Настройки
nav-trash = Корзина
nav-api-docs = Документация API
nav-skip = Перейти к содержанию
nav-menu = Меню
nav-collapse = Свернуть меню
nav-profile = Ваш профиль
nav-back = Назад
nav-search = Поиск
nav-create = Создать

# Действия; ИМЯ-done — что сообщается потом
action-create = Создать
action-create-done = Создано
action-edit = Изменить
action-edit-done = Изменено
action-save = Сохранить
action-save-done = Сохранено
action-cancel = Отмена
action-close = Закрыть
action-delete = В корзину
action-delete-done = Перемещено в корзину
action-restore = Восстановить
action-restore-done = Восстановлено
action-merge = Объединить
action-merge-done = Объединено
action-merge-with = Объединить с (ID записи, которая исчезнет)
action-merge-take = Какие поля взять из неё
action-unmerge = Отменить объединение
action-unmerge-done = Объединение отменено
action-unmerge-lost = ID объединённой записи
action-undo = Отменить
action-undo-done = Отменено
action-convert = Конвертировать
action-convert-done = Конвертировано
action-convert-account = Клиент
action-convert-contact = Контакт
action-convert-deal = Название сделки
action-convert-amount = Сумма
action-convert-owner = Ответственный за сделку
action-convert-without-deal = Без сделки
action-unconvert = Отменить конвертацию
action-unconvert-done = Снова лид
action-win = Отметить выигранной
action-win-done = Сделка выиграна. Поздравляем.
action-win-amount = Сумма
action-win-actual-close-date = Дата выигрыша
action-win-win-reason = Причина выигрыша
action-win-handover = Заметки для передачи
action-win-skipped-because = Почему этапы пропущены
action-lose = Отметить проигранной
action-lose-done = Сделка проиграна
action-lose-loss-reason = Причина проигрыша
action-lose-loss-note = Какой вывод сделали
action-lose-competitor = Конкурент
action-lose-actual-close-date = Дата проигрыша
action-reopen = Открыть снова
action-reopen-done = Открыто снова
action-disqualify = Дисквалифицировать
action-disqualify-done = Лид дисквалифицирован
action-disqualify-disqualify-reason = Причина
action-move = Переместить
action-move-done = Перемещено
action-export = Экспортировать
action-export-done = Файл готов
action-export-as = Выгрузить в { $format }
action-export-vcard = Выгрузить как контакты
action-import = Импортировать
action-import-done = Импортировано
action-open = Открыть
action-copy = Копировать
action-copy-done = Скопировано
action-revoke = Отозвать
action-revoke-done = Отозвано

# Список
list-filter = Фильтр
list-filter-add = Добавить фильтр
list-filter-remove = Убрать этот фильтр
list-filter-clear = Сбросить фильтры
list-filter-and = и
list-filter-or = или
list-sort = Сортировка
list-sort-up = По возрастанию
list-sort-down = По убыванию
list-columns = Столбцы
list-group = Группировать по
list-page-next = Следующая страница
list-page-previous = Предыдущая страница
list-count =
    { $count ->
        [one] { $count } запись
        [few] { $count } записи
        [many] { $count } записей
       *[other] { $count } записи
    }
list-count-more = { $limit }+ записей
list-count-exact = Посчитать все
list-select-all = Выбрать все
list-select-row = Выбрать эту строку
list-view-save = Сохранить представление
list-view-all = Все записи
list-none-title = Здесь пока пусто
list-none-found = Нет записей, подходящих под эти фильтры.

# Операторы фильтра
operator-is = равно
operator-is-not = не равно
operator-contains = содержит текст
operator-starts-with = начинается с
operator-has = включает
operator-has-all = включает все
operator-has-not = не включает
operator-greater = больше
operator-at-least = не меньше
operator-less = меньше
operator-at-most = не больше
operator-is-empty = не заполнено
operator-is-not-empty = заполнено

# Форма
form-required = Обязательно
form-none = Не указано
form-faults =
    { $count ->
        [one] Нужно исправить { $count } место.
        [few] Нужно исправить { $count } места.
        [many] Нужно исправить { $count } мест.
       *[other] Нужно исправить { $count } места.
    }
form-yours = Ваш вариант
form-theirs = Сохранено тем временем

# Запись
record-details = Сведения
record-history = История
record-no-next-step = Нет следующего шага
record-previous = Предыдущая запись
record-next = Следующая запись
record-history-empty = Изменений пока нет
record-in-trash = Эта запись в корзине.
record-show-all = Показать все
timeline-title = Лента
timeline-write = Записать
timeline-search = Поиск в ленте
timeline-sort = Вид
timeline-all = Всё
timeline-who = Кто
timeline-everybody = Все
timeline-from = С
timeline-to = По
timeline-show = Показать
timeline-reset = Показать всё
timeline-none = Ничего такого здесь нет.
timeline-planned = Запланировано
timeline-comments = Комментарии
timeline-changes = Изменения
timeline-done = Сделано
timeline-logged = Записано
undo-field = Отменить это изменение
undo-done = Прежнее значение возвращено
undo-anyway = Вернуть
undo-changed = С тех пор значение снова изменили. Сейчас: { $now }. Будет возвращено: { $old }.
in-place-changed = { $name }: это значение уже изменено. Сейчас здесь:
in-place-theirs = Оставить сохранённое
in-place-form = Открыть форму

# Каким путём пришло изменение
door-page = страница
door-api = API
door-import = импорт
door-transfer = передача
door-command-line = командная строка
door-automation = автоматизация
door-system = сам Cordee

# Доска
board-weighted = Взвешенная сумма
board-probability = Вероятность
board-more = Показать ещё
board-lately =
    { $days ->
        [one] Закрыты за последний { $days } день
        [few] Закрыты за последние { $days } дня
        [many] Закрыты за последние { $days } дней
       *[other] Закрыты за последние { $days } дня
    }
board-move-to = Переместить в
board-move = Переместить
board-moved = { $name }: теперь на этапе «{ $column }»

# Показатели
figures-title = Показатели
figures-help = Один показатель за любые дни и в любом разрезе; за каждой цифрой её строки.
figures-by = Разбить по
figures-from = С даты
figures-to = По дату
figures-as-of = На дату
figures-value = Значение
figures-records = Записи
figures-no-data = Для этого выбора нет данных

# Импорт по шагам
wizard-step-file = Файл
wizard-step-mapping = Столбцы
wizard-step-check = Проверка
wizard-step-run = Импорт
wizard-file-hint = CSV с любым разделителем и в любой кодировке, Excel (.xlsx), JSON или контакты (.vcf). В первой строке таблицы — названия столбцов.
wizard-choose-object = Что в файле?
wizard-encoding = Кодировка
wizard-delimiter = Разделитель
wizard-delimiter-comma = Запятая ,
wizard-delimiter-semicolon = Точка с запятой ;
wizard-delimiter-tab = Табуляция
wizard-delimiter-pipe = Вертикальная черта |
wizard-sheet = Лист
wizard-column = Столбец
wizard-field = Поле
wizard-samples = Примеры
wizard-leave-out = Не загружать
wizard-match-by = Искать существующие записи по
wizard-create-missing = Создать недостающее
wizard-incomplete = Строки могут быть неполными
wizard-incomplete-hint = Для старых данных: поля, обязательные лишь при определённом условии, могут остаться пустыми.
wizard-near-at = { $column }: «{ $value }» не найдено. Возможно, имелось в виду «{ $name }»?
wizard-check = Проверить без импорта
wizard-checked = Строк без ошибок: { $good } из { $all }.
wizard-problems =
    { $count ->
        [0] Ошибок не найдено
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
wizard-begin =
    { $count ->
        [one] Импортировать { $count } строку
        [few] Импортировать { $count } строки
        [many] Импортировать { $count } строк
       *[other] Импортировать { $count } строки
    }
wizard-time-left = осталось { $time }
wizard-stop = Остановить
wizard-resume = Продолжить
wizard-undo = Отменить этот импорт
wizard-undo-ask = Всё, что создал этот импорт, исчезнет, а изменённое станет как прежде.
wizard-undo-done = Импорт отменён
wizard-rejected-file = Скачать отклонённые строки
wizard-none = Импортов пока нет. Загрузите клиентов, контакты и сделки из файла CSV.

# Корзина
trash-title = Корзина
trash-empty = Корзина пуста.
trash-hint = Записи лежат здесь, пока их не восстановят или не удалят навсегда.
trash-deleted-at = Удалено

# Подтверждение
confirm-no-undo = Это нельзя отменить.

# Объединение
merge-title = Объединить две записи
merge-hint = Выберите, какое значение оставить в каждом поле. Всё, что связано с записями, сохранится.

# Сообщения: что только что произошло с записью
toast-created = Создано: { $name }
toast-updated = Сохранено: { $name }
toast-deleted = В корзине: { $name }
toast-restored = Восстановлено: { $name }
toast-merged = Объединено: { $name }

# Вход
sign-in-title = Вход
sign-in-email = E-mail
sign-in-password = Пароль
sign-in-submit = Войти
sign-in-again = Сеанс завершён. Войдите ещё раз, пожалуйста.
sign-out = Выйти
sign-out-done = Вы вышли
first-admin-title = Добро пожаловать в Cordee
first-admin-hint = Создайте первого администратора. Ссылка действует один раз.
first-admin-submit = Создать администратора

# Настройки, пользователи и роли
settings-title = Настройки
settings-profile = Профиль
settings-appearance = Оформление
settings-language = Язык
settings-password = Пароль
settings-password-now = Текущий пароль
settings-password-new = Новый пароль
settings-password-changed = Пароль изменён
settings-workspace = Рабочее пространство
roles-permissions = Права
roles-object = Объект
roles-fields = Поля
sessions-title = Сеансы
sessions-here = Этот браузер
sessions-end = Завершить этот сеанс
sessions-end-others = Завершить остальные
sessions-ended = Сеанс завершён
tokens-title = API-токены
tokens-none = API-токенов пока нет
tokens-once = Скопируйте токен сейчас. Больше он показан не будет.
tokens-never-used = Не использовался

# Пустые страницы
empty-account = Клиенты — это компании и люди, которым вы продаёте. Создайте первого или импортируйте файл.
empty-contact = Контакты — это люди, с которыми вы общаетесь. Создайте первый или импортируйте файл.
empty-lead = Лиды — это те, кто, возможно, захочет купить. Создайте первый или импортируйте файл.
empty-opportunity = Сделки — это продажи, над которыми вы работаете. Создайте первую или импортируйте файл.
empty-product = Продукты — это то, что вы продаёте. Создайте первый или импортируйте файл.
empty-activity = Здесь появятся звонки, встречи и задачи. Запишите первую активность.
empty-demo = Загрузить демоданные

# Страницы ошибок
error-page-home = На главную
error-page-id = Для администратора: { $id }

# Search
search-box = Искать везде
search-hint = Имя, часть адреса почты, номер телефона или ID. Опечатки не страшны.
search-none = По запросу «{ $text }» ничего не найдено.
search-go = Перейти

# Строки: записи, которые правят внутри той, где они стоят
lines-add = Добавить строку
lines-place = Строка { $place }
lines-cell = { $field }, строка { $place }
lines-up = Поднять строку { $place }
lines-down = Опустить строку { $place }
lines-remove = Убрать строку { $place }
lines-gone = Будет убрана при сохранении: { $name }
lines-keep = Оставить строку { $place }
lines-edit = Изменить строки
lines-total = Итого
lines-taken-away = убрана
lines-keys = Enter — следующая строка · Alt ↑ ↓ — переместить
action-step-done = Шаг сделан
action-step-done-done = Шаг сделан, следующий запланирован
action-step-done-next-step = Что дальше
action-step-done-next-step-date = Когда
action-plan-step = Запланировать следующий шаг
action-plan-step-done = Следующий шаг запланирован
action-plan-step-next-step = Что сделать
action-plan-step-next-step-date = Когда
action-note-task = Записать задачу
action-note-task-done = Задача записана
action-note-task-subject = Что сделать
action-note-task-owner = Кто
action-note-task-due-date = До какого дня
action-complete = Отметить выполненным
action-complete-done = Выполнено
action-take-up = Взять в работу
action-take-up-done = Лид взят в работу
board-group = Группировать по
board-layout = Расположение
board-columns = Колонками
board-sections = Секциями
board-without = Без значения
board-dot-overdue = Следующий шаг просрочен
board-dot-today = Следующий шаг сегодня
board-dot-later = Следующий шаг запланирован
board-dot-none = Ничего не запланировано

# What may be there already
alike-title = Возможно, уже есть
alike-first = Возможно, такая запись уже есть. Проверьте ниже или создайте всё равно.
alike-anyway = Всё равно создать
alike-use = Взять эту
alike-move = Перенести сюда
alike-new-tab = (откроется в новой вкладке)
alike-same = { $field }: совпадает
alike-similar = { $field }: похоже
duplicates-title = Возможные дубли
duplicates-intro = Записи, у которых почта, телефон, домен, код или название компании совпадают с более старой. Сравните две, чтобы объединить; это можно отменить.
duplicates-looked =
    { $count ->
        [one] Просмотрена { $count } запись, начиная с новых.
        [few] Просмотрено { $count } записи, начиная с новых.
        [many] Просмотрено { $count } записей, начиная с новых.
       *[other] Просмотрено { $count } записи, начиная с новых.
    }
duplicates-next = Просмотреть более старые
duplicates-some =
    { $count ->
        [one] { $count } возможный дубль
        [few] { $count } возможных дубля
        [many] { $count } возможных дублей
       *[other] { $count } возможного дубля
    }
verb-new-if-empty = Если оставить пустым, будет создано «{ $name }»
verb-may-be-meant = Возможно, это
lookup-create = Создать «{ $name }»
people-met = Последний контакт:
people-met-never = Контакта ещё не было
tree-more = и ещё:
tree-many = много
# Ways with their steps, and things in an order
action-duplicate = Сделать копию
action-duplicate-done = Вот копия с теми же этапами
action-duplicate-name = Название копии
action-retire = Больше не использовать
action-retire-done = Больше не используется. Всё, что там было, сохранено.
action-reuse = Использовать снова
action-reuse-done = Снова используется
steps-held = В работе
steps-none = Здесь пока пусто. Добавьте первый этап ниже.
steps-begin-empty = Без этапов
steps-board = Доска
steps-retired = Не используется
steps-where = { $objects } в работе на этом этапе: { $count }. Они перейдут туда, куда вы скажете; завершённые останутся.
steps-to = Куда перевести
ordered-place = Порядок

# What is asked for where a record stands, before it goes on
asks-before = До выхода из этапа «{ $column }»:
asks-done = Всё готово
asks-missing = (ещё нет)
asks-because = Укажите причину, и тогда нужно будет только то, чего требует текущий этап.
asks-skipped = Пропускаются этапы: { $columns }. В этой воронке нужно указать причину.
step-skipped = Пропущен этап «{ $step }»
step-asks-title = Чего требует этап «{ $step }»
step-asks-help = Прежде чем сделка пойдёт дальше, выбранные поля должны быть заполнены, а пункты чек-листа отмечены. При возврате назад и при проигрыше ничего не требуется.
step-asks-fields = Должны быть заполнены
step-asks-checklist = Чек-лист
step-asks-new = Новый пункт чек-листа
step-asks-take = Убрать
steps-asks = Требует
steps-asks-nothing = Ничего

# Следующие шаги один за другим
plan-title = Запланировать следующие шаги
plan-intro = Введите, что сделать и когда. Enter сохраняет и переходит дальше, ↑ и ↓ — от сделки к сделке.
plan-when = завтра, пт, +3 или дата
plan-done = Запланировано: { $day }
plan-more = Здесь первые { $count }. Остальные появятся, когда эти будут запланированы.
plan-none = У каждой сделки есть следующий шаг с датой.
