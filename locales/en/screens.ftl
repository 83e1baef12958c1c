# Frame and navigation
app-name = Cordee
nav-main = Main navigation
nav-home = Today
nav-board = Board
nav-reports = Reports
nav-all-reports = All reports
nav-settings = Settings
nav-trash = Trash
nav-api-docs = API docs
nav-skip = Skip to content
nav-menu = Menu
nav-collapse = Collapse the menu
nav-profile = Your profile
nav-back = Back
nav-search = Search
nav-create = Create

# Actions; NAME-done is what the toast says afterwards
action-create = Create
action-create-done = Created
action-edit = Edit
action-edit-done = Changed
action-save = Save
action-save-done = Saved
action-cancel = Cancel
action-close = Close
action-delete = Move to trash
action-delete-done = Moved to the trash
action-restore = Restore
action-restore-done = Restored
action-merge = Merge
action-merge-done = Merged
action-merge-with = Merge with (ID of the record that goes)
action-merge-take = Fields to take from it
action-unmerge = Undo the merge
action-unmerge-done = The merge was undone
action-unmerge-lost = ID of the merged record
action-undo = Undo
action-undo-done = Undone
action-convert = Convert
action-convert-done = Converted
action-convert-account = Account
action-convert-contact = Contact
action-convert-deal = Name of the deal
action-convert-amount = Amount
action-convert-owner = Owner of the deal
action-convert-without-deal = Without a deal
action-unconvert = Take conversion back
action-unconvert-done = A lead again
action-win = Mark as won
action-win-done = Won. Well done.
action-win-amount = Amount
action-win-actual-close-date = Won on
action-win-win-reason = Win reason
action-win-handover = Hand-over notes
action-win-skipped-because = Why stages are skipped
action-lose = Mark as lost
action-lose-done = Marked as lost
action-lose-loss-reason = Loss reason
action-lose-loss-note = What we learned
action-lose-competitor = Competitor
action-lose-actual-close-date = Lost on
action-reopen = Reopen
action-reopen-done = Reopened
action-disqualify = Disqualify
action-disqualify-done = Disqualified
action-disqualify-disqualify-reason = Reason
action-move = Move
action-move-done = Moved
action-export = Export
action-export-done = The file is ready
action-export-as = Export as { $format }
action-export-vcard = Export as contacts
action-import = Import
action-import-done = Imported
action-open = Open
action-copy = Copy
action-copy-done = Copied
action-revoke = Revoke
action-revoke-done = Revoked

# List
list-filter = Filter
list-filter-add = Add a filter
list-filter-remove = Remove this filter
list-filter-clear = Clear filters
list-filter-and = and
list-filter-or = or
list-sort = Sort
list-sort-up = Ascending
list-sort-down = Descending
list-columns = Columns
list-group = Group by
list-page-next = Next page
list-page-previous = Previous page
list-count =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
list-count-more = { $limit }+ records
list-count-exact = Count them all
list-select-all = Select all
list-select-row = Select this row
list-view-save = Save as a view
list-view-all = All records
list-none-title = Nothing here yet
list-none-found = No record matches these filters.

# Filter operators
operator-is = is
operator-is-not = is not
operator-contains = contains
operator-starts-with = starts with
operator-has = has
operator-has-all = has all of
operator-has-not = does not have
operator-greater = is more than
operator-at-least = is at least
operator-less = is less than
operator-at-most = is at most
operator-is-empty = is empty
operator-is-not-empty = is not empty

# Form
form-required = Required
form-none = Not set
form-faults =
    { $count ->
        [one] { $count } thing needs to be put right.
       *[other] { $count } things need to be put right.
    }
form-yours = Yours
form-theirs = Saved in the meantime

# Record
record-details = Details
record-history = History
record-no-next-step = No next step
record-previous = Previous record
record-next = Next record
record-history-empty = No changes yet
record-in-trash = This record is in the trash.
record-show-all = Show all
timeline-title = Timeline
timeline-write = Write down
timeline-search = Search the timeline
timeline-sort = Kind
timeline-all = Everything
timeline-who = By whom
timeline-everybody = Everybody
timeline-from = From
timeline-to = To
timeline-show = Show
timeline-reset = Show everything
timeline-none = Nothing like this here.
timeline-planned = Planned
timeline-comments = Comments
timeline-changes = Changes
timeline-done = Done
timeline-logged = Written down
undo-field = Undo this change
undo-done = Set back to what it was before
undo-anyway = Set back
undo-changed = It has been changed again since. Now it is: { $now }. It would be set back to: { $old }.
in-place-changed = { $name } has changed this meanwhile. Now it is:
in-place-theirs = Keep theirs
in-place-form = Open the form

