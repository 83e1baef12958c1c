# The start page
home-greeting = Hello, { $name }

# Lists and records
view-list = List
group-record = Record
record-title = Title
record-as-of = This is how it stood at the end of { $date }, as far as the past of its fields is kept.
record-now = Back to now
record-look-back = Look back
record-look-back-hint = Shows the record as it stood at the end of a day.
stale-hint = Choose for each field which value to keep. What only one of you changed is already chosen.

# What somebody did, after their name
history-create = created this
history-update = changed this
history-trash = moved this to the trash
history-restore = restored this
history-purge = removed this for good
history-merge = merged another record into this
history-unmerge = undid a merge
history-attach = added a file
history-detach = removed a file
history-share = shared this with { $name }: { $level }
history-share-until = shared this with { $name } until { $until }: { $level }
history-unshare = took back what was shared with { $name }
history-security = changed how this user signs in

# Trash and merge
action-purge = Remove for good
trash-purged = Removed for good
merge-compare = Compare
merge-other = Find the record that is the same as { $name }.
merge-preview = Nothing has changed yet. Everything attached to the other record moves to the one that stays, and the merge can be undone.

# Filters in words
filter-me = me
filter-this-week = this week
filter-last-week = last week
filter-next-week = next week
filter-this-month = this month
filter-last-month = last month
filter-next-month = next month
filter-this-quarter = this quarter
filter-last-quarter = last quarter
filter-next-quarter = next quarter
filter-this-year = this year
filter-last-year = last year
filter-next-year = next year
filter-last-days =
    { $count ->
        [one] the last { $count } day
       *[other] the last { $count } days
    }
filter-next-days =
    { $count ->
        [one] the next { $count } day
       *[other] the next { $count } days
    }

# The parts of an address
address-street = Street
address-city = City
address-region = Region
address-postcode = Postcode
address-country = Country

# Figures
figures-and = And by
figures-period = Period
figures-statistic = Statistic
figures-days = { $number } d
bucket-day = Day
bucket-week = Week
bucket-month = Month
bucket-quarter = Quarter
bucket-year = Year

# Signing in
password-hint = At least 8 characters; several words that belong only to you are best.

# Settings
settings-own = You
settings-running = Running Cordee
settings-search = Find a setting
settings-profile-hint = Your language, time zone, what you are told of, and your password.
settings-factor-hint = A code from your phone beside the password, so that a password alone opens nothing.
settings-general = Company
settings-programs = Programs
settings-zone-hint = A name of the IANA list, such as Europe/Paris.
settings-looks-hint = How Cordee looks and behaves in this browser.
settings-theme = Theme
settings-days = Days
settings-style-hint = As usual in your language, if nothing is chosen.
settings-clock = Time of day
settings-start = Begin on
settings-password-change = Change password
settings-password-set = Set password
settings-password-set-hint = { $name } signs in with this password from now on; all open sessions end.
sessions-hint = The browsers in which you have signed in. End those you do not know.
tokens-hint = A token lets a program act for you over the API, with at most your rights.
tokens-never-ends = Never
role-imports = May bring in files
role-tags = May make new tags
role-shares = May share records that they may change
see-as-bar = You see this as { $name } sees it, to read only, until { $until }.
see-as-end = Stop
action-see-as = See as this person
role-administers = Keeps the workspace: users, roles, settings
role-fixed = This role keeps the workspace and stays as it is, so that nobody is locked out.
role-other-objects = Everything else
journal-title = Audit log
journal-hint = Everything that was done, by whom and through which door, in a chain that can’t be altered unnoticed. The check reads all of it and says whether it holds.
journal-verify = Check the chain
journal-sound =
    { $count ->
        [one] { $count } entry holds. The chain ends with { $head }.
       *[other] All { $count } entries hold. The chain ends with { $head }.
    }
journal-broken =
    { $count ->
        [one] After { $count } sound entry, entry { $number } does not hold: it was changed, moved or taken out.
       *[other] After { $count } sound entries, entry { $number } does not hold: it was changed, moved or taken out.
    }

# Import, page by page
wizard-look = Look at the columns
wizard-unsure = The file could be read in more than one way. Look at the samples; if they are wrong, choose another encoding or delimiter.
wizard-ambiguous = These can be read in more than one way.
wizard-mode = What to do
wizard-mode-create = Create only
wizard-mode-create-and-update = Create and update
wizard-mode-update = Update only
wizard-take-near = Take what is meant
wizard-checked-part = Only the first { $count } rows were checked; the rest follows during the import.
wizard-creates = { $object } that are missing and will be created: { $count }
wizard-failed = The import broke off, since the file can’t be read to its end.
wizard-stopped = The import has stopped. It goes on where it stopped.
wizard-rows-done = Rows done: { $count }
wizard-match-hint = Left open, whatever the columns allow.
wizard-choose-files = Files
wizard-object-hint = Left open, it is found out from the name and the columns.
wizard-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
wizard-files-hint = They come in from top to bottom, so that links between them find what they lead to.
wizard-columns-known = { $known } of { $all } columns recognised
wizard-look-at-it = Something could be read in more than one way. Look at its columns.
wizard-links-later = Links to later rows are set in a second turn.
wizard-links-judged = Links between these files are checked while they come in.
wizard-links-of = Links of { $object }
wizard-keep-columns = Keep
wizard-all-files = All files
wizard-waits = It waits for the files before it.
wizard-undo-all = Undo all files
wizard-undo-all-ask = Everything these files created goes, and what they changed is as before.

# Saved views
views-keep = Save changes
views-save-new = Save as new…
views-edit = Rename and share…
views-left = Move left
views-right = Move right
views-first = Open first
views-not-first = Do not open first
views-first-me = Open first for me
views-not-first-me = Do not open first for me
views-delete = Delete the view
views-actions = What can be done with this view
settings-numbers = Numbers
settings-start-hint = Without a choice, where your role begins: { $place }.
