//! A POST that is sent again under the same key does nothing twice; many rows go in one request, each told.

use axum::http::{Method, StatusCode};
use serde_json::{Value as Json, json};

use crate::support::{Answer, Client, World, on_each};

fn keyed(world: &World, client: &Client, key: &str, path: &str, body: Json) -> Answer {
    world.post(&client.clone().with("idempotency-key", key), path, body)
}

fn count(world: &World, client: &Client, objects: &str) -> Json {
    world.get(client, &format!("/api/v1/{objects}?count=exact&limit=1")).json()["count"].clone()
}

#[test]
fn what_is_sent_again_is_answered_as_before_and_done_once() {
    on_each(|world| {
        let ada = world.program();
        let send = |body: Json| keyed(world, &ada, "order 66", "/api/v1/accounts", body);
        let first = send(json!({"name": "Acme"}));
        assert_eq!((first.status, first.header("idempotent-replayed")), (StatusCode::CREATED, ""));
        let again = send(json!({"name": "Acme"}));
        assert_eq!((again.status, again.header("idempotent-replayed")), (StatusCode::CREATED, "true"));
        assert_eq!(again.bytes, first.bytes);
        for name in ["location", "etag", "content-type"] {
            assert_eq!(again.header(name), first.header(name));
            assert!(!first.header(name).is_empty(), "{name}");
        }
        assert_eq!(count(world, &ada, "accounts"), 1);
        // Another body or another address under this key is another request.
        send(json!({"name": "Other"})).refuses(422, &[("Idempotency-Key", "key-reused")]);
        keyed(world, &ada, "order 66", "/api/v1/contacts", json!({"name": "Acme"}))
            .refuses(422, &[("Idempotency-Key", "key-reused")]);
        // The key is its sender's own.
        let sam = world.person("Sam", "head_of_sales");
        let other = keyed(
            world,
            &world.token(&sam, "read_write"),
            "order 66",
            "/api/v1/accounts",
            json!({"name": "B"}),
        );
        assert_eq!((other.status, other.header("idempotent-replayed")), (StatusCode::CREATED, ""));
        // After a day it is forgotten.
        world.clock.set(world.records.now().plus_seconds(24 * 3600 + 1));
        assert_eq!(send(json!({"name": "Other"})).status, StatusCode::CREATED);
        assert_eq!(count(world, &ada, "accounts"), 3);
    });
}

#[test]
fn what_was_refused_may_be_put_right_under_the_same_key() {
    on_each(|world| {
        let ada = world.program();
        let send = |body: Json| keyed(world, &ada, "k", "/api/v1/accounts", body);
        send(json!({})).refuses(422, &[("name", "required")]);
        assert_eq!(send(json!({"name": "Acme"})).status, StatusCode::CREATED);
        let longer = "k".repeat(256);
        let wrong = keyed(world, &ada, &longer, "/api/v1/accounts", json!({"name": "Acme"}));
        wrong.refuses(400, &[("Idempotency-Key", "key")]);
        assert_eq!(count(world, &ada, "accounts"), 1);
    });
}

#[test]
fn every_kind_of_post_takes_a_key() {
    on_each(|world| {
        let ada = world.program();
        let browser = world.browser(&world.admin);
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        world.delete(&ada, &format!("/api/v1/accounts/{id}"), "*");
        let restore = format!("/api/v1/accounts/{id}/restore");
        let deal = {
            let mut deal = world.stage(&ada, "open");
            deal["name"] = "Big one".into();
            world.create(&ada, "opportunities", deal)
        };
        let posts = [
            (&ada, restore, json!({}), 200),
            (&ada, format!("/api/v1/opportunities/{deal}/win"), json!({}), 200),
            (
                &ada,
                "/api/v1/accounts/upsert".to_owned(),
                json!({"name": "U", "source_system": "s", "foreign_id": "1"}),
                201,
            ),
            (
                &ada,
                "/api/v1/accounts/bulk".to_owned(),
                json!({"rows": [{"do": "create", "data": {"name": "B"}}]}),
                200,
            ),
            (&ada, format!("/api/v1/accounts/{id}/purge"), json!({}), 204),
            (&ada, "/api/v1/jobs/schedules/tidy".to_owned(), json!({}), 204),
            (&browser, "/api/v1/tokens".to_owned(), json!({"name": "t"}), 201),
        ];
        for (place, (client, path, body, status)) in posts.into_iter().enumerate() {
            let key = format!("key {place}");
            let first = keyed(world, client, &key, &path, body.clone());
            assert_eq!(first.status.as_u16(), status, "{path}: {}", first.text());
            let again = keyed(world, client, &key, &path, body);
            assert_eq!((again.status, again.header("idempotent-replayed")), (first.status, "true"), "{path}");
            match path.as_str() {
                // A secret is told once, and kept nowhere.
                "/api/v1/tokens" => {
                    assert!(first.json()["secret"].is_string() && again.json()["secret"].is_null());
                    assert_eq!(first.json()["id"], again.json()["id"]);
                }
                _ => assert_eq!(first.bytes, again.bytes, "{path}"),
            }
        }
        assert_eq!(count(world, &ada, "accounts"), 2, "matched and bulk, each once");
    });
}

