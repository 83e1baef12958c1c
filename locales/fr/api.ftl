# How to begin, above the reference
api-intro = Les programmes s’identifient par l’en-tête « Authorization: Bearer JETON » ; créez un jeton sous Jetons d’API. Ce que vous n’avez pas le droit de voir est introuvable. Un enregistrement peut être renvoyé tel qu’il a été lu, avec des changements ; chaque refus nomme chaque champ et ce qui serait juste.

# What can be done with the records of each object
api-list = Lister les enregistrements
api-create = Créer un enregistrement
api-upsert = Modifier la fiche qui porte cette valeur, ou la créer
api-bulk = Créer, modifier et supprimer plusieurs fiches à la fois, avec le résultat de chaque ligne
api-aggregate = Grouper les enregistrements et faire les totaux
api-read = Lire un enregistrement
api-update = Modifier les champs nommés d’un enregistrement
api-delete = Mettre un enregistrement à la corbeille
api-restore = Sortir un enregistrement de la corbeille
api-purge = Supprimer une fiche définitivement (administrateurs)
api-history = Ce qui est arrivé à un enregistrement
api-access = Ce qu’une personne peut faire d’une fiche, et pourquoi (administrateurs et propriétaires ; chacun pour soi)
api-shares = Avec qui une fiche est partagée
api-share = Partager une fiche avec une personne ou une équipe, ou changer ce partage
api-share-end = Retirer un partage
api-transfers = Ce qui appartient à une personne, et ce qui a été transféré
api-transfer = Transférer ce qui appartient à une personne, ou seulement voir ce que ce serait
api-transfer-undo = Annuler un transfert

# What can be done beside records
api-me = Qui vous êtes et ce que vous pouvez faire
api-objects = Tous les objets avec leurs champs, tels que vous les voyez
api-openapi = L’API sous forme de document OpenAPI
api-metrics = Les chiffres disponibles
api-metric = Demander un chiffre
api-tokens = Vos jetons
api-token-create = Créer un jeton ; son secret n’est montré qu’une fois
api-token-end = Révoquer un jeton
api-sessions = Où vous êtes connecté
api-session-end = Terminer une session
api-confirm = Confirmer qui vous êtes avant ce qui compte
api-password = Changer votre mot de passe
api-factor = L’état de votre second facteur
api-factor-begin = Commencer à configurer un second facteur
api-factor-on = L’activer par son premier code ; donne les codes de secours une fois
api-factor-codes = Créer de nouveaux codes de secours
api-factor-off = Désactiver votre second facteur
api-security-events = Le journal de sécurité : le vôtre, ou celui de tous pour les administrateurs
api-user-link = Créer un lien à usage unique pour choisir un mot de passe
api-user-factor = Réinitialiser le second facteur d’une personne
api-user-sessions = Déconnecter une personne partout

