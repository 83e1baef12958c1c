use cordee_ui::components::{Column, Empty, Field, Notice, Pager};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::register::{Entry, Register, Secret, register};
use cordee_ui::screens::registers::{Registers, registers};
use cordee_ui::screens::settings::settings;
use cordee_ui::{Action, Cell, Icon, Input, Language, Markup, NavGroup, NavItem, Person, Pick, Tone, Way};

use super::{TITLE, date, label, owner, pick, text, word};

pub fn trash(language: Language) -> Markup {
    let mut view = blank(language, "trash-title", Icon::Trash2, "trash-empty");
    view.intro = Some(word(language, "trash-hint"));
    view.columns = vec![
        column(label(language, "opportunity", "name")),
        column(word(language, "roles-object")),
        column(word(language, "trash-deleted-by")),
        column(word(language, "trash-deleted-at")),
    ];
    view.rows = ["Acme Corporation", TITLE, "Ольга Коваленко"]
        .iter()
        .map(|title| Entry {
            href: None,
            cells: vec![
                text(title),
                text(&cordee_i18n::object(language, "account")),
                owner("Anna Snelling"),
                date("21 Nov 2026", Tone::Neutral),
            ],
            actions: vec![
                Action::new(
                    word(language, "action-restore"),
                    Way::Post("/trash/restore".into(), vec![("id".into(), "1".into())]),
                )
                .icon(Icon::Undo2),
            ],
        })
        .collect();
    view.pager = Pager { text: "1–3 / 3".into(), previous: None, next: None };
    register(language, &view)
}

pub fn trash_empty(language: Language) -> Markup {
    register(language, &blank(language, "trash-title", Icon::Trash2, "trash-empty"))
}

pub fn users(language: Language) -> Markup {
    let mut view = blank(language, "user-many", Icon::Users, "list-none-title");
    view.actions = vec![
        Action::new(word(language, "users-invite"), Way::Dialog("/settings/users/new".into()))
            .icon(Icon::UserPlus)
            .primary(),
    ];
    view.columns = vec![
        column(label(language, "user", "name")),
        column(label(language, "user", "email")),
        column(label(language, "user", "role")),
        column(label(language, "user", "team")),
    ];
    view.rows = [
        ("Anna Snelling", "anna@northwind.example", "Head of sales"),
        ("Dustin Brinkmann", "", "Account executive"),
        ("Зоя Петровна Ким", "zoya@northwind.example", "Administrator"),
    ]
    .iter()
    .map(|(name, mail, role)| Entry {
        href: Some("/settings/users/1".into()),
        cells: vec![
            Cell::Person(Person::named(*name)),
            if mail.is_empty() {
                pick(&word(language, "users-no-sign-in"), Tone::Neutral)
            } else {
                Cell::Email((*mail).into())
            },
            text(role),
            text("Central"),
        ],
        actions: Vec::new(),
    })
    .collect();
    settings(language, &nav(language, "user-many"), register(language, &view))
}

pub fn tokens(language: Language) -> Markup {
    let mut view = blank(language, "tokens-title", Icon::KeyRound, "tokens-none");
    view.secret = Some(Secret {
        note: word(language, "tokens-once"),
        value: "cordee_1a2b3c4d5e6f7g8h9i0jklmnopqrstuv".into(),
    });
    view.columns = vec![column("Name".into()), column("Last used".into())];
    view.rows = vec![Entry {
        href: None,
        cells: vec![text("Nightly export"), text(&word(language, "tokens-never-used"))],
        actions: vec![
            Action::new(
                word(language, "action-revoke"),
                Way::Post("/settings/tokens/revoke".into(), Vec::new()),
            )
            .danger(),
        ],
    }];
    let mut form = Form::new("New token", "/settings/tokens", word(language, "action-create"));
    form.groups = vec![FieldGroup {
        label: None,
        fields: vec![
            Field::new("name", "Name", Input::Text { value: String::new() }).required(),
            Field::new(
                "scopes",
                "Scopes",
                Input::Choices {
                    values: vec!["read".into()],
                    options: vec![Pick::new("read", "Read"), Pick::new("write", "Write")],
                },
            ),
        ],
    }];
    view.form = Some(form);
    settings(language, &nav(language, "tokens-title"), register(language, &view))
}

