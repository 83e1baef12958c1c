//! Examples, one for each kind of field, so that a request can be copied and changed.

use cordee_kit::Registry;
use cordee_schema::{FieldDef, Kind, Object, Rights};
use serde_json::{Map, Value as Json, json};

/// A new record with what has to be given, and a little more.
pub(super) fn draft(registry: &Registry, object: &'static Object) -> Json {
    let open = object.fields.iter().filter(|field| field.rights != Rights::Engine && !field.secret);
    let (needed, free): (Vec<&FieldDef>, Vec<&FieldDef>) = open.partition(|field| field.required);
    let facts = free.into_iter().filter(|field| object.facts.contains(&field.name));
    fields(registry, needed.into_iter().chain(facts.take(3)))
}

/// Values for these fields.
pub(super) fn fields<'a>(registry: &Registry, fields: impl Iterator<Item = &'a FieldDef>) -> Json {
    let values: Map<String, Json> =
        fields.map(|field| (field.name.to_owned(), value(registry, field))).collect();
    Json::Object(values)
}

fn value(registry: &Registry, field: &FieldDef) -> Json {
    match field.kind {
        Kind::Number(_) => json!(3),
        Kind::Money(_) => json!({"amount": "1250.50", "currency": "EUR"}),
        Kind::Percent(_) => json!(15),
        Kind::Date(_) => json!("2026-11-21"),
        Kind::Time(_) => json!("17:41:00"),
        Kind::Moment(_) => json!("2026-11-21T17:41:00Z"),
        Kind::YesNo(_) => json!(true),
        Kind::Choice(kind) => kind.options.first().map_or(Json::Null, |option| json!(option.key)),
        Kind::Choices(kind) => kind.options.first().map_or(json!([]), |option| json!([option.key])),
        Kind::Link(_) => json!("01JC8V7N4QK2M"),
        Kind::Email(_) => json!("ada@example.com"),
        Kind::Phone(_) => json!("+33142685300"),
        Kind::Url(_) => json!("https://example.com"),
        Kind::Address(_) => {
            json!({"street": "1 Rue de Rivoli", "city": "Paris", "postcode": "75001", "country": "FR"})
        }
        Kind::AnyLink(_) => {
            let some =
                registry.catalog.objects().find(|object| !object.system).map_or("", |object| object.name);
            json!({"object": some, "id": "01JC8V7N4QK2M"})
        }
        Kind::Text(_) | Kind::LongText(_) | Kind::Serial(_) => {
            json!(cordee_i18n::say(cordee_i18n::Language::En, field.name, &[]))
        }
    }
}
