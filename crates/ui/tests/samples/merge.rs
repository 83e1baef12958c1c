use cordee_ui::screens::merge::{Merge, MergeRow, MergeSide, merge};
use cordee_ui::{Cell, Language, Markup};

use super::{companies, label, owner, text, word};

pub fn typical(language: Language) -> Markup {
    let row = |name: &str, first: Cell, second: Cell, keep| MergeRow {
        name: name.into(),
        label: label(language, "account", name),
        values: [first, second],
        keep,
    };
    let side = |id: &str, title: &str, hint: &str| MergeSide {
        id: id.into(),
        title: title.into(),
        hint: hint.into(),
    };
    let name = companies(language)[3];
    merge(
        language,
        &Merge {
            title: word(language, "merge-title"),
            intro: word(language, "merge-hint"),
            notices: Vec::new(),
            action: "/account/1/merge".into(),
            hidden: vec![("version".into(), "4".into())],
            sides: [
                side("01A", name, "2 Mar 2024 · 12 deals, 4 contacts"),
                side("01B", "DONQUADTICH INTL.", "9 Nov 2026 · 1 deal"),
            ],
            choose_side: true,
            differing: vec![
                row("name", text(name), text("DONQUADTICH INTL."), 0),
                row(
                    "website",
                    Cell::Empty,
                    Cell::Url {
                        text: "donquadtich.example".into(),
                        href: "https://donquadtich.example".into(),
                    },
                    1,
                ),
                row("owner", owner("Anna Snelling"), owner("Dustin Brinkmann"), 0),
            ],
            agreeing: vec![row("industry", text("Telecommunications"), text("Telecommunications"), 0)],
            submit: word(language, "action-merge"),
            cancel: "/account/1".into(),
        },
    )
}
