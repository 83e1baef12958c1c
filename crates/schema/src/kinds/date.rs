//! A calendar date.

use std::cmp::Ordering;

use cordee_base::{Date, Fault};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{ORDER_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A calendar date of the years 1 to 9999.
#[derive(Clone, Copy, Debug)]
pub struct DateKind;

/// The date written year, month, day: `2026-11-21`, `2026/11/21`, `20261121`; nothing else is certain.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits =
        |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten();
    let parts: Vec<&str> = match text.len() {
        8 if text.bytes().all(|b| b.is_ascii_digit()) => vec![&text[..4], &text[4..6], &text[6..]],
        _ => text.split(['-', '/', '.']).collect(),
    };
    let [year, month, day] = parts[..] else {
        return None;
    };
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
        return None;
    }
    let (month, day) = (i8::try_from(digits(month)?).ok()?, i8::try_from(digits(day)?).ok()?);
    Date::new(digits(year)?, month, day).ok().filter(|date| date.year() >= 1)
}

impl Behave for DateKind {
    fn name(&self) -> &'static str {
        "date"
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Date)
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Date(date) => Cell::Date(*date),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Date(date)) => Value::Date(*date),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        if text.trim().is_empty() {
            return Ok(Value::None);
        }
        date(text).map(Value::Date).ok_or_else(|| Fault::whole("error-date").with("value", text.trim()))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Date(date) => date.to_string(),
            _ => String::new(),
        }
    }

    fn misread(&self) -> &'static str {
        "error-date"
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Date(date) => Json::String(date.to_string()),
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::Date(left), Value::Date(right)) => left.cmp(right),
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "format": "date"})
    }
}
