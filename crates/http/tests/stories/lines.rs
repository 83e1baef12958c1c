//! Lines: records that are written inside the one that has them, and come and go with it.

use axum::http::StatusCode;
use serde_json::{Value as Json, json};

use crate::support::{Answer, Client, World, on_each};

/// A deal with these lines; gives its address and what came back.
fn deal(world: &World, client: &Client, lines: Json) -> (String, Json) {
    let mut deal = world.stage(client, "open");
    deal["name"] = "Big one".into();
    deal["lines"] = lines;
    let made = world.post(client, "/api/v1/opportunities", deal);
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    let made = made.json();
    (format!("/api/v1/opportunities/{}", made["id"].as_str().expect("an id")), made)
}

fn eur(amount: &str) -> Json {
    json!({"amount": amount, "currency": "EUR"})
}

fn with_lines(world: &World, client: &Client, path: &str) -> Json {
    world.get(client, &format!("{path}?include=lines")).json()
}

/// What the lines are called, in their order.
fn names(record: &Json) -> Vec<&str> {
    let lines = record["lines"].as_array().expect("lines");
    lines.iter().map(|line| line["description"].as_str().unwrap_or("")).collect()
}

fn version(answer: &Answer) -> String {
    answer.header("etag").to_owned()
}

#[test]
fn a_record_is_made_and_changed_with_its_lines() {
    on_each(|world| {
        let ada = world.program();
        let (path, made) = deal(
            world,
            &ada,
            json!([
                {"description": "Rope", "quantity": 3, "unit_price": eur("10.00")},
                {"description": "Hooks", "quantity": 2, "unit_price": eur("5.00"), "discount": 50},
            ]),
        );
        assert_eq!(names(&made), ["Rope", "Hooks"]);
        assert_eq!((&made["lines"][0]["amount"], &made["lines"][1]["amount"]), (&eur("30.00"), &eur("5.00")));
        assert_eq!((&made["lines"][0]["position"], &made["lines"][1]["position"]), (&json!(1), &json!(2)));
        // Without being asked for they are not read; in a list they stand in each record.
        assert!(world.get(&ada, &path).json().get("lines").is_none());
        let list = world.get(&ada, "/api/v1/opportunities?include=lines").json();
        assert_eq!(names(&list["data"][0]), ["Rope", "Hooks"]);

        // The whole list: one is changed, one is new and stands first, one is left out and goes to the trash.
        let rope = made["lines"][0]["id"].as_str().expect("an id").to_owned();
        let hooks = made["lines"][1]["id"].as_str().expect("an id").to_owned();
        let wanted = json!({"lines": [{"description": "Tent", "quantity": 1}, {"id": rope, "quantity": 4}]});
        let changed = world.patch(&ada, &path, "\"1\"", wanted);
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
        assert_eq!(names(&changed.json()), ["Tent", "Rope"]);
        assert_eq!(changed.json()["lines"][1]["amount"], eur("40.00"));
        assert_eq!(version(&changed), "\"2\"");
        assert_eq!(
            world.get(&ada, &format!("/api/v1/opportunity_lines/{hooks}")).status,
            StatusCode::NOT_FOUND
        );
        let trashed = world.get(&ada, &format!("/api/v1/opportunity_lines/{hooks}?trash=true"));
        assert_eq!(trashed.status, StatusCode::OK);

        // It may be sent back as it was read, and nothing changes; in another order, only that does.
        let mut read = with_lines(world, &ada, &path);
        let same = world.patch(&ada, &path, "\"2\"", read.clone());
        assert_eq!((same.status, version(&same)), (StatusCode::OK, "\"2\"".to_owned()), "{}", same.text());
        read["lines"].as_array_mut().expect("lines").reverse();
        let turned = world.patch(&ada, &path, "\"2\"", read);
        assert_eq!(names(&turned.json()), ["Rope", "Tent"], "{}", turned.text());
        assert_eq!(version(&turned), "\"3\"");
        // What is not said of lines leaves them alone.
        let renamed = world.patch(&ada, &path, "\"3\"", json!({"name": "Bigger"}));
        assert_eq!(renamed.status, StatusCode::OK);
        assert_eq!(names(&with_lines(world, &ada, &path)), ["Rope", "Tent"]);
        world.journal(&world.admin);
    });
}

