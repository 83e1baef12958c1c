//! What a bulk change does to a record, and why it was refused: as values, and as the JSON in which they are kept.

use cordee_base::{Fault, Id, Problem};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{FieldDef, Kind, Object, Reading, Value};
use serde_json::{Value as Json, json};

/// What is done to each record.
#[derive(Clone, Debug)]
pub enum BulkChange {
    /// A field gets this value, or none.
    Set(&'static FieldDef, Value),
    /// A field that holds several gets these as well.
    Add(&'static FieldDef, Value),
    /// A field that holds several loses these.
    Take(&'static FieldDef, Value),
    /// It goes to the trash.
    Trash,
}

/// A record that was refused, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The record.
    pub id: Id,
    /// The key of what happened, such as `problem-not-allowed`.
    pub problem: String,
    /// What is wrong in particular: the field, the key of the sentence, what it speaks of.
    pub faults: Vec<KeptFault>,
}

/// A fault as it is kept: the field, the key of its sentence, what that speaks of.
pub type KeptFault = (Option<String>, String, Vec<(String, String)>);

impl BulkChange {
    /// Whether a field holds several things, of which some can be added or taken.
    pub fn holds_several(field: &FieldDef) -> bool {
        matches!(field.kind, Kind::Tags(_) | Kind::Choices(_) | Kind::Links(_))
    }

    /// What the field holds afterwards, where `before` is what it holds now; none for the trash.
    pub(super) fn after(&self, before: &Value) -> Option<(&'static FieldDef, Value)> {
        match self {
            BulkChange::Set(field, value) => Some((field, value.clone())),
            BulkChange::Add(field, more) => Some((field, joined(before, more))),
            BulkChange::Take(field, less) => Some((field, without(before, less))),
            BulkChange::Trash => None,
        }
    }

    /// The field that it changes.
    pub fn field(&self) -> Option<&'static FieldDef> {
        match self {
            BulkChange::Set(field, _) | BulkChange::Add(field, _) | BulkChange::Take(field, _) => Some(field),
            BulkChange::Trash => None,
        }
    }

    pub(super) fn json(&self) -> Json {
        let one = |verb: &str, field: &FieldDef, value: &Value| {
            let value = field.kind.behave().json(value);
            json!({"do": verb, "field": field.name, "value": value})
        };
        match self {
            BulkChange::Set(field, value) => one("set", field, value),
            BulkChange::Add(field, value) => one("add", field, value),
            BulkChange::Take(field, value) => one("take", field, value),
            BulkChange::Trash => json!({"do": "trash"}),
        }
    }

    pub(super) fn read(object: &'static Object, json: &Json, reading: &Reading) -> Option<BulkChange> {
        let verb = json["do"].as_str()?;
        if verb == "trash" {
            return Some(BulkChange::Trash);
        }
        let field = object.field(json["field"].as_str()?)?;
        let value = field.kind.behave().read_json(&json["value"], reading).ok()?;
        Some(match verb {
            "add" => BulkChange::Add(field, value),
            "take" => BulkChange::Take(field, value),
            _ => BulkChange::Set(field, value),
        })
    }
}

impl Refusal {
    pub(super) fn of(id: Id, problem: &Problem) -> Refusal {
        let (key, faults): (&str, &[Fault]) = match problem {
            Problem::NotFound => ("problem-not-found", &[]),
            Problem::NotAllowed => ("problem-not-allowed", &[]),
            Problem::Stale { .. } => ("problem-stale", &[]),
            Problem::Conflict(fault) => ("problem-conflict", std::slice::from_ref(fault)),
            Problem::TooLarge(fault) => ("problem-too-large", std::slice::from_ref(fault)),
            Problem::Invalid(faults) => ("problem-invalid", faults),
            _ => ("problem-internal", &[]),
        };
        let owned = |fault: &Fault| {
            let args = fault.args.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
            (fault.field.clone(), fault.key.to_owned(), args.collect())
        };
        Refusal { id, problem: key.to_owned(), faults: faults.iter().map(owned).collect() }
    }

    pub(super) fn json(&self) -> Json {
        json!({"id": self.id.to_string(), "problem": self.problem, "faults": self.faults})
    }

    pub(super) fn read_all(json: &Json) -> Vec<Refusal> {
        let read = |one: &Json| {
            Some(Refusal {
                id: one["id"].as_str()?.parse().ok()?,
                problem: one["problem"].as_str()?.to_owned(),
                faults: serde_json::from_value(one["faults"].clone()).ok()?,
            })
        };
        json.as_array().map(|all| all.iter().filter_map(read).collect()).unwrap_or_default()
    }
}

fn joined(before: &Value, more: &Value) -> Value {
    match more {
        Value::Links(ids) => {
            let new = ids.iter().filter(|id| !before.as_links().contains(id));
            links_of(before.as_links().iter().chain(new).copied())
        }
        Value::Choices(names) => {
            let had = choices(before);
            let new = names.iter().filter(|name| !had.contains(name));
            choices_of(had.iter().chain(new).cloned().collect())
        }
        _ => before.clone(),
    }
}

fn without(before: &Value, less: &Value) -> Value {
    match less {
        Value::Links(ids) => links_of(before.as_links().iter().filter(|id| !ids.contains(id)).copied()),
        Value::Choices(names) => {
            choices_of(choices(before).iter().filter(|name| !names.contains(name)).cloned().collect())
        }
        _ => before.clone(),
    }
}

fn choices(value: &Value) -> &[String] {
    match value {
        Value::Choices(names) => names,
        _ => &[],
    }
}

fn choices_of(names: Vec<String>) -> Value {
    if names.is_empty() { Value::None } else { Value::Choices(names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(names: &[&str]) -> Value {
        choices_of(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn some_are_added_and_some_are_taken_and_the_rest_stays_in_its_order() {
        let table = [
            (some(&["a"]), some(&["b", "a"]), some(&["a", "b"]), Value::None),
            (Value::None, some(&["b"]), some(&["b"]), Value::None),
            (some(&["c", "a", "b"]), some(&["a"]), some(&["c", "a", "b"]), some(&["c", "b"])),
        ];
        for (before, these, more, less) in table {
            assert_eq!(joined(&before, &these), more, "{before:?} and {these:?}");
            assert_eq!(without(&before, &these), less, "{before:?} without {these:?}");
        }
    }

    #[test]
    fn what_was_refused_is_kept_with_its_reasons() {
        let id: Id = "0000000000001".parse().expect("an id");
        let fault = Fault::at("amount", "error-limit").with("max", 5);
        let refusal = Refusal::of(id, &Problem::Invalid(vec![fault]));
        assert_eq!(Refusal::read_all(&json!([refusal.json()])), [refusal]);
    }
}
