//! The API told in OpenAPI 3.1, made of the catalog and the registry: nothing in it is written twice.
//!
//! `operations` lists what can be asked; the document and the page that people read are both made of that list.

mod access;
mod answers;
mod audit;
mod brought;
mod document;
mod example;
mod found;
mod happened;
mod info;
mod objects;
mod operation;
mod others;
mod parameters;
mod person;
mod reckoned;
mod record;
mod sample;
mod schemas;
mod sent;
mod told;

use cordee_i18n::Language;
use cordee_kit::Registry;
use cordee_schema::Object;

pub use document::document;
pub use operation::{Answered, Operation, Parameter};

/// The groups of what only somebody in person asks: passwords, second factors, links. What is answered there is
/// told once, so that it is not kept to be told again.
const SECRETS: [&str; 4] = ["me", "factor", "people", "webhooks"];

/// All operations, told in `language`: first those of the engine, then those of each object.
pub fn operations(registry: &Registry, language: Language) -> Vec<Operation> {
    let mut operations = others::operations(registry, language);
    operations.extend(open(registry).flat_map(|object| objects::operations(registry, language, object)));
    let keyed =
        |operation: &&mut Operation| operation.method == "POST" && !SECRETS.contains(&operation.group);
    for operation in operations.iter_mut().filter(keyed) {
        operation.parameters.push(parameters::idempotency_key(language));
    }
    operations
}

/// A record of `object` as it may come back.
pub fn example(registry: &Registry, object: &'static Object) -> serde_json::Value {
    example::record(registry, object)
}

/// The objects that the API knows.
fn open(registry: &Registry) -> impl Iterator<Item = &'static Object> + '_ {
    registry.catalog.objects().filter(|object| !object.internal)
}

/// `opportunity_line` as a name of a schema: `OpportunityLine`.
fn pascal(name: &str) -> String {
    let parts = name.split(['_', '-']).map(|part| {
        let mut letters = part.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
    });
    parts.collect::<Vec<String>>().concat()
}

#[cfg(test)]
mod tests;