#[test]
fn all_or_nothing_and_each_fault_at_its_line() {
    on_each(|world| {
        let ada = world.program();
        let (path, made) = deal(world, &ada, json!([{"description": "Rope", "quantity": 3}]));
        let rope = made["lines"][0]["id"].clone();
        let wrong = json!({"name": "", "lines": [
            {"id": rope, "quantity": 7},
            {"description": "Hooks", "quantity": null},
            {"descriptoin": "Tent", "quantity": "many"},
            {"id": "01JC8V7N4QK2M", "quantity": 1},
            {"id": rope, "quantity": 8},
        ]});
        // What can't be read is told first, all of it; then what can't be written.
        world.patch(&ada, &path, "\"1\"", wrong.clone()).refuses(
            422,
            &[
                ("lines[2].descriptoin", "unknown-field"),
                ("lines[2].quantity", "number"),
                ("name", "required"),
            ],
        );
        let mut wrong = wrong;
        wrong["lines"][2] = json!({"description": "Tent"});
        world.patch(&ada, &path, "\"1\"", wrong).refuses(
            422,
            &[
                ("name", "required"),
                ("lines[1].quantity", "required"),
                ("lines[3].id", "link-missing"),
                ("lines[4].id", "unique"),
            ],
        );
        let stands = with_lines(world, &ada, &path);
        assert_eq!((names(&stands), &stands["lines"][0]["quantity"]), (vec!["Rope"], &json!(3)));
        assert_eq!(stands["version"], 1);
        // A new record is not made either.
        let mut new = world.stage(&ada, "open");
        new["name"] = "Other".into();
        new["lines"] = json!([{"quantity": null}]);
        world
            .post(&ada, "/api/v1/opportunities", new.clone())
            .refuses(422, &[("lines[0].quantity", "required")]);
        new["lines"] = json!({});
        world.post(&ada, "/api/v1/opportunities", new.clone()).refuses(422, &[("lines", "json")]);
        new["lines"] = json!([3]);
        world.post(&ada, "/api/v1/opportunities", new).refuses(422, &[("lines[0]", "json")]);
        let count = world.get(&ada, "/api/v1/opportunities?count=exact&limit=1").json()["count"].clone();
        assert_eq!(count, 1);
    });
}

#[test]
fn the_second_writer_is_told() {
    on_each(|world| {
        let ada = world.program();
        let (path, made) = deal(world, &ada, json!([{"description": "Rope", "quantity": 3}]));
        let rope = made["lines"][0]["id"].as_str().expect("an id").to_owned();
        // A line that is changed, made or taken away by itself is a change of what has it.
        let line = format!("/api/v1/opportunity_lines/{rope}");
        assert_eq!(world.patch(&ada, &line, "\"1\"", json!({"quantity": 4})).status, StatusCode::OK);
        let full = json!({"lines": [{"id": rope, "quantity": 5}]});
        let late = world.patch(&ada, &path, "\"1\"", full.clone());
        assert_eq!(late.refuses(412, &[])["version"], 2);
        let deal = made["id"].clone();
        world.create(&ada, "opportunity_lines", json!({"opportunity": deal, "description": "Tent"}));
        assert_eq!(world.patch(&ada, &path, "\"2\"", full).status, StatusCode::PRECONDITION_FAILED);
        assert_eq!(names(&with_lines(world, &ada, &path)), ["Rope", "Tent"]);
        // Whoever names no version of the whole may name that of a line.
        let old = json!({"lines": [{"id": rope, "version": 1, "quantity": 5}]});
        world.patch(&ada, &path, "*", old).refuses(422, &[("lines[0].version", "stale")]);
        assert_eq!(names(&with_lines(world, &ada, &path)), ["Rope", "Tent"]);
    });
}

