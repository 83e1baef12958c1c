//! Activities: when they were done.

use cordee_base::Outcome;
use cordee_catalog::activity::{ACTIVITY, DONE, DONE_AT};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_schema::Value;

/// What follows when activities are written.
pub const HOOKS: [Hook; 1] = [Hook { object: ACTIVITY.name, before: Some(before), after: None }];

/// What is done was done now, if nobody says when; what is to be done again was not.
fn before(_: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if !change.changes(&DONE.def) {
        return Ok(());
    }
    if change.after(DONE) != Some(true) {
        change.draft.set(DONE_AT.name(), Value::None);
    } else if change.after(DONE_AT).is_none() {
        change.draft.set(DONE_AT.name(), Value::Moment(change.at));
    }
    Ok(())
}
