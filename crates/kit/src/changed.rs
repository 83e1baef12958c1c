//! Changes and records as JSON, as history, changes, webhooks and the command line tell them.

use cordee_records::system::workspace::WORKSPACE;
use cordee_records::{Audited, Changed, ChangedField, Entry, SharedEntry};
use cordee_schema::json::write_record;
use cordee_schema::{Object, Record};
use serde_json::{Map, Value as Json, json};

/// An entry of a record's history.
pub fn entry_json(object: &Object, entry: &Entry) -> Json {
    let told = entry.line.as_ref().map_or(object, |line| line.object);
    let changes: Map<String, Json> =
        entry.changes.iter().map(|change| (change.field.to_owned(), field_json(told, change))).collect();
    let mut json = json!({
        "seq": entry.seq,
        "at": entry.at.to_string(),
        "actor": entry.actor.map(|id| json!({"id": id.to_string(), "name": entry.actor_name})),
        "door": entry.door,
        "verb": entry.verb,
        "changes": changes,
        "share": entry.shared.as_ref().map(shared_json),
    });
    if let Some(line) = &entry.line {
        json["line"] = json!({"object": line.object.name, "id": line.id.to_string(), "title": line.title});
    }
    json
}

fn shared_json(shared: &SharedEntry) -> Json {
    json!({
        shared.with.field(): {"id": shared.with.id().to_string(), "name": shared.name},
        "level": if shared.edit { "edit" } else { "read" },
        "until": shared.until.map(|until| until.to_string()),
    })
}

/// A change with the record it is about.
pub fn changed_json(changed: &Changed) -> Json {
    let mut told = entry_json(changed.object, &changed.entry);
    told["object"] = changed.object.name.into();
    told["id"] = changed.id.to_string().into();
    told["gone"] = changed.gone.into();
    told
}

/// An entry of the journal with the record it is about.
pub fn audited_json(audited: &Audited) -> Json {
    // Of an object that is declared no more nothing but the entry is told, whatever it is read as.
    let mut told = entry_json(audited.object.unwrap_or(&WORKSPACE), &audited.entry);
    told["object"] = audited.object_name.as_str().into();
    told["id"] = audited.record.to_string().into();
    told["title"] = audited.title.as_deref().into();
    told
}

/// A record with all fields that may be seen, as the API writes it: links by id, their titles beside.
pub fn record_json(record: &Record) -> Json {
    let mut text = Vec::with_capacity(1024);
    write_record(&mut text, record, None);
    serde_json::from_slice(&text).unwrap_or_default()
}

/// What a field held and holds.
pub(crate) fn field_json(object: &Object, change: &ChangedField) -> Json {
    let Some(field) = object.field(change.field) else {
        // A file that was added or removed, by its name.
        return json!({"from": change.old.as_text(), "to": change.new.as_text()});
    };
    let behave = field.kind.behave();
    let mut told = json!({"from": behave.json(&change.old), "to": behave.json(&change.new)});
    if change.titles != (None, None) {
        told["titles"] = json!({"from": change.titles.0, "to": change.titles.1});
    }
    if field.many_to().is_some() {
        told["titles"] = json!({"from": change.lists.0, "to": change.lists.1});
    }
    told
}
