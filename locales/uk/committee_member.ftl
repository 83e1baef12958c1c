committee-member = Учасник закупівлі
committee-member-many = Закупівельний комітет
committee-member-new = Новий учасник
committee-member-help = Хто впливає на угоду: роль, вплив і ставлення до купівлі.
committee-member-opportunity = Угода
committee-member-contact = Контакт
committee-member-name = Ім’я
committee-member-role = Роль
committee-member-role-decision-maker = ОПР
committee-member-role-economic-buyer = Розпорядник бюджету
committee-member-role-champion = Союзник усередині
committee-member-role-influencer = Впливає на рішення
committee-member-role-gatekeeper = Секретар (бар’єр)
committee-member-role-end-user = Кінцевий користувач
committee-member-role-blocker = Противник
committee-member-influence = Вплив
committee-member-influence-high = Високий
committee-member-influence-medium = Середній
committee-member-influence-low = Низький
committee-member-stance = Ставлення
committee-member-stance-supports = За
committee-member-stance-neutral = Нейтрально
committee-member-stance-opposes = Проти
committee-member-guards = Закриває доступ до
committee-member-note = Нотатка

# The map of a deal: its columns, what is missing, and what mends it
committee-member-map-decide = Хто вирішує
committee-member-map-move = Хто просуває
committee-member-map-use = Хто користуватиметься
committee-member-map-between = Хто стоїть на шляху
committee-member-lacks-nobody = Поки невідомо, хто бере участь з боку клієнта.
committee-member-mend-nobody = Додати
committee-member-lacks-decision-maker = ОПР поки невідома.
committee-member-mend-decision-maker = Додати ОПР
committee-member-lacks-economic-buyer = Невідомо, хто розпоряджається бюджетом.
committee-member-mend-economic-buyer = Додати розпорядника
committee-member-lacks-champion = У нас немає союзника всередині компанії клієнта.
committee-member-mend-champion = Додати союзника
committee-member-lacks-only-one = Уся угода тримається на одній людині.
committee-member-mend-only-one = Додати ще когось
committee-member-lacks-unanswered = { $name }: проти угоди, відповіді поки немає.
committee-member-mend-unanswered = Відповісти
committee-member-lacks-guards-nobody = { $name }: невідомо, до кого закриває доступ.
committee-member-mend-guards-nobody = Вказати
committee-member-lacks-silent =
    { $count ->
        [one] { $name }: контакту не було { $count } день.
        [few] { $name }: контакту не було { $count } дні.
        [many] { $name }: контакту не було { $count } днів.
       *[other] { $name }: контакту не було { $count } дня.
    }
committee-member-mend-silent = Запланувати дзвінок
committee-member-lacks-silent-always = { $name }: контакту ще не було.
committee-member-mend-silent-always = Запланувати дзвінок
committee-member-lacks-all-silent =
    { $count ->
        [one] Ні з ким із них не спілкувалися { $count } день.
        [few] Ні з ким із них не спілкувалися { $count } дні.
        [many] Ні з ким із них не спілкувалися { $count } днів.
       *[other] Ні з ким із них не спілкувалися { $count } дня.
    }
committee-member-mend-all-silent = Запланувати дзвінок
committee-member-lacks-all-silent-always = Ні з ким із них ще не спілкувалися.
committee-member-mend-all-silent-always = Запланувати дзвінок
