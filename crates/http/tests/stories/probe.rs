//! S2 and S5: every route of the OpenAPI document is asked by those who may not, and with what is no name. Nothing is
//! shown to them, and nothing changes.

use axum::http::{Method, StatusCode};
use cordee_http::Options;
use serde_json::{Value as Json, json};

use crate::support::{Answer, Client, World, on_each};

/// What a route answers to somebody whose role allows nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stranger {
    /// As to everybody: it tells of oneself, or of the product.
    Own,
    /// As if there were nothing.
    NotFound,
    /// That it is for administrators.
    NotAllowed,
    /// It does something to what is one's own, unless the token is for reading only.
    Theirs,
}
use Stranger::{NotAllowed, NotFound, Own, Theirs};

/// Every route of the API. One that is not named here fails the test below: say what strangers are answered.
const ROUTES: &[(&str, &str, Stranger)] = &[
    ("get", "/me", Own),
    ("get", "/objects", Own),
    ("get", "/openapi.json", Own),
    ("get", "/sessions", Own),
    ("delete", "/sessions/{id}", NotAllowed),
    ("get", "/tokens", Own),
    ("post", "/tokens", NotAllowed),
    ("delete", "/tokens/{id}", NotAllowed),
    ("get", "/metrics", Own),
    ("get", "/metrics/{name}", NotFound),
    ("get", "/reports", Own),
    ("get", "/reports/{name}", NotFound),
    ("get", "/changes", Own),
    ("get", "/search", Own),
    ("get", "/today", Own),
    ("post", "/confirm", NotAllowed),
    ("post", "/password", NotAllowed),
    ("get", "/factor", Own),
    ("post", "/factor", NotAllowed),
    ("delete", "/factor", NotAllowed),
    ("post", "/factor/on", NotAllowed),
    ("post", "/factor/recovery_codes", NotAllowed),
    ("get", "/security_events", Own),
    ("get", "/audit_log", NotAllowed),
    ("post", "/audit_log/verify", NotAllowed),
    ("post", "/users/{id}/link", NotAllowed),
    ("delete", "/users/{id}/factor", NotAllowed),
    ("delete", "/users/{id}/sessions", NotAllowed),
    ("get", "/users/{id}/transfers", NotAllowed),
    ("post", "/users/{id}/transfers", NotAllowed),
    ("post", "/users/{id}/transfers/{transfer}/undo", NotAllowed),
    ("get", "/webhooks", NotAllowed),
    ("post", "/webhooks", NotAllowed),
    ("get", "/webhooks/{id}", NotAllowed),
    ("patch", "/webhooks/{id}", NotAllowed),
    ("delete", "/webhooks/{id}", NotAllowed),
    ("post", "/webhooks/{id}/rotate", NotAllowed),
    ("post", "/webhooks/{id}/test", NotAllowed),
    ("get", "/webhooks/{id}/deliveries", NotAllowed),
    ("post", "/webhooks/{id}/deliveries/{delivery}/again", NotAllowed),
    ("get", "/jobs", NotAllowed),
    ("get", "/jobs/queues", NotAllowed),
    ("post", "/jobs/schedules/{name}", NotAllowed),
    ("post", "/jobs/{id}/again", NotAllowed),
    ("delete", "/jobs/{id}", NotAllowed),
    ("post", "/attachments", NotAllowed),
    ("get", "/attachments/{id}", NotFound),
    ("get", "/attachments/{id}/content", NotFound),
    ("get", "/attachments/{id}/thumbnail", NotFound),
    ("delete", "/attachments/{id}", NotFound),
    ("post", "/attachments/{id}/restore", NotFound),
    ("post", "/import_plans", NotAllowed),
    ("get", "/import_plans/{plan}", NotAllowed),
    ("patch", "/import_plans/{plan}", NotAllowed),
    ("delete", "/import_plans/{plan}", NotAllowed),
    ("get", "/import_plans/{plan}/check", NotAllowed),
    ("get", "/import_plans/{plan}/problems", NotAllowed),
    ("post", "/import_plans/{plan}/start", NotAllowed),
    ("get", "/imports", NotAllowed),
    ("get", "/imports/{id}", NotAllowed),
    ("post", "/imports/{id}/stop", NotAllowed),
    ("post", "/imports/{id}/resume", NotAllowed),
    ("post", "/imports/{id}/undo", NotAllowed),
    ("get", "/imports/{id}/rejected", NotAllowed),
    ("get", "/imports/runs/{id}", NotAllowed),
    ("post", "/imports/runs/{id}/stop", NotAllowed),
    ("post", "/imports/runs/{id}/resume", NotAllowed),
    ("post", "/imports/runs/{id}/undo", NotAllowed),
    ("get", "/notifications", Own),
    ("post", "/notifications/read", Theirs),
    ("post", "/notifications/{id}/read", NotFound),
    ("post", "/notifications/{id}/unread", NotFound),
    ("get", "/{objects}", NotFound),
    ("post", "/{objects}", NotFound),
    ("post", "/{objects}/upsert", NotFound),
    ("post", "/{objects}/bulk", NotFound),
    ("get", "/{objects}/duplicates", NotFound),
    ("post", "/{objects}/duplicates", NotFound),
    ("get", "/{objects}/{id}/duplicates", NotFound),
    ("get", "/{objects}/aggregate", NotFound),
    ("get", "/{objects}/{id}", NotFound),
    ("patch", "/{objects}/{id}", NotFound),
    ("delete", "/{objects}/{id}", NotFound),
    ("get", "/{objects}/{id}/access", NotFound),
    ("get", "/{objects}/{id}/shares", NotFound),
    ("post", "/{objects}/{id}/shares", NotFound),
    ("delete", "/{objects}/{id}/shares/{share}", NotFound),
    ("post", "/{objects}/{id}/restore", NotFound),
    ("post", "/{objects}/{id}/purge", NotFound),
    ("get", "/{objects}/{id}/history", NotFound),
    ("get", "/{objects}/{id}/attachments", NotFound),
    ("post", "/{objects}/{id}/attachments", NotFound),
    ("get", "/{objects}/{id}/followers", NotFound),
    ("post", "/{objects}/{id}/snooze", NotFound),
    ("post", "/{objects}/{id}/{action}", NotFound),
];

