//! One file for each kind of field: columns, parsing, checks, order, operators, JSON. The mirror is `ui/kinds/`.

pub mod address;
pub mod choice;
pub mod date;
pub mod email;
pub mod link;
pub mod long_text;
pub mod moment;
pub mod money;
pub mod number;
pub mod percent;
pub mod phone;
pub mod serial;
pub mod text;
pub mod time;
pub mod url;
pub mod yes_no;

use std::cmp::Ordering;

use crate::{Column, ColumnType, Operator, Value};

pub(crate) const TEXT_OPERATORS: &[Operator] = &[
    Operator::Is,
    Operator::IsNot,
    Operator::Contains,
    Operator::StartsWith,
    Operator::IsEmpty,
    Operator::IsNotEmpty,
];

pub(crate) const ORDER_OPERATORS: &[Operator] = &[
    Operator::Is,
    Operator::IsNot,
    Operator::Less,
    Operator::AtMost,
    Operator::Greater,
    Operator::AtLeast,
    Operator::IsEmpty,
    Operator::IsNotEmpty,
];

pub(crate) const SAME_OPERATORS: &[Operator] =
    &[Operator::Is, Operator::IsNot, Operator::IsEmpty, Operator::IsNotEmpty];

/// One column of this type under the field's own name.
pub(crate) fn one(kind: ColumnType) -> Vec<Column> {
    vec![Column { suffix: "", kind }]
}

/// Orders by `order`, with no value last.
pub(crate) fn none_last(left: &Value, right: &Value, order: impl Fn(&Value, &Value) -> Ordering) -> Ordering {
    match (left.is_none(), right.is_none()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) => order(left, right),
    }
}

#[cfg(test)]
mod tests;
