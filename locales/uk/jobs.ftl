# Що робиться, поки ніхто не чекає
jobs-title = Фонові завдання
jobs-hint = Що Cordee робить сам: за розкладом і після збереження.
jobs-queues = Черги
jobs-rounds = За розкладом
jobs-latest = Останні завдання
jobs-failed = Завдання, від яких відмовилися
jobs-show-all = Усі завдання
jobs-show-dead = Невдалі
jobs-none = Тут поки порожньо
jobs-dead-some =
    { $count ->
        [one] { $count } завдання вичерпало всі спроби. Подивіться чому, тоді запустіть знову або приберіть.
        [few] { $count } завдання вичерпали всі спроби. Подивіться чому, тоді запустіть знову або приберіть.
        [many] { $count } завдань вичерпали всі спроби. Подивіться чому, тоді запустіть знову або приберіть.
       *[other] { $count } завдання вичерпали всі спроби. Подивіться чому, тоді запустіть знову або приберіть.
    }
jobs-id = Код
jobs-name = Завдання
jobs-queue = Черга
jobs-state = Стан
jobs-waiting = Чекає
jobs-running = Виконується
jobs-done = Виконано
jobs-dead = Не вдалося
jobs-oldest = Прострочено з
jobs-tries = Спроби
jobs-due-at = Коли
jobs-due-next = Наступного разу
jobs-told = Повідомлення
queue-house = Обслуговування
queue-webhooks = Вебхуки
job-sweep = Прибрати завершені сеанси й старі завдання
job-end-shares = Позначити доступи, що завершилися
job-transfer = Передати записи
job-sweep-files = Прибрати непотрібні файли
job-tidy = Підтримувати швидкість бази даних
job-webhook = Надіслати вебхук
action-job-again = Запустити знову
action-job-again-done = Знову в черзі
action-job-discard = Прибрати
action-job-discard-done = Прибрано
action-job-run = Запустити зараз
action-job-run-done = У черзі
error-job-running = Це завдання виконується. Дочекайтеся завершення.
error-network = «{ $value }» — не мережа. Напишіть, наприклад, 10.0.0.0/8.
error-certificates = Не вдається прочитати сертифікати: { $detail }
command-working = Черга обробляється. Ctrl-C — зупинити.
api-jobs = Фонові завдання, спершу останні; для адміністраторів
api-job-queues = Стан черг і час наступних запусків за розкладом
api-job-again = Запустити завершене завдання знову
api-job-discard = Прибрати завдання, яке не виконується
api-job-run = Одразу поставити в чергу завдання з розкладу
api-parameter-state = Лише в цьому стані
api-parameter-queue = Лише з цієї черги
api-parameter-before-id = Лише поставлені раніше за це
job-sweep-attachments = Прибрати вкладення, які більше ніде не потрібні
job-count-deals = Визначити, які угоди вважаються можливостями
job-remind-of-steps = Нагадати про наступні кроки, термін яких настав
job-remind-of-calls = Нагадати про прогнози, що запізнюються
job-find-key-stages = Знайти ключовий етап кожної воронки
