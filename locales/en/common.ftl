# What something is called, and what it is
pair = { $label }: { $text }

# Fields that every object has
field-id = ID
field-created-at = Created
field-created-by = Created by
field-updated-at = Updated
field-updated-by = Updated by
field-version = Version
field-source = From system
field-source-system = From system
field-foreign-id = ID there
field-deleted-at = Deleted
field-name = Name
field-owner = Owner
field-parent = Part of
field-position = Place

# Groups of fields on forms and records
group-main = Key facts
group-access = Access
group-formats = Language and time
group-reach = How to reach
group-company = Company
group-about = About
group-when = When
group-result = Result
group-sale = Sale
group-next = Next step
group-closing = Closing
group-price = Price
group-forecast = Forecast
group-buying = How the customer buys
group-more = More
group-rules = Rules

# Values
yes = Yes
no = No
none = None
no-data = No data

# Times; a period’s numbers come as texts, so that a year is not grouped
today = Today
yesterday = Yesterday
tomorrow = Tomorrow
days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
days-ahead =
    { $count ->
        [one] in { $count } day
       *[other] in { $count } days
    }
days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
period-week = Week { $number }, { $year }
period-quarter = Q{ $number } { $year }
field-followed = Followed by me
