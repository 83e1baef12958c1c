//! How one speaks of deals in a filter: their fields, those in some state, those that close within some days.

use cordee_base::{Date, Id};
use cordee_schema::{Condition, Field, Filter, FromValue, Operand, Operator, Path, Value};

use crate::opportunity::{CLOSE_DATE, COUNTS, OPPORTUNITY, OWNER, STATE};

/// A field of deals.
pub fn of<T>(field: Field<T>) -> Path {
    let declared = OPPORTUNITY.field(field.name()).expect("a deal has the field that its own constant names");
    Path::field(&OPPORTUNITY, declared)
}

/// Deals in one of these states, by their keys.
pub fn in_states(keys: impl IntoIterator<Item = &'static str>) -> Filter {
    let keys = keys.into_iter().map(|key| Value::Text(key.to_owned())).collect();
    Filter::Where(Condition { path: of(STATE), operator: Operator::Is, operand: Operand::Values(keys) })
}

/// Deals that count as opportunities: all but those that stand before the stage from which their pipeline counts, or
/// were lost before it.
pub fn counting() -> Filter {
    Filter::compare(of(COUNTS), Operator::IsNot, Value::YesNo(false))
}

/// Deals of these people.
pub fn owned_by(people: impl IntoIterator<Item = Id>) -> Filter {
    let operand = Operand::Values(people.into_iter().map(Value::Link).collect());
    Filter::Where(Condition { path: of(OWNER), operator: Operator::Is, operand })
}

/// Deals in which the field is filled in.
pub fn filled<T: FromValue>(field: Field<T>) -> Filter {
    Filter::Where(Condition { path: of(field), operator: Operator::IsNotEmpty, operand: Operand::None })
}

/// Deals that close from one day to another, both among them.
pub fn closing(first: Date, last: Date) -> Filter {
    closing_between(Some(first), Some(last))
}

/// The same, where either end may be open.
pub fn closing_between(first: Option<Date>, last: Option<Date>) -> Filter {
    let bound = |operator, day: Option<_>| {
        day.map_or_else(Filter::everything, |day| Filter::compare(of(CLOSE_DATE), operator, Value::Date(day)))
    };
    bound(Operator::AtLeast, first).and(bound(Operator::AtMost, last))
}
