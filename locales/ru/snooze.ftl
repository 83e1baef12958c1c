snooze = Отложенное
snooze-many = Отложенные
snooze-about = Запись
snooze-user = Сотрудник
snooze-until = До
