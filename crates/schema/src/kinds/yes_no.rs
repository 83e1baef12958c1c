//! Yes or no.

use std::cmp::Ordering;

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{SAME_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// Yes or no.
#[derive(Clone, Copy, Debug)]
pub struct YesNoKind;

const YES: [&str; 12] = ["yes", "true", "1", "y", "x", "on", "oui", "да", "так", "是", "vrai", "wahr"];
const NO: [&str; 10] = ["no", "false", "0", "n", "off", "non", "нет", "ні", "否", "faux"];

impl Behave for YesNoKind {
    fn name(&self) -> &'static str {
        "yes_no"
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Bool)
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::YesNo(yes) => Cell::Bool(*yes),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Bool(yes)) => Value::YesNo(*yes),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let lower = text.trim().to_lowercase();
        match lower.as_str() {
            "" => Ok(Value::None),
            yes if YES.contains(&yes) => Ok(Value::YesNo(true)),
            no if NO.contains(&no) => Ok(Value::YesNo(false)),
            _ => Err(Fault::whole("error-yes-no").with("value", text.trim())),
        }
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::YesNo(true) => "yes".to_owned(),
            Value::YesNo(false) => "no".to_owned(),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, _: &Reading) -> Result<Value, Fault> {
        match json {
            Json::Null => Ok(Value::None),
            Json::Bool(yes) => Ok(Value::YesNo(*yes)),
            other => Err(Fault::whole("error-yes-no").with("value", other)),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::YesNo(yes) => Json::Bool(*yes),
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        SAME_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::YesNo(left), Value::YesNo(right)) => left.cmp(right),
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["boolean", "null"]})
    }
}
