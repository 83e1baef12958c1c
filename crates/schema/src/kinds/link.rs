//! A link to a record of another object. The gate sees to it that the record exists and may be seen.

use std::cmp::Ordering;

use cordee_base::{Fault, Id};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{SAME_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A link to a record of the object called `to`.
#[derive(Clone, Copy, Debug)]
pub struct LinkKind {
    /// The name of the object.
    pub to: &'static str,
}

impl Behave for LinkKind {
    fn name(&self) -> &'static str {
        if self.to == "user" { "person" } else { "link" }
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Int)
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(value.as_link().into());
    }

    fn value(&self, cells: &[Cell]) -> Value {
        cells.first().and_then(Cell::as_id).map_or(Value::None, Value::Link)
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        match text.trim() {
            "" => Ok(Value::None),
            text => match text.parse::<Id>() {
                Ok(id) => Ok(Value::Link(id)),
                Err(_) => Err(Fault::whole("error-id").with("value", text)),
            },
        }
    }

    fn text(&self, value: &Value) -> String {
        value.as_link().map(|id| id.to_string()).unwrap_or_default()
    }

    fn misread(&self) -> &'static str {
        "error-id"
    }

    fn json(&self, value: &Value) -> Json {
        value.as_link().map_or(Json::Null, |id| Json::String(id.to_string()))
    }

    fn operators(&self) -> &'static [Operator] {
        SAME_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| left.as_link().cmp(&right.as_link()))
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "description": format!("id of a record of {}", self.to), "pattern": "^[0-9A-Za-z]{13}$"})
    }
}
