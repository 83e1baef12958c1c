//! A JSON object as a draft of a record. What came out by reading may go in again as long as it is not changed.

use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::kinds::links::links_of;
use cordee_schema::kinds::tags::tags_of;
use cordee_schema::{Draft, FieldDef, Kind, Object, Reading, Record, SYSTEM_FIELDS, Value, fold};
use serde_json::{Map, Value as Json};

use super::asked::unknown;
use super::included::INCLUDED;
use super::lines::lines_of;
use cordee_schema::json::{TITLES, VERSION};

/// The draft that a body describes, with the faults of those fields that can't be read.
pub(crate) fn draft(
    gate: &Gate<'_>,
    object: &'static Object,
    members: &Map<String, Json>,
    before: Option<&Record>,
) -> (Draft, Vec<Fault>) {
    let (mut draft, mut faults) = (Draft::new(object), Vec::new());
    for (name, value) in members {
        if let Some(field) = gate.visible(object).find(|field| field.name == name.as_str()) {
            match read(field, value, before, gate.reading()) {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => faults.push(Fault { field: Some(name.clone()), ..fault }),
            }
        } else if !stands(name, value, before) {
            let head = name == VERSION || SYSTEM_FIELDS.iter().any(|field| field.name == name.as_str());
            match before {
                // Lines are written after the record that has them.
                _ if lines_of(gate, object).any(|(lines, _)| lines == name) => {}
                None if name == "source_system" || name == "foreign_id" => {}
                _ if head => faults.push(Fault::at(name, "error-read-only")),
                _ => faults.push(unknown(gate, object, name, name)),
            }
        }
    }
    if before.is_none() {
        draft.foreign = foreign(members, &mut faults);
    }
    (draft, faults)
}

/// Reads the member of a field; tags and links to many may be put on a record or taken off it without telling the
/// others.
fn read(
    field: &'static FieldDef,
    json: &Json,
    before: Option<&Record>,
    reading: &Reading,
) -> Result<Value, Fault> {
    let behave = field.kind.behave();
    let kind = behave.json_schema();
    let told = |json: &Json| of_kind(&kind, json).and_then(|()| behave.read_json(json, reading));
    let change = json.as_object().filter(|_| matches!(field.kind, Kind::Tags(_) | Kind::Links(_)));
    let Some(change) = change.filter(|change| change.keys().all(|key| key == "add" || key == "remove"))
    else {
        return told(json);
    };
    let held = before.and_then(|record| record.value(field.name));
    if let Kind::Links(_) = field.kind {
        let said = |key: &str| told(change.get(key).unwrap_or(&Json::Null));
        let (add, remove) = (said("add")?, said("remove")?);
        let held = held.map_or(&[][..], Value::as_links).iter();
        let kept = held.filter(|id| !remove.as_links().contains(id));
        return Ok(links_of(kept.chain(add.as_links()).copied()));
    }
    let names = |value: &Value| match value {
        Value::Choices(names) => names.clone(),
        _ => Vec::new(),
    };
    let said = |key: &str| Ok(names(&told(change.get(key).unwrap_or(&Json::Null))?));
    let (add, remove): (Vec<String>, Vec<String>) = (said("add")?, said("remove")?);
    let held = held.map(names).unwrap_or_default();
    let stays = |name: &String| !remove.iter().any(|gone| fold(gone) == fold(name));
    let kept = held.into_iter().filter(stays);
    Ok(tags_of(kept.chain(add)))
}

/// Whether it is JSON of a type that the document says. An import reads whatever can be understood; a program sends what
/// is described: a list as a list, nothing as `null` rather than as an empty text that is no date and no address.
fn of_kind(schema: &Json, json: &Json) -> Result<(), Fault> {
    let (sent, other) = match json {
        Json::Null => ("null", ""),
        Json::Bool(_) => ("boolean", ""),
        Json::Number(_) => ("number", "integer"),
        Json::String(_) => ("string", ""),
        Json::Array(_) => ("array", ""),
        Json::Object(_) => ("object", ""),
    };
    let types = match &schema["type"] {
        Json::Array(types) => types.iter().filter_map(Json::as_str).collect(),
        one => Vec::from_iter(one.as_str()),
    };
    let shaped = ["format", "pattern", "enum"].iter().any(|limit| schema.get(limit).is_some());
    let empty = shaped && json.as_str() == Some("");
    if types.is_empty() || (!empty && types.iter().any(|known| *known == sent || *known == other)) {
        return Ok(());
    }
    let wanted: Vec<&str> = types.into_iter().filter(|known| !empty || *known != "string").collect();
    let sent = if empty { "\"\"" } else { sent };
    Err(Fault::whole("error-json-type").with("wanted", wanted.join(", ")).with("value", sent))
}

/// What the gate says of a draft, and what could not be read of it, told together.
pub(crate) fn told_at_once<T>(done: Outcome<T>, mut faults: Vec<Fault>) -> Outcome<T> {
    match done {
        done if faults.is_empty() => done,
        Ok(_) => Err(Problem::Invalid(faults)),
        Err(Problem::Invalid(more)) => {
            let new = |fault: &Fault| faults.iter().all(|known| known.field != fault.field);
            let more: Vec<Fault> = more.into_iter().filter(new).collect();
            faults.extend(more);
            Err(Problem::Invalid(faults))
        }
        Err(other) => Err(other),
    }
}

/// Whether a member that nobody sets is as it was read: the head of the record, the titles of its links.
fn stands(name: &str, value: &Json, before: Option<&Record>) -> bool {
    let Some(record) = before else { return false };
    if name == TITLES || name == INCLUDED {
        return value.is_object();
    }
    if name == VERSION {
        return value.as_i64() == Some(record.head.version);
    }
    let field = SYSTEM_FIELDS.iter().find(|field| field.name == name);
    field.is_some_and(|field| field.kind.behave().json(&record.any_value(field)) == *value)
}

/// The id in another system; the two go together.
fn foreign(members: &Map<String, Json>, faults: &mut Vec<Fault>) -> Option<(String, String)> {
    let mut text = |name: &'static str| match members.get(name) {
        None | Some(Json::Null) => None,
        Some(Json::String(text)) if (1..=255).contains(&text.chars().count()) => Some(text.clone()),
        Some(other) => {
            faults.push(Fault::at(name, "error-invalid-value").with("value", other));
            None
        }
    };
    match (text("source_system"), text("foreign_id")) {
        (Some(system), Some(id)) => Some((system, id)),
        (None, None) => None,
        (system, _) => {
            let missing = if system.is_none() { "source_system" } else { "foreign_id" };
            faults.push(Fault::at(missing, "error-required"));
            None
        }
    }
}
