//! A link to a record of any object, or of one of several: what something is about. The gate sees to it that the record
//! may be seen.

use std::cmp::Ordering;

use cordee_base::{Fault, Id};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading, SAME_OPERATORS, none_last};
use crate::value::AnyLink;
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A link to a record of one of several objects.
#[derive(Clone, Copy, Debug)]
pub struct AnyLinkKind {
    /// The names of the objects; of any, if none is named.
    pub to: &'static [&'static str],
}

impl AnyLinkKind {
    /// Whether it may lead to records of the object called `name`.
    pub fn admits(&self, name: &str) -> bool {
        self.to.is_empty() || self.to.contains(&name)
    }
}

/// The link in a text such as `account:01JC8V7N4QK2M`.
fn read(text: &str) -> Option<AnyLink> {
    let (object, id) = text.split_once(':')?;
    let named = !object.is_empty() && object.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    named.then_some(AnyLink { object: object.to_owned(), id: id.trim().parse::<Id>().ok()? })
}

impl Behave for AnyLinkKind {
    fn name(&self) -> &'static str {
        "any_link"
    }

    fn columns(&self) -> Vec<Column> {
        vec![
            Column { suffix: "", kind: ColumnType::Int },
            Column { suffix: "_object", kind: ColumnType::Text },
        ]
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        match value {
            Value::AnyLink(link) => into.extend([link.id.into(), link.object.as_str().into()]),
            _ => into.extend([Cell::Null, Cell::Null]),
        }
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells {
            [Cell::Int(id), Cell::Text(object), ..] => {
                Value::AnyLink(Box::new(AnyLink { object: object.clone(), id: Id::from_i64(*id) }))
            }
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        match text.trim() {
            "" => Ok(Value::None),
            text => match read(text) {
                Some(link) => Ok(Value::AnyLink(Box::new(link))),
                None => Err(Fault::whole("error-any-link").with("value", text)),
            },
        }
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::AnyLink(link) => format!("{}:{}", link.object, link.id),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        let wrong = || Fault::whole("error-any-link").with("value", json);
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            Json::Object(parts) if parts.len() == 2 => {
                let part = |name: &str| parts.get(name).and_then(Json::as_str).ok_or_else(wrong);
                self.parse(&format!("{}:{}", part("object")?, part("id")?), reading)
            }
            _ => Err(wrong()),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::AnyLink(link) => json!({"object": link.object, "id": link.id}),
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        SAME_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::AnyLink(left), Value::AnyLink(right)) => left.id.cmp(&right.id),
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        let (object, of) = match self.to {
            [] => (json!({"type": "string", "pattern": "^[a-z_]+$"}), "any object".to_owned()),
            some => (json!({"type": "string", "enum": some}), some.join(" or ")),
        };
        json!({
            "type": ["object", "null"],
            "description": format!("a record of {of}"),
            "required": ["object", "id"],
            "additionalProperties": false,
            "properties": {"object": object, "id": {"type": "string", "pattern": "^[0-9A-Za-z]{13}$"}}
        })
    }
}
