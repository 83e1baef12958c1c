//! What the people of the invented company write, in their customers' languages.

/// Words for titles, subjects and notes in one language.
pub struct Phrases {
    /// What those are called who decide.
    pub heads: &'static [&'static str],
    /// What those are called who work with it.
    pub staff: &'static [&'static str],
    /// What somebody is called who works for a second company.
    pub adviser: &'static str,
    /// What people like.
    pub preferences: &'static [&'static str],
    /// What to do next.
    pub next_steps: &'static [&'static str],
    /// What was learnt from a loss: to a rival, for want of conviction, for want of money.
    pub lessons: [&'static str; 3],
    /// A first call to somebody one doesn't know.
    pub cold_call: &'static str,
    /// A first letter.
    pub introduction: &'static str,
    /// A greeting in a social network.
    pub social: &'static str,
    /// A call to find out what is needed.
    pub discovery: &'static str,
    /// A showing of what one sells.
    pub demo: &'static str,
    /// A day on site.
    pub visit: &'static str,
    /// A letter with the offer.
    pub proposal: &'static str,
    /// The offer for those who want it on paper.
    pub fax: &'static str,
    /// A meeting about price and terms.
    pub terms: &'static str,
    /// What one should remember.
    pub note: &'static str,
    /// The first meeting after the purchase.
    pub kick_off: &'static str,
    /// What troubles customers.
    pub pains: &'static [&'static str],
    /// What they choose by.
    pub criteria: &'static [&'static str],
    /// What they hold against buying: budget, authority, need, timing; each with what one answers.
    pub objections: [(&'static str, &'static str); 4],
    /// What tells that they may buy soon: a trial, the contract, the price, a reference, the budget.
    pub signals: [&'static str; 5],
    /// What sellers say of what they promise.
    pub promises: &'static [&'static str],
    /// Why managers count on less than their people.
    pub doubts: &'static [&'static str],
    /// Why they count on as much, or more.
    pub trust: &'static str,
}

impl Phrases {
    /// The phrases of a language by its code; English for those that have none here.
    pub fn of(language: &str) -> &'static Phrases {
        match language {
            "fr" => &FRENCH,
            "ru" => &RUSSIAN,
            "uk" => &UKRAINIAN,
            "zh" => &CHINESE,
            _ => &ENGLISH,
        }
    }
}

static ENGLISH: Phrases = Phrases {
    heads: &["Managing director", "Head of logistics", "Head of operations", "Chief financial officer"],
    staff: &["Warehouse manager", "Buyer", "IT manager", "Shift lead", "Quality manager"],
    adviser: "Adviser",
    preferences: &["Prefers a call before ten", "Likes figures, no slides", "Wants everything in writing"],
    next_steps: &[
        "Send the revised offer",
        "Call about the budget",
        "Book the site visit",
        "Meet the finance director",
        "Agree on a start date",
        "Share the reference case",
    ],
    lessons: [
        "We spoke to the buyer too late.",
        "They wanted a pilot first; offer one next time.",
        "The budget had gone to another project.",
    ],
    cold_call: "First call",
    introduction: "Introduction and brochure",
    social: "Contact request",
    discovery: "Discovery call: how they find things today",
    demo: "Demonstration of Flow",
    visit: "Visit to the warehouse",
    proposal: "Offer sent",
    fax: "Offer by fax",
    terms: "Price and terms",
    note: "Who decides, and by when",
    kick_off: "Hand-over and plan for the start",
    pains: &[
        "Pickers walk too far",
        "Stock figures are wrong by Friday",
        "Pallets get lost between shifts",
        "Returns pile up unseen",
    ],
    criteria: &[
        "Runs with our ERP",
        "Live in under three months",
        "Price per reader",
        "Support in our language",
    ],
    signals: [
        "Counts one aisle with our readers",
        "Asks who signs on our side",
        "Asks for the price of forty readers",
        "Wants to call another customer",
        "The board has released the budget",
    ],
    objections: [
        (
            "There is no budget for this before spring.",
            "Start with one hall; it pays for the rest within the year.",
        ),
        ("The board has to agree first.", "We prepare the figures for the board together."),
        ("Our lists in a spreadsheet are good enough.", "Two weeks of counting showed what the errors cost."),
        ("Not before the season is over.", "Sign now, start in January at today’s price."),
    ],
    promises: &[
        "The pilot went well; the contract is with their lawyers.",
        "One large order, the rest is routine.",
        "They sign once the budget is released.",
        "Less than last time: one deal has moved to the next quarter.",
    ],
    doubts: &[
        "Two of these still wait for a budget; I count on one.",
        "Good visits this month, but not all of it will be signed in time.",
        "The large one is likely to slip by some weeks.",
    ],
    trust: "I have seen both contracts: it holds.",
};

