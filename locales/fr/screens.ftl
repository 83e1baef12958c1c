# Cadre et navigation
app-name = Cordee
nav-main = Navigation principale
nav-home = Aujourd’hui
nav-board = Tableau
nav-reports = Rapports
nav-all-reports = Tous les rapports
nav-settings = Paramètres
nav-trash = Corbeille
nav-api-docs = Documentation de l’API
nav-skip = Aller au contenu
nav-menu = Menu
nav-collapse = Replier le menu
nav-profile = Votre profil
nav-back = Retour
nav-search = Rechercher
nav-create = Créer

# Actions ; NOM-done est ce que dit le message ensuite
action-create = Créer
action-create-done = Créé
action-edit = Modifier
action-edit-done = Modifié
action-save = Enregistrer
action-save-done = Enregistré
action-cancel = Annuler
action-close = Fermer
action-delete = Mettre à la corbeille
action-delete-done = Mise à la corbeille effectuée
action-restore = Restaurer
action-restore-done = Restauré
action-merge = Fusionner
action-merge-done = Fusionné
action-merge-with = Fusionner avec (ID de la fiche qui disparaît)
action-merge-take = Champs à reprendre
action-unmerge = Annuler la fusion
action-unmerge-done = Fusion annulée
action-unmerge-lost = ID de la fiche fusionnée
action-undo = Annuler
action-undo-done = Annulé
action-convert = Convertir
action-convert-done = Convertie
action-convert-account = Compte
action-convert-contact = Contact
action-convert-deal = Nom de l’affaire
action-convert-amount = Montant
action-convert-owner = Responsable de l’affaire
action-convert-without-deal = Sans affaire
action-unconvert = Annuler la conversion
action-unconvert-done = De nouveau une piste
action-win = Marquer comme gagnée
action-win-done = Gagnée. Bravo.
action-win-amount = Montant
action-win-actual-close-date = Gagnée le
action-win-win-reason = Motif de gain
action-win-handover = Notes de passation
action-win-skipped-because = Motif du saut d’étapes
action-lose = Marquer comme perdue
action-lose-done = Marquée comme perdue
action-lose-loss-reason = Motif de perte
action-lose-loss-note = Ce que nous avons appris
action-lose-competitor = Concurrent
action-lose-actual-close-date = Perdue le
action-reopen = Rouvrir
action-reopen-done = Rouverte
action-disqualify = Disqualifier
action-disqualify-done = Disqualifiée
action-disqualify-disqualify-reason = Motif
action-move = Déplacer
action-move-done = Déplacé
action-export = Exporter
action-export-done = Le fichier est prêt
action-export-as = Exporter en { $format }
action-export-vcard = Exporter les contacts
action-import = Importer
action-import-done = Importé
action-open = Ouvrir
action-copy = Copier
action-copy-done = Copié
action-revoke = Révoquer
action-revoke-done = Révoqué

# Liste
list-filter = Filtrer
list-filter-add = Ajouter un filtre
list-filter-remove = Retirer ce filtre
list-filter-clear = Effacer les filtres
list-filter-and = et
list-filter-or = ou
list-sort = Trier
list-sort-up = Croissant
list-sort-down = Décroissant
list-columns = Colonnes
list-group = Grouper par
list-page-next = Page suivante
list-page-previous = Page précédente
list-count =
    { $count ->
        [one] { $count } fiche
       *[other] { $count } fiches
    }
list-count-more = { $limit }+ fiches
list-count-exact = Tout compter
list-select-all = Tout sélectionner
list-select-row = Sélectionner cette ligne
list-view-save = Enregistrer comme vue
list-view-all = Toutes les fiches
list-none-title = Rien ici pour l’instant
list-none-found = Aucune fiche ne correspond à ces filtres.

# Opérateurs de filtre
operator-is = est
operator-is-not = n’est pas
operator-contains = contient
operator-starts-with = commence par
operator-has = a
operator-has-all = a à la fois
operator-has-not = n’a pas
operator-greater = est supérieur à
operator-at-least = est au moins
operator-less = est inférieur à
operator-at-most = est au plus
operator-is-empty = est vide
operator-is-not-empty = n’est pas vide

