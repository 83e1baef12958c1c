//! When a member of a deal's committee is written: nobody plays the same part twice, and the name is the person's.

use cordee_base::{Fault, Outcome};
use cordee_catalog::committee_member::{
    COMMITTEE_MEMBER, CONTACT, GATEKEEPER, GUARDS, NAME, OPPORTUNITY, ROLE,
};
use cordee_catalog::contact;
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_schema::{Field, Filter, Path, Value};

/// The hook of members of a deal's committee.
pub const HOOK: Hook = Hook { object: COMMITTEE_MEMBER.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.changes(&CONTACT.def) || change.changes(&ROLE.def) {
        plays_it_once(gate, change)?;
    }
    if change.changes(&CONTACT.def) {
        let named = change.after(CONTACT).map(|id| gate.titles(&contact::CONTACT, &[id])).transpose()?;
        let name = named.and_then(|mut hits| hits.pop()).map(|hit| hit.title);
        change.draft.set(NAME.name(), name.map_or(Value::None, Value::Text));
    }
    // Who guards nobody any more plays another part now.
    if change.changes(&ROLE.def) && change.after(ROLE).as_deref() != Some(GATEKEEPER) {
        change.draft.set(GUARDS.name(), Value::None);
    }
    Ok(())
}

fn plays_it_once(gate: &mut Gate<'_>, change: &Change<'_>) -> Outcome<()> {
    let (Some(deal), Some(person), Some(role)) =
        (change.after(OPPORTUNITY), change.after(CONTACT), change.after(ROLE))
    else {
        return Ok(());
    };
    let own = change.before.map(|member| member.head.id);
    let role = is(ROLE, Value::Text(role));
    let same = is(OPPORTUNITY, Value::Link(deal)).and(is(CONTACT, Value::Link(person))).and(role);
    let query = Query::of(&COMMITTEE_MEMBER).filter(same).limit(2);
    let found = gate.as_engine("nobody plays the same part twice", |gate| gate.list(&query))?;
    match found.records.iter().any(|member| Some(member.head.id) != own) {
        true => Err(Fault::at(ROLE.name(), "error-committee-twice").into()),
        false => Ok(()),
    }
}

fn is<T>(field: Field<T>, value: Value) -> Filter {
    match COMMITTEE_MEMBER.field(field.name()) {
        Some(field) => Filter::is(Path::field(&COMMITTEE_MEMBER, field), value),
        None => Filter::Any(Vec::new()),
    }
}
