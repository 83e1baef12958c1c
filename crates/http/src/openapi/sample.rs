//! A value that a schema allows, so that every answer is shown by an example.

use serde_json::{Map, Value as Json, json};

use super::parameters::SOME_ID;

/// How deep references are followed.
const DEEPEST: usize = 6;

/// A value for `schema`, whose references lead into `schemas`: its own example if it has one.
pub(super) fn of(schemas: &Json, schema: &Json) -> Json {
    sample(schemas, schema, "text", DEEPEST)
}

fn sample(schemas: &Json, schema: &Json, name: &str, depth: usize) -> Json {
    if let Some(example) = schema.get("example") {
        return example.clone();
    }
    if let Some(to) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return match (to, depth) {
            ("Id", _) => SOME_ID.into(),
            (_, 0) => Json::Null,
            _ => sample(schemas, &schemas[to], name, depth - 1),
        };
    }
    if let Some(first) = schema["enum"].get(0) {
        return first.clone();
    }
    let kind = schema["type"].as_str().or(schema["type"][0].as_str()).unwrap_or("");
    match (kind, schema["format"].as_str().unwrap_or("")) {
        ("object", _) => members(schemas, schema, depth),
        ("array", _) => json!([sample(schemas, &schema["items"], name, depth)]),
        ("string", "date-time") => json!("2026-11-21T17:41:00Z"),
        ("string", "date") => json!("2026-11-21"),
        ("string", "uri-reference") => json!("/problems/invalid"),
        ("string", _) => json!(name),
        ("integer", _) => schema.get("default").cloned().unwrap_or(json!(1)),
        ("number", _) => json!(1250.5),
        ("boolean", _) => json!(true),
        _ => Json::Null,
    }
}

fn members(schemas: &Json, schema: &Json, depth: usize) -> Json {
    let told = schema["properties"].as_object().into_iter().flatten();
    let told: Map<String, Json> =
        told.map(|(name, inner)| (name.clone(), sample(schemas, inner, name, depth))).collect();
    Json::Object(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_is_what_its_schema_allows() {
        let schemas = json!({"Day": {"type": ["string", "null"], "format": "date"},
            "Loop": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Loop"}}}});
        let schema = json!({"type": "object", "properties": {
            "id": {"$ref": "#/components/schemas/Id"},
            "days": {"type": "array", "items": {"$ref": "#/components/schemas/Day"}},
            "state": {"enum": ["new", "old"]},
            "name": {"type": "string"},
        }});
        let wanted = json!({"id": SOME_ID, "days": ["2026-11-21"], "state": "new", "name": "name"});
        assert_eq!(of(&schemas, &schema), wanted);
        let endless = of(&schemas, &schemas["Loop"]).to_string();
        assert!(endless.ends_with(&format!("null{}", "}".repeat(DEEPEST + 1))), "{endless}");
    }
}