# Formulaire
form-required = Obligatoire
form-none = Non renseigné
form-faults =
    { $count ->
        [one] { $count } point est à corriger.
       *[other] { $count } points sont à corriger.
    }
form-yours = Votre version
form-theirs = Enregistré entre-temps

# Fiche
record-details = Détails
record-history = Historique
record-no-next-step = Pas de prochaine action
record-previous = Fiche précédente
record-next = Fiche suivante
record-history-empty = Aucune modification pour l’instant
record-in-trash = Cette fiche est dans la corbeille.
record-show-all = Tout afficher
timeline-title = Fil d’activité
timeline-write = Consigner
timeline-search = Chercher dans le fil
timeline-sort = Type
timeline-all = Tout
timeline-who = Par qui
timeline-everybody = Tout le monde
timeline-from = Du
timeline-to = Au
timeline-show = Afficher
timeline-reset = Tout afficher
timeline-none = Rien de tel ici.
timeline-planned = Prévu
timeline-comments = Commentaires
timeline-changes = Modifications
timeline-done = Fait
timeline-logged = Consigné
undo-field = Annuler cette modification
undo-done = Valeur précédente rétablie
undo-anyway = Rétablir
undo-changed = Modifié à nouveau depuis. Valeur actuelle : { $now }. Elle redeviendrait : { $old }.
in-place-changed = { $name } a modifié ceci entre-temps. Valeur actuelle :
in-place-theirs = Garder la leur
in-place-form = Ouvrir le formulaire

# Par quelle porte un changement est venu
door-page = une page
door-api = l’API
door-import = un import
door-transfer = un transfert
door-command-line = la ligne de commande
door-automation = une automatisation
door-system = Cordee

# Tableau
board-weighted = Pondéré
board-probability = Probabilité
board-more = Afficher plus
board-lately =
    { $days ->
        [one] Clôturées au cours du dernier jour
       *[other] Clôturées ces { $days } derniers jours
    }
board-move-to = Déplacer vers
board-move = Déplacer
board-moved = { $name } est maintenant dans « { $column } »

# Chiffres
figures-title = Chiffres
figures-help = Un chiffre sur la période voulue, ventilé selon le champ voulu, avec les lignes derrière.
figures-by = Par
figures-from = Du
figures-to = Au
figures-as-of = À la date du
figures-value = Valeur
figures-records = Fiches
figures-no-data = Aucune donnée pour ce choix

# Import, pas à pas
wizard-step-file = Fichier
wizard-step-mapping = Colonnes
wizard-step-check = Vérification
wizard-step-run = Import
wizard-file-hint = CSV avec tout séparateur et encodage, Excel (.xlsx), JSON ou contacts (.vcf). La première ligne d’un tableau contient les noms des colonnes.
wizard-choose-object = Que contient le fichier ?
wizard-encoding = Encodage
wizard-delimiter = Séparateur
wizard-delimiter-comma = Virgule ,
wizard-delimiter-semicolon = Point-virgule ;
wizard-delimiter-tab = Tabulation
wizard-delimiter-pipe = Barre verticale |
wizard-sheet = Feuille
wizard-column = Colonne
wizard-field = Champ
wizard-samples = Exemples
wizard-leave-out = Ne pas importer
wizard-match-by = Reconnaître les fiches existantes par
wizard-create-missing = Créer ce qui manque
wizard-incomplete = Lignes incomplètes admises
wizard-incomplete-hint = Pour le passé : les champs obligatoires sous condition peuvent rester vides.
wizard-near-at = { $column } : « { $value } » n’existe pas. Vouliez-vous dire « { $name } » ?
wizard-check = Vérifier sans importer
wizard-checked = { $good } lignes sur { $all } sont correctes.
wizard-problems =
    { $count ->
        [0] Aucun problème trouvé
        [one] { $count } problème
       *[other] { $count } problèmes
    }
wizard-begin =
    { $count ->
        [one] Importer { $count } ligne
       *[other] Importer { $count } lignes
    }
