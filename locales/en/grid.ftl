# The table of a list
grid-bar = What to do with the selected records
grid-picked = { $count } selected
grid-picked-some = Selected
grid-pick-none = Clear the selection
grid-all = All { $count }
grid-all-any = All of this list
grid-sum = Total
grid-sums-show = Show totals
grid-groups-show = Show groups
grid-group-more = All of this group
grid-group-toggle = Open or close the group
grid-group-none = No groups
grid-group-empty = None
grid-group-month = { $field }: month
grid-resize = Column width. With the keyboard: Alt and arrow
grid-display = Display
grid-direction = Direction
grid-apply = Apply
grid-column-up = Move forward
grid-column-down = Move back
grid-key-pick = Select the row
grid-key-range = Select up to here
grid-key-cells = From cell to cell

# The editor of a filter
filter-mine = Mine
filter-open = Open
filter-not = not
filter-group = Group of conditions
filter-group-remove = Remove this group
filter-add-here = Add a condition to this group
filter-change = Change the condition
filter-apply = Apply
filter-join-or = Or another condition
filter-join-and = And another condition
filter-turn-any = Any of them is enough
filter-turn-all = All of them must hold
filter-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
filter-days-of = Days
filter-when-last-days = last … days
filter-when-next-days = next … days
filter-when-day = a day
operator-older = is older than
operator-later = is further ahead than
operator-date-less = is before
operator-date-at-most = is until
operator-date-greater = is after
operator-date-at-least = is from
filter-followed = Followed
