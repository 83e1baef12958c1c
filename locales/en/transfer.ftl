transfer = Transfer
transfer-many = Transfers
transfer-new = New transfer
transfer-help = What belonged to somebody who leaves, given to others.
transfer-giver = From
transfer-takers = To
transfer-objects = Of what
transfer-filter = Filter
transfer-filter-hint = For one kind of record: industry = technology
transfer-more = More people
transfer-open-only = Only open ones
transfer-shares = Also what was shared with them
transfer-team = Also the place in the team
transfer-status = Status
transfer-total = Planned
transfer-moved = Given
transfer-failed = Kept back
transfer-position = Position
transfer-first-seq = Begins after
transfer-begun-by = Begun by
transfer-ended-at = Ended
transfer-status-running = Under way
transfer-status-done = Done
transfer-status-undoing = Being taken back
transfer-status-undone = Taken back

# The page of transfers
transfer-title = Transfer what { $name } has
transfer-hint = Gives records to others, each as a change in its history. It goes on in the background and can be taken back as a whole.
transfer-object = Records
transfer-count = All
transfer-open = Open
transfer-none = { $name } has no records.
transfer-none-hint = There is nothing to transfer.
transfer-owns =
    { $count ->
        [one] { $name } owns { $count } record. Transfer it before it is forgotten.
       *[other] { $name } owns { $count } records. Transfer them before they are forgotten.
    }
transfer-form = Transfer to
transfer-to = To
transfer-then = And in turn to
transfer-which = Which
transfer-all = All records
transfer-submit = Transfer
transfer-begun = The transfer is under way
transfer-undo = Take back
transfer-undo-begun = The transfer is being taken back
transfer-standing = { $moved } of { $total }
transfer-progress = { $moved } of { $total }
transfer-command-done = Given: { $count }, kept back: { $failed }. Take it back with: cordee user undo-transfer { $id }
transfer-command-undone = Taken back. Still with the others: { $count }.
action-transfer = Transfer records
