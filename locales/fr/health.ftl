# Backups
backup-title = Sauvegardes
backup-hint = Une sauvegarde contient tout : fiches, fichiers, historique et paramètres, tels qu’ils sont à un instant donné. Elle n’est retenue qu’après vérification. Gardez-en une copie sur une autre machine, et la clé du journal à part.
backup-make = Sauvegarder maintenant
backup-under = Une sauvegarde est en cours, puis sera vérifiée. Cela peut prendre quelques minutes.
backup-made = La sauvegarde est faite et a été vérifiée.
backup-failed = La sauvegarde n’a pas pu être faite. Le journal du serveur dit pourquoi.
backup-none = Aucune sauvegarde n’a encore été faite ici.
backup-at = Faite le
backup-file = Fichier
backup-size = Taille
backup-megabytes = { $number } Mo

# About this Cordee, and whether all is well
health-title = À propos et état
health-hint = La version de Cordee, l’emplacement de ses données et l’état de tout ce dont il dépend.
health-look = Tout examiner
health-sound = Tout va bien.
health-ill =
    { $count ->
        [one] { $count } point demande votre attention.
       *[other] { $count } points demandent votre attention.
    }
health-version = Version
health-database = Base de données
health-address = Adresse