# Through which door a change came
door-page = a page
door-api = the API
door-import = an import
door-transfer = a transfer
door-command-line = the command line
door-automation = automation
door-system = Cordee itself

# Board
board-weighted = Weighted
board-probability = Probability
board-more = Show more
board-lately =
    { $days ->
        [one] Closed in the last day
       *[other] Closed in the last { $days } days
    }
board-move-to = Move to
board-move = Move
board-moved = { $name } is now in { $column }

# Figures
figures-title = Figures
figures-help = One figure over any days, split by any field, with the rows behind it.
figures-by = By
figures-from = From
figures-to = To
figures-as-of = As of
figures-value = Value
figures-records = Records
figures-no-data = No data for this choice

# Import, step by step
wizard-step-file = File
wizard-step-mapping = Columns
wizard-step-check = Check
wizard-step-run = Import
wizard-file-hint = CSV with any delimiter and encoding, Excel (.xlsx), JSON, or contacts (.vcf). The first line of a table holds the column names.
wizard-choose-object = What is in the file?
wizard-encoding = Encoding
wizard-delimiter = Delimiter
wizard-delimiter-comma = Comma ,
wizard-delimiter-semicolon = Semicolon ;
wizard-delimiter-tab = Tab
wizard-delimiter-pipe = Vertical bar |
wizard-sheet = Sheet
wizard-column = Column
wizard-field = Field
wizard-samples = Samples
wizard-leave-out = Leave out
wizard-match-by = Match existing records by
wizard-create-missing = Create what is missing
wizard-incomplete = Rows may be incomplete
wizard-incomplete-hint = For what lies in the past: fields that must be filled only under a condition may stay empty.
wizard-near-at = { $column }: “{ $value }” is not there. Did you mean “{ $name }”?
wizard-check = Check without importing
wizard-checked = { $good } of { $all } rows are fine.
wizard-problems =
    { $count ->
        [0] No problems found
        [one] { $count } problem
       *[other] { $count } problems
    }
wizard-begin =
    { $count ->
        [one] Import { $count } row
       *[other] Import { $count } rows
    }
wizard-time-left = { $time } left
wizard-stop = Stop
wizard-resume = Resume
wizard-undo = Undo this import
wizard-undo-ask = Everything this import created goes, and what it changed is as before.
wizard-undo-done = The import was undone
wizard-rejected-file = Download the rejected rows
wizard-none = No imports yet. Bring in your accounts, contacts and deals from a CSV file.

# Trash
trash-title = Trash
trash-empty = The trash is empty.
trash-hint = Records stay here until they are restored or removed for good.
trash-deleted-at = Deleted

# Confirm
confirm-no-undo = This can’t be undone.

# Merge
merge-title = Merge two records
merge-hint = Choose which value to keep for each field. Nothing attached to either record is lost.

# Toasts: what just happened to a record
toast-created = { $name } was created
toast-updated = { $name } was saved
toast-deleted = { $name } is in the trash
toast-restored = { $name } was restored
toast-merged = { $name } was merged

# Sign in
sign-in-title = Sign in
sign-in-email = E-mail
sign-in-password = Password
sign-in-submit = Sign in
sign-in-again = Your session has ended. Please sign in again.
sign-out = Sign out
sign-out-done = You are signed out
first-admin-title = Welcome to Cordee
first-admin-hint = Create the first administrator. This link works once.
first-admin-submit = Create administrator

# Settings, users and roles
settings-title = Settings
settings-profile = Profile
settings-appearance = Appearance
settings-language = Language
settings-password = Password
settings-password-now = Current password
settings-password-new = New password
settings-password-changed = The password was changed
settings-workspace = Workspace
roles-permissions = Permissions
roles-object = Object
roles-fields = Fields
sessions-title = Sessions
sessions-here = This browser
sessions-end = End this session
sessions-end-others = End all others
sessions-ended = The session was ended
tokens-title = API tokens
tokens-none = No API tokens yet
tokens-once = Copy the token now. It is shown only once.
tokens-never-used = Never used

# Empty pages
empty-account = Accounts are the companies and people you sell to. Create the first one, or import a file.
empty-contact = Contacts are the people you talk to. Create the first one, or import a file.
empty-lead = Leads are people who may want to buy. Create the first one, or import a file.
empty-opportunity = Deals are the sales you are working on. Create the first one, or import a file.
empty-product = Products are what you sell. Create the first one, or import a file.
empty-activity = Calls, meetings and tasks appear here. Log the first one.
empty-demo = Load the demo

