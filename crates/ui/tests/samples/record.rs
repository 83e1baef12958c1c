use cordee_ui::components::{Column, Field, InPlace, Row};
use cordee_ui::screens::asks::{Asked, Asks};
use cordee_ui::screens::aspects::{Branch, Part as Played, People, Person as Met, Reach, Told, Tree};
use cordee_ui::screens::circle::{Around, Circle, Lack, Part};
use cordee_ui::screens::field_history::{FieldHistory, Held, field_history};
use cordee_ui::screens::files::{AddFiles, File, Files};
use cordee_ui::screens::guide::Guide;
use cordee_ui::screens::known::{Add, Known, Line, Settled};
use cordee_ui::screens::next::{Day, Next};
use cordee_ui::screens::record::{Change, Entry, Fact, FactGroup, Record, Related, Step, StepPlace, record};
use cordee_ui::screens::talk::{Composer, Follow, Piece, Said};
use cordee_ui::{Action, Cell, Icon, Input, Language, Markup, Person, Pick, Tone, Way};

use super::{TITLE, companies, date, label, link, money, owner, pick, text, word};

const STAGES: [&str; 6] = ["prospecting", "qualification", "demo", "proposal", "negotiation", "won"];

pub fn typical(language: Language) -> Markup {
    record(language, &view(language))
}

fn people(language: Language) -> Circle {
    let around = |id: &str, name: &str, does: &str, part: &str, stance: Option<Tone>| Around {
        id: id.into(),
        person: Person { href: Some(format!("/contacts/{id}")), ..Person::named(name) },
        does: does.into(),
        part: Pick::new(part, part).tone(Tone::Accent),
        weight: Some((3, 3, "Influence: High".into())),
        stance: stance.map(|tone| Pick::new("stance", "For").tone(tone)),
        stance_edit: Some(InPlace { href: format!("/members/{id}/fields/stance"), label: "Stance".into() }),
        before: (id == "3").then(|| ("Guards: Emilia Brandt".into(), Some("1".into()))),
        met: Some(("3 days ago".into(), "2026-11-21T09:00:00Z".into(), Tone::Neutral)),
        note: String::new(),
        edit: Some(format!("/members/{id}/edit")),
        remove: Some((format!("/members/{id}/trash"), vec![("version".into(), "1".into())])),
    };
    let column =
        |name: &str, people| Part { label: word(language, name), add: Some("/members/new".into()), people };
    let decides = around("1", "Emilia Brandt", "Managing director", "Decision maker", Some(Tone::Won));
    let guards = around("3", "Олександра Ковальчук-Григоренко", "Office", "Gatekeeper", Some(Tone::Overdue));
    let champion = word(language, "committee-member-mend-champion");
    Circle {
        label: cordee_i18n::objects(language, "committee_member"),
        count: "3".into(),
        add: Some("/members/new".into()),
        lacks: vec![Lack {
            text: word(language, "committee-member-lacks-champion"),
            tone: Tone::Risk,
            mend: Some((champion, "/members/new?role=champion".into())),
        }],
        columns: vec![
            column("committee-member-map-decide", vec![decides]),
            column("committee-member-map-move", vec![]),
            column("committee-member-map-use", vec![around("2", "王小明", "仓库主管", "End user", None)]),
            column("committee-member-map-between", vec![guards]),
        ],
        none: word(language, "circle-none"),
        others: vec![("Tomás Rey".into(), "/members/new?contact=9".into())],
    }
}

fn known(language: Language) -> Vec<Known> {
    let line = |title: &str, settled| Line {
        title: title.into(),
        href: "/objections/1".into(),
        edit: Some("/objections/1/edit".into()),
        marks: vec![pick("Budget", Tone::Risk), owner("Emilia Brandt")],
        below: vec![(String::new(), "We can split it over two years.".into())],
        settled: Some(Settled {
            yes: settled,
            label: label(language, "objection", "overcome"),
            turn: Some(("/objections/1/fields/overcome".into(), vec![("version".into(), "1".into())])),
        }),
    };
    vec![Known {
        name: "objections".into(),
        label: cordee_i18n::objects(language, "objection"),
        count: "2".into(),
        rows: vec![line("Too dear for this year", false), line("Wants to wait until spring", true)],
        all: Some("/objections".into()),
        add: Some(Add {
            label: word(language, "objection-new"),
            action: "/objections".into(),
            hidden: vec![("opportunity.id".into(), "1".into())],
            fields: vec![Field {
                id: Some("objection-name".into()),
                ..Field::new("name", "Name", Input::Text { value: String::new() })
            }],
            open: true,
        }),
        links: None,
    }]
}

