# Words that parts of a page need of themselves
ui-nav-open = Widen the menu
ui-trail = Where you are
ui-person-menu = Your menu
ui-theme-system = System
ui-theme-light = Light
ui-theme-dark = Dark
ui-more = More
ui-pages = Pages
ui-connection-lost = Cordee can’t be reached. What you typed is kept.

# The filter bar
ui-filter-hint = Filter, such as amount > 1000
ui-filter-field = Field
ui-filter-operator = Condition
ui-filter-value = Value

# Forms and records
ui-currency = currency
ui-nothing-found = Nothing found
tags-make = Make “{ $name }”
tags-remove = Remove
ui-save-and-new = Save and new
ui-steps = Steps
ui-from = before:
ui-to = now:
ui-history-more = Older changes

# The board
ui-boards = Boards
ui-move-refused = This move was not possible.
ui-in-column = In this column: { $time }

# Keys
ui-keys = Keyboard shortcuts
ui-key-filter = Go to the filter, or search
ui-key-next = Down the list
ui-key-previous = Up the list
ui-key-help = This help
ui-key-undo = Undo what was just done

# Registers, figures, import, API
ui-actions = Actions
ui-show = Show
ui-share = Compared with the largest
ui-row = Row
ui-problem = What is wrong
ui-problems = Problems
ui-refresh = Refresh
ui-example = Request
ui-answer = Answer

# What others do meanwhile
live-here = Also here
live-looks = { $name } is looking at this
live-edits = { $name } is changing this
live-take = Take it over
live-compare = Compare
live-both = You changed this as well: { $fields }
live-more = { $count } new
live-gone = This record is no longer here, or you can no longer see it.
live-changed = { $name } changed this:
live-changed-by-you = You changed this elsewhere:

# The search box
search-recent = Open lately
search-key-choose = choose
search-key-open = open
search-key-actions = actions only
search-key-number = by number or ID
command-copy-link = Copy the link

# A record beside its list
side-title = Beside the list
side-whole = Open the whole page

# More keys
ui-key-beside = Look at it beside the list
keys-here = On this page
keys-everywhere = Everywhere
keys-lists = Lists and boards
keys-record = Records
keys-forms = Forms
keys-on = Keys never act while you type. Switch single keys off in
keys-off = Single keys are switched off; those with Ctrl work. Switch them on in

# What is to be done next with a record, on top of its page
next-none = No next step is planned
next-undated = No day is set
next-change = Change
next-late =
    { $count ->
        [one] Overdue by { $count } day
       *[other] Overdue by { $count } days
    }

# The people around a record, as a map
circle-add = Add a person
circle-lacks = What is missing
circle-nobody = Nobody yet
circle-others = Also there:
circle-remove = Take off the map
circle-hidden = Somebody you can’t see
circle-never = No contact yet
circle-none = Nobody is known yet.
keys-map = On the map of people
circle-stance = Stance unknown
known-choose = Choose
circle-key-walk = From person to person
circle-key-change = Change their part

# The history of one field
field-history = History
field-history-empty = Empty
field-history-now = now
field-history-under-a-day = Less than a day
field-history-none = Nothing has changed here yet.
