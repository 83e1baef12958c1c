//! Undoing a merge.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Field, Record, text};

/// The id of the record that comes back; the one that was merged last, if none is said.
const LOST: Field<String> = text("lost");

/// Undoes a merge into this record.
pub static UNMERGE: Action = Action {
    name: "unmerge",
    on: On::Mergeable,
    input: &[LOST.def],
    right: Right::Edit,
    when: Some(|gate, record| Ok(gate.last_merged(record.object, record.head.id)?.is_some())),
    run,
};

fn run(gate: &mut Gate<'_>, record: &Record, input: &Input) -> Outcome<Done> {
    let lost: Id = match input.get(LOST) {
        Some(text) => {
            text.trim().parse().map_err(|_| Fault::at(LOST.name(), "error-id").with("value", &text))?
        }
        None => gate.last_merged(record.object, record.head.id)?.ok_or(Problem::NotFound)?,
    };
    let id = gate.unmerge(record.object, lost)?;
    Ok(Done { object: record.object.name, id })
}