wizard-time-left = reste { $time }
wizard-stop = Arrêter
wizard-resume = Reprendre
wizard-undo = Annuler cet import
wizard-undo-ask = Tout ce que cet import a créé disparaît, et ce qu’il a modifié redevient comme avant.
wizard-undo-done = L’import a été annulé
wizard-rejected-file = Télécharger les lignes rejetées
wizard-none = Aucun import pour l’instant. Importez vos comptes, contacts et affaires depuis un fichier CSV.

# Corbeille
trash-title = Corbeille
trash-empty = La corbeille est vide.
trash-hint = Les fiches restent ici jusqu’à leur restauration ou leur suppression définitive.
trash-deleted-at = Supprimée le

# Confirmation
confirm-no-undo = Cette action est irréversible.

# Fusion
merge-title = Fusionner deux fiches
merge-hint = Choisissez la valeur à garder pour chaque champ. Rien de ce qui est rattaché à l’une ou l’autre n’est perdu.

# Messages : ce qui vient d’arriver à une fiche
toast-created = Création réussie : { $name }
toast-updated = Enregistrement réussi : { $name }
toast-deleted = Mise à la corbeille : { $name }
toast-restored = Restauration réussie : { $name }
toast-merged = Fusion réussie : { $name }

# Connexion
sign-in-title = Connexion
sign-in-email = E-mail
sign-in-password = Mot de passe
sign-in-submit = Se connecter
sign-in-again = Votre session est terminée. Veuillez vous reconnecter.
sign-out = Se déconnecter
sign-out-done = Vous êtes déconnecté
first-admin-title = Bienvenue dans Cordee
first-admin-hint = Créez le premier administrateur. Ce lien ne fonctionne qu’une fois.
first-admin-submit = Créer l’administrateur

# Paramètres, utilisateurs et rôles
settings-title = Paramètres
settings-profile = Profil
settings-appearance = Apparence
settings-language = Langue
settings-password = Mot de passe
settings-password-now = Mot de passe actuel
settings-password-new = Nouveau mot de passe
settings-password-changed = Le mot de passe a été modifié
settings-workspace = Espace de travail
roles-permissions = Droits
roles-object = Objet
roles-fields = Champs
sessions-title = Sessions
sessions-here = Ce navigateur
sessions-end = Fermer cette session
sessions-end-others = Fermer toutes les autres
sessions-ended = La session a été fermée
tokens-title = Jetons d’API
tokens-none = Aucun jeton d’API pour l’instant
tokens-once = Copiez le jeton maintenant. Il n’est affiché qu’une fois.
tokens-never-used = Jamais utilisé

# Pages vides
empty-account = Les comptes sont les entreprises et les personnes à qui vous vendez. Créez le premier ou importez un fichier.
empty-contact = Les contacts sont les personnes avec qui vous échangez. Créez le premier ou importez un fichier.
empty-lead = Les pistes sont des personnes qui pourraient acheter. Créez la première ou importez un fichier.
empty-opportunity = Les affaires sont les ventes en cours. Créez la première ou importez un fichier.
empty-product = Les produits sont ce que vous vendez. Créez le premier ou importez un fichier.
empty-activity = Les appels, réunions et tâches apparaissent ici. Notez la première activité.
empty-demo = Charger la démo

# Pages d’erreur
error-page-home = Aller à l’accueil
error-page-id = Pour votre administrateur : { $id }

# Search
search-box = Rechercher partout
search-hint = Un nom, une partie d’adresse e-mail, un numéro de téléphone ou un ID. Les fautes de frappe sont tolérées.
search-none = Aucun résultat pour « { $text } ».
search-go = Aller à

