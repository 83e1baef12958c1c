use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::import::{
    Count, Import, ImportCheck, ImportColumn, ImportColumns, ImportDone, ImportRun, ImportStep, RowProblem,
    import,
};
use cordee_ui::screens::import_many::{
    ImportChecks, ImportFile, ImportFileCheck, ImportFileRun, ImportFiles, ImportFilesRun,
};
use cordee_ui::{Action, Icon, Input, Language, Markup, Pick, Tone, Way};

use super::{label, word};

pub fn file(language: Language) -> Markup {
    let mut form =
        Form::new(word(language, "action-import"), "/import", word(language, "wizard-step-mapping"));
    let object = Input::Choice {
        value: "account".into(),
        options: vec![Pick::new("account", cordee_i18n::objects(language, "account"))],
    };
    form.groups = vec![FieldGroup {
        label: None,
        fields: vec![
            Field::new("object", word(language, "wizard-choose-object"), object).required(),
            Field::new(
                "file",
                word(language, "wizard-choose-file"),
                Input::File { accept: ".csv,text/csv".into(), many: false },
            )
            .required()
            .hint(word(language, "wizard-file-hint")),
        ],
    }];
    draw(language, &word(language, "action-import"), ImportStep::File(Box::new(form)))
}

pub fn columns(language: Language) -> Markup {
    let targets = || {
        ["name", "industry", "annual_revenue", "parent"]
            .iter()
            .map(|name| Pick::new(*name, label(language, "account", name)))
            .collect::<Vec<_>>()
    };
    let column = |number, name: &str, target: &str, samples: &[&str], note| ImportColumn {
        number,
        name: name.into(),
        samples: samples.iter().map(|sample| (*sample).to_owned()).collect(),
        target: target.into(),
        targets: targets(),
        note,
    };
    let misspelt =
        [("column", "Industry".into()), ("value", "tecnology".into()), ("name", "technology".into())];
    let near = cordee_i18n::say(language, "wizard-near-at", &misspelt);
    let choice = |name: &str, key: &str, options: &[&str]| {
        let options: Vec<Pick> = options.iter().map(|option| Pick::new(*option, *option)).collect();
        Field::new(name, word(language, key), Input::Choice { value: options[0].value.clone(), options })
            .required()
    };
    draw(
        language,
        "accounts.csv",
        ImportStep::Columns(ImportColumns {
            settings: vec![
                choice("encoding", "wizard-encoding", &["UTF-8", "windows-1251"]),
                choice("delimiter", "wizard-delimiter", &[",", ";"]),
                choice("match", "wizard-match-by", &["name"]),
                choice("mode", "wizard-mode", &["update", "create"]),
            ],
            columns: vec![
                column(0, "account", "name", &["Acme Corporation", "Betasoloin", "Betatech"], None),
                column(
                    1,
                    "sector",
                    "industry",
                    &["technolgy", "medical", "retail"],
                    Some(Notice { tone: Tone::Risk, text: near }),
                ),
                column(2, "revenue", "annual_revenue", &["1100.04", "251.41", "647.18"], None),
                column(3, "office_location", "", &["United States", "Kenya"], None),
                column(4, "subsidiary_of", "parent", &["Acme Corporation"], None),
            ],
            action: "/import/1/columns".into(),
            hidden: Vec::new(),
            back: "/import".into(),
            submit: word(language, "wizard-check"),
        }),
    )
}

pub fn check(language: Language) -> Markup {
    let problem = |row: &str, column: &str, value: &str, text: &str| RowProblem {
        row: row.into(),
        column: column.into(),
        value: value.into(),
        text: text.into(),
    };
    draw(
        language,
        "accounts.csv",
        ImportStep::Check(ImportCheck {
            counts: counts(language),
            problems: vec![
                problem("17", "revenue", "n/a", "A number is wanted, such as 1,234.50."),
                problem(
                    "42",
                    "subsidiary_of",
                    "Acme Corporatoin",
                    "No such account. Did you mean Acme Corporation?",
                ),
            ],
            more: Some("…".into()),
            actions: vec![
                Action::new(
                    cordee_i18n::say(language, "wizard-begin", &[("count", 83.into())]),
                    Way::Post("/import/1/run".into(), Vec::new()),
                )
                .primary(),
                Action::new(word(language, "nav-back"), Way::Go("/import/1/columns".into())),
            ],
        }),
    )
}