static FRENCH: Phrases = Phrases {
    heads: &[
        "Direction générale",
        "Direction logistique",
        "Responsable des opérations",
        "Direction financière",
    ],
    staff: &[
        "Responsable d’entrepôt",
        "Achats",
        "Responsable informatique",
        "Responsable d’équipe",
        "Responsable qualité",
    ],
    adviser: "Conseil",
    preferences: &[
        "Préfère être appelé avant dix heures",
        "Aime les chiffres, pas les diapositives",
        "Tout par écrit",
    ],
    next_steps: &[
        "Envoyer l’offre révisée",
        "Appeler au sujet du budget",
        "Fixer la visite du site",
        "Rencontrer la direction financière",
        "Convenir d’une date de démarrage",
        "Partager un exemple client",
    ],
    lessons: [
        "Nous avons parlé trop tard aux achats.",
        "Ils voulaient d’abord un pilote : le proposer la prochaine fois.",
        "Le budget est parti sur un autre projet.",
    ],
    cold_call: "Premier appel",
    introduction: "Présentation et brochure",
    social: "Demande de contact",
    discovery: "Appel de découverte : comment ils s’y retrouvent",
    demo: "Démonstration de Flow",
    visit: "Visite de l’entrepôt",
    proposal: "Offre envoyée",
    fax: "Offre par télécopie",
    terms: "Prix et conditions",
    note: "Qui décide, et quand",
    kick_off: "Passage de relais et plan de démarrage",
    pains: &[
        "Les préparateurs marchent trop",
        "Les stocks sont faux dès le vendredi",
        "Des palettes se perdent entre les équipes",
        "Les retours s’accumulent",
    ],
    criteria: &[
        "Compatible avec notre ERP",
        "En service en moins de trois mois",
        "Prix par lecteur",
        "Assistance en français",
    ],
    signals: [
        "Inventorie une allée avec nos lecteurs",
        "Demande qui signe chez nous",
        "Demande le prix pour quarante lecteurs",
        "Veut appeler un autre client",
        "La direction a débloqué le budget",
    ],
    objections: [
        ("Pas de budget avant le printemps.", "Commencer par un hall : il finance la suite dans l’année."),
        ("La direction doit d’abord donner son accord.", "Nous préparons les chiffres ensemble."),
        ("Nos tableaux suffisent.", "Deux semaines de comptage ont montré le coût des erreurs."),
        ("Pas avant la fin de la saison.", "Signer maintenant, démarrer en janvier au prix actuel."),
    ],
    promises: &[
        "Le pilote s’est bien passé ; le contrat est chez leurs juristes.",
        "Une grosse commande, le reste est courant.",
        "Signature dès que le budget est débloqué.",
        "Moins que la dernière fois : une affaire passe au trimestre suivant.",
    ],
    doubts: &[
        "Deux de ces affaires attendent encore un budget ; j’en compte une.",
        "De bons rendez-vous ce mois-ci, mais tout ne sera pas signé à temps.",
        "La plus grosse risque de glisser de quelques semaines.",
    ],
    trust: "J’ai vu les deux contrats : cela tient.",
};

