//! What can be asked of the records of an object.

use cordee_i18n::{Language, object as word, objects as words, say};
use cordee_kit::{Action, Registry};
use cordee_schema::{FieldDef, Object};
use serde_json::{Value as Json, json};

use super::example::{draft, fields};
use super::operation::{Answered, Operation, Parameter, schema};
use super::pascal;
use crate::api::{aggregate, history, list, read};

/// All operations on an object.
pub(super) fn operations(registry: &Registry, object: &'static Object) -> Vec<Operation> {
    let mut all = vec![
        listed(object),
        created(registry, object),
        aggregated(object),
        one(object),
        updated(registry, object),
        deleted(object),
        restored(object),
        told(object),
    ];
    all.extend(registry.actions_on(object).map(|action| acted(registry, object, action)));
    all
}

/// What operations on one object have in common.
fn operation(object: &Object, method: &'static str, path: &str, id: String, summary: String) -> Operation {
    Operation {
        group: object.plural,
        id,
        method,
        path: format!("/api/v1/{}{path}", object.plural),
        summary,
        parameters: if path.contains("{id}") { vec![id_of(object)] } else { Vec::new() },
        body: None,
        answer: Answered::nothing("Done"),
        refusals: &[401, 403, 404],
    }
}

fn listed(object: &'static Object) -> Operation {
    let (many, pascal_many) = (words(Language::En, object.name), pascal(object.plural));
    let summary = format!("List {}", many.to_lowercase());
    let mut operation = operation(object, "GET", "", format!("list{pascal_many}"), summary);
    operation.parameters = list::PARAMETERS.iter().map(|name| parameter(object, name)).collect();
    operation.answer = Answered::with("A page of records", schema(&format!("{}List", pascal(object.name))));
    operation.refusals = &[400, 401, 404];
    operation
}

fn created(registry: &Registry, object: &'static Object) -> Operation {
    let name = pascal(object.name);
    let summary = format!("Create: {}", word(Language::En, object.name).to_lowercase());
    let mut operation = operation(object, "POST", "", format!("create{name}"), summary);
    operation.body = Some((schema(&format!("New{name}")), draft(registry, object)));
    operation.answer =
        Answered::with("The new record, its address in `Location`", schema(&name)).status(201).tagged();
    operation.refusals = &[400, 401, 403, 404, 409, 413, 415, 422];
    operation
}

fn aggregated(object: &'static Object) -> Operation {
    let summary = format!("Group and add up {}", words(Language::En, object.name).to_lowercase());
    let id = format!("aggregate{}", pascal(object.plural));
    let mut operation = operation(object, "GET", "/aggregate", id, summary);
    operation.parameters = aggregate::PARAMETERS.iter().map(|name| parameter(object, name)).collect();
    operation.answer = Answered::with("The groups and the total", schema("Aggregate"));
    operation.refusals = &[400, 401, 404, 413];
    operation
}

fn one(object: &'static Object) -> Operation {
    let name = pascal(object.name);
    let summary = format!("Read one: {}", word(Language::En, object.name).to_lowercase());
    let mut operation = operation(object, "GET", "/{id}", format!("read{name}"), summary);
    operation.parameters.extend(read::PARAMETERS.iter().map(|name| parameter(object, name)));
    operation.parameters.push(Parameter::header(
        "If-None-Match",
        "A version one has: 304 if it still stands",
        false,
    ));
    operation.answer = Answered::with("The record", schema(&name)).tagged();
    operation.refusals = &[304, 400, 401, 404];
    operation
}

fn updated(registry: &Registry, object: &'static Object) -> Operation {
    let name = pascal(object.name);
    let summary = format!("Change the named fields: {}", word(Language::En, object.name).to_lowercase());
    let mut operation = operation(object, "PATCH", "/{id}", format!("update{name}"), summary);
    operation.parameters.push(if_match(true));
    let some: serde_json::Map<String, Json> = draft(registry, object)
        .as_object()
        .into_iter()
        .flatten()
        .take(1)
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    operation.body = Some((schema(&name), Json::Object(some)));
    operation.answer = Answered::with("The record as it stands then", schema(&name)).tagged();
    operation.refusals = &[400, 401, 403, 404, 409, 412, 413, 415, 422, 428];
    operation
}

fn deleted(object: &'static Object) -> Operation {
    let summary = format!("Put in the trash: {}", word(Language::En, object.name).to_lowercase());
    let mut operation =
        operation(object, "DELETE", "/{id}", format!("delete{}", pascal(object.name)), summary);
    operation.parameters.push(if_match(true));
    operation.answer = Answered::nothing("It is in the trash");
    operation.refusals = &[400, 401, 403, 404, 412, 422, 428];
    operation
}