pub fn sessions(language: Language) -> Markup {
    let mut view = blank(language, "sessions-title", Icon::MonitorSmartphone, "trash-empty");
    view.notices = vec![Notice { tone: Tone::Won, text: word(language, "sessions-ended") }];
    view.actions = vec![Action::new(
        word(language, "sessions-end-others"),
        Way::Post("/settings/sessions/end-others".into(), Vec::new()),
    )];
    view.columns = vec![column("Browser".into()), column("Address".into()), column("Last seen".into())];
    let row = |browser: &str, here: bool| Entry {
        href: None,
        cells: vec![
            text(browser),
            text("198.51.100.7"),
            if here {
                pick(&word(language, "sessions-here"), Tone::Won)
            } else {
                date("2 Nov", Tone::Neutral)
            },
        ],
        actions: if here {
            Vec::new()
        } else {
            vec![Action::new(
                word(language, "sessions-end"),
                Way::Post("/settings/sessions/end".into(), Vec::new()),
            )]
        },
    };
    view.rows = vec![row("Firefox · Linux", true), row("Safari · iPhone", false)];
    settings(language, &nav(language, "sessions-title"), register(language, &view))
}

pub fn nav(language: Language, current: &str) -> Vec<NavGroup> {
    let item = |key: &str, icon| NavItem {
        alone: None,
        label: word(language, key),
        href: format!("/{key}"),
        icon,
        key: None,
        current: key == current,
    };
    vec![
        NavGroup {
            label: None,
            items: vec![
                item("settings-profile", Icon::User),
                item("sessions-title", Icon::MonitorSmartphone),
                item("tokens-title", Icon::KeyRound),
            ],
        },
        NavGroup {
            label: Some(word(language, "settings-workspace")),
            items: vec![
                item("user-many", Icon::Users),
                item("team-many", Icon::Workflow),
                item("role-many", Icon::Shield),
            ],
        },
    ]
}

fn column(label: String) -> Column {
    Column { label, ..Column::default() }
}

fn blank(language: Language, title: &str, icon: Icon, none: &str) -> Register {
    Register {
        title: word(language, title),
        intro: None,
        notices: Vec::new(),
        secret: None,
        actions: Vec::new(),
        columns: Vec::new(),
        rows: Vec::new(),
        pager: Pager::default(),
        empty: Empty {
            icon,
            title: word(language, none),
            text: word(language, "trash-hint"),
            actions: Vec::new(),
        },
        form: None,
    }
}

pub fn jobs(language: Language) -> Markup {
    let mut queues = blank(language, "jobs-queues", Icon::ListChecks, "jobs-none");
    queues.columns =
        ["queue", "waiting", "running"].map(|key| column(word(language, &format!("jobs-{key}")))).to_vec();
    let cells = vec![text(&word(language, "queue-house")), text("3"), text("1")];
    queues.rows = vec![Entry { href: None, cells, actions: Vec::new() }];
    let mut dead = blank(language, "jobs-failed", Icon::ListChecks, "jobs-none");
    dead.columns = ["name", "told"].map(|key| column(word(language, &format!("jobs-{key}")))).to_vec();
    dead.rows = vec![Entry {
        href: None,
        cells: vec![text(&word(language, "job-sweep")), text("the disk is full")],
        actions: vec![Action::new(
            word(language, "action-job-again"),
            Way::Post("/settings/jobs/1/again".into(), Vec::new()),
        )],
    }];
    registers(
        language,
        &Registers {
            title: word(language, "jobs-title"),
            intro: word(language, "jobs-hint"),
            notices: vec![Notice { tone: Tone::Risk, text: word(language, "jobs-hint") }],
            parts: vec![queues, dead, blank(language, "jobs-rounds", Icon::Clock, "jobs-none")],
        },
    )
}
