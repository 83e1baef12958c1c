currency-rate = Курс валюти
currency-rate-many = Курси валют
currency-rate-new = Новий курс
currency-rate-help = Скільки коштує одиниця валюти в основній валюті, починаючи з указаного дня.
currency-rate-currency = Валюта
currency-rate-rate = Курс
currency-rate-valid-from = Діє з
