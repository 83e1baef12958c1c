currency-rate = Курс валюты
currency-rate-many = Курсы валют
currency-rate-new = Новый курс
currency-rate-help = Сколько стоит единица валюты в основной валюте начиная с указанного дня.
currency-rate-currency = Валюта
currency-rate-rate = Курс
currency-rate-valid-from = Действует с
# The page of rates
rates-hint = Итоги — в { $currency }, каждая сумма по курсу своего дня. Курс действует до следующего.
rates-none = Курсов пока нет. Без курса в итог нельзя включить суммы не в { $currency }.
rates-currency = Валюта
rates-now = Сегодня
rates-since = С какого дня
rates-next = Следующий
rates-not-yet = Пока нет
rates-all = Все курсы
