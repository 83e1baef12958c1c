role = Роль
role-many = Роли
role-new = Новая роль
role-help = Что её участники могут видеть и делать.
role-name = Название
role-description = Описание

# Какие записи и что с ними можно делать
role-access = Доступ
role-access-own = Свои записи
role-access-team = Записи команды
role-access-all = Все записи
role-access-none = Нет доступа
role-create = Создание
role-read = Просмотр
role-edit = Изменение
role-delete = Удаление
role-export = Экспорт
role-import = Импорт

# Что можно делать с полем
role-field-open = Открыто
role-field-hidden = Скрыто
role-field-read-only = Только чтение
