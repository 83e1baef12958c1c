//! Fields that a workspace has added to its deals: what so many of them cost.

use cordee_base::{Chance, Moment, Outcome, SeededChance, Zone};
use cordee_records::Gate;
use cordee_records::system::custom_field;
use cordee_schema::{Draft, Object, Value};

/// The kinds, which come in turn. Every fifth field is one by which lists are sorted: all of them numbers.
const KINDS: [&str; 5] = ["number", "text", "date", "choice", "yes_no"];
/// The options of those that are choices.
const OPTIONS: [&str; 4] = ["alpha", "beta", "gamma", "delta"];
/// One in so many is empty.
const EMPTY: u64 = 3;
/// The years that dates are taken from, in microseconds since 1970.
const YEARS: (i64, u64) = (1_600_000_000_000_000, 200_000_000_000_000);

/// The name of the field in this place.
pub fn name(place: usize) -> String {
    format!("x_{}_{place}", KINDS[place % KINDS.len()])
}

/// Adds so many fields to deals.
pub fn declare(gate: &mut Gate<'_>, count: usize) -> Outcome<()> {
    for place in 0..count {
        let kind = KINDS[place % KINDS.len()];
        let mut draft = Draft::new(&custom_field::CUSTOM_FIELD)
            .with(custom_field::LABEL, format!("Added {kind} {place}"))
            .with(custom_field::OBJECT, "opportunity".to_owned())
            .with(custom_field::KIND, kind.to_owned())
            .with(custom_field::NAME, name(place))
            .with(custom_field::SORTED, kind == "number");
        if kind == "choice" {
            draft = draft.with(custom_field::OPTIONS, OPTIONS.join("\n"));
        }
        gate.create(draft)?;
    }
    Ok(())
}

/// The draft with something in most of the fields that a workspace has added.
pub fn filled(draft: Draft, object: &'static Object, count: usize, chance: &mut SeededChance) -> Draft {
    let mut draft = draft.of(object);
    for place in 0..count {
        if chance.below(EMPTY) == 0 {
            continue;
        }
        let value = match KINDS[place % KINDS.len()] {
            "number" => Value::Number((chance.below(10_000) as i64).into()),
            "text" => Value::Text(format!("Said {}", chance.below(1_000))),
            "date" => {
                let at = Moment::from_micros(YEARS.0 + chance.below(YEARS.1) as i64);
                Value::Date(at.date_in(&Zone::UTC))
            }
            "choice" => Value::Text(OPTIONS[chance.below(OPTIONS.len() as u64) as usize].to_owned()),
            _ => Value::YesNo(chance.below(2) == 0),
        };
        draft.set(&name(place), value);
    }
    draft
}
