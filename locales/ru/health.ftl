# Backups
backup-title = Резервные копии
backup-hint = В копии есть всё: записи, файлы, история и настройки на один момент. Копия проверяется, прежде чем считаться готовой. Держите её и на другой машине, а ключ журнала — отдельно.
backup-make = Сделать копию сейчас
backup-under = Копия создаётся и проверяется. Это может занять несколько минут.
backup-made = Резервная копия готова и проверена.
backup-failed = Копию сделать не удалось. Причина — в журнале сервера.
backup-none = Копий здесь ещё не делали.
backup-at = Сделана
backup-file = Файл
backup-size = Размер
backup-megabytes = { $number } МБ

# About this Cordee, and whether all is well
health-title = Система и её состояние
health-hint = Какая это версия Cordee, где лежат её данные и в порядке ли всё, на чём она работает.
health-look = Проверить всё
health-sound = Всё в порядке.
health-ill =
    { $count ->
        [one] { $count } пункт требует внимания.
        [few] { $count } пункта требуют внимания.
        [many] { $count } пунктов требуют внимания.
       *[other] { $count } пункта требуют внимания.
    }
health-version = Версия
health-database = База данных
health-address = Адрес
