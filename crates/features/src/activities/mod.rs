//! Activities: doing them, when they were done, and the day for which they are planned.

mod complete;

use cordee_base::Outcome;
use cordee_catalog::activity::{ACTIVITY, DONE, DONE_AT, DUE_DATE, PLANNED_ON, STARTS_AT};
use cordee_kit::{Action, Hook};
use cordee_records::{Change, Gate};
use cordee_schema::Value;

/// What is done to activities.
pub const ACTIONS: [&Action; 1] = [&complete::COMPLETE];

/// What follows when activities are written.
pub const HOOKS: [Hook; 1] = [Hook { object: ACTIVITY.name, before: Some(before), after: None }];

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    plan(gate, change)?;
    if !change.changes(&DONE.def) {
        return Ok(());
    }
    if change.after(DONE) != Some(true) {
        change.draft.set(DONE_AT.name(), Value::None);
    } else if change.after(DONE_AT).is_none() {
        // What was written down later was done when it began; else it is done now.
        let began = change.after(STARTS_AT).filter(|starts| *starts < change.at);
        change.draft.set(DONE_AT.name(), Value::Moment(began.unwrap_or(change.at)));
    }
    Ok(())
}

/// The day for which it is planned follows from when it begins, where the company is, or by when it must be done.
fn plan(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_some() && !change.changes(&STARTS_AT.def) && !change.changes(&DUE_DATE.def) {
        return Ok(());
    }
    let begins = match change.after(STARTS_AT) {
        Some(starts) => Some(starts.date_in(&gate.company_zone()?)),
        None => None,
    };
    let day = begins.or(change.after(DUE_DATE));
    change.draft.set(PLANNED_ON.name(), day.map_or(Value::None, Value::Date));
    Ok(())
}
