//! What operations take beside a body: each parameter by its name, with its schema, its meaning and an example.

use cordee_i18n::{Language, say};
use cordee_kit::{Statistic, Whose};
use cordee_records::JobState;
use cordee_records::system::security_event::EVENTS;
use cordee_records::{Door, Verb};
use cordee_schema::{FieldDef, Object, SYSTEM_FIELDS};
use serde_json::{Value as Json, json};

use super::operation::{Parameter, schema};
use crate::api::{once, upsert};

/// An id as it looks in examples.
pub(super) const SOME_ID: &str = "01JC8V7N4QK2M";

/// The parameter called `name` in the query.
pub(super) fn query(language: Language, object: Option<&'static Object>, name: &'static str) -> Parameter {
    let sorted = names(object, |field| field.sorted);
    let meaning = match name {
        "sort" => say(language, "api-parameter-sort", &[("options", sorted.join(", ").into())]),
        _ => meaning(language, name),
    };
    let (schema, example) = shape(object, name);
    Parameter { name, place: "query", meaning, schema, required: false, example }
}

/// The id in the path.
pub(super) fn id(language: Language) -> Parameter {
    let (schema, example) = (schema("Id"), Some(SOME_ID.into()));
    Parameter { name: "id", place: "path", meaning: meaning(language, "id"), schema, required: true, example }
}

/// Another id in the path.
pub(super) fn id_called(language: Language, name: &'static str) -> Parameter {
    Parameter { name, ..id(language) }
}

/// The name in the path of files that were sent to be brought in.
pub(super) fn plan(language: Language) -> Parameter {
    let schema = json!({"type": "string", "pattern": "^[0-9a-f]{24}$"});
    let example = Some("5c1e0f7ad2b94e6f8a3d7c10".into());
    Parameter {
        name: "plan",
        place: "path",
        meaning: meaning(language, "plan"),
        schema,
        required: true,
        example,
    }
}

/// The name in the path, one of these if there are any.
pub(super) fn name(language: Language, names: &[&str]) -> Parameter {
    let mut schema = json!({"type": "string"});
    if !names.is_empty() {
        schema["enum"] = json!(names);
    }
    let example = names.first().map(|name| Json::from(*name));
    Parameter {
        name: "name",
        place: "path",
        meaning: meaning(language, "name"),
        schema,
        required: true,
        example,
    }
}

/// The version that a change was made from.
pub(super) fn if_match(language: Language, required: bool) -> Parameter {
    header("If-Match", meaning(language, if required { "if_match" } else { "if_match_maybe" }), required)
}

/// A version one has.
pub(super) fn if_none_match(language: Language) -> Parameter {
    header("If-None-Match", meaning(language, "if_none_match"), false)
}

/// The name that a sender gives its request, so that sending it again does nothing twice.
pub(super) fn idempotency_key(language: Language) -> Parameter {
    let schema = json!({"type": "string", "minLength": 1, "maxLength": once::LONGEST, "pattern": "^[ -~]*[!-~][ -~]*$"});
    Parameter {
        name: once::KEY_NAME,
        place: "header",
        meaning: meaning(language, "idempotency_key"),
        schema,
        required: false,
        example: None,
    }
}

fn header(name: &'static str, meaning: String, required: bool) -> Parameter {
    let schema = match name {
        "If-Match" => json!({"type": "string", "pattern": "^(\"[0-9]{1,18}\"|\\*)$"}),
        _ => json!({"type": "string"}),
    };
    Parameter { name, place: "header", meaning, schema, required, example: Some("\"7\"".into()) }
}

fn meaning(language: Language, name: &str) -> String {
    say(language, &format!("api-parameter-{}", name.replace('_', "-")), &[])
}

/// The schema of a parameter, and an example where one helps.
fn shape(object: Option<&'static Object>, name: &str) -> (Json, Option<Json>) {
    let text = || json!({"type": "string", "minLength": 1});
    let some = |items: Json| json!({"type": "array", "minItems": 1, "items": items});
    let field = json!({"type": "string", "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"});
    let date = || json!({"type": "string", "format": "date"});
    let first = |wanted: fn(&FieldDef) -> bool| names(object, wanted).first().copied().unwrap_or("id");
    match name {
        "q" => (json!({"type": "string", "minLength": 1}), Some("Müller".into())),
        "filter" => (text(), object.map(|object| format!("{} is not empty", object.title).into())),
        "sort" => {
            let sorted = names(object, |field| field.sorted);
            let ways: Vec<String> =
                sorted.iter().flat_map(|name| [(*name).to_owned(), format!("-{name}")]).collect();
            (
                some(json!({"type": "string", "enum": ways})),
                Some(json!([format!("-{}", first(|field| field.sorted))])),
            )
        }
        "fields" => (
            some(json!({"type": "string", "enum": names(object, |_| true)})),
            object.map(|object| json!([object.title])),
        ),
        "field" if object.is_some() => (
            json!({"type": "string", "enum": names(object, |_| true)}),
            object.map(|object| json!(object.title)),
        ),
        "include" => {
            let links = |field: &FieldDef| field.points_to().is_some_and(|to| !to.is_empty());
            (some(json!({"type": "string", "enum": names(object, links)})), Some(json!([first(links)])))
        }
        "sum" | "min" | "max" | "avg" => (some(field), None),
        "match" => {
            let keys: Vec<&str> = object.map(|object| upsert::keys(object).collect()).unwrap_or_default();
            (
                json!({"type": "string", "enum": keys, "default": upsert::FOREIGN}),
                Some(upsert::FOREIGN.into()),
            )
        }
        "limit" => (json!({"type": "integer", "minimum": 1, "maximum": 200, "default": 50}), None),
        "count" => (json!({"type": "string", "enum": ["exact"]}), None),
        "trash" | "records" | "inline" | "unread" | "snoozed" => (json!({"type": "boolean"}), None),
        "since" => (text(), Some("latest".into())),
        "objects" => (text(), Some("user,team".into())),
        "event" => {
            let known: Vec<&str> = EVENTS.iter().map(|event| event.key).collect();
            (json!({"type": "string", "enum": known}), None)
        }
        "user" | "actor" | "record" => (schema("Id"), None),
        "door" => (json!({"type": "string", "enum": Door::NAMES}), None),
        "verb" => (json!({"type": "string", "enum": Verb::ALL.map(|(name, _)| name)}), None),
        "before" => (json!({"type": "integer"}), None),
        "before_id" => (schema("Id"), None),
        "state" => (json!({"type": "string", "enum": JobState::ALL.map(|(name, _)| name)}), None),
        "as_of" => (
            json!({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
            Some("2026-03-31".into()),
        ),
        "by" => {
            let pattern = "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*(:(day|week|month|quarter|year))?$";
            (some(json!({"type": "string", "pattern": pattern})), Some(json!(["created_at:month"])))
        }
        "from" => (date(), Some("2026-01-01".into())),
        "to" => (date(), Some("2026-03-31".into())),
        "whose" => (json!({"type": "string", "enum": Whose::NAMES}), None),
        "statistic" => {
            let known: Vec<&str> = Statistic::ALL.iter().map(|(name, _)| *name).collect();
            (json!({"type": "string", "enum": known}), None)
        }
        _ => (text(), None),
    }
}

/// The fields of an object that are `wanted`, by name.
fn names(object: Option<&'static Object>, wanted: fn(&FieldDef) -> bool) -> Vec<&'static str> {
    let own = object.map_or(&[][..], |object| object.fields).iter().chain(SYSTEM_FIELDS);
    own.filter(|field| !field.secret && wanted(field)).map(|field| field.name).collect()
}