fn next_step(language: Language) -> Next {
    let way = |verb: &str| Way::Dialog(format!("/opportunity/1/do/{verb}"));
    Next {
        label: label(language, "opportunity", "next_step"),
        what: Some("Send the revised quote".into()),
        when: Some(date("Overdue by 3 days, 21 Nov 2026", Tone::Neutral)),
        tone: Tone::Overdue,
        done: Some(Action::new(word(language, "action-step-done"), way("step_done")).icon(Icon::Check)),
        plan: Some(Action::new(word(language, "next-change"), way("plan_step"))),
        day: Some(Day {
            action: "/today/opportunities/1/day".into(),
            hidden: vec![("version".into(), "7".into())],
            value: "2026-11-21".into(),
            later: vec![(word(language, "tomorrow"), "2026-11-25".into())],
        }),
        signs: ("Needs follow-up".into(), vec![Pick::new("single", "Only one contact").tone(Tone::Neutral)]),
    }
}

fn view(language: Language) -> Record {
    let account = companies(language)[3];
    let fact = |name: &str, value| {
        let label = label(language, "opportunity", name);
        let href = format!("/opportunity/1/fields/{name}");
        Fact {
            history: Some(format!("{href}/history")),
            edit: Some(InPlace { href, label: label.clone() }),
            ..Fact::new(label, value)
        }
    };
    Record {
        icon: Icon::CircleDollarSign,
        object: cordee_i18n::object(language, "opportunity"),
        title: TITLE.into(),
        state: Some(Pick::new("risk", "At risk").tone(Tone::Risk)),
        notices: Vec::new(),
        facts: vec![
            fact("account", link(account, "/account/1")),
            fact("amount", money("128 400.00")),
            fact("close_date", date("30 Nov 2026", Tone::Overdue)),
            fact("probability", Cell::Percent("60 %".into())),
            fact("owner", owner("Anna Snelling")),
        ],
        next: Some(next_step(language)),
        circle: Some(people(language)),
        known: known(language),
        tells: told(language),
        reach: reached(language),
        people: Some(around(language)),
        lists: Vec::new(),
        tree: Some(tree(language)),
        steps: STAGES.iter().enumerate().map(|(at, name)| step(at, name)).collect(),
        asks: Some(asked(language)),
        guide: Some(guided(language)),
        actions: vec![
            Action::new(word(language, "action-edit"), Way::Go("/opportunity/1/edit".into()))
                .icon(Icon::Pencil)
                .key('e'),
            Action::new(
                word(language, "action-win"),
                Way::Post("/opportunity/1/win".into(), vec![("version".into(), "7".into())]),
            )
            .icon(Icon::Check)
            .tone(Tone::Won),
            Action::new(word(language, "action-lose"), Way::Dialog("/opportunity/1/lose".into()))
                .icon(Icon::X)
                .tone(Tone::Lost),
            Action::new(word(language, "action-merge"), Way::Go("/opportunity/1/merge".into()))
                .icon(Icon::Merge),
            Action::new(word(language, "action-delete"), Way::Dialog("/opportunity/1/delete".into()))
                .icon(Icon::Trash2)
                .danger(),
        ],
        groups: vec![
            FactGroup {
                label: None,
                facts: vec![
                    fact("name", text(TITLE)),
                    fact("type", pick("Up-sell", Tone::Neutral)),
                    fact("source", text("Referral")),
                    fact("engaged_on", date("2 Sep 2026", Tone::Neutral)),
                    fact("actual_close_date", Cell::Empty),
                    fact("loss_reason", Cell::Empty),
                ],
            },
            FactGroup {
                label: Some(cordee_i18n::object(language, "account")),
                facts: vec![
                    Fact::new(
                        label(language, "account", "phone"),
                        Cell::Phone { text: "+33 1 70 18 99 00".into(), dial: "+33170189900".into() },
                    ),
                    Fact::new(
                        label(language, "account", "email"),
                        Cell::Email("achats@emile-fils.example".into()),
                    ),
                    Fact::new(
                        label(language, "account", "website"),
                        Cell::Url {
                            text: "emile-fils.example".into(),
                            href: "https://emile-fils.example".into(),
                        },
                    ),
                    Fact::new(
                        label(language, "account", "address"),
                        Cell::Address(vec![
                            "14 rue des Cordiers".into(),
                            "38000 Grenoble".into(),
                            "France".into(),
                        ]),
                    ),
                    Fact::new("VIP", Cell::YesNo { yes: true, text: word(language, "yes") }),
                    Fact::new(
                        "Tags",
                        Cell::Choices(vec![Pick::new("a", "Logistics"), Pick::new("b", "Tender")]),
                    ),
                    Fact::new("Margin", Cell::Hidden),
                    Fact::new(
                        "Notes",
                        Cell::LongText(
                            "Budget is approved for the first half.\nThe second needs the board.".into(),
                        ),
                    ),
                    Fact::new("No.", Cell::Serial("D-2026-0042".into())),
                    Fact::new(
                        "Contract",
                        Cell::File { name: "Договор.pdf".into(), href: "/attachments/1".into() },
                    ),
                ],
            },
        ],
        related: vec![
            contacts(language),
            Related {
                rows: Vec::new(),
                count: "0".into(),
                label: cordee_i18n::objects(language, "activity"),
                all: None,
                none: word(language, "empty-activity"),
                totals: Vec::new(),
                edit: None,
                ..contacts(language)
            },
        ],
        follow: Some(Follow {
            following: true,
            action: "/opportunities/1/unfollow".into(),
            people: vec![Person::named("Anna Snelling"), Person::named("Dustin Brinkmann")],
        }),
        compose: None,
        tools: None,
        planned: Vec::new(),
        composer: Some(composer(language)),
        history: std::iter::once(comment(language)).chain(history(language)).collect(),
        files: Some(files(language)),
        history_more: Some("?history=2".into()),
    }
}

