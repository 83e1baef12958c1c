//! An object of one's own with fields of every kind, made in the settings pages of a running company, and used as any other.

use axum::http::StatusCode;
use cordee_kit::{Imports, ReadAs};
use serde_json::{Value as Json, json};

use crate::pages::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

/// What a settings form sends of a field that is not said to be otherwise.
const USUAL: [(&str, &str); 7] = [
    ("required", "false"),
    ("sorted", "false"),
    ("tracked", "true"),
    ("unique", "false"),
    ("personal", "false"),
    ("in_list", "true"),
    ("retired", "false"),
];

/// A field: what it is called, its kind, and what else is said of it.
type Wanted = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// The fields of a site.
const FIELDS: [Wanted; 23] = [
    ("State", "choice", &[("options", "Planned\nRunning\nScrapped")]),
    ("Motto", "text", &[]),
    ("Story", "long_text", &[]),
    ("Seats", "number", &[("decimals", "1")]),
    ("Budget", "money", &[]),
    ("Share", "percent", &[]),
    ("Opened", "date", &[]),
    ("Best hour", "time", &[]),
    ("Seen", "moment", &[]),
    ("Partner", "yes_no", &[]),
    ("Mail", "email", &[]),
    ("Phone", "phone", &[]),
    ("Wiki", "url", &[]),
    ("Depot", "address", &[]),
    ("Keeper", "person", &[]),
    ("Markets", "choices", &[("options", "Home\nAbroad")]),
    ("Labels", "tags", &[]),
    ("Account", "link", &[("links_to", "account")]),
    ("Guests", "links", &[("links_to", "contact")]),
    ("About", "any_link", &[("one_of", "account"), ("one_of", "contact")]),
    ("Plan", "file", &[]),
    ("Per seat", "formula", &[("formula", "x_budget / x_seats")]),
    ("Visited", "roll_up", &[("roll_of", "x_visit"), ("roll_by", "parent"), ("roll_what", "count")]),
];

fn declare(world: &World, browser: &Client, one: &str, many: &str, lines_of: &str) {
    let sent = [
        ("label", one),
        ("label_plural", many),
        ("owned", "true"),
        ("lines_of", lines_of),
        ("retired", "false"),
    ];
    follow(world, browser, &submit(world, browser, "/custom_objects", &sent));
}

fn add(world: &World, browser: &Client, object: &str, label: &str, kind: &str, more: &[(&str, &str)]) {
    let said = [("object", object), ("label", label), ("kind", kind)];
    let sent: Vec<(&str, &str)> = said.iter().chain(&USUAL).chain(more).copied().collect();
    follow(world, browser, &submit(world, browser, "/custom_fields", &sent));
}

/// Sites with a field of every kind, and visits as their lines.
fn make(world: &World, browser: &Client) {
    declare(world, browser, "Site", "Sites", "");
    declare(world, browser, "Visit", "Visits", "x_site");
    for (label, kind, more) in FIELDS {
        add(world, browser, "x_site", label, kind, more);
    }
    let all = world.get(&world.program(), "/api/v1/custom_objects?filter=name = x_site").json();
    let site = all["data"][0]["id"].as_str().expect("the object");
    let form = page(world, browser, &format!("/custom_objects/{site}/edit"));
    let version = crate::pages::hidden(&form, "version");
    let sent = [
        ("label", "Site"),
        ("label_plural", "Sites"),
        ("board_by", "x_state"),
        ("retired", "false"),
        ("version", &version),
    ];
    follow(world, browser, &submit(world, browser, &format!("/custom_objects/{site}"), &sent));
}

fn read(world: &World, program: &Client, name: &str) -> Json {
    let found = world.get(program, &format!("/api/v1/x_sites?filter=name = \"{name}\"")).json();
    found["data"][0].clone()
}

