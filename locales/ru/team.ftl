team = Команда
team-many = Команды
team-new = Новая команда
team-help = Люди, которые работают вместе; команда видит то же, что и её подкоманды.
team-name = Название
team-parent = Входит в
team-manager = Руководитель
team-region = Регион
