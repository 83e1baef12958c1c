notification = Notification
notification-many = Notifications
notification-user = Person
notification-waits-for = Unread by
notification-kind = What happened
notification-kind-mention = Mention
notification-kind-comment = Comment
notification-kind-change = Change
notification-kind-given = New record for you
notification-kind-many = Many records
notification-kind-due = Due
notification-kind-late = Late
notification-kind-late-team = Late in the team
notification-about = Record
notification-comment = Comment
notification-by = By
notification-entries = Entries
notification-object = Object
notification-count = Count
notification-people = People
notification-read-at = Read
notification-key = Key
notification-unread = Unread
notification-all = All
notification-unread-count = { $count ->
    [one] { $count } unread notification
   *[other] { $count } unread notifications
}
notification-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
notification-did-mention = mentioned you
notification-did-comment = commented
notification-did-change = changed this
notification-did-given = made this for you
notification-did-many = changed many at once
notification-did-due = reminds you of next steps that are due
notification-did-late = reminds you: your forecast is late
notification-did-late-team = tells you whose forecast is late
notification-read-all = Mark all read
notification-mark-read = Mark read
notification-mark-unread = Mark unread
notification-settings = What I’m told of
notification-older = Older
notification-none = Nothing yet
notification-none-unread = All read
notification-none-hint = Comments and important changes of the records you follow appear here.
notification-read-hint = What is new on the records you follow appears here.
api-notifications = What you were told of, the newest first
api-notifications-read = Mark all your notifications read
api-notification-read = Mark a notification read
api-notification-unread = Mark a notification unread again
notification-later = Later
notification-later-done = Put off. It comes back then.
notification-later-hour = In an hour
notification-later-tomorrow = Tomorrow morning
notification-later-week = Monday morning
notification-later-until = Put off until { $time }
