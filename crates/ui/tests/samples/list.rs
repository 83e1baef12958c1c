use cordee_ui::components::{
    Chip, Column, Doing, Empty, FilterGroup, FilterPart, Filters, Grid, GridBody, GridColumn, Group, Pager,
    PastDay, PickBar, Preset, Row, Sort, SortDirection, Sums, Tab, Views,
};
use cordee_ui::screens::bulk::{BulkAsk, BulkRefused, BulkTold, bulk_ask, bulk_told};
use cordee_ui::screens::filter::{FilterEdit, filter_edit};
use cordee_ui::screens::list::{ColumnChoice, Display, List, list};
use cordee_ui::{Action, Cell, Icon, Language, Markup, Pick, Tone, Way};

use super::{companies, date, label, link, money, owner, pick, text, word};

const PEOPLE: [&str; 4] = ["Anna Snelling", "Dustin Brinkmann", "Зоя Петровна Ким", "王 小明"];

pub fn typical(language: Language) -> Markup {
    list(language, &view(language, rows(language)))
}

pub fn empty(language: Language) -> Markup {
    let mut view = view(language, Vec::new());
    view.count = String::new();
    view.filters.whole = FilterGroup { add: "/filter".into(), ..FilterGroup::default() };
    view.filters.clear = None;
    list(language, &view)
}