# Lignes : des fiches modifiées dans celle qui les contient
lines-add = Ajouter une ligne
lines-place = Ligne { $place }
lines-cell = { $field }, ligne { $place }
lines-up = Monter la ligne { $place }
lines-down = Descendre la ligne { $place }
lines-remove = Retirer la ligne { $place }
lines-gone = Retirée à l’enregistrement : { $name }
lines-keep = Garder la ligne { $place }
lines-edit = Modifier les lignes
lines-total = Total
lines-taken-away = retirée
lines-keys = Entrée : ligne suivante · Alt ↑ ↓ : déplacer
action-step-done = Action faite
action-step-done-done = Action faite ; la suivante est planifiée
action-step-done-next-step = Et ensuite ?
action-step-done-next-step-date = Quand
action-plan-step = Planifier la suite
action-plan-step-done = La prochaine action est planifiée
action-plan-step-next-step = Que faire
action-plan-step-next-step-date = Quand
action-note-task = Noter une tâche
action-note-task-done = La tâche est notée
action-note-task-subject = Que faire
action-note-task-owner = Qui
action-note-task-due-date = Pour quand
action-complete = Marquer comme faite
action-complete-done = Faite
action-take-up = Prendre en charge
action-take-up-done = La piste est prise en charge
board-group = Regrouper par
board-layout = Disposition
board-columns = Colonnes
board-sections = Sections
board-without = Sans
board-dot-overdue = Action en retard
board-dot-today = Action prévue aujourd’hui
board-dot-later = Action planifiée
board-dot-none = Rien de prévu

# What may be there already
alike-title = Existe peut-être déjà
alike-first = Cela existe peut-être déjà. Vérifiez ci-dessous, ou créez quand même.
alike-anyway = Créer quand même
alike-use = Prendre celle-ci
alike-move = Rattacher ici
alike-new-tab = (s’ouvre dans un nouvel onglet)
alike-same = { $field } identique
alike-similar = { $field } proche
duplicates-title = Doublons possibles
duplicates-intro = Fiches qui ont le même e-mail, téléphone, domaine, référence ou nom de société qu’une plus ancienne. Comparez-en deux pour les fusionner ; la fusion peut être annulée.
duplicates-looked =
    { $count ->
        [one] { $count } fiche parcourue, les plus récentes d’abord.
       *[other] { $count } fiches parcourues, les plus récentes d’abord.
    }
duplicates-next = Parcourir les plus anciennes
duplicates-some =
    { $count ->
        [one] Doublon possible
       *[other] { $count } doublons possibles
    }
verb-new-if-empty = Laissé vide : création de « { $name } »
verb-may-be-meant = Peut-être
lookup-create = Créer « { $name } »
people-met = Dernier contact :
people-met-never = Pas encore de contact
tree-more = et d’autres :
tree-many = nombreux
# Ways with their steps, and things in an order
action-duplicate = Dupliquer
action-duplicate-done = Voici la copie, avec les mêmes étapes
action-duplicate-name = Nom de la copie
action-retire = Désactiver
action-retire-done = Désactivation effectuée. Rien de ce qui s’y trouve n’est perdu.
action-reuse = Réactiver
action-reuse-done = Réactivation effectuée
steps-held = En cours
steps-none = Rien pour l’instant. Ajoutez la première ci-dessous.
steps-begin-empty = Sans étapes
steps-board = Tableau
steps-retired = Désactivée
steps-where = { $objects } en cours ici : { $count }. Indiquez où les déplacer ; ce qui est terminé reste en place.
steps-to = Déplacer vers
ordered-place = Place

# What is asked for where a record stands, before it goes on
asks-before = Avant de quitter { $column } :
asks-done = Tout y est
asks-missing = (manque encore)
asks-because = Dites pourquoi ; seule l’étape où se trouve l’affaire aura alors des exigences.
asks-skipped = Étapes sautées : { $columns }. Ce pipeline exige un motif.
step-skipped = Étape sautée : { $step }
step-asks-title = Ce que demande « { $step } »
step-asks-help = Avant qu’une affaire ne quitte cette étape, les champs choisis doivent être remplis et la liste de contrôle cochée. Un retour en arrière ou une affaire perdue n’exigent rien.
step-asks-fields = À remplir
step-asks-checklist = Liste de contrôle
step-asks-new = Nouvelle ligne de la liste
step-asks-take = Retirer
steps-asks = Exige
steps-asks-nothing = Rien

# La suite, planifiée l’une après l’autre
plan-title = Planifier les prochaines actions
plan-intro = Saisissez quoi faire et quand. Entrée enregistre et passe à la suite, ↑ et ↓ vont d’une affaire à l’autre.
plan-when = demain, ven, +3 ou une date
plan-done = Prévu pour { $day }
plan-more = Voici les { $count } premières. La suite vient une fois celles-ci planifiées.
plan-none = Chaque affaire a une prochaine action datée.
