//! The schemas of the audit log: who did what, and whether its seals hold.

use cordee_records::{Door, Verb};
use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": "string", "format": "date-time"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let all = json!({
        "AuditLog": {
            "type": "object",
            "required": ["data", "next"],
            "properties": {
                "data": {"type": "array", "items": schema("AuditEntry")},
                "next": {"type": ["integer", "null"], "description": "`before` of the next page"},
            },
        },
        "AuditEntry": {
            "type": "object",
            "required": ["seq", "at", "object", "id", "title", "verb", "door", "changes"],
            "properties": {
                "seq": {"type": "integer"},
                "at": moment(),
                "object": text(),
                "id": schema("Id"),
                "title": {"type": ["string", "null"], "description": "What the record is called now, if it is in use"},
                "verb": {"type": "string", "enum": Verb::ALL.map(|(name, _)| name)},
                "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
                "door": {"type": "string", "enum": Door::NAMES},
                "changes": {"type": "object", "description": "By field, from what to what", "additionalProperties": {
                    "type": ["object", "null"], "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
                }},
                "share": schema("SharedEntry"),
            },
        },
        "AuditVerdict": object(json!({
            "sound": {"type": "boolean"},
            "checked": {"type": "integer", "description": "How many entries hold"},
            "erased": {"type": "integer", "description": "How many of them have had their values erased"},
            "broken_at": {"type": ["integer", "null"], "description": "The first entry that does not hold"},
            "head": {"type": "string", "description": "The hash of the last entry: kept elsewhere, it shows that nothing was cut off the end"},
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
