//! The schemas of files that are brought in.

use cordee_records::system::import::STATUS_OPTIONS;
use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let count = || json!({"type": "integer"});
    let yes = || json!({"type": "boolean"});
    let maybe = || json!({"type": ["string", "null"]});
    let mode = || json!({"type": "string", "enum": ["create", "create_and_update", "update"]});
    let object = |properties: Json| {
        let names: Vec<&String> = properties.as_object().map(Map::keys).into_iter().flatten().collect();
        json!({"type": "object", "required": names, "properties": properties})
    };
    let statuses: Vec<&str> = STATUS_OPTIONS.iter().map(|status| status.key).collect();
    let plan = json!({"type": "string", "example": "5c1e0f7ad2b94e6f8a3d7c10"});
    let all = json!({
        "ImportPlan": object(json!({
            "id": plan,
            "files": {"type": "array", "items": schema("ImportFile")},
            "order": {"type": "array", "description": "How they come in; empty while it is not known what each holds", "items": object(json!({
                "file": {"type": "integer", "description": "Its number"},
                "object": text(),
                "links_only": {"type": "boolean", "description": "A second turn, which sets links to later rows"},
            }))},
            "imports": {"type": "array", "items": schema("Id"), "description": "What was started"},
        })),
        "ImportFile": {
            "type": "object",
            "required": ["number", "file", "object", "problem"],
            "properties": {
                "number": count(),
                "file": {"type": "string", "description": "Its name"},
                "object": {"type": ["string", "null"], "description": "Whose records it holds; null while that can’t be told"},
                "problem": {"type": ["string", "null"], "description": "Why it can’t be brought in like this"},
                "format": {"type": "string", "enum": ["csv", "xlsx", "json", "vcard"]},
                "sheet": maybe(),
                "sheets": {"type": "array", "items": text()},
                "encoding": text(),
                "delimiter": text(),
                "header": {"type": "boolean", "description": "Whether the first row names the columns"},
                "unsure": {"type": "boolean", "description": "Whether any of this was a guess to be looked at"},
                "columns": {"type": "array", "items": object(json!({
                    "name": text(),
                    "samples": {"type": "array", "items": text()},
                    "target": {"type": ["string", "null"], "description": "What it is brought into; null leaves it out"},
                    "ambiguous": {"type": "boolean", "description": "Whether its dates or numbers can be read in more than one way"},
                }))},
                "targets": {"type": "array", "items": text(), "description": "What a column can be brought into"},
                "matches": {"type": "array", "items": text(), "description": "By what records can be found"},
                "match_by": maybe(),
                "mode": mode(),
                "create_missing": yes(),
                "incomplete": yes(),
                "mapping": {"type": "object", "description": "All of it, as `cordee import` keeps it in a file"},
            },
        },
        "ImportDecisions": {
            "type": "object", "required": ["files"], "additionalProperties": false,
            "properties": {"files": {"type": "array", "items": {
                "type": "object", "required": ["number"], "additionalProperties": false,
                "properties": {
                    "number": count(),
                    "object": {"type": "string", "description": "Another one makes the mapping anew"},
                    "encoding": text(), "delimiter": text(), "sheet": text(),
                    "mapping": {"type": "object"},
                    "columns": {"type": "object", "description": "By a column’s name: what it is brought into, or null to leave it out",
                        "additionalProperties": maybe()},
                    "match_by": maybe(),
                    "mode": mode(),
                    "create_missing": {"type": "boolean", "description": "Linked records that are missing are created"},
                    "incomplete": {"type": "boolean", "description": "What a field must have under a condition may be missing"},
                    "source": {"type": "string", "description": "The system that it comes from; foreign ids are of this system"},
                    "translate": {"type": "array", "items": {
                        "type": "object", "required": ["column", "value", "meant"], "additionalProperties": false,
                        "properties": {"column": text(), "value": text(), "meant": text()},
                    }},
                },
            }}},
        },
        "ImportProblem": object(json!({
            "line": count(), "column": maybe(), "value": text(), "code": text(), "detail": text(),
        })),
        "ImportCheck": object(json!({"files": {"type": "array", "items": object(json!({
            "file": {"type": "integer", "description": "Its number"},
            "object": text(),
            "done": {"type": "boolean", "description": "Whether all rows were checked; else those of the first seconds"},
            "rows": count(), "created": count(), "updated": count(), "skipped": count(), "failed": count(),
            "problems": {"type": "array", "items": schema("ImportProblem")},
            "counts": {"type": "array", "items": object(json!({"column": maybe(), "code": text(), "count": count()}))},
            "near": {"type": "array", "description": "Values that are near to one that is there",
                "items": object(json!({"column": text(), "value": text(), "meant": text(), "count": count()}))},
            "creates": {"type": "object", "description": "Linked records that would be created, by object", "additionalProperties": count()},
        }))}})),
        "Import": object(json!({
            "id": schema("Id"),
            "run": {"type": ["string", "null"], "description": "The run of several files it belongs to", "example": null},
            "file": text(),
            "object": text(),
            "status": {"type": "string", "enum": statuses},
            "owner": {"anyOf": [schema("Id"), {"type": "null"}]},
            "at_work": {"type": "boolean", "description": "Whether this server is at it"},
            "rows": {"type": "integer", "description": "Rows of the file that are done"},
            "bytes": {"type": ["integer", "null"]},
            "of_bytes": {"type": ["integer", "null"]},
            "created": count(), "updated": count(), "skipped": count(),
            "failed": {"type": "integer", "description": "Rows that were rejected"},
            "created_at": {"type": "string", "format": "date-time"},
            "ended_at": {"type": ["string", "null"], "format": "date-time"},
        })),
    });
    match all {
        Json::Object(all) => all,
        _ => Map::new(),
    }
}
