//! Tags: words that people put on records, made on the way, found, counted, renamed, merged and retired in one place.

use axum::http::StatusCode;
use cordee_kit::Imports;
use serde_json::{Value as Json, json};

use crate::pages::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

fn account(world: &World, program: &Client, name: &str, tags: Json) -> String {
    world.create(program, "accounts", json!({"name": name, "tags": tags}))
}

fn tags(world: &World, program: &Client, id: &str) -> Json {
    world.get(program, &format!("/api/v1/accounts/{id}")).json()["tags"].clone()
}

/// The names of the accounts that a filter finds, in order.
fn found(world: &World, program: &Client, filter: &str) -> Vec<String> {
    let path = format!("/api/v1/accounts?sort=name&count=exact&filter={filter}");
    let found = world.get(program, &path).json();
    let names = found["data"].as_array().expect(filter);
    assert_eq!(found["count"], json!(names.len()), "{filter}");
    names.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

/// The record of a tag: its address and its version.
fn tag(world: &World, program: &Client, name: &str) -> (String, String) {
    let found = world.get(program, &format!("/api/v1/tags?filter=name = \"{name}\"")).json();
    let one = &found["data"][0];
    (format!("/api/v1/tags/{}", one["id"].as_str().expect(name)), format!("\"{}\"", one["version"]))
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().expect("an id")
}

#[test]
fn tags_are_made_on_the_way_found_and_counted() {
    on_each(|world| {
        let program = world.program();
        let a = account(world, &program, "A", json!(["VIP", "Key account"]));
        account(world, &program, "B", json!(["vip", " renewal  2027 "]));
        account(world, &program, "C", json!([]));
        assert_eq!(tags(world, &program, &a), json!(["Key account", "VIP"]));
        let table: [(&str, &[&str]); 9] = [
            ("tags has VIP", &["A", "B"]),
            ("tags has (\"key account\", \"renewal 2027\")", &["A", "B"]),
            ("tags has all (vip, \"Key account\")", &["A"]),
            ("tags has not (vip)", &["C"]),
            ("not tags has \"Key account\"", &["B", "C"]),
            ("tags is empty", &["C"]),
            ("tags is not empty and name != A", &["B"]),
            ("tags has nonsense", &[]),
            (
                "{\"field\": \"tags\", \"operator\": \"has_all\", \"value\": [\"VIP\", \"renewal 2027\"]}",
                &["B"],
            ),
        ];
        for (filter, names) in table {
            assert_eq!(found(world, &program, filter), names, "{filter}");
        }
        // Through a link, and of the past.
        let deal = json!({"name": "Ropes", "account": a, "tags": ["Urgent"]});
        let deal = world.create(&program, "opportunities", deal);
        let read = |filter: &str| {
            let path = format!("/api/v1/opportunities?count=exact&filter={filter}");
            world.get(&program, &path).json()["count"].clone()
        };
        assert_eq!((read("account.tags has VIP"), read("account.tags has urgent")), (json!(1), json!(0)));
        let then = world.get(&program, &format!("/api/v1/opportunities/{deal}")).json()["updated_at"].clone();
        world.clock.set("2026-04-02T09:00:00Z".parse().expect("a moment"));
        let path = format!("/api/v1/opportunities/{deal}");
        assert_eq!(
            world.patch(&program, &path, "\"1\"", json!({"tags": ["Won over"]})).status,
            StatusCode::OK
        );
        let past = format!("/api/v1/opportunities?as_of={}&filter=", then.as_str().expect("a moment"));
        let then =
            |filter: &str| world.get(&program, &format!("{past}{filter}")).json()["data"][0]["tags"].clone();
        assert_eq!(then("tags has urgent"), json!(["Urgent"]));
        assert_eq!((read("tags has urgent"), read("tags has \"won over\"")), (json!(0), json!(1)));

        // Each is counted under all of its tags, and once in the whole.
        let groups = world.get(&program, "/api/v1/accounts/aggregate?by=tags").json();
        let counts = groups["groups"].as_array().expect("groups").iter();
        let counts: Vec<(Json, Json)> =
            counts.map(|one| (one["key"].clone(), one["count"].clone())).collect();
        let expected = [("Key account", 1), ("renewal 2027", 1), ("VIP", 2)];
        let mut wanted: Vec<(Json, Json)> = expected.map(|(key, n)| (json!(key), json!(n))).to_vec();
        wanted.push((Json::Null, json!(1)));
        assert_eq!((counts, &groups["total"]["count"]), (wanted, &json!(3)));
        let metric = world.get(&program, "/api/v1/metrics/opportunity_count?by=tags").json();
        assert_eq!(metric["groups"][0]["key"], json!("Won over"), "{metric}");

        // Found by search, told in history.
        let hits = world.get(&program, "/api/v1/search?q=renewal").json().to_string();
        assert!(hits.contains("\"B\""), "{hits}");
        let history = world.get(&program, &format!("{path}/history")).json();
        assert_eq!(history["data"][0]["changes"]["tags"]["from"], json!(["Urgent"]), "{history}");
    });
}

#[test]
fn some_are_put_on_and_taken_off_without_the_others() {
    on_each(|world| {
        let program = world.program();
        let a = account(world, &program, "A", json!(["VIP", "Old"]));
        let b = account(world, &program, "B", json!(["Old"]));
        let path = format!("/api/v1/accounts/{a}");
        let change = json!({"tags": {"add": ["New", "vip"], "remove": ["old"]}});
        assert_eq!(world.patch(&program, &path, "\"1\"", change.clone()).status, StatusCode::OK);
        assert_eq!(tags(world, &program, &a), json!(["New", "VIP"]));
        let rows = json!({"rows": [
            {"do": "update", "id": a, "version": "*", "data": {"tags": {"add": ["Both"]}}},
            {"do": "update", "id": b, "version": "*", "data": {"tags": {"add": ["Both"]}}},
        ]});
        assert_eq!(world.post(&program, "/api/v1/accounts/bulk", rows).json()["done"], json!(2));
        assert_eq!(tags(world, &program, &a), json!(["Both", "New", "VIP"]));
        assert_eq!(tags(world, &program, &b), json!(["Both", "Old"]));
        let wrong = [
            (json!(["a|b"]), "tag"),
            (json!([1]), "tag"),
            (json!(["x".repeat(61)]), "tag"),
            (json!({"put": ["a"]}), "json-type"),
            (json!("Both, New"), "json-type"),
            (json!({"add": [], "remove": "Both"}), "json-type"),
        ];
        for (wrong, code) in wrong {
            world.patch(&program, &path, "*", json!({"tags": wrong})).refuses(422, &[("tags", code)]);
        }
        // Nothing is said by `null`; an empty text is no address.
        world.patch(&program, &path, "*", json!({"website": ""})).refuses(422, &[("website", "json-type")]);
        assert_eq!(world.patch(&program, &path, "*", json!({"website": null})).status, StatusCode::OK);
    });
}

#[test]
fn a_tag_is_renamed_merged_parted_and_retired_in_one_place() {
    on_each(|world| {
        let program = world.program();
        let a = account(world, &program, "A", json!(["Client"]));
        let b = account(world, &program, "B", json!(["Client", "Customer"]));
        let c = account(world, &program, "C", json!(["Customer"]));
        let trashed = account(world, &program, "D", json!(["Client"]));
        world.delete(&program, &format!("/api/v1/accounts/{trashed}"), "\"1\"");
        let all = || [&a, &b, &c].map(|id| tags(world, &program, id));

        let (client, version) = tag(world, &program, "Client");
        let renamed = world.patch(&program, &client, &version, json!({"name": "Kunde", "colour": "green"}));
        assert_eq!(renamed.status, StatusCode::OK, "{}", renamed.text());
        assert_eq!(all(), [json!(["Kunde"]), json!(["Customer", "Kunde"]), json!(["Customer"])]);
        assert_eq!(found(world, &program, "tags has client"), ["A", "B"], "what still says so means it");
        let version = world.get(&program, &format!("/api/v1/accounts/{a}")).json()["version"].clone();
        assert_eq!(version, json!(1), "no record was changed");
        world.post(&program, &format!("/api/v1/accounts/{trashed}/restore"), json!({}));
        assert_eq!(tags(world, &program, &trashed), json!(["Kunde"]));

        // Two of one name are refused; merged, they are one, also for what still says the other.
        let (customer, version) = tag(world, &program, "Customer");
        let twice = world.patch(&program, &customer, &version, json!({"name": "kunde"}));
        twice.refuses(422, &[("name", "tag-twice")]);
        let merged = world.post(&program, &format!("{customer}/merge"), json!({"with": id(&client)}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());
        assert_eq!(all(), [json!(["Customer"]), json!(["Customer"]), json!(["Customer"])]);
        assert_eq!(found(world, &program, "tags has kunde"), ["A", "B", "C", "D"]);
        let e = account(world, &program, "E", json!(["Client"]));
        assert_eq!(tags(world, &program, &e), json!(["Customer"]), "the old word means the new");

        let parted = world.post(&program, &format!("{customer}/unmerge"), json!({"lost": id(&client)}));
        assert_eq!(parted.status, StatusCode::OK, "{}", parted.text());
        assert_eq!(all(), [json!(["Kunde"]), json!(["Customer", "Kunde"]), json!(["Customer"])]);
        assert_eq!(found(world, &program, "tags has customer"), ["B", "C", "E"]);

        // Held by records it is not taken away; out of use, nobody can put it on another.
        let (customer, version) = tag(world, &program, "Customer");
        world.delete(&program, &customer, &version).refuses(422, &[("", "option-in-use")]);
        assert_eq!(
            world.patch(&program, &customer, &version, json!({"retired": true})).status,
            StatusCode::OK
        );
        world
            .post(&program, "/api/v1/accounts", json!({"name": "F", "tags": ["Customer"]}))
            .refuses(422, &[("tags", "choice-retired")]);
        let kept = world.patch(
            &program,
            &format!("/api/v1/accounts/{c}"),
            "*",
            json!({"city": null, "tags": ["customer", "New"]}),
        );
        kept.refuses(422, &[("city", "unknown-field")]);
        let kept = world.patch(
            &program,
            &format!("/api/v1/accounts/{c}"),
            "*",
            json!({"tags": ["customer", "New"]}),
        );
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.text());

        // Two accounts that become one have the tags of both.
        let body = json!({"with": b});
        assert_eq!(world.post(&program, &format!("/api/v1/accounts/{c}/merge"), body).status, StatusCode::OK);
        assert_eq!(tags(world, &program, &c), json!(["Customer", "Kunde", "New"]));
        world.post(&program, &format!("/api/v1/accounts/{c}/unmerge"), json!({"lost": b}));
        assert_eq!(tags(world, &program, &c), json!(["Customer", "New"]));
        assert_eq!(found(world, &program, "tags has kunde"), ["A", "B", "D"]);
    });
}

#[test]
fn whoever_may_not_make_tags_uses_those_that_there_are() {
    on_each(|world| {
        let program = world.program();
        account(world, &program, "A", json!(["VIP"]));
        let all = r#""create": "all", "read": "all", "edit": "all""#;
        let grants = format!(r#"{{"objects": {{"*": {{{all}}}}}, "tags": false}}"#);
        let seller = world.token(&world.person_who_may("Seller", grants.leak()), "read_write");
        account(world, &seller, "B", json!(["vip"]));
        world
            .post(&seller, "/api/v1/accounts", json!({"name": "C", "tags": ["Mine"]}))
            .refuses(422, &[("tags", "tag-unknown")]);
        let hidden =
            format!(r#"{{"objects": {{"*": {{{all}}}}}, "fields": {{"account": {{"tags": "hidden"}}}}}}"#);
        let stranger = world.person_who_may("Stranger", hidden.leak());
        let stranger = (world.token(&stranger, "read_write"), world.browser(&stranger));
        world
            .get(&stranger.0, "/api/v1/accounts?filter=tags has VIP")
            .refuses(400, &[("tags", "unknown-field")]);
        assert_eq!(world.get(&stranger.1, "/lookup/tags/account/tags?q=v").status, StatusCode::NOT_FOUND);
        let other = world.another_company();
        let other = world.token(&other, "read_write");
        assert_eq!(world.get(&other, "/api/v1/tags").json()["data"], json!([]), "no trace of others");
        assert_eq!(found(world, &other, "tags has VIP"), Vec::<String>::new());
    });
}

#[test]
fn pages_show_them_as_chips_and_take_them_with_and_without_a_script() {
    on_each(|world| {
        let program = world.program();
        account(world, &program, "A", json!(["VIP", "Old"]));
        let (path, version) = tag(world, &program, "VIP");
        world.patch(&program, &path, &version, json!({"colour": "green"}));
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, "/accounts/new");
        assert!(form.contains("data-chips=\"/lookup/tags/account/tags\""), "the form looks tags up");
        let offered = world.get(&ada, "/lookup/tags/account/tags?q=v").json();
        assert_eq!(offered, json!([{"title": "VIP"}]));
        let sent = [("name", "B"), ("kind", "business"), ("lifecycle", "prospect"), ("tags", "vip, Fresh")];
        let shown = follow(world, &ada, &submit(world, &ada, "/accounts", &sent));
        assert!(shown.contains("data-tone=\"won\"") && words(&shown).contains("Fresh"), "{}", words(&shown));
        let list = page(world, &ada, "/accounts?columns=name,tags&filter=tags has Fresh");
        assert!(words(&list).contains("Fresh") && !words(&list).contains("Old"), "{}", words(&list));
        let wrong =
            [("name", "C"), ("kind", "business"), ("lifecycle", "prospect"), ("tags", &"x".repeat(70))];
        let refused = submit(world, &ada, "/accounts", &wrong);
        assert!(words(&refused.text()).contains("can’t be a tag"), "{}", words(&refused.text()));
        let settings = page(world, &ada, "/tags");
        assert!(words(&settings).contains("VIP"), "{}", words(&settings));
        let figures = page(world, &ada, "/metrics?metric=opportunity_count&by=tags");
        assert!(words(&figures).contains("Tags"), "{}", words(&figures));
    });
}

#[test]
fn a_file_brings_tags_and_makes_new_ones_only_where_its_mapping_says_so() {
    on_each(|world| {
        let program = world.program();
        account(world, &program, "A", json!(["VIP"]));
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("accounts.csv");
        std::fs::write(&file, "Name;Labels\nB;vip, Fresh\nC;VIP\n").expect("written");
        let imports: &dyn Imports = cordee_features::registry().imports;
        let (records, admin) = (&world.records, &world.admin);
        let run = |missing: &str| {
            let mapping = json!({
                "object": "account", "mode": "create_and_update", "match": ["name"], "columns": [
                    {"column": "Name", "field": "name"},
                    {"column": "Labels", "field": "tags", "on_missing": missing},
                ],
            });
            let rejects = folder.path().join(format!("{missing}.csv"));
            let import = imports.start(records, admin, &file, &mapping.to_string(), &rejects);
            let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
            (done.created, done.failed)
        };
        assert_eq!(run("reject"), (1, 1));
        assert_eq!(run("create"), (1, 0));
        assert_eq!(found(world, &program, "tags has Fresh"), ["B"]);
        assert_eq!(found(world, &program, "tags has VIP"), ["A", "B", "C"]);
    });
}

#[test]
fn a_company_has_fields_of_tags_of_its_own() {
    on_each(|world| {
        let program = world.program();
        let field = json!({"object": "account", "label": "Skills", "kind": "tags", "in_list": true});
        world.create(&program, "custom_fields", field);
        let id = world.create(
            &program,
            "accounts",
            json!({"name": "A", "x_skills": ["Welding", "Tea"], "tags": ["Tea"]}),
        );
        assert_eq!(found(world, &program, "x_skills has all (tea, welding)"), ["A"]);
        assert_eq!(
            found(world, &program, "tags has welding"),
            Vec::<String>::new(),
            "each field has its own"
        );
        let tags = world.get(&program, "/api/v1/tags?count=exact").json();
        assert_eq!(tags["count"], json!(3), "{tags}");
        let list = page(world, &world.browser(&world.admin), "/accounts");
        assert!(words(&list).contains("Welding"), "{}", words(&list));
        let wrong = json!({"name": "X", "object": "account", "field": "name"});
        world.post(&program, "/api/v1/tags", wrong).refuses(422, &[("field", "choice")]);
        assert_eq!(
            world.get(&program, &format!("/api/v1/accounts/{id}")).json()["x_skills"],
            json!(["Tea", "Welding"])
        );
    });
}
