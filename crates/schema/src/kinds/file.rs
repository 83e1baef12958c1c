//! A file as the value of a field: one of the record's attachments. The gate sees to it that it is one that may be given.

use std::cmp::Ordering;

use cordee_base::{Fault, Id};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading, none_last};
use crate::value::FileRef;
use crate::{Cell, Column, ColumnType, Operator, Value, fold};

/// A file as the value of a field.
#[derive(Clone, Copy, Debug)]
pub struct FileKind;

/// Whether there is one is all that can be asked of it.
const OPERATORS: &[Operator] = &[Operator::IsEmpty, Operator::IsNotEmpty];

impl Behave for FileKind {
    fn name(&self) -> &'static str {
        "file"
    }

    /// The name stands beside the id, so that lists, history and files of records tell it without looking it up.
    fn columns(&self) -> Vec<Column> {
        vec![Column { suffix: "", kind: ColumnType::Int }, Column { suffix: "_name", kind: ColumnType::Text }]
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        match value {
            Value::File(file) => into.extend([file.id.into(), file.name.as_str().into()]),
            _ => into.extend([Cell::Null, Cell::Null]),
        }
    }

    fn value(&self, cells: &[Cell]) -> Value {
        let name = cells.get(1).and_then(Cell::as_text).unwrap_or("").to_owned();
        cells
            .first()
            .and_then(Cell::as_id)
            .map_or(Value::None, |id| Value::File(Box::new(FileRef { id, name })))
    }

    /// The id of an upload or of an attachment; the gate adds the name.
    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Value::None);
        }
        let id = text.parse::<Id>().map_err(|_| Fault::whole("error-file-value").with("value", text))?;
        Ok(Value::File(Box::new(FileRef { id, name: String::new() })))
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::File(file) => file.id.to_string(),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            Json::Object(parts) if parts.keys().all(|name| name == "id" || name == "name") => {
                let id = parts.get("id").and_then(Json::as_str).unwrap_or("-");
                let name = parts.get("name").and_then(Json::as_str).unwrap_or("").to_owned();
                Ok(match self.parse(id, reading)? {
                    Value::File(file) => Value::File(Box::new(FileRef { name, ..*file })),
                    other => other,
                })
            }
            other => Err(Fault::whole("error-file-value").with("value", other)),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::File(file) => json!({"id": file.id, "name": file.name}),
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::File(left), Value::File(right)) => {
                fold(&left.name).cmp(&fold(&right.name)).then(left.id.cmp(&right.id))
            }
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        let id = "^[0-9A-Za-z]{13}$";
        json!({
            "type": ["object", "string", "null"],
            "description": "an attachment of the record; to set it, the id of an upload (`POST /attachments`) or of such an attachment",
            "pattern": id,
            "required": ["id"],
            "additionalProperties": false,
            "properties": {"id": {"type": "string", "pattern": id}, "name": {"type": "string"}}
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_reads_back_as_it_was_written_and_is_known_by_its_id() {
        let id: Id = "01JC8V7N4QK2M".parse().expect("an id");
        let file = Value::File(Box::new(FileRef { id, name: "Договор.pdf".to_owned() }));
        let mut cells = Vec::new();
        FileKind.cells(&file, &mut cells);
        assert_eq!(FileKind.json(&FileKind.value(&cells)), FileKind.json(&file));
        let reading = Reading::default();
        assert_eq!(FileKind.read_json(&FileKind.json(&file), &reading), Ok(file.clone()));
        assert_eq!(FileKind.parse(&FileKind.text(&file), &reading), Ok(file));
        for wrong in
            [json!("offer.pdf"), json!({"name": "offer.pdf"}), json!({"id": "x"}), json!(3), json!([])]
        {
            assert!(FileKind.read_json(&wrong, &reading).is_err(), "{wrong}");
        }
    }
}
