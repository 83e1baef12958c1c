snooze = Snooze
snooze-many = Snoozes
snooze-about = Record
snooze-user = Person
snooze-until = Until
