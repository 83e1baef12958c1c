//! Beginning to work on a new lead.

use cordee_base::Outcome;
use cordee_catalog::lead::{LEAD, STATUS};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Draft, Record};

/// Marks a new lead as one that somebody works on.
pub static TAKE_UP: Action = Action {
    name: "take_up",
    on: On::Object(LEAD.name),
    input: &[],
    right: Right::Edit,
    when: Some(|_, lead| Ok(lead.get(STATUS).as_deref() == Some("new"))),
    run,
};

fn run(gate: &mut Gate<'_>, lead: &Record, _: &Input) -> Outcome<Done> {
    let draft = Draft::new(&LEAD).with(STATUS, "working".to_owned());
    gate.update(lead.head.id, Some(lead.head.version), draft)?;
    Ok(Done { object: LEAD.name, id: lead.head.id })
}
