//! Losing a deal, and saying why.

use cordee_base::Outcome;
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, COMPETITOR, LOSS_NOTE, LOSS_REASON, OPPORTUNITY, PIPELINE, STAGE, STATE,
};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Record};

use super::stage;

/// Marks a deal as lost, for this reason.
pub static LOSE: Action = Action {
    name: "lose",
    on: On::Object(OPPORTUNITY.name),
    // The deal itself asks for the reason once it is lost; said here too, so that the dialog shows it.
    input: &[LOSS_REASON.required().def, LOSS_NOTE.def, COMPETITOR.def, ACTUAL_CLOSE_DATE.def],
    right: Right::Edit,
    when: Some(|_, deal| Ok(deal.get(STATE).as_deref() != Some(State::Lost.key()))),
    run,
};

fn run(gate: &mut Gate<'_>, deal: &Record, input: &Input) -> Outcome<Done> {
    let stage = stage::needed(gate, deal.get(PIPELINE), State::Lost)?;
    let mut draft = Draft::new(&OPPORTUNITY).with(STAGE, stage);
    for field in [LOSS_REASON, LOSS_NOTE] {
        if let Some(text) = input.get(field) {
            draft = draft.with(field, text);
        }
    }
    if let Some(competitor) = input.get(COMPETITOR) {
        draft = draft.with(COMPETITOR, competitor);
    }
    if let Some(day) = input.get(ACTUAL_CLOSE_DATE) {
        draft = draft.with(ACTUAL_CLOSE_DATE, day);
    }
    gate.update(deal.head.id, Some(deal.head.version), draft)?;
    Ok(Done { object: OPPORTUNITY.name, id: deal.head.id })
}
