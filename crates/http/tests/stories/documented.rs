//! The OpenAPI document tells the truth: what it names is there, and what comes back is as it says.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use cordee_http::Options;
use serde_json::{Value as Json, json};

use crate::support::{Client, World, on_each};

#[test]
fn every_operation_of_the_document_is_there() {
    let world = World::small(Options::default());
    let document = world.get(&world.program(), "/api/v1/openapi.json").json();
    let id = "01JC8V7N4QK2M";
    for (path, methods) in document["paths"].as_object().expect("paths") {
        let path = path.replace("{id}", id).replace("{name}", "win_rate").replace("{delivery}", id);
        for method in methods.as_object().expect("methods").keys() {
            let request = Request::builder().method(method.to_uppercase().as_str()).uri(&path);
            let request = request.header("sec-fetch-site", "same-origin").body(Body::empty());
            let answer = world.send(request.expect("a request"));
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}: {}", answer.text());
        }
    }
}

#[test]
fn every_choice_in_the_document_names_what_can_be_chosen() {
    fn empty(json: &Json, at: String, found: &mut Vec<String>) {
        match json {
            Json::Object(parts) => {
                for (name, part) in parts {
                    let at = format!("{at}/{name}");
                    let choice = name == "enum" && !at.contains("/properties/enum");
                    if choice && part.as_array().is_none_or(Vec::is_empty) {
                        found.push(at.clone());
                    }
                    empty(part, at, found);
                }
            }
            Json::Array(parts) => parts.iter().for_each(|part| empty(part, format!("{at}/-"), found)),
            _ => {}
        }
    }
    let world = World::small(Options::default());
    let mut found = Vec::new();
    empty(&world.get(&world.program(), "/api/v1/openapi.json").json(), String::new(), &mut found);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_page_about_the_api_is_for_whoever_reads_it() {
    let world = World::small(Options::default());
    let sent = world.get(&Client::default(), "/api/docs");
    assert_eq!(
        (sent.status, sent.header("location")),
        (StatusCode::SEE_OTHER, "/sign-in?next=%2Fapi%2Fdocs")
    );
    let page = world.get(&world.browser(&world.admin), "/api/docs");
    assert_eq!(page.status, StatusCode::OK);
    for part in
        ["/api/v1/accounts/{id}/merge", "/api/v1/metrics/{name}", "curl ", "/api/v1/openapi.json", "If-Match"]
    {
        assert!(page.text().contains(part), "{part}");
    }
    let sam = world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#);
    let page = world.get(&world.browser(&sam), "/api/docs");
    assert!(page.text().contains("/api/v1/accounts") && !page.text().contains("/api/v1/contacts"));
}

#[test]
fn what_comes_back_is_as_the_document_says() {
    on_each(|world| {
        let ada = world.program();
        let document = world.get(&ada, "/api/v1/openapi.json").json();
        let id = world.create(
            &ada,
            "accounts",
            json!({"name": "Acme", "phone": "+33142685300",
            "annual_revenue": {"amount": "1.50", "currency": "EUR"}, "employees": 12}),
        );
        let mut deal = world.stage(&ada, "open");
        deal["name"] = "Big one".into();
        deal["account"] = id.as_str().into();
        deal["probability"] = 15.into();
        deal["expected_close_date"] = "2026-04-01".into();
        let deal = world.create(&ada, "opportunities", deal);
        let places = [
            ("accounts", format!("/api/v1/accounts/{id}?include=owner"), "readAccount"),
            ("accounts", "/api/v1/accounts?count=exact&include=owner,parent".to_owned(), "listAccounts"),
            ("opportunities", format!("/api/v1/opportunities/{deal}"), "readOpportunity"),
            ("opportunities", format!("/api/v1/opportunities/{deal}/history"), "historyOfOpportunity"),
            ("opportunities", "/api/v1/opportunities?limit=1".to_owned(), "listOpportunities"),
            (
                "opportunities",
                "/api/v1/opportunities/aggregate?by=owner&sum=amount".to_owned(),
                "aggregateOpportunities",
            ),
            (
                "opportunities",
                "/api/v1/opportunities/aggregate?by=owner&by=stage.kind".to_owned(),
                "aggregateOpportunities",
            ),
            ("users", "/api/v1/users".to_owned(), "listUsers"),
            ("roles", "/api/v1/roles".to_owned(), "listRoles"),
            ("stages", "/api/v1/stages".to_owned(), "listStages"),
            ("me", "/api/v1/me".to_owned(), "readMe"),
            ("objects", "/api/v1/objects".to_owned(), "listObjects"),
            ("metrics", "/api/v1/metrics".to_owned(), "listMetrics"),
            ("metrics", "/api/v1/metrics/opportunity_count?by=owner".to_owned(), "askMetric"),
            ("tokens", "/api/v1/tokens".to_owned(), "listTokens"),
        ];
        for (_, path, operation) in &places {
            let answer = world.get(&ada, path);
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
            fits(&document, &answer.json(), &promised(&document, operation, "200"), path);
        }
        let refused = world.get(&ada, "/api/v1/accounts?limit=0").json();
        fits(&document, &refused, &document["components"]["schemas"]["Problem"], "a problem");
    });
}

/// The schema of an operation's answer.
fn promised(document: &Json, operation: &str, status: &str) -> Json {
    let mut all =
        document["paths"].as_object().expect("paths").values().flat_map(|methods| methods.as_object());
    let found = all.find_map(|methods| methods.values().find(|told| told["operationId"] == operation));
    found.expect(operation)["responses"][status]["content"]["application/json"]["schema"].clone()
}

/// As much of JSON Schema as the document uses. Members of records have to be named by their schema.
fn fits(document: &Json, value: &Json, schema: &Json, at: &str) {
    if let Some(to) = schema["$ref"].as_str() {
        let found = document.pointer(to.trim_start_matches('#')).expect(to);
        return fits(document, value, found, at);
    }
    if let Some(kinds) = schema.get("type") {
        let kinds: Vec<&str> = match kinds {
            Json::String(kind) => vec![kind],
            kinds => kinds.as_array().expect("kinds").iter().filter_map(Json::as_str).collect(),
        };
        let is = |kind: &str| match kind {
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            _ => value.is_null(),
        };
        assert!(kinds.iter().any(|kind| is(kind)), "{at}: {value} is none of {kinds:?}");
    }
    if let Some(options) = schema["enum"].as_array() {
        assert!(options.contains(value), "{at}: {value} is none of {options:?}");
    }
    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(document, item, &schema["items"], &format!("{at}[{place}]"));
    }
    let members = value.as_object();
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
        assert!(members.is_none_or(|members| members.contains_key(name)), "{at} lacks {name}");
    }
    for (name, member) in members.into_iter().flatten() {
        let at = format!("{at}.{name}");
        match (schema["properties"].get(name), schema.get("additionalProperties")) {
            (Some(schema), _) => fits(document, member, schema, &at),
            (None, Some(schema)) if schema.is_object() => fits(document, member, schema, &at),
            _ => assert!(schema.get("properties").is_none(), "{at} is not in the document"),
        }
    }
}
