notification = Сповіщення
notification-many = Сповіщення
notification-user = Співробітник
notification-waits-for = Не прочитав
notification-kind = Що сталося
notification-kind-mention = Згадка
notification-kind-comment = Коментар
notification-kind-change = Зміна
notification-kind-given = Новий запис для вас
notification-kind-many = Багато записів
notification-kind-due = Термін
notification-kind-late = Запізнення
notification-kind-late-team = Запізнення в команді
notification-about = Запис
notification-comment = Коментар
notification-by = Хто
notification-entries = Записи журналу
notification-object = Об’єкт
notification-count = Кількість
notification-people = Люди
notification-read-at = Прочитано
notification-key = Ключ
notification-unread = Непрочитані
notification-all = Усі
notification-unread-count = { $count ->
    [one] { $count } непрочитане сповіщення
    [few] { $count } непрочитані сповіщення
    [many] { $count } непрочитаних сповіщень
   *[other] { $count } непрочитані сповіщення
}
notification-records = { $count ->
    [one] { $count } запис
    [few] { $count } записи
    [many] { $count } записів
   *[other] { $count } записи
}
notification-did-mention = згадує вас
notification-did-comment = коментує
notification-did-change = вносить зміни
notification-did-given = створює це для вас
notification-did-many = змінює одразу багато
notification-did-due = нагадує про наступні кроки, термін яких настав
notification-did-late = нагадує: ваш прогноз запізнюється
notification-did-late-team = повідомляє, хто запізнюється з прогнозом
notification-read-all = Прочитати все
notification-mark-read = Позначити прочитаним
notification-mark-unread = Позначити непрочитаним
notification-settings = Про що сповіщати
notification-older = Давніші
notification-none = Поки нічого
notification-none-unread = Усе прочитано
notification-none-hint = Тут з’являться коментарі та важливі зміни записів, за якими ви стежите.
notification-read-hint = Тут з’явиться нове в записах, за якими ви стежите.
api-notifications = Ваші сповіщення, спочатку нові
api-notifications-read = Позначити всі свої сповіщення прочитаними
api-notification-read = Позначити сповіщення прочитаним
api-notification-unread = Знову позначити сповіщення непрочитаним
notification-later = Відкласти
notification-later-done = Відкладено. Повернеться вчасно.
notification-later-hour = За годину
notification-later-tomorrow = Завтра вранці
notification-later-week = У понеділок вранці
notification-later-until = Відкладено до { $time }
