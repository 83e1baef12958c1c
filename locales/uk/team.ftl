team = Команда
team-many = Команди
team-new = Нова команда
team-help = Люди, які працюють разом; команда бачить те саме, що і її підкоманди.
team-name = Назва
team-parent = Входить до
team-manager = Керівник
team-region = Регіон