pub fn run(language: Language) -> Markup {
    draw(
        language,
        "sales_pipeline.csv",
        ImportStep::Run(ImportRun {
            share: 48,
            text: cordee_i18n::say(language, "wizard-rows-done", &[("count", 4200.into())]),
            time_left: Some(cordee_i18n::say(language, "wizard-time-left", &[("time", "12 s".into())])),
            here: "/import/1".into(),
            counts: counts(language),
            actions: vec![Action::new(
                word(language, "wizard-stop"),
                Way::Post("/import/1/stop".into(), Vec::new()),
            )],
        }),
    )
}

pub fn done(language: Language) -> Markup {
    draw(
        language,
        "accounts.csv",
        ImportStep::Done(ImportDone {
            counts: counts(language),
            actions: vec![
                Action::new(word(language, "action-open"), Way::Go("/account".into())).primary(),
                Action::new(word(language, "wizard-rejected-file"), Way::Go("/import/1/rejected.csv".into()))
                    .icon(Icon::Download),
                Action::new(word(language, "wizard-undo"), Way::Dialog("/import/1/undo".into()))
                    .icon(Icon::Undo2),
            ],
        }),
    )
}

pub fn files(language: Language) -> Markup {
    let objects =
        || ["account", "contact"].map(|name| Pick::new(name, cordee_i18n::objects(language, name))).to_vec();
    let file = |number, name: &str, object: &str, note| ImportFile {
        number,
        name: name.into(),
        object: object.into(),
        objects: objects(),
        columns: cordee_i18n::say(
            language,
            "wizard-columns-known",
            &[("known", 8.into()), ("all", 10.into())],
        ),
        look: Some("/import/file/1/of/1".into()),
        leave_out: Some("/import/file/1/of/1/leave-out".into()),
        note,
    };
    let later = Notice { tone: Tone::Neutral, text: word(language, "wizard-links-later") };
    let step = ImportFiles {
        files: vec![
            file(1, "companies.csv", "account", Some(later)),
            file(0, "people-of-a-very-long-name-from-another-program-2026-11-22.xlsx", "contact", None),
        ],
        action: "/import/file/1".into(),
        back: "/import/new".into(),
    };
    draw(language, &many(language), ImportStep::Files(step))
}

pub fn checks(language: Language) -> Markup {
    let file = |name: &str, object: &str| ImportFileCheck {
        name: name.into(),
        object: cordee_i18n::objects(language, object),
        notices: Vec::new(),
        counts: counts(language),
        problems: vec![RowProblem {
            row: "17".into(),
            column: "revenue".into(),
            value: "n/a".into(),
            text: "A number is wanted, such as 1,234.50.".into(),
        }],
        more: None,
    };
    let begin = cordee_i18n::say(language, "wizard-begin", &[("count", 166.into())]);
    let step = ImportChecks {
        files: vec![file("companies.csv", "account"), file("people.csv", "contact")],
        actions: vec![Action::new(begin, Way::Post("/import/file/1/begin".into(), Vec::new())).primary()],
    };
    draw(language, &many(language), ImportStep::Checks(step))
}

pub fn files_run(language: Language) -> Markup {
    let file = |name: &str, object: &str, status: &str, tone, share| ImportFileRun {
        name: name.into(),
        object: cordee_i18n::objects(language, object),
        status: cordee_i18n::option(language, "import", "status", status),
        tone,
        share,
        counts: counts(language),
        href: "/import/1".into(),
        rejected: Some("/import/1/rejected".into()),
    };
    let stop = Way::Post("/import/run/1/stop".into(), Vec::new());
    let step = ImportFilesRun {
        here: Some("/import/run/1".into()),
        files: vec![
            file("companies.csv", "account", "done", Tone::Won, None),
            file("people.csv", "contact", "running", Tone::Accent, Some(40)),
        ],
        actions: vec![Action::new(word(language, "wizard-stop"), stop)],
    };
    draw(language, &many(language), ImportStep::FilesRun(step))
}

fn many(language: Language) -> String {
    cordee_i18n::say(language, "wizard-files", &[("count", 2.into())])
}

fn draw(language: Language, title: &str, step: ImportStep) -> Markup {
    import(language, &Import { title: title.into(), notices: Vec::new(), step })
}

fn counts(language: Language) -> Vec<Count> {
    let count = |name: &str, value: &str, tone| Count {
        label: label(language, "import", name),
        value: value.into(),
        tone,
    };
    vec![
        count("created", "81", Tone::Won),
        count("updated", "2", Tone::Neutral),
        count("skipped", "0", Tone::Neutral),
        count("failed", "2", Tone::Overdue),
    ]
}
