//! A workspace declares fields, objects and options itself, in a running server; they are equal to all others.

use axum::http::StatusCode;
use cordee_kit::{Imports, ReadAs};
use serde_json::{Value as Json, json};

use crate::support::{Client, World, on_each};

fn field(world: &World, client: &Client, body: Json) -> String {
    let id = world.create(client, "custom_fields", body);
    let made = world.get(client, &format!("/api/v1/custom_fields/{id}")).json();
    made["name"].as_str().expect("a name").to_owned()
}

/// One field of each kind on an object that all have.
fn all_kinds(world: &World, program: &Client) {
    let kinds = [
        ("Motto", "text"),
        ("Story", "long_text"),
        ("Seats", "number"),
        ("Budget", "money"),
        ("Share", "percent"),
        ("Renewal", "date"),
        ("Best hour", "time"),
        ("Seen", "moment"),
        ("Partner", "yes_no"),
        ("Second mail", "email"),
        ("Second phone", "phone"),
        ("Wiki", "url"),
        ("Depot", "address"),
        ("Keeper", "person"),
    ];
    for (label, kind) in kinds {
        field(world, program, json!({"object": "account", "label": label, "kind": kind, "in_list": true}));
    }
    field(
        world,
        program,
        json!({"object": "account", "label": "Segment", "kind": "choice", "options": "Small\nLarge\n"}),
    );
    field(
        world,
        program,
        json!({"object": "account", "label": "Markets", "kind": "choices", "options": "Home\nAbroad"}),
    );
    field(
        world,
        program,
        json!({"object": "account", "label": "Supplier", "kind": "link", "links_to": "account"}),
    );
}

#[test]
fn fields_of_every_kind_are_added_to_an_object_and_work_like_its_own() {
    on_each(|world| {
        let program = world.program();
        all_kinds(world, &program);
        let supplier = world.create(&program, "accounts", json!({"name": "Rope Works"}));
        let me = world.get(&program, "/api/v1/me").json()["user"]["id"].clone();
        let body = json!({
            "name": "Acme", "x_motto": "Hold fast", "x_story": "Once\nupon", "x_seats": 12,
            "x_budget": {"amount": "99.50", "currency": "EUR"}, "x_share": 12.5, "x_renewal": "2027-03-01",
            "x_best_hour": "09:30", "x_seen": "2026-11-01T10:00:00Z", "x_partner": true,
            "x_second_mail": "two@acme.example", "x_second_phone": "+33 1 42 68 53 00", "x_wiki": "https://acme.example/w",
            "x_depot": {"city": "Lyon", "country": "FR"}, "x_keeper": me, "x_segment": "large",
            "x_markets": ["home", "abroad"], "x_supplier": supplier,
        });
        let id = world.create(&program, "accounts", body);
        let path = format!("/api/v1/accounts/{id}");
        let read = world.get(&program, &path).json();
        assert_eq!((&read["x_motto"], &read["x_segment"]), (&json!("Hold fast"), &json!("large")));
        assert_eq!(read["titles"]["x_supplier"], json!("Rope Works"));
        assert_eq!(read["x_depot"]["city"], json!("Lyon"));

        // Filtered, sorted, grouped, through links too.
        for filter in [
            "x_seats > 10",
            "x_segment = large",
            "x_renewal >= 2027-01-01",
            "x_markets has home",
            "x_depot.city = Lyon",
            "x_supplier.name = \"Rope Works\"",
            "x_budget > 50",
            "x_motto contains FAST",
            "x_keeper = me",
        ] {
            let found = world.get(&program, &format!("/api/v1/accounts?count=exact&filter={filter}")).json();
            assert_eq!(found["count"], json!(1), "{filter}: {found}");
        }
        let sorted = world.get(&program, "/api/v1/accounts?sort=-x_seats").json();
        assert_eq!(sorted["data"][0]["name"], json!("Acme"));
        let groups = world.get(&program, "/api/v1/accounts/aggregate?by=x_segment&sum=x_seats").json();
        let large = groups["groups"].as_array().expect("groups").iter().find(|g| g["key"] == json!("large"));
        assert_eq!(large.map(|g| &g["sum"]["x_seats"]), Some(&json!(12)), "{groups}");

        // Refused as others are.
        let refused = world.post(
            &program,
            "/api/v1/accounts",
            json!({"name": "B", "x_segment": "huge", "x_seats": "many", "x_colour": 1}),
        );
        refused
            .refuses(422, &[("x_segment", "choice"), ("x_seats", "number"), ("x_colour", "unknown-field")]);

        // History, and the past.
        let then = read["updated_at"].as_str().expect("a moment");
        world.clock.set("2026-04-02T09:00:00Z".parse().expect("a moment"));
        let changed = world.patch(&program, &path, "\"1\"", json!({"x_segment": "small"}));
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
        let history = world.get(&program, &format!("{path}/history")).json();
        assert_eq!(history["data"][0]["changes"]["x_segment"]["from"], json!("large"), "{history}");
        let past = world.get(&program, &format!("{path}?as_of={then}")).json();
        assert_eq!(past["x_segment"], json!("large"), "{past}");

        // In OpenAPI and in the catalog.
        let document = world.get(&program, "/api/v1/openapi.json").json();
        assert!(document.to_string().contains("x_renewal"), "the document knows the field");

        // On pages: list, form, record.
        let browser = world.browser(&world.admin);
        let list = world.get(&browser, "/accounts").text();
        assert!(list.contains("Hold fast") && list.contains("Motto"), "the list shows the field");
        let form = world.get(&browser, "/accounts/new").text();
        assert!(form.contains("name=\"x_segment\"") && form.contains("Segment"), "the form has the field");
        let page = world.get(&browser, &format!("/accounts/{id}")).text();
        assert!(page.contains("Hold fast") && page.contains("Small"), "the record shows it");
    });
}

