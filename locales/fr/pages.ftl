# The start page
home-greeting = Bonjour, { $name }

# Lists and records
view-list = Liste
group-record = Fiche
record-title = Intitulé
record-as-of = Voici l’état à la fin du { $date }, pour les champs dont l’historique est conservé.
record-now = Revenir à aujourd’hui
record-look-back = Voir le passé
record-look-back-hint = Affiche la fiche telle qu’elle était à la fin d’une journée.
stale-hint = Choisissez, pour chaque champ, la valeur à garder. Ce qu’un seul de vous a modifié est déjà choisi.

# What somebody did, after their name
history-create = a créé la fiche
history-update = a modifié la fiche
history-trash = a mis la fiche à la corbeille
history-restore = a restauré la fiche
history-purge = a supprimé la fiche définitivement
history-merge = a fusionné une autre fiche avec celle-ci
history-unmerge = a annulé une fusion
history-attach = a ajouté un fichier
history-detach = a retiré un fichier
history-share = a partagé la fiche avec { $name } : { $level }
history-share-until = a partagé la fiche avec { $name } jusqu’au { $until } : { $level }
history-unshare = a retiré le partage avec { $name }
history-security = a modifié la connexion de cet utilisateur

# Trash and merge
action-purge = Supprimer définitivement
trash-purged = Suppression définitive effectuée
merge-compare = Comparer
merge-other = Trouvez la fiche qui correspond à { $name }.
merge-preview = Rien n’a encore changé. Tout ce qui est rattaché à l’autre fiche passe à celle qui reste, et la fusion peut être annulée.

# Filters in words
filter-me = moi
filter-this-week = cette semaine
filter-last-week = la semaine dernière
filter-next-week = la semaine prochaine
filter-this-month = ce mois-ci
filter-last-month = le mois dernier
filter-next-month = le mois prochain
filter-this-quarter = ce trimestre
filter-last-quarter = le trimestre dernier
filter-next-quarter = le trimestre prochain
filter-this-year = cette année
filter-last-year = l’année dernière
filter-next-year = l’année prochaine
filter-last-days =
    { $count ->
        [one] { $count } jour écoulé
       *[other] les { $count } derniers jours
    }
filter-next-days =
    { $count ->
        [one] { $count } jour à venir
       *[other] les { $count } prochains jours
    }

# The parts of an address
address-street = Rue
address-city = Ville
address-region = Région
address-postcode = Code postal
address-country = Pays

# Figures
figures-and = Et par
figures-period = Période
figures-statistic = Statistique
figures-days = { $number } j
bucket-day = Jour
bucket-week = Semaine
bucket-month = Mois
bucket-quarter = Trimestre
bucket-year = Année

# Signing in
password-hint = Au moins 8 caractères ; l’idéal : plusieurs mots qui n’appartiennent qu’à vous.

# Settings
settings-own = Vous
settings-running = Exploitation
settings-search = Trouver un paramètre
settings-profile-hint = Votre langue, votre fuseau horaire, ce dont vous êtes averti et votre mot de passe.
settings-factor-hint = Un code de votre téléphone en plus du mot de passe, pour que le mot de passe seul ne suffise pas.
settings-general = Entreprise
settings-programs = Programmes
settings-zone-hint = Un nom de la liste IANA, par exemple Europe/Paris.
settings-looks-hint = L’aspect et le comportement de Cordee dans ce navigateur.
settings-theme = Thème
settings-days = Dates
settings-style-hint = Selon l’usage de votre langue si rien n’est choisi.
settings-clock = Heure
settings-start = Commencer par
settings-password-change = Changer le mot de passe
settings-password-set = Définir le mot de passe
settings-password-set-hint = { $name } se connectera désormais avec ce mot de passe ; toutes les sessions ouvertes sont fermées.
sessions-hint = Les navigateurs où vous êtes connecté. Fermez ceux que vous ne reconnaissez pas.
tokens-hint = Un jeton permet à un programme d’agir pour vous via l’API, avec au plus vos droits.
tokens-never-ends = Jamais
role-imports = Peut importer des fichiers
role-tags = Peut créer des étiquettes
role-shares = Peut partager les fiches qu’il peut modifier
see-as-bar = Vous voyez ceci comme { $name }, en lecture seule, jusqu’au { $until }.
see-as-end = Arrêter
action-see-as = Voir comme cette personne
role-administers = Administre l’espace : utilisateurs, rôles, paramètres
role-fixed = Ce rôle administre l’espace et reste tel quel, pour que personne ne perde l’accès.
role-other-objects = Tout le reste
journal-title = Journal d’audit
journal-hint = Tout ce qui a été fait, par qui et par quelle entrée, dans une chaîne qu’on ne peut modifier sans que cela se voie. La vérification la lit en entier et dit si elle est intacte.
journal-verify = Vérifier la chaîne
journal-sound =
    { $count ->
        [one] { $count } entrée est intacte. La chaîne finit par { $head }.
       *[other] Les { $count } entrées sont intactes. La chaîne finit par { $head }.
    }
