# How to begin, above the reference
api-intro = Programs sign in with the header “Authorization: Bearer TOKEN”; make a token under API tokens. What you may not see is not found. A record may be sent back as it was read, with changes; every refusal names each field and what would be right.

# What can be done with the records of each object
api-list = List records
api-create = Create a record
api-upsert = Change the record that has this, or create it
api-bulk = Create, change and delete many records at once, each row told
api-aggregate = Group records and add them up
api-read = Read a record
api-update = Change the named fields of a record
api-delete = Put a record in the trash
api-restore = Take a record out of the trash
api-purge = Take a record out for good (administrators)
api-history = What happened to a record
api-access = What a person may do with a record, and why (administrators and owners; anybody for themselves)
api-shares = With whom a record is shared
api-share = Share a record with a person or a team, or change how
api-share-end = Take a share back
api-transfers = What belongs to somebody, and what was transferred from them
api-transfer = Transfer what belongs to somebody, or only see what it would be
api-transfer-undo = Take a transfer back

# What can be done beside records
api-me = Who you are and what you may do
api-objects = All objects with their fields, as you see them
api-openapi = The API as an OpenAPI document
api-metrics = The figures there are
api-metric = Ask a figure
api-tokens = Your tokens
api-token-create = Make a token; its secret is shown once
api-token-end = End a token
api-sessions = Where you are signed in
api-session-end = End a session
api-confirm = Show once more who you are, before what matters
api-password = Change your own password
api-factor = How it stands with your second factor
api-factor-begin = Begin to set up a second factor
api-factor-on = Switch it on by its first code; tells the recovery codes once
api-factor-codes = Make new recovery codes
api-factor-off = Switch your second factor off
api-security-events = The log of security: yours, or everybody’s for administrators
api-user-link = Make a one-time link by which a person chooses a password
api-user-factor = Reset a person’s second factor
api-user-sessions = Sign a person out everywhere

# What operations take
api-parameter-id = The id, 13 letters and digits
api-parameter-name = The name of the figure
api-parameter-filter = Which records: the short form, or JSON when it begins with a brace
api-parameter-sort = The order, by commas; “-” for the largest first. First by one of: { $options }
api-parameter-fields = Only these fields, by commas
api-parameter-field = Only what happened to this field
api-parameter-include = Links whose records come along under “included”, by commas
api-parameter-limit = How many at the most
api-parameter-user = Only what concerns this person, by id
api-parameter-event = Only events of this kind
api-parameter-cursor = “next” of the page before
api-parameter-count = “exact” counts all
api-parameter-as-of = As it was at this instant, or at the end of this day, as far as fields keep their past
api-parameter-trash = “true” for what is in the trash instead
api-parameter-by = What to group by, by commas or repeated: a field, also through links, and for dates a period
api-parameter-sum = Fields to add up, by commas; money in whole units of the company’s currency
api-parameter-min = Fields whose smallest value is wanted, by commas
api-parameter-max = Fields whose largest value is wanted, by commas
api-parameter-avg = Fields whose mean is wanted, by commas
api-parameter-before = Only entries before this number
api-parameter-from = From this day on
api-parameter-to = Up to this day, which is included
api-parameter-statistic = How one number is made of many
api-parameter-if-match = The version the change was made from, as “ETag” gave it; “*” for whichever stands
api-parameter-if-match-maybe = The version that was looked at, as “ETag” gave it, if it must still stand
api-parameter-if-none-match = A version one has: 304 if it still stands
api-parameter-idempotency-key = A name of your own for this request, up to 255 characters: sent again within a day, it does nothing twice and is answered as before
api-parameter-match = By what the record is found: its foreign id, or a field in which no two have the same

# What changed since a cursor
api-changes = What changed since a cursor, the oldest first
api-parameter-since = “next” of the answer before; “latest” for from now on; without it from the beginning
api-parameter-objects = Only of these objects, by commas
api-parameter-records = “true” adds each record as it stands now
api-search = Records of any object, by what stands in them
api-parameter-q = What to look for, in any script and writing

# Files
api-attachments = Files about a record
api-attachment-add = Add files to a record
api-upload = Take files that belong to no record yet, to be given to fields within a day
api-attachment = An attachment
api-attachment-content = The bytes of an attachment; also a part of them, by “Range”
api-attachment-thumbnail = A small picture of an attachment that is a picture
api-attachment-remove = Remove an attachment; it can be put back
api-attachment-restore = Put a removed attachment back
api-import-plan = Send files that are to be brought in; what is in them is proposed
api-import-plan-read = What is proposed and decided of files that are to be brought in
api-import-plan-decide = Decide what the files hold and what their columns are
api-import-plan-discard = Let the files go
api-import-plan-check = What would become of each row, with nothing written
api-import-plan-problems = Every problem of every row, as JSON lines
api-import-plan-start = Bring the files in
api-imports = The imports so far
api-import = An import and how far it has come
api-import-stop = Stop an import; it can be resumed
api-import-resume = Go on with an import where it stopped
api-import-undo = Take an import back
api-import-rejected = The rows that were rejected, with the reasons, as CSV
api-import-run = The imports of several files that were started together
api-import-run-stop = Stop all of a run
api-import-run-resume = Go on with a run
api-import-run-undo = Take a whole run back
api-parameter-plan = The name under which the files are kept
api-parameter-inline = “true” shows pictures and PDF in the browser; all else is handed over
api-parameter-unread = Only what has not been read
api-today = What waits for you today, by section, and the month so far
api-snooze = Put a record off until a day, for yourself; without a day it is there again
api-parameter-whose = Whose records: “me”, “team” or “all”; if none is said, your own, else as many as you see
api-parameter-snoozed = “true” shows also what you have put off
