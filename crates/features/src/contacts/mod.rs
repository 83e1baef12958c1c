//! Contacts: a name and its parts.

use cordee_base::Outcome;
use cordee_catalog::contact::{CONTACT, FIRST_NAME, LAST_NAME, NAME};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_rules::names;
use cordee_schema::Value;

/// What follows when contacts are written.
pub const HOOKS: [Hook; 1] = [Hook { object: CONTACT.name, before: Some(before), after: None }];

/// The full name is made of its parts, or the parts are found in it, as long as nobody has said otherwise.
fn before(_: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let (first, last) = (change.after(FIRST_NAME), change.after(LAST_NAME));
    let in_parts = change.changes(&FIRST_NAME.def) || change.changes(&LAST_NAME.def);
    let whole = change.changes(&NAME.def) && change.after(NAME).is_some();
    if in_parts && !whole && (change.after(NAME).is_none() || was_made_of_its_parts(change)) {
        if let Some(full) = names::full(first.as_deref(), last.as_deref()) {
            change.draft.set(NAME.name(), Value::Text(full));
        }
    } else if whole && !in_parts && (first.is_none() && last.is_none() || was_made_of_its_parts(change)) {
        let parts = change.after(NAME).as_deref().and_then(names::parts).unzip();
        for (field, part) in [(FIRST_NAME, parts.0), (LAST_NAME, parts.1)] {
            change.draft.set(field.name(), part.map_or(Value::None, Value::Text));
        }
    }
    Ok(())
}

fn was_made_of_its_parts(change: &Change<'_>) -> bool {
    change.before.is_some_and(|contact| {
        let (first, last) = (contact.get(FIRST_NAME), contact.get(LAST_NAME));
        contact.get(NAME) == names::full(first.as_deref(), last.as_deref())
    })
}
