# Backups
backup-title = Backups
backup-hint = A backup holds everything: records, files, history and settings, as they stand at one moment. It is checked before it counts. Keep a copy on another machine, and the journal’s key apart from it.
backup-make = Back up now
backup-under = A backup is being made and checked. This can take some minutes.
backup-made = The backup is made and was checked.
backup-failed = The backup could not be made. The log of the server says why.
backup-none = No backup has been made here yet.
backup-at = Made
backup-file = File
backup-size = Size
backup-megabytes = { $number } MB

# About this Cordee, and whether all is well
health-title = About and health
health-hint = Which Cordee this is, where its data are, and whether all that it stands on is sound.
health-look = Look at everything
health-sound = All is well.
health-ill =
    { $count ->
        [one] { $count } thing needs your attention.
       *[other] { $count } things need your attention.
    }
health-version = Version
health-database = Database
health-address = Address
