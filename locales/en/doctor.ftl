# What `cordee doctor` found, and what to do about it.
doctor-folder = Only its owner can read the data folder { $place }
doctor-folder-open = Others on this machine can read the data folder { $place }
doctor-folder-open-do = chmod 700 { $place }
doctor-key = The journal key is there, and only its owner can read it
doctor-key-missing = The journal key { $file } is missing or can’t be read
doctor-key-missing-do = Put it back from where you keep it, or name it by --journal-key-file. Without it nothing can be written.
doctor-key-open = Others on this machine can read the journal key { $file }
doctor-key-open-do = chmod 600 { $file }
doctor-secrets = Only their owner can read the files with secrets ({ $count })
doctor-secrets-open = Others on this machine can read files with secrets: { $files }
doctor-secrets-open-do = chmod 600 { $files }
doctor-disk = { $gigabytes } GB of the disk are free
doctor-disk-little = Only { $megabytes } MB of the disk are free
doctor-disk-little-do = Make room, or move the data to a larger disk, before nothing can be saved any more.
doctor-disk-full = The disk is full: { $megabytes } MB are free
doctor-disk-full-do = Make room now: files are refused already, and soon nothing can be saved.
doctor-disk-unknown = How much of the disk is free can’t be told
doctor-disk-unknown-do = Look at it by hand: df -h
doctor-certificate = The TLS certificate holds for another { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
doctor-certificate-ends = The TLS certificate { $file } ends in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
doctor-certificate-ends-do = Renew it and start Cordee again.
doctor-certificate-ended = The TLS certificate { $file } has ended
doctor-certificate-ended-do = Renew it and start Cordee again: browsers refuse to connect.
doctor-certificate-unusable = The TLS certificate can’t be used: { $detail }
doctor-certificate-unusable-do = Look at --tls-cert and --tls-key: both in PEM form, the key without a password, and they belong together.
doctor-backup = The last backup is { $days ->
        [one] { $days } day
       *[other] { $days } days
    } old: { $file }
doctor-backup-old =
    { $days ->
        [one] The last backup is { $days } day old: { $file }
       *[other] The last backup is { $days } days old: { $file }
    }
doctor-backup-old-do = Make one, and have it made every night: cordee backup FILE
doctor-backup-none = No backup by cordee backup is known here
doctor-backup-none-do = Make one, and have it made every night: cordee backup FILE. If you back up by other means, all is well.
doctor-migrations = The tables are those of this version
doctor-migrations-missing = The database lacks migrations: { $names }
doctor-migrations-missing-do = Make a backup with the old version, then run cordee migrate up. The rest was not looked at.
doctor-database = The database is sound ({ $megabytes } MB)
doctor-database-broken = The database is damaged, in { $count ->
        [one] { $count } place
       *[other] { $count } places
    }: { $detail }
doctor-database-broken-do = Stop Cordee, keep a copy of what is there, and restore the last backup. Then look at disk and memory of the machine.
doctor-indexes = All indexes are there ({ $count })
doctor-indexes-missing = Indexes are missing: { $count }
doctor-indexes-missing-do = Run in the database: { $statements }
doctor-links = All links lead to records that are there
doctor-links-dangling = Links lead to records that are not there: { $fields }
doctor-links-dangling-do = Nothing else depends on them. Set these fields anew, and tell those who make Cordee: this should not happen.
doctor-search = Search knows all records ({ $count })
doctor-search-behind = Records that search lacks: { $missing }; that it holds though they are gone: { $stale }
doctor-search-behind-do = cordee search --rebuild
doctor-journal = The journal is sound ({ $count } entries)
doctor-journal-broken = The journal does not hold from entry { $seq } on
doctor-journal-broken-do = Somebody has changed the database by other means, or the key is another one. Compare with a backup: cordee audit verify
doctor-clock = The clock goes on from the journal ({ $now })
doctor-clock-behind = The clock says { $now }, but the journal was written at { $last }
doctor-clock-behind-do = Set the clock right (timedatectl), before new entries get wrong times.
doctor-jobs = The background jobs are up to date
doctor-jobs-late =
    { $minutes ->
        [one] A background job has waited for { $minutes } minute
       *[other] A background job has waited for { $minutes } minutes
    }
doctor-jobs-late-do = Is a server or cordee worker running? Look at Settings → Background jobs, or cordee jobs queues
doctor-jobs-dead = Background jobs were given up: { $count }
doctor-jobs-dead-do = Look why, and have them run again: Settings → Background jobs, or cordee jobs list --state dead
doctor-files = The files of records are where they should be ({ $count }); no longer needed: { $unused }
doctor-files-lost = Files of records are lost: { $count }
doctor-files-lost-do = Put them back from a backup: cordee restore into another place, then copy its files over.
doctor-files-place = Files can’t be kept in { $place }: { $detail }
doctor-files-place-do = Look at --files, and at the rights there. For a bucket: address, key, and that the store is running.
doctor-server-version = PostgreSQL { $version }
doctor-server-version-old = PostgreSQL { $version } is no longer maintained
doctor-server-version-old-do = Move to version { $oldest } or newer.
doctor-server-durable = PostgreSQL keeps what it says it has kept
doctor-server-durable-careless = PostgreSQL may lose what was saved when the machine fails: { $settings }
doctor-server-durable-careless-do = Switch these on in postgresql.conf.
doctor-server-texts = Texts are kept as { $encoding }, ordered by { $collation } where Cordee does not say otherwise
doctor-server-texts-encoding = The database keeps texts as { $encoding }, which can’t hold all letters
doctor-server-texts-encoding-do = Make a database with ENCODING 'UTF8', and move there: cordee copy
doctor-server-connections = { $count } of { $most } connections are in use
doctor-server-connections-many = { $count } of { $most } connections are in use
doctor-server-connections-many-do = Raise max_connections, or find who holds them: select * from pg_stat_activity
doctor-server-way-tls = The way to the database is encrypted
doctor-server-way-near = The database is on this machine
doctor-server-way-plain = The way to the database is not encrypted
doctor-server-way-plain-do = Add ?sslmode=verify-full to the database’s address, with sslrootcert if its authority is your own.
doctor-server-clock = The clocks of Cordee and the database agree
doctor-server-clock-apart = The clocks of Cordee and the database are { $seconds } seconds apart
doctor-server-clock-apart-do = Have both set by the network (timedatectl set-ntp true).
