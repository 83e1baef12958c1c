team = Équipe
team-many = Équipes
team-new = Nouvelle équipe
team-help = Des personnes qui travaillent ensemble ; une équipe voit ce que voient ses sous-équipes.
team-name = Nom
team-parent = Fait partie de
team-manager = Manager
team-region = Région
