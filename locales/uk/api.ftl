# How to begin, above the reference
api-intro = Програми входять із заголовком «Authorization: Bearer ТОКЕН»; створіть токен у розділі «Токени API». Чого вам не можна бачити, того немає. Запис можна надіслати назад таким, яким його прочитано, зі змінами; кожна відмова називає кожне поле і те, що було б правильно.

# What can be done with the records of each object
api-list = Список записів
api-create = Створити запис
api-upsert = Змінити запис із таким значенням або створити його
api-bulk = Створити, змінити й видалити багато записів одразу; відповідь щодо кожного рядка
api-aggregate = Згрупувати записи й підбити підсумки
api-read = Прочитати запис
api-update = Змінити названі поля запису
api-delete = Перемістити запис до кошика
api-restore = Повернути запис із кошика
api-purge = Видалити запис назавжди (для адміністраторів)
api-history = Що відбувалося із записом
api-access = Що людина може робити із записом і чому (адміністратори та власники; кожен про себе)
api-shares = Кому відкрито доступ до запису
api-share = Поділитися записом з людиною чи командою або змінити доступ
api-share-end = Відкликати доступ
api-transfers = Чим володіє людина і що було від неї передано
api-transfer = Передати те, чим володіє людина, або лише подивитися, що це буде
api-transfer-undo = Скасувати передачу

# What can be done beside records
api-me = Хто ви і що вам можна
api-objects = Усі об’єкти з їхніми полями, як ви їх бачите
api-openapi = API як документ OpenAPI
api-metrics = Які є показники
api-metric = Запитати показник
api-tokens = Ваші токени
api-token-create = Створити токен; його секрет показується один раз
api-token-end = Відкликати токен
api-sessions = Де ви ввійшли
api-session-end = Завершити сеанс
api-confirm = Підтвердити, хто ви, перед важливим
api-password = Змінити свій пароль
api-factor = Стан вашого другого фактора
api-factor-begin = Почати налаштування другого фактора
api-factor-on = Увімкнути його першим кодом; резервні коди повідомляються один раз
api-factor-codes = Створити нові резервні коди
api-factor-off = Вимкнути свій другий фактор
api-security-events = Журнал безпеки: ваш, а для адміністраторів — усіх
api-user-link = Створити одноразове посилання для вибору пароля
api-user-factor = Скинути другий фактор людини
api-user-sessions = Завершити всі сеанси людини

# What operations take
api-parameter-id = Ідентифікатор, 13 літер і цифр
api-parameter-name = Назва показника
api-parameter-filter = Які записи: коротка форма або JSON, якщо починається з фігурної дужки
api-parameter-sort = Порядок через кому; «-» для найбільших спочатку. Першим — одне з: { $options }
api-parameter-fields = Лише ці поля, через кому
api-parameter-field = Лише зміни цього поля
api-parameter-include = Зв’язки, чиї записи надійдуть разом у «included», через кому
api-parameter-limit = Скільки щонайбільше
api-parameter-user = Лише те, що стосується цієї людини, за ID
api-parameter-event = Лише події цього виду
api-parameter-cursor = «next» попередньої сторінки
api-parameter-count = «exact» рахує всі
api-parameter-as-of = Як було в цей момент або наприкінці цього дня, наскільки поля зберігають своє минуле
api-parameter-trash = «true» — те, що в кошику
api-parameter-by = За чим групувати, через кому або повторюючи: поле, також через зв’язки, а для дат — період
api-parameter-sum = Поля, що додаються, через кому; гроші в цілих одиницях валюти компанії
api-parameter-min = Поля, чиє найменше значення потрібне, через кому
api-parameter-max = Поля, чиє найбільше значення потрібне, через кому
api-parameter-avg = Поля, чиє середнє потрібне, через кому
api-parameter-before = Лише записи журналу до цього номера
api-parameter-from = Від цього дня
api-parameter-to = До цього дня включно
api-parameter-statistic = Як із багатьох чисел виходить одне
api-parameter-if-match = Версія, від якої зроблено зміну, з «ETag»; «*» — яка є
api-parameter-if-match-maybe = Версія, яку ви бачили, з «ETag», якщо вона має бути та сама
api-parameter-if-none-match = Версія, яка вже є: 304, якщо вона та сама
api-parameter-idempotency-key = Ім’я, яке ви даєте запиту, до 255 символів: надісланий повторно протягом доби, він нічого не зробить двічі й отримає ту саму відповідь
api-parameter-match = За чим шукати запис: за зовнішнім ID або за полем з унікальними значеннями

# What changed since a cursor
api-changes = Що змінилося від указаного місця, спершу старе
api-parameter-since = «next» із попередньої відповіді; «latest» — від цієї миті; без нього — від самого початку
api-parameter-objects = Лише цих об’єктів, через кому
api-parameter-records = «true» додає кожен запис, який він зараз
api-search = Записи будь-яких об’єктів за їхнім вмістом
api-parameter-q = Що шукати — будь-якою мовою й у будь-якому написанні

# Файли
api-attachments = Файли запису
api-attachment-add = Додати файли до запису
api-upload = Прийняти файли без запису, щоб протягом дня дати їх полям
api-attachment = Вкладення
api-attachment-content = Вміст вкладення; за «Range» — його частина
api-attachment-thumbnail = Зменшене зображення вкладення-картинки
api-attachment-remove = Прибрати вкладення; його можна повернути
api-attachment-restore = Повернути прибране вкладення
api-import-plan = Надіслати файли для імпорту; що в них, буде запропоновано
api-import-plan-read = Що запропоновано й вирішено щодо файлів для імпорту
api-import-plan-decide = Вирішити, що у файлах і що означають стовпці
api-import-plan-discard = Відмовитися від файлів
api-import-plan-check = Що станеться з кожним рядком; нічого не записується
api-import-plan-problems = Усі помилки всіх рядків, порядково в JSON
api-import-plan-start = Імпортувати файли
api-imports = Усі імпорти
api-import = Імпорт та його перебіг
api-import-stop = Зупинити імпорт; його можна продовжити
api-import-resume = Продовжити імпорт з місця зупинки
api-import-undo = Скасувати імпорт
api-import-rejected = Відхилені рядки з причинами, у CSV
api-import-run = Імпорт кількох файлів, розпочатий разом
api-import-run-stop = Зупинити все
api-import-run-resume = Продовжити все
api-import-run-undo = Скасувати все
api-parameter-plan = Назва, під якою зберігаються файли
api-parameter-inline = «true» показує зображення і PDF у браузері; решта завантажується
api-parameter-unread = Лише непрочитані
api-today = Що чекає на вас сьогодні, за розділами, і місяць на сьогодні
api-snooze = Відкласти запис до дня — лише для себе; без дня він одразу повертається
api-parameter-whose = Чиї записи: «me», «team» чи «all»; якщо не вказано — власні, а якщо своїх немає — усі, які ви бачите
api-parameter-snoozed = «true» показує і відкладене
