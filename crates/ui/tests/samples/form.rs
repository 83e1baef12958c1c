use cordee_ui::components::{Alike, Field, Line, LineCell, LineColumn, Lines, NEW_KEY, Tip};
use cordee_ui::kinds::AddressPart;
use cordee_ui::screens::form::{Confirm, FieldGroup, Form, confirm as draw_confirm, form};
use cordee_ui::{Cell, Input, Language, Markup, Pick, Tone};

use super::{TITLE, label, likely, word};

pub fn typical(language: Language) -> Markup {
    form(language, &view(language))
}

pub fn wrong(language: Language) -> Markup {
    let mut view = view(language);
    view.groups[0].fields[0] = view.groups[0].fields[0].clone().error("Please fill this in.");
    view.groups[0].fields[2] =
        view.groups[0].fields[2].clone().error("A number is wanted, such as 1,234.50.");
    form(language, &view)
}

pub fn alike(language: Language) -> Markup {
    let mut view = view(language);
    let likely = likely(language, None);
    view.alike = Some(Box::new(Alike {
        ask: "/accounts/duplicates".into(),
        fields: vec!["name"],
        likely,
        choose: true,
    }));
    form(language, &view)
}

pub fn confirm(language: Language) -> Markup {
    draw_confirm(
        language,
        &Confirm {
            title: word(language, "action-delete"),
            text: word(language, "confirm-no-undo"),
            action: "/opportunity/1/delete".into(),
            hidden: vec![("version".into(), "7".into())],
            submit: word(language, "action-delete"),
            cancel: "/opportunity/1".into(),
        },
    )
}

pub fn every_kind(language: Language) -> Markup {
    let options = || vec![Pick::new("a", "Software"), Pick::new("b", "Retail").tone(Tone::Won)];
    let mut view = Form::new("Every kind", "/x", word(language, "action-save")).notice(Tone::Accent, "…");
    let part = |name: &str, autocomplete, wide| AddressPart {
        name: name.into(),
        label: name.into(),
        value: String::new(),
        autocomplete,
        wide,
    };
    let kinds = vec![
        ("text", Input::Text { value: "Text".into() }),
        ("number", Input::Number { value: "12.5".into() }),
        (
            "money",
            Input::Money {
                amount: "1 250.00".into(),
                currency: "UAH".into(),
                currencies: vec!["EUR".into(), "USD".into()],
            },
        ),
        ("percent", Input::Percent { value: "15".into() }),
        ("date", Input::Date { value: "2026-11-21".into() }),
        ("time", Input::Time { value: "14:30".into() }),
        ("moment", Input::Moment { value: "2026-11-21T14:30".into(), zone: "Europe/Paris".into() }),
        ("yes_no", Input::YesNo { value: Some(true) }),
        ("choice", Input::Choice { value: "gone".into(), options: options() }),
        ("choices", Input::Choices { values: vec!["a".into()], options: options() }),
        (
            "links",
            Input::Links {
                value: "Acme\nBob".into(),
                chosen: vec![("01".into(), "Acme".into())],
                lookup: "/lookup/account".into(),
            },
        ),
        ("link", Input::Link { id: "01".into(), title: "Acme".into(), lookup: "/lookup/account".into() }),
        ("person", Input::Person { id: String::new(), title: String::new(), lookup: "/lookup/user".into() }),
        ("email", Input::Email { value: "a@b.example".into() }),
        ("phone", Input::Phone { value: "+33 1 70 18 99 00".into() }),
        ("url", Input::Url { value: "https://b.example".into() }),
        ("serial", Input::Serial { value: "D-2026-0042".into() }),
        ("contract", Input::Document { name: "Договор.pdf".into(), id: "01JC8V7N4QK2M".into() }),
        ("long_text", Input::LongText { value: "Two\nlines".into() }),
        (
            "address",
            Input::Address {
                parts: vec![
                    part("street", "street-address", true),
                    part("city", "address-level2", false),
                    part("code", "postal-code", false),
                ],
            },
        ),
        ("file", Input::File { accept: ".csv,text/csv".into(), many: false }),
    ];
    view.groups = vec![FieldGroup {
        label: None,
        fields: kinds.into_iter().map(|(name, input)| Field::new(name, name, input).hint("Hint")).collect(),
    }];
    form(language, &view)
}

