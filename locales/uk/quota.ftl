quota = План продажів
quota-many = Плани продажів
quota-new = Новий план
quota-help = Скільки менеджер або команда мають виграти за місяць, квартал чи рік.
quota-title = План
quota-period = Період
quota-first-day = Перший день
quota-last-day = Останній день
quota-owner = Чий
quota-team = Команда
quota-series = Лінійка продуктів
quota-amount = Треба виграти
quota-full-amount = Повний план
quota-ramp = Відсоток за місяцями
quota-ramp-from = Місяці рахувати з
quota-group-ramp = Входження новачка в план

# A quota split into parts
action-split = Розподілити
action-split-done = План розподілено: частини сходяться до копійки
action-split-into = На кого або на що
action-split-by = У якій пропорції (порівну, якщо не вибрано)
quota-into-people = Працівники команди
quota-into-teams = Підкоманди
quota-into-quarters = Квартали
quota-into-months = Місяці
quota-by-equal = Порівну
quota-by-won = Як було виграно рік тому

# What a quota can't be
error-quota-period = «{ $value }» — не період. Вкажіть рік, квартал або місяць, наприклад { $options }.
error-quota-lead = У цієї команди немає керівника. Вкажіть, чий це план, або призначте керівника.
error-quota-negative = План не може бути меншим за 0.
error-quota-ramp = «{ $value }» не читається. Вкажіть відсоток першого місяця, другого і так далі, кожен від 0 до 100: 0, 25, 50, 75, 100.
error-quota-twice = Такий план уже є: { $title }, { $amount }. Змініть його або виберіть інший період чи лінійку.
error-split-no-team = Це план однієї людини. На працівників і команди розподіляється лише план команди; виберіть квартали або місяці.
error-split-period = { $period } не складається з таких періодів. Рік ділиться на квартали або місяці, квартал — на місяці.
error-split-nobody = Немає на кого розподіляти. Додайте людей до команди або виберіть інші частини.
error-split-done = Усі частини вже є: { $parts } з { $whole }. Змініть їх.
error-split-over = Наявні частини становлять { $parts } — більше, ніж { $whole }. Зменште їх або спершу збільште план.
error-split-currency = Одна з частин у валюті { $currency }. Частини мають бути у валюті цілого; спершу змініть її.
error-split-nothing-won = У ті самі місяці роком раніше нічого не виграно, пропорції немає. Розподіліть порівну.
