//! The pipeline that a workspace starts with.

use cordee_base::{Decimal, Id, Outcome, Percent};
use cordee_catalog::defaults::{PIPELINES, StageDefault};
use cordee_catalog::{pipeline, stage};
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_schema::Draft;

/// Creates the default pipeline with its stages; the other templates wait until somebody wants them.
pub fn create(gate: &mut Gate<'_>, language: Language) -> Outcome<()> {
    let Some(default) = PIPELINES.first() else { return Ok(()) };
    let draft = Draft::new(&pipeline::PIPELINE)
        .with(pipeline::NAME, super::name(language, "pipeline", default.key))
        .with(pipeline::ORDER, Decimal::ONE);
    let pipeline = gate.create(draft)?;
    for (place, default) in (1..).zip(default.stages) {
        gate.create(stage(pipeline, place, default, language))?;
    }
    Ok(())
}

fn stage(pipeline: Id, place: i64, default: &StageDefault, language: Language) -> Draft {
    let mut draft = Draft::new(&stage::STAGE)
        .with(stage::NAME, super::name(language, "stage", default.key))
        .with(stage::PIPELINE, pipeline)
        .with(stage::ORDER, Decimal::from(place))
        .with(stage::PROBABILITY, Percent::new(default.probability))
        .with(stage::KIND, default.kind.to_owned())
        .with(stage::FORECAST_CATEGORY, default.forecast_category.to_owned());
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
