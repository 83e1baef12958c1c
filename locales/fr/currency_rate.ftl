currency-rate = Taux de change
currency-rate-many = Taux de change
currency-rate-new = Nouveau taux de change
currency-rate-help = Ce que vaut une unité d’une devise dans la devise de l’espace, à partir d’un jour donné.
currency-rate-currency = Devise
currency-rate-rate = Taux
currency-rate-valid-from = Valable à partir du
# The page of rates
rates-hint = Les montants sont additionnés en { $currency }, chacun au taux de son jour. Un taux vaut jusqu’au suivant.
rates-none = Aucun taux pour l’instant. Sans taux, seuls les montants en { $currency } peuvent être additionnés.
rates-currency = Devise
rates-now = Aujourd’hui
rates-since = Depuis
rates-next = Ensuite
rates-not-yet = Pas encore
rates-all = Tous les taux