#[test]
fn each_row_is_told_how_it_went() {
    on_each(|world| {
        let ada = world.program();
        let kept = world.create(&ada, "accounts", json!({"name": "Kept", "employees": 1}));
        let gone = world.create(&ada, "accounts", json!({"name": "Gone"}));
        let rows = json!([
            {"do": "create", "data": {"name": "New"}},
            {"do": "create", "data": {"employees": "many"}},
            {"do": "update", "id": kept, "version": 1, "data": {"employees": 2}},
            {"do": "update", "id": kept, "version": 1, "data": {"employees": 3}},
            {"do": "update", "id": "01JC8V7N4QK2M", "version": "*", "data": {"employees": 3}},
            {"do": "delete", "id": gone, "version": "*"},
            {"do": "upsert", "data": {"name": "From the shop", "source_system": "shop", "foreign_id": "7"}},
            {"do": "upsert", "data": {"name": "Renamed", "source_system": "shop", "foreign_id": "7"}},
            {"do": "upsert", "match": "website", "data": {"name": "X"}},
        ]);
        let answer = world.post(&ada, "/api/v1/accounts/bulk", json!({"rows": rows}));
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
        let told = answer.json();
        let statuses: Vec<i64> =
            told["rows"].as_array().expect("rows").iter().filter_map(|row| row["status"].as_i64()).collect();
        assert_eq!(statuses, [201, 422, 200, 412, 404, 204, 201, 200, 422]);
        assert_eq!((&told["done"], &told["refused"]), (&json!(5), &json!(4)));
        let fields = told["rows"][1]["problem"]["errors"].as_array().expect("errors");
        let fields: Vec<&str> = fields.iter().filter_map(|error| error["field"].as_str()).collect();
        assert_eq!(fields, ["employees", "name"]);
        assert_eq!(
            (&told["rows"][2]["version"], &told["rows"][3]["problem"]["version"]),
            (&json!(2), &json!(2))
        );
        assert_eq!(told["rows"][6]["id"], told["rows"][7]["id"]);
        assert_eq!(told["rows"][8]["problem"]["errors"][0]["field"], "match");
        let names = world.get(&ada, "/api/v1/accounts?sort=name&fields=name").json();
        let names: Vec<&str> =
            names["data"].as_array().expect("data").iter().filter_map(|one| one["name"].as_str()).collect();
        assert_eq!(names, ["Kept", "New", "Renamed"]);
    });
}

#[test]
fn all_or_nothing_leaves_no_trace_and_names_every_fault() {
    on_each(|world| {
        let ada = world.program();
        let kept = world.create(&ada, "accounts", json!({"name": "Kept"}));
        let before = world.journal(&world.admin);
        let rows = json!([
            {"do": "create", "data": {"name": "New"}},
            {"do": "create", "data": {"employees": "many"}},
            {"do": "update", "id": kept, "version": 9, "data": {"name": "Changed"}},
            {"do": "delete", "id": "01JC8V7N4QK2M", "version": "*"},
        ]);
        let body = json!({"all_or_nothing": true, "rows": rows});
        world.post(&ada, "/api/v1/accounts/bulk", body).refuses(
            422,
            &[
                ("rows[1].data.employees", "number"),
                ("rows[1].data.name", "required"),
                ("rows[2].version", "stale"),
                ("rows[3].id", "not-found"),
            ],
        );
        assert_eq!(world.journal(&world.admin), before);
        assert_eq!(count(world, &ada, "accounts"), 1);
    });
}

