role = Rôle
role-many = Rôles
role-new = Nouveau rôle
role-help = Ce que ses membres peuvent voir et faire.
role-name = Nom
role-description = Description

# Quelles fiches, et ce que l’on peut en faire
role-access = Accès
role-access-own = Ses propres fiches
role-access-team = Les fiches de l’équipe
role-access-all = Toutes les fiches
role-access-none = Aucun accès
role-create = Créer
role-read = Lire
role-edit = Modifier
role-delete = Supprimer
role-export = Exporter
role-import = Importer

# Ce que l’on peut faire d’un champ
role-field-open = Ouvert
role-field-hidden = Masqué
role-field-read-only = Lecture seule
