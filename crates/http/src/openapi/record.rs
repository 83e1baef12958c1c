//! The schemas of the records of an object: as read, as written, as a line, and as a row of many.

use cordee_i18n::Language;
use cordee_kit::Registry;
use cordee_kit::names;
use cordee_schema::{Default, FieldDef, Kind, Object, Rights, SYSTEM_FIELDS};
use serde_json::{Map, Value as Json, json};

use super::operation::schema;
use super::{example, pascal};
use crate::api::lines::MOST;
use crate::api::upsert;

/// A record as it is read; it may be sent back so, with changes.
pub(super) fn as_read(registry: &Registry, object: &'static Object) -> Json {
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
pub(super) fn as_line(registry: &Registry, object: &'static Object) -> Json {
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
pub(super) fn row(name: &str, object: &'static Object) -> Json {
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
pub(super) fn new(registry: &Registry, object: &'static Object) -> Json {
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
