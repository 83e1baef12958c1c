quota = План продаж
quota-many = Планы продаж
quota-new = Новый план
quota-help = Сколько менеджер или команда должны выиграть за месяц, квартал или год.
quota-title = План
quota-period = Период
quota-first-day = Первый день
quota-last-day = Последний день
quota-owner = Чей
quota-team = Команда
quota-series = Продуктовая линейка
quota-amount = Нужно выиграть
quota-full-amount = Полный план
quota-ramp = Процент по месяцам
quota-ramp-from = Месяцы считать с
quota-group-ramp = Ввод новичка в план

# A quota split into parts
action-split = Распределить
action-split-done = План распределён: части сходятся до копейки
action-split-into = На кого или на что
action-split-by = В какой пропорции (поровну, если не выбрана)
quota-into-people = Сотрудники команды
quota-into-teams = Подкоманды
quota-into-quarters = Кварталы
quota-into-months = Месяцы
quota-by-equal = Поровну
quota-by-won = Как было выиграно год назад

# What a quota can't be
error-quota-period = «{ $value }» — не период. Укажите год, квартал или месяц, например { $options }.
error-quota-lead = У этой команды нет руководителя. Укажите, чей это план, или назначьте руководителя.
error-quota-negative = План не может быть меньше 0.
error-quota-ramp = «{ $value }» не читается. Укажите процент первого месяца, второго и так далее, каждый от 0 до 100: 0, 25, 50, 75, 100.
error-quota-twice = Такой план уже есть: { $title }, { $amount }. Измените его или выберите другой период или линейку.
error-split-no-team = Это план одного человека. По сотрудникам и командам распределяется только план команды; выберите кварталы или месяцы.
error-split-period = { $period } не состоит из таких периодов. Год делится на кварталы или месяцы, квартал — на месяцы.
error-split-nobody = Распределять не на кого. Добавьте людей в команду или выберите другие части.
error-split-done = Все части уже есть: { $parts } из { $whole }. Измените их.
error-split-over = Имеющиеся части составляют { $parts } — больше, чем { $whole }. Уменьшите их или сначала увеличьте план.
error-split-currency = Одна из частей в валюте { $currency }. Части должны быть в валюте целого; сначала измените её.
error-split-nothing-won = В те же месяцы годом раньше ничего не выиграно, пропорции нет. Распределите поровну.
