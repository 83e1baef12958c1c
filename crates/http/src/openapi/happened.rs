//! The schemas of what has happened: the history of a record, and the changes of all since a moment.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": ["string", "null"], "format": "date-time"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let all = json!({
        "Changed": {
            "type": "object",
            "required": ["seq", "at", "object", "id", "verb", "gone", "changes"],
            "properties": {
                "seq": {"type": "integer", "description": "Its number; later changes have greater ones"},
                "at": {"type": "string", "format": "date-time"},
                "object": text(),
                "id": schema("Id"),
                "verb": {"type": "string", "enum": ["create", "update", "trash", "restore", "purge", "merge", "unmerge", "attach", "detach", "share", "unshare"]},
                "gone": {"type": "boolean", "description": "You can no longer see the record: it is in the trash, purged, or somebody else’s"},
                "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
                "door": text(),
                "changes": {"type": "object", "description": "By field, from what to what", "additionalProperties": {
                    "type": ["object", "null"], "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
                }},
                "share": schema("SharedEntry"),
                "record": {"type": ["object", "null"], "description": "The record as it stands now, if `records=true`"},
            },
        },
        "Changes": {
            "type": "object",
            "required": ["data", "next", "more", "rights_changed"],
            "properties": {
                "data": {"type": "array", "items": schema("Changed")},
                "next": {"type": "string", "description": "`since` of the next question"},
                "more": {"type": "boolean", "description": "Whether there is more already"},
                "rights_changed": {"type": "boolean", "description": "Role or team have changed what you can see: read the records anew"},
            },
        },
        "History": object(json!({
            "data": {"type": "array", "items": schema("Entry")},
            "next": {"type": ["integer", "null"], "description": "`before` of the next page"},
        })),
        "Entry": object(json!({
            "seq": {"type": "integer"},
            "at": moment(),
            "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
            "door": {"type": "string", "description": "page, api, command_line, import, transfer, bulk, automation, system"},
            "verb": text(),
            "line": {"type": "object", "description": "The line that it happened to, if it was one",
                "properties": {"object": text(), "id": schema("Id"), "title": {"type": ["string", "null"]}}},
            "share": schema("SharedEntry"),
            "changes": {"type": "object", "additionalProperties": {
                "type": "object", "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
            }},
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
