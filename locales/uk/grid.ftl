# The table of a list
grid-bar = Що зробити з вибраними записами
grid-picked = Вибрано: { $count }
grid-picked-some = Вибрано
grid-pick-none = Зняти вибір
grid-all = Усі: { $count }
grid-all-any = Увесь список
grid-sum = Разом
grid-sums-show = Показати підсумки
grid-groups-show = Показати групи
grid-group-more = Уся група
grid-group-toggle = Розгорнути або згорнути групу
grid-group-none = Без груп
grid-group-empty = Не вказано
grid-group-month = { $field }: за місяцями
grid-resize = Ширина стовпця. З клавіатури: Alt і стрілка
grid-display = Вигляд
grid-direction = Напрям
grid-apply = Застосувати
grid-column-up = Перемістити вперед
grid-column-down = Перемістити назад
grid-key-pick = Вибрати рядок
grid-key-range = Вибрати до цього рядка
grid-key-cells = По клітинках

# The editor of a filter
filter-mine = Мої
filter-open = У роботі
filter-not = не
filter-group = Група умов
filter-group-remove = Прибрати групу
filter-add-here = Додати умову до групи
filter-change = Змінити умову
filter-apply = Застосувати
filter-join-or = Або інша умова
filter-join-and = І ще одна умова
filter-turn-any = Досить будь-якої з умов
filter-turn-all = Мають виконуватися всі умови
filter-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дні
        [many] { $count } днів
       *[other] { $count } дня
    }
filter-days-of = Днів
filter-when-last-days = останні … днів
filter-when-next-days = найближчі … днів
filter-when-day = певний день
operator-older = давніше ніж
operator-later = пізніше ніж через
operator-date-less = до
operator-date-at-most = не пізніше
operator-date-greater = після
operator-date-at-least = не раніше
filter-followed = Відстежую
