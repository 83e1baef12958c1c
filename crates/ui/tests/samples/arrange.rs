use cordee_ui::components::{Field, InPlace};
use cordee_ui::screens::settings::settings;
use cordee_ui::screens::step_asks::{Item, StepAsks, step_asks};
use cordee_ui::screens::steps::{Begins, Said, StepShown, Steps, WayShown, steps};
use cordee_ui::screens::teams::{Member, People, Team, Teams, teams};
use cordee_ui::{Action, Cell, Icon, Input, Language, Markup, Person, Pick, Tone, Way};

use super::{label, register, word};

fn changed(cell: Cell, of: &str, language: Language) -> Said {
    let change = InPlace { href: format!("{of}/fields/name"), label: label(language, "stage", "name") };
    Said { cell, change: Some(change) }
}

/// What a step asks for, as it is arranged.
pub fn asked(language: Language) -> Markup {
    let item = |id: &str, title: &str| Item {
        id: id.into(),
        title: title.into(),
        name: Said {
            cell: Cell::Text(title.into()),
            change: Some(InPlace {
                href: format!("/stage_criteria/{id}/fields/name"),
                label: label(language, "stage_criterion", "name"),
            }),
        },
        actions: vec![Action::new(
            word(language, "step-asks-take"),
            Way::Post("/settings/pipelines/1/asks".into(), vec![("act".into(), format!("take {id}"))]),
        )],
    };
    let pick = |name: &str| Pick::new(name, label(language, "opportunity", name));
    let options = ["account", "amount", "contact", "expected_close_date"].map(pick).to_vec();
    let input = Input::Choices { values: vec!["amount".into()], options };
    let view = StepAsks {
        title: cordee_i18n::objects(language, "stage_criterion"),
        intro: word(language, "step-asks-help"),
        problem: Some(word(language, "error-criterion-twice")),
        fields: Field::new("fields", word(language, "step-asks-fields"), input),
        items: vec![
            item("1", "Budget agreed"),
            item("2", "Переговоры о цене с тем, кто <подписывает> договор"),
        ],
        action: "/settings/pipelines/1/asks".into(),
    };
    settings(language, &register::nav(language, "objects-title"), step_asks(language, &view))
}

pub fn ways(language: Language) -> Markup {
    let step = |id: &str, name: &str, held: Option<&str>, retired: bool| StepShown {
        id: id.into(),
        title: name.into(),
        name: changed(Cell::Text(name.into()), &format!("/stages/{id}"), language),
        tone: Tone::Accent,
        cells: vec![
            Said { cell: Cell::Percent("60%".into()), change: None },
            changed(Cell::Number("14".into()), &format!("/stages/{id}"), language),
        ],
        held: held.map(|count| (count.into(), "/opportunities".into())),
        asks: (id != "3")
            .then(|| (label(language, "opportunity", "amount"), Some("/settings/pipelines/1/asks".into()))),
        retired: retired.then(|| word(language, "steps-retired")),
        actions: vec![Action::new(
            word(language, "action-retire"),
            Way::Dialog(format!("/settings/pipelines/{id}/retire")),
        )],
    };
    let way = |id: &str, name: &str, steps: Vec<StepShown>| WayShown {
        id: id.into(),
        title: name.into(),
        name: changed(Cell::Text(name.into()), &format!("/pipelines/{id}"), language),
        text: Some(changed(Cell::LongText("Émile & Fils".into()), &format!("/pipelines/{id}"), language)),
        retired: steps.is_empty().then(|| word(language, "steps-retired")),
        actions: vec![Action::new(word(language, "steps-board"), Way::Go("/opportunities/board".into()))],
        steps,
    };
    let all = vec![
        step("1", "Qualification", Some("12"), false),
        step("2", "Negotiation and commitment <of both sides>", Some("1,204"), false),
        step("3", "Trial", None, true),
    ];
    let view = Steps {
        title: cordee_i18n::objects(language, "pipeline"),
        intro: Some(word(language, "pipeline-help")),
        problem: Some(word(language, "error-picklist-fixed")),
        columns: vec![
            (label(language, "stage", "probability"), true),
            (label(language, "stage", "expected_days"), true),
        ],
        step: cordee_i18n::object(language, "stage"),
        held: word(language, "steps-held"),
        asks: Some(word(language, "steps-asks")),
        ordered: true,
        ways: vec![way("1", "Sales", all), way("2", "Renewals", Vec::new())],
        action: Some("/settings/pipelines".into()),
        add: Some(word(language, "stage-new")),
        add_way: Some(word(language, "pipeline-new")),
        begins: Some(Begins {
            name: "template",
            label: label(language, "pipeline", "template"),
            none: word(language, "steps-begin-empty"),
            options: vec![Pick::new("seven_steps", word(language, "pipeline-template-seven-steps"))],
        }),
        none: word(language, "steps-none"),
    };
    settings(language, &register::nav(language, "objects-title"), steps(language, &view))
}

pub fn tree(language: Language) -> Markup {
    let member = |id: &str, name: &str| Member {
        id: id.into(),
        person: Person { href: Some(format!("/users/{id}")), ..Person::named(name) },
        moves: Some((word(language, "action-move"), format!("/settings/teams/people/{id}"))),
    };
    let people = |shown: Vec<Member>| People { shown, more: Some(("+ 40".into(), "/users".into())) };
    let team = |id: &str, name: &str, below: Vec<Team>| Team {
        id: id.into(),
        title: name.into(),
        name: changed(Cell::Text(name.into()), &format!("/teams/{id}"), language),
        leader: changed(Cell::Person(Person::named("Anna Snelling")), &format!("/teams/{id}"), language),
        leader_label: label(language, "team", "manager"),
        count: "12".into(),
        people: people(vec![
            member(&format!("{id}1"), "Ольга Коваленко"),
            member(&format!("{id}2"), "王小明"),
        ]),
        actions: vec![
            Action::new(word(language, "teams-below"), Way::Dialog("/settings/teams/new".into()))
                .icon(Icon::Plus),
            Action::new(word(language, "action-open"), Way::Go(format!("/teams/{id}"))),
        ],
        below,
    };
    let view = Teams {
        title: cordee_i18n::objects(language, "team"),
        intro: Some(word(language, "team-help")),
        actions: Vec::new(),
        top: vec![team("1", "Europe", vec![team("2", "France", Vec::new())])],
        loose_label: cordee_i18n::say(language, "teams-loose", &[("count", 1_usize.into())]),
        loose: people(vec![member("9", "Bo")]),
        none: word(language, "teams-none"),
        action: Some("/settings/teams".into()),
    };
    settings(language, &register::nav(language, "objects-title"), teams(language, &view))
}
