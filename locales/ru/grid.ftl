# The table of a list
grid-bar = Что сделать с выбранными записями
grid-picked = Выбрано: { $count }
grid-picked-some = Выбрано
grid-pick-none = Снять выделение
grid-all = Все: { $count }
grid-all-any = Весь список
grid-sum = Итого
grid-sums-show = Показать итоги
grid-groups-show = Показать группы
grid-group-more = Вся группа
grid-group-toggle = Раскрыть или свернуть группу
grid-group-none = Без групп
grid-group-empty = Не указано
grid-group-month = { $field }: по месяцам
grid-resize = Ширина столбца. С клавиатуры: Alt и стрелка
grid-display = Вид
grid-direction = Направление
grid-apply = Применить
grid-column-up = Переместить вперёд
grid-column-down = Переместить назад
grid-key-pick = Выбрать строку
grid-key-range = Выбрать до этой строки
grid-key-cells = По ячейкам

# The editor of a filter
filter-mine = Мои
filter-open = В работе
filter-not = не
filter-group = Группа условий
filter-group-remove = Убрать группу
filter-add-here = Добавить условие в группу
filter-change = Изменить условие
filter-apply = Применить
filter-join-or = Или другое условие
filter-join-and = И ещё одно условие
filter-turn-any = Достаточно любого из условий
filter-turn-all = Должны выполняться все условия
filter-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
        [many] { $count } дней
       *[other] { $count } дня
    }
filter-days-of = Дней
filter-when-last-days = последние … дней
filter-when-next-days = ближайшие … дней
filter-when-day = определённый день
operator-older = старше чем
operator-later = позже чем через
operator-date-less = до
operator-date-at-most = не позже
operator-date-greater = после
operator-date-at-least = не раньше
filter-followed = Отслеживаю
