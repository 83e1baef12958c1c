team = Команда
team-many = Команды
team-new = Новая команда
team-help = Люди, которые работают вместе; команда видит то же, что и её подкоманды.
team-name = Название
team-parent = Входит в
team-manager = Руководитель
team-region = Регион
# The tree of teams
teams-keys = Перетащите команду под другую или нажмите Alt и → либо ← на её строке. Людей тоже можно перетаскивать.
teams-none = Команд пока нет. Добавьте первую, чтобы видеть, кто с кем работает.
teams-below = Добавить внутрь
teams-move = Перевести в другую команду: { $name }
teams-loose =
    { $count ->
        [0] Все распределены по командам
        [one] { $count } человек без команды
        [few] { $count } человека без команды
       *[other] { $count } человек без команды
    }
teams-more =
    { $count ->
        [one] ещё { $count }
       *[other] ещё { $count }
    }
