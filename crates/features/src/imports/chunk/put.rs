//! Setting what is no link; an address part by part.

use cordee_schema::{Address, Draft, Record, Value};

use crate::imports::plan::{Bound, Plan};
use crate::imports::read::Read;
use crate::imports::target::Target;

/// Sets what is no link.
pub(super) fn put(draft: &mut Draft, target: &Target, bound: &Bound, read: &Read) {
    let Some(field) = target.field() else { return };
    let there = draft.value(field.name);
    match (target, read) {
        (Target::Part(_, part), Read::Text(text)) => {
            let address = match there {
                Some(Value::Address(address)) => (**address).clone(),
                _ => Address::default(),
            };
            let more = Address::from_parts(
                Address::PARTS.map(|p| if p == *part { text.clone() } else { String::new() }),
            );
            draft.set(field.name, Value::Address(Box::new(filled(address, &more))));
        }
        (_, Read::Value(value)) if there.is_none_or(Value::is_none) => draft.set(field.name, value.clone()),
        (_, Read::Nothing) if bound.asked.clears && there.is_none() => draft.set(field.name, Value::None),
        _ => {}
    }
}

/// Parts of an address that the file does not tell stay as they are.
pub(super) fn keep_parts(plan: &Plan, before: &Record, draft: &mut Draft) {
    for bound in &plan.columns {
        let Target::Part(field, _) = bound.target else { continue };
        if let (Some(Value::Address(new)), Some(Value::Address(old))) =
            (draft.value(field.name), before.value(field.name))
        {
            let address = filled((**new).clone(), old);
            draft.set(field.name, Value::Address(Box::new(address)));
        }
    }
}

/// The address with its empty parts taken from another.
fn filled(address: Address, from: &Address) -> Address {
    let own = Address::PARTS.map(|part| address.part(part));
    let parts = Address::PARTS.map(|part| from.part(part));
    let both = std::array::from_fn(|at| if own[at].is_empty() { parts[at] } else { own[at] }.to_owned());
    Address::from_parts(both)
}
