report-coverage = План и покрытие
report-coverage-help = Сколько выиграно от плана периода, сколько осталось и хватит ли открытых сделок, которые закрываются в нём. Фильтр сужает сделки, но не планы.
report-coverage-no-quota = Ни у кого из тех, кого вы видите, здесь нет плана. Создайте его или посмотрите другой период или разрез.
report-coverage-few = Закрыто сделок с суммой за год до этого: { $closed }; целевое покрытие считается начиная с { $enough }.
report-coverage-into-people = Сотрудники и команды
report-coverage-into-quarters = Кварталы
report-coverage-into-months = Месяцы
report-coverage-exact = Сходится
report-coverage-missing = Не хватает
report-coverage-over = Лишнее
report-coverage-not-split = Ещё не распределён
report-asks-by = Разрез
report-asks-by-person = Сотрудник
report-asks-by-team = Команда
report-asks-by-series = Продуктовая линейка
report-fact-quota = План
report-fact-won-so-far = Выиграно
report-fact-attainment = Выполнение
report-fact-pace = Темп
report-fact-left = Осталось
report-fact-per-week = Нужно в неделю
report-fact-open-closing = Открыто с закрытием в периоде
report-fact-weighted-closing = С учётом вероятности
report-fact-covers-quota = Покрытие плана
report-fact-covers-rest = Покрытие остатка
report-fact-weighted-covers-quota = Взвешенное ÷ план
report-fact-weighted-covers-rest = Взвешенное ÷ остаток
report-fact-target-coverage = Целевое покрытие
report-fact-missing-pipeline = Не хватает в воронке
report-table-quota-rows = Выполнение планов
report-table-quota-rows-none = В этом периоде нет ни планов, ни сделок.
report-table-coverage-rows = Воронка на остаток
report-table-coverage-rows-none = В этом периоде не закрывается ни одна сделка.
report-table-quota-checks = Сходятся ли части?
report-table-quota-checks-none = Здесь нет планов с частями.
report-column-whose = Чей
report-column-quota = План
report-column-won-so-far = Выиграно
report-column-attainment = Выполнение
report-column-pace = Темп
report-column-left = Осталось
report-column-per-week = Нужно в неделю
report-column-open-closing = Открыто в периоде
report-column-weighted-closing = С вероятностью
report-column-covers-quota = ÷ план
report-column-covers-rest = ÷ остаток
report-column-weighted-covers-quota = ÷ план
report-column-weighted-covers-rest = ÷ остаток
report-column-target-coverage = Цель
report-column-closed-before = Закрыто за год до этого
report-column-missing-pipeline = Не хватает в воронке
report-column-split-into = Распределён на
report-column-parts = Части
report-column-parts-sum = Сумма частей
report-column-difference = Разница
error-coverage-future = Этот день ещё не наступил. Выберите сегодня или более ранний.
goal-mine = Мой план
goal-people =
    { $count ->
        [one] План { $count } человека
        [few] План { $count } человек
        [many] План { $count } человек
       *[other] План { $count } человек
    }
goal-gap = Сколько осталось до плана
goal-month = План { $amount }
goal-reached = Выполнено { $share }
