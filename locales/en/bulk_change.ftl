# A bulk change of many records of a list
bulk-change = Bulk change
bulk-change-many = Bulk changes
bulk-change-object = Object
bulk-change-records = Records
bulk-change-filter = Filter
bulk-change-change = Change
bulk-change-status = Status
bulk-change-status-running = Under way
bulk-change-status-done = Done
bulk-change-status-undoing = Being taken back
bulk-change-status-undone = Taken back
bulk-change-total = Planned
bulk-change-changed = Changed
bulk-change-same = Unchanged
bulk-change-refused = Refused
bulk-change-refusals = Why
bulk-change-position = Position
bulk-change-first-seq = Begins after
bulk-change-begun-by = Begun by
bulk-change-ended-at = Ended

# Its pages
bulk-edit = Edit
bulk-submit = Change
bulk-next = Next
bulk-choose = Choose a field
bulk-way = What to do
bulk-add = Add
bulk-take = Take away
bulk-set = Replace with
bulk-empty = Empty this field instead
bulk-undo-hint = They stay in the trash, and you can take this back.
bulk-trash-ask =
    { $count ->
        [one] Move { $count } record to the trash?
       *[other] Move { $count } records to the trash?
    }
bulk-changed = { $count } changed
bulk-trashed = { $count } moved to the trash
bulk-same = { $count } were so already
bulk-refused = { $count } refused
bulk-refused-title = Records that were refused
bulk-why = Why
bulk-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
bulk-undone = Everything is as it was.
bulk-left =
    { $count ->
        [one] { $count } record stays, since somebody has changed it since.
       *[other] { $count } records stay, since somebody has changed them since.
    }
bulk-back = Back to the list
job-bulk = Change many records of a list
door-bulk = a bulk change
error-bulk-none = Nothing is selected. Select some rows first.
error-bulk-merge = Select exactly two records to merge.
error-bulk-undone = This change has been taken back already.