#[test]
fn many_rows_and_those_sent_again_bring_their_lines() {
    on_each(|world| {
        let ada = world.program();
        let mut new = world.stage(&ada, "open");
        new["name"] = "One".into();
        new["source_system"] = "shop".into();
        new["foreign_id"] = "1".into();
        let line = |id: &str, quantity: u32| json!({"description": id, "quantity": quantity, "source_system": "shop", "foreign_id": id});
        new["lines"] = json!([line("a", 1), line("b", 2)]);
        let keyed = ada.clone().with("idempotency-key", "k");
        let first = world.post(&keyed, "/api/v1/opportunities/upsert", new.clone());
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
        let again = world.post(&keyed, "/api/v1/opportunities/upsert", new.clone());
        assert_eq!((again.bytes.clone(), again.header("idempotent-replayed")), (first.bytes.clone(), "true"));
        // A line that came from elsewhere is known by its id there.
        new["lines"] = json!([line("b", 5), line("c", 1)]);
        let put = world.post(&ada, "/api/v1/opportunities/upsert", new.clone()).json();
        assert_eq!(names(&put), ["b", "c"]);
        assert_eq!(put["lines"][0]["id"], first.json()["lines"][1]["id"]);
        let lines = world.get(&ada, "/api/v1/opportunity_lines?count=exact&limit=1").json();
        assert_eq!(lines["count"], 2);
        new["foreign_id"] = "2".into();
        new["lines"] = json!([{"quantity": null}]);
        let rows = json!({"rows": [{"do": "upsert", "data": new}, {"do": "update", "id": put["id"], "version": "*", "data": {"lines": []}}]});
        let done = world.post(&ada, "/api/v1/opportunities/bulk", rows).json();
        assert_eq!((&done["done"], &done["refused"]), (&json!(1), &json!(1)), "{done}");
        assert_eq!(done["rows"][0]["problem"]["errors"][0]["field"], "lines[0].quantity");
        let lines = world.get(&ada, "/api/v1/opportunity_lines?count=exact&limit=1").json();
        assert_eq!(lines["count"], 0);
    });
}

