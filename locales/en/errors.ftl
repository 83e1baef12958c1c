# What happened: the title of an error page or of a problem document
problem-not-found = There is nothing here, or you may not see it.
problem-sign-in-needed = Please sign in first.
problem-not-allowed = You may not do this. An administrator can change your role.
problem-invalid = Something needs to be put right first.
problem-stale = Somebody changed this record in the meantime. Look at the changes, then save again.
problem-conflict = This clashes with something that is already there.
problem-too-large = This is more than can be taken at once.
problem-busy =
    { $seconds ->
        [one] Very busy at the moment. Please try again in { $seconds } second.
       *[other] Very busy at the moment. Please try again in { $seconds } seconds.
    }
problem-full = The server’s disk is full, so nothing can be saved. Please tell your administrator.
problem-read-only = Cordee is read-only at the moment: you can look at everything, and change things again in a while.
problem-internal = Something went wrong on our side. Your data is safe; please try again.
problem-method = This address does not take that kind of request.

# A fault with the label of its field
error-at = { $field }: { $sentence }

# Any field
error-required = Please fill this in.
error-read-only = This can’t be changed.
error-read-only-now = This can’t be changed while the record is as it is.
error-condition-reckoned = Nobody fills in what is reckoned, so it can have no condition.
error-condition-reads = The condition of “{ $name }” reads this field. Change that first.
error-invalid-value = “{ $value }” doesn’t fit here.
error-unique = “{ $value }” is already taken. Use another value or open the existing record.
error-unknown-field = There is no field “{ $name }”. Did you mean “{ $nearest }”?
error-unknown-field-plain = There is no field “{ $name }”.

# Texts
error-text = Enter text.
error-text-long = Use at most { $limit } characters; there are { $length } now.
error-email = “{ $value }” is not an e-mail address. Write it like name@example.com.
error-phone = “{ $value }” is not a phone number. Write it with the country code, like +33 1 42 68 53 00.
error-url = “{ $value }” is not a web address. Write it like https://example.com.
error-address = “{ $value }” can’t be read as an address. Give street, postcode, city and country.

# Numbers and money
error-number = “{ $value }” is not a number. Write it like 1250.5.
error-number-decimals =
    { $decimals ->
        [0] Enter a whole number.
        [one] Use at most { $decimals } decimal.
       *[other] Use at most { $decimals } decimals.
    }
error-number-range = Enter a number between { $min } and { $max }.
error-percent = “{ $value }” is not a percentage. Write it like 15 or 15%.
error-money = “{ $value }” is not an amount. Write it like 1250.50 EUR.
error-money-decimals =
    { $decimals ->
        [0] { $currency } has no decimals; enter a whole amount.
        [one] { $currency } has { $decimals } decimal; use no more.
       *[other] { $currency } has { $decimals } decimals; use no more.
    }
error-money-large = This amount is too large. Check the number of digits.
error-currency = “{ $value }” is not a currency. Use a three-letter code such as EUR or USD.
error-rate-missing = There is no exchange rate for { $currency } on that day. Add one under Exchange rates.

# Dates and times
error-date = “{ $value }” is not a date. Write it like 2026-11-21.
error-time = “{ $value }” is not a time. Write it like 17:41.
error-moment = “{ $value }” is not a date with time. Write it like 2026-11-21T17:41:00Z.
error-period = This is not a period. Use day, week, month, quarter or year, with the start before the end.
error-zone = “{ $value }” is not a time zone. Use a name such as Europe/Paris.
error-language = “{ $value }” is not a language of Cordee. Use en, fr, ru, uk or zh.

# Choices and links
error-yes-no = “{ $value }” is neither yes nor no. Use true or false.
error-choice = “{ $value }” is not one of the choices: { $options }.
error-choice-retired = “{ $value }” is no longer in use. Choose another.
error-link-missing = { $object }: nothing found for “{ $value }”. Choose one that exists, or create it first.
error-choosable = { $object }: this one does not go with the rest of the record. Choose one that does.
error-tag = “{ $value }” can’t be a tag. A tag has up to { $limit } letters, without commas, semicolons and bars.
error-tag-unknown = There is no tag “{ $value }”, and your role may not make new ones.
error-tag-twice = There is a tag “{ $value }” already. To make one of the two, merge them.
error-tag-apart = Only tags of the same field can be merged.
error-link-ambiguous =
    { $count ->
        [one] { $object }: { $count } record matches “{ $value }”. Choose it by its ID.
       *[other] { $object }: { $count } records match “{ $value }”. Choose one by its ID.
    }
