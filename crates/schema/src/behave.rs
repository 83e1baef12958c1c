//! What every kind of field can do, and how texts are read.

use std::cmp::Ordering;

use cordee_base::{Currency, Fault, Zone};
use serde_json::Value as Json;

use crate::{Cell, Column, ColumnType, Operator, Value};

/// How texts are read: what is meant where a text leaves it open.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The currency of an amount that names none.
    pub currency: Currency,
    /// The zone of an instant that names none.
    pub zone: Zone,
    /// The country (ISO 3166) of a telephone number that names none.
    pub country: Option<String>,
}

impl std::default::Default for Reading {
    fn default() -> Reading {
        Reading { currency: Currency::EUR, zone: Zone::UTC, country: None }
    }
}

/// What every kind of field can do. What is not said otherwise is so for all kinds that are text.
pub trait Behave {
    /// The name in API, documentation and styles: `long_text`.
    fn name(&self) -> &'static str;

    /// Reads a text from a form or a file; an empty text is no value. The fault has no field yet.
    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault>;

    /// Its JSON Schema, for OpenAPI.
    fn json_schema(&self) -> Json;

    /// The columns it needs.
    fn columns(&self) -> Vec<Column> {
        vec![Column { suffix: "", kind: ColumnType::Text }]
    }

    /// Its cells, one for each column.
    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(value.as_text().into());
    }

    /// The value in its cells. Cells of a wrong type read as nothing.
    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Text(text)) => Value::Text(text.clone()),
            _ => Value::None,
        }
    }

    /// The text that `parse` reads back to the same value.
    fn text(&self, value: &Value) -> String {
        value.as_text().unwrap_or("").to_owned()
    }

    /// Reads JSON; `null` is no value.
    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            other => Err(Fault::whole(self.misread()).with("value", other)),
        }
    }

    /// The key of the fault of JSON that is no text where a text belongs.
    fn misread(&self) -> &'static str {
        "error-text"
    }

    /// The JSON that `read_json` reads back to the same value.
    fn json(&self, value: &Value) -> Json {
        value.as_text().map_or(Json::Null, Json::from)
    }

    /// The operators that a filter may use on it.
    fn operators(&self) -> &'static [Operator] {
        TEXT_OPERATORS
    }

    /// The order in lists; no value comes last.
    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| {
            let (left, right) = (left.as_text().unwrap_or(""), right.as_text().unwrap_or(""));
            crate::fold(left).cmp(&crate::fold(right))
        })
    }
}

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
