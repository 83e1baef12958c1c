//! The outline of the document as a snapshot, from one small object; and the whole product's document is sound.

use std::collections::HashSet;

use cordee_base::{Money, Outcome};
use cordee_kit::{Action, Done, Input, On, Registry};
use cordee_records::{Gate, Right};
use cordee_schema::{Catalog, Field, Object, Record, money, object, text};
use serde_json::Value as Json;

use super::*;

const NAME: Field<String> = text("name").required().sorted();
const PRICE: Field<Money> = money("price").read_only();
static BRAND: Object =
    object("brand", "brands").fields(&[NAME.def, PRICE.def]).list(&["name"]).facts(&["price"]);
static PAINT: Action = Action {
    name: "paint",
    on: On::Object("brand"),
    input: &[text("colour").required().def],
    right: Right::Edit,
    when: None,
    run: paint,
};

fn paint(_: &mut Gate<'_>, record: &Record, _: &Input) -> Outcome<Done> {
    Ok(Done { object: "brand", id: record.head.id })
}

fn small() -> Registry {
    Registry {
        catalog: Catalog::of([&BRAND]),
        actions: vec![&PAINT],
        metrics: Vec::new(),
        ..cordee_features::registry()
    }
}

#[test]
fn the_outline_is_what_it_was() {
    let mut outline = String::new();
    for operation in operations(&small(), Language::En) {
        let named: Vec<&str> = operation.parameters.iter().map(|parameter| parameter.name).collect();
        let (id, method, path) = (&operation.id, operation.method, &operation.path);
        let refusals: Vec<String> = operation.refused_with().iter().map(u16::to_string).collect();
        let (status, refusals) = (operation.answer.status, refusals.join(" "));
        outline += &format!("{method} {path} {id} ({}) → {status} | {refusals}\n", named.join(", "));
    }
    insta::assert_snapshot!(outline);
    let document = document(&small(), None);
    let schemas = &document["components"]["schemas"];
    insta::assert_snapshot!("a_record", serde_json::to_string_pretty(&schemas["Brand"]).expect("JSON"));
    insta::assert_snapshot!(
        "a_new_record",
        serde_json::to_string_pretty(&schemas["NewBrand"]).expect("JSON")
    );
}

#[test]
fn the_document_is_sound() {
    let document = document(&cordee_features::registry(), Some("https://crm.example.com"));
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["servers"][0]["url"], "https://crm.example.com");
    every_reference_leads_somewhere(&document, &document);
    let mut ids = HashSet::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            let id = operation["operationId"].as_str().expect("an id");
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
            assert!(id.chars().all(|c| c.is_ascii_alphanumeric()), "{id}");
            assert!(!operation["summary"].as_str().unwrap_or("").is_empty(), "{method} {path}");
            let parameters: Vec<Json> = operation["parameters"].as_array().cloned().unwrap_or_default();
            let in_path: Vec<&str> = parameters
                .iter()
                .filter(|parameter| parameter["in"] == "path")
                .map(|parameter| parameter["name"].as_str().expect("a name"))
                .collect();
            let wanted: Vec<&str> = path.split(['{', '}']).skip(1).step_by(2).collect();
            assert_eq!(in_path, wanted, "{method} {path}");
            let described = |p: &Json| !p["description"].as_str().unwrap_or("").is_empty();
            assert!(parameters.iter().all(described), "{method} {path}");
            assert!(operation["responses"].as_object().is_some_and(|all| all.len() > 1), "{method} {path}");
        }
    }
    assert!(ids.len() > 50, "{}", ids.len());
}

fn every_reference_leads_somewhere(document: &Json, part: &Json) {
    match part {
        Json::Object(members) => {
            if let Some(Json::String(to)) = members.get("$ref") {
                let pointer = to.strip_prefix('#').expect("within the document");
                assert!(document.pointer(pointer).is_some(), "{to} leads nowhere");
            }
            members.values().for_each(|part| every_reference_leads_somewhere(document, part));
        }
        Json::Array(items) => items.iter().for_each(|part| every_reference_leads_somewhere(document, part)),
        _ => {}
    }
}
