//! A percentage with up to four decimals: 15 is 15 %.

use std::cmp::Ordering;

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use super::number::{self, NumberKind};
use crate::behave::ORDER_OPERATORS;
use crate::behave::{Behave, Reading};
use crate::{Cell, Column, Operator, Value};

/// A percentage.
#[derive(Clone, Copy, Debug)]
pub struct PercentKind;

/// It lies in the table as a number of four decimals does.
const NUMBER: NumberKind = NumberKind { decimals: 4 };

impl Behave for PercentKind {
    fn name(&self) -> &'static str {
        "percent"
    }

    fn columns(&self) -> Vec<Column> {
        NUMBER.columns()
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        NUMBER.cells(value, into);
    }

    fn value(&self, cells: &[Cell]) -> Value {
        NUMBER.value(cells)
    }

    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault> {
        let bare = text.trim().trim_end_matches('%').trim_end();
        NUMBER.parse(bare, reading).map_err(|fault| match fault.key {
            "error-number" => Fault::whole("error-percent").with("value", text),
            _ => fault,
        })
    }

    fn text(&self, value: &Value) -> String {
        NUMBER.text(value)
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        NUMBER.read_json(json, reading)
    }

    fn json(&self, value: &Value) -> Json {
        NUMBER.json(value)
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        number::compare(left, right)
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["number", "string", "null"], "description": "15 is 15 %"})
    }
}
