//! The schemas: two for each object (as read, and new), and those of all other bodies.

use cordee_kit::Registry;
use serde_json::{Map, Value as Json, json};

use super::operation::schema;
use super::{
    access, answers, audit, brought, found, happened, info, open, pascal, person, reckoned, record, sent,
    told,
};

/// All schemas, by name.
pub(super) fn schemas(registry: &Registry) -> Json {
    let fixed = [
        answers::schemas(),
        info::schemas(),
        happened::schemas(),
        found::schemas(),
        reckoned::schemas(),
        told::schemas(),
        access::schemas(),
        brought::schemas(),
        sent::schemas(),
        person::schemas(),
        audit::schemas(),
    ];
    let mut all: Map<String, Json> = fixed.into_iter().flatten().collect();
    for object in open(registry) {
        let name = pascal(object.name);
        all.insert(name.clone(), record::as_read(registry, object));
        all.insert(format!("{name}Row"), record::row(&name, object));
        all.insert(format!("New{name}"), record::new(registry, object));
        if object.lines.is_some() {
            all.insert(format!("{name}Line"), record::as_line(registry, object));
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
