# How to begin, above the reference
api-intro = Программы входят с заголовком «Authorization: Bearer ТОКЕН»; создайте токен в разделе «Токены API». Чего вам нельзя видеть, того нет. Запись можно отправить обратно такой, какой она была прочитана, с изменениями; каждый отказ называет каждое поле и то, что было бы верно.

# What can be done with the records of each object
api-list = Список записей
api-create = Создать запись
api-upsert = Изменить запись с таким значением или создать её
api-bulk = Создать, изменить и удалить много записей сразу; ответ по каждой строке
api-aggregate = Сгруппировать записи и подвести итоги
api-read = Прочитать запись
api-update = Изменить названные поля записи
api-delete = Отправить запись в корзину
api-restore = Вернуть запись из корзины
api-purge = Удалить запись навсегда (для администраторов)
api-history = Что происходило с записью
api-access = Что человек может делать с записью и почему (администраторы и владельцы; каждый о себе)
api-shares = Кому открыт доступ к записи
api-share = Поделиться записью с человеком или командой или изменить доступ
api-share-end = Отозвать доступ
api-transfers = Чем владеет человек и что было от него передано
api-transfer = Передать то, чем владеет человек, или только посмотреть, что это будет
api-transfer-undo = Отменить передачу

# What can be done beside records
api-me = Кто вы и что вам можно
api-objects = Все объекты с их полями, как вы их видите
api-openapi = API как документ OpenAPI
api-metrics = Какие есть показатели
api-metric = Запросить показатель
api-tokens = Ваши токены
api-token-create = Создать токен; его секрет показывается один раз
api-token-end = Отозвать токен
api-sessions = Где вы вошли
api-session-end = Завершить сеанс
api-confirm = Подтвердить, кто вы, перед важным
api-password = Сменить свой пароль
api-factor = Состояние вашего второго фактора
api-factor-begin = Начать настройку второго фактора
api-factor-on = Включить его первым кодом; резервные коды сообщаются один раз
api-factor-codes = Создать новые резервные коды
api-factor-off = Выключить свой второй фактор
api-security-events = Журнал безопасности: ваш, а для администраторов — всех
api-user-link = Создать одноразовую ссылку для выбора пароля
api-user-factor = Сбросить второй фактор человека
api-user-sessions = Завершить все сеансы человека

# What operations take
api-parameter-id = Идентификатор, 13 букв и цифр
api-parameter-name = Имя показателя
api-parameter-filter = Какие записи: короткая форма или JSON, если начинается с фигурной скобки
api-parameter-sort = Порядок через запятую; «-» для наибольших сначала. Первым — одно из: { $options }
api-parameter-fields = Только эти поля, через запятую
api-parameter-field = Только изменения этого поля
api-parameter-include = Связи, чьи записи придут вместе в «included», через запятую
api-parameter-limit = Сколько самое большее
api-parameter-user = Только то, что касается этого человека, по ID
api-parameter-event = Только события этого вида
api-parameter-cursor = «next» предыдущей страницы
api-parameter-count = «exact» считает все
api-parameter-as-of = Как было в этот момент или в конце этого дня, насколько поля хранят своё прошлое
api-parameter-trash = «true» — то, что в корзине
api-parameter-by = По чему группировать, через запятую или повторяя: поле, в том числе через связи, а для дат — период
api-parameter-sum = Поля, которые складываются, через запятую; деньги в целых единицах валюты компании
api-parameter-min = Поля, чьё наименьшее значение нужно, через запятую
api-parameter-max = Поля, чьё наибольшее значение нужно, через запятую
api-parameter-avg = Поля, чьё среднее нужно, через запятую
api-parameter-before = Только записи журнала до этого номера
api-parameter-from = С этого дня
api-parameter-to = По этот день включительно
api-parameter-statistic = Как из многих чисел получается одно
api-parameter-if-match = Версия, от которой сделано изменение, из «ETag»; «*» — какая есть
api-parameter-if-match-maybe = Версия, которую вы видели, из «ETag», если она должна быть прежней
api-parameter-if-none-match = Версия, которая уже есть: 304, если она прежняя
api-parameter-idempotency-key = Имя, которое вы даёте запросу, до 255 символов: отправленный повторно в течение суток, он ничего не сделает дважды и получит тот же ответ
api-parameter-match = По чему искать запись: по внешнему ID или по полю с уникальными значениями

# What changed since a cursor
api-changes = Что изменилось с указанного места, сначала старое
api-parameter-since = «next» из прошлого ответа; «latest» — начиная с этого момента; без него — с самого начала
api-parameter-objects = Только этих объектов, через запятую
api-parameter-records = «true» добавляет каждую запись, какая она сейчас
api-search = Записи любых объектов по их содержанию
api-parameter-q = Что искать — на любом языке и в любом написании

# Файлы
api-attachments = Файлы записи
api-attachment-add = Добавить файлы к записи
api-upload = Принять файлы без записи, чтобы в течение дня дать их полям
api-attachment = Вложение
api-attachment-content = Содержимое вложения; по «Range» — его часть
api-attachment-thumbnail = Уменьшенное изображение вложения-картинки
api-attachment-remove = Убрать вложение; его можно вернуть
api-attachment-restore = Вернуть убранное вложение
api-import-plan = Отправить файлы для импорта; что в них, будет предложено
api-import-plan-read = Что предложено и решено по файлам для импорта
api-import-plan-decide = Решить, что в файлах и что означают столбцы
api-import-plan-discard = Отказаться от файлов
api-import-plan-check = Что станет с каждой строкой; ничего не записывается
api-import-plan-problems = Все ошибки всех строк, построчно в JSON
api-import-plan-start = Импортировать файлы
api-imports = Все импорты
api-import = Импорт и его ход
api-import-stop = Остановить импорт; его можно продолжить
api-import-resume = Продолжить импорт с места остановки
api-import-undo = Отменить импорт
api-import-rejected = Отклонённые строки с причинами, в CSV
api-import-run = Импорт нескольких файлов, начатый вместе
api-import-run-stop = Остановить всё
api-import-run-resume = Продолжить всё
api-import-run-undo = Отменить всё
api-parameter-plan = Имя, под которым хранятся файлы
api-parameter-inline = «true» показывает изображения и PDF в браузере; остальное скачивается
api-parameter-unread = Только непрочитанные
api-today = Что ждёт вас сегодня, по разделам, и месяц на сегодня
api-snooze = Отложить запись до дня — только для себя; без дня она сразу возвращается
api-parameter-whose = Чьи записи: «me», «team» или «all»; если не указано — свои, а если своих нет — все, что вы видите
api-parameter-snoozed = «true» показывает и отложенное
