//! Links to any number of records of another object, in the order in which they were given. The gate sees to it that the
//! records exist and may be seen.

use std::cmp::Ordering;

use cordee_base::{Fault, Id};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading, none_last};
use crate::{Cell, Operator, Value};

/// How many records one field may link to.
pub const MOST: usize = 1_000;

/// Links to records of the object called `to`.
#[derive(Clone, Copy, Debug)]
pub struct LinksKind {
    /// The name of the object.
    pub to: &'static str,
}

/// The links as a value: each record once, where it stands first.
pub fn links_of(ids: impl IntoIterator<Item = Id>) -> Value {
    let (mut kept, mut seen) = (Vec::new(), std::collections::HashSet::new());
    kept.extend(ids.into_iter().filter(|id| seen.insert(*id)));
    if kept.is_empty() { Value::None } else { Value::Links(kept) }
}

fn read<'t>(texts: impl Iterator<Item = &'t str>) -> Result<Value, Fault> {
    let id = |text: &str| text.parse::<Id>().map_err(|_| Fault::whole("error-id").with("value", text));
    match links_of(texts.map(id).collect::<Result<Vec<Id>, Fault>>()?) {
        Value::Links(ids) if ids.len() > MOST => Err(Fault::whole("error-links-many").with("limit", MOST)),
        value => Ok(value),
    }
}

impl Behave for LinksKind {
    fn name(&self) -> &'static str {
        "links"
    }

    /// `|01JC8V7N4QK2M|01JC8V7N4QK2N|`, as tags lie in their column.
    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Links(ids) if !ids.is_empty() => {
                let mut text = String::with_capacity(ids.len() * 14 + 1);
                text.push('|');
                ids.iter().for_each(|id| text.push_str(&format!("{id}|")));
                Cell::Text(text)
            }
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Text(text)) => links_of(text.split('|').filter_map(|id| id.parse().ok())),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let parts = text.split(|letter: char| matches!(letter, ',' | ';' | '|') || letter.is_whitespace());
        read(parts.filter(|part| !part.is_empty()))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Links(ids) => ids.iter().map(Id::to_string).collect::<Vec<_>>().join("; "),
            // One of them, by which records are grouped.
            Value::Link(id) => id.to_string(),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        let wrong = |json: &Json| Fault::whole("error-id").with("value", json);
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            Json::Array(items) => {
                let texts = items.iter().map(|item| item.as_str().ok_or_else(|| wrong(item)));
                read(texts.collect::<Result<Vec<_>, Fault>>()?.into_iter())
            }
            other => Err(wrong(other)),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Links(ids) => ids.iter().map(|id| Json::String(id.to_string())).collect(),
            Value::Link(id) => Json::String(id.to_string()),
            _ => Json::Array(Vec::new()),
        }
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::Has, Operator::HasAll, Operator::HasNot, Operator::IsEmpty, Operator::IsNotEmpty]
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::Links(left), Value::Links(right)) => left.cmp(right),
            _ => left.as_link().cmp(&right.as_link()),
        })
    }

    fn json_schema(&self) -> Json {
        json!({
            "type": ["array", "null"],
            "description": format!("ids of records of {}, in order", self.to),
            "items": {"type": "string", "pattern": "^[0-9A-Za-z]{13}$"},
            "maxItems": MOST,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: LinksKind = LinksKind { to: "person" };

    fn ids(texts: &[&str]) -> Vec<Id> {
        texts.iter().map(|text| text.parse().expect("an id")).collect()
    }

    #[test]
    fn each_record_stands_once_and_in_the_order_given() {
        let (one, two) = ("01JC8V7N4QK2M", "01JC8V7N4QK1A");
        let value = KIND.parse(&format!("{one}; {two},{one}\n"), &Reading::default()).expect("two ids");
        assert_eq!(value, Value::Links(ids(&[one, two])));
        assert_eq!(KIND.text(&value), format!("{one}; {two}"));
        let mut cells = Vec::new();
        KIND.cells(&value, &mut cells);
        assert_eq!(cells, [Cell::Text(format!("|{one}|{two}|"))]);
        assert_eq!(KIND.value(&cells), value);
        assert_eq!(KIND.read_json(&KIND.json(&value), &Reading::default()), Ok(value));
        assert_eq!(KIND.parse(" ; ", &Reading::default()), Ok(Value::None));
        assert_eq!(KIND.json(&Value::None), json!([]));
    }

    #[test]
    fn what_is_no_id_and_too_many_are_refused() {
        for wrong in [json!("Ada"), json!(["Ada"]), json!([1]), json!({"id": 1}), json!(true)] {
            assert!(KIND.read_json(&wrong, &Reading::default()).is_err(), "{wrong}");
        }
        let many: Vec<Json> = (0..=MOST as i64).map(|n| json!(Id::from_i64(n).to_string())).collect();
        assert!(KIND.read_json(&Json::from(many), &Reading::default()).is_err());
    }
}