/// The objects of which everybody has records of their own, whatever their role allows.
const EVERYBODYS: &[&str] = &["views"];

/// An operation of the document.
struct Operation {
    method: String,
    path: String,
    told: Json,
    /// The object it is about, by its plural.
    objects: Option<String>,
}

fn operations(world: &World, client: &Client) -> Vec<Operation> {
    let document = world.get(client, "/api/v1/openapi.json").json();
    let objects = world.get(client, "/api/v1/objects").json();
    let plurals: Vec<&str> = objects["data"]
        .as_array()
        .expect("objects")
        .iter()
        .filter_map(|one| one["plural"].as_str())
        .collect();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, told) in methods.as_object().expect("methods") {
            let tag = told["tags"][0].as_str().expect("a tag");
            let objects = plurals.contains(&tag).then(|| tag.to_owned());
            all.push(Operation { method: method.clone(), path: path.clone(), told: told.clone(), objects });
        }
    }
    assert!(all.len() > 100, "{} operations", all.len());
    all
}

impl Operation {
    /// The line of the table.
    fn row(&self) -> Option<Stranger> {
        let path = self.path.strip_prefix("/api/v1").expect("under the API");
        let told = |wanted: &str| {
            let found = ROUTES.iter().find(|(method, route, _)| *method == self.method && *route == wanted);
            found.map(|(_, _, answer)| *answer)
        };
        if let Some(answer) = told(path) {
            return Some(answer);
        }
        let general = path.replacen(self.objects.as_deref()?, "{objects}", 1);
        told(&general).or_else(|| match general.strip_prefix("/{objects}/{id}/") {
            Some(action) if !action.contains('/') => told("/{objects}/{id}/{action}"),
            _ => None,
        })
    }