fn view(language: Language, rows: Vec<Row>) -> List {
    let names =
        ["name", "lifecycle", "industry", "domain", "annual_revenue", "owner", "customer_since", "website"];
    let columns = names.iter().enumerate().map(|(at, name)| GridColumn {
        column: Column {
            name: (*name).into(),
            label: label(language, "account", name),
            tip: (*name == "lifecycle").then(|| cordee_ui::components::Tip {
                term: "prospect".into(),
                label: cordee_i18n::say(language, "term-tip", &[]),
            }),
            numeric: *name == "annual_revenue",
            sort: Some(Sort {
                href: format!("?sort={name}"),
                direction: (at < 2).then_some(SortDirection::Ascending),
            }),
        },
        also: Some(format!("?sort=name,{name}")),
        rank: (at < 2).then_some(at + 1),
        width: (*name == "industry").then_some(6),
        edits: *name != "customer_since",
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
        display: Display {
            group: String::new(),
            groups: vec![Pick::new("industry", label(language, "account", "industry"))],
            sorts: vec![("name".into(), false)],
            sortable: vec![Pick::new("name", label(language, "account", "name"))],
            columns: names
                .iter()
                .map(|name| ColumnChoice {
                    name: (*name).into(),
                    label: label(language, "account", name),
                    shown: *name != "website",
                })
                .collect(),
            as_of: Some(String::new()),
        },
        grid: Grid {
            caption: cordee_i18n::objects(language, "account"),
            base: "/accounts".into(),
            columns: columns.collect(),
            body: GridBody::Rows(rows),
            picks: true,
            sums: Some(Sums::Later { from: "/accounts/sums".into(), whole: "/accounts?sums=now".into() }),
            here: "/accounts".into(),
        },
        picked: Some(PickBar {
            action: "/accounts/bulk".into(),
            hidden: vec![("p-filter".into(), String::new())],
            all: Some("8,800".into()),
            doings: vec![
                doing("edit", word(language, "bulk-edit"), Icon::Pencil),
                Doing { danger: true, ..doing("trash", word(language, "action-delete"), Icon::Trash2) },
            ],
        }),
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

/// The same in groups, with what they come to.
pub fn groups(language: Language) -> Markup {
    let mut view = view(language, Vec::new());
    let group = |name: &str, open: bool| Group {
        label: text(name),
        count: "1 284".into(),
        href: "/accounts?filter=x".into(),
        rows: "/accounts/rows?filter=x".into(),
        sums: (0..8).map(|at| (at == 4).then(|| money("12 400 100"))).collect(),
        open: open.then(|| (rows(language).into_iter().take(3).collect(), true)),
    };
    view.grid.body = GridBody::Groups(vec![group("Software", true), group("Retail", false)]);
    view.grid.sums = Some(Sums::Known((0..8).map(|at| (at == 4).then(|| money("31 000 000"))).collect()));
    list(language, &view)
}

/// What is asked before many records are changed.
pub fn bulk(language: Language) -> Markup {
    let field = label(language, "account", "owner");
    let input = cordee_ui::Input::Text { value: String::new() };
    bulk_ask(
        language,
        &BulkAsk {
            title: word(language, "bulk-edit"),
            address: "/accounts/bulk".into(),
            hidden: vec![("p-id".into(), "1".into())],
            fields: vec![Pick::new("owner", &field)],
            chosen: "owner".into(),
            ways: ["add", "take", "set"]
                .map(|way| Pick::new(way, word(language, &format!("bulk-{way}"))))
                .to_vec(),
            input: Some(cordee_ui::components::Field::new("owner", field, input)),
            empties: true,
            problem: None,
            submit: word(language, "bulk-submit"),
            danger: false,
            cancel: "/accounts".into(),
        },
    )
}

/// How it went.
pub fn bulk_done(language: Language) -> Markup {
    let count = |key, number: i64| cordee_i18n::say(language, key, &[("count", number.into())]);
    bulk_told(
        language,
        &BulkTold {
            title: label(language, "account", "owner"),
            text: format!("{} · {}", count("bulk-changed", 21), count("bulk-refused", 1)),
            share: 40,
            here: Some("/bulk/1".into()),
            actions: vec![Action::new(
                word(language, "action-undo"),
                Way::Post("/bulk/1/undo".into(), Vec::new()),
            )],
            refused: vec![BulkRefused {
                title: companies(language)[0].to_owned(),
                href: Some("/accounts/1".into()),
                why: word(language, "problem-not-allowed"),
            }],
            more: Some(count("bulk-more", 3)),
        },
    )
}

fn doing(value: &str, label: String, icon: Icon) -> Doing {
    Doing { value: value.into(), label, icon, danger: false, asks: true, needs: None }
}

pub fn filters(language: Language) -> Filters {
    let operator = word(language, "operator-is");
    let one = |field: &str, value: &str| {
        FilterPart::Condition(chip(&label(language, "account", field), &operator, value))
    };
    let group = |any, parts: Vec<FilterPart>| FilterGroup {
        any,
        not: false,
        turn: Some("/accounts?filter=x".into()),
        add: "/filter?f-do=add".into(),
        remove: any.then(|| "/accounts".to_owned()),
        parts,
    };
    let nested = group(true, vec![one("industry", "Software"), one("owner", "Anna Snelling")]);
    Filters {
        address: "/account".into(),
        keep: vec![("sort".into(), "name".into())],
        text: "country = FR and industry = software".into(),
        error: None,
        presets: vec![Preset { label: word(language, "filter-mine"), href: "/accounts".into(), on: true }],
        whole: group(false, vec![one("domain", "France"), FilterPart::Group(nested)]),
        clear: Some("/account".into()),
        day: Some(PastDay {
            said: word(language, "figures-as-of"),
            day: "Jun 1, 2026".into(),
            leave: "/accounts".into(),
        }),
    }
}

/// A condition as it is chosen.
pub fn condition(language: Language) -> Markup {
    let pick = |name: &str| Pick::new(name, label(language, "account", name));
    let input = cordee_ui::Input::Text { value: "x".into() };
    filter_edit(
        language,
        &FilterEdit {
            title: word(language, "filter-change"),
            hidden: vec![("f-page".into(), "/accounts".into())],
            fields: vec![
                (String::new(), vec![pick("name")]),
                (label(language, "account", "owner"), vec![pick("owner")]),
            ],
            chosen: "name".into(),
            operators: vec![Pick::new("is", word(language, "operator-is"))],
            operator: "is".into(),
            operands: vec![cordee_ui::components::Field::new(
                "f-value",
                word(language, "ui-filter-value"),
                input,
            )],
            error: Some(word(language, "problem-invalid")),
            others: vec![Action::new(word(language, "filter-join-or"), Way::Go("/filter".into()))],
            cancel: "/accounts".into(),
        },
    )
}

fn chip(field: &str, operator: &str, value: &str) -> Chip {
    Chip {
        field: field.into(),
        operator: operator.into(),
        value: value.into(),
        not: false,
        edit: "/filter?f-do=change".into(),
        remove: "/account".into(),
    }
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
