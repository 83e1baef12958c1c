role = Rôle
role-many = Rôles
role-new = Nouveau rôle
role-help = Ce que ses membres peuvent voir et faire.
role-name = Nom
role-description = Description
role-key = Rôle d’origine
role-grants = Droits
role-second-factor = Exige un second facteur

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

# Rôles d’un nouvel espace
role-default-administrator = Administrateur
role-default-head-of-sales = Directeur commercial
role-default-account-executive = Ingénieur commercial
role-default-sdr = Développement commercial entrant (SDR)
role-default-bdr = Développement commercial sortant (BDR)
role-default-adr = Développement de comptes (ADR)
role-default-marketing = Marketing
role-default-customer-success = Réussite client
role-default-support = Support
role-default-executive = Direction
role-default-integrator = Intégrateur
# What a role shows first
role-navigation = Navigation
role-start = Page de départ
role-front = Navigation et page de départ
role-navigation-hint = Ce qui vient en premier pour les personnes de ce rôle. Le reste suit dans l’ordre habituel.
role-start-hint = La page qui s’ouvre après la connexion. Le choix fait dans le profil l’emporte.
role-front-first = En premier
role-front-others = Ensuite
