//! The schemas of what leaves the house: webhooks with their deliveries, and the jobs behind them.

use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// The kinds of change that webhooks are told of.
const WEBHOOK_KINDS: [&str; 5] = ["created", "updated", "deleted", "restored", "merged"];

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": ["string", "null"], "format": "date-time"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let all = json!({
        "NewWebhook": {
            "type": "object",
            "properties": {
                "name": text(),
                "url": {"type": "string", "format": "uri", "description": "https, on the open internet"},
                "owner": {"$ref": "#/components/schemas/Id", "description": "With whose rights it is told; yours, if not said"},
                "objects": {"type": ["array", "null"], "items": text(), "description": "Of which objects; of all, if none is named"},
                "kinds": {"type": ["array", "null"], "items": {"type": "string", "enum": WEBHOOK_KINDS},
                    "description": "Of which kinds of change; of all, if none is named"},
                "filter": {"type": ["string", "null"], "description": "What the records must be like; only with one object"},
                "active": {"type": "boolean"},
            },
        },
        "Webhook": object(json!({
            "id": schema("Id"),
            "name": text(),
            "url": text(),
            "owner": schema("Id"),
            "objects": {"type": "array", "items": text()},
            "kinds": {"type": "array", "items": text()},
            "filter": {"type": ["string", "null"]},
            "active": {"type": "boolean"},
            "reason": {"type": ["string", "null"], "description": "Why Cordee switched it off"},
            "failing_since": moment(),
            "old_secret_until": moment(),
            "created_at": {"type": "string", "format": "date-time"},
            "secret": {"type": "string", "description": "`whsec_…`; only when it was just made"},
        })),
        "DeliveryList": {
            "type": "object",
            "required": ["data", "next"],
            "properties": {
                "data": {"type": "array", "items": object(json!({
                    "id": schema("Id"),
                    "message": {"type": "string", "description": "The `webhook-id` it is sent under"},
                    "seq": {"type": ["integer", "null"], "description": "The number of the change; null for one to try out"},
                    "state": {"type": "string", "enum": ["waiting", "running", "done", "dead"]},
                    "tries": {"type": "integer"},
                    "told": {"type": ["string", "null"], "description": "What its last try said"},
                    "due_at": {"type": "string", "format": "date-time"},
                    "created_at": {"type": "string", "format": "date-time"},
                    "ended_at": moment(),
                }))},
                "next": {"type": ["string", "null"], "description": "`before_id` of the next page"},
            },
        },
        "Job": object(json!({
            "id": schema("Id"),
            "queue": text(),
            "name": text(),
            "state": {"type": "string", "enum": ["waiting", "running", "done", "dead"]},
            "due_at": {"type": "string", "format": "date-time",
                "description": "When it may be taken; for one that runs, when it may be taken by others"},
            "tries": {"type": "integer"},
            "told": {"type": ["string", "null"], "description": "What its last try said"},
            "payload": {"description": "What it needs to know"},
            "created_at": {"type": "string", "format": "date-time"},
            "ended_at": moment(),
        })),
        "JobList": {
            "type": "object",
            "required": ["data", "next"],
            "properties": {
                "data": {"type": "array", "items": schema("Job")},
                "next": {"type": ["string", "null"], "description": "`before_id` of the next page"},
            },
        },
        "Queues": object(json!({
            "queues": {"type": "array", "items": object(json!({
                "name": text(), "waiting": {"type": "integer"}, "running": {"type": "integer"},
                "done": {"type": "integer"}, "dead": {"type": "integer"}, "oldest_due": moment(),
            }))},
            "schedules": {"type": "array", "items": object(json!({
                "name": text(), "due_at": {"type": "string", "format": "date-time"},
            }))},
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
