use cordee_ui::screens::layout::{Item, Layout, Part, Shelf, layout};
use cordee_ui::screens::settings::settings;
use cordee_ui::{Action, Icon, Language, Markup, Way};

use super::{label, register, word};

pub fn typical(language: Language) -> Markup {
    settings(language, &register::nav(language, "objects-title"), layout(language, &view(language)))
}

fn view(language: Language) -> Layout {
    let item = |name: &str, needed| Item {
        name: name.into(),
        label: label(language, "opportunity", name),
        kind: word(language, "custom-field-kind-text"),
        needed,
    };
    let shelf = |key: &str, heading: &str, items: &[&str]| Shelf {
        key: key.into(),
        heading: heading.into(),
        items: items.iter().map(|name| item(name, *name == "name")).collect(),
    };
    let part = |name: &str, shelves: Vec<Shelf>| Part {
        name: name.into(),
        label: word(language, &format!("layout-{name}")),
        hint: word(language, &format!("layout-{name}-hint")),
        error: None,
        grouped: name == "form",
        shelves,
    };
    let hidden = word(language, "layout-hidden");
    let form = vec![
        shelf("about", &word(language, "group-about"), &["name", "account", "amount"]),
        shelf("", "Émile & Fils", &["next_step"]),
        shelf("", &hidden, &["competitor"]),
    ];
    let mut wrong =
        part("list", vec![shelf("", &word(language, "layout-shown"), &[]), shelf("", &hidden, &["source"])]);
    wrong.error = Some(word(language, "error-layout-board"));
    Layout {
        title: cordee_i18n::objects(language, "opportunity"),
        intro: word(language, "layout-intro"),
        actions: vec![
            Action::new(word(language, "layout-history"), Way::Go("/layouts/1".into())).icon(Icon::History),
        ],
        action: "/settings/objects/opportunity".into(),
        hidden: vec![("version".into(), "2".into())],
        problem: Some(word(language, "error-layout-board")),
        fields: Vec::new(),
        parts: vec![part("form", form), wrong],
        cancel: "/settings/objects".into(),
    }
}
