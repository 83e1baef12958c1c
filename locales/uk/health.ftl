# Backups
backup-title = Резервні копії
backup-hint = У копії є все: записи, файли, історія та налаштування на один момент. Копію перевіряють, перш ніж вважати готовою. Тримайте її й на іншій машині, а ключ журналу — окремо.
backup-make = Зробити копію зараз
backup-under = Копія створюється й перевіряється. Це може тривати кілька хвилин.
backup-made = Резервну копію створено й перевірено.
backup-failed = Копію зробити не вдалося. Причина — у журналі сервера.
backup-none = Копій тут ще не робили.
backup-at = Зроблено
backup-file = Файл
backup-size = Розмір
backup-megabytes = { $number } МБ

# About this Cordee, and whether all is well
health-title = Система та її стан
health-hint = Яка це версія Cordee, де лежать її дані і чи все гаразд із тим, на чому вона працює.
health-look = Перевірити все
health-sound = Усе гаразд.
health-ill =
    { $count ->
        [one] { $count } пункт потребує уваги.
        [few] { $count } пункти потребують уваги.
        [many] { $count } пунктів потребують уваги.
       *[other] { $count } пункту потребують уваги.
    }
health-version = Версія
health-database = База даних
health-address = Адреса
