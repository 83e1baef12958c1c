//! Records over REST, told as a program would use them.

use crate::support::{Client, World, on_each};
use axum::http::StatusCode;
use serde_json::{Value as Json, json};

/// Deals with these names and amounts, the later ones closing later.
fn deals(world: &World, client: &Client, wanted: &[(&str, Option<&str>)]) -> Vec<String> {
    let place = world.stage(client, "open");
    let create = |(day, (name, amount)): (usize, &(&str, Option<&str>))| {
        let mut body = json!({
            "name": name,
            "amount": amount.map(|amount| json!({"amount": amount, "currency": "EUR"})),
            "expected_close_date": format!("2026-04-{:02}", day + 1),
        });
        body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
        world.create(client, "opportunities", body)
    };
    wanted.iter().enumerate().map(create).collect()
}

fn names(list: &Json) -> Vec<&str> {
    let data = list["data"].as_array().expect("data");
    data.iter().map(|record| record["name"].as_str().expect("a name")).collect()
}

#[test]
fn a_record_is_created_read_changed_and_thrown_away() {
    on_each(|world| {
        let ada = world.program();
        let made = world.post(&ada, "/api/v1/accounts", json!({"name": "Acme", "domain": "acme.example"}));
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        assert_eq!((made.header("etag"), made.header("cache-control")), ("\"1\"", "no-store"));
        let place = made.header("location").to_owned();
        let record = made.json();
        assert_eq!(place, format!("/api/v1/accounts/{}", record["id"].as_str().expect("an id")));
        assert_eq!(record["titles"]["owner"], "Ada");

        let read = world.get(&ada, &place);
        assert_eq!(read.json(), record);
        let again = world.get(&ada.clone().with("if-none-match", read.header("etag")), &place);
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));

        // What was read may be sent back with a change in it.
        let mut changed = record.clone();
        changed["name"] = "Acme & Sons".into();
        let answer = world.patch(&ada, &place, "\"1\"", changed);
        assert_eq!((answer.status, answer.header("etag")), (StatusCode::OK, "\"2\""), "{}", answer.text());
        assert_eq!(answer.json()["name"], "Acme & Sons");

        let stale = world.patch(&ada, &place, "\"1\"", json!({"name": "Acme Ltd"}));
        assert_eq!(stale.refuses(412, &[])["version"], 2);
        let unsaid = world.send(ada.request("PATCH".parse().expect("a method"), &place, Some(json!({}))));
        unsaid.refuses(428, &[("If-Match", "version")]);
        assert_eq!(world.get(&ada, &place).json()["name"], "Acme & Sons");

        assert_eq!(world.delete(&ada, &place, "\"2\"").status, StatusCode::NO_CONTENT);
        world.get(&ada, &place).refuses(404, &[]);
        let trash = world.get(&ada, "/api/v1/accounts?trash=true").json();
        assert_eq!(names(&trash), ["Acme & Sons"]);
        let back = world.post(&ada, &format!("{place}/restore"), json!({}));
        assert_eq!((back.status, back.header("etag")), (StatusCode::OK, "\"4\""), "{}", back.text());
        assert_eq!(world.get(&ada, &place).status, StatusCode::OK);

        let history = world.get(&ada, &format!("{place}/history?limit=3")).json();
        let verbs: Vec<&str> =
            history["data"].as_array().expect("data").iter().filter_map(|e| e["verb"].as_str()).collect();
        assert_eq!(verbs, ["restore", "trash", "update"]);
        assert_eq!(history["data"][2]["changes"]["name"], json!({"from": "Acme", "to": "Acme & Sons"}));
        assert_eq!(history["data"][2]["actor"]["name"], "Ada");
        assert_eq!(history["data"][2]["door"], "api");
        let before = format!("{place}/history?before={}", history["next"]);
        assert_eq!(world.get(&ada, &before).json()["data"][0]["verb"], "create");
    });
}