fn files(language: Language) -> Files {
    let file = |name: &str, tile: &str, size: &str, field: Option<&str>| File {
        name: name.into(),
        tile: tile.into(),
        thumbnail: (tile == "PNG").then(|| "/attachments/1/thumbnail".into()),
        open: "/attachments/1".into(),
        shown: tile != "XLSX",
        download: "/attachments/1/download".into(),
        size: size.into(),
        when: ["21 Nov 2026", "21 Nov 2026, 17:41", "2026-11-21T17:41:00Z"].map(Into::into),
        who: "Anna Snelling".into(),
        field: field.map(Into::into),
        change: field.is_none().then(|| "/attachments/1/remove".into()),
    };
    Files {
        count: "3".into(),
        add: Some(AddFiles {
            form: "/opportunity/1/files".into(),
            api: "/api/v1/opportunity/1/attachments".into(),
            most: 100_000_000,
            hint: word(language, "files-title"),
        }),
        list: vec![
            file(
                "Rahmenvertrag Émile & Fils, Anlage 2 (unterschrieben).pdf",
                "PDF",
                "2.4 MB",
                Some("Contract"),
            ),
            file("Расчёт поставки на первое полугодие.xlsx", "XLSX", "318 kB", None),
            file("截图.png", "PNG", "88 kB", None),
        ],
        removed: Some("/opportunity/1?files=removed".into()),
        shows_removed: false,
    }
}