# What operations take
api-parameter-id = L’identifiant, 13 lettres et chiffres
api-parameter-name = Le nom du chiffre
api-parameter-filter = Quels enregistrements : la forme courte, ou du JSON si cela commence par une accolade
api-parameter-sort = L’ordre, séparé par des virgules ; « - » pour le plus grand d’abord. D’abord l’un de : { $options }
api-parameter-fields = Seulement ces champs, séparés par des virgules
api-parameter-field = Seulement ce qui est arrivé à ce champ
api-parameter-include = Liens dont les enregistrements viennent avec, sous « included », séparés par des virgules
api-parameter-limit = Combien au plus
api-parameter-user = Seulement ce qui concerne cette personne, par identifiant
api-parameter-event = Seulement les événements de ce type
api-parameter-cursor = « next » de la page précédente
api-parameter-count = « exact » les compte tous
api-parameter-as-of = Tel que c’était à cet instant, ou à la fin de ce jour, dans la mesure où les champs gardent leur passé
api-parameter-trash = « true » pour ce qui est dans la corbeille
api-parameter-by = Par quoi grouper, séparé par des virgules ou répété : un champ, aussi à travers des liens, et pour les dates une période
api-parameter-sum = Champs à additionner, séparés par des virgules ; l’argent en unités entières de la devise de l’entreprise
api-parameter-min = Champs dont on veut la plus petite valeur, séparés par des virgules
api-parameter-max = Champs dont on veut la plus grande valeur, séparés par des virgules
api-parameter-avg = Champs dont on veut la moyenne, séparés par des virgules
api-parameter-before = Seulement les entrées avant ce numéro
api-parameter-from = À partir de ce jour
api-parameter-to = Jusqu’à ce jour inclus
api-parameter-statistic = Comment un nombre est tiré de plusieurs
api-parameter-if-match = La version à partir de laquelle le changement a été fait, donnée par « ETag » ; « * » pour celle qui vaut
api-parameter-if-match-maybe = La version qui a été vue, donnée par « ETag », si elle doit encore valoir
api-parameter-if-none-match = Une version que l’on a déjà : 304 si elle vaut encore
api-parameter-idempotency-key = Le nom que vous donnez à cette requête, 255 caractères au plus : envoyée de nouveau dans la journée, elle n’agit pas deux fois et reçoit la même réponse
api-parameter-match = Ce qui permet de trouver la fiche : son identifiant externe, ou un champ aux valeurs uniques

# What changed since a cursor
api-changes = Ce qui a changé depuis un curseur, le plus ancien d’abord
api-parameter-since = « next » de la réponse précédente ; « latest » pour partir de maintenant ; sans lui, depuis le début
api-parameter-objects = Seulement de ces objets, séparés par des virgules
api-parameter-records = « true » ajoute chaque fiche telle qu’elle est maintenant
api-search = Fiches de tout objet, d’après leur contenu
api-parameter-q = Ce que l’on cherche, dans n’importe quelle écriture

# Fichiers
api-attachments = Les fichiers d’une fiche
api-attachment-add = Ajouter des fichiers à une fiche
api-upload = Recevoir des fichiers sans fiche, à donner à des champs dans la journée
api-attachment = Une pièce jointe
api-attachment-content = Le contenu d’une pièce jointe ; une partie seulement, avec « Range »
api-attachment-thumbnail = Une petite image d’une pièce jointe qui est une image
api-attachment-remove = Retirer une pièce jointe ; on peut la remettre
api-attachment-restore = Remettre une pièce jointe retirée
api-import-plan = Envoyer des fichiers à importer ; leur contenu est proposé
api-import-plan-read = Ce qui est proposé et décidé pour des fichiers à importer
api-import-plan-decide = Décider ce que contiennent les fichiers et à quoi correspondent leurs colonnes
api-import-plan-discard = Abandonner les fichiers
api-import-plan-check = Ce que deviendrait chaque ligne, sans rien écrire
api-import-plan-problems = Tous les problèmes de toutes les lignes, en lignes JSON
api-import-plan-start = Importer les fichiers
api-imports = Les imports effectués
api-import = Un import et son avancement
api-import-stop = Arrêter un import ; il peut reprendre
api-import-resume = Reprendre un import là où il s’est arrêté
api-import-undo = Annuler un import
api-import-rejected = Les lignes refusées, avec les raisons, en CSV
api-import-run = Les imports de plusieurs fichiers lancés ensemble
api-import-run-stop = Arrêter tout le lot
api-import-run-resume = Reprendre le lot
api-import-run-undo = Annuler tout le lot
api-parameter-plan = Le nom sous lequel les fichiers sont gardés
api-parameter-inline = « true » affiche images et PDF dans le navigateur ; le reste est téléchargé
api-parameter-unread = Seulement ce qui n’a pas été lu
api-today = Ce qui vous attend aujourd’hui, par rubrique, et le mois en cours
api-snooze = Remettre une fiche à un autre jour, pour soi ; sans jour, elle revient aussitôt
api-parameter-whose = De qui : « me », « team » ou « all » ; sans précision, vos fiches, sinon toutes celles que vous voyez
api-parameter-snoozed = « true » montre aussi ce que vous avez remis à plus tard
