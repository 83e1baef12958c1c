# Words that parts of a page need of themselves
ui-nav-open = Déplier le menu
ui-trail = Où vous êtes
ui-person-menu = Votre menu
ui-theme-system = Système
ui-theme-light = Clair
ui-theme-dark = Sombre
ui-more = Plus
ui-pages = Pages
ui-connection-lost = Cordee est injoignable. Votre saisie est conservée.

# The filter bar
ui-filter-hint = Filtrer, par exemple amount > 1000
ui-filter-field = Champ
ui-filter-operator = Condition
ui-filter-value = Valeur

# Forms and records
ui-currency = devise
ui-nothing-found = Aucun résultat
tags-make = Créer « { $name } »
tags-remove = Retirer
ui-save-and-new = Enregistrer et nouveau
ui-steps = Étapes
ui-from = avant :
ui-to = maintenant :
ui-history-more = Plus anciennes

# The board
ui-boards = Tableaux
ui-move-refused = Ce déplacement n’a pas été possible.
ui-in-column = Dans cette colonne : { $time }

# Keys
ui-keys = Raccourcis clavier
ui-key-filter = Aller au filtre, ou rechercher
ui-key-next = Descendre dans la liste
ui-key-previous = Monter dans la liste
ui-key-help = Cette aide
ui-key-undo = Annuler ce qui vient d’être fait

# Registers, figures, import, API
ui-actions = Actions
ui-show = Afficher
ui-share = Par rapport au plus grand
ui-row = Ligne
ui-problem = Ce qui ne va pas
ui-problems = Problèmes
ui-refresh = Actualiser
ui-example = Requête
ui-answer = Réponse

# What others do meanwhile
live-here = Également ici
live-looks = { $name } consulte cette fiche
live-edits = { $name } modifie cette fiche
live-take = Reprendre
live-compare = Comparer
live-both = Vous avez aussi modifié : { $fields }
live-more = Nouveautés : { $count }
live-gone = Cette fiche n’est plus ici, ou vous ne pouvez plus la voir.
live-changed = { $name } vient de modifier :
live-changed-by-you = Vous avez modifié ailleurs :

# The search box
search-recent = Consultations récentes
search-key-choose = choisir
search-key-open = ouvrir
search-key-actions = actions seules
search-key-number = par numéro ou ID
command-copy-link = Copier le lien

# A record beside its list
side-title = À côté de la liste
side-whole = Ouvrir la page entière

# More keys
ui-key-beside = Aperçu à côté de la liste
keys-here = Sur cette page
keys-everywhere = Partout
keys-lists = Listes et tableaux
keys-record = Fiches
keys-forms = Formulaires
keys-on = Les touches n’agissent jamais pendant la saisie. Pour désactiver les touches simples :
keys-off = Les touches simples sont désactivées ; celles avec Ctrl fonctionnent. Pour les réactiver :

# What is to be done next with a record, on top of its page
next-none = Aucune prochaine action n’est prévue
next-undated = Aucune date fixée
next-change = Modifier
next-late =
    { $count ->
        [one] En retard de { $count } jour
       *[other] En retard de { $count } jours
    }

# The people around a record, as a map
circle-add = Ajouter une personne
circle-lacks = Ce qui manque
circle-nobody = Personne pour l’instant
circle-others = Également chez ce compte :
circle-remove = Retirer de la carte
circle-hidden = Une personne que vous ne pouvez pas voir
circle-never = Aucun contact à ce jour
circle-none = Personne n’est encore connu.
keys-map = Sur la carte des personnes
circle-stance = Position inconnue
known-choose = Choisir
circle-key-walk = D’une personne à l’autre
circle-key-change = Modifier son rôle

# The history of one field
field-history = Historique
field-history-empty = Vide
field-history-now = actuel
field-history-under-a-day = Moins d’un jour
field-history-none = Rien n’a encore changé ici.
