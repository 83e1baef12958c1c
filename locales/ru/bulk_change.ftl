# A bulk change of many records of a list
bulk-change = Массовое изменение
bulk-change-many = Массовые изменения
bulk-change-object = Объект
bulk-change-records = Записи
bulk-change-filter = Фильтр
bulk-change-change = Изменение
bulk-change-status = Состояние
bulk-change-status-running = Идёт
bulk-change-status-done = Завершено
bulk-change-status-undoing = Отменяется
bulk-change-status-undone = Отменено
bulk-change-total = Запланировано
bulk-change-changed = Изменено
bulk-change-same = Без изменений
bulk-change-refused = Отклонено
bulk-change-refusals = Причины
bulk-change-position = Положение
bulk-change-first-seq = Начало после
bulk-change-begun-by = Кто начал
bulk-change-ended-at = Завершено

# Its pages
bulk-edit = Изменить
bulk-submit = Изменить
bulk-next = Далее
bulk-choose = Выберите поле
bulk-way = Что сделать
bulk-add = Добавить
bulk-take = Убрать
bulk-set = Заменить на
bulk-empty = Вместо этого очистить поле
bulk-undo-hint = Записи останутся в корзине, действие можно отменить.
bulk-trash-ask =
    { $count ->
        [one] Переместить { $count } запись в корзину?
        [few] Переместить { $count } записи в корзину?
        [many] Переместить { $count } записей в корзину?
       *[other] Переместить { $count } записи в корзину?
    }
bulk-changed = Изменено: { $count }
bulk-trashed = В корзину перемещено: { $count }
bulk-same = Уже было так: { $count }
bulk-refused = Отклонено: { $count }
bulk-refused-title = Отклонённые записи
bulk-why = Причина
bulk-more = и ещё { $count }
bulk-undone = Всё как было.
bulk-left =
    { $count ->
        [one] { $count } запись осталась как есть: её с тех пор кто-то изменил.
        [few] { $count } записи остались как есть: их с тех пор кто-то изменил.
        [many] { $count } записей осталось как есть: их с тех пор кто-то изменил.
       *[other] { $count } записи осталось как есть: их с тех пор кто-то изменил.
    }
bulk-back = Назад к списку
job-bulk = Изменить много записей списка
door-bulk = массовое изменение
error-bulk-none = Ничего не выбрано. Сначала отметьте строки.
error-bulk-merge = Чтобы объединить, выберите ровно две записи.
error-bulk-undone = Это изменение уже отменено.