#[test]
fn a_field_is_renamed_retired_and_restored_with_its_values() {
    on_each(|world| {
        let program = world.program();
        let id = world.create(
            &program,
            "custom_fields",
            json!({"object": "contact", "label": "Любимый чай", "kind": "text"}),
        );
        let path = format!("/api/v1/custom_fields/{id}");
        assert_eq!(world.get(&program, &path).json()["name"], json!("x_liubimyi_chai"));
        let person =
            world.create(&program, "contacts", json!({"name": "Anna Berg", "x_liubimyi_chai": "Oolong"}));
        let read = |client: &Client| world.get(client, &format!("/api/v1/contacts/{person}")).json();

        world.patch(&program, &path, "\"1\"", json!({"label": "Tea", "translations": "{\"fr\": \"Thé\"}"}));
        let browser = world.browser(&world.admin);
        assert!(world.get(&browser, "/contacts/new").text().contains(">Tea<"), "renamed");

        world.patch(&program, &path, "\"2\"", json!({"retired": true}));
        assert_eq!(read(&program).get("x_liubimyi_chai"), None, "out of use");
        world
            .post(&program, "/api/v1/contacts", json!({"name": "B", "x_liubimyi_chai": "x"}))
            .refuses(422, &[("x_liubimyi_chai", "unknown-field")]);
        world.patch(&program, &path, "\"3\"", json!({"retired": false}));
        assert_eq!(read(&program)["x_liubimyi_chai"], json!("Oolong"), "its value was kept");

        // In the trash it is gone like any record, and comes back.
        assert_eq!(world.delete(&program, &path, "\"4\"").status, StatusCode::NO_CONTENT);
        assert_eq!(read(&program).get("x_liubimyi_chai"), None);
        assert_eq!(world.post(&program, &format!("{path}/restore"), json!({})).status, StatusCode::OK);
        assert_eq!(read(&program)["x_liubimyi_chai"], json!("Oolong"));
    });
}

