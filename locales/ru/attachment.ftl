attachment = Файл
attachment-many = Файлы
attachment-name = Имя
attachment-about = К чему относится
attachment-field = Поле
attachment-kind = Тип файла
attachment-bytes = Байт
attachment-digest = SHA-256
attachment-width = Ширина
attachment-height = Высота

# Блок на странице записи
files-title = Файлы
files-removed = Удалённые файлы
files-show-removed = Удалённые
files-back = Назад к файлам
files-none-removed = За последние 30 дней ничего не удаляли.
files-add = Перетащите, вставьте или выберите файлы
files-send = Отправить
files-hint = до { $limit } МБ каждый
files-download = Скачать
files-remove = Убрать
files-one-removed = Файл { $name } убран
files-added-done = Файлы добавлены
files-restored = Файл возвращён

# Размер файла
size-bytes =
    { $count ->
        [one] { $count } байт
        [few] { $count } байта
        [many] { $count } байт
       *[other] { $count } байта
    }
size-kilobytes = { $number } КБ
size-megabytes = { $number } МБ
size-gigabytes = { $number } ГБ
