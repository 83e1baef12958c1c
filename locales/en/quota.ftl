quota = Quota
quota-many = Quotas
quota-new = New quota
quota-help = What somebody, or a team, is to win in a month, a quarter or a year.
quota-title = Quota
quota-period = Period
quota-first-day = First day
quota-last-day = Last day
quota-owner = Whose
quota-team = Team
quota-series = Product family
quota-amount = To be won
quota-full-amount = Without a ramp
quota-ramp = Percent in each month
quota-ramp-from = Months counted from
quota-group-ramp = Ramp for new hires

# A quota split into parts
action-split = Split
action-split-done = Split: the parts add up to the quota
action-split-into = Split into
action-split-by = In which proportion (equal, if none is chosen)
quota-into-people = The people of the team
quota-into-teams = The teams below
quota-into-quarters = Quarters
quota-into-months = Months
quota-by-equal = In equal parts
quota-by-won = As was won a year before

# What a quota can't be
error-quota-period = “{ $value }” is no period. Write a year, a quarter or a month, such as { $options }.
error-quota-lead = Nobody leads this team. Say whose quota it is, or who leads the team.
error-quota-negative = A quota is 0 or more.
error-quota-ramp = “{ $value }” can’t be read. Write how many percent count in the first month, the second and so on, each from 0 to 100: 0, 25, 50, 75, 100.
error-quota-twice = There is one already: { $title }, { $amount }. Change that one, or choose another period or product family.
error-split-no-team = This is the quota of a person. Only a team’s is split over people or teams; choose quarters or months.
error-split-period = { $period } is not made of such periods. A year is split into quarters or months, a quarter into months.
error-split-nobody = There is nobody to split it between. Put people into the team, or choose other parts.
error-split-done = All parts are there already; they come to { $parts } of { $whole }. Change these instead.
error-split-over = The parts that are there come to { $parts }, which is more than { $whole }. Lower them, or raise the quota first.
error-split-currency = A part is in { $currency }. Parts are in the currency of the whole; change that one first.
error-split-nothing-won = Nothing was won in the same months of the year before, so there is no proportion. Split it in equal parts.
