currency-rate = Exchange rate
currency-rate-many = Exchange rates
currency-rate-new = New exchange rate
currency-rate-help = What one unit of a currency is worth in the workspace’s currency, from a day on.
currency-rate-currency = Currency
currency-rate-rate = Rate
currency-rate-valid-from = Valid from
