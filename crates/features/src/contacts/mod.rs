//! Contacts: a name and its parts.

mod portrait;

use cordee_base::{Id, Outcome};
use cordee_catalog::committee_member::{self, COMMITTEE_MEMBER};
use cordee_catalog::contact::{CONTACT, FIRST_NAME, LAST_NAME, NAME};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_rules::names;
use cordee_schema::{Draft, Filter, Path, Value};

pub use portrait::PORTRAIT;

/// What follows when contacts are written.
pub const HOOKS: [Hook; 1] = [Hook { object: CONTACT.name, before: Some(before), after: Some(after) }];

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

/// Where the person has a say in a deal, the new name stands there too.
fn after(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    for (id, change) in written {
        let had = change.before.map(|contact| contact.get(NAME));
        let has = change.after(NAME);
        if let (Some(had), Some(name)) = (had, &has)
            && had != has
        {
            rename_members(gate, *id, name)?;
        }
    }
    Ok(())
}

/// Members of a committee are found by the names of their people, so they follow them.
fn rename_members(gate: &mut Gate<'_>, person: Id, name: &str) -> Outcome<()> {
    let Some(link) = COMMITTEE_MEMBER.field(committee_member::CONTACT.name()) else { return Ok(()) };
    let theirs = Filter::is(Path::field(&COMMITTEE_MEMBER, link), Value::Link(person));
    let query = Query::of(&COMMITTEE_MEMBER).filter(theirs).limit(Query::MOST);
    gate.as_engine("a member has the name of the person", |gate| {
        for member in gate.list(&query)?.records {
            let draft = Draft::new(&COMMITTEE_MEMBER).with(committee_member::NAME, name.to_owned());
            gate.update(member.head.id, None, draft)?;
        }
        Ok(())
    })
}

fn was_made_of_its_parts(change: &Change<'_>) -> bool {
    change.before.is_some_and(|contact| {
        let (first, last) = (contact.get(FIRST_NAME), contact.get(LAST_NAME));
        contact.get(NAME) == names::full(first.as_deref(), last.as_deref())
    })
}
