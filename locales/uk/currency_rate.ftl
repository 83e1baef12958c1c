currency-rate = Курс валюти
currency-rate-many = Курси валют
currency-rate-new = Новий курс
currency-rate-help = Скільки коштує одиниця валюти в основній валюті, починаючи з указаного дня.
currency-rate-currency = Валюта
currency-rate-rate = Курс
currency-rate-valid-from = Діє з
# The page of rates
rates-hint = Підсумки — у { $currency }, кожна сума за курсом свого дня. Курс діє до наступного.
rates-none = Курсів поки немає. Без курсу до підсумку не можна додати суми, вказані не в { $currency }.
rates-currency = Валюта
rates-now = Сьогодні
rates-since = З якого дня
rates-next = Наступний
rates-not-yet = Поки немає
rates-all = Усі курси