# Error pages
error-page-home = Go to the start page
error-page-id = For your administrator: { $id }

# Search
search-box = Search everything
search-hint = A name, part of an e-mail address, a phone number or an ID. Typos are forgiven.
search-none = Nothing found for “{ $text }”.
search-go = Go to

# Lines: records edited inside the one that has them
lines-add = Add line
lines-place = Line { $place }
lines-cell = { $field }, line { $place }
lines-up = Move line { $place } up
lines-down = Move line { $place } down
lines-remove = Remove line { $place }
lines-gone = Removed when you save: { $name }
lines-keep = Keep line { $place }
lines-edit = Edit lines
lines-total = Total
lines-taken-away = removed
lines-keys = Enter: next line · Alt ↑ ↓: move
action-step-done = Step done
action-step-done-done = Step done; the next one is planned
action-step-done-next-step = What comes next
action-step-done-next-step-date = When
action-plan-step = Plan the next step
action-plan-step-done = The next step is planned
action-plan-step-next-step = What to do
action-plan-step-next-step-date = When
action-note-task = Note a task
action-note-task-done = The task is noted
action-note-task-subject = What is to be done
action-note-task-owner = Who
action-note-task-due-date = By when
action-complete = Mark as done
action-complete-done = Done
action-take-up = Start working
action-take-up-done = The lead is being worked
board-group = Group by
board-layout = Layout
board-columns = Columns
board-sections = Sections
board-without = Without
board-dot-overdue = Next step overdue
board-dot-today = Next step today
board-dot-later = Next step planned
board-dot-none = Nothing planned

# What may be there already
alike-title = May be there already
alike-first = There may be this already. Look below first, or create it anyway.
alike-anyway = Create anyway
alike-use = Use this one
alike-move = Move it here
alike-new-tab = (opens in a new tab)
alike-same = { $field } is the same
alike-similar = { $field } is similar
duplicates-title = Possible duplicates
duplicates-intro = Records with the same e-mail, phone, domain, code or company name as an older one. Compare two to merge them; that can be undone.
duplicates-looked =
    { $count ->
        [one] { $count } record looked through, the newest first.
       *[other] { $count } records looked through, the newest first.
    }
duplicates-next = Look through older ones
duplicates-some =
    { $count ->
        [one] Possible duplicate
       *[other] { $count } possible duplicates
    }
verb-new-if-empty = Left empty, “{ $name }” is created
verb-may-be-meant = May be meant
lookup-create = Create “{ $name }”
people-met = Last contact:
people-met-never = No contact yet
tree-more = and more:
tree-many = many
# Ways with their steps, and things in an order
action-duplicate = Duplicate
action-duplicate-done = Here is the new one, with the same stages
action-duplicate-name = Name of the new one
action-retire = Take out of use
action-retire-done = Out of use. Nothing that stands there is lost.
action-reuse = Put back into use
action-reuse-done = In use again
steps-held = In progress
steps-none = Nothing here yet. Add the first one below.
steps-begin-empty = Without stages
steps-board = Board
steps-retired = Out of use
steps-where = { $objects } in progress here: { $count }. They go where you say; what has come to its end stays.
steps-to = Move them to
ordered-place = Place

# What is asked for where a record stands, before it goes on
asks-before = Before it leaves { $column }:
asks-done = All done
asks-missing = (still missing)
asks-because = Say why, and only the stage where the deal stands asks for something.
asks-skipped = Skipped: { $columns }. This pipeline wants to know why.
step-skipped = Skipped: { $step }
step-asks-title = What { $step } asks for
step-asks-help = Before a deal goes on from here, the fields you choose must be filled and the checklist must be ticked. Going back and losing a deal ask for nothing.
step-asks-fields = Must be filled
step-asks-checklist = Checklist
step-asks-new = New line of the checklist
step-asks-take = Remove
steps-asks = Asks for
steps-asks-nothing = Nothing

# What comes next, planned one after the other
plan-title = Plan next steps
plan-intro = Type what to do and when. Enter saves and goes on, ↑ and ↓ go from deal to deal.
plan-when = tomorrow, fri, +3 or a date
plan-done = Planned for { $day }
plan-more = These are the first { $count }. The rest comes once they are planned.
plan-none = Every deal has a next step with a date.
