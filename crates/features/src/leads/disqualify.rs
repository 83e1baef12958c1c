//! Disqualifying a lead of which nothing will come, and saying why.

use cordee_base::Outcome;
use cordee_catalog::lead::{DISQUALIFY_REASON, LEAD, STATUS};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Draft, Record};

/// Marks a lead as a bad one, for this reason.
pub static DISQUALIFY: Action = Action {
    name: "disqualify",
    on: On::Object(LEAD.name),
    input: &[DISQUALIFY_REASON.required().def],
    right: Right::Edit,
    when: Some(|_, lead| Ok(!matches!(lead.get(STATUS).as_deref(), Some("converted" | "disqualified")))),
    run,
};

fn run(gate: &mut Gate<'_>, lead: &Record, input: &Input) -> Outcome<Done> {
    let reason = input.get(DISQUALIFY_REASON).unwrap_or_default();
    let draft = Draft::new(&LEAD).with(STATUS, "disqualified".to_owned()).with(DISQUALIFY_REASON, reason);
    gate.update(lead.head.id, Some(lead.head.version), draft)?;
    Ok(Done { object: LEAD.name, id: lead.head.id })
}
