//! The schemas of files on records, of what search finds, and of what may be the same.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let all = json!({
        "Attachment": object(json!({
            "id": schema("Id"),
            "name": {"type": "string", "description": "The file’s name", "example": "offer.pdf"},
            "kind": {"type": "string", "description": "Its media type, as its bytes show", "example": "application/pdf"},
            "bytes": {"type": "integer"},
            "width": {"type": ["integer", "null"], "description": "For a picture: how wide it is, in pixels"},
            "height": {"type": ["integer", "null"]},
            "sha256": {"type": "string", "example": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
            "object": {"type": ["string", "null"], "description": "The object of the record it is about, in the singular"},
            "record": {"type": ["string", "null"], "description": "The record"},
            "field": {"type": ["string", "null"], "description": "The field it was given to, if it was given to one"},
            "created_at": {"type": "string", "format": "date-time"},
            "created_by": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
            "content": {"type": "string", "description": "Where its bytes are"},
            "thumbnail": {"type": ["string", "null"], "description": "Where a small picture of it is, if it is a picture"},
        })),
        "FoundRecords": object(json!({
            "data": {"type": "array", "items": object(json!({
                "object": {"type": "string", "description": "The singular of the object"},
                "more": {"type": "boolean", "description": "Whether there are more of it"},
                "hits": {"type": "array", "items": object(json!({
                    "id": schema("Id"), "title": text(),
                    "field": {"type": ["string", "null"], "description": "The field that says most of it, if it is not the title"},
                    "text": {"type": ["string", "null"], "description": "What stands there, or the part that tells"},
                }))},
            }))},
        })),
        "Likely": object(json!({
            "object": {"type": "string", "description": "The singular of the object"},
            "id": schema("Id"), "title": text(),
            "reasons": {"type": "array", "description": "What tells most first", "items": object(json!({
                "field": {"type": "string", "description": "The field of the record asked about"},
                "in": {"type": "string", "description": "The field of this one"},
                "same": {"type": "boolean", "description": "Whether it is the very same, not only similar"},
                "text": {"type": "string", "description": "What stands there"},
            }))},
        })),
        "Doubles": object(json!({
            "data": {"type": "array", "items": object(json!({
                "id": schema("Id"), "title": text(),
                "older": {"type": "array", "items": schema("Likely")},
            }))},
            "looked": {"type": "integer", "description": "How many records were looked through"},
            "next": {"type": ["string", "null"], "description": "The cursor of the next stretch"},
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