fn step(at: usize, name: &str) -> Step {
    Step {
        label: name[..1].to_uppercase() + &name[1..],
        spent: (at < 4).then(|| format!("{} d", [3, 12, 9, 21][at])),
        place: match at {
            0..3 => StepPlace::Passed,
            3 => StepPlace::Here,
            _ => StepPlace::Ahead,
        },
        skipped: (at == 1).then(|| "They bought from us <before>".to_owned()),
        tone: Tone::Accent,
        go: (at != 3).then(|| ("/opportunities/1/move".into(), vec![("stage".into(), at.to_string())])),
    }
}

/// What one should know where it stands, long enough to be folded.
fn guided(language: Language) -> Guide {
    let text = |key: &str| word(language, &format!("stage-{key}-negotiation-and-commitment"));
    Guide {
        label: word(language, "stage-guide"),
        about: text("method"),
        steps: Some((
            label(language, "stage", "playbook"),
            format!("{}\n\n1. One\n2. <Two>", text("playbook")),
        )),
        edit: Some("/stages/1/edit".into()),
    }
}

/// What is asked for where it stands: ticked and not, filled in and not, and what one may only read.
fn asked(language: Language) -> Asks {
    let turn = || Some(("/opportunities/1/asks".to_owned(), vec![("turn".to_owned(), "1".to_owned())]));
    let plain = |label: &str, met| Asked { label: label.into(), met, turn: None, fill: None };
    Asks {
        label: word(language, "asks-done"),
        done: None,
        things: vec![
            plain("Amount", true),
            Asked { fill: Some("/opportunities/1/asks".into()), ..plain("Expected close", false) },
            Asked { turn: turn(), ..plain("Budget agreed with whoever <signs>", true) },
            Asked { turn: turn(), ..plain("Предложение отправлено", false) },
            plain("只读", false),
        ],
    }
}

fn contacts(language: Language) -> Related {
    let column = |name: &str| Column {
        name: name.into(),
        label: label(language, "contact", name),
        ..Column::default()
    };
    Related {
        label: cordee_i18n::objects(language, "contact"),
        count: "2".into(),
        all: Some("/contact?account=1".into()),
        create: Some("/contact/new?account=1".into()),
        columns: vec![column("name"), column("role"), column("email")],
        rows: [
            ("Émile Gauthier", "Economic buyer", "emile@emile-fils.example"),
            ("Ольга Коваленко", "Champion", "olga@emile-fils.example"),
        ]
        .iter()
        .map(|(name, role, mail)| Row {
            id: (*name).into(),
            href: Some("/contact/1".into()),
            cells: vec![text(name), pick(role, Tone::Neutral), Cell::Email((*mail).into())],
        })
        .collect(),
        none: String::new(),
        totals: Vec::new(),
        edit: None,
    }
}

fn history(language: Language) -> Vec<Entry> {
    let entry = |when: &str, who: &str, what: &str, door: &str, changes| Entry {
        when: when.into(),
        when_iso: "2026-11-21T17:41:00Z".into(),
        who: Person::named(who),
        what: what.into(),
        door: word(language, door),
        changes,
        deed: None,
        said: None,
    };
    let change = |name: &str, from, to| Change {
        field: label(language, "opportunity", name),
        from,
        to,
        history: Some(format!("/opportunity/1/fields/{name}/history")),
        undo: Some(("/opportunity/1/fields/amount/undo".to_owned(), 7)),
    };
    vec![
        entry(
            "21 Nov, 17:41",
            "Anna Snelling",
            "changed",
            "door-page",
            vec![
                change("stage", text("Demo"), text("Proposal")),
                change("amount", money("96 000.00"), money("128 400.00")),
                change("next_step", Cell::Empty, text("Send the revised quote")),
            ],
        ),
        entry(
            "2 Nov, 09:05",
            "Dustin Brinkmann",
            "changed",
            "door-api",
            vec![change("owner", text("Dustin Brinkmann"), text("Anna Snelling"))],
        ),
        entry("2 Sep, 11:20", "Dustin Brinkmann", "created", "door-import", Vec::new()),
    ]
}

fn composer(language: Language) -> Composer {
    Composer {
        action: "/opportunities/1/comments".into(),
        text: "@Bob, could you".into(),
        errors: vec![word(language, "comment-write")],
        submit: word(language, "comment-send"),
        hidden: vec![("once".into(), "a1".into())],
        cancel: None,
        people: "/opportunities/1/people".into(),
    }
}