static RUSSIAN: Phrases = Phrases {
    heads: &[
        "Генеральный директор",
        "Директор по логистике",
        "Руководитель производства",
        "Финансовый директор",
    ],
    staff: &[
        "Заведующий складом",
        "Специалист по закупкам",
        "Руководитель ИТ",
        "Начальник смены",
        "Инженер по качеству",
    ],
    adviser: "Консультант",
    preferences: &["Звонить до десяти", "Любит цифры, а не слайды", "Всё письменно"],
    next_steps: &[
        "Отправить новое предложение",
        "Позвонить насчёт бюджета",
        "Назначить выезд на склад",
        "Встретиться с финансовым директором",
        "Согласовать дату начала",
        "Прислать пример внедрения",
    ],
    lessons: [
        "Слишком поздно вышли на закупки.",
        "Хотели сначала пилот: в следующий раз предложить.",
        "Бюджет ушёл на другой проект.",
    ],
    cold_call: "Первый звонок",
    introduction: "Знакомство и брошюра",
    social: "Запрос в контакты",
    discovery: "Звонок: как ищут товар сейчас",
    demo: "Демонстрация Flow",
    visit: "Выезд на склад",
    proposal: "Предложение отправлено",
    fax: "Предложение по факсу",
    terms: "Цена и условия",
    note: "Кто решает и к какому сроку",
    kick_off: "Передача и план запуска",
    pains: &[
        "Сборщики слишком много ходят",
        "К пятнице остатки не сходятся",
        "Паллеты теряются между сменами",
        "Возвраты копятся",
    ],
    criteria: &[
        "Работает с нашей учётной системой",
        "Запуск за три месяца",
        "Цена за считыватель",
        "Поддержка на русском",
    ],
    signals: [
        "Считает один ряд нашими терминалами",
        "Спрашивает, кто подписывает с нашей стороны",
        "Спрашивает цену за сорок терминалов",
        "Хочет позвонить другому клиенту",
        "Правление выделило бюджет",
    ],
    objections: [
        ("До весны бюджета нет.", "Начнём с одного склада: он окупит остальное за год."),
        ("Сначала должно согласиться правление.", "Подготовим цифры для правления вместе."),
        ("Нам хватает таблиц.", "Две недели подсчёта показали, сколько стоят ошибки."),
        ("Не раньше конца сезона.", "Подписать сейчас, начать в январе по нынешней цене."),
    ],
    promises: &[
        "Пилот прошёл хорошо, договор у их юристов.",
        "Один крупный заказ, остальное как обычно.",
        "Подпишут, как только выделят бюджет.",
        "Меньше, чем в прошлый раз: одна сделка ушла на следующий квартал.",
    ],
    doubts: &[
        "Две из них ещё ждут бюджета; рассчитываю на одну.",
        "Встречи в этом месяце хорошие, но не всё успеют подписать.",
        "Самая крупная, скорее всего, сдвинется на несколько недель.",
    ],
    trust: "Оба договора я видел: сумма надёжная.",
};