    /// The parameters that must be given: a text that finds the canary, if it may be found.
    fn needed(&self) -> String {
        let all = self.told["parameters"].as_array().into_iter().flatten();
        let needed = all.filter(|one| one["in"] == "query" && one["required"] == true);
        let pairs: Vec<String> =
            needed.filter_map(|one| one["name"].as_str()).map(|name| format!("{name}=canary")).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// Sends it about this record, with the body that the document shows.
    fn send(&self, world: &World, client: &Client, id: &str, query: &str) -> Answer {
        let name = self.told["parameters"].as_array().into_iter().flatten();
        let name = name
            .clone()
            .find(|one| one["name"] == "name")
            .map_or("", |one| one["schema"]["enum"][0].as_str().unwrap_or("win_rate"));
        let path = self
            .path
            .replace("{id}", id)
            .replace("{delivery}", id)
            .replace("{share}", id)
            .replace("{transfer}", id)
            .replace("{plan}", "5c1e0f7ad2b94e6f8a3d7c10")
            .replace("{name}", name);
        let method: Method = self.method.to_uppercase().parse().expect("a method");
        let body = self.told["requestBody"]["content"]["application/json"].get("example").cloned();
        let client = match self.method.as_str() {
            "patch" | "delete" => client.clone().with("if-match", "*"),
            _ => client.clone(),
        };
        world.send(client.request(method, &format!("{path}{query}"), body))
    }
}

#[test]
fn no_route_shows_or_does_anything_for_whoever_may_nothing() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "The canary"}));
        let nobody = world.person_who_may("Nobody", r#"{"objects": {}}"#);
        let clients = [world.token(&nobody, "read_write"), world.token(&nobody, "read")];
        let before = world.journal(&world.admin);
        for operation in operations(world, &ada) {
            let at = format!("{} {}", operation.method, operation.path);
            let wanted = operation.row().unwrap_or_else(|| panic!("{at}: name it in ROUTES"));
            let own = operation.objects.as_deref().is_some_and(|objects| EVERYBODYS.contains(&objects));
            let wanted = match (own, operation.path.contains("{id}"), operation.method.as_str()) {
                (true, true, _) if operation.path.ends_with("/purge") => NotAllowed,
                (true, false, "get") => Own,
                // What one makes is one's own.
                (true, false, _) => continue,
                _ => wanted,
            };
            for (client, writes) in clients.iter().zip([true, false]) {
                let answer = operation.send(world, client, &id, &operation.needed());
                match wanted {
                    Theirs if writes => assert_eq!(answer.status, StatusCode::NO_CONTENT, "{at}"),
                    Theirs => drop(answer.refuses(403, &[])),
                    Own => assert_eq!(answer.status, StatusCode::OK, "{at}: {}", answer.text()),
                    NotFound => drop(answer.refuses(404, &[])),
                    NotAllowed => drop(answer.refuses(403, &[])),
                }
                assert!(!answer.text().contains("The canary"), "{at}");
            }
        }
        assert_eq!(world.journal(&world.admin), before);
    });
}

#[test]
fn no_route_changes_anything_for_whoever_may_only_read() {
    on_each(|world| {
        let ada = world.program();
        let account = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let reader = world.token(&world.admin, "read");
        let before = world.journal(&world.admin);
        for operation in operations(world, &ada).iter().filter(|one| one.method != "get") {
            let at = format!("{} {}", operation.method, operation.path);
            let objects = operation.objects.as_deref().unwrap_or("accounts");
            let some = world.get(&ada, &format!("/api/v1/{objects}?limit=1&fields=id")).json();
            let id = some["data"][0]["id"].as_str().unwrap_or(&account).to_owned();
            let answer = operation.send(world, &reader, &id, "");
            if operation.path.ends_with("/duplicates") {
                // It only asks, with a body.
                assert_eq!(answer.status, StatusCode::OK, "{at}: {}", answer.text());
                continue;
            }
            let refused = matches!(answer.status.as_u16(), 403 | 404)
                || answer.json()["rows"].as_array().is_some_and(|rows| {
                    rows.iter().all(|row| matches!(row["status"].as_u64(), Some(403 | 404)))
                });
            assert!(refused, "{at}: {} {}", answer.status, answer.text());
        }
        assert_eq!(world.journal(&world.admin), before);
    });
}

