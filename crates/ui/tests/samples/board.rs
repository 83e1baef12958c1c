use cordee_ui::components::GoalAsked;
use cordee_ui::components::{Empty, Tab, Tip, Views};
use cordee_ui::screens::board::{Age, Board, BoardColumn, Card, Dot, NextStep, board};
use cordee_ui::{Cell, Icon, Language, Markup, Person, Tone};

use super::{companies, date, label, list, money, word};

pub fn typical(language: Language) -> Markup {
    board(language, &view(language))
}

pub fn view(language: Language) -> Board {
    let columns = [
        ("Prospecting", Tone::Neutral, 10, 7),
        ("Qualification", Tone::Neutral, 25, 5),
        ("Demo or meeting", Tone::Accent, 40, 3),
        ("Proposal", Tone::Accent, 60, 4),
        ("Negotiation and commitment", Tone::Accent, 80, 2),
        ("Won", Tone::Won, 100, 4),
        ("Lost", Tone::Lost, 0, 0),
    ];
    let mut filters = list::filters(language);
    filters.whole.parts.truncate(1);
    Board {
        title: cordee_i18n::objects(language, "opportunity"),
        count: format!(
            "{} · 4 218 400 EUR",
            cordee_i18n::say(language, "list-count", &[("count", 312.into())])
        ),
        views: Views {
            shapes: vec![
                Tab {
                    label: word(language, "nav-board"),
                    href: "/opportunity/board".into(),
                    icon: Some(Icon::SquareKanban),
                    current: true,
                },
                Tab {
                    label: word(language, "list-view-all"),
                    href: "/opportunity".into(),
                    icon: Some(Icon::Table2),
                    current: false,
                },
            ],
            ..Views::default()
        },
        choices: vec![
            Tab { label: "Sales".into(), href: "?pipeline=1".into(), icon: None, current: true },
            Tab { label: "Renewals".into(), href: "?pipeline=2".into(), icon: None, current: false },
        ],
        goal: Some(GoalAsked { label: word(language, "goal-gap"), href: "/opportunity/board/goal".into() }),
        groups: vec![Tab {
            label: cordee_i18n::field(language, "opportunity", "stage"),
            href: "?by=".into(),
            icon: None,
            current: true,
        }],
        layouts: vec![Tab {
            label: word(language, "board-columns"),
            href: "?rows=".into(),
            icon: Some(Icon::SquareKanban),
            current: true,
        }],
        rows: false,
        actions: Vec::new(),
        filters,
        columns: columns
            .iter()
            .enumerate()
            .map(|(at, (name, tone, probability, cards))| BoardColumn {
                id: format!("01JC{at}"),
                name: (*name).into(),
                tip: (*tone == Tone::Won).then(|| tip(language, "closed-won")),
                tone: *tone,
                key: (at == 2)
                    .then(|| (label(language, "pipeline", "key_stage"), Some(tip(language, "key-stage")))),
                goal: None,
                lately: matches!(tone, Tone::Won | Tone::Lost).then(|| {
                    let text = cordee_i18n::say(language, "board-lately", &[("days", 30.into())]);
                    (text, format!("/opportunity?filter=stage%3D01JC{at}"))
                }),
                count: if *cards == 7 { "128".into() } else { cards.to_string() },
                total: Some(format!("{} 400 EUR", 128 * cards)),
                weighted: Some(format!("{} 140 EUR", 128 * cards * probability / 100)),
                weighted_tip: Some(tip(language, "weighted-pipeline")),
                probability: Some(format!("{probability} %")),
                cards: (0..*cards).map(|nth| card(language, at * 5 + nth)).collect(),
                more: (*cards == 7).then(|| "/opportunity/board/cards?column=1".into()),
                open_to_moves: true,
                ends: matches!(tone, Tone::Won | Tone::Lost),
            })
            .collect(),
        field: "stage".into(),
        empty: Empty {
            icon: Icon::SquareKanban,
            title: word(language, "list-none-title"),
            text: word(language, "empty-opportunity"),
            actions: Vec::new(),
        },
    }
}

fn tip(language: Language, term: &str) -> Tip {
    Tip { term: term.into(), label: word(language, "term-tip") }
}

fn card(language: Language, at: usize) -> Card {
    let owners = ["Anna Snelling", "Dustin Brinkmann", "Зоя Ким", "王 小明"];
    let (next, tone) = match at % 4 {
        0 => (word(language, "record-no-next-step"), Tone::Risk),
        1 => ("Call back about the tender · 14 Nov".into(), Tone::Overdue),
        2 => ("Send the revised quote · tomorrow".into(), Tone::Neutral),
        _ => ("Demo on site · 3 Dec".into(), Tone::Neutral),
    };
    let days = [4, 12, 31, 19, 45][at % 5];
    Card {
        id: format!("card{at}"),
        version: "3".into(),
        title: [
            "Warehouse automation, phase 2",
            "GTX Plus Pro",
            "Annual licence for 120 seats with on-site training",
            "MG Special",
            "Fleet renewal",
        ][at % 5]
            .into(),
        href: format!("/opportunity/{at}"),
        move_to: Some(format!("/opportunity/{at}/move")),
        about: (at % 6 != 5).then(|| companies(language)[at % 12].into()),
        amount: Some(if at % 7 == 6 {
            Cell::Empty
        } else {
            money(["128 400", "5 482", "55 000", "950"][at % 4])
        }),
        due: Some(date(
            ["30 Nov", "12 Nov", "14 Jan", "31 Dec"][at % 4],
            if at % 4 == 1 { Tone::Overdue } else { Tone::Neutral },
        )),
        next: Some(NextStep { text: next, tone }),
        mark: (at % 6 == 2)
            .then(|| format!("{}, 12 Nov", cordee_i18n::field(language, "opportunity", "last_signal"))),
        dot: Some(Dot { name: "later", label: word(language, "board-dot-later") }),
        age: Some(Age {
            text: format!("{days} d"),
            share: (days * 3).min(100),
            tone: if days > 30 {
                Tone::Overdue
            } else if days > 18 {
                Tone::Risk
            } else {
                Tone::Neutral
            },
        }),
        facts: vec![(word(language, "custom-field-order"), Cell::Number("7".into()))],
        owner: Some(Person::named(owners[at % 4])),
    }
}