static UKRAINIAN: Phrases = Phrases {
    heads: &["Генеральний директор", "Директор з логістики", "Керівник виробництва", "Фінансовий директор"],
    staff: &[
        "Завідувач складу",
        "Фахівець із закупівель",
        "Керівник ІТ",
        "Начальник зміни",
        "Інженер з якості",
    ],
    adviser: "Консультант",
    preferences: &["Телефонувати до десятої", "Любить цифри, а не слайди", "Усе письмово"],
    next_steps: &[
        "Надіслати оновлену пропозицію",
        "Зателефонувати щодо бюджету",
        "Призначити виїзд на склад",
        "Зустрітися з фінансовим директором",
        "Узгодити дату початку",
        "Поділитися прикладом впровадження",
    ],
    lessons: [
        "Запізно вийшли на закупівлі.",
        "Спершу хотіли пілот: наступного разу запропонувати.",
        "Бюджет пішов на інший проєкт.",
    ],
    cold_call: "Перший дзвінок",
    introduction: "Знайомство й буклет",
    social: "Запит у контакти",
    discovery: "Дзвінок: як шукають товар зараз",
    demo: "Демонстрація Flow",
    visit: "Виїзд на склад",
    proposal: "Пропозицію надіслано",
    fax: "Пропозиція факсом",
    terms: "Ціна й умови",
    note: "Хто вирішує і до якого терміну",
    kick_off: "Передання та план запуску",
    pains: &[
        "Комірники забагато ходять",
        "До п’ятниці залишки не сходяться",
        "Палети губляться між змінами",
        "Повернення накопичуються",
    ],
    criteria: &[
        "Працює з нашою обліковою системою",
        "Запуск за три місяці",
        "Ціна за зчитувач",
        "Підтримка українською",
    ],
    signals: [
        "Рахує один ряд нашими терміналами",
        "Питає, хто підписує з нашого боку",
        "Питає ціну за сорок терміналів",
        "Хоче зателефонувати іншому клієнтові",
        "Правління виділило бюджет",
    ],
    objections: [
        ("До весни бюджету немає.", "Почнімо з одного складу: він окупить решту за рік."),
        ("Спершу має погодитися правління.", "Підготуймо цифри для правління разом."),
        ("Нам вистачає таблиць.", "Два тижні підрахунку показали, скільки коштують помилки."),
        ("Не раніше кінця сезону.", "Підписати зараз, почати в січні за нинішньою ціною."),
    ],
    promises: &[
        "Пілот пройшов добре, договір у їхніх юристів.",
        "Одне велике замовлення, решта як завжди.",
        "Підпишуть, щойно виділять бюджет.",
        "Менше, ніж минулого разу: одна угода перейшла на наступний квартал.",
    ],
    doubts: &[
        "Дві з них ще чекають на бюджет; розраховую на одну.",
        "Зустрічі цього місяця добрі, але не все встигнуть підписати.",
        "Найбільша, найімовірніше, зсунеться на кілька тижнів.",
    ],
    trust: "Обидва договори я бачив: сума надійна.",
};

static CHINESE: Phrases = Phrases {
    heads: &["总经理", "物流总监", "运营总监", "财务总监"],
    staff: &["仓库经理", "采购专员", "信息技术经理", "班组长", "质量经理"],
    adviser: "顾问",
    preferences: &["上午十点前联系", "喜欢数据，不看幻灯片", "一切以书面为准"],
    next_steps: &[
        "发送修改后的报价",
        "致电确认预算",
        "安排现场考察",
        "拜访财务总监",
        "商定启动日期",
        "分享客户案例",
    ],
    lessons: ["联系采购太晚。", "客户想先试点，下次应主动提出。", "预算已用于其他项目。"],
    cold_call: "首次电话",
    introduction: "公司介绍与资料",
    social: "添加好友",
    discovery: "需求电话：目前如何找货",
    demo: "Flow 演示",
    visit: "参观仓库",
    proposal: "报价已发送",
    fax: "传真报价",
    terms: "价格与条款",
    note: "谁决定，何时决定",
    kick_off: "交接与启动计划",
    pains: &["拣货员走路太多", "到周五库存就对不上", "换班时托盘丢失", "退货无人跟进"],
    criteria: &["能与现有系统对接", "三个月内上线", "单台读取器价格", "中文支持"],
    signals: [
        "用我们的终端盘点了一条通道",
        "询问我方由谁签字",
        "询问四十台终端的价格",
        "想与另一位客户通话",
        "董事会已批准预算",
    ],
    objections: [
        ("春季之前没有预算。", "先做一个仓库，一年内即可收回成本。"),
        ("需要董事会先同意。", "我们一起准备给董事会的数据。"),
        ("现在的表格够用了。", "两周的盘点显示了差错的代价。"),
        ("旺季结束前不行。", "现在签约，一月按今天的价格启动。"),
    ],
    promises: &[
        "试点顺利，合同在对方法务处。",
        "一笔大单，其余是常规订单。",
        "预算一批下来就签。",
        "比上次少：一个商机推到下季度。",
    ],
    doubts: &[
        "其中两单还在等预算，我只算一单。",
        "本月拜访效果不错，但不一定都能按时签约。",
        "最大的一单可能要推迟几周。",
    ],
    trust: "两份合同我都看过，数字可靠。",
};
