team = Команда
team-many = Команди
team-new = Нова команда
team-help = Люди, які працюють разом; команда бачить те саме, що і її підкоманди.
team-name = Назва
team-parent = Входить до
team-manager = Керівник
team-region = Регіон
# The tree of teams
teams-keys = Перетягніть команду під іншу або натисніть Alt і → чи ← на її рядку. Людей теж можна перетягувати.
teams-none = Команд поки немає. Додайте першу, щоб бачити, хто з ким працює.
teams-below = Додати підкоманду
teams-move = Перевести до іншої команди: { $name }
teams-loose =
    { $count ->
        [0] Усіх розподілено по командах
        [one] { $count } людина без команди
        [few] { $count } людини без команди
        [many] { $count } людей без команди
       *[other] { $count } людини без команди
    }
teams-more = ще { $count }
