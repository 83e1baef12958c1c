//! The stages that a pipeline begins with when it is made from a template, in the language of whoever makes it.

use cordee_base::{Decimal, Id, Outcome, Percent};
use cordee_catalog::defaults::{PIPELINES, StageDefault};
use cordee_catalog::stage;
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_records::system::workspace;
use cordee_schema::Draft;

/// Creates the stages of a template in a new pipeline.
pub fn fill(gate: &mut Gate<'_>, pipeline: Id, key: &str) -> Outcome<()> {
    let Some(template) = PIPELINES.iter().find(|template| template.key == key) else { return Ok(()) };
    let language = language(gate)?;
    for (place, default) in (1..).zip(template.stages) {
        gate.create(made(pipeline, place, default, language))?;
    }
    Ok(())
}

/// That of the person who acts; of the workspace, where nobody does.
fn language(gate: &mut Gate<'_>) -> Outcome<Language> {
    if gate.actor().user_id().is_some() {
        return Ok(Language::from_code(&gate.access().language).unwrap_or_default());
    }
    let record = gate.get(&workspace::WORKSPACE, gate.actor().workspace)?;
    let language = record.get(workspace::LANGUAGE).and_then(|code| Language::from_code(&code));
    Ok(language.unwrap_or_default())
}

fn made(pipeline: Id, place: i64, default: &StageDefault, language: Language) -> Draft {
    let mut draft = Draft::new(&stage::STAGE)
        .with(stage::NAME, word(language, "default", default.key))
        .with(stage::PIPELINE, pipeline)
        .with(stage::ORDER, Decimal::from(place))
        .with(stage::PROBABILITY, Percent::new(default.probability))
        .with(stage::KIND, default.kind.to_owned())
        .with(stage::FORECAST_CATEGORY, default.forecast_category.to_owned())
        .with(stage::DESCRIPTION, word(language, "method", default.key));
    if default.has_playbook() {
        draft = draft.with(stage::PLAYBOOK, word(language, "playbook", default.key));
    }
    if let Some(step) = default.buying_step {
        draft = draft.with(stage::BUYING_STEP, step.to_owned());
    }
    if let Some(part) = default.funnel_part {
        draft = draft.with(stage::FUNNEL_PART, part.to_owned());
    }
    if let Some(days) = default.expected_days {
        draft = draft.with(stage::EXPECTED_DAYS, Decimal::from(days));
    }
    draft
}

/// What is said of a stage of a template: the word `stage-ABOUT-KEY`.
fn word(language: Language, about: &str, key: &str) -> String {
    cordee_i18n::say(language, &format!("stage-{about}-{}", key.replace('_', "-")), &[])
}
