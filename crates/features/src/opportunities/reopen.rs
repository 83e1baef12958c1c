//! Reopening a deal that was closed too early.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_catalog::opportunity::{
    LOSS_REASON, OPPORTUNITY, PIPELINE, STAGE, STAGE_SINCE, STATE, WIN_REASON,
};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Record, Value};

use super::stage;

/// Takes a closed deal up again where it was left.
pub static REOPEN: Action = Action {
    name: "reopen",
    on: On::Object(OPPORTUNITY.name),
    input: &[],
    right: Right::Edit,
    when: Some(|_, deal| {
        Ok(deal.get(STATE).and_then(|key| State::named(&key)).is_some_and(State::is_closed))
    }),
    run,
};

fn run(gate: &mut Gate<'_>, deal: &Record, _: &Input) -> Outcome<Done> {
    let stage = match left_at(gate, deal)? {
        Some(stage) => stage,
        None => stage::needed(gate, deal.get(PIPELINE), State::Open)?,
    };
    let mut draft = Draft::new(&OPPORTUNITY).with(STAGE, stage);
    // The reason of an end that is none would count in reports; history keeps it, and what was learnt stays.
    for reason in [WIN_REASON, LOSS_REASON] {
        draft.set(reason.name(), Value::None);
    }
    gate.update(deal.head.id, Some(deal.head.version), draft)?;
    Ok(Done { object: OPPORTUNITY.name, id: deal.head.id })
}

/// The open stage from which it was closed, if that is known and still a stage of its pipeline in use.
fn left_at(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Option<Id>> {
    let Some(since) = deal.get(STAGE_SINCE) else { return Ok(None) };
    let just_before = Moment::from_micros(since.micros() - 1);
    let was = match gate.get_as_of(&OPPORTUNITY, deal.head.id, just_before) {
        Ok(was) => was.get(STAGE),
        Err(Problem::NotFound) => None,
        Err(other) => return Err(other),
    };
    let Some(id) = was else { return Ok(None) };
    let stage = stage::named(gate, id)?;
    let here = |stage: &stage::Stage| stage.active && Some(stage.pipeline) == deal.get(PIPELINE);
    let fits = stage.filter(|stage| stage.state == State::Open && here(stage));
    Ok(fits.map(|stage| stage.id))
}
