//! Winning a deal.

use cordee_base::Outcome;
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, AMOUNT, HANDOVER, OPPORTUNITY, PIPELINE, SKIPPED_BECAUSE, STAGE, STATE, WIN_REASON,
};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Record};

use super::stage;

/// Marks a deal as won, for this amount, on this day; today if none is said. Why it was won is asked, and not required;
/// what comes after the sale is handed over with a note.
pub static WIN: Action = Action {
    name: "win",
    on: On::Object(OPPORTUNITY.name),
    input: &[AMOUNT.def, ACTUAL_CLOSE_DATE.def, WIN_REASON.def, HANDOVER.def, SKIPPED_BECAUSE.def],
    right: Right::Edit,
    when: Some(|_, deal| Ok(deal.get(STATE).and_then(|key| State::named(&key)).is_none_or(|s| !s.is_won()))),
    run,
};

fn run(gate: &mut Gate<'_>, deal: &Record, input: &Input) -> Outcome<Done> {
    let stage = stage::needed(gate, deal.get(PIPELINE), State::Won)?;
    let mut draft = Draft::new(&OPPORTUNITY).with(STAGE, stage);
    if let Some(amount) = input.get(AMOUNT) {
        draft = draft.with(AMOUNT, amount);
    }
    if let Some(day) = input.get(ACTUAL_CLOSE_DATE) {
        draft = draft.with(ACTUAL_CLOSE_DATE, day);
    }
    for field in [WIN_REASON, HANDOVER, SKIPPED_BECAUSE] {
        if let Some(text) = input.get(field) {
            draft = draft.with(field, text);
        }
    }
    gate.update(deal.head.id, Some(deal.head.version), draft)?;
    Ok(Done { object: OPPORTUNITY.name, id: deal.head.id })
}