fn comment(language: Language) -> Entry {
    let said = Said {
        id: "1".into(),
        pieces: vec![
            Piece::Mention("@Anna Snelling".into()),
            Piece::Text(" they want it by Friday.\nShall we?".into()),
        ],
        edited: Some(word(language, "comment-edited")),
        edit: Some("/opportunities/1?comment=1".into()),
        remove: Some("/opportunities/1/comments/1/remove".into()),
        form: None,
    };
    Entry {
        when: "21 Nov, 18:02".into(),
        when_iso: "2026-11-21T18:02:00Z".into(),
        who: Person::named("Dustin Brinkmann"),
        what: word(language, "comment-said"),
        door: String::new(),
        changes: Vec::new(),
        deed: None,
        said: Some(said),
    }
}

pub fn one_field(language: Language) -> Markup {
    let held = |value, since: &str, stood: &str, stands| Held {
        value,
        since: (since.into(), "2026-11-03T09:12:00Z".into()),
        stood: stood.into(),
        stands,
        by: Some((Person::named("Anna Snelling"), word(language, "door-page"))),
        undo: Some(("/opportunities/1/fields/amount/undo".into(), vec![("entry".into(), "7".into())])),
    };
    let view = FieldHistory {
        label: label(language, "opportunity", "amount"),
        record: (TITLE.into(), "/opportunities/1".into()),
        stays: vec![
            held(money("128 400.00"), "3 Nov 2026, 09:12", "21 days", true),
            held(Cell::Empty, "1 Nov 2026, 17:40", "2 days", false),
        ],
        older: Some("/opportunities/1/fields/amount/history?before=7".into()),
    };
    field_history(language, &view)
}

fn told(language: Language) -> Vec<Told> {
    let one = |key: &str, value: Cell, tone| Told {
        label: word(language, key),
        tip: None,
        value,
        tone,
        later: None,
    };
    vec![
        one("account-tell-open", money("128 400.00"), Tone::Neutral),
        one("account-tell-last-won", date("2 Mar 2026", Tone::Neutral), Tone::Neutral),
        one("lead-tell-silence", Cell::Text("12 d".into()), Tone::Overdue),
    ]
}

fn reached(language: Language) -> Vec<Reach> {
    let way = |icon, name: &str, text: &str, href: &str| Reach {
        icon,
        label: label(language, "contact", name),
        text: text.into(),
        href: href.into(),
    };
    vec![
        way(Icon::Phone, "phone", "+33 1 42 68 53 00", "tel:+33142685300"),
        way(Icon::Mail, "email", "anna@example.com", "mailto:anna@example.com"),
    ]
}

fn around(language: Language) -> People {
    let told =
        vec![Pick::new("decision_maker", "Decision maker").tone(Tone::Accent), Pick::new("high", "High")];
    let part = Played { told, within: TITLE.into(), href: "/opportunities/1".into() };
    let person = |name: &str, parts: Vec<Played>, met| Met {
        name: name.into(),
        href: "/contacts/1".into(),
        does: "Head of buying".into(),
        parts,
        met,
        reach: reached(language),
    };
    People {
        label: word(language, "account-people"),
        count: "2".into(),
        all: "/contacts".into(),
        create: Some("/contacts/new?account=1".into()),
        people: vec![
            person("Anna Weber", vec![part], date("2 Mar 2026", Tone::Neutral)),
            person("Boris Blank", Vec::new(), Cell::Empty),
        ],
        none: word(language, "account-people-none"),
    }
}

fn tree(language: Language) -> Tree {
    let branch =
        |title: &str, href: Option<&str>| Branch { title: title.into(), href: href.map(str::to_owned) };
    Tree {
        label: word(language, "account-tree"),
        above: vec![branch("Acme Group", Some("/accounts/1"))],
        here: branch("Acme", None),
        below: vec![branch("Acme Lyon", Some("/accounts/3"))],
        more: Some("3".into()),
    }
}
