//! Examples, one for each kind of field, so that a request can be copied and changed.

use cordee_i18n::Language;
use cordee_kit::Registry;
use cordee_schema::{FieldDef, Kind, Object, Rights};
use serde_json::{Map, Value as Json, json};

use super::parameters::SOME_ID;
use cordee_schema::json::TITLES;

/// A new record with what has to be given, and a little more.
pub(super) fn draft(registry: &Registry, object: &'static Object) -> Json {
    let open = object.fields.iter().filter(|field| field.rights != Rights::Engine && !field.secret);
    let (needed, free): (Vec<&FieldDef>, Vec<&FieldDef>) = open.partition(|field| field.required);
    let facts = free.into_iter().filter(|field| object.facts.contains(&field.name));
    let mut draft = fields(registry, needed.into_iter().chain(facts.take(3)));
    for lines in registry.catalog.lines_of(object) {
        if let Some(how) = lines.lines {
            draft[how.name] = json!([line(registry, lines)]);
        }
    }
    draft
}

/// A new line, as it stands in the record that has it.
pub(super) fn line(registry: &Registry, lines: &'static Object) -> Json {
    let link = lines.as_lines().map(|(link, _)| link.name);
    let open = lines.fields.iter().filter(|field| field.rights != Rights::Engine && !field.secret);
    let shown = open.filter(|field| field.required || lines.list.contains(&field.name));
    fields(registry, shown.filter(|field| Some(field.name) != link).take(4))
}

/// A record as it comes back: its head, and what lists of it show.
pub(super) fn record(registry: &Registry, object: &'static Object) -> Json {
    let mut record = json!({"id": SOME_ID, "version": 1, "created_at": "2026-11-21T17:41:00Z"});
    let listed = object.list.iter().filter_map(|name| object.fields.iter().find(|field| field.name == *name));
    let shown = fields(registry, listed.clone().take(5));
    let links: Map<String, Json> = listed
        .take(5)
        .filter(|field| field.links_to().is_some())
        .map(|field| (field.name.to_owned(), cordee_i18n::object(Language::En, field.name).into()))
        .collect();
    if let (Json::Object(record), Json::Object(shown)) = (&mut record, shown) {
        record.extend(shown);
        if !links.is_empty() {
            record.insert(TITLES.to_owned(), Json::Object(links));
        }
    }
    record
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
        Kind::Tags(_) => json!(["VIP"]),
        Kind::Choices(kind) => kind.options.first().map_or(json!([]), |option| json!([option.key])),
        Kind::Link(_) => json!(SOME_ID),
        Kind::Links(_) => json!([SOME_ID]),
        Kind::Email(_) => json!("ada@example.com"),
        Kind::Phone(_) => json!("+33142685300"),
        Kind::Url(_) => json!("https://example.com"),
        Kind::Address(_) => {
            json!({"street": "1 Rue de Rivoli", "city": "Paris", "postcode": "75001", "country": "FR"})
        }
        Kind::AnyLink(kind) => {
            let mut open = registry.catalog.objects().filter(|object| !object.system);
            let some = open.find(|object| kind.admits(object.name)).map_or("", |object| object.name);
            json!({"object": some, "id": SOME_ID})
        }
        Kind::File(_) => json!({"id": SOME_ID, "name": "offer.pdf"}),
        Kind::Text(_) | Kind::LongText(_) | Kind::Serial(_) => {
            json!(cordee_i18n::say(Language::En, field.name, &[]))
        }
    }
}
