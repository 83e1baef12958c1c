//! The schemas that all answers share: ids, problems, what is brought along, what a verb has done.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let all = json!({
        "Id": {"type": "string", "pattern": "^[0-7oOiIlL][0-9A-TV-Za-tv-z]{12}$", "description": "13 characters of Crockford base32"},
        "Included": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "object"}},
            "description": "Linked records by the plural of their object, with what lists show of them"},
        "Problem": {
            "type": "object",
            "required": ["type", "title", "status", "detail", "errors", "request_id"],
            "properties": {
                "type": {"type": "string", "format": "uri-reference"},
                "title": text(),
                "status": {"type": "integer"},
                "detail": text(),
                "errors": {"type": "array", "items": {
                    "type": "object",
                    "required": ["field", "code", "message"],
                    "properties": {
                        "field": {"type": ["string", "null"], "description": "The field, parameter or header"},
                        "code": text(),
                        "message": text(),
                    },
                }},
                "version": {"type": "integer", "description": "The version that stands, if yours is stale"},
                "request_id": text(),
            },
        },
        "Done": {
            "type": "object",
            "required": ["object", "id", "data"],
            "properties": {
                "object": {"type": "string", "description": "The plural of its object"},
                "id": schema("Id"),
                "data": {"type": "object", "description": "The record, as reading it gives it"},
            },
        },
    });
    all.as_object().cloned().unwrap_or_default()
}