error-loop = A record can’t stand above itself. Choose another one.
error-share-object = These records can’t be shared one by one; they go with the record they are part of.
error-share-one = Choose one person or one team.
error-share-self = You have this already. Choose somebody else.
error-share-past = Choose a time that is still to come.
error-share-longer = It is shared with you until { $until } only. You can’t share it for longer.
error-see-self = These are your own pages already.
error-see-inactive = They do not work here at present and see nothing.
error-see-more = They may see more than you. You can only see as people who have no more rights than you.
error-transfer-self = They have it already. Choose somebody else.
error-transfer-filter = Choose one kind of record when you filter.
error-transfer-undone = This transfer has been taken back already.
error-stage-none = This pipeline has no stage for that. Add one first.
error-deal-open = This deal is still open. Mark it as won or lost, or set the expected close date.
error-committee-twice = This person plays this part in the deal already. Choose another role, or change that one.

# Records
error-any-link = “{ $value }” is no record: name the object and the ID, such as account:01JC8V7N4QK2M.
error-any-link-object = This field does not link to { $object }. It links to: { $options }.
error-id = “{ $value }” is not an ID. An ID has 13 letters and digits, like 01JC8V7N4QK2M.
error-path-many = “{ $name }” links to many records, so what lies behind it can’t be asked here.
error-path-any = “{ $name }” may lead to records of any object. Only a link that is kept to some objects can be followed here.
error-path-kinds = The objects that “{ $name }” may lead to have different fields of that name, so that they can’t be asked together.
error-version = The record’s version is missing or unreadable. Send the version you last read.
error-deleted = This record is in the trash. Restore it first.
error-in-use =
    { $count ->
        [one] { $count } record still uses this ({ $object }). Change it first.
       *[other] { $count } records still use this ({ $object }). Change them first.
    }
error-not-mergeable = These records can’t be merged. Choose two of the same kind.
error-lines-of = Records of { $object } can’t have lines. Choose an object that is not part of another.
error-line-of-trashed = This is a line of a record in the trash ({ $object }). Restore that one; its lines come back with it.
error-same-record = This is the same record. Choose another one.
error-merged-further = This record was merged further. Undo the later merge first.
error-action-not-now = This can’t be done to the record as it stands. Look at it again.

# Lists and figures
error-filter = The filter can’t be read at “{ $at }”. Expected: { $expected }.
error-filter-end = The filter ends too early. Expected: { $expected }.
error-filter-depth =
    { $limit ->
        [one] The filter is nested too deeply. Use at most { $limit } level.
       *[other] The filter is nested too deeply. Use at most { $limit } levels.
    }
error-filter-size =
    { $limit ->
        [one] The filter is too large. Use at most { $limit } condition.
       *[other] The filter is too large. Use at most { $limit } conditions.
    }
error-operator = “{ $operator }” can’t be used here. Use one of: { $operators }.
error-sort = One can’t sort by “{ $name }”. Use one of: { $options }.
error-limit = Ask for 1 to { $max } records at once.
error-cursor = This page marker is not valid any more. Start again from the first page.
error-parameter = There is no parameter “{ $name }”. Use one of: { $options }.
error-parameter-twice = The parameter “{ $name }” stands there twice. Give it once.
error-aggregate = “{ $name }” can’t be reckoned here. Use one of: { $options }.
error-metric = There is no metric “{ $name }”. Use one of: { $options }.
error-report = There is no report “{ $name }”. Use one of: { $options }.
error-statistic = There is no statistic “{ $name }” for this metric. Use one of: { $options }.

# What was sent
error-json = This is not sound JSON: { $detail }.
error-json-type = Send JSON of this type here: { $wanted }. This is { $value }.
error-body-large = This is too large. Send at most { $limit } bytes.
error-key = A key is one line of 1 to { $limit } letters, digits and signs of ASCII. Send one.
error-key-reused = This key has been used for another request. Use a new one.
error-key-running = A request with this key is still running. Try again in a moment.
error-origin = This request came from another site and was refused. Open Cordee itself and try again.

# Signing in
error-sign-in = Wrong e-mail or password.
error-throttled =
    { $seconds ->
        [one] Too many attempts. Try again in { $seconds } second.
       *[other] Too many attempts. Try again in { $seconds } seconds.
    }
