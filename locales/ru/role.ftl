role = Роль
role-many = Роли
role-new = Новая роль
role-help = Что её участники могут видеть и делать.
role-name = Название
role-description = Описание
role-key = Встроенная роль
role-grants = Права
role-second-factor = Требует второго фактора

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

# Роли нового пространства
role-default-administrator = Администратор
role-default-head-of-sales = Руководитель отдела продаж (РОП)
role-default-account-executive = Менеджер по продажам
role-default-sdr = Обработка входящих лидов (SDR)
role-default-bdr = Холодный поиск, ледоруб (BDR)
role-default-adr = Развитие целевых клиентов (ADR)
role-default-marketing = Маркетинг
role-default-customer-success = Успех клиентов
role-default-support = Поддержка
role-default-executive = Руководство
role-default-integrator = Интегратор
# What a role shows first
role-navigation = Меню
role-start = Начальная страница
role-front = Меню и начальная страница
role-navigation-hint = Что идёт первым у людей с этой ролью. Остальное — ниже, в обычном порядке.
role-start-hint = Что открывается после входа. Выбор в собственном профиле важнее.
role-front-first = Сначала
role-front-others = Потом