#[test]
fn an_option_in_use_is_retired_not_deleted() {
    on_each(|world| {
        let program = world.program();
        field(
            world,
            &program,
            json!({"object": "account", "label": "Segment", "kind": "choice", "options": "Small\nLarge"}),
        );
        let account = world.create(&program, "accounts", json!({"name": "Acme", "x_segment": "small"}));
        let options =
            world.get(&program, "/api/v1/picklist_options?filter=field = x_segment&sort=order").json();
        let (small, large) =
            (options["data"][0]["id"].as_str().expect("id"), options["data"][1]["id"].as_str().expect("id"));
        let held = world.delete(&program, &format!("/api/v1/picklist_options/{small}"), "\"1\"");
        held.refuses(422, &[("", "option-in-use")]);
        assert_eq!(
            world.delete(&program, &format!("/api/v1/picklist_options/{large}"), "\"1\"").status,
            StatusCode::NO_CONTENT
        );
        world
            .post(&program, "/api/v1/accounts", json!({"name": "B", "x_segment": "large"}))
            .refuses(422, &[("x_segment", "choice")]);
        world.patch(
            &program,
            &format!("/api/v1/picklist_options/{small}"),
            "\"1\"",
            json!({"retired": true}),
        );
        assert_eq!(
            world.get(&program, &format!("/api/v1/accounts/{account}")).json()["x_segment"],
            json!("small")
        );
        world
            .post(&program, "/api/v1/accounts", json!({"name": "C", "x_segment": "small"}))
            .refuses(422, &[("x_segment", "choice-retired")]);

        // An option that all have is renamed; one is added to its choice.
        world.create(
            &program,
            "picklist_options",
            json!({"object": "opportunity", "field": "source", "key": "website", "label": "Our site"}),
        );
        world.create(
            &program,
            "picklist_options",
            json!({"object": "account", "field": "industry", "label": "Space travel"}),
        );
        let shown = world.get(&program, "/api/v1/objects").json().to_string();
        assert!(shown.contains("Space travel") && shown.contains("space_travel"), "added");
    });
}