error-password-wrong = This is not your current password.
error-password-short =
    { $min ->
        [one] The password is too short. Use at least { $min } character.
       *[other] The password is too short. Use at least { $min } characters.
    }
error-password-long =
    { $max ->
        [one] The password is too long. Use at most { $max } character.
       *[other] The password is too long. Use at most { $max } characters.
    }
error-password-common = This password is too well known. Use several words that belong only to you.

# Files
error-file-empty = The file is empty. Choose one with a header line and at least one row.
error-file-not-table = There are no records in this file: it is something else ({ $kind }). Bring CSV, Excel (.xlsx), JSON or contacts (.vcf).
error-file-columns = The file has { $count } columns. Use at most { $limit }.
error-file-encoding = The file can’t be read as { $value }. Choose another encoding, or save the file as UTF-8.
error-file-delimiter = “{ $value }” can’t separate columns. Use a comma, a semicolon, a tab or another single character.
error-file-truncated = The file breaks off in the row that begins in line { $line }. Get a complete copy and try again.
error-file-broken = The file can’t be read as { $kind }: it is damaged ({ $detail }). Save it anew in its program and try again.
error-file-unpacks = Unpacked, the file is larger than { $limit } MB or than a file of its size can be. Bring it in as CSV.
error-file-locked = The file is locked with a password. Save it without one and try again.
error-file-sheet = There is no sheet “{ $value }” in the file. It has: { $options }.
error-file-object = It can’t be told whose records { $file } holds. Say it: account={ $file }.
error-export-cell = A text is too long for a cell of Excel. Export as CSV or JSON.
error-export-all = A full archive holds everything in its own form: leave this out.
error-copy-same = That is the very database to copy. Name another.
error-file-changed = The file has changed since the import began. Start a new import, or bring back the file as it was.
error-file-missing = There is no file “{ $value }”. Check its name and folder.
error-import-elsewhere = This import is under way elsewhere. Wait for it, or look at it again.
error-import-begun = These files are being brought in already.
error-import-object = Say what { $file } holds; its name and its columns do not tell.
error-row-short = This row has { $count } cells where { $expected } are expected. Fill in what is missing.
error-row-long = This row has { $count } cells where { $expected } are expected. A text that holds the delimiter needs quotation marks.
error-row-cell-too-large = This cell is too long. Use at most { $limit } bytes.
error-row-quotes = A quotation mark opens this cell and closes some lines later, so several rows may have run together. Mend the quotation marks.
error-row-encoding = This can’t be read as { $value }. Choose another encoding, or save the file as UTF-8.
error-mapping = The mapping doesn’t fit: { $detail }.
error-column = There is no column “{ $name }”. Use one of: { $options }.
error-range = Use a number from { $least } to { $most }.
error-too-many = There can be { $limit } at the most. Take some out of use first.
error-links-many = A record can link to { $limit } others at the most here.
error-name = “{ $value }” can’t be a name. Begin with a small Latin letter, then use letters, digits and underscores.
error-option-in-use =
    { $count ->
        [one] { $count } record holds this option. Take it out of use instead: it keeps it, and nobody can choose it any more.
       *[other] { $count } records hold this option. Take it out of use instead: they keep it, and nobody can choose it any more.
    }

