use cordee_ui::components::{Empty, Field, Tip};
use cordee_ui::screens::figures::{Figure, FigureRow, Figures, figures as draw};
use cordee_ui::{Action, Icon, Input, Language, Markup, Pick, Way};

use super::{label, list, owner, word};

const ROWS: [(&str, &str, u8, &str); 7] = [
    ("Hayden Neloms", "70.39 %", 100, "152"),
    ("Maureen Marcano", "69.70 %", 99, "213"),
    ("Wilburn Farren", "69.59 %", 98, "79"),
    ("Cecily Lampkin", "66.88 %", 95, "160"),
    ("Dustin Brinkmann", "64.14 %", 91, "297"),
    ("Зоя Петровна Ким", "61.90 %", 88, "168"),
    ("Lajuana Vencill", "54.96 %", 78, "131"),
];

pub fn typical(language: Language) -> Markup {
    draw(language, &view(language))
}

pub fn empty(language: Language) -> Markup {
    let mut view = view(language);
    view.rows.clear();
    view.total = Figure { value: word(language, "no-data"), n: "0".into() };
    draw(language, &view)
}

fn view(language: Language) -> Figures {
    let choice = |name: &str, text: &str, value: &str, options: &[(&str, String)]| {
        let options = options.iter().map(|(value, label)| Pick::new(*value, label.clone())).collect();
        Field::new(name, word(language, text), Input::Choice { value: value.into(), options }).required()
    };
    Figures {
        title: word(language, "metric-win-rate"),
        tip: Some(Tip { term: "win-rate".into(), label: word(language, "term-tip") }),
        definition: Some("won ÷ (won + lost)".into()),
        controls: vec![
            choice("metric", "figures-title", "win_rate", &[("win_rate", word(language, "metric-win-rate"))]),
            choice("by", "figures-by", "owner", &[("owner", label(language, "opportunity", "owner"))]),
            Field::new("from", word(language, "figures-from"), Input::Date { value: "2017-01-01".into() }),
            Field::new("to", word(language, "figures-to"), Input::Date { value: "2017-12-31".into() }),
        ],
        filters: list::filters(language),
        actions: vec![
            Action::new(word(language, "action-export"), Way::Go("/figures.csv".into())).icon(Icon::Download),
        ],
        total: Figure { value: "63.15 %".into(), n: "6 711".into() },
        by: vec![label(language, "opportunity", "owner")],
        rows: ROWS
            .iter()
            .map(|(name, value, share, n)| FigureRow {
                keys: vec![owner(name)],
                figure: Figure { value: (*value).into(), n: (*n).into() },
                share: *share,
                href: Some("/opportunity?filter=owner".into()),
            })
            .collect(),
        empty: Empty {
            icon: Icon::ChartColumn,
            title: word(language, "no-data"),
            text: word(language, "figures-no-data"),
            actions: Vec::new(),
        },
    }
}
