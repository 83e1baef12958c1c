# Où se trouvent les données : stockage des fichiers, bases distantes.
problem-files-away = Le stockage des fichiers ne répond pas pour le moment : les fichiers ne peuvent être ni ouverts ni ajoutés, tout le reste fonctionne. Réessayez dans un instant.
error-files-place = Impossible de conserver des fichiers dans { $place } : { $detail }
error-s3-key = Pour conserver les fichiers dans un bucket, indiquez la clé : --s3-key, et --s3-secret-file ou CORDEE_S3_SECRET.
error-database-tls-mode = « { $value } » n’est pas un sslmode. Les valeurs possibles : { $options }.
error-database-tls-file = Le fichier de certificat { $file } est inutilisable : { $detail }
error-database-tls-pair = Un certificat client pour la base de données demande aussi sa clé : donnez sslcert et sslkey.
error-database-tls-none = Le serveur de base de données ne parle pas TLS. Activez-le sur ce serveur (ssl = on), ou écrivez sslmode=disable dans l’adresse si le chemin est sûr.
error-database-tls-unknown = Aucune autorité reconnue ne garantit le certificat du serveur de base de données ({ $detail }). Indiquez le fichier de son autorité : sslrootcert=/chemin/ca.pem
error-database-tls-name = Le certificat du serveur de base de données n’est pas établi pour { $host }. Utilisez le nom qui y figure, ou sslmode=verify-ca.
error-database-tls-expired = Le certificat du serveur de base de données n’est pas valable en ce moment ({ $detail }). Renouvelez-le et vérifiez l’heure des deux machines.
error-database-tls = La connexion TLS à la base de données a échoué : { $detail }
error-password-breached = Ce mot de passe a été révélé lors du piratage d’un autre service : les pirates l’essaient en premier. Choisissez-en un autre, et changez-le aussi sur cet autre service.
error-breached-passwords = { $file } ne contient pas de mots de passe compromis ({ $detail }). Il faut la liste SHA-1 de Have I Been Pwned, en un fichier trié par empreinte, ou son dossier de plages.
