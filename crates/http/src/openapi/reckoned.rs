//! The schemas of figures: groups with their sums, and metrics.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let number = || json!({"type": ["number", "null"]});
    let numbers = || json!({"type": "object", "additionalProperties": number()});
    let keys = || {
        json!({
            "key": {"type": ["string", "null"], "description": "What people call the group, if it is split by one thing"},
            "id": {"$ref": "#/components/schemas/Id", "description": "The id, if it is split by a link"},
            "keys": {"type": "object", "additionalProperties": {"type": ["string", "null"]}, "description": "The same by name, if it is split by several"},
            "ids": {"type": "object", "additionalProperties": schema("Id")},
        })
    };
    let with = |mut properties: Json, more: Json| {
        if let (Json::Object(all), Json::Object(more)) = (&mut properties, more) {
            all.extend(more);
        }
        json!({"type": "object", "properties": properties})
    };
    let reckoned = || json!({"count": {"type": "integer"}, "sum": numbers(), "min": numbers(), "max": numbers(), "avg": numbers()});
    let figure = || json!({"value": number(), "n": {"type": "integer", "description": "The number of records it rests on"}});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let all = json!({
        "Aggregate": object(json!({
            "currency": text(),
            "groups": {"type": "array", "items": with(keys(), reckoned())},
            "total": object(reckoned()),
        })),
        "Metric": object(json!({
            "name": text(), "title": text(), "help": text(), "unit": schema("Unit"),
            "object": {"type": ["string", "null"]}, "date": text(), "statistics": {"type": "array", "items": text()},
        })),
        "Unit": {"type": "string", "enum": ["count", "money", "ratio", "days"]},
        "MetricAnswer": {
            "type": "object",
            "required": ["metric", "unit", "groups", "total"],
            "properties": {
                "metric": text(),
                "unit": schema("Unit"),
                "currency": {"type": "string", "description": "Of money, which is in whole units"},
                "statistic": text(),
                "groups": {"type": "array", "items": with(keys(), figure())},
                "total": object(figure()),
            },
        },
    });
    all.as_object().cloned().unwrap_or_default()
}