#[test]
fn all_faults_of_a_body_are_told_at_once_and_nothing_is_changed() {
    on_each(|world| {
        let ada = world.program();
        let body = json!({
            "nmae": "Acme", "owner": "somebody", "id": "0000000000001", "version": 7,
            "created_at": "2020-01-01T00:00:00Z", "lifecycle": "prince",
        });
        let mut told = world.post(&ada, "/api/v1/accounts", body).refuses(
            422,
            &[
                ("nmae", "unknown-field"),
                ("owner", "id"),
                ("id", "read-only"),
                ("version", "read-only"),
                ("created_at", "read-only"),
                ("lifecycle", "choice"),
                ("name", "required"),
            ],
        );
        assert_eq!(told["type"].take(), "/problems/invalid");
        assert_eq!(world.get(&ada, "/api/v1/accounts?count=exact").json()["count"], 0);

        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let place = format!("/api/v1/accounts/{id}");
        let wrong = json!({"created_at": "2020-01-01T00:00:00Z", "created_by": null, "id": "x", "name": ""});
        world.patch(&ada, &place, "*", wrong).refuses(
            422,
            &[
                ("created_at", "read-only"),
                ("created_by", "read-only"),
                ("id", "read-only"),
                ("name", "required"),
            ],
        );
        assert_eq!(world.get(&ada, &place).header("etag"), "\"1\"");
    });
}

#[test]
fn a_record_keeps_its_id_in_another_system() {
    on_each(|world| {
        let ada = world.program();
        let body = json!({"name": "Acme", "source_system": "old-crm", "foreign_id": "17"});
        let made = world.post(&ada, "/api/v1/accounts", body.clone());
        assert_eq!(
            (&made.json()["source_system"], &made.json()["foreign_id"]),
            (&"old-crm".into(), &"17".into())
        );
        world.post(&ada, "/api/v1/accounts", body).refuses(409, &[("foreign_id", "unique")]);
        let half = json!({"name": "Acme", "foreign_id": "18"});
        world.post(&ada, "/api/v1/accounts", half).refuses(422, &[("source_system", "required")]);
        let found = world.get(&ada, "/api/v1/accounts?filter=foreign_id=\"17\"");
        assert_eq!(names(&found.json()), ["Acme"]);
    });
}

