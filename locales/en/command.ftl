# The command line: what was done
command-first-link = First administrator of “{ $name }”: open { $link } (it works once)
command-listening = Cordee is listening on { $address }
command-founded = The workspace “{ $name }” is ready ({ $currency }, { $zone }).
command-next = Next: cordee serve, or cordee import.
command-key-made = A new journal key is in { $file }. Keep a copy of it in a safe place.
command-copied-first = The older database was copied to { $file } first.
command-upgraded = The database was brought up to date: { $steps }.
command-up-to-date = The database is up to date.
command-migration-had = done     { $name }
command-migration-missing = missing  { $name }
command-done = Done.
command-email = E-mail: { $email }
command-password = password: { $password }
command-user-added = { $name } was added ({ $id }).
command-link-invitation = Invitation for { $name }: open { $link } (it works once, until { $until })
command-link-reset = New password for { $name }: open { $link } (it works once, until { $until })
command-token-once = Keep this token now; it is shown only once:
command-trashed = Put in the trash: { $count }
command-restored = Restored: { $count }
command-purged = Deleted for good: { $count }
command-shown = Shown: { $count } of { $total }
command-shown-of-more = Shown: { $count }
command-records = Records
command-setting = Setting
command-value = Value
command-journal-sound = The journal is sound. Entries: { $count }. Head: { $head }
command-journal-broken = The journal does not hold at entry { $seq }. Sound entries before it: { $count }
command-import-done = Rows: { $rows }. Created: { $created }, updated: { $updated }, passed over: { $skipped }, rejected: { $failed }
command-import-leg = { $file }: { $object }
command-import-leg-again = { $file }: links of { $object }
command-import-would = Rows: { $rows }. Would be created: { $created }, updated: { $updated }, passed over: { $skipped }, rejected: { $failed }. Nothing was written.
command-column = Column
command-target = Goes into
command-samples = For example
command-import-id = Import { $id }. To take it back: cordee import undo { $id }
command-import-rejects = The rejected rows, each with the reason, are in { $file }
command-import-stopped = Stopped. To go on: cordee import resume { $id }
command-import-undone = Taken back. Records removed: { $removed }, changes reverted: { $reverted }, kept since they were changed later: { $kept }
command-import-problem = line { $line }, { $column }: { $sentence }
command-import-row-problem = line { $line }: { $sentence }
command-import-near = { $column }: “{ $value }” may mean “{ $meant }” (rows: { $count }). To say so, add to the mapping’s "translate".
command-import-creates = Would create beside them: { $object }: { $count }
command-import-unsure = How the file is laid out was partly guessed ({ $encoding }, { $delimiter }); please look at the mapping.
command-written = Written to { $file }
command-exported = Records written: { $count }
command-backed-up = Backed up to { $file }. Rows: { $count }, tables: { $tables }, files: { $files }
command-backup-key = The journal key is not in the archive. Keep { $file } in another safe place; without it the journal can’t be checked after a restore.
command-restored-archive = Restored from { $file } (made { $moment }). Rows: { $count }, tables: { $tables }, files: { $files }; the journal is sound.
command-table = Table
command-rows = Rows
command-copied = Copied to { $to } and compared. Rows: { $count }; SHA-256 of all: { $hash }
command-demo-filled = The invented company is in. Deals: { $count }
command-demo-filling = Inventing a company …

