use cordee_ui::screens::duplicates::{Double, Duplicates, duplicates};
use cordee_ui::screens::form::{Form, form};
use cordee_ui::screens::merge::{Merge, MergeRow, MergeSide, choose, merge};
use cordee_ui::{Cell, Language, Markup};

use super::{companies, label, likely, owner, text, word};

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

pub fn other(language: Language) -> Markup {
    let asked =
        Form::new(word(language, "merge-title"), "/accounts/1/merge", word(language, "merge-compare"));
    choose(language, &likely(language, Some("/accounts/1/merge?with=2")), form(language, &asked))
}

pub fn doubles(language: Language) -> Markup {
    let double = Double {
        title: companies(language)[0].to_owned(),
        href: "/accounts/1".into(),
        hint: "2 Mar 2026".into(),
        older: likely(language, Some("/accounts/1/merge?with=2")),
    };
    let view = Duplicates {
        title: word(language, "duplicates-title"),
        intro: word(language, "duplicates-intro"),
        found: vec![double],
        looked: "200".into(),
        next: Some("/accounts/duplicates?cursor=x".into()),
    };
    duplicates(language, &view)
}
