# The start page
home-greeting = Вітаємо, { $name }

# Lists and records
view-list = Список
group-record = Запис
record-title = Назва
record-as-of = Так це було наприкінці дня { $date } — за тими полями, минуле яких зберігається.
record-now = Показати як зараз
record-look-back = Як було раніше
record-look-back-hint = Показує запис таким, яким він був наприкінці дня.
stale-hint = Виберіть для кожного поля, яке значення залишити. Те, що змінив лише один із вас, уже вибрано.

# What somebody did, after their name
history-create = — запис створено
history-update = — запис змінено
history-trash = — запис переміщено до кошика
history-restore = — запис відновлено
history-purge = — запис видалено назавжди
history-merge = — інший запис об’єднано з цим
history-unmerge = — об’єднання скасовано
history-attach = — файл додано
history-detach = — файл прибрано
history-share = — відкрито доступ ({ $name }): { $level }
history-share-until = — відкрито доступ ({ $name }) до { $until }: { $level }
history-unshare = — відкликано доступ ({ $name })
history-security = — змінено вхід цього користувача

# Trash and merge
action-purge = Видалити назавжди
trash-purged = Видалено назавжди
merge-compare = Порівняти
merge-other = Знайдіть запис, який збігається з цим: { $name }.
merge-preview = Поки нічого не змінено. Усе, що пов’язане з іншим записом, перейде до того, що залишиться; об’єднання можна скасувати.

# Filters in words
filter-me = я
filter-this-week = цей тиждень
filter-last-week = минулий тиждень
filter-next-week = наступний тиждень
filter-this-month = цей місяць
filter-last-month = минулий місяць
filter-next-month = наступний місяць
filter-this-quarter = цей квартал
filter-last-quarter = минулий квартал
filter-next-quarter = наступний квартал
filter-this-year = цей рік
filter-last-year = минулий рік
filter-next-year = наступний рік
filter-last-days =
    { $count ->
        [one] останній { $count } день
        [few] останні { $count } дні
        [many] останні { $count } днів
       *[other] останні { $count } дня
    }
filter-next-days =
    { $count ->
        [one] найближчий { $count } день
        [few] найближчі { $count } дні
        [many] найближчі { $count } днів
       *[other] найближчі { $count } дня
    }

# The parts of an address
address-street = Вулиця
address-city = Місто
address-region = Регіон
address-postcode = Індекс
address-country = Країна

# Figures
figures-and = І за
figures-period = Період
figures-statistic = Як рахувати
figures-days = { $number } дн.
bucket-day = День
bucket-week = Тиждень
bucket-month = Місяць
bucket-quarter = Квартал
bucket-year = Рік

# Signing in
password-hint = Щонайменше 8 знаків; найкраще кілька слів, зрозумілих лише вам.

# Settings
settings-own = Ви
settings-running = Робота системи
settings-search = Знайти налаштування
settings-profile-hint = Ваша мова, часовий пояс, сповіщення і пароль.
settings-factor-hint = Код із телефону на додачу до пароля, щоб самого пароля не вистачало.
settings-general = Компанія
settings-programs = Програми
settings-zone-hint = Назва зі списку IANA, наприклад Europe/Paris.
settings-looks-hint = Як Cordee виглядає і поводиться в цьому браузері.
settings-theme = Тема
settings-days = Дати
settings-style-hint = Якщо не вибрано — як заведено у вашій мові.
settings-clock = Час
settings-start = Починати з
settings-password-change = Змінити пароль
settings-password-set = Задати пароль
settings-password-set-hint = { $name }: вхід тепер із цим паролем; усі відкриті сеанси завершаться.
sessions-hint = Браузери, у яких ви ввійшли. Завершіть незнайомі сеанси.
tokens-hint = З токеном програма діє від вашого імені через API — не більше, ніж можна вам.
tokens-never-ends = Ніколи
role-imports = Може імпортувати файли
role-tags = Може створювати мітки
role-shares = Може ділитися записами, які може змінювати
see-as-bar = Ви бачите все так, як бачить { $name }: лише читання, до { $until }.
see-as-end = Закінчити
action-see-as = Дивитися як ця людина
role-administers = Керує простором: користувачі, ролі, налаштування
role-fixed = Ця роль керує простором і не змінюється, щоб ніхто не втратив доступу.
role-other-objects = Усе інше
journal-title = Журнал аудиту
journal-hint = Усе, що було зроблено: ким, коли й звідки, — у ланцюжку, який не можна змінити непомітно. Перевірка читає його повністю і каже, чи він цілий.
journal-verify = Перевірити ланцюжок
journal-sound =
    { $count ->
        [one] { $count } запис цілий. Ланцюжок закінчується на { $head }.
        [few] Усі { $count } записи цілі. Ланцюжок закінчується на { $head }.
        [many] Усі { $count } записів цілі. Ланцюжок закінчується на { $head }.
       *[other] Усі { $count } записи цілі. Ланцюжок закінчується на { $head }.
    }
