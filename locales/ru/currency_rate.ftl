currency-rate = Курс валюты
currency-rate-many = Курсы валют
currency-rate-new = Новый курс
currency-rate-help = Сколько стоит единица валюты в основной валюте начиная с указанного дня.
currency-rate-currency = Валюта
currency-rate-rate = Курс
currency-rate-valid-from = Действует с
