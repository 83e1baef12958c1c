team = Équipe
team-many = Équipes
team-new = Nouvelle équipe
team-help = Des personnes qui travaillent ensemble ; une équipe voit ce que voient ses sous-équipes.
team-name = Nom
team-parent = Fait partie de
team-manager = Manager
team-region = Région
# The tree of teams
teams-keys = Faites glisser une équipe sous une autre, ou appuyez sur Alt et → ou ← sur sa ligne. Les personnes se glissent d’une équipe à l’autre.
teams-none = Aucune équipe pour l’instant. Ajoutez la première pour voir qui travaille avec qui.
teams-below = Ajouter une sous-équipe
teams-move = Déplacer { $name } vers une autre équipe
teams-loose =
    { $count ->
        [0] Tout le monde a une équipe
        [one] { $count } personne sans équipe
       *[other] { $count } personnes sans équipe
    }
teams-more =
    { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }
