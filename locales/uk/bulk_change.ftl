# A bulk change of many records of a list
bulk-change = Масова зміна
bulk-change-many = Масові зміни
bulk-change-object = Об’єкт
bulk-change-records = Записи
bulk-change-filter = Фільтр
bulk-change-change = Зміна
bulk-change-status = Стан
bulk-change-status-running = Триває
bulk-change-status-done = Завершено
bulk-change-status-undoing = Скасовується
bulk-change-status-undone = Скасовано
bulk-change-total = Заплановано
bulk-change-changed = Змінено
bulk-change-same = Без змін
bulk-change-refused = Відхилено
bulk-change-refusals = Причини
bulk-change-position = Положення
bulk-change-first-seq = Початок після
bulk-change-begun-by = Хто почав
bulk-change-ended-at = Завершено

# Its pages
bulk-edit = Змінити
bulk-submit = Змінити
bulk-next = Далі
bulk-choose = Виберіть поле
bulk-way = Що зробити
bulk-add = Додати
bulk-take = Прибрати
bulk-set = Замінити на
bulk-empty = Натомість очистити поле
bulk-undo-hint = Записи лишаться в кошику, дію можна скасувати.
bulk-trash-ask =
    { $count ->
        [one] Перемістити { $count } запис до кошика?
        [few] Перемістити { $count } записи до кошика?
        [many] Перемістити { $count } записів до кошика?
       *[other] Перемістити { $count } запису до кошика?
    }
bulk-changed = Змінено: { $count }
bulk-trashed = До кошика переміщено: { $count }
bulk-same = Уже було так: { $count }
bulk-refused = Відхилено: { $count }
bulk-refused-title = Відхилені записи
bulk-why = Причина
bulk-more = і ще { $count }
bulk-undone = Усе як було.
bulk-left =
    { $count ->
        [one] { $count } запис лишився як є: його відтоді хтось змінив.
        [few] { $count } записи лишилися як є: їх відтоді хтось змінив.
        [many] { $count } записів лишилося як є: їх відтоді хтось змінив.
       *[other] { $count } запису лишилося як є: їх відтоді хтось змінив.
    }
bulk-back = Назад до списку
job-bulk = Змінити багато записів списку
door-bulk = масова зміна
error-bulk-none = Нічого не вибрано. Спершу позначте рядки.
error-bulk-merge = Щоб об’єднати, виберіть рівно два записи.
error-bulk-undone = Цю зміну вже скасовано.
