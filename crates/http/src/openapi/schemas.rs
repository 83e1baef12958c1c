//! The schemas: two for each object (as read, and new), and those of all other bodies.

use cordee_i18n::Language;
use cordee_kit::Registry;
use cordee_kit::names;
use cordee_records::system::security_event::EVENTS;
use cordee_records::{Door, Verb};
use cordee_schema::{Choice, Default, FieldDef, Kind, Object, Rights, SYSTEM_FIELDS};
use serde_json::{Map, Value as Json, json};

use super::operation::schema;
use super::{access, brought, example, info, open, pascal, told};
use crate::api::lines::MOST;
use crate::api::upsert;

/// All schemas, by name.
pub(super) fn schemas(registry: &Registry) -> Json {
    let mut all = fixed();
    all.extend(info::schemas());
    all.extend(told::schemas());
    all.extend(access::schemas());
    all.extend(brought::schemas());
    for object in open(registry) {
        let name = pascal(object.name);
        all.insert(name.clone(), as_read(registry, object));
        all.insert(format!("{name}Row"), row(&name, object));
        all.insert(format!("New{name}"), new(registry, object));
        if object.lines.is_some() {
            all.insert(format!("{name}Line"), as_line(registry, object));
        }
        all.insert(
            format!("{name}List"),
            json!({
                "type": "object",
                "required": ["data", "next"],
                "properties": {
                    "data": {"type": "array", "items": schema(&name)},
                    "next": {"type": ["string", "null"], "description": "`cursor` of the next page"},
                    "count": {"type": "integer", "description": "How many there are in all, if that was asked"},
                    "included": schema("Included"),
                },
            }),
        );
    }
    Json::Object(all)
}

/// A record as it is read; it may be sent back so, with changes.
fn as_read(registry: &Registry, object: &'static Object) -> Json {
    let mut properties = Map::new();
    properties.insert("id".to_owned(), json!({"$ref": "#/components/schemas/Id", "readOnly": true}));
    properties.insert(
        "version".to_owned(),
        json!({"type": "integer", "readOnly": true, "description": "Counts its changes; the `ETag`"}),
    );
    for field in SYSTEM_FIELDS.iter().filter(|field| field.name != "id") {
        let mut told = field_schema(object, field);
        told["readOnly"] = true.into();
        properties.insert(field.name.to_owned(), told);
    }
    for field in seen(object) {
        properties.insert(field.name.to_owned(), field_schema(object, field));
    }
    properties.extend(lines(registry, object));
    let text = json!({"type": "string"});
    properties.insert(
        "titles".to_owned(),
        json!({"type": "object", "readOnly": true,
            "additionalProperties": {"anyOf": [text, {"type": "array", "items": {"type": ["string", "null"]}}]},
            "description": "What linked records are called, by the name of the link; of links to many each in their order"}),
    );
    properties
        .insert("included".to_owned(), json!({"$ref": "#/components/schemas/Included", "readOnly": true}));
    json!({
        "type": "object",
        "description": "Fields that one may not see are absent.",
        "required": ["id", "version"],
        "properties": properties,
        "additionalProperties": false,
        "example": example::record(registry, object),
    })
}

/// The members with the lines of a record, by name.
fn lines(registry: &Registry, object: &'static Object) -> Map<String, Json> {
    let told = |lines: &'static Object| {
        let items = schema(&format!("{}Line", pascal(lines.name)));
        let meaning = "Its lines, all of them, in their order; read with `include`. When writing, a line with its `id` \
            is changed, one without is new, and one that is missing goes to the trash. Left out, nothing happens to them.";
        let told = json!({"type": "array", "maxItems": MOST, "items": items, "description": meaning});
        Some((lines.lines?.name.to_owned(), told))
    };
    registry.catalog.lines_of(object).filter_map(told).collect()
}

/// A record as it stands in the one that has it: what is written in part, or new.
fn as_line(registry: &Registry, object: &'static Object) -> Json {
    let mut told = as_read(registry, object);
    told["description"] =
        "A line in the record that has it. With `version` it is changed only if that still stands.".into();
    told["example"] = example::line(registry, object);
    told["properties"]["id"] = schema("Id");
    told["properties"]["version"] = json!({"type": "integer", "description": "The one that was looked at"});
    for name in ["source_system", "foreign_id"] {
        told["properties"][name] = json!({"type": ["string", "null"]});
    }
    if let Json::Object(members) = &mut told {
        members.remove("required");
    }
    told
}

