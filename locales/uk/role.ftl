role = Роль
role-many = Ролі
role-new = Нова роль
role-help = Що її учасники можуть бачити й робити.
role-name = Назва
role-description = Опис
role-key = Вбудована роль
role-grants = Права
role-second-factor = Вимагає другого фактора

# Які записи і що з ними можна робити
role-access = Доступ
role-access-own = Свої записи
role-access-team = Записи команди
role-access-all = Усі записи
role-access-none = Немає доступу
role-create = Створення
role-read = Перегляд
role-edit = Редагування
role-delete = Видалення
role-export = Експорт
role-import = Імпорт

# Що можна робити з полем
role-field-open = Відкрите
role-field-hidden = Приховане
role-field-read-only = Лише читання

# Ролі нового простору
role-default-administrator = Адміністратор
role-default-head-of-sales = Керівник відділу продажів
role-default-account-executive = Менеджер з продажу
role-default-sdr = Опрацювання вхідних лідів (SDR)
role-default-bdr = Холодний пошук, криголам (BDR)
role-default-adr = Розвиток цільових клієнтів (ADR)
role-default-marketing = Маркетинг
role-default-customer-success = Успіх клієнтів
role-default-support = Підтримка
role-default-executive = Керівництво
role-default-integrator = Інтегратор
# What a role shows first
role-navigation = Меню
role-start = Початкова сторінка
role-front = Меню та початкова сторінка
role-navigation-hint = Що йде першим у людей із цією роллю. Решта — нижче, у звичному порядку.
role-start-hint = Що відкривається після входу. Вибір у власному профілі важливіший.
role-front-first = Спочатку
role-front-others = Потім
