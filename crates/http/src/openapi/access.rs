//! The schemas of who may see what, and why.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": ["string", "null"], "format": "date-time"});
    let object = |properties: Json| {
        let names: Vec<&String> = properties.as_object().map(Map::keys).into_iter().flatten().collect();
        json!({"type": "object", "required": names, "properties": properties})
    };
    let all = json!({
        "NewShare": {
            "type": "object",
            "additionalProperties": false,
            "description": "With one person or one team",
            "properties": {
                "user": {"anyOf": [schema("Id"), {"type": "null"}]},
                "team": {"anyOf": [schema("Id"), {"type": "null"}], "description": "With the teams below it"},
                "level": {"type": "string", "enum": ["read", "edit"], "default": "read"},
                "until": {"type": ["string", "null"], "format": "date-time", "description": "Until it is taken back, if not said"},
            },
        },
        "Share": object(json!({
            "id": schema("Id"),
            "user": {"anyOf": [schema("Named"), {"type": "null"}]},
            "team": {"anyOf": [schema("Named"), {"type": "null"}]},
            "level": {"type": "string", "enum": ["read", "edit"]},
            "until": moment(),
            "shared_by": {"anyOf": [schema("Named"), {"type": "null"}]},
            "since": {"type": "string", "format": "date-time"},
        })),
        "Transfer": object(json!({
            "id": schema("Id"),
            "from": {"anyOf": [schema("Id"), {"type": "null"}]},
            "to": {"type": "array", "items": schema("Id")},
            "status": {"type": "string", "enum": ["running", "done", "undoing", "undone"]},
            "total": {"type": "integer", "description": "How many records it was to be when it began"},
            "moved": {"type": "integer"},
            "failed": {"type": "integer", "description": "How many a rule of theirs kept where they are"},
            "began_at": {"type": "string", "format": "date-time"},
            "ended_at": moment(),
        })),
        "Holding": object(json!({
            "object": text(),
            "count": {"type": "integer"},
            "open": {"type": ["integer", "null"], "description": "How many have not come to their end, where records of the object do"},
        })),
        "Holdings": object(json!({
            "holdings": {"type": "array", "items": schema("Holding")},
            "shares": {"type": "integer", "description": "How many records are shared with them in person"},
            "transfers": {"type": "array", "items": schema("Transfer")},
        })),
        "PlannedTransfer": object(json!({
            "holdings": {"type": "array", "items": schema("Holding")},
            "transfer": {"anyOf": [schema("Transfer"), {"type": "null"}], "description": "Null after a dry run"},
        })),
        "NewTransfer": {
            "type": "object", "required": ["to"], "additionalProperties": false,
            "properties": {
                "to": {"type": "array", "minItems": 1, "items": schema("Id"), "description": "Who gets them, in turn"},
                "objects": {"type": "array", "items": text(), "description": "By name; all that belong to somebody, if none is named"},
                "filter": {"type": ["string", "null"], "description": "What the records must be like; only with one object"},
                "open_only": {"type": "boolean", "default": false},
                "shares": {"type": "boolean", "default": false, "description": "Also what was shared with them"},
                "team": {"type": "boolean", "default": false, "description": "Also their place in the team, for who has none"},
                "dry_run": {"type": "boolean", "default": false},
            },
        },
        "SharedEntry": {
            "type": ["object", "null"],
            "description": "With whom the record was shared, or is shared no more",
            "properties": {
                "user": schema("Named"), "team": schema("Named"),
                "level": {"type": "string", "enum": ["read", "edit"]}, "until": moment(),
            },
        },
        "Named": object(json!({
            "id": schema("Id"),
            "name": {"type": ["string", "null"], "description": "Null if you may not see it"},
        })),
        "Sight": object(json!({
            "rights": object(json!({"read": {"type": "boolean"}, "edit": {"type": "boolean"},
                "delete": {"type": "boolean"}, "export": {"type": "boolean"}})),
            "role": {"anyOf": [schema("Named"), {"type": "null"}]},
            "team": {"anyOf": [schema("Named"), {"type": "null"}]},
            "owner": {"anyOf": [schema("Named"), {"type": "null"}]},
            "reasons": {"type": "array", "items": {
                "type": "object",
                "required": ["by", "rights"],
                "properties": {
                    "by": {"type": "string", "enum": ["all", "own", "team", "shared", "whole"]},
                    "rights": {"type": "array", "items": text()},
                    "share": schema("Share"),
                    "whole": {"type": "object", "properties": {"object": text(), "id": schema("Id"), "title": {"type": ["string", "null"]}}},
                },
            }},
            "why_not": {"type": ["string", "null"], "enum": ["inactive", "object", "not_own", "not_team", "whole", null]},
            "hidden": {"type": "array", "items": text(), "description": "Fields that they don’t see"},
            "read_only": {"type": "array", "items": text(), "description": "Fields that they can’t set"},
        })),
    });
    match all {
        Json::Object(all) => all,
        _ => Map::new(),
    }
}
