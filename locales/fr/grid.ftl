# The table of a list
grid-bar = Que faire des fiches sélectionnées
grid-picked = Sélection : { $count }
grid-picked-some = Sélection
grid-pick-none = Effacer la sélection
grid-all = Toutes : { $count }
grid-all-any = Toute la liste
grid-sum = Total
grid-sums-show = Afficher les totaux
grid-groups-show = Afficher les groupes
grid-group-more = Tout le groupe
grid-group-toggle = Ouvrir ou fermer le groupe
grid-group-none = Sans groupes
grid-group-empty = Vide
grid-group-month = { $field } : mois
grid-resize = Largeur de la colonne. Au clavier : Alt et flèche
grid-display = Affichage
grid-direction = Sens
grid-apply = Appliquer
grid-column-up = Avancer
grid-column-down = Reculer
grid-key-pick = Sélectionner la ligne
grid-key-range = Sélectionner jusqu’ici
grid-key-cells = De cellule en cellule

# The editor of a filter
filter-mine = Les miennes
filter-open = En cours
filter-not = sauf si
filter-group = Groupe de conditions
filter-group-remove = Retirer ce groupe
filter-add-here = Ajouter une condition à ce groupe
filter-change = Modifier la condition
filter-apply = Appliquer
filter-join-or = Ou une autre condition
filter-join-and = Et une autre condition
filter-turn-any = Une seule suffit
filter-turn-all = Toutes doivent être remplies
filter-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
filter-days-of = Jours
filter-when-last-days = les … derniers jours
filter-when-next-days = les … prochains jours
filter-when-day = un jour précis
operator-older = date de plus de
operator-later = est dans plus de
operator-date-less = est avant
operator-date-at-most = jusqu’à
operator-date-greater = est après
operator-date-at-least = à partir de
filter-followed = Suivies
