report-coverage = План і покриття
report-coverage-help = Скільки виграно від плану періоду, скільки залишилося і чи вистачить відкритих угод, що закриваються в ньому. Фільтр звужує угоди, але не плани.
report-coverage-no-quota = Ні в кого з тих, кого ви бачите, тут немає плану. Створіть його або подивіться інший період чи розріз.
report-coverage-few = Закрито угод із сумою за рік до цього: { $closed }; цільове покриття рахується починаючи з { $enough }.
report-coverage-into-people = Працівники й команди
report-coverage-into-quarters = Квартали
report-coverage-into-months = Місяці
report-coverage-exact = Сходиться
report-coverage-missing = Бракує
report-coverage-over = Забагато
report-coverage-not-split = Ще не розподілено
report-asks-by = Розріз
report-asks-by-person = Працівник
report-asks-by-team = Команда
report-asks-by-series = Лінійка продуктів
report-fact-quota = План
report-fact-won-so-far = Виграно
report-fact-attainment = Виконання
report-fact-pace = Темп
report-fact-left = Залишилося
report-fact-per-week = Треба на тиждень
report-fact-open-closing = Відкрито із закриттям у періоді
report-fact-weighted-closing = З урахуванням імовірності
report-fact-covers-quota = Покриття плану
report-fact-covers-rest = Покриття залишку
report-fact-weighted-covers-quota = Зважене ÷ план
report-fact-weighted-covers-rest = Зважене ÷ залишок
report-fact-target-coverage = Цільове покриття
report-fact-missing-pipeline = Бракує у воронці
report-table-quota-rows = Виконання планів
report-table-quota-rows-none = У цьому періоді немає ні планів, ні угод.
report-table-coverage-rows = Воронка на залишок
report-table-coverage-rows-none = У цьому періоді не закривається жодна угода.
report-table-quota-checks = Чи сходяться частини?
report-table-quota-checks-none = Тут немає планів із частинами.
report-column-whose = Чий
report-column-quota = План
report-column-won-so-far = Виграно
report-column-attainment = Виконання
report-column-pace = Темп
report-column-left = Залишилося
report-column-per-week = Треба на тиждень
report-column-open-closing = Відкрито в періоді
report-column-weighted-closing = З імовірністю
report-column-covers-quota = ÷ план
report-column-covers-rest = ÷ залишок
report-column-weighted-covers-quota = ÷ план
report-column-weighted-covers-rest = ÷ залишок
report-column-target-coverage = Ціль
report-column-closed-before = Закрито за рік до цього
report-column-missing-pipeline = Бракує у воронці
report-column-split-into = Розподілено на
report-column-parts = Частини
report-column-parts-sum = Сума частин
report-column-difference = Різниця
error-coverage-future = Цей день ще не настав. Виберіть сьогодні або раніший.
goal-mine = Мій план
goal-people =
    { $count ->
        [one] План { $count } людини
        [few] План { $count } людей
        [many] План { $count } людей
       *[other] План { $count } людей
    }
goal-gap = Скільки лишилося до плану
goal-month = План { $amount }
goal-reached = Виконано { $share }
