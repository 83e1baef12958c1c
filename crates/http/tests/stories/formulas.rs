//! A workspace declares what is reckoned; it is used like any other field, and nobody sets it.

use axum::http::StatusCode;
use cordee_kit::{Imports, ReadAs};
use serde_json::{Value as Json, json};

use crate::support::{World, on_each};

fn formula(object: &str, label: &str, text: &str) -> Json {
    json!({"object": object, "label": label, "kind": "formula", "formula": text, "decimals": 1, "in_list": true})
}

#[test]
fn a_formula_is_used_through_every_door() {
    on_each(|world| {
        let program = world.program();
        for (label, kind) in [("Seats", "number"), ("Price", "money"), ("Renewal", "date")] {
            world.create(
                &program,
                "custom_fields",
                json!({"object": "account", "label": label, "kind": kind}),
            );
        }
        let body = json!({"name": "Acme", "x_seats": 12, "x_price": {"amount": "9.95", "currency": "EUR"}, "x_renewal": "2027-03-01"});
        let acme = world.create(&program, "accounts", body);
        let anna = world.create(&program, "contacts", json!({"name": "Anna Berg", "account": acme}));
        for body in [
            formula("account", "Value", "x_seats * x_price"),
            formula("account", "Size", "if(x_value >= money(100, \"EUR\"), \"large\", \"small\")"),
            formula("account", "Notice", "add_days(x_renewal, -30)"),
            formula("contact", "Badge", "upper(name) & \" / \" & account.name & \" / \" & account.x_size"),
        ] {
            world.create(&program, "custom_fields", body);
        }

        // What was there before is reckoned; one link up too, when that changes.
        let account = format!("/api/v1/accounts/{acme}");
        let contact = format!("/api/v1/contacts/{anna}");
        let read = world.get(&program, &account).json();
        assert_eq!(read["x_value"], json!({"amount": "119.40", "currency": "EUR"}));
        assert_eq!((&read["x_size"], &read["x_notice"]), (&json!("large"), &json!("2027-01-30")));
        assert_eq!(world.get(&program, &contact).json()["x_badge"], json!("ANNA BERG / Acme / large"));
        world.patch(&program, &account, "\"1\"", json!({"x_seats": 2}));
        let badge = world.get(&program, &contact).json();
        assert_eq!((&badge["x_badge"], &badge["version"]), (&json!("ANNA BERG / Acme / small"), &json!(1)));

        // Filtered, sorted, grouped; set by nobody.
        let body = json!({"name": "Bolt", "x_seats": 100, "x_price": {"amount": "5", "currency": "EUR"}});
        world.create(&program, "accounts", body);
        let found =
            world.get(&program, "/api/v1/accounts?filter=x_value > 15&sort=-x_value&count=exact").json();
        assert_eq!((&found["count"], &found["data"][0]["name"]), (&json!(2), &json!("Bolt")), "{found}");
        let found = world.get(&program, "/api/v1/contacts?filter=account.x_size = small&count=exact").json();
        assert_eq!(found["count"], json!(1), "{found}");
        let groups = world.get(&program, "/api/v1/accounts/aggregate?by=x_size&sum=x_value").json();
        let large = groups["groups"].as_array().expect("groups").iter().find(|g| g["key"] == json!("large"));
        assert_eq!(large.map(|g| &g["count"]), Some(&json!(1)), "{groups}");
        world
            .post(&program, "/api/v1/accounts", json!({"name": "X", "x_size": "huge"}))
            .refuses(422, &[("x_size", "read-only")]);

        // On pages: shown, never asked for. In files: reckoned, never brought in.
        let browser = world.browser(&world.admin);
        assert!(world.get(&browser, "/accounts").text().contains("500.00"), "in the list");
        assert!(world.get(&browser, &format!("/accounts/{acme}")).text().contains("19.90"), "on the record");
        assert!(!world.get(&browser, "/accounts/new").text().contains("name=\"x_value\""), "not in the form");
        let form = world.get(&browser, "/custom_fields/new").text();
        assert!(form.contains("name=\"formula\"") && form.contains("How it is reckoned"), "{form}");
        in_an_import(world);

        // Who may not see all that it is reckoned from sees nothing of it.
        let rights = r#"{"objects": {"contact": {"read": "all"}, "account": {"read": "own"}}}"#;
        let seller = world.token(&world.person_who_may("Seller", rights), "read");
        assert_eq!(world.get(&seller, &contact).json().get("x_badge"), None);
        let asked = world.get(&seller, "/api/v1/contacts?filter=x_badge is not empty");
        assert_eq!(asked.status, StatusCode::BAD_REQUEST, "{}", asked.text());
    });
}

fn in_an_import(world: &World) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("people.csv");
    std::fs::write(&file, "Name;Account;Badge\nBoris Vian;Bolt;none\nCleo Ray;Bolt;none\n").expect("written");
    let imports: &dyn Imports = cordee_features::registry().imports;
    let (records, admin) = (&world.records, &world.admin);
    let object = records.catalog_now(admin).expect("read").object("contact").expect("declared");
    let look = imports.look(records, admin, object, &file, &ReadAs::default()).expect("read");
    assert!(look.columns.iter().all(|column| column.target != "x_badge"), "it is no target");
    let import = imports.start(records, admin, &file, &look.mapping, &folder.path().join("rejects.csv"));
    let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
    assert_eq!((done.created, done.failed), (2, 0));
    let program = world.program();
    let found =
        world.get(&program, "/api/v1/contacts?filter=x_badge = \"CLEO RAY / Bolt / large\"&count=exact");
    assert_eq!(found.json()["count"], json!(1));
}

#[test]
fn a_formula_that_is_none_is_refused_with_the_place_and_what_would_be_right() {
    on_each(|world| {
        let program = world.program();
        let told = |text: &str, code: &str| {
            let answer = world.post(&program, "/api/v1/custom_fields", formula("contact", "Wrong", text));
            let body = answer.refuses(422, &[("formula", code)]);
            body["errors"][0]["message"].as_str().expect("a sentence").to_owned()
        };
        let table = [
            (
                "upper(acount.name)",
                "formula-field",
                "Column 7: there is no field “acount”. Did you mean “account”?",
            ),
            (
                "name + 1",
                "formula-type",
                "Column 1: this is of the kind “Text”, but “Number” is needed here.",
            ),
            ("account.parent", "formula-link", "Column 1: “account.parent” is a link."),
            (
                "round()",
                "formula-arguments",
                "Column 1: “round” takes other values. Write round(number, decimals).",
            ),
            ("name & today()", "formula-clock", "Column 8: “today” is not possible"),
        ];
        for (text, code, sentence) in table {
            let said = told(text, code);
            assert!(said.contains(sentence), "{text}: {said}");
        }
        let id = world.create(&program, "custom_fields", formula("contact", "Badge", "upper(name)"));
        let path = format!("/api/v1/custom_fields/{id}");
        assert_eq!(world.get(&program, &path).json()["result"], json!("text"));
        let changed = world.patch(&program, &path, "\"1\"", json!({"formula": "length(name)"}));
        changed.refuses(422, &[("formula", "formula-result")]);
        let changed = world.patch(&program, &path, "\"1\"", json!({"formula": "lower(name)"}));
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
    });
}
