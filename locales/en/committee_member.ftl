committee-member = Committee member
committee-member-many = Buying committee
committee-member-new = New member
committee-member-help = Who has a say in a deal: their role, their influence and whether they are for it.
committee-member-opportunity = Deal
committee-member-contact = Contact
committee-member-name = Name
committee-member-role = Role
committee-member-role-decision-maker = Decision maker
committee-member-role-economic-buyer = Economic buyer
committee-member-role-champion = Champion
committee-member-role-influencer = Influencer
committee-member-role-gatekeeper = Gatekeeper
committee-member-role-end-user = End user
committee-member-role-blocker = Blocker
committee-member-influence = Influence
committee-member-influence-high = High
committee-member-influence-medium = Medium
committee-member-influence-low = Low
committee-member-stance = Stance
committee-member-stance-supports = For
committee-member-stance-neutral = Neutral
committee-member-stance-opposes = Against
committee-member-guards = Guards
committee-member-note = Note

# The map of a deal: its columns, what is missing, and what mends it
committee-member-map-decide = Who decides
committee-member-map-move = Who moves it
committee-member-map-use = Who uses it
committee-member-map-between = Who stands between
committee-member-lacks-nobody = Nobody on the customer’s side is known yet.
committee-member-mend-nobody = Add somebody
committee-member-lacks-decision-maker = No decision maker is known.
committee-member-mend-decision-maker = Add the decision maker
committee-member-lacks-economic-buyer = Nobody who holds the budget is known.
committee-member-mend-economic-buyer = Add the economic buyer
committee-member-lacks-champion = No champion sells it inside for us.
committee-member-mend-champion = Add a champion
committee-member-lacks-only-one = The whole deal hangs on one person.
committee-member-mend-only-one = Add somebody else
committee-member-lacks-unanswered = { $name } is against it and has no answer yet.
committee-member-mend-unanswered = Answer
committee-member-lacks-guards-nobody = Nobody has said whom { $name } guards.
committee-member-mend-guards-nobody = Say whom
committee-member-lacks-silent =
    { $count ->
        [one] Nobody has spoken with { $name } for { $count } day.
       *[other] Nobody has spoken with { $name } for { $count } days.
    }
committee-member-mend-silent = Plan a call
committee-member-lacks-silent-always = Nobody has spoken with { $name } yet.
committee-member-mend-silent-always = Plan a call
committee-member-lacks-all-silent =
    { $count ->
        [one] Nobody has spoken with any of them for { $count } day.
       *[other] Nobody has spoken with any of them for { $count } days.
    }
committee-member-mend-all-silent = Plan a call
committee-member-lacks-all-silent-always = Nobody has spoken with any of them yet.
committee-member-mend-all-silent-always = Plan a call
