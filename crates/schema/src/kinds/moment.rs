//! An instant, kept in UTC.

use std::cmp::Ordering;

use cordee_base::{Fault, Moment, Time};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{ORDER_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// An instant.
#[derive(Clone, Copy, Debug)]
pub struct MomentKind;

/// The instant in RFC 3339, or a date with or without a time that is meant in the reader's zone.
pub(crate) fn moment(text: &str, reading: &Reading) -> Option<Moment> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Moment>() {
        return Some(moment).filter(|moment| crate::sound::within(*moment));
    }
    if let Some(date) = super::date::date(text) {
        return Some(reading.zone.start_of(date));
    }
    let (date, time) = text.split_once(['T', ' '])?;
    let date = super::date::date(date)?;
    let time: Time = time.trim().parse().ok()?;
    Some(reading.zone.at(date, time))
}

impl Behave for MomentKind {
    fn name(&self) -> &'static str {
        "moment"
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Moment)
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Moment(moment) => Cell::Moment(*moment),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Moment(moment)) => Value::Moment(*moment),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault> {
        if text.trim().is_empty() {
            return Ok(Value::None);
        }
        let wrong = || Fault::whole("error-moment").with("value", text.trim());
        moment(text, reading).map(Value::Moment).ok_or_else(wrong)
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Moment(moment) => moment.to_string(),
            _ => String::new(),
        }
    }

    fn misread(&self) -> &'static str {
        "error-moment"
    }

    fn json(&self, value: &Value) -> Json {
        if value.is_none() { Json::Null } else { Json::String(self.text(value)) }
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::Moment(left), Value::Moment(right)) => left.cmp(right),
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "format": "date-time"})
    }
}
