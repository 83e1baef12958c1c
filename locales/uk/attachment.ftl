attachment = Файл
attachment-many = Файли
attachment-name = Назва
attachment-about = Чого стосується
attachment-field = Поле
attachment-kind = Тип файлу
attachment-bytes = Байтів
attachment-digest = SHA-256
attachment-width = Ширина
attachment-height = Висота

# Блок на сторінці запису
files-title = Файли
files-removed = Видалені файли
files-show-removed = Видалені
files-back = Назад до файлів
files-none-removed = За останні 30 днів нічого не видаляли.
files-add = Перетягніть, вставте або виберіть файли
files-send = Надіслати
files-hint = до { $limit } МБ кожен
files-download = Завантажити
files-remove = Прибрати
files-one-removed = Файл { $name } прибрано
files-added-done = Файли додано
files-restored = Файл повернуто

# Розмір файлу
size-bytes =
    { $count ->
        [one] { $count } байт
        [few] { $count } байти
        [many] { $count } байтів
       *[other] { $count } байта
    }
size-kilobytes = { $number } КБ
size-megabytes = { $number } МБ
size-gigabytes = { $number } ГБ
