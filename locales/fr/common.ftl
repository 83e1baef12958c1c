# What something is called, and what it is
pair = { $label } : { $text }

# Champs de tous les objets
field-id = ID
field-created-at = Création
field-created-by = Créé par
field-updated-at = Modification
field-updated-by = Modifié par
field-version = Version
field-source = Système d’origine
field-source-system = Système d’origine
field-foreign-id = ID d’origine
field-deleted-at = Suppression
field-name = Nom
field-owner = Responsable
field-parent = Fait partie de
field-position = Place

# Groupes de champs des formulaires et des fiches
group-main = L’essentiel
group-access = Accès
group-formats = Langue et heure
group-reach = Coordonnées
group-company = Entreprise
group-about = À propos de
group-when = Quand
group-result = Résultat
group-sale = Vente
group-next = Prochaine action
group-closing = Clôture
group-price = Prix
group-forecast = Prévision
group-buying = Parcours d’achat
group-more = Plus
group-rules = Règles

# Valeurs
yes = Oui
no = Non
none = Aucun
no-data = Aucune donnée

# Temps ; les nombres d’une période sont des textes, pour qu’une année ne soit pas groupée
today = Aujourd’hui
yesterday = Hier
tomorrow = Demain
days-ago =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
days-ahead =
    { $count ->
        [one] dans { $count } jour
       *[other] dans { $count } jours
    }
days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
period-week = Semaine { $number }, { $year }
period-quarter = T{ $number } { $year }
field-followed = Suivi par moi
