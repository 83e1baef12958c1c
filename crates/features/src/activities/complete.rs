//! Doing what was to do.

use cordee_base::Outcome;
use cordee_catalog::activity::{ACTIVITY, DONE};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Draft, Record};

/// Marks an activity as done, now.
pub static COMPLETE: Action = Action {
    name: "complete",
    on: On::Object(ACTIVITY.name),
    input: &[],
    right: Right::Edit,
    when: Some(|_, activity| Ok(activity.get(DONE) != Some(true))),
    run,
};

fn run(gate: &mut Gate<'_>, activity: &Record, _: &Input) -> Outcome<Done> {
    gate.update(activity.head.id, Some(activity.head.version), Draft::new(&ACTIVITY).with(DONE, true))?;
    Ok(Done { object: ACTIVITY.name, id: activity.head.id })
}