# Formulas
error-formula-number = Column { $column }: “{ $value }” is not a number. Write it like 1250.5.
error-formula-quote = Column { $column }: the text that begins here is not closed. End it with ".
error-formula-sign = Column { $column }: “{ $value }” means nothing in a formula. Use + - * / % & = != < > <= >= and brackets.
error-formula-sign-needed = Column { $column }: “{ $value }” can’t follow here. A sign such as + or &, or the end, is needed before it.
error-formula-value-needed = Column { $column }: “{ $value }” can’t stand here. A value is needed: a number, a "text", a field or a function.
error-formula-ends = The formula ends too early: a value is missing at column { $column }.
error-formula-bracket = The bracket opened at column { $column } is not closed. Add a ).
error-formula-deep = Column { $column }: brackets may stand { $limit } deep at most. Put a part of it into a formula field of its own.
error-formula-function = Column { $column }: there is no function “{ $name }”. There are { $options }.
error-formula-clock = Column { $column }: “{ $name }” is not possible, because the value is stored and would be wrong tomorrow. Use a date field instead, or a filter such as “is before today”.
error-formula-arguments = Column { $column }: “{ $name }” takes other values. Write { $usage }.
error-formula-field = Column { $column }: there is no field “{ $name }”. Did you mean “{ $nearest }”?
error-formula-field-plain = Column { $column }: there is no field “{ $name }”. Use the API name of a field, such as amount or account.name.
error-formula-link = Column { $column }: “{ $name }” is a link. Name a field of the record behind it, as in { $name }.name.
error-formula-kind = Column { $column }: “{ $name }” can’t be used in a formula. Texts, numbers, amounts, percentages, dates, times, yes or no, links and choices of one can.
error-formula-steps = Column { $column }: “{ $name }” follows more than one link. A formula reads its own record and those one link away.
error-formula-no-link = Column { $column }: “{ $name }” is no link, so no field can follow after a dot.
error-formula-type = Column { $column }: this is of the kind “{ $found }”, but “{ $wanted }” is needed here.
error-formula-constant = Column { $column }: this must be written out, like { $usage }.
error-formula-cycle = This formula would depend on itself, because what it reads depends on “{ $name }”. Take that out.
error-formula-result = The formula now gives “{ $found }”, but the field holds “{ $wanted }”. Keep what it gives, or make a new field.
error-formula-reads = The formula “{ $name }” reads this field. Change or retire the formula first.

# Files about records
error-file-large = The file is too large. One file may have up to { $limit } MB.
error-files-person = Your files have { $has } MB already, and all your files together may have { $limit } MB. Remove some, or ask your administrator for more.
error-files-workspace = All files of the company together may have { $limit } MB, and there is no room left for this one. Please tell your administrator.
error-file-nothing = “{ $name }” is empty.
error-file-mismatch = “{ $name }” ends in { $ending }, but it is { $kind }. Give it the ending it should have, or choose the right file.
error-file-unlike = “{ $name }” is not { $kind }, as its name says. It may be damaged, or have the wrong ending.
error-file-name = Say the name of the file: Content-Disposition: attachment; filename="offer.pdf"
error-files-many = These are too many files at once. Send at most { $limit }.
error-upload-broken = The upload broke off. Please send it again.
error-file-value = “{ $value }” is no file. Send it first (POST /api/v1/attachments) and give its id; a table can’t bring files.
error-file-unknown = There is no such file that could be given here: send it first, and give its id within a day.
error-file-in-field = This file is the value of a field. Take it away or replace it there.
error-undo = This can’t be undone any more: the last change of the record is not yours.
error-snooze-past = Choose a day after today.
error-snooze-many = No more than { $max } records can be snoozed at a time.

# The arrangement of objects
error-layout-twice = “{ $name }” stands here twice. Leave it in one place.
error-layout-required = “{ $name }” has to be filled in, so it can’t be left out of the form. Give it a default first, or keep it.
error-layout-retired = The field “{ $name }” is out of use. Put it back into use first, or leave it out.
error-layout-heading = A group needs a heading of at most { $limit } characters. Write it before a colon: Heading: { $names }
error-layout-board = This object has no board, and so no cards.
error-layout-related = Nothing links here as “{ $name }”. Use one of: { $options }.
error-stage-holds =
    { $count ->
        [one] One open deal stands here. Move it to another stage first.
       *[other] { $count } open deals stand here. Move them to another stage first.
    }
error-picklist-fixed = Cordee reckons with these options, so there can be no others. You can still call them otherwise.
error-filter-followed = “{ $name }” differs from person to person. A sum can’t hang on it.

# What the columns of a board ask for
error-asked-field = “{ $column }” asks for this first.
error-asked-tick = “{ $column }” asks for this first: { $name }.
error-asked-because = Stages are skipped here: { $columns }. This pipeline wants to know why.
error-column-holds =
    { $count ->
        [one] One open record stands here ({ $object }). Move it elsewhere first.
       *[other] { $count } open records stand here ({ $object }). Move them elsewhere first.
    }
error-stage-goal = Choose another stage of the same pipeline in which deals are open.
error-stage-many = { $count } open deals stand here. Up to { $most } are moved at once: move them first as a bulk change of the list, then take the stage out of use.
error-criterion-twice = This stage asks for this field already.
error-criterion-field = “{ $value }” is no field of a deal that people fill in. Choose another.