fn restored(object: &'static Object) -> Operation {
    let name = pascal(object.name);
    let summary = format!("Take out of the trash: {}", word(Language::En, object.name).to_lowercase());
    let mut operation = operation(object, "POST", "/{id}/restore", format!("restore{name}"), summary);
    operation.answer = Answered::with("The record as it stands again", schema(&name)).tagged();
    operation.refusals = &[401, 403, 404, 409];
    operation
}

fn told(object: &'static Object) -> Operation {
    let summary = format!("What happened to one: {}", word(Language::En, object.name).to_lowercase());
    let id = format!("historyOf{}", pascal(object.name));
    let mut operation = operation(object, "GET", "/{id}/history", id, summary);
    operation.parameters.extend(history::PARAMETERS.iter().map(|name| parameter(object, name)));
    operation.answer = Answered::with("The entries, the newest first", schema("History"));
    operation.refusals = &[400, 401, 404];
    operation
}

fn acted(registry: &Registry, object: &'static Object, action: &'static Action) -> Operation {
    let key = format!("action-{}", action.name.replace('_', "-"));
    let path = format!("/{{id}}/{}", action.name);
    let id = format!("{}{}", camel(action.name), pascal(object.name));
    let mut operation = operation(object, "POST", &path, id, say(Language::En, &key, &[]));
    operation.parameters.push(if_match(false));
    if !action.input.is_empty() {
        let required: Vec<&str> =
            action.input.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut body = json!({"type": "object", "additionalProperties": false});
        body["properties"] = action
            .input
            .iter()
            .map(|field| (field.name.to_owned(), field.kind.behave().json_schema()))
            .collect();
        if !required.is_empty() {
            body["required"] = json!(required);
        }
        operation.body = Some((body, fields(registry, action.input.iter())));
    }
    operation.answer = Answered::with("The record to look at next", schema("Done"));
    operation.refusals = &[400, 401, 403, 404, 409, 412, 415, 422];
    operation
}

fn camel(name: &str) -> String {
    let name = pascal(name);
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn id_of(object: &Object) -> Parameter {
    let meaning = format!("The id of a record of {}", object.plural);
    Parameter::path("id", meaning, schema("Id")).like("01JC8V7N4QK2M")
}

fn if_match(required: bool) -> Parameter {
    let meaning = "The version the change was made from, as `ETag` gave it; `*` for whichever stands";
    Parameter::header("If-Match", meaning, required).like("\"7\"")
}

/// A parameter that several operations know, by its name.
fn parameter(object: &'static Object, name: &'static str) -> Parameter {
    let text = json!({"type": "string"});
    let names = |wanted: fn(&FieldDef) -> bool| {
        let all = object.fields.iter().chain(cordee_schema::SYSTEM_FIELDS).filter(|field| !field.secret);
        all.filter(|field| wanted(field)).map(|field| field.name).collect::<Vec<_>>()
    };
    let first = |wanted: fn(&FieldDef) -> bool| names(wanted).first().copied().unwrap_or("id");
    let sorted = names(|field| field.sorted);
    match name {
        "filter" => Parameter::query(
            name,
            "Which records: the text form, or the JSON form (begins with a brace)",
            text,
        )
        .like(format!("{} is not empty", object.title)),
        "sort" => Parameter::query(
            name,
            format!("The order; `-` for the largest first. First by one of: {}", sorted.join(", ")),
            text,
        )
        .like(format!("-{}", first(|field| field.sorted))),
        "fields" => Parameter::query(name, "Only these fields, by commas", text).like(object.title),
        "include" => {
            Parameter::query(name, "Links whose records come along under `included`, by commas", text)
                .like(first(|field| field.links_to().is_some_and(|to| !to.is_empty())))
        }
        "limit" => {
            let schema = json!({"type": "integer", "minimum": 1, "maximum": 200, "default": 50});
            Parameter::query(name, "How many at the most", schema)
        }
        "cursor" => Parameter::query(name, "`next` of the page before", text),
        "count" => Parameter::query(name, "`exact` counts all", json!({"type": "string", "enum": ["exact"]})),
        "as_of" => Parameter::query(
            name,
            "As it was at this instant, or at the end of this day, as far as fields keep their past",
            text,
        )
        .like("2026-03-31"),
        "trash" => Parameter::query(name, "What is in the trash instead", json!({"type": "boolean"})),
        "by" => Parameter::query(
            name,
            "What to group by, by commas or repeated: a field, also through links, and for dates a period",
            text,
        )
        .like("created_at:month"),
        "before" => Parameter::query(name, "Only entries before this number", json!({"type": "integer"})),
        "sum" | "min" | "max" | "avg" => Parameter::query(
            name,
            format!(
                "Fields whose {name} is reckoned, by commas; money in whole units of the workspace's currency"
            ),
            text,
        ),
        other => Parameter::query(other, "", text),
    }
}