#[test]
fn lines_go_to_the_trash_with_their_record_and_come_back_with_it() {
    on_each(|world| {
        let ada = world.program();
        let (path, made) = deal(world, &ada, json!([{"description": "Rope"}, {"description": "Tent"}]));
        let id = made["id"].as_str().expect("an id").to_owned();
        let line = |at: usize| {
            format!("/api/v1/opportunity_lines/{}", made["lines"][at]["id"].as_str().expect("an id"))
        };
        // One that was taken away before stays away.
        assert_eq!(world.delete(&ada, &line(1), "*").status, StatusCode::NO_CONTENT);
        world.clock.set(world.records.now().plus_seconds(60));
        assert_eq!(world.delete(&ada, &path, "*").status, StatusCode::NO_CONTENT);
        assert_eq!(world.get(&ada, &line(0)).status, StatusCode::NOT_FOUND);
        world.post(&ada, &format!("{}/restore", line(0)), json!({})).refuses(422, &[("", "line-of-trashed")]);
        assert_eq!(world.post(&ada, &format!("{path}/restore"), json!({})).status, StatusCode::OK);
        assert_eq!(names(&with_lines(world, &ada, &path)), ["Rope"]);
        assert_eq!(world.post(&ada, &format!("{}/restore", line(1)), json!({})).status, StatusCode::OK);
        assert_eq!(names(&with_lines(world, &ada, &path)), ["Rope", "Tent"]);

        // Its history tells of its lines.
        let history = world.get(&ada, &format!("{path}/history")).json();
        let told: Vec<(&str, &str)> = history["data"]
            .as_array()
            .expect("entries")
            .iter()
            .map(|entry| {
                (entry["verb"].as_str().unwrap_or(""), entry["line"]["title"].as_str().unwrap_or(""))
            })
            .collect();
        let expected = [
            ("restore", "Tent"),
            ("restore", "Rope"),
            ("restore", ""),
            ("trash", ""),
            ("trash", "Rope"),
            ("trash", "Tent"),
            ("create", "Tent"),
            ("create", "Rope"),
            ("create", ""),
        ];
        assert_eq!(told, expected, "{history}");

        // Gone for good, they are gone with it.
        assert_eq!(world.post(&ada, &format!("{path}/purge"), json!({})).status, StatusCode::NO_CONTENT);
        for at in [0, 1] {
            assert_eq!(world.get(&ada, &line(at)).status, StatusCode::NOT_FOUND);
            assert_eq!(world.get(&ada, &format!("{}?trash=true", line(at))).status, StatusCode::NOT_FOUND);
        }
        assert_eq!(world.get(&ada, &format!("/api/v1/opportunities/{id}")).status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn lines_are_merged_and_parted_with_their_records() {
    on_each(|world| {
        let ada = world.program();
        let (keep, kept) = deal(world, &ada, json!([{"description": "Rope"}]));
        let (lose, lost) = deal(world, &ada, json!([{"description": "Tent"}]));
        let merged = world.post(&ada, &format!("{keep}/merge"), json!({"with": lost["id"]}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());
        let stands = with_lines(world, &ada, &keep);
        assert_eq!(names(&stands), ["Rope", "Tent"]);
        assert_ne!(stands["version"], kept["version"]);
        let parted = world.post(&ada, &format!("{keep}/unmerge"), json!({"lost": lost["id"]}));
        assert_eq!(parted.status, StatusCode::OK, "{}", parted.text());
        assert_eq!(names(&with_lines(world, &ada, &keep)), ["Rope"]);
        assert_eq!(names(&with_lines(world, &ada, &lose)), ["Tent"]);
    });
}

#[test]
fn lines_are_written_with_the_rights_on_both() {
    on_each(|world| {
        let ada = world.program();
        let (path, made) = deal(world, &ada, json!([{"description": "Rope", "quantity": 3}]));
        let rope = &made["lines"][0]["id"];
        let who = |name, grants| world.token(&world.person_who_may(name, grants), "read_write");
        let add = |client: &Client| {
            world.patch(client, &path, "*", json!({"lines": [{"id": rope}, {"quantity": 1}]}))
        };

        // Who may not take lines away can't by leaving them out.
        let keeper = who(
            "Kim",
            r#"{"objects": {"opportunity": {"read": "all", "edit": "all"},
            "opportunity_line": {"read": "all", "create": "all", "edit": "all"}}}"#,
        );
        world.patch(&keeper, &path, "*", json!({"lines": []})).refuses(403, &[]);
        assert_eq!(add(&keeper).status, StatusCode::OK);
        // Who may not make any can't by writing the whole, nor who may not change the whole.
        let reader = who(
            "Lee",
            r#"{"objects": {"opportunity": {"read": "all", "edit": "all"},
            "opportunity_line": {"read": "all"}}}"#,
        );
        add(&reader).refuses(403, &[]);
        let other = who(
            "Mia",
            r#"{"objects": {"opportunity": {"read": "all"},
            "opportunity_line": {"read": "all", "create": "all", "edit": "all", "delete": "all"}}}"#,
        );
        add(&other).refuses(403, &[]);
        // Who knows nothing of lines finds no such member.
        let blind = who("Noa", r#"{"objects": {"opportunity": {"read": "all", "edit": "all"}}}"#);
        add(&blind).refuses(422, &[("lines", "unknown-field")]);
        world.get(&blind, &format!("{path}?include=lines")).refuses(400, &[("include", "unknown-field")]);
        // What may not be seen or set stays so in each line.
        let masked = who(
            "Ola",
            r#"{"objects": {"opportunity": {"read": "all", "edit": "all"},
            "opportunity_line": {"read": "all", "create": "all", "edit": "all"}},
            "fields": {"opportunity_line": {"discount": "hidden", "quantity": "read_only"}}}"#,
        );
        let seen = with_lines(world, &masked, &path);
        assert!(seen["lines"][0].get("discount").is_none(), "{seen}");
        let line = |more: Json| {
            let (first, second) = (&seen["lines"][0]["id"], &seen["lines"][1]["id"]);
            let mut line = more;
            line["id"] = first.clone();
            world.patch(&masked, &path, "*", json!({"lines": [line, {"id": second}]}))
        };
        line(json!({"discount": 5})).refuses(422, &[("lines[0].discount", "unknown-field")]);
        line(json!({"quantity": 5})).refuses(422, &[("lines[0].quantity", "read-only")]);
        assert_eq!(line(json!({"description": "Rope, long"})).status, StatusCode::OK);
    });
}

