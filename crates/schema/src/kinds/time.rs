//! A time of day.

use std::cmp::Ordering;

use cordee_base::{Fault, Time};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{ORDER_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A time of day, to the second in texts.
#[derive(Clone, Copy, Debug)]
pub struct TimeKind;

/// The time in `9:30`, `09:30:15`.
fn time(text: &str) -> Option<Time> {
    let mut parts = text.trim().split(':').map(|part| {
        let sound = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        sound.then(|| part.parse::<i8>().ok()).flatten()
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().unwrap_or(Some(0))?;
    if parts.next().is_some() {
        return None;
    }
    Time::new(hour, minute, second, 0).ok()
}

impl Behave for TimeKind {
    fn name(&self) -> &'static str {
        "time"
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Time)
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Time(time) => Cell::Time(*time),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Time(time)) => Value::Time(*time),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        if text.trim().is_empty() {
            return Ok(Value::None);
        }
        time(text).map(Value::Time).ok_or_else(|| Fault::whole("error-time").with("value", text.trim()))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Time(time) => format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second()),
            _ => String::new(),
        }
    }

    fn misread(&self) -> &'static str {
        "error-time"
    }

    fn json(&self, value: &Value) -> Json {
        if value.is_none() { Json::Null } else { Json::String(self.text(value)) }
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::Time(left), Value::Time(right)) => left.cmp(right),
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$", "description": "time of day, such as 09:30:00"})
    }
}