journal-broken =
    { $count ->
        [one] Après { $count } entrée intacte, l’entrée { $number } n’est pas conforme : elle a été modifiée, déplacée ou retirée.
       *[other] Après { $count } entrées intactes, l’entrée { $number } n’est pas conforme : elle a été modifiée, déplacée ou retirée.
    }

# Import, page by page
wizard-look = Voir les colonnes
wizard-unsure = Le fichier peut se lire de plusieurs façons. Vérifiez les exemples ; s’ils sont faux, choisissez un autre encodage ou séparateur.
wizard-ambiguous = Ces valeurs peuvent se lire de plusieurs façons.
wizard-mode = Que faire
wizard-mode-create = Créer seulement
wizard-mode-create-and-update = Créer et mettre à jour
wizard-mode-update = Mettre à jour seulement
wizard-take-near = Prendre les valeurs proposées
wizard-checked-part = Seules les { $count } premières lignes ont été vérifiées ; le reste le sera pendant l’import.
wizard-creates = { $object } : { $count } à créer, introuvables dans Cordee
wizard-failed = L’import s’est interrompu : le fichier ne se lit pas jusqu’au bout.
wizard-stopped = L’import s’est arrêté. Il reprend là où il s’est arrêté.
wizard-rows-done = Lignes traitées : { $count }
wizard-match-hint = Laissé vide : selon les colonnes.
wizard-choose-files = Fichiers
wizard-object-hint = Laissé vide, il est déduit du nom et des colonnes.
wizard-files =
    { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
wizard-files-hint = Ils sont importés de haut en bas, pour que les liens entre eux trouvent leur cible.
wizard-columns-known = { $known } colonnes reconnues sur { $all }
wizard-look-at-it = Certaines données peuvent se lire de plusieurs façons. Vérifiez les colonnes.
wizard-links-later = Les liens vers des lignes suivantes sont posés dans un second passage.
wizard-links-judged = Les liens entre ces fichiers sont vérifiés pendant l’import.
wizard-links-of = Liens : { $object }
wizard-keep-columns = Garder
wizard-all-files = Tous les fichiers
wizard-waits = En attente des fichiers précédents.
wizard-undo-all = Annuler tout l’import
wizard-undo-all-ask = Tout ce que ces fichiers ont créé disparaît, et ce qu’ils ont modifié redevient comme avant.

# Saved views
views-keep = Enregistrer la vue
views-save-new = Enregistrer sous…
views-edit = Renommer et partager…
views-left = Déplacer à gauche
views-right = Déplacer à droite
views-first = Ouvrir en premier
views-not-first = Ne plus ouvrir en premier
views-first-me = Ouvrir en premier pour moi
views-not-first-me = Ne plus ouvrir en premier pour moi
views-delete = Supprimer la vue
views-actions = Actions sur cette vue
settings-numbers = Nombres
settings-start-hint = Sans choix, là où commence votre rôle : { $place }.
