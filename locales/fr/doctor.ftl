# Ce que `cordee doctor` a trouvé, et ce qu’il faut faire.
doctor-folder = Seul son propriétaire peut lire le dossier de données { $place }
doctor-folder-open = D’autres comptes de cette machine peuvent lire le dossier de données { $place }
doctor-folder-open-do = chmod 700 { $place }
doctor-key = La clé du journal est là et seul son propriétaire peut la lire
doctor-key-missing = La clé du journal { $file } est absente ou illisible
doctor-key-missing-do = Remettez-la en place depuis votre copie, ou indiquez-la par --journal-key-file. Sans elle, rien ne peut être enregistré.
doctor-key-open = D’autres comptes de cette machine peuvent lire la clé du journal { $file }
doctor-key-open-do = chmod 600 { $file }
doctor-secrets = Seul leur propriétaire peut lire les fichiers de secrets ({ $count })
doctor-secrets-open = D’autres comptes de cette machine peuvent lire des fichiers de secrets : { $files }
doctor-secrets-open-do = chmod 600 { $files }
doctor-disk = { $gigabytes } Go sont libres sur le disque
doctor-disk-little = Il ne reste que { $megabytes } Mo sur le disque
doctor-disk-little-do = Libérez de la place ou passez à un disque plus grand, avant que plus rien ne puisse être enregistré.
doctor-disk-full = Le disque est plein : { $megabytes } Mo libres
doctor-disk-full-do = Libérez de la place maintenant : les fichiers sont déjà refusés, et bientôt rien ne pourra plus être enregistré.
doctor-disk-unknown = La place libre sur le disque est inconnue
doctor-disk-unknown-do = Regardez vous-même : df -h
doctor-certificate = Le certificat TLS est encore valable { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
doctor-certificate-ends = Le certificat TLS { $file } expire dans { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }
doctor-certificate-ends-do = Renouvelez-le et redémarrez Cordee.
doctor-certificate-ended = Le certificat TLS { $file } a expiré
doctor-certificate-ended-do = Renouvelez-le et redémarrez Cordee : les navigateurs refusent la connexion.
doctor-certificate-unusable = Le certificat TLS est inutilisable : { $detail }
doctor-certificate-unusable-do = Vérifiez --tls-cert et --tls-key : tous deux au format PEM, la clé sans mot de passe, et faits l’un pour l’autre.
doctor-backup = La dernière sauvegarde a { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    } : { $file }
doctor-backup-old = La dernière sauvegarde a { $days } jours : { $file }
doctor-backup-old-do = Faites-en une, puis chaque nuit : cordee backup FICHIER
doctor-backup-none = Aucune sauvegarde par cordee backup n’est connue ici
doctor-backup-none-do = Faites-en une, puis chaque nuit : cordee backup FICHIER. Si vous sauvegardez autrement, tout va bien.
doctor-migrations = Les tables sont celles de cette version
doctor-migrations-missing = Il manque des migrations à la base : { $names }
doctor-migrations-missing-do = Faites une sauvegarde avec l’ancienne version, puis lancez cordee migrate up. Le reste n’a pas été examiné.
doctor-database = La base de données est intacte ({ $megabytes } Mo)
doctor-database-broken = La base de données est endommagée, à { $count ->
        [one] { $count } endroit
       *[other] { $count } endroits
    } : { $detail }
doctor-database-broken-do = Arrêtez Cordee, gardez une copie de l’état actuel et restaurez la dernière sauvegarde. Examinez ensuite le disque et la mémoire de la machine.
doctor-indexes = Tous les index sont là ({ $count })
doctor-indexes-missing = Index manquants : { $count }
doctor-indexes-missing-do = Exécutez dans la base : { $statements }
doctor-links = Tous les liens mènent à des fiches existantes
doctor-links-dangling = Des liens mènent à des fiches qui n’existent pas : { $fields }
doctor-links-dangling-do = Rien d’autre n’en dépend. Remplissez à nouveau ces champs et prévenez les auteurs de Cordee : cela ne devrait pas arriver.
doctor-search = La recherche connaît toutes les fiches ({ $count })
doctor-search-behind = Il manque { $missing } fiches à la recherche, et { $stale } entrées n’ont plus de fiche
doctor-search-behind-do = cordee search --rebuild
doctor-journal = Le journal est intact ({ $count } entrées)
doctor-journal-broken = Le journal n’est plus fiable à partir de l’entrée { $seq }
doctor-journal-broken-do = Quelqu’un a modifié la base par un autre moyen, ou la clé n’est pas la bonne. Comparez avec une sauvegarde : cordee audit verify
doctor-clock = L’horloge concorde avec le journal ({ $now })
doctor-clock-behind = L’horloge indique { $now }, mais la dernière entrée du journal date de { $last }
doctor-clock-behind-do = Réglez l’horloge (timedatectl) avant que de nouvelles entrées ne soient mal datées.
doctor-jobs = Les tâches de fond sont à jour
doctor-jobs-late = Une tâche de fond attend depuis { $minutes } minutes
doctor-jobs-late-do = Un serveur ou cordee worker tourne-t-il ? Voyez Paramètres → Tâches de fond, ou cordee jobs queues
doctor-jobs-dead = Tâches de fond abandonnées : { $count }
doctor-jobs-dead-do = Cherchez pourquoi et relancez-les : Paramètres → Tâches de fond, ou cordee jobs list --state dead
doctor-files = Les fichiers des fiches sont à leur place ({ $count }) ; plus utilisés : { $unused }
doctor-files-lost = Fichiers de fiches perdus : { $count }
doctor-files-lost-do = Reprenez-les d’une sauvegarde : cordee restore ailleurs, puis copiez ses fichiers.
doctor-files-place = Impossible de conserver des fichiers dans { $place } : { $detail }
doctor-files-place-do = Vérifiez --files et les droits. Pour un bucket : l’adresse, la clé, et que le stockage fonctionne.
doctor-server-version = PostgreSQL { $version }
doctor-server-version-old = PostgreSQL { $version } n’est plus maintenu
doctor-server-version-old-do = Passez à la version { $oldest } ou plus récente.
doctor-server-durable = PostgreSQL garde ce qu’il dit avoir gardé
doctor-server-durable-careless = PostgreSQL peut perdre ce qui a été enregistré si la machine tombe en panne : { $settings }
doctor-server-durable-careless-do = Activez ces réglages dans postgresql.conf.
doctor-server-texts = Les textes sont en { $encoding }, triés par { $collation } là où Cordee ne dit rien d’autre
doctor-server-texts-encoding = La base garde les textes en { $encoding }, qui ne contient pas toutes les lettres
doctor-server-texts-encoding-do = Créez une base avec ENCODING 'UTF8' et déménagez : cordee copy
doctor-server-connections = { $count } connexions sur { $most } sont utilisées
doctor-server-connections-many = { $count } connexions sur { $most } sont utilisées
doctor-server-connections-many-do = Augmentez max_connections, ou cherchez qui les tient : select * from pg_stat_activity
doctor-server-way-tls = Le chemin vers la base est chiffré
doctor-server-way-near = La base est sur cette machine
doctor-server-way-plain = Le chemin vers la base n’est pas chiffré
doctor-server-way-plain-do = Ajoutez ?sslmode=verify-full à l’adresse de la base, et sslrootcert si l’autorité est la vôtre.
doctor-server-clock = Les horloges de Cordee et de la base concordent
doctor-server-clock-apart = Les horloges de Cordee et de la base diffèrent de { $seconds } secondes
doctor-server-clock-apart-do = Réglez-les toutes deux par le réseau (timedatectl set-ntp true).