#[test]
fn an_object_of_ones_own_has_lines_of_ones_own() {
    on_each(|world| {
        let ada = world.program();
        let object = |label: &str, many: &str, more: Json| {
            let mut object = more;
            object["label"] = label.into();
            object["label_plural"] = many.into();
            world.post(&ada, "/api/v1/custom_objects", object)
        };
        let project = object("Project", "Projects", json!({})).json();
        let part = object("Part", "Parts", json!({"lines_of": project["name"]}));
        assert_eq!(part.status, StatusCode::CREATED, "{}", part.text());
        assert_eq!(part.json()["owned"], false);
        object("Screw", "Screws", json!({"lines_of": "x_part"})).refuses(422, &[("lines_of", "lines-of")]);
        object("Screw", "Screws", json!({"lines_of": "x_nothing"})).refuses(422, &[("lines_of", "object")]);
        world.create(&ada, "custom_fields", json!({"object": "x_part", "label": "Hours", "kind": "number"}));
        world.create(
            &ada,
            "custom_fields",
            json!({"object": "x_project", "label": "All hours", "kind": "roll_up", "roll_of": "x_part",
                "roll_by": "parent", "roll_what": "sum", "roll_field": "x_hours"}),
        );
        let project = json!({"name": "Bridge", "x_parts": [{"name": "Plan", "x_hours": 3}, {"name": "Build", "x_hours": 40}]});
        let made = world.post(&ada, "/api/v1/x_projects", project);
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
        let path = format!("/api/v1/x_projects/{}", made.json()["id"].as_str().expect("an id"));
        let read = world.get(&ada, &format!("{path}?include=x_parts")).json();
        assert_eq!((&read["x_all_hours"], &read["x_parts"][1]["name"]), (&json!(43), &json!("Build")));
        let known = world.get(&ada, "/api/v1/objects").json();
        let known = known["data"].as_array().expect("objects").iter().find(|one| one["name"] == "x_project");
        assert_eq!(known.expect("the object")["lines"], json!([{"name": "x_parts", "object": "x_parts"}]));
        // Out of use, what has the lines takes them with it.
        let objects = world.get(&ada, "/api/v1/custom_objects?filter=name = x_project").json();
        let object = format!("/api/v1/custom_objects/{}", objects["data"][0]["id"].as_str().expect("an id"));
        assert_eq!(world.patch(&ada, &object, "*", json!({"retired": true})).status, StatusCode::OK);
        assert_eq!(world.get(&ada, "/api/v1/x_parts").status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_is_paid_again_and_again_counts_for_a_year() {
    on_each(|world| {
        let ada = world.program();
        let product = json!({"name": "Care", "price": eur("20.00"), "recurring": "monthly"});
        let care = world.create(&ada, "products", product);
        let (path, made) = deal(
            world,
            &ada,
            json!([
                {"product": care, "quantity": 2},
                {"description": "Licence", "amount": eur("100.00"), "recurring": "yearly"},
                {"description": "Rope", "unit_price": eur("7.00")},
            ]),
        );
        // What a line does not say, its product does; what neither says is paid once.
        let told = |record: &Json, field: &str| -> Vec<Json> {
            record["lines"].as_array().expect("lines").iter().map(|line| line[field].clone()).collect()
        };
        assert_eq!(told(&made, "recurring"), ["monthly", "yearly", "one_time"]);
        assert_eq!(told(&made, "arr"), [eur("480.00"), eur("100.00"), Json::Null]);
        assert_eq!(world.get(&ada, &path).json()["arr"], eur("580.00"));

        // It is reckoned, not written; and goes with what it is reckoned from.
        let line = |place: usize| {
            format!("/api/v1/opportunity_lines/{}", made["lines"][place]["id"].as_str().expect("an id"))
        };
        world.patch(&ada, &line(1), "*", json!({"arr": eur("1.00")})).refuses(422, &[("arr", "read-only")]);
        let once = world.patch(&ada, &line(0), "*", json!({"recurring": "one_time"}));
        assert_eq!((once.status, &once.json()["arr"]), (StatusCode::OK, &Json::Null), "{}", once.text());
        assert_eq!(world.get(&ada, &path).json()["arr"], eur("100.00"));
        let again = world.patch(&ada, &line(0), "*", json!({"recurring": null}));
        assert_eq!(again.json()["recurring"], "monthly", "{}", again.text());
        world.delete(&ada, &line(1), "*");
        assert_eq!(world.get(&ada, &path).json()["arr"], eur("480.00"));

        // Who may not see what lines are worth does not learn it from what they bring in a year.
        let grants = r#"{"objects": {"*": {"read": "all"}},
                         "fields": {"opportunity_line": {"amount": "hidden", "unit_price": "hidden"}}}"#;
        let sam = world.token(&world.person_who_may("Sam", grants), "read");
        for seen in [&path, &line(0)] {
            let seen = world.get(&sam, seen);
            assert_eq!(seen.status, StatusCode::OK);
            assert!(seen.json().get("arr").is_none() && !seen.text().contains("480"), "{}", seen.text());
        }
        let filter = "/api/v1/opportunity_lines?filter=arr%20%3E%20100";
        world.get(&sam, filter).refuses(400, &[("arr", "unknown-field")]);
    });
}
