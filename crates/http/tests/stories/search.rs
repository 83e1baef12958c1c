//! Searching over all objects: over the API and on the page, under the rights of whoever asks.

use axum::http::StatusCode;
use serde_json::{Value as Json, json};

use crate::support::{Client, World, on_each};

const OWN: &str = r#"{"objects": {"account": {"create": "all", "read": "own", "edit": "own"}, "user": {"read": "all"}},
    "fields": {"account": {"phone": "hidden"}}}"#;

/// What is found: each with its object, title and the field that says most of it.
fn found(world: &World, who: &Client, question: &str) -> Vec<[String; 3]> {
    let answer = world.get(who, &format!("/api/v1/search?{question}"));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let answer = answer.json();
    let groups = answer["data"].as_array().expect("a list");
    let text = |value: &Json| value.as_str().unwrap_or("").to_owned();
    let of_group = |group: &Json| {
        let hits = group["hits"].as_array().expect("a list").clone();
        let object = text(&group["object"]);
        hits.into_iter()
            .map(move |hit| [object.clone(), text(&hit["title"]), text(&hit["field"])])
            .collect::<Vec<_>>()
    };
    groups.iter().flat_map(of_group).collect()
}

fn three(object: &str, title: &str, field: &str) -> [String; 3] {
    [object, title, field].map(str::to_owned)
}

#[test]
fn one_question_finds_records_of_all_objects() {
    on_each(|world| {
        let ada = world.program();
        let acme = world.create(&ada, "accounts", json!({"name": "Acme Müller", "phone": "+33142685300"}));
        world.create(
            &ada,
            "contacts",
            json!({"last_name": "Щербаков", "email": "p@acme.example", "account": acme}),
        );
        assert_eq!(
            found(world, &ada, "q=acme"),
            [three("account", "Acme Müller", ""), three("contact", "Щербаков", "email"),]
        );
        assert_eq!(found(world, &ada, "q=acme&objects=contacts"), [three("contact", "Щербаков", "email")]);
        assert_eq!(found(world, &ada, "q=shcherbakov"), [three("contact", "Щербаков", "")]);
        assert_eq!(found(world, &ada, "q=acme%20mulelr"), [three("account", "Acme Müller", "")]);
        assert_eq!(
            found(world, &ada, "q=01%2042%2068%2053%2000"),
            [three("account", "Acme Müller", "phone")]
        );
        assert_eq!(found(world, &ada, &format!("q={acme}")), [three("account", "Acme Müller", "")]);
        for wrong in ["", "q=", "q=x&limit=0", "q=x&objects=nothing", "q=x&sort=name"] {
            let answer = world.get(&ada, &format!("/api/v1/search?{wrong}"));
            assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}: {}", answer.text());
        }
    });
}

#[test]
fn nobody_finds_what_is_not_theirs_to_see() {
    on_each(|world| {
        let ada = world.program();
        world.create(&ada, "accounts", json!({"name": "Acme One", "phone": "+33142685300"}));
        let ben = world.token(&world.person_who_may("Ben", OWN), "read_write");
        world.create(&ben, "accounts", json!({"name": "Acme Two"}));
        assert_eq!(found(world, &ben, "q=acme"), [three("account", "Acme Two", "")]);
        assert!(found(world, &ben, "q=0142685300").is_empty(), "a hidden field is not searched");
        assert_eq!(found(world, &ada, "q=acme").len(), 2);
    });
}

#[test]
fn what_a_workspace_declares_is_searched_like_all_else() {
    on_each(|world| {
        let ada = world.program();
        world.create(&ada, "custom_objects", json!({"label": "Depot", "label_plural": "Depots"}));
        let field = json!({"object": "account", "label": "Motto", "kind": "text"});
        let field = world.create(&ada, "custom_fields", field);
        world.create(&ada, "accounts", json!({"name": "Acme", "x_motto": "quicksilver"}));
        world.create(&ada, "x_depots", json!({"name": "Quicksilver Yard"}));
        let both = found(world, &ada, "q=quicksilver");
        assert_eq!(both, [three("x_depot", "Quicksilver Yard", ""), three("account", "Acme", "x_motto")]);
        // A field in the trash is searched no more, and again when it is back.
        let version =
            format!("\"{}\"", world.get(&ada, &format!("/api/v1/custom_fields/{field}")).json()["version"]);
        world.delete(&ada, &format!("/api/v1/custom_fields/{field}"), &version);
        assert_eq!(found(world, &ada, "q=quicksilver"), [three("x_depot", "Quicksilver Yard", "")]);
        let restored = world.post(&ada, &format!("/api/v1/custom_fields/{field}/restore"), json!({}));
        assert!(restored.status.is_success(), "{}", restored.text());
        assert_eq!(found(world, &ada, "q=quicksilver"), both);
    });
}

#[test]
fn the_page_shows_what_was_found_without_a_script() {
    on_each(|world| {
        let program = world.program();
        let id =
            world.create(&program, "accounts", json!({"name": "Acme Müller", "email": "info@rope.example"}));
        let ada = world.browser(&world.admin);
        let page = world.get(&ada, "/search?q=muller").text();
        assert!(page.contains(&format!("href=\"/accounts/{id}\"")), "{page}");
        assert!(page.contains("<mark>Müller</mark>"), "{page}");
        let page = world.get(&ada, "/search?q=rope").text();
        assert!(page.contains("<mark>rope</mark>.example"), "{page}");
        let page = world.get(&ada, "/search?q=%3Cscript%3E").text();
        assert!(page.contains("Nothing found for") && !page.contains("<script>"), "{page}");
        assert!(world.get(&ada, "/accounts").text().contains("action=\"/search\""), "a box on every page");
    });
}
