# The start page
home-greeting = Здравствуйте, { $name }

# Lists and records
view-list = Список
group-record = Запись
record-title = Название
record-as-of = Так это было в конце дня { $date } — по тем полям, прошлое которых хранится.
record-now = Показать как сейчас
record-look-back = Как было раньше
record-look-back-hint = Показывает запись такой, какой она была в конце дня.
stale-hint = Выберите для каждого поля, какое значение оставить. То, что изменил только один из вас, уже выбрано.

# What somebody did, after their name
history-create = — запись создана
history-update = — запись изменена
history-trash = — запись перемещена в корзину
history-restore = — запись восстановлена
history-purge = — запись удалена навсегда
history-merge = — другая запись объединена с этой
history-unmerge = — объединение отменено
history-attach = — файл добавлен
history-detach = — файл убран
history-share = — открыт доступ ({ $name }): { $level }
history-share-until = — открыт доступ ({ $name }) до { $until }: { $level }
history-unshare = — отозван доступ ({ $name })
history-security = — изменён вход этого пользователя

# Trash and merge
action-purge = Удалить навсегда
trash-purged = Удалено навсегда
merge-compare = Сравнить
merge-other = Найдите запись, которая совпадает с этой: { $name }.
merge-preview = Пока ничего не изменено. Всё, что связано с другой записью, перейдёт к той, что останется; объединение можно отменить.

# Filters in words
filter-me = я
filter-this-week = эта неделя
filter-last-week = прошлая неделя
filter-next-week = следующая неделя
filter-this-month = этот месяц
filter-last-month = прошлый месяц
filter-next-month = следующий месяц
filter-this-quarter = этот квартал
filter-last-quarter = прошлый квартал
filter-next-quarter = следующий квартал
filter-this-year = этот год
filter-last-year = прошлый год
filter-next-year = следующий год
filter-last-days =
    { $count ->
        [one] последний { $count } день
        [few] последние { $count } дня
        [many] последние { $count } дней
       *[other] последние { $count } дня
    }
filter-next-days =
    { $count ->
        [one] ближайший { $count } день
        [few] ближайшие { $count } дня
        [many] ближайшие { $count } дней
       *[other] ближайшие { $count } дня
    }

# The parts of an address
address-street = Улица
address-city = Город
address-region = Регион
address-postcode = Индекс
address-country = Страна

# Figures
figures-and = И по
figures-period = Период
figures-statistic = Как считать
figures-days = { $number } дн.
bucket-day = День
bucket-week = Неделя
bucket-month = Месяц
bucket-quarter = Квартал
bucket-year = Год

# Signing in
password-hint = Не меньше 8 знаков; лучше всего несколько слов, понятных только вам.

# Settings
settings-own = Вы
settings-running = Работа системы
settings-search = Найти настройку
settings-profile-hint = Ваш язык, часовой пояс, уведомления и пароль.
settings-factor-hint = Код с телефона вдобавок к паролю, чтобы одного пароля не хватало.
settings-general = Компания
settings-programs = Программы
settings-zone-hint = Название из списка IANA, например Europe/Paris.
settings-looks-hint = Как Cordee выглядит и ведёт себя в этом браузере.
settings-theme = Тема
settings-days = Даты
settings-style-hint = Если не выбрано — как принято в вашем языке.
settings-clock = Время
settings-start = Начинать с
settings-password-change = Сменить пароль
settings-password-set = Задать пароль
settings-password-set-hint = { $name }: вход теперь с этим паролем; все открытые сеансы завершатся.
sessions-hint = Браузеры, в которых вы вошли. Завершите незнакомые сеансы.
tokens-hint = С токеном программа действует от вашего имени через API — не больше, чем можно вам.
tokens-never-ends = Никогда
role-imports = Может импортировать файлы
role-tags = Может создавать метки
role-shares = Может делиться записями, которые может изменять
see-as-bar = Вы видите всё так, как видит { $name }: только чтение, до { $until }.
see-as-end = Закончить
action-see-as = Смотреть как сотрудник
role-administers = Управляет пространством: пользователи, роли, настройки
role-fixed = Эта роль управляет пространством и не меняется, чтобы никто не потерял доступ.
role-other-objects = Всё остальное
journal-title = Журнал аудита
journal-hint = Всё, что было сделано: кем, когда и откуда, — в цепочке, которую нельзя изменить незаметно. Проверка читает её целиком и говорит, цела ли она.
journal-verify = Проверить цепочку
journal-sound =
    { $count ->
        [one] { $count } запись цела. Цепочка кончается на { $head }.
        [few] Все { $count } записи целы. Цепочка кончается на { $head }.
        [many] Все { $count } записей целы. Цепочка кончается на { $head }.
       *[other] Все { $count } записи целы. Цепочка кончается на { $head }.
    }
journal-broken =
    { $count ->
        [one] После { $count } целой записи запись { $number } нарушена: её изменили, переставили или удалили.
        [few] После { $count } целых записей запись { $number } нарушена: её изменили, переставили или удалили.
        [many] После { $count } целых записей запись { $number } нарушена: её изменили, переставили или удалили.
       *[other] После { $count } целых записей запись { $number } нарушена: её изменили, переставили или удалили.
    }

# Import, page by page
wizard-look = Посмотреть столбцы
wizard-unsure = Файл можно прочитать по-разному. Посмотрите на примеры; если они неверны, выберите другую кодировку или разделитель.
wizard-ambiguous = Это можно прочитать по-разному.
wizard-mode = Что сделать
wizard-mode-create = Только создавать
wizard-mode-create-and-update = Создавать и обновлять
wizard-mode-update = Только обновлять
wizard-take-near = Взять предложенное
wizard-checked-part = Проверены только первые строки: { $count }; остальные — во время импорта.
wizard-creates = { $object }: будет создано недостающих — { $count }
wizard-failed = Импорт прервался: файл не читается до конца.
wizard-stopped = Импорт остановлен. Он продолжится с того же места.
wizard-rows-done = Готово строк: { $count }
wizard-match-hint = Если не выбрано — по тому, что есть в столбцах.
wizard-choose-files = Файлы
wizard-object-hint = Если не указать, определится по названию и столбцам.
wizard-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файла
        [many] { $count } файлов
       *[other] { $count } файла
    }
wizard-files-hint = Импортируются сверху вниз, чтобы связи между ними нашли свои записи.
wizard-columns-known = Распознано столбцов: { $known } из { $all }
wizard-look-at-it = Что-то можно прочесть по-разному. Проверьте столбцы.
wizard-links-later = Связи со строками ниже проставятся вторым проходом.
wizard-links-judged = Связи между этими файлами проверяются при импорте.
wizard-links-of = Связи: { $object }
wizard-keep-columns = Сохранить
wizard-all-files = Все файлы
wizard-waits = Ждёт предыдущих файлов.
wizard-undo-all = Отменить все файлы
wizard-undo-all-ask = Всё, что создали эти файлы, исчезнет, а изменённое станет прежним.

# Saved views
views-keep = Сохранить изменения
views-save-new = Сохранить как новое…
views-edit = Название и доступ…
views-left = Сдвинуть влево
views-right = Сдвинуть вправо
views-first = Открывать первым
views-not-first = Не открывать первым
views-first-me = Открывать мне первым
views-not-first-me = Не открывать мне первым
views-delete = Удалить представление
views-actions = Действия с представлением
settings-numbers = Числа
settings-start-hint = Если не выбрано — как задано для вашей роли: { $place }.
