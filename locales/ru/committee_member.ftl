committee-member = Участник закупки
committee-member-many = Закупочный комитет
committee-member-new = Новый участник
committee-member-help = Кто влияет на сделку: роль, влияние и отношение к покупке.
committee-member-opportunity = Сделка
committee-member-contact = Контакт
committee-member-name = Имя
committee-member-role = Роль
committee-member-role-decision-maker = ЛПР
committee-member-role-economic-buyer = Распорядитель бюджета
committee-member-role-champion = Союзник внутри
committee-member-role-influencer = Влияет на решение
committee-member-role-gatekeeper = Секретарь (барьер)
committee-member-role-end-user = Конечный пользователь
committee-member-role-blocker = Противник
committee-member-influence = Влияние
committee-member-influence-high = Высокое
committee-member-influence-medium = Среднее
committee-member-influence-low = Низкое
committee-member-stance = Отношение
committee-member-stance-supports = За
committee-member-stance-neutral = Нейтрально
committee-member-stance-opposes = Против
committee-member-guards = Закрывает доступ к
committee-member-note = Заметка

# The map of a deal: its columns, what is missing, and what mends it
committee-member-map-decide = Кто решает
committee-member-map-move = Кто продвигает
committee-member-map-use = Кто будет пользоваться
committee-member-map-between = Кто стоит на пути
committee-member-lacks-nobody = Пока неизвестно, кто участвует со стороны клиента.
committee-member-mend-nobody = Добавить
committee-member-lacks-decision-maker = ЛПР пока неизвестен.
committee-member-mend-decision-maker = Добавить ЛПР
committee-member-lacks-economic-buyer = Неизвестно, кто распоряжается бюджетом.
committee-member-mend-economic-buyer = Добавить распорядителя
committee-member-lacks-champion = У нас нет союзника внутри компании клиента.
committee-member-mend-champion = Добавить союзника
committee-member-lacks-only-one = Вся сделка держится на одном человеке.
committee-member-mend-only-one = Добавить ещё кого-то
committee-member-lacks-unanswered = { $name }: против сделки, ответа пока нет.
committee-member-mend-unanswered = Ответить
committee-member-lacks-guards-nobody = { $name }: неизвестно, к кому закрывает доступ.
committee-member-mend-guards-nobody = Указать
committee-member-lacks-silent =
    { $count ->
        [one] { $name }: контакта не было { $count } день.
        [few] { $name }: контакта не было { $count } дня.
        [many] { $name }: контакта не было { $count } дней.
       *[other] { $name }: контакта не было { $count } дня.
    }
committee-member-mend-silent = Запланировать звонок
committee-member-lacks-silent-always = { $name }: контакта ещё не было.
committee-member-mend-silent-always = Запланировать звонок
committee-member-lacks-all-silent =
    { $count ->
        [one] Ни с кем из них не общались { $count } день.
        [few] Ни с кем из них не общались { $count } дня.
        [many] Ни с кем из них не общались { $count } дней.
       *[other] Ни с кем из них не общались { $count } дня.
    }
committee-member-mend-all-silent = Запланировать звонок
committee-member-lacks-all-silent-always = Ни с кем из них ещё не общались.
committee-member-mend-all-silent-always = Запланировать звонок
