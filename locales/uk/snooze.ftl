snooze = Відкладене
snooze-many = Відкладені
snooze-about = Запис
snooze-user = Співробітник
snooze-until = До