#[test]
fn an_object_with_fields_of_every_kind_is_made_in_the_settings_and_used_through_every_door() {
    on_each(|world| {
        let (program, browser) = (world.program(), world.browser(&world.admin));
        make(world, &browser);
        let account = world.create(&program, "accounts", json!({"name": "Acme"}));
        let guests = ["Ann", "Bea"].map(|name| world.create(&program, "contacts", json!({"name": name})));
        let me = world.get(&program, "/api/v1/me").json()["user"]["id"].as_str().expect("me").to_owned();

        // By the form.
        let form = page(world, &browser, "/x_sites/new");
        for (label, kind, _) in FIELDS {
            let name = format!("name=\"x_{}", label.to_lowercase().replace(' ', "_"));
            let reckoned = matches!(kind, "formula" | "roll_up");
            assert_eq!(form.contains(&name), !reckoned, "{label} in the form");
        }
        let about = format!("account:{account}");
        let typed = [
            ("name", "Quarry"),
            ("x_state", "planned"),
            ("x_motto", "Hold fast"),
            ("x_story", "Once\nupon"),
            ("x_seats", "12.5"),
            ("x_budget", "100"),
            ("x_budget.currency", "EUR"),
            ("x_share", "25"),
            ("x_opened", "2026-03-01"),
            ("x_best_hour", "09:30"),
            ("x_seen", "2026-03-02T10:00"),
            ("x_partner", "true"),
            ("x_mail", "site@acme.example"),
            ("x_phone", "+33 1 42 68 53 00"),
            ("x_wiki", "https://acme.example/w"),
            ("x_depot.city", "Lyon"),
            ("x_depot.country", "FR"),
            ("x_keeper", &me),
            ("x_markets", "home"),
            ("x_labels", "Steep"),
            ("x_account", &account),
            ("x_guests", "Ann\nBea"),
            ("x_about", &about),
        ];
        follow(world, &browser, &submit(world, &browser, "/x_sites", &typed));

        // By the API, with what is reckoned.
        let site = read(world, &program, "Quarry");
        let id = site["id"].as_str().expect("made").to_owned();
        let path = format!("/api/v1/x_sites/{id}");
        let visits = json!({"x_visits": [{"name": "First"}, {"name": "Second"}]});
        assert_eq!(world.patch(&program, &path, "\"1\"", visits).status, StatusCode::OK);
        let site = world.get(&program, &path).json();
        assert_eq!(site["x_guests"], json!(guests), "{site}");
        assert_eq!(site["x_about"]["id"], json!(account), "{site}");
        assert_eq!(
            (&site["x_per_seat"]["amount"], &site["x_visited"]),
            (&json!("8.00"), &json!(2)),
            "{site}"
        );

        // In the list, narrowed and ordered.
        for filter in [
            "x_state = planned",
            "x_seats > 12 and x_share >= 25",
            "x_depot.city = Lyon",
            "x_labels has Steep",
            "x_markets has home",
            "x_account.name = Acme",
            "x_visited = 2",
            "x_per_seat < 9",
            "x_keeper = me",
        ] {
            let html = page(world, &browser, &format!("/x_sites?filter={filter}"));
            assert!(words(&html).contains("Quarry"), "{filter}: {}", words(&html));
        }

        // On the board, and moved there; the past stays as it was.
        assert!(words(&page(world, &browser, "/x_sites/board")).contains("Planned 1"));
        let then = world.get(&program, &path).json()["updated_at"].as_str().expect("a moment").to_owned();
        world.clock.set("2026-03-02T12:00:00Z".parse().expect("a moment"));
        let version = site["version"].to_string();
        submit(
            world,
            &browser,
            &format!("/x_sites/{id}/move"),
            &[("x_state", "running"), ("version", &version)],
        );
        assert!(words(&page(world, &browser, "/x_sites/board")).contains("Running 1"));
        let told = |as_of: &str| {
            let groups = world.get(&program, &format!("/api/v1/x_sites/aggregate?by=x_state{as_of}")).json();
            groups["groups"][0]["key"].clone()
        };
        assert_eq!((told(""), told(&format!("&as_of={then}"))), (json!("running"), json!("planned")));
        let history = world.get(&program, &format!("{path}/history")).json();
        assert_eq!(history["data"][0]["changes"]["x_state"]["from"], json!("planned"), "{history}");

        // Taken out, and brought in again under another name.
        let file = world.get(&browser, "/x_sites/export?format=csv").text();
        let copy = brought_in(world, &file.replace("Quarry", "Mine").replace(&id, ""));
        assert_eq!(copy, (1, 0), "{file}");
        let mine = read(world, &program, "Mine");
        for (label, kind, _) in FIELDS {
            let name = format!("x_{}", label.to_lowercase().replace(' ', "_"));
            if !matches!(kind, "file" | "roll_up") {
                let now = &world.get(&program, &path).json()[&name];
                assert_eq!(&mine[&name], now, "{label} comes in as it went out: {file}");
            }
        }
    });
}

/// How many records came of a file, and how many rows were refused.
fn brought_in(world: &World, file: &str) -> (i64, i64) {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("sites.csv");
    std::fs::write(&place, file).expect("written");
    let imports: &dyn Imports = cordee_features::registry().imports;
    let (records, admin) = (&world.records, &world.admin);
    let object = records.catalog_now(admin).expect("read").object("x_site").expect("declared");
    let look = imports.look(records, admin, object, &place, &ReadAs::default()).expect("read");
    let import = imports.start(records, admin, &place, &look.mapping, &folder.path().join("rejects.csv"));
    let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
    (done.created as i64, done.failed as i64)
}
