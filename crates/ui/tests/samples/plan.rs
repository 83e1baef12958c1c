use cordee_ui::components::Empty;
use cordee_ui::screens::plan::{Plan, PlanRow, plan};
use cordee_ui::{Icon, Language, Markup, Pick, Tone};

use super::{label, word};

pub fn typical(language: Language) -> Markup {
    let row = |id: &str, title: &str, wrong: Option<String>| PlanRow {
        action: format!("/opportunities/{id}/plan"),
        title: title.into(),
        href: format!("/opportunities/{id}"),
        about: "Émile & Fils · Proposal".into(),
        signs: vec![
            Pick::new("no_next_step", word(language, "opportunity-follow-up-no-next-step")).tone(Tone::Risk),
        ],
        version: "3".into(),
        what: wrong.as_ref().map(|_| "Call <them>".into()).unwrap_or_default(),
        when: wrong.as_ref().map(|_| "someday".into()).unwrap_or_default(),
        stands: if id == "2" { "Nov 3".into() } else { String::new() },
        wrong,
    };
    plan(
        language,
        &Plan {
            title: word(language, "plan-title"),
            intro: word(language, "plan-intro"),
            what: ("next_step", label(language, "opportunity", "next_step")),
            when: ("next_step_date", label(language, "opportunity", "next_step_date")),
            when_hint: word(language, "plan-when"),
            rows: vec![
                row("1", "Racks for the second warehouse <north>", None),
                row("2", "Торговое оборудование для нового магазина", None),
                row("3", "货架", Some(word(language, "error-required"))),
            ],
            back: "/opportunities/plan".into(),
            more: Some(cordee_i18n::say(language, "plan-more", &[("count", 50.into())])),
            empty: Empty {
                icon: Icon::Check,
                title: word(language, "plan-none"),
                text: String::new(),
                actions: Vec::new(),
            },
        },
    )
}
