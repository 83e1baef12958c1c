//! The schemas of who follows what, and of what people are told.

use cordee_records::system::notification::KINDS;
use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let kinds: Vec<&str> = KINDS.iter().map(|kind| kind.key).collect();
    let all = json!({
        "Followers": {
            "type": "object",
            "required": ["data", "following"],
            "properties": {
                "data": {"type": "array", "items": object(json!({"id": schema("Id"), "name": text()}))},
                "following": {"type": "boolean", "description": "Whether oneself follows it"},
            },
        },
        "Notification": object(json!({
            "id": schema("Id"),
            "kind": {"type": "string", "enum": kinds,
                "description": "`given`: a record was made for you; `many`: something was done to many records at once; `due`: what you planned is due; `late`, `late_team`: you, or people of your teams, have not done in time what all do by then"},
            "at": {"type": "string", "format": "date-time"},
            "unread": {"type": "boolean"},
            "by": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
            "about": {"type": ["object", "null"], "description": "The record",
                "properties": {"object": text(), "id": schema("Id"), "title": {"type": ["string", "null"]}}},
            "changes": {"type": "object", "description": "By field, from what to what", "additionalProperties": {
                "type": ["object", "null"], "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
            }},
            "comment": {"type": ["object", "null"], "description": "What was said",
                "properties": {"id": schema("Id"), "text": text()}},
            "count": {"type": ["integer", "null"], "description": "How many records, where it is many"},
            "people": {"type": "array", "description": "The people whom it speaks of",
                "items": object(json!({"id": schema("Id"), "name": {"type": ["string", "null"]}}))},
            "object": {"type": ["string", "null"], "description": "Of which object, where it is many of one"},
        })),
        "NotificationList": {
            "type": "object",
            "required": ["data", "next", "unread"],
            "properties": {
                "data": {"type": "array", "items": schema("Notification")},
                "next": {"type": ["string", "null"], "description": "`cursor` of the next page"},
                "unread": {"type": "integer", "description": "How many have not been read, counted up to 100"},
            },
        },
    });
    all.as_object().cloned().unwrap_or_default()
}