# The command line: what is wrong and what would be right
error-data-missing = There is nothing at { $place } yet. Run cordee init or cordee serve first, or name another place with --data or --database.
error-data-there = There are data at { $place } already. Restore only into an empty place: name another with --data or --database.
error-database = The database can’t be opened ({ $detail }). Check the address, the rights and that it is running.
error-database-newer = The database has { $migration }, which this version of Cordee doesn’t know. Start the newer version.
error-upgrade = The upgrade of the database stopped at { $migration }: { $detail }. Earlier versions of Cordee still open it.
error-upgrade-copy = The upgrade of the database stopped at { $migration }: { $detail }. Nothing of it was kept: earlier versions of Cordee still open it, and a copy from before stands in { $file }.
error-database-older = The database lacks { $missing }. Run cordee migrate up.
error-database-url = “{ $value }” names no database. Write postgres://user@host/name or sqlite://path.
error-journal-key-missing = The journal’s key is missing: { $file }. Bring back the file, or give the key in CORDEE_JOURNAL_KEY.
error-journal-key = The journal’s key can’t be read. It has 64 hexadecimal digits.
error-file-unusable = { $file } can’t be used ({ $detail }). Check the path and the rights.
error-file-there = { $file } is there already. Choose another name, or remove it first.
error-one-file = Rejected rows of several files can’t go into one. Bring the files in one by one.
error-config = { $file }, line { $line }: { $detail }.
error-log-level = “{ $value }” is not a level of logs. Use error, warn, info, debug or trace.
error-object = There is no object “{ $name }”. Use one of: { $options }.
error-action = There is no action “{ $name }” here ({ $object }). Use one of: { $options }.
error-pair = “{ $value }” says no field. Write it like field=value.
error-user = Nobody here has the e-mail “{ $value }”. See cordee user list.
error-workspace = There is no workspace “{ $name }”. Use one of: { $options }.
error-workspace-choose = There are several workspaces. Choose one with --workspace: { $options }.
error-workspace-there = The workspace “{ $name }” is here already. To make one more, add --add and another --name.
error-listen = Cordee can’t listen on { $value } ({ $detail }). Choose another address with --listen.
error-listen-address = “{ $value }” is no address to listen on. Write it like 127.0.0.1:8080.
error-plain-http = Plain HTTP on { $value } would send passwords in the clear. Give --tls-cert and --tls-key, listen on 127.0.0.1 behind a proxy, or add --allow-plain-http.
error-base-url = “{ $value }” is no base address. Write it like https://crm.example.com.
error-tls-pair = TLS needs both a certificate and its key. Give --tls-cert and --tls-key.
error-serve = Cordee can’t serve ({ $detail }). Check the certificate and its key.
error-demo-database = The demo keeps its own folder ({ $place }) beside your data. Leave out --database.
error-demo-not-empty = “{ $name }” holds accounts already. Fill an empty workspace: cordee init --add --name Demo, then --workspace Demo.
error-archive = { $file } is no sound backup: { $detail }. Take another copy of it.
error-archive-newer = The backup was made by a newer version of Cordee ({ $migration }). Restore it with that version.
error-archive-key = The backup needs the journal key { $id }. Give it in CORDEE_JOURNAL_KEY_FILE or CORDEE_JOURNAL_KEY; if it is lost, add --new-key.
command-created = Created { $name } ({ $id }).
command-updated = { $name } was changed.
command-search-rebuilt = Indexed for search: { $count }
command-search-id = ID
command-search-object = Object
command-search-title = Title
command-search-text = Found in

# Files of records
command-attached =
    { $count ->
        [one] { $count } file added.
       *[other] { $count } files added.
    }
command-detached = Removed. It can be put back: cordee attachment restore.
command-reattached = The file is back.
command-fetched = Written to { $file }.
command-backup-missing =
    { $count ->
        [one] { $count } file was lost before and is not in the archive. “cordee doctor” looks for such files.
       *[other] { $count } files were lost before and are not in the archive. “cordee doctor” looks for such files.
    }
command-today-id = ID
command-today-object = Object
command-today-when = When
command-today-to-do = To do
command-today-title = For
command-today-month = This month so far
command-today-now = Now
command-today-before = By this day last month
command-today-more = { $count } are shown; there are more. cordee list shows them all.
command-duplicates-of = Same as
command-duplicates-why = Why
command-duplicates-looked =
    { $count ->
        [one] { $count } record looked through
       *[other] { $count } records looked through
    }
command-duplicates-next = More with --cursor { $cursor }