#[test]
fn a_row_that_can_not_be_read_is_named_before_anything_is_done() {
    let world = World::small(cordee_http::Options::default());
    let ada = world.program();
    let rows = json!([
        {"do": "create", "data": {"name": "New"}},
        {"do": "make", "data": {}},
        {"do": "update", "id": "x", "data": {}, "more": 1},
        {"do": "delete", "id": "01JC8V7N4QK2M", "version": 1, "data": {}},
        7,
    ]);
    world.post(&ada, "/api/v1/accounts/bulk", json!({"rows": rows})).refuses(
        422,
        &[
            ("rows[1].do", "choice"),
            ("rows[2].id", "id"),
            ("rows[2].version", "version"),
            ("rows[3].data", "unknown-field"),
            ("rows[4]", "json"),
            ("rows[4].do", "required"),
        ],
    );
    let many = |count: usize| json!({"rows": vec![json!({"do": "create", "data": {"name": "N"}}); count]});
    world.post(&ada, "/api/v1/accounts/bulk", many(501)).refuses(413, &[("rows", "limit")]);
    world.post(&ada, "/api/v1/accounts/bulk", many(0)).refuses(422, &[("rows", "limit")]);
    world.post(&ada, "/api/v1/accounts/bulk", json!({})).refuses(422, &[("rows", "required")]);
    assert_eq!(count(&world, &ada, "accounts"), 0);
    let answer = world.post(&ada, "/api/v1/accounts/bulk", many(500));
    assert_eq!(answer.json()["done"], 500, "{}", answer.text());
}

#[test]
fn a_unique_value_taken_within_the_same_request_is_that_rows_own_fault() {
    on_each(|world| {
        let ada = world.program();
        let row = |name: &str| json!({"do": "create", "data": {"name": name}});
        let rows = json!([row("Retail"), row("Retail"), row("Trade")]);
        let told = world.post(&ada, "/api/v1/pipelines/bulk", json!({"rows": rows})).json();
        let statuses: Vec<&Json> =
            told["rows"].as_array().expect("rows").iter().map(|row| &row["status"]).collect();
        assert_eq!(statuses, [201, 409, 201], "{told}");
        assert_eq!(told["rows"][1]["problem"]["errors"][0]["field"], "name");
        let ids: Vec<&Json> = told["rows"].as_array().expect("rows").iter().map(|row| &row["id"]).collect();
        let path = format!("/api/v1/pipelines/{}", ids[2].as_str().expect("an id"));
        assert_eq!(world.get(&ada, &path).json()["name"], "Trade");
        assert!(world.journal(&world.admin) > 0, "the journal holds");
    });
}

#[test]
fn what_is_matched_is_changed_and_what_is_not_is_made() {
    on_each(|world| {
        let ada = world.program();
        let upsert =
            |query: &str, body: Json| world.post(&ada, &format!("/api/v1/pipelines/upsert{query}"), body);
        let made = upsert("?match=name", json!({"name": "Retail"}));
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let id = made.json()["id"].clone();
        assert!(made.header("location").ends_with(id.as_str().expect("an id")));
        let there = upsert("?match=name", json!({"name": "Retail", "description": "Shops"}));
        assert_eq!((there.status, &there.json()["id"]), (StatusCode::OK, &id), "{}", there.text());
        assert_eq!(there.header("etag"), "\"2\"");
        upsert("?match=colour", json!({"name": "Retail"})).refuses(422, &[("match", "choice")]);
        upsert("?match=name", json!({"description": "Shops"})).refuses(422, &[("name", "required")]);
        upsert("", json!({"name": "Retail"}))
            .refuses(422, &[("source_system", "required"), ("foreign_id", "required")]);
        let foreign = json!({"name": "Trade", "source_system": "erp", "foreign_id": "9"});
        let made = upsert("", foreign.clone());
        assert_eq!(made.status, StatusCode::CREATED);
        assert_eq!(upsert("", foreign.clone()).status, StatusCode::OK);
        let path = format!("/api/v1/pipelines/{}", made.json()["id"].as_str().expect("an id"));
        assert_eq!(world.delete(&ada, &path, "*").status, StatusCode::NO_CONTENT);
        upsert("", foreign).refuses(409, &[("foreign_id", "deleted")]);
    });
}

#[test]
fn purging_is_for_administrators_and_for_good() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let purge = format!("/api/v1/accounts/{id}/purge");
        let sam = world.token(&world.person("Sam", "head_of_sales"), "read_write");
        world.post(&sam, &purge, json!({})).refuses(403, &[]);
        assert_eq!(world.post(&ada, &purge, json!({})).status, StatusCode::NO_CONTENT);
        world.get(&ada, &format!("/api/v1/accounts/{id}?trash=true")).refuses(404, &[]);
        world
            .send(ada.request(Method::POST, &format!("/api/v1/accounts/{id}/restore"), None))
            .refuses(404, &[]);
    });
}
