currency-rate = Taux de change
currency-rate-many = Taux de change
currency-rate-new = Nouveau taux de change
currency-rate-help = Ce que vaut une unité d’une devise dans la devise de l’espace, à partir d’un jour donné.
currency-rate-currency = Devise
currency-rate-rate = Taux
currency-rate-valid-from = Valable à partir du
