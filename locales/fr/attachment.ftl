attachment = Fichier
attachment-many = Fichiers
attachment-name = Nom
attachment-about = À propos de
attachment-field = Champ
attachment-kind = Type de fichier
attachment-bytes = Octets
attachment-digest = SHA-256
attachment-width = Largeur
attachment-height = Hauteur

# Le bloc sur la page d’une fiche
files-title = Fichiers
files-removed = Fichiers retirés
files-show-removed = Retirés
files-back = Revenir aux fichiers
files-none-removed = Rien n’a été retiré ces 30 derniers jours.
files-add = Déposez, collez ou choisissez des fichiers
files-send = Envoyer
files-hint = { $limit } Mo au plus par fichier
files-download = Télécharger
files-remove = Retirer
files-one-removed = { $name } a été retiré
files-added-done = Fichiers ajoutés
files-restored = Le fichier est de retour

# La taille d’un fichier
size-bytes =
    { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
size-kilobytes = { $number } ko
size-megabytes = { $number } Mo
size-gigabytes = { $number } Go
