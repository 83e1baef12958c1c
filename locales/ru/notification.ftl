notification = Уведомление
notification-many = Уведомления
notification-user = Сотрудник
notification-waits-for = Не прочитал
notification-kind = Что произошло
notification-kind-mention = Упоминание
notification-kind-comment = Комментарий
notification-kind-change = Изменение
notification-kind-given = Новая запись для вас
notification-kind-many = Много записей
notification-kind-due = Срок
notification-kind-late = Опоздание
notification-kind-late-team = Опоздание в команде
notification-about = Запись
notification-comment = Комментарий
notification-by = Кто
notification-entries = Записи журнала
notification-object = Объект
notification-count = Количество
notification-people = Люди
notification-read-at = Прочитано
notification-key = Ключ
notification-unread = Непрочитанные
notification-all = Все
notification-unread-count = { $count ->
    [one] { $count } непрочитанное уведомление
    [few] { $count } непрочитанных уведомления
    [many] { $count } непрочитанных уведомлений
   *[other] { $count } непрочитанных уведомления
}
notification-records = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}
notification-did-mention = упоминает вас
notification-did-comment = комментирует
notification-did-change = вносит изменения
notification-did-given = создаёт это для вас
notification-did-many = меняет сразу много
notification-did-due = напоминает о следующих шагах, срок которых подошёл
notification-did-late = напоминает: ваш прогноз опаздывает
notification-did-late-team = сообщает, кто опаздывает с прогнозом
notification-read-all = Прочитать всё
notification-mark-read = Отметить прочитанным
notification-mark-unread = Отметить непрочитанным
notification-settings = О чём сообщать
notification-older = Более ранние
notification-none = Пока ничего
notification-none-unread = Всё прочитано
notification-none-hint = Здесь появятся комментарии и важные изменения записей, за которыми вы следите.
notification-read-hint = Здесь появится новое о записях, за которыми вы следите.
api-notifications = Ваши уведомления, сначала новые
api-notifications-read = Отметить все свои уведомления прочитанными
api-notification-read = Отметить уведомление прочитанным
api-notification-unread = Снова отметить уведомление непрочитанным
notification-later = Отложить
notification-later-done = Отложено. Вернётся в срок.
notification-later-hour = Через час
notification-later-tomorrow = Завтра утром
notification-later-week = В понедельник утром
notification-later-until = Отложено до { $time }
