//! The document itself: operations, schemas, how one signs in, what a refusal looks like.

use cordee_i18n::Language;
use cordee_kit::Registry;
use serde_json::{Map, Value as Json, json};

use super::operation::{Answered, Operation, Parameter, schema};
use super::{operations, sample, schemas};

const ABOUT: &str = "Records of all objects, figures, and what can be done. Sign in with `Authorization: Bearer TOKEN`; \
    a token is made under one's profile, by `POST /api/v1/tokens` or by `cordee token`. What you may not see is not found. \
    A record may be sent back as it was read, with changes; `titles` and `included` are for reading. \
    Every refusal is a problem document (RFC 9457) that names each field and what would be right.";

/// The document in OpenAPI 3.1; `base_url` is where this server is reached, if that is known.
pub fn document(registry: &Registry, base_url: Option<&str>) -> Json {
    let operations = operations(registry, Language::En);
    let schemas = schemas::schemas(registry);
    let mut paths = Map::new();
    for operation in &operations {
        let path = paths.entry(operation.path.clone()).or_insert_with(|| json!({}));
        path[operation.method.to_lowercase()] = told(operation, &schemas);
    }
    let mut groups: Vec<&str> = operations.iter().map(|operation| operation.group).collect();
    groups.dedup();
    let tags: Vec<Json> = groups.iter().map(|group| json!({"name": group})).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Cordee",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": base_url.unwrap_or("/")}],
        "security": [{"token": []}, {"session": []}],
        "tags": tags,
        "paths": paths,
        "components": {
            "responses": {"Problem": {
                "description": "Why it was not done",
                "content": {"application/problem+json": {
                    "schema": schema("Problem"),
                    "example": sample::of(&schemas, &schemas["Problem"]),
                }},
            }},
            "schemas": schemas,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "A token, for programs"},
                "session": {"type": "apiKey", "in": "cookie", "name": "__Host-cordee",
                    "description": "The cookie of a browser; `cordee` where there is no TLS. A change must come from the same origin."},
            },
        },
    })
}

fn told(operation: &Operation, schemas: &Json) -> Json {
    let mut told = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [operation.group],
        "responses": responses(operation, schemas),
    });
    if !operation.parameters.is_empty() {
        told["parameters"] = operation.parameters.iter().map(parameter).collect();
    }
    if let Some((schema, example)) = &operation.body {
        told["requestBody"] = json!({
            "required": true,
            "content": {"application/json": {"schema": schema, "example": example}},
        });
    }
    if operation.takes_files {
        let bytes = json!({"type": "string", "format": "binary"});
        let file = json!({"type": "array", "minItems": 1, "items": bytes});
        let form = json!({"type": "object", "required": ["file"], "properties": {"file": file}});
        told["requestBody"] = json!({
            "required": true,
            "description": "Files as parts of a form, or one as the body, with its name in `Content-Disposition`",
            "content": {
                "multipart/form-data": {"schema": form, "example": {"file": ["offer.pdf"]}},
                "application/octet-stream": {"schema": bytes, "example": "%PDF-1.7 …"},
            },
        });
    }
    told
}

fn parameter(parameter: &Parameter) -> Json {
    let mut told = json!({
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.meaning,
        "schema": parameter.schema,
    });
    if parameter.required {
        told["required"] = true.into();
    }
    if parameter.schema["type"] == "array" {
        // By commas.
        told["style"] = "form".into();
        told["explode"] = false.into();
    }
    if let Some(example) = &parameter.example {
        told["example"] = example.clone();
    }
    told
}

fn responses(operation: &Operation, schemas: &Json) -> Json {
    let mut responses = Map::new();
    responses.insert(operation.answer.status.to_string(), answered(&operation.answer, schemas));
    if operation.or_new {
        let new = Answered { status: 201, meaning: "It is new", ..operation.answer.clone() };
        responses.insert("201".to_owned(), answered(&new, schemas));
    }
    for status in operation.refused_with() {
        let told = match status {
            206 => json!({"description": "The part that `Range` asks for", "content": bytes()}),
            304 => json!({"description": "The version one has still stands"}),
            416 => json!({"description": "There is no such part"}),
            _ => json!({"$ref": "#/components/responses/Problem"}),
        };
        responses.insert(status.to_string(), told);
    }
    Json::Object(responses)
}

fn answered(answer: &Answered, schemas: &Json) -> Json {
    let mut told = json!({"description": answer.meaning});
    if let Some(schema) = &answer.schema {
        told["content"] =
            json!({"application/json": {"schema": schema, "example": sample::of(schemas, schema)}});
    }
    if answer.bytes {
        told["content"] = bytes();
    }
    if answer.tagged {
        let text = json!({"type": "string"});
        told["headers"] = json!({"ETag": {"description": "The version, for `If-Match`", "schema": text}});
    }
    told
}

/// A file's content, of whatever type it is.
fn bytes() -> Json {
    let bytes = json!({"type": "string", "format": "binary"});
    json!({"*/*": {"schema": bytes, "example": "%PDF-1.7 …"}})
}
