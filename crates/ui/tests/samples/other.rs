use cordee_i18n::{names, say};
use cordee_ui::screens::api_docs::{ApiDocs, ApiGroup, ApiOperation, api_docs};
use cordee_ui::screens::error::{ErrorPage, error};
use cordee_ui::screens::glossary;
use cordee_ui::screens::search::{Command, CommandGroup, SearchGroup, SearchHit, SearchPage, search};
use cordee_ui::{Action, Icon, Language, Markup, Way};

use super::word;

pub fn failure(language: Language) -> Markup {
    error(&ErrorPage {
        title: word(language, "problem-internal"),
        text: word(language, "problem-not-found"),
        reference: Some(cordee_i18n::say(language, "error-page-id", &[("id", "01JC8V7N4QK2M".into())])),
        actions: vec![Action::new(word(language, "error-page-home"), Way::Go("/".into())).primary()],
    })
}

pub fn found(language: Language) -> Markup {
    let hit = |title: &str, line: &[(&str, bool)]| SearchHit {
        href: "/accounts/01JC8V7N4QK2M".into(),
        title: vec![(title[..2].to_owned(), true), (title[2..].to_owned(), false)],
        line: line.iter().map(|(text, marked)| ((*text).to_owned(), *marked)).collect(),
    };
    let group = |name: &str, icon, hits, more: Option<&str>| SearchGroup {
        icon,
        label: cordee_i18n::objects(language, name),
        hits,
        more: more.map(str::to_owned),
    };
    let accounts =
        vec![hit("Acme Corporation", &[("acme.example · +1 415 555 2671", false)]), hit("Acme & Sons", &[])];
    let contacts = vec![hit("Ac Müller", &[("ac.mueller@", false), ("acme", true), (".example", false)])];
    let groups = vec![
        group("account", Icon::Building2, accounts, Some("/search?q=ac&object=account")),
        group("contact", Icon::Contact, contacts, None),
    ];
    let (title, none) = (word(language, "nav-search"), String::new());
    search(
        language,
        &SearchPage { title, text: "ac".into(), first: commands(language), groups, last: Vec::new(), none },
    )
}

pub fn found_nothing(language: Language) -> Markup {
    let (title, none) = (word(language, "nav-search"), word(language, "search-hint"));
    search(
        language,
        &SearchPage {
            title,
            text: String::new(),
            first: Vec::new(),
            groups: Vec::new(),
            last: Vec::new(),
            none,
        },
    )
}

pub fn docs(language: Language) -> Markup {
    let operation = |method: &str, path: &str, summary: &str| ApiOperation {
        method: method.into(),
        path: path.into(),
        summary: summary.into(),
        parameters: vec![
            ["filter".into(), "text".into(), "Which records, in the language of filters.".into()],
            ["limit".into(), "number".into(), "At most 200.".into()],
        ],
        example: Some("curl -H 'Authorization: Bearer …' https://crm.example/api/v1/accounts?limit=1".into()),
        answer: Some(
            "{\n  \"data\": [{ \"id\": \"01JC8V7N4QK2M\", \"name\": \"Acme\" }],\n  \"next\": null\n}".into(),
        ),
    };
    let group = |id: &str, name: &str| ApiGroup {
        id: id.into(),
        label: cordee_i18n::objects(language, name),
        operations: vec![
            operation("GET", &format!("/api/v1/{id}"), "List"),
            operation("POST", &format!("/api/v1/{id}"), "Create"),
            operation("PATCH", &format!("/api/v1/{id}/{{id}}"), "Change"),
            operation("DELETE", &format!("/api/v1/{id}/{{id}}"), "Move to trash"),
        ],
    };
    api_docs(
        language,
        &ApiDocs {
            title: word(language, "nav-api-docs"),
            intro: "Everything the pages do, as JSON over HTTP.".into(),
            document: "/api/v1/openapi.json".into(),
            groups: vec![group("accounts", "account"), group("opportunities", "opportunity")],
        },
    )
}

const TERMS: [&str; 4] = ["win_rate", "decision_maker", "sales_performance_management", "nrr"];

fn lines(language: Language) -> Vec<glossary::Line> {
    let line = |term: &&str| glossary::Line {
        term: term.replace('_', "-"),
        name: names::term(language, term),
        meaning: names::term_meaning(language, term),
    };
    TERMS.iter().map(line).collect()
}

pub fn glossary(language: Language) -> Markup {
    let view = glossary::Glossary {
        title: word(language, "glossary-title"),
        intro: word(language, "glossary-intro"),
        text: String::new(),
        terms: lines(language),
        count: say(language, "glossary-count", &[("count", TERMS.len().into())]),
        none: String::new(),
    };
    glossary::glossary(language, &view)
}

pub fn term(language: Language) -> Markup {
    let view = glossary::Entry {
        name: names::term(language, "sales_cycle"),
        also: names::term_also(language, "close_ratio"),
        meaning: names::term_meaning(language, "sales_cycle"),
        formula: Some(names::term_formula(language, "sales_cycle")),
        lives: vec![(word(language, "metric-sales-cycle-days"), "/metrics?metric=sales_cycle_days".into())],
        related: lines(language),
    };
    glossary::entry(language, &view)
}

fn commands(language: Language) -> Vec<CommandGroup> {
    let command = |key: &str, icon, keys: Option<&str>| Command {
        icon,
        label: say(language, key, &[]),
        line: String::new(),
        way: Way::Go("/".into()),
        keys: keys.map(str::to_owned),
        copies: false,
    };
    let commands = vec![
        command("action-edit", Icon::Pencil, Some("e")),
        command("nav-settings", Icon::Settings, Some("g s")),
    ];
    vec![CommandGroup { label: say(language, "search-go", &[]), commands }]
}