/// What stands for others' records: neither found nor changed by whoever may reach only their own.
#[test]
fn somebody_elses_record_is_not_there_by_any_route() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "The canary"}));
        let own =
            r#"{"objects": {"account": {"create": "own", "read": "own", "edit": "own", "delete": "own"}}}"#;
        let sam = world.token(&world.person_who_may("Sam", own), "read_write");
        let before = world.journal(&world.admin);
        let about = |one: &Operation| one.objects.as_deref() == Some("accounts") && one.path.contains("{id}");
        let all = operations(world, &ada);
        for operation in all.iter().filter(|one| about(one)) {
            let answer = operation.send(world, &sam, &id, "");
            // Purging is for administrators, whatever there is.
            let status = if operation.path.ends_with("/purge") { 403 } else { 404 };
            answer.refuses(status, &[]);
        }
        let rows = json!([
            {"do": "update", "id": id, "version": "*", "data": {"name": "Mine"}},
            {"do": "delete", "id": id, "version": "*"},
        ]);
        let told = world.post(&sam, "/api/v1/accounts/bulk", json!({"rows": rows})).json();
        let statuses: Vec<&Json> =
            told["rows"].as_array().expect("rows").iter().map(|row| &row["status"]).collect();
        assert_eq!(statuses, [404, 404]);
        let filter = world.get(&sam, "/api/v1/accounts?count=exact&filter=name%20%3D%20%22The%20canary%22");
        assert_eq!(filter.json()["count"], 0);
        assert_eq!(world.journal(&world.admin), before);
    });
}

/// What is no name of anything, and what would matter if it were taken for SQL.
const HOSTILE: &[&str] = &[
    "'",
    "\"",
    "name'--",
    "name\"; DROP TABLE account; --",
    "(CASE WHEN 1=1 THEN name ELSE id END)",
    "(CASE WHEN 1=2 THEN name ELSE id END)",
    "name) UNION SELECT secret FROM credential --",
    "nonesuch.name",
    "r.name",
    "1",
    "nonesuch",
    "name/**/desc",
    "name:month'",
    "\u{0}",
    "owner.password",
    "x_nonesuch",
];

/// Parameters that are texts of one's own: any value is sound, and only bound.
const FREE: &[&str] = &["queue", "q"];

