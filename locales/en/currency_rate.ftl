currency-rate = Exchange rate
currency-rate-many = Exchange rates
currency-rate-new = New exchange rate
currency-rate-help = What one unit of a currency is worth in the workspace’s currency, from a day on.
currency-rate-currency = Currency
currency-rate-rate = Rate
currency-rate-valid-from = Valid from
# The page of rates
rates-hint = Amounts are added up in { $currency }, each by the rate of its day. A rate holds from its day until the next one.
rates-none = No rates yet. Amounts in other currencies than { $currency } can’t be added up until there is one.
rates-currency = Currency
rates-now = Today
rates-since = Since
rates-next = Next
rates-not-yet = None yet
rates-all = All rates
