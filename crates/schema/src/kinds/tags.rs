//! Words of a workspace's own making, as many as fit: kept by their names, which are the same however they are cased.

use std::cmp::Ordering;

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading, none_last};
use crate::{Cell, Operator, Value, fold};

/// How many letters a tag may have.
pub const LONGEST: usize = 60;
/// How many tags a record may have in one field.
pub const MOST: usize = 50;

/// Words of a workspace's own making.
#[derive(Clone, Copy, Debug)]
pub struct TagsKind;

/// The tags as a value: each once, however it is written, in the order of the alphabet.
pub fn tags_of(names: impl IntoIterator<Item = String>) -> Value {
    let mut names: Vec<(String, String)> = names.into_iter().map(|name| (fold(&name), name)).collect();
    names.sort();
    names.dedup_by(|later, first| later.0 == first.0);
    let names: Vec<String> = names.into_iter().map(|(_, name)| name).collect();
    if names.is_empty() { Value::None } else { Value::Choices(names) }
}

/// The name of a tag as it is kept: with single spaces, and without what parts tags from each other.
pub fn tag_name(text: &str) -> Result<String, Fault> {
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = |letter: char| matches!(letter, '|' | ',' | ';') || letter.is_control();
    if name.is_empty() || fold(&name).is_empty() || name.contains(parts) || name.chars().count() > LONGEST {
        return Err(Fault::whole("error-tag").with("value", name).with("limit", LONGEST));
    }
    Ok(name)
}

fn read<'t>(names: impl Iterator<Item = &'t str>) -> Result<Value, Fault> {
    let value = tags_of(names.map(tag_name).collect::<Result<Vec<_>, Fault>>()?);
    match &value {
        Value::Choices(names) if names.len() > MOST => {
            Err(Fault::whole("error-too-many").with("limit", MOST))
        }
        _ => Ok(value),
    }
}

impl Behave for TagsKind {
    fn name(&self) -> &'static str {
        "tags"
    }

    /// `|Key account|VIP|`, so that one tag can be found between its bars.
    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Choices(names) if !names.is_empty() => Cell::Text(format!("|{}|", names.join("|"))),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Text(text)) => {
                tags_of(text.split('|').filter(|name| !name.is_empty()).map(str::to_owned))
            }
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        read(text.split([',', ';', '|', '\n']).map(str::trim).filter(|name| !name.is_empty()))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Choices(names) => names.join("; "),
            // One of them, by which records are grouped.
            Value::Text(name) => name.clone(),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        let wrong = |json: &Json| Fault::whole("error-tag").with("value", json).with("limit", LONGEST);
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            Json::Array(items) => {
                let names = items.iter().map(|item| item.as_str().ok_or_else(|| wrong(item)));
                read(names.collect::<Result<Vec<_>, Fault>>()?.into_iter())
            }
            other => Err(wrong(other)),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Choices(names) => Json::from(names.clone()),
            _ => Json::Array(Vec::new()),
        }
    }

    fn operators(&self) -> &'static [Operator] {
        &[Operator::Has, Operator::HasAll, Operator::HasNot, Operator::IsEmpty, Operator::IsNotEmpty]
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| fold(&self.text(left)).cmp(&fold(&self.text(right))))
    }

    fn json_schema(&self) -> Json {
        json!({
            "type": ["array", "null"],
            "items": {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": "^[^|,;]*$"},
            "maxItems": MOST,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_stands_once_however_it_is_written() {
        let read = |text: &str| TagsKind.text(&TagsKind.parse(text, &Reading::default()).expect(text));
        let table = [
            ("vip, Renewal;vip", "Renewal; vip"),
            (" Key   account ", "Key account"),
            ("Élan\nelan", "elan"),
            ("ёлка, Елка", "Елка"),
            ("重要;VIP", "VIP; 重要"),
            ("", ""),
        ];
        for (text, tags) in table {
            assert_eq!(read(text), tags, "{text}");
        }
        let mut cells = Vec::new();
        let value = TagsKind.parse("b, A", &Reading::default()).expect("tags");
        TagsKind.cells(&value, &mut cells);
        assert_eq!((cells[0].as_text(), TagsKind.value(&cells)), (Some("|A|b|"), value));
    }

    #[test]
    fn what_could_not_be_told_from_others_is_no_tag() {
        for wrong in ["a|b", "a,b", "a;b", "a\u{7}b", "", "  ", &"x".repeat(61)] {
            assert!(tag_name(wrong).is_err(), "{wrong:?}");
        }
        let many: Vec<Json> = (0..51).map(|n| Json::from(format!("t{n}"))).collect();
        assert!(TagsKind.read_json(&Json::from(many), &Reading::default()).is_err());
        assert!(TagsKind.read_json(&json!([1]), &Reading::default()).is_err());
    }
}