#[test]
fn what_is_no_name_is_refused_wherever_a_name_stands() {
    let world = &World::small(Options::default());
    let ada = world.program();
    let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
    let before = world.journal(&world.admin);
    let mut asked = 0;
    for operation in operations(world, &ada) {
        let parameters = operation.told["parameters"].as_array().cloned().unwrap_or_default();
        let of_query = parameters.iter().filter(|one| one["in"] == "query");
        let names = of_query.filter_map(|one| one["name"].as_str()).filter(|name| !FREE.contains(name));
        for name in names {
            // A few for all, so that the test stays short; all of them where the parameters are most.
            let many = operation.objects.as_deref() == Some("accounts") || operation.objects.is_none();
            for hostile in HOSTILE.iter().step_by(if many { 1 } else { 5 }) {
                let answer = operation.send(world, &ada, &id, &format!("?{name}={}", percents(hostile)));
                let at = format!("{} {}?{name}={hostile:?}", operation.method, operation.path);
                let sound = sound(name, hostile);
                let status = answer.status.as_u16();
                assert!(sound || (400..500).contains(&status), "{at}: {status} {}", answer.text());
                assert!(status < 500, "{at}: {}", answer.text());
                let text = answer.text().to_lowercase();
                for inside in ["sqlite", "syntax error", "select ", "panicked", "/src/"] {
                    // What was sent may be told again; more of the inside may not.
                    let told = hostile.to_lowercase().contains(inside);
                    assert!(told || !text.contains(inside), "{at}: {text}");
                }
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "{asked} requests");
    assert_eq!(world.journal(&world.admin), before);
    assert_eq!(world.get(&ada, "/api/v1/accounts?count=exact").json()["count"], 1);
}

/// Whether this is no fault after all: a number where one is asked for.
fn sound(name: &str, value: &str) -> bool {
    matches!((name, value), ("limit" | "before" | "since", "1"))
}

#[test]
fn what_is_no_name_is_refused_in_addresses_and_bodies() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let before = world.journal(&world.admin);
        for hostile in HOSTILE {
            let part = percents(hostile);
            for path in [
                format!("/api/v1/{part}"),
                format!("/api/v1/{part}/{id}"),
                format!("/api/v1/accounts/{part}"),
                format!("/api/v1/accounts/{part}/history"),
                format!("/api/v1/metrics/{part}"),
            ] {
                let status = world.get(&ada, &path).status;
                assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
            }
            let act = world.post(&ada, &format!("/api/v1/accounts/{id}/{part}"), json!({}));
            assert_eq!(act.status, StatusCode::NOT_FOUND, "{hostile:?}");
            let named = json!({*hostile: "x", "name": "New"});
            assert_eq!(
                world.post(&ada, "/api/v1/accounts", named.clone()).status.as_u16(),
                422,
                "{hostile:?}"
            );
            let patched = world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", named.clone());
            assert_eq!(patched.status.as_u16(), 422, "{hostile:?}");
            let row = json!({"do": "upsert", "match": hostile, "data": {"name": "New"}});
            let told = world.post(&ada, "/api/v1/accounts/bulk", json!({"rows": [row]})).json();
            assert_eq!(told["rows"][0]["status"], 422, "{told}");
            let filter = json!({"field": hostile, "operator": hostile, "value": hostile}).to_string();
            let filtered = world.get(&ada, &format!("/api/v1/accounts?filter={}", percents(&filter)));
            assert_eq!(filtered.status.as_u16(), 400, "{hostile:?}: {}", filtered.text());
            // As a value it is a value.
            let value = json!({"field": "name", "operator": "is", "value": hostile}).to_string();
            let valued = world.get(&ada, &format!("/api/v1/accounts?filter={}", percents(&value)));
            assert!(valued.status.as_u16() < 500, "{hostile:?}: {}", valued.text());
        }
        assert_eq!(world.journal(&world.admin), before);
    });
}

fn percents(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[test]
fn every_operation_shows_an_example_of_what_it_takes_and_gives() {
    let world = World::small(Options::default());
    let ada = world.program();
    for operation in operations(&world, &ada) {
        let at = format!("{} {}", operation.method, operation.path);
        if let Some(body) = operation.told.get("requestBody") {
            let kinds = body["content"].as_object().expect("content");
            assert!(kinds.values().all(|kind| kind.get("example").is_some()), "{at}");
        }
        for (status, response) in operation.told["responses"].as_object().expect("responses") {
            let kinds = response["content"].as_object();
            let shown = kinds.and_then(|kinds| kinds.values().next()?.get("example"));
            let empty = matches!(status.as_str(), "204" | "304" | "416") || response.get("$ref").is_some();
            assert!(empty || shown.is_some_and(|example| !example.is_null()), "{at}: {status}");
        }
        let tag = operation.told["tags"][0].as_str().unwrap_or("");
        // What is told once is not kept to be told again.
        if operation.method == "post" && !matches!(tag, "me" | "factor" | "people" | "webhooks") {
            let keyed = operation.told["parameters"].as_array().into_iter().flatten();
            assert!(keyed.clone().any(|one| one["name"] == "Idempotency-Key"), "{at}");
            let longer = ada.clone().with("idempotency-key", &"k".repeat(256));
            let answer = operation.send(&world, &longer, "01JC8V7N4QK2M", "");
            answer.refuses(400, &[("Idempotency-Key", "key")]);
        }
    }
}
