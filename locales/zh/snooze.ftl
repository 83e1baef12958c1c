snooze = 推迟提醒
snooze-many = 推迟提醒
snooze-about = 记录
snooze-user = 人员
snooze-until = 直到
