use cordee_ui::components::{
    Chip, Column, Empty, FilterField, FilterOperator, Filters, Pager, Row, Sort, SortDirection, Tab, Views,
};
use cordee_ui::screens::list::{ColumnChoice, List, list};
use cordee_ui::{Action, Cell, Icon, Language, Markup, Pick, Tone, Way};

use super::{companies, date, label, link, money, owner, pick, text, word};

const PEOPLE: [&str; 4] = ["Anna Snelling", "Dustin Brinkmann", "Зоя Петровна Ким", "王 小明"];

pub fn typical(language: Language) -> Markup {
    list(language, &view(language, rows(language)))
}

pub fn empty(language: Language) -> Markup {
    let mut view = view(language, Vec::new());
    view.count = String::new();
    view.filters.chips = Vec::new();
    view.filters.clear = None;
    list(language, &view)
}

fn view(language: Language, rows: Vec<Row>) -> List {
    let names =
        ["name", "lifecycle", "industry", "domain", "annual_revenue", "owner", "customer_since", "website"];
    let columns = names.iter().map(|name| Column {
        name: (*name).into(),
        label: label(language, "account", name),
        tip: (*name == "lifecycle").then(|| cordee_ui::components::Tip {
            term: "prospect".into(),
            label: cordee_i18n::say(language, "term-tip", &[]),
        }),
        numeric: *name == "annual_revenue",
        sort: Some(Sort {
            href: format!("?sort={name}"),
            direction: (*name == "name").then_some(SortDirection::Ascending),
        }),
    });
    List {
        title: cordee_i18n::objects(language, "account"),
        count: cordee_i18n::say(language, "list-count", &[("count", 1284.into())]),
        views: Views {
            tabs: vec![
                Tab {
                    label: word(language, "list-view-all"),
                    href: "/account".into(),
                    icon: None,
                    current: false,
                },
                Tab {
                    label: "Key accounts".into(),
                    href: "/account?view=1".into(),
                    icon: None,
                    current: true,
                },
            ],
            actions: vec![
                Action::new(word(language, "views-edit"), Way::Dialog("/views/1/edit".into()))
                    .icon(Icon::Pencil),
                Action::new(word(language, "views-delete"), Way::Post("/views/1/trash".into(), Vec::new()))
                    .danger(),
            ],
            save: vec![Action::new(word(language, "views-save-new"), Way::Dialog("/views/new".into()))],
            shapes: Vec::new(),
        },
        actions: vec![
            Action::new(word(language, "action-import"), Way::Go("/import".into())).icon(Icon::Upload),
            Action::new(word(language, "action-export"), Way::Go("/account.csv".into())).icon(Icon::Download),
            Action::new(word(language, "nav-trash"), Way::Go("/trash".into())).icon(Icon::Trash2),
        ],
        filters: filters(language),
        columns: columns.collect(),
        chooser: names
            .iter()
            .map(|name| ColumnChoice {
                name: (*name).into(),
                label: label(language, "account", name),
                shown: *name != "website",
            })
            .collect(),
        rows,
        totals: None,
        pager: Pager { text: "1–50 / 1 284".into(), previous: None, next: Some("?after=x".into()) },
        empty: Empty {
            icon: Icon::Building2,
            title: word(language, "list-none-title"),
            text: word(language, "empty-account"),
            actions: vec![
                Action::new(word(language, "account-new"), Way::Go("/account/new".into()))
                    .icon(Icon::Plus)
                    .primary(),
                Action::new(word(language, "action-import"), Way::Go("/import".into())).icon(Icon::Upload),
            ],
        },
    }
}

pub fn filters(language: Language) -> Filters {
    let operators = ["is", "contains", "above", "empty"];
    Filters {
        address: "/account".into(),
        keep: vec![("sort".into(), "name".into())],
        text: "country = FR and industry = software".into(),
        error: None,
        chips: vec![
            chip(&label(language, "account", "domain"), &word(language, "operator-is"), "France"),
            chip(&label(language, "account", "industry"), &word(language, "operator-is"), "Software"),
        ],
        fields: ["name", "domain", "owner"]
            .iter()
            .map(|name| FilterField {
                name: (*name).into(),
                label: label(language, "account", name),
                operators: vec!["is".into(), "contains".into(), "empty".into()],
                input: "text",
                lookup: (*name == "owner").then(|| "/lookup/user".to_owned()),
                options: if *name == "domain" { vec![Pick::new("FR", "France")] } else { Vec::new() },
            })
            .collect(),
        operators: operators
            .iter()
            .map(|name| FilterOperator {
                name: (*name).into(),
                label: word(language, &format!("operator-{name}")),
                takes_value: *name != "empty",
            })
            .collect(),
        clear: Some("/account".into()),
    }
}

fn chip(field: &str, operator: &str, value: &str) -> Chip {
    Chip { field: field.into(), operator: operator.into(), value: value.into(), remove: "/account".into() }
}

fn rows(language: Language) -> Vec<Row> {
    let names = companies(language);
    (0..28)
        .map(|at| Row {
            id: format!("01JC8V7N4QK{at:02}"),
            href: Some(format!("/account/{at}")),
            cells: vec![
                text(names[at % names.len()]),
                if at % 3 == 0 {
                    pick("Customer", Tone::Won)
                } else if at % 3 == 1 {
                    pick("Prospect", Tone::Neutral)
                } else {
                    pick("Former", Tone::Lost)
                },
                text(["Software", "Retail", "Medical", "Telecommunications"][at % 4]),
                if at % 5 == 4 {
                    Cell::Empty
                } else {
                    text(["France", "United States", "中国", "Україна"][at % 4])
                },
                if at % 7 == 6 {
                    Cell::Empty
                } else {
                    money(["1 100 040", "251 410", "718 620", "37 922"][at % 4])
                },
                owner(PEOPLE[at % 4]),
                if at % 3 == 0 { date("12 Mar 2024", Tone::Neutral) } else { Cell::Empty },
                link("acme.example", "https://acme.example"),
            ],
        })
        .collect()
}