#[test]
fn an_object_of_ones_own_is_used_through_every_door() {
    on_each(|world| {
        let program = world.program();
        let object = json!({"label": "Machine", "label_plural": "Machines", "board_by": "x_state"});
        let made = world.create(&program, "custom_objects", object);
        let declared = world.get(&program, &format!("/api/v1/custom_objects/{made}")).json();
        assert_eq!((&declared["name"], &declared["plural"]), (&json!("x_machine"), &json!("x_machines")));
        for body in [
            json!({"label": "State", "kind": "choice", "options": "Planned\nRunning\nScrapped"}),
            json!({"label": "Hours", "kind": "number"}),
            json!({"label": "Account", "kind": "link", "links_to": "account", "in_list": true}),
            json!({"label": "Serial", "kind": "text", "unique": true}),
        ] {
            let mut body = body;
            body["object"] = json!("x_machine");
            world.create(&program, "custom_fields", body);
        }
        let account = world.create(&program, "accounts", json!({"name": "Acme"}));
        let press = world.create(&program, "x_machines", json!({"name": "Press", "x_state": "running", "x_hours": 7, "x_account": account, "x_serial": "S1"}));
        world
            .post(&program, "/api/v1/x_machines", json!({"name": "Press 2", "x_serial": "S1"}))
            .refuses(409, &[("x_serial", "unique")]);
        let path = format!("/api/v1/x_machines/{press}");
        world.patch(&program, &path, "\"1\"", json!({"x_hours": 9}));
        let found = world
            .get(&program, "/api/v1/x_machines?filter=x_account.name = Acme and x_hours > 8&count=exact")
            .json();
        assert_eq!(found["count"], json!(1), "{found}");
        assert_eq!(
            world.get(&program, &format!("{path}/history")).json()["data"].as_array().map(Vec::len),
            Some(2)
        );

        let browser = world.browser(&world.admin);
        for (page, wanted) in [
            ("/x_machines".to_owned(), "Press"),
            ("/x_machines/board".to_owned(), "Running"),
            ("/x_machines/new".to_owned(), "x_state"),
            (format!("/x_machines/{press}"), "Press"),
            (format!("/accounts/{account}"), "Machines"),
            ("/".to_owned(), "Machines"),
        ] {
            let answer = world.get(&browser, &page);
            assert_eq!(answer.status, StatusCode::OK, "{page}: {}", answer.text());
            assert!(answer.text().contains(wanted), "{page} lacks {wanted}");
        }
        in_an_import(world);

        // Who may see nothing of it sees no trace of it.
        let stranger = world.person_who_may("Stranger", r#"{"objects": {"account": {"read": "all"}}}"#);
        world.get(&world.token(&stranger, "read"), "/api/v1/x_machines").refuses(404, &[]);
        let page = world.get(&world.browser(&stranger), &format!("/accounts/{account}")).text();
        assert!(!page.contains("Machines"), "no trace");

        // Another workspace knows nothing of it.
        let other = world.another_company();
        let stranger = world.token(&other, "read_write");
        world.get(&stranger, "/api/v1/x_machines").refuses(404, &[]);

        // It can have an object and fields of the same names, of other kinds.
        let twin = json!({"label": "Machine", "label_plural": "Machines", "owned": false});
        world.create(&stranger, "custom_objects", twin);
        let hours = json!({"object": "x_machine", "label": "Hours", "kind": "text"});
        assert_eq!(field(world, &stranger, hours), "x_hours_2");
        world.create(&stranger, "x_machines", json!({"name": "Other", "x_hours_2": "seven"}));
        let own = world.get(&program, "/api/v1/x_machines?filter=name = Other&count=exact").json();
        assert_eq!(own["count"], json!(0), "{own}");

        // Merged, trashed, restored.
        let twin = world.create(&program, "x_machines", json!({"name": "Press (old)", "x_hours": 3}));
        let merged = world.post(&program, &format!("{path}/merge"), json!({"with": twin}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());

        // Out of use, it is gone; back again, it is as it was.
        world.patch(&program, &format!("/api/v1/custom_objects/{made}"), "\"1\"", json!({"retired": true}));
        world.get(&program, "/api/v1/x_machines").refuses(404, &[]);
        world.patch(&program, &format!("/api/v1/custom_objects/{made}"), "\"2\"", json!({"retired": false}));
        assert_eq!(world.get(&program, &path).json()["x_hours"], json!(9));
    });
}

fn in_an_import(world: &World) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("machines.csv");
    std::fs::write(&file, "Name;State;Hours;Account\nLathe;Planned;1;Acme\nMill;running;2;Acme\n")
        .expect("written");
    let imports: &dyn Imports = cordee_features::registry().imports;
    let (records, admin) = (&world.records, &world.admin);
    let object = records.catalog_now(admin).expect("read").object("x_machine").expect("declared");
    let look = imports.look(records, admin, object, &file, &ReadAs::default()).expect("read");
    let targets: Vec<&str> = look.columns.iter().map(|column| column.target.as_str()).collect();
    assert_eq!(targets[..3], ["name", "x_state", "x_hours"]);
    let import = imports.start(records, admin, &file, &look.mapping, &folder.path().join("rejects.csv"));
    let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
    assert_eq!((done.created, done.failed, done.done), (2, 0, true));
}

#[test]
fn a_declaration_that_could_not_hold_is_refused() {
    on_each(|world| {
        let program = world.program();
        let refused = |body: Json, errors: &[(&str, &str)]| {
            world.post(&program, "/api/v1/custom_fields", body).refuses(422, errors);
        };
        refused(json!({"object": "acount", "label": "A", "kind": "text"}), &[("object", "object")]);
        refused(json!({"object": "account", "label": "A", "kind": "blob"}), &[("kind", "choice")]);
        refused(
            json!({"object": "account", "label": "A", "kind": "link", "links_to": "session"}),
            &[("links_to", "object")],
        );
        refused(
            json!({"object": "account", "label": "A", "kind": "text", "name": "a\"; DROP TABLE user; --"}),
            &[("name", "name")],
        );
        refused(
            json!({"object": "account", "label": "A", "kind": "number", "decimals": 40}),
            &[("decimals", "range")],
        );
        refused(
            json!({"object": "account", "label": "A", "kind": "text", "translations": "no"}),
            &[("translations", "json")],
        );
        refused(json!({"object": "custom_field", "label": "A", "kind": "text"}), &[("object", "object")]);
        let seller = world.person("Seller", "account_executive");
        let token = world.token(&seller, "read_write");
        let none = world.post(
            &token,
            "/api/v1/custom_fields",
            json!({"object": "account", "label": "A", "kind": "text"}),
        );
        assert!(matches!(none.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{}", none.text());
    });
}

#[test]
fn a_roll_up_follows_the_records_that_it_is_reckoned_from() {
    on_each(|world| {
        let program = world.program();
        let acme = world.create(&program, "accounts", json!({"name": "Acme"}));
        let other = world.create(&program, "accounts", json!({"name": "Other"}));
        let (open, won) = (world.stage(&program, "open"), world.stage(&program, "won"));
        let deal = |client: &Client, name: &str, amount: &str, account: &str, stage: &Json| {
            let amount = json!({"amount": amount, "currency": "EUR"});
            let body = json!({"name": name, "amount": amount, "account": account, "stage": stage["id"], "pipeline": stage["pipeline"]});
            world.create(client, "opportunities", body)
        };
        let first = deal(&program, "First", "100", &acme, &open);
        for body in [
            json!({"label": "Deals", "roll_what": "count"}),
            json!({"label": "Worth", "roll_what": "sum", "roll_field": "amount", "roll_filter": "state = open"}),
            json!({"label": "Largest", "roll_what": "max", "roll_field": "amount"}),
            json!({"label": "Last name", "roll_what": "latest", "roll_field": "name"}),
        ] {
            let mut body = body;
            for (name, value) in [
                ("object", "account"),
                ("kind", "roll_up"),
                ("roll_of", "opportunity"),
                ("roll_by", "account"),
            ] {
                body[name] = json!(value);
            }
            world.create(&program, "custom_fields", body);
        }
        let read = |client: &Client, id: &str| {
            let record = world.get(client, &format!("/api/v1/accounts/{id}")).json();
            let amount = |name: &str| record[name]["amount"].as_str().map(str::to_owned);
            let last = record["x_last_name"].as_str().map(str::to_owned);
            (
                record["x_deals"].as_i64(),
                amount("x_worth"),
                amount("x_largest"),
                last,
                record["version"].as_i64(),
            )
        };
        let some = |text: &str| Some(text.to_owned());
        // Those that were there count from the beginning; nobody has changed the account.
        assert_eq!(read(&program, &acme), (Some(1), some("100.00"), some("100.00"), some("First"), Some(1)));
        assert_eq!(read(&program, &other), (Some(0), some("0.00"), None, None, Some(1)));

        world.clock.set("2026-03-03T09:00:00Z".parse().expect("a moment"));
        let second = deal(&program, "Second", "250.50", &acme, &open);
        assert_eq!(read(&program, &acme), (Some(2), some("350.50"), some("250.50"), some("Second"), Some(1)));
        let path = format!("/api/v1/opportunities/{second}");
        assert_eq!(world.patch(&program, &path, "\"1\"", json!({"account": other})).status, StatusCode::OK);
        assert_eq!(read(&program, &acme).0, Some(1));
        assert_eq!(
            read(&program, &other),
            (Some(1), some("250.50"), some("250.50"), some("Second"), Some(1))
        );
        let done = world.post(&program, &format!("{path}/win"), json!({}));
        assert_eq!(done.status, StatusCode::OK, "{}", done.text());
        let after = read(&program, &other);
        assert_eq!((after.0, after.1, after.2), (Some(1), some("0.00"), some("250.50")), "won {won}");
        assert_eq!(
            world.delete(&program, &format!("/api/v1/opportunities/{first}"), "\"1\"").status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(read(&program, &acme), (Some(0), some("0.00"), None, None, Some(1)));
        world.post(&program, &format!("/api/v1/opportunities/{first}/restore"), json!({}));
        assert_eq!(read(&program, &acme).0, Some(1));

        // Filtered, sorted, grouped; set by nobody.
        let found =
            world.get(&program, "/api/v1/accounts?filter=x_deals >= 1&sort=-x_largest&count=exact").json();
        assert_eq!((&found["count"], &found["data"][0]["name"]), (&json!(2), &json!("Other")), "{found}");
        world
            .post(&program, "/api/v1/accounts", json!({"name": "X", "x_deals": 7}))
            .refuses(422, &[("x_deals", "read-only")]);

        // Merged, what belonged to both belongs to one.
        let merged = world.post(&program, &format!("/api/v1/accounts/{acme}/merge"), json!({"with": other}));
        assert_eq!(merged.status, StatusCode::OK, "{}", merged.text());
        assert_eq!(read(&program, &acme).0, Some(2));

        // Who sees only some of the deals is told what those come to, and can't ask by the rest.
        let rights = r#"{"objects": {"account": {"read": "all"}, "opportunity": {"read": "own", "create": "own"}, "stage": {"read": "all"}, "pipeline": {"read": "all"}, "user": {"read": "all"}}}"#;
        let seller = world.person_who_may("Seller", rights);
        let own = world.token(&seller, "read_write");
        deal(&own, "Mine", "7", &acme, &open);
        let seen = read(&own, &acme);
        assert_eq!((seen.0, seen.1, seen.2), (Some(1), some("7.00"), some("7.00")));
        assert_eq!(read(&program, &acme).0, Some(3));
        let asked = world.get(&own, "/api/v1/accounts?filter=x_deals > 2");
        assert_eq!(asked.status, StatusCode::BAD_REQUEST, "{}", asked.text());
        let stranger = world.person_who_may("Stranger", r#"{"objects": {"account": {"read": "all"}}}"#);
        assert_eq!(read(&world.token(&stranger, "read"), &acme).0, None);
    });
}

#[test]
fn a_roll_up_that_could_not_be_reckoned_is_refused() {
    on_each(|world| {
        let program = world.program();
        let refused = |more: Json, errors: &[(&str, &str)]| {
            let mut body = json!({"object": "account", "label": "R", "kind": "roll_up"});
            more.as_object().expect("members").iter().for_each(|(name, value)| body[name] = value.clone());
            world.post(&program, "/api/v1/custom_fields", body).refuses(422, errors);
        };
        refused(json!({"roll_of": "deal"}), &[("roll_of", "object")]);
        refused(json!({"roll_of": "opportunity", "roll_by": "owner"}), &[("roll_by", "choice")]);
        refused(json!({"roll_of": "opportunity", "roll_by": "account"}), &[("roll_what", "required")]);
        let sum = |more: Json| {
            let mut body = json!({"roll_of": "opportunity", "roll_by": "account", "roll_what": "sum"});
            more.as_object().expect("members").iter().for_each(|(name, value)| body[name] = value.clone());
            body
        };
        refused(sum(json!({"roll_field": "name"})), &[("roll_field", "choice")]);
        refused(
            sum(json!({"roll_field": "amount", "roll_filter": "colour = red"})),
            &[("roll_filter", "unknown-field")],
        );
    });
}