/// A row of a bulk request.
fn row(name: &str, object: &'static Object) -> Json {
    let version = json!({"oneOf": [{"type": "integer"}, {"const": "*"}],
        "description": "The one the change was made from; \"*\" for whichever stands"});
    let kinds = [
        ("create", json!(["data"]), json!({"data": schema(&format!("New{name}"))})),
        (
            "update",
            json!(["id", "version", "data"]),
            json!({"id": schema("Id"), "version": version, "data": schema(name)}),
        ),
        (
            "upsert",
            json!(["data"]),
            json!({
                "match": {"type": "string", "enum": upsert::keys(object).collect::<Vec<_>>(), "default": upsert::FOREIGN},
                "data": schema(&format!("New{name}")),
            }),
        ),
        ("delete", json!(["id", "version"]), json!({"id": schema("Id"), "version": version})),
    ];
    let kinds = kinds.map(|(verb, mut required, mut properties)| {
        properties["do"] = json!({"const": verb});
        if let Json::Array(required) = &mut required {
            required.insert(0, "do".into());
        }
        json!({"type": "object", "additionalProperties": false, "required": required, "properties": properties})
    });
    json!({"oneOf": kinds})
}

/// What a new record may be given.
fn new(registry: &Registry, object: &'static Object) -> Json {
    let settable = || seen(object).filter(|field| field.rights != Rights::Engine);
    let mut properties: Map<String, Json> =
        settable().map(|field| (field.name.to_owned(), field_schema(object, field))).collect();
    properties.extend(lines(registry, object));
    for name in ["source_system", "foreign_id"] {
        let meaning = "The two go together: where it comes from, and its id there";
        properties.insert(name.to_owned(), json!({"type": ["string", "null"], "description": meaning}));
    }
    let given = |field: &&FieldDef| field.required && field.default == Default::None;
    let required: Vec<&str> = settable().filter(given).map(|field| field.name).collect();
    let mut schema = json!({"type": "object", "additionalProperties": false, "properties": properties});
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn seen(object: &'static Object) -> impl Iterator<Item = &'static FieldDef> {
    object.fields.iter().filter(|field| !field.secret)
}

fn field_schema(object: &Object, field: &FieldDef) -> Json {
    let mut schema = field.kind.behave().json_schema();
    schema["title"] = names::field(Language::En, object, field).into();
    if field.rights == Rights::Engine {
        schema["readOnly"] = true.into();
    }
    if let (Some(filter), Some(to)) = (field.choosable, field.points_to()) {
        schema["description"] =
            format!("id of a record of {to} where {filter} ($NAME is the field NAME of this record)").into();
    }
    let conditions = [("required", field.required_when), ("read-only", field.read_only_when)];
    let conditions =
        conditions.iter().filter_map(|(what, filter)| Some(format!("{what} where {}", (*filter)?)));
    let conditions: Vec<String> = conditions.collect();
    if !conditions.is_empty() {
        schema["description"] = conditions.join("; ").into();
    }
    if let Kind::Tags(_) | Kind::Links(_) = field.kind {
        let names = field.kind.behave().json_schema();
        let change = json!({
            "type": "object", "additionalProperties": false, "properties": {"add": names, "remove": names},
            "description": "of a record that stands: these put on it or taken off, all others kept",
        });
        schema = json!({"title": schema["title"], "anyOf": [names, change]});
    }
    if let Kind::Percent(_) = field.kind {
        schema["description"] = "per hundred: 15 is 15 %".into();
    }
    schema
}

/// The kinds of change that webhooks are told of.
const WEBHOOK_KINDS: [&str; 5] = ["created", "updated", "deleted", "restored", "merged"];

/// The schemas that do not depend on the catalog.
fn fixed() -> Map<String, Json> {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": ["string", "null"], "format": "date-time"});
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
        "Changed": {
            "type": "object",
            "required": ["seq", "at", "object", "id", "verb", "gone", "changes"],
            "properties": {
                "seq": {"type": "integer", "description": "Its number; later changes have greater ones"},
                "at": {"type": "string", "format": "date-time"},
                "object": text(),
                "id": schema("Id"),
                "verb": {"type": "string", "enum": ["create", "update", "trash", "restore", "purge", "merge", "unmerge", "attach", "detach", "share", "unshare"]},
                "gone": {"type": "boolean", "description": "You can no longer see the record: it is in the trash, purged, or somebody else’s"},
                "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
                "door": text(),
                "changes": {"type": "object", "description": "By field, from what to what", "additionalProperties": {
                    "type": ["object", "null"], "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
                }},
                "share": schema("SharedEntry"),
                "record": {"type": ["object", "null"], "description": "The record as it stands now, if `records=true`"},
            },
        },
        "Changes": {
            "type": "object",
            "required": ["data", "next", "more", "rights_changed"],
            "properties": {
                "data": {"type": "array", "items": schema("Changed")},
                "next": {"type": "string", "description": "`since` of the next question"},
                "more": {"type": "boolean", "description": "Whether there is more already"},
                "rights_changed": {"type": "boolean", "description": "Role or team have changed what you can see: read the records anew"},
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
        "Done": {
            "type": "object",
            "required": ["object", "id", "data"],
            "properties": {
                "object": {"type": "string", "description": "The plural of its object"},
                "id": schema("Id"),
                "data": {"type": "object", "description": "The record, as reading it gives it"},
            },
        },
        "History": object(json!({
            "data": {"type": "array", "items": schema("Entry")},
            "next": {"type": ["integer", "null"], "description": "`before` of the next page"},
        })),
        "Entry": object(json!({
            "seq": {"type": "integer"},
            "at": moment(),
            "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
            "door": {"type": "string", "description": "page, api, command_line, import, transfer, automation, system"},
            "verb": text(),
            "line": {"type": "object", "description": "The line that it happened to, if it was one",
                "properties": {"object": text(), "id": schema("Id"), "title": {"type": ["string", "null"]}}},
            "share": schema("SharedEntry"),
            "changes": {"type": "object", "additionalProperties": {
                "type": "object", "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
            }},
        })),
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
            "id": schema("Id"), "at": moment(), "event": {"type": "string", "enum": keys_of(EVENTS)},
            "user": object(json!({"id": schema("Id"), "name": text()})),
            "done_by": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": text()}},
            "detail": text(), "door": text(), "address": text(), "agent": text(),
        })),
        "Session": object(json!({
            "id": schema("Id"), "agent": text(), "address": text(), "opened_at": moment(), "seen_at": moment(),
        })),
    });
    let mut whole = Map::new();
    for some in [all, of_audit()] {
        if let Json::Object(some) = some {
            whole.extend(some);
        }
    }
    whole
}

