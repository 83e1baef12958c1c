//! The schemas of oneself: sign-in, second factor, tokens, sessions, and what is told of security.

use cordee_records::system::security_event::EVENTS;
use serde_json::{Map, Value as Json, json};

use super::operation::schema;

/// These schemas, by name.
pub(super) fn schemas() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": ["string", "null"], "format": "date-time"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    let events: Vec<&str> = EVENTS.iter().map(|event| event.key).collect();
    let all = json!({
        "Me": object(json!({
            "user": {"type": "object"}, "workspace": {"type": "object"},
            "administers": {"type": "boolean"}, "imports": {"type": "boolean"}, "shares": {"type": "boolean"},
            "scopes": {"type": "string", "enum": ["read", "read_write"]},
        })),
        "Token": object(json!({
            "id": schema("Id"), "name": text(), "scopes": {"type": "string", "enum": ["read", "read_write"]},
            "expires_at": moment(), "last_used_at": moment(), "created_at": moment(),
            "secret": {"type": "string", "description": "Told once, when it is made"},
        })),
        "NewToken": {
            "type": "object", "required": ["name"], "additionalProperties": false,
            "properties": {
                "name": text(), "scopes": {"type": "string", "enum": ["read", "read_write"], "default": "read"}, "expires_at": moment(),
            },
        },
        "Confirmation": {
            "type": "object", "required": ["password"], "additionalProperties": false,
            "properties": {"password": {"type": "string"}, "code": text()},
        },
        "NewPassword": {
            "type": "object", "required": ["current", "password"], "additionalProperties": false,
            "properties": {"current": {"type": "string"}, "password": {"type": "string"}},
        },
        "Factor": object(json!({
            "on_since": moment(), "recovery_codes_left": {"type": "integer"}, "needed": {"type": "boolean"},
        })),
        "NewFactor": object(json!({"secret": text(), "uri": {"type": "string", "format": "uri"}})),
        "FactorCode": {
            "type": "object", "required": ["code"], "additionalProperties": false,
            "properties": {"code": {"type": "string"}},
        },
        "RecoveryCodes": object(json!({"recovery_codes": {"type": "array", "items": {"type": "string"}}})),
        "PasswordLink": object(json!({
            "link": {"type": "string", "format": "uri"}, "ends_at": moment(),
            "kind": {"type": "string", "enum": ["invitation", "reset"]},
        })),
        "SecurityEvent": object(json!({
            "id": schema("Id"), "at": moment(), "event": {"type": "string", "enum": events},
            "user": object(json!({"id": schema("Id"), "name": text()})),
            "done_by": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": text()}},
            "detail": text(), "door": text(), "address": text(), "agent": text(),
        })),
        "Session": object(json!({
            "id": schema("Id"), "agent": text(), "address": text(), "opened_at": moment(), "seen_at": moment(),
        })),
    });
    all.as_object().cloned().unwrap_or_default()
}