journal-broken =
    { $count ->
        [one] Після { $count } цілого запису запис { $number } порушено: його змінили, переставили або видалили.
        [few] Після { $count } цілих записів запис { $number } порушено: його змінили, переставили або видалили.
        [many] Після { $count } цілих записів запис { $number } порушено: його змінили, переставили або видалили.
       *[other] Після { $count } цілих записів запис { $number } порушено: його змінили, переставили або видалили.
    }

# Import, page by page
wizard-look = Переглянути стовпці
wizard-unsure = Файл можна прочитати по-різному. Погляньте на приклади; якщо вони хибні, виберіть інше кодування або роздільник.
wizard-ambiguous = Це можна прочитати по-різному.
wizard-mode = Що зробити
wizard-mode-create = Лише створювати
wizard-mode-create-and-update = Створювати й оновлювати
wizard-mode-update = Лише оновлювати
wizard-take-near = Узяти запропоноване
wizard-checked-part = Перевірено лише перші рядки: { $count }; решта — під час імпорту.
wizard-creates = { $object }: буде створено відсутніх — { $count }
wizard-failed = Імпорт перервався: файл не читається до кінця.
wizard-stopped = Імпорт зупинено. Він продовжиться з того самого місця.
wizard-rows-done = Готово рядків: { $count }
wizard-match-hint = Якщо не вибрано — за тим, що є у стовпцях.
wizard-choose-files = Файли
wizard-object-hint = Якщо не вказати, визначиться за назвою та стовпцями.
wizard-files =
    { $count ->
        [one] { $count } файл
        [few] { $count } файли
        [many] { $count } файлів
       *[other] { $count } файлу
    }
wizard-files-hint = Імпортуються згори донизу, щоб зв’язки між ними знайшли свої записи.
wizard-columns-known = Розпізнано стовпців: { $known } із { $all }
wizard-look-at-it = Щось можна прочитати по-різному. Перевірте стовпці.
wizard-links-later = Зв’язки з рядками нижче проставляться другим проходом.
wizard-links-judged = Зв’язки між цими файлами перевіряються під час імпорту.
wizard-links-of = Зв’язки: { $object }
wizard-keep-columns = Зберегти
wizard-all-files = Усі файли
wizard-waits = Чекає на попередні файли.
wizard-undo-all = Скасувати всі файли
wizard-undo-all-ask = Усе, що створили ці файли, зникне, а змінене стане таким, як було.

# Saved views
views-keep = Зберегти зміни
views-save-new = Зберегти як нове…
views-edit = Назва й доступ…
views-left = Пересунути ліворуч
views-right = Пересунути праворуч
views-first = Відкривати першим
views-not-first = Не відкривати першим
views-first-me = Відкривати мені першим
views-not-first-me = Не відкривати мені першим
views-delete = Видалити подання
views-actions = Дії з поданням
settings-numbers = Числа
settings-start-hint = Якщо не вибрано — як задано для вашої ролі: { $place }.