/// The audit log.
fn of_audit() -> Json {
    let text = || json!({"type": "string"});
    let moment = || json!({"type": "string", "format": "date-time"});
    let object = |properties: Json| json!({"type": "object", "properties": properties});
    json!({
        "AuditLog": {
            "type": "object",
            "required": ["data", "next"],
            "properties": {
                "data": {"type": "array", "items": schema("AuditEntry")},
                "next": {"type": ["integer", "null"], "description": "`before` of the next page"},
            },
        },
        "AuditEntry": {
            "type": "object",
            "required": ["seq", "at", "object", "id", "title", "verb", "door", "changes"],
            "properties": {
                "seq": {"type": "integer"},
                "at": moment(),
                "object": text(),
                "id": schema("Id"),
                "title": {"type": ["string", "null"], "description": "What the record is called now, if it is in use"},
                "verb": {"type": "string", "enum": Verb::ALL.map(|(name, _)| name)},
                "actor": {"type": ["object", "null"], "properties": {"id": schema("Id"), "name": {"type": ["string", "null"]}}},
                "door": {"type": "string", "enum": Door::NAMES},
                "changes": {"type": "object", "description": "By field, from what to what", "additionalProperties": {
                    "type": ["object", "null"], "properties": {"from": {}, "to": {}, "titles": {"type": "object"}},
                }},
                "share": schema("SharedEntry"),
            },
        },
        "AuditVerdict": object(json!({
            "sound": {"type": "boolean"},
            "checked": {"type": "integer", "description": "How many entries hold"},
            "erased": {"type": "integer", "description": "How many of them have had their values erased"},
            "broken_at": {"type": ["integer", "null"], "description": "The first entry that does not hold"},
            "head": {"type": "string", "description": "The hash of the last entry: kept elsewhere, it shows that nothing was cut off the end"},
        })),
    })
}

fn keys_of(options: &[Choice]) -> Vec<&'static str> {
    options.iter().map(|option| option.key).collect()
}
