//! The schemas of what is told about objects and their fields, and of what became of many rows.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;
use super::parameters::SOME_ID;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let all = [("ObjectInfo", object()), ("FieldInfo", field()), ("BulkDone", bulk_done())];
    all.map(|(name, schema)| (name.to_owned(), schema)).into_iter().collect()
}

fn object() -> Json {
    let text = || json!({"type": "string"});
    let board = json!({"type": ["object", "null"], "properties": {
        "by": text(), "within": {"type": ["string", "null"]}, "sum": {"type": ["string", "null"]},
        "card": {"type": "array", "items": text()},
    }});
    let action = json!({
        "type": "object",
        "required": ["name", "label", "input"],
        "properties": {"name": text(), "label": text(), "input": {"type": "array", "items": schema("FieldInfo")}},
    });
    json!({
        "type": "object",
        "properties": {
            "name": text(), "plural": text(), "label": text(), "label_plural": text(),
            "icon": text(),
            "title": {"type": "string", "description": "The field that names a record"},
            "owner": {"type": ["string", "null"], "description": "The field with the person a record belongs to"},
            "part_of": {"type": ["string", "null"], "description": "The link whose record decides who may see this one"},
            "lines": {"type": "array", "description": "The members with its lines, and of which object they are", "items": {
                "type": "object", "properties": {"name": text(), "object": {"type": "string", "description": "Its plural"}},
            }},
            "system": {"type": "boolean", "description": "One of the engine's own"},
            "form": {"type": "array", "description": "The groups of its form", "items": {
                "type": "object", "required": ["name", "label", "fields"], "properties": {
                    "name": text(), "label": text(), "fields": {"type": "array", "items": text()},
                },
            }},
            "facts": {"type": "array", "items": text(), "description": "What its page shows on top"},
            "list": {"type": "array", "items": text(), "description": "The columns of its list"},
            "related": {"type": "array", "items": text(), "description": "The lists of other records on its page: an object and its link here"},
            "order": {"type": "object", "properties": {"field": text(), "descending": {"type": "boolean"}}},
            "board": board,
            "match": {"type": "array", "items": text(), "description": "By what upsert finds a record"},
            "rights": {"type": "object", "additionalProperties": {"type": "string", "enum": ["none", "own", "team", "all"]}},
            "actions": {"type": "array", "items": action},
            "fields": {"type": "array", "items": schema("FieldInfo")},
        },
    })
}

fn field() -> Json {
    let text = || json!({"type": "string"});
    json!({
        "type": "object", "required": ["name", "label", "kind", "required"],
        "properties": {
            "name": text(), "label": text(), "kind": text(), "required": {"type": "boolean"},
            "read_only": {"type": "boolean"},
            "once": {"type": "boolean", "description": "Set when the record is made, then never again"},
            "sorted": {"type": "boolean", "description": "Lists can be sorted by it"},
            "tracked": {"type": "boolean", "description": "Its past can be asked for, by `as_of`"},
            "searched": {"type": "boolean"}, "unique": {"type": "boolean"}, "personal": {"type": "boolean"},
            "custom": {"type": "boolean", "description": "Declared by the workspace"},
            "operators": {"type": "array", "items": text()},
            "links_to": {"type": "string", "description": "The plural of the object, if it is a link to one"},
            "one_of": {"type": "array", "items": {"type": "string"}, "description": "The objects it may link to, if it is a link to one of several; any, if none is named"},
            "required_when": {"type": "string", "description": "While the record is like this it must have a value, as a filter"},
            "read_only_when": {"type": "string", "description": "While the record is like this it can't be changed, as a filter"},
            "choosable": {"type": "string", "description": "What it may be set to, as a filter"},
            "options": {"type": "array", "items": {"type": "object", "properties": {
                "key": text(), "label": text(), "retired": {"type": "boolean"},
            }}},
        },
    })
}

fn bulk_done() -> Json {
    json!({
        "type": "object",
        "required": ["done", "refused", "rows"],
        "properties": {
            "done": {"type": "integer", "description": "How many rows went well"},
            "refused": {"type": "integer"},
            "rows": {"type": "array", "items": {
                "type": "object",
                "required": ["row", "status"],
                "properties": {
                    "row": {"type": "integer", "description": "Its place in the request, from 0"},
                    "status": {"type": "integer", "description": "The status it would have had by itself"},
                    "id": schema("Id"),
                    "version": {"type": ["integer", "null"]},
                    "problem": schema("Problem"),
                },
            }},
        },
        "example": {"done": 1, "refused": 1, "rows": [
            {"row": 0, "status": 201, "id": SOME_ID, "version": 1},
            {"row": 1, "status": 404, "problem": {
                "type": "/problems/not-found", "title": "There is nothing here, or you may not see it.",
                "status": 404, "detail": "There is nothing here, or you may not see it.", "errors": [],
                "request_id": "8c2f4e1b9a7d3f60",
            }},
        ]},
    })
}
