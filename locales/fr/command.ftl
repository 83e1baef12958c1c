# The command line: what was done
command-first-link = Premier administrateur de « { $name } » : ouvrez { $link } (utilisable une seule fois)
command-listening = Cordee écoute sur { $address }
command-founded = L’espace « { $name } » est prêt ({ $currency }, { $zone }).
command-next = Ensuite : cordee serve ou cordee import.
command-key-made = Une nouvelle clé du journal se trouve dans { $file }. Gardez-en une copie en lieu sûr.
command-copied-first = L’ancienne base de données a d’abord été copiée dans { $file }.
command-upgraded = La base de données a été mise à jour : { $steps }.
command-up-to-date = La base de données est à jour.
command-migration-had = faite    { $name }
command-migration-missing = manque   { $name }
command-done = C’est fait.
command-email = E-mail : { $email }
command-password = mot de passe : { $password }
command-user-added = { $name } : ajout effectué ({ $id }).
command-link-invitation = Invitation pour { $name } : ouvrez { $link } (une seule fois, jusqu’au { $until })
command-link-reset = Nouveau mot de passe pour { $name } : ouvrez { $link } (une seule fois, jusqu’au { $until })
command-token-once = Conservez ce jeton maintenant ; il n’est affiché qu’une fois :
command-trashed = Fiches mises à la corbeille : { $count }
command-restored = Fiches restaurées : { $count }
command-purged = Fiches supprimées définitivement : { $count }
command-shown = Lignes affichées : { $count } sur { $total }
command-shown-of-more = Lignes affichées : { $count }
command-records = Fiches
command-setting = Paramètre
command-value = Valeur
command-journal-sound = Le journal est intact. Entrées : { $count }. Tête : { $head }
command-journal-broken = Le journal n’est plus fiable à l’entrée { $seq }. Entrées intactes avant elle : { $count }
command-import-done = Lignes : { $rows }. Créées : { $created }, modifiées : { $updated }, ignorées : { $skipped }, rejetées : { $failed }
command-import-leg = { $file } : { $object }
command-import-leg-again = { $file } : liens ({ $object })
command-import-would = Lignes : { $rows }. Seraient créées : { $created }, modifiées : { $updated }, ignorées : { $skipped }, rejetées : { $failed }. Rien n’a été écrit.
command-column = Colonne
command-target = Va dans
command-samples = Par exemple
command-import-id = Import { $id }. Pour l’annuler : cordee import undo { $id }
command-import-rejects = Les lignes rejetées, chacune avec sa raison, sont dans { $file }
command-import-stopped = Arrêté. Pour continuer : cordee import resume { $id }
command-import-undone = Import annulé. Fiches retirées : { $removed }, modifications annulées : { $reverted }, gardées car modifiées depuis : { $kept }
command-import-problem = ligne { $line }, { $column } : { $sentence }
command-import-row-problem = ligne { $line } : { $sentence }
command-import-near = { $column } : « { $value } » signifie peut-être « { $meant } » (lignes : { $count }). Pour le dire, complétez "translate" dans la correspondance.
command-import-creates = Créerait aussi : { $object } : { $count }
command-import-unsure = La structure du fichier a été en partie devinée ({ $encoding }, { $delimiter }) ; vérifiez la correspondance.
command-written = Écrit dans { $file }
command-exported = Fiches écrites : { $count }
command-backed-up = Sauvegardé dans { $file }. Lignes : { $count }, tables : { $tables }, fichiers : { $files }
command-backup-key = La clé du journal n’est pas dans l’archive. Gardez { $file } dans un autre lieu sûr ; sans elle, le journal ne peut pas être vérifié après une restauration.
command-restored-archive = Restauré depuis { $file } (fait le { $moment }). Lignes : { $count }, tables : { $tables }, fichiers : { $files } ; le journal est intact.
command-table = Table
command-rows = Lignes
command-copied = Copié vers { $to } et comparé. Lignes : { $count } ; SHA-256 de l’ensemble : { $hash }
command-demo-filled = L’entreprise fictive est en place. Affaires : { $count }
command-demo-filling = Création d’une entreprise fictive…