#[test]
fn a_list_is_filtered_sorted_counted_and_paged_to_its_end() {
    on_each(|world| {
        let ada = world.program();
        let amounts: Vec<String> = (0..23).map(|n| format!("{}", (n * 37) % 10)).collect();
        let wanted: Vec<(String, Option<&str>)> = amounts
            .iter()
            .enumerate()
            .map(|(n, amount)| (format!("Deal {n:02}"), (n % 5 != 0).then_some(amount.as_str())))
            .collect();
        let wanted: Vec<(&str, Option<&str>)> = wanted.iter().map(|(n, a)| (n.as_str(), *a)).collect();
        deals(world, &ada, &wanted);

        for sort in ["amount", "-amount", "-amount,close_date", "close_date", "-updated_at"] {
            let whole = world.get(&ada, &format!("/api/v1/opportunities?sort={sort}&limit=200")).json();
            let (mut walked, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = format!("/api/v1/opportunities?sort={sort}&limit=4&count=exact{cursor}");
                let page = world.get(&ada, &page).json();
                assert_eq!(page["count"], 23);
                walked.extend(names(&page).into_iter().map(str::to_owned));
                match page["next"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(walked, names(&whole), "{sort}");
            assert_eq!(walked.iter().collect::<std::collections::HashSet<_>>().len(), 23, "{sort}");
        }

        let text =
            world.get(&ada, "/api/v1/opportunities?filter=amount >= 8 and stage.kind = open&sort=close_date");
        let tree = r#"{"all":[{"field":"amount","operator":"at_least","value":8},{"field":"stage.kind","value":"open"}]}"#;
        let tree = world.get(&ada, &format!("/api/v1/opportunities?filter={tree}&sort=close_date"));
        assert_eq!(tree.json()["data"], text.json()["data"], "{}", tree.text());
        assert!(!names(&text.json()).is_empty());

        let thin = world.get(&ada, "/api/v1/opportunities?fields=name,created_at&limit=1").json();
        let members: Vec<&String> = thin["data"][0].as_object().expect("a record").keys().collect();
        assert_eq!(members, ["id", "version", "created_at", "name"]);
    });
}

#[test]
fn linked_records_come_along_when_asked_for() {
    on_each(|world| {
        let ada = world.program();
        let parent = world.create(&ada, "accounts", json!({"name": "Acme Group"}));
        let child = world.create(&ada, "accounts", json!({"name": "Acme", "parent": parent}));
        let answer =
            world.get(&ada, &format!("/api/v1/accounts/{child}?fields=name&include=parent,owner")).json();
        assert_eq!(answer["included"]["accounts"][0]["name"], "Acme Group");
        assert_eq!(answer["included"]["users"][0]["name"], "Ada");
        assert!(answer.get("parent").is_none());
        let list = world.get(&ada, "/api/v1/accounts?include=parent").json();
        assert_eq!(list["included"]["accounts"].as_array().map(Vec::len), Some(1));
        let wrong =
            world.get(&ada, "/api/v1/accounts?include=name,parnt&fields=nam&sort=nam&limit=0&count=all");
        wrong.refuses(
            400,
            &[
                ("fields", "unknown-field"),
                ("include", "choice"),
                ("include", "unknown-field"),
                ("sort", "sort"),
                ("limit", "limit"),
                ("count", "choice"),
            ],
        );
    });
}

#[test]
fn hostile_questions_are_refused_by_name() {
    on_each(|world| {
        let ada = world.program();
        deals(world, &ada, &[("One", Some("1"))]);
        let table: &[(&str, &[(&str, &str)])] = &[
            ("order=name", &[("order", "parameter")]),
            ("limit=1&limit=2", &[("limit", "parameter-twice")]),
            ("sort=name;drop table user", &[("sort", "sort")]),
            ("sort=description", &[("sort", "sort")]),
            ("sort=owner.password", &[("sort", "sort")]),
            ("cursor=AAAA", &[("cursor", "cursor")]),
            ("cursor=%00%ff", &[("cursor", "cursor")]),
            ("filter=amount >", &[("filter", "filter")]),
            ("filter=amount ~ 1", &[("amount", "operator")]),
            ("filter=owner.password = x", &[("owner.password", "unknown-field")]),
            ("filter={\"field\":1}", &[("filter", "filter")]),
            ("filter={nonsense", &[("filter", "json")]),
            ("filter=amount = lots", &[("amount", "money")]),
            ("as_of=yesterday", &[("as_of", "moment")]),
            ("as_of=2026-01-01T00:00:00'--", &[("as_of", "moment")]),
            ("trash=maybe", &[("trash", "yes-no")]),
            ("limit=201", &[("limit", "limit")]),
        ];
        for (query, errors) in table {
            let answer = world.get(&ada, &format!("/api/v1/opportunities?{query}"));
            answer.refuses(400, errors);
        }
        let deep = format!("{}name = x{}", "(".repeat(50), ")".repeat(50));
        let answer = world.get(&ada, &format!("/api/v1/opportunities?filter={deep}"));
        answer.refuses(400, &[("filter", "filter-depth")]);
        let cursor = world.get(&ada, "/api/v1/opportunities?limit=1&sort=amount").json();
        assert_eq!(cursor["next"], Json::Null);
        let wrong_zone = json!({"name": "X", "time_zone": "Europe/Paris'; DROP TABLE user"});
        let answer = world.post(&ada, "/api/v1/users", wrong_zone);
        answer.refuses(422, &[("time_zone", "zone")]);
    });
}

#[test]
fn the_past_of_a_deal_can_be_asked_for() {
    on_each(|world| {
        let ada = world.program();
        let id = deals(world, &ada, &[("Old", Some("100"))]).remove(0);
        world.clock.set("2026-05-01T09:00:00Z".parse().expect("a moment"));
        let place = format!("/api/v1/opportunities/{id}");
        let more = json!({"amount": {"amount": "250.50", "currency": "EUR"}});
        assert_eq!(world.patch(&ada, &place, "\"1\"", more).status, StatusCode::OK);
        let amount = |query: &str| {
            let record = world.get(&ada, &format!("{place}{query}")).json();
            record["amount"]["amount"].as_str().map(str::to_owned)
        };
        assert_eq!(amount("").as_deref(), Some("250.50"));
        assert_eq!(amount("?as_of=2026-04-30").as_deref(), Some("100.00"));
        assert_eq!(amount("?as_of=2026-05-01T11:00:00%2B02:00").as_deref(), Some("250.50"));
        world.get(&ada, &format!("{place}?as_of=2026-01-01")).refuses(404, &[]);
        let then = world.get(&ada, "/api/v1/opportunities?as_of=2026-04-30&filter=amount = 100").json();
        assert_eq!(names(&then), ["Old"]);
    });
}

#[test]
fn records_are_grouped_and_added_up() {
    on_each(|world| {
        let ada = world.program();
        deals(world, &ada, &[("A", Some("10.50")), ("B", Some("20")), ("C", None)]);
        let answer =
            world.get(&ada, "/api/v1/opportunities/aggregate?by=stage.kind&sum=amount&avg=amount&max=amount");
        let body = answer.json();
        assert_eq!(
            body["total"],
            json!({"count": 3, "sum": {"amount": 30.5}, "max": {"amount": 20}, "avg": {"amount": 15.25}}),
            "{body}"
        );
        assert_eq!(body["groups"][0]["key"], "open");
        assert_eq!(body["groups"][0]["count"], 3);
        let two = world
            .get(&ada, "/api/v1/opportunities/aggregate?by=expected_close_date:month&by=owner&min=amount")
            .json();
        assert_eq!(
            two["groups"][0]["keys"],
            json!({"expected_close_date:month": "2026-04", "owner": "Ada"}),
            "{two}"
        );
        assert_eq!(two["groups"][0]["min"]["amount"], 10.5);
        let empty = world.get(&ada, "/api/v1/opportunities/aggregate?sum=amount&filter=amount > 1000").json();
        assert_eq!(empty["total"], json!({"count": 0, "sum": {"amount": null}}));
        let wrong =
            world.get(&ada, "/api/v1/opportunities/aggregate?by=stge&by=close_date:moon&sum=name&filter=x");
        wrong.refuses(
            400,
            &[("by", "unknown-field"), ("by", "period"), ("sum", "aggregate"), ("x", "unknown-field")],
        );
    });
}

#[test]
fn a_verb_is_done_to_a_record() {
    on_each(|world| {
        let ada = world.program();
        let id = deals(world, &ada, &[("Big", Some("100"))]).remove(0);
        let place = format!("/api/v1/opportunities/{id}");
        world
            .post(&ada, &format!("{place}/win"), json!({"amuont": 1, "actual_close_date": "soon"}))
            .refuses(422, &[("amuont", "unknown-field"), ("actual_close_date", "date")]);
        world.post(&ada, &format!("{place}/celebrate"), json!({})).refuses(404, &[]);
        let stale = ada.clone().with("if-match", "\"7\"");
        world.post(&stale, &format!("{place}/win"), json!({})).refuses(412, &[]);
        let won = world.post(&ada, &format!("{place}/win"), json!({"actual_close_date": "2026-03-01"}));
        assert_eq!(won.status, StatusCode::OK, "{}", won.text());
        let body = won.json();
        assert_eq!((&body["object"], &body["id"]), (&"opportunities".into(), &id.as_str().into()));
        assert_eq!(
            (&body["data"]["state"], &body["data"]["close_date"]),
            (&"won".into(), &"2026-03-01".into())
        );
        let again = world.send(ada.request("POST".parse().expect("a method"), &format!("{place}/win"), None));
        again.refuses(422, &[("", "action-not-now")]);

        let [keep, lose] =
            ["Acme", "ACME Ltd"].map(|name| world.create(&ada, "accounts", json!({"name": name})));
        let merged = world.post(&ada, &format!("/api/v1/accounts/{keep}/merge"), json!({"with": lose}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());
        assert_eq!(world.get(&ada, &format!("/api/v1/accounts/{lose}")).json()["id"], keep.as_str());
    });
}

#[test]
fn no_update_is_lost_among_many() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme", "employees": 0}));
        let place = format!("/api/v1/accounts/{id}");
        let (clients, times) = (8, 10);
        std::thread::scope(|scope| {
            for _ in 0..clients {
                scope.spawn(|| {
                    let mut left = times;
                    while left > 0 {
                        let read = world.get(&ada, &place);
                        let more = read.json()["employees"].as_i64().expect("a number") + 1;
                        let answer =
                            world.patch(&ada, &place, read.header("etag"), json!({"employees": more}));
                        assert!(matches!(answer.status.as_u16(), 200 | 412), "{}", answer.text());
                        left -= i32::from(answer.status == StatusCode::OK);
                    }
                });
            }
        });
        let record = world.get(&ada, &place).json();
        assert_eq!((&record["employees"], &record["version"]), (&80.into(), &81.into()));
    });
}

#[test]
fn a_cursor_fits_only_the_list_it_came_from() {
    on_each(|world| {
        let ada = world.program();
        deals(world, &ada, &[("A", Some("1")), ("B", Some("2")), ("C", None)]);
        let page = world.get(&ada, "/api/v1/opportunities?sort=amount&limit=1").json();
        let cursor = page["next"].as_str().expect("a cursor").to_owned();
        let list = |query: &str| world.get(&ada, &format!("/api/v1/opportunities?{query}&cursor={cursor}"));
        assert_eq!(names(&list("sort=amount&limit=1").json()), ["B"]);
        for other in [
            "sort=-amount",
            "sort=amount&filter=name = A",
            "sort=amount&trash=true",
            "sort=amount&as_of=2026-04-01",
        ] {
            list(other).refuses(400, &[("cursor", "cursor")]);
        }
        world.get(&ada, &format!("/api/v1/accounts?cursor={cursor}")).refuses(400, &[("cursor", "cursor")]);
    });
}
