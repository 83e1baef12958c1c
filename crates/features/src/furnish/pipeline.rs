//! The pipeline that a workspace starts with.

use cordee_base::{Decimal, Outcome};
use cordee_catalog::defaults::PIPELINES;
use cordee_catalog::pipeline;
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_schema::Draft;

/// Creates the default pipeline, with the stages of its template; the other templates wait until somebody wants them.
pub fn create(gate: &mut Gate<'_>, language: Language) -> Outcome<()> {
    let Some(default) = PIPELINES.first() else { return Ok(()) };
    let draft = Draft::new(&pipeline::PIPELINE)
        .with(pipeline::NAME, super::name(language, "pipeline", default.key))
        .with(pipeline::ORDER, Decimal::ONE)
        .with(pipeline::TEMPLATE, default.key.to_owned());
    gate.create(draft).map(drop)
}