# The command line: what is wrong and what would be right
error-data-missing = Il n’y a encore rien à { $place }. Lancez d’abord cordee init ou cordee serve, ou indiquez un autre emplacement par --data ou --database.
error-data-there = Il y a déjà des données à { $place }. Ne restaurez que dans un emplacement vide : indiquez-en un autre par --data ou --database.
error-database = La base de données ne peut pas être ouverte ({ $detail }). Vérifiez l’adresse, les droits et qu’elle fonctionne.
error-database-newer = La base de données contient { $migration }, que cette version de Cordee ne connaît pas. Lancez la version plus récente.
error-upgrade = La mise à niveau de la base s’est arrêtée à { $migration } : { $detail }. Les versions précédentes de Cordee l’ouvrent toujours.
error-upgrade-copy = La mise à niveau de la base s’est arrêtée à { $migration } : { $detail }. Rien n’en a été conservé : les versions précédentes de Cordee l’ouvrent toujours, et une copie d’avant se trouve dans { $file }.
error-database-older = Il manque { $missing } à la base de données. Lancez cordee migrate up.
error-database-url = « { $value } » ne désigne aucune base de données. Écrivez postgres://user@host/name ou sqlite://path.
error-journal-key-missing = La clé du journal manque : { $file }. Remettez le fichier ou donnez la clé dans CORDEE_JOURNAL_KEY.
error-journal-key = La clé du journal est illisible. Elle a 64 chiffres hexadécimaux.
error-file-unusable = { $file } est inutilisable ({ $detail }). Vérifiez le chemin et les droits.
error-file-there = { $file } existe déjà. Choisissez un autre nom ou supprimez-le d’abord.
error-one-file = Les lignes rejetées de plusieurs fichiers ne peuvent pas aller dans un seul. Importez les fichiers un par un.
error-config = { $file }, ligne { $line } : { $detail }.
error-log-level = « { $value } » n’est pas un niveau de journalisation. Utilisez error, warn, info, debug ou trace.
error-object = Il n’y a pas d’objet « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-action = Il n’y a pas d’action « { $name } » ici ({ $object }). Utilisez l’une de celles-ci : { $options }.
error-pair = « { $value } » n’indique aucun champ. Écrivez champ=valeur.
error-user = Personne ici n’a l’e-mail « { $value } ». Voyez cordee user list.
error-workspace = Il n’y a pas d’espace « { $name } ». Utilisez l’un de ceux-ci : { $options }.
error-workspace-choose = Il y a plusieurs espaces. Choisissez-en un par --workspace : { $options }.
error-workspace-there = L’espace « { $name } » existe déjà. Pour en créer un autre, ajoutez --add et un autre --name.
error-listen = Cordee ne peut pas écouter sur { $value } ({ $detail }). Choisissez une autre adresse par --listen.
error-listen-address = « { $value } » n’est pas une adresse d’écoute. Écrivez par exemple 127.0.0.1:8080.
error-plain-http = HTTP simple sur { $value } enverrait les mots de passe en clair. Donnez --tls-cert et --tls-key, écoutez sur 127.0.0.1 derrière un proxy, ou ajoutez --allow-plain-http.
error-base-url = « { $value } » n’est pas une adresse de base. Écrivez par exemple https://crm.example.com.
error-tls-pair = TLS demande un certificat et sa clé. Donnez --tls-cert et --tls-key.
error-serve = Cordee ne peut pas démarrer ({ $detail }). Vérifiez le certificat et sa clé.
error-demo-database = La démo garde son propre dossier ({ $place }) à côté de vos données. Omettez --database.
error-demo-not-empty = « { $name } » contient déjà des comptes. Remplissez un espace vide : cordee init --add --name Demo, puis --workspace Demo.
error-archive = { $file } n’est pas une sauvegarde valable : { $detail }. Prenez-en une autre copie.
error-archive-newer = La sauvegarde vient d’une version plus récente de Cordee ({ $migration }). Restaurez-la avec cette version.
error-archive-key = La sauvegarde demande la clé du journal { $id }. Donnez-la dans CORDEE_JOURNAL_KEY_FILE ou CORDEE_JOURNAL_KEY ; si elle est perdue, ajoutez --new-key.
command-created = Création effectuée : { $name } ({ $id }).
command-updated = Modification effectuée : { $name }.
command-search-rebuilt = Fiches indexées pour la recherche : { $count }
command-search-id = ID
command-search-object = Objet
command-search-title = Titre
command-search-text = Trouvé dans

# Fichiers des fiches
command-attached =
    { $count ->
        [one] { $count } fichier ajouté.
       *[other] { $count } fichiers ajoutés.
    }
command-detached = Retiré. On peut le remettre : cordee attachment restore.
command-reattached = Le fichier est de retour.
command-fetched = Écrit dans { $file }.
command-backup-missing =
    { $count ->
        [one] { $count } fichier était déjà perdu et n’est pas dans l’archive. « cordee doctor » cherche de tels fichiers.
       *[other] { $count } fichiers étaient déjà perdus et ne sont pas dans l’archive. « cordee doctor » cherche de tels fichiers.
    }
command-today-id = ID
command-today-object = Objet
command-today-when = Quand
command-today-to-do = À faire
command-today-title = Pour
command-today-month = Ce mois-ci
command-today-now = À ce jour
command-today-before = Même jour du mois dernier
command-today-more = { $count } éléments affichés ; il y en a d’autres. cordee list les montre tous.
command-duplicates-of = Identique à
command-duplicates-why = Pourquoi
command-duplicates-looked = Fiches parcourues : { $count }
command-duplicates-next = La suite avec --cursor { $cursor }
