//! Merging: two records of one thing become one.

use cordee_base::{Fault, Id, Outcome};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Field, Record, text};

/// The id of the record that goes. It is a text, since the object is the one that the verb is done to.
const WITH: Field<String> = text("with").required();
/// The fields that are taken from it, by name, with commas; what is empty is taken anyway.
const TAKE: Field<String> = text("take");

/// Merges another record into this one.
pub static MERGE: Action = Action {
    name: "merge",
    on: On::Mergeable,
    input: &[WITH.def, TAKE.def],
    right: Right::Edit,
    when: None,
    run,
};

fn run(gate: &mut Gate<'_>, record: &Record, input: &Input) -> Outcome<Done> {
    let with = input.get(WITH).unwrap_or_default();
    let lose: Id =
        with.trim().parse().map_err(|_| Fault::at(WITH.name(), "error-id").with("value", &with))?;
    let take = input.get(TAKE).unwrap_or_default();
    let take: Vec<String> =
        take.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let keep = record.head.id;
    gate.merge(record.object, keep, lose, &take)?;
    Ok(Done { object: record.object.name, id: keep })
}
