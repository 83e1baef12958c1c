//! The schemas of figures: groups with their sums, metrics, and the day with what waits and the month so far.

use cordee_kit::Whose;
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
        "Snooze": {
            "type": "object",
            "required": ["until"],
            "additionalProperties": false,
            "properties": {"until": {"type": ["string", "null"], "format": "date", "description": "A day after today; null takes it back"}},
        },
        "Today": {
            "type": "object",
            "required": ["date", "whose", "snoozed", "sections", "month"],
            "properties": {
                "date": {"type": "string", "format": "date"},
                "whose": {"type": "string", "enum": Whose::NAMES},
                "snoozed": {"type": "integer", "description": "How many you have put off"},
                "sections": {"type": "array", "items": object(json!({
                    "name": text(),
                    "more": {"type": "boolean", "description": "Whether there is more than is told here"},
                    "items": {"type": "array", "items": schema("Waiting")},
                }))},
                "month": {"type": "array", "items": object(json!({
                    "metric": text(),
                    "unit": schema("Unit"),
                    "value": number(),
                    "before": {"type": "number", "description": "By the same day of the month before"},
                    "currency": {"type": "string", "description": "Of money, which is in whole units"},
                }))},
            },
        },
        "Waiting": object(json!({
            "object": text(),
            "id": schema("Id"),
            "title": text(),
            "to_do": {"type": "string", "description": "What is to do, where the title does not say it"},
            "when": {"type": ["string", "null"], "description": "The day or the moment that it waits for"},
            "signs": {"type": "array", "items": text(), "description": "Why it needs somebody"},
            "snoozed_until": {"type": ["string", "null"], "format": "date"},
            "verb": {"type": ["string", "null"], "description": "The action by which it is done"},
            "record": {"type": "object", "description": "Of the record what a line tells, and its version"},
        })),
        "Unit": {"type": "string", "enum": ["count", "money", "ratio", "days"]},
        "Report": object(json!({
            "name": text(), "title": text(), "help": text(), "object": {"type": ["string", "null"]},
            "questions": {"type": "array", "items": text(), "description": "What can be chosen, as parameters"},
        })),
        "ReportAnswer": {
            "type": "object",
            "required": ["report", "currency", "asked", "parts"],
            "properties": {
                "report": text(),
                "currency": {"type": "string", "description": "Of money, which is in whole units"},
                "asked": {"type": "object", "additionalProperties": text()},
                "parts": {"type": "array", "items": {"anyOf": [
                    {"type": "object", "required": ["facts"], "properties": {"facts": {"type": "object"}}},
                    {
                        "type": "object",
                        "required": ["table", "columns", "rows"],
                        "properties": {
                            "table": text(),
                            "columns": {"type": "array", "items": text()},
                            "rows": {"type": "array", "items": {"type": "object"}, "description": "What stands in each column, by its name; `filter` and `as_of` find the records behind it"},
                        },
                    },
                    {"type": "object", "required": ["note"], "properties": {"note": text(), "with": {"type": "object"}}},
                    {"type": "object", "required": ["begin"], "properties": {"begin": {
                        "type": "array",
                        "description": "Records that may be made of this, each as it can be posted",
                        "items": object(json!({"begin": text(), "object": text(), "record": {"type": "object"}})),
                    }}},
                ]}},
            },
        },
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