fn view(language: Language) -> Form {
    let field = |name: &str, input| Field::new(name, label(language, "opportunity", name), input);
    let mut view =
        Form::new(word(language, "opportunity-new"), "/opportunity", word(language, "action-create"));
    view.keep = Some("opportunity/new".into());
    view.save_and_new = true;
    view.cancel = Some("/opportunity".into());
    view.groups = vec![
        FieldGroup {
            label: None,
            fields: vec![
                field("name", Input::Text { value: TITLE.into() }).required(),
                field(
                    "account",
                    Input::Link {
                        id: "01".into(),
                        title: "Émile & Fils".into(),
                        lookup: "/lookup/account".into(),
                    },
                ),
                field(
                    "amount",
                    Input::Money {
                        amount: "128 400.00".into(),
                        currency: "EUR".into(),
                        currencies: vec!["EUR".into(), "USD".into()],
                    },
                ),
                field("close_date", Input::Date { value: "2026-11-30".into() })
                    .hint(word(language, "opportunity-help")),
                field(
                    "stage",
                    Input::Choice { value: "a".into(), options: vec![Pick::new("a", "Proposal")] },
                )
                .required(),
                field(
                    "owner",
                    Input::Person {
                        id: "02".into(),
                        title: "Anna Snelling".into(),
                        lookup: "/lookup/user".into(),
                    },
                ),
            ],
        },
        FieldGroup {
            label: Some(word(language, "opportunity-next-step")),
            fields: vec![
                field("next_step", Input::Text { value: String::new() }),
                field("next_step_date", Input::Date { value: String::new() }),
                field("description", Input::LongText { value: String::new() }),
            ],
        },
    ];
    view
}

pub fn with_lines(language: Language) -> Markup {
    let mut view = view(language);
    let ask = |key: &str, name: &str, input: Input| LineCell::Ask {
        field: Box::new(Field::new(format!("lines.{key}.{name}"), name, input)),
        follows: None,
        instead: None,
    };
    let cells = |key: &str| {
        let price = Input::Money {
            amount: "1 250.00".into(),
            currency: "EUR".into(),
            currencies: vec!["EUR".into(), "USD".into()],
        };
        vec![
            ask(key, "description", Input::Text { value: "Rope".into() }),
            ask(key, "sent", Input::YesNo { value: Some(true) }),
            ask(key, "unit_price", price),
            LineCell::Shown(Cell::Money {
                amount: "2,500.00".into(),
                currency: "€".into(),
                sign_first: true,
            }),
        ]
    };
    let line = |key: &str, place: usize| Line {
        key: key.into(),
        place,
        hidden: vec![(format!("lines.{key}._id"), String::new())],
        cells: cells(key),
        gone: place == 2,
        removable: true,
        problem: None,
    };
    let mut wrong = line("n3", 3);
    if let LineCell::Ask { field, .. } = &mut wrong.cells[0] {
        field.error = Some("Please fill this in.".into());
    }
    let column = |name: &str, numeric: bool, room: &'static str| LineColumn {
        name: name.into(),
        label: name.into(),
        tip: (name == "sent").then(|| Tip { term: "next-step".into(), label: word(language, "term-tip") }),
        numeric,
        required: numeric,
        room,
    };
    view.lines = vec![Lines {
        name: "lines".into(),
        after: 1,
        label: "Lines".into(),
        columns: vec![
            column("description", false, "wide"),
            column("sent", false, "little"),
            column("unit_price", true, "money"),
            column("amount", true, "money"),
        ],
        rows: vec![line("01", 1), line("02", 2), wrong],
        blank: Some(line(NEW_KEY, 4)),
        totals: vec![("Total".into(), Cell::Number("12".into()))],
        add: word(language, "lines-add"),
        preview: "/opportunity/1/lines".into(),
    }];
    form(language, &view)
}
