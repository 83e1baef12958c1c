# Что делается, пока никто не ждёт
jobs-title = Фоновые задания
jobs-hint = Что Cordee делает сам: по расписанию и после сохранения.
jobs-queues = Очереди
jobs-rounds = По расписанию
jobs-latest = Последние задания
jobs-failed = Задания, от которых отказались
jobs-show-all = Все задания
jobs-show-dead = Неудачные
jobs-none = Здесь пока пусто
jobs-dead-some =
    { $count ->
        [one] { $count } задание исчерпало все попытки. Посмотрите почему, затем запустите снова или уберите.
        [few] { $count } задания исчерпали все попытки. Посмотрите почему, затем запустите снова или уберите.
        [many] { $count } заданий исчерпали все попытки. Посмотрите почему, затем запустите снова или уберите.
       *[other] { $count } задания исчерпали все попытки. Посмотрите почему, затем запустите снова или уберите.
    }
jobs-id = Код
jobs-name = Задание
jobs-queue = Очередь
jobs-state = Состояние
jobs-waiting = Ждёт
jobs-running = Выполняется
jobs-done = Выполнено
jobs-dead = Не удалось
jobs-oldest = Просрочено с
jobs-tries = Попытки
jobs-due-at = Когда
jobs-due-next = Следующий раз
jobs-told = Сообщение
queue-house = Обслуживание
queue-webhooks = Вебхуки
job-sweep = Убрать завершённые сеансы и старые задания
job-end-shares = Отметить завершившиеся доступы
job-transfer = Передать записи
job-sweep-files = Убрать ненужные файлы
job-tidy = Поддерживать скорость базы данных
job-webhook = Отправить вебхук
action-job-again = Запустить снова
action-job-again-done = Снова в очереди
action-job-discard = Убрать
action-job-discard-done = Убрано
action-job-run = Запустить сейчас
action-job-run-done = В очереди
error-job-running = Это задание выполняется. Дождитесь окончания.
error-network = «{ $value }» — не сеть. Напишите, например, 10.0.0.0/8.
error-certificates = Не удаётся прочитать сертификаты: { $detail }
command-working = Очередь обрабатывается. Ctrl-C — остановить.
api-jobs = Фоновые задания, сначала последние; для администраторов
api-job-queues = Состояние очередей и время следующих запусков по расписанию
api-job-again = Запустить завершённое задание снова
api-job-discard = Убрать задание, которое не выполняется
api-job-run = Сразу поставить в очередь задание из расписания
api-parameter-state = Только в этом состоянии
api-parameter-queue = Только из этой очереди
api-parameter-before-id = Только поставленные раньше этого
job-sweep-attachments = Убрать вложения, которые больше нигде не нужны
job-count-deals = Определить, какие сделки считаются возможностями
job-remind-of-steps = Напомнить о следующих шагах, срок которых подошёл
job-remind-of-calls = Напомнить об опаздывающих прогнозах
job-find-key-stages = Найти ключевой этап каждой воронки
