//! A program keeps a copy up to date: it reads on from a cursor, misses nothing, and learns of nothing that it may not
//! see.

use axum::http::{Method, StatusCode};
use serde_json::{Value as Json, json};

use crate::support::{Client, World, on_each};

const OWN: &str = r#"{"objects": {"account": {"create": "all", "read": "own", "edit": "own", "delete": "own"},
    "contact": {"create": "all", "read": "own", "edit": "own"}, "user": {"read": "all"}}, "fields": {"account": {"website": "hidden"}}}"#;

fn read(world: &World, who: &Client, question: &str) -> Json {
    let answer = world.get(who, &format!("/api/v1/changes?{question}"));
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    answer.json()
}

fn told(answer: &Json) -> Vec<(String, String, bool)> {
    let text = |one: &Json, name: &str| one[name].as_str().expect(name).to_owned();
    let list = answer["data"].as_array().expect("a list");
    list.iter().map(|one| (text(one, "verb"), text(one, "id"), one["gone"] == true)).collect()
}

fn next(answer: &Json) -> String {
    answer["next"].as_str().expect("a cursor").to_owned()
}

#[test]
fn a_program_reads_on_and_misses_nothing() {
    on_each(|world| {
        let ada = world.program();
        let begun = read(world, &ada, "since=latest");
        assert_eq!((told(&begun), begun["more"].clone()), (Vec::new(), json!(false)));
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        world.patch(
            &ada,
            &format!("/api/v1/accounts/{id}"),
            "\"1\"",
            json!({"name": "Acme & Sons", "website": "https://acme.example"}),
        );
        world.create(&ada, "contacts", json!({"last_name": "Lee", "account": id.as_str()}));
        let since = next(&begun);
        let first = read(world, &ada, &format!("since={since}&objects=accounts&limit=1"));
        assert_eq!(
            (told(&first), first["more"].clone()),
            (vec![("create".to_owned(), id.clone(), false)], json!(true))
        );
        let second = read(world, &ada, &format!("since={}&objects=accounts&records=true", next(&first)));
        assert_eq!(told(&second), [("update".to_owned(), id.clone(), false)]);
        let change = &second["data"][0];
        assert_eq!(change["changes"]["name"], json!({"from": "Acme", "to": "Acme & Sons"}));
        assert_eq!(
            (&change["record"]["name"], &change["actor"]["name"]),
            (&json!("Acme & Sons"), &json!("Ada"))
        );
        assert_eq!(second["more"], json!(false));
        assert_eq!(told(&read(world, &ada, &format!("since={}", next(&second)))), []);
        assert_eq!(told(&read(world, &ada, &format!("since={since}"))).len(), 3, "the contact too");
        world.delete(&ada, &format!("/api/v1/accounts/{id}"), "\"2\"");
        let gone = read(world, &ada, &format!("since={}&records=true", next(&second)));
        assert_eq!(told(&gone), [("trash".to_owned(), id.clone(), true)]);
        assert_eq!((&gone["data"][0]["record"], &gone["data"][0]["changes"]), (&json!(null), &json!({})));
        assert_eq!(gone["rights_changed"], json!(false));
    });
}

#[test]
fn what_one_could_see_and_can_no_more_is_told_as_gone_and_what_one_never_could_not_at_all() {
    on_each(|world| {
        let ada = world.program();
        let sam_is = world.person_who_may("Sam", OWN);
        let sam = world.token(&sam_is, "read_write");
        let me = sam_is.user_id().expect("a person").to_string();
        let since = next(&read(world, &sam, "since=latest"));
        let hidden = world.create(&ada, "accounts", json!({"name": "Ada's own"}));
        world.patch(&ada, &format!("/api/v1/accounts/{hidden}"), "\"1\"", json!({"name": "Ada's still"}));
        world.delete(&ada, &format!("/api/v1/accounts/{hidden}"), "\"2\"");
        assert_eq!(told(&read(world, &sam, &format!("since={since}&objects=account"))), []);
        let mine = world.create(
            &ada,
            "accounts",
            json!({"name": "For Sam", "owner": me.as_str(), "website": "https://x.example"}),
        );
        let seen = read(world, &sam, &format!("since={since}&objects=account&records=true"));
        assert_eq!(told(&seen), [("create".to_owned(), mine.clone(), false)]);
        assert!(!seen.to_string().contains("https://x"), "a hidden field stays hidden");
        let ada_is = world.admin.user_id().expect("a person").to_string();
        world.patch(&ada, &format!("/api/v1/accounts/{mine}"), "\"1\"", json!({"owner": ada_is}));
        world.patch(&ada, &format!("/api/v1/accounts/{mine}"), "\"2\"", json!({"name": "A secret"}));
        let left = read(world, &sam, &format!("since={}&objects=account", next(&seen)));
        assert_eq!(
            told(&left),
            [("update".to_owned(), mine.clone(), true)],
            "it left; what came after is not told"
        );
        assert!(!left.to_string().contains("secret") && left["data"][0]["changes"] == json!({}));
        let own = world.create(&sam, "accounts", json!({"name": "Sam's"}));
        let since = next(&read(world, &sam, "since=latest"));
        let purge = |id: &str| {
            world.delete(&ada, &format!("/api/v1/accounts/{id}"), "*");
            let (id, admin) = (id.parse().expect("an id"), world.admin.clone());
            let object = world.records.catalog().object("account").expect("known");
            world.records.write_now(&admin, move |gate| gate.purge(object, id)).expect("purged");
        };
        purge(&own);
        purge(&mine);
        assert_eq!(
            told(&read(world, &sam, &format!("since={since}&objects=account"))),
            [("purge".to_owned(), own, true)]
        );
    });
}

#[test]
fn whoever_sees_otherwise_than_before_is_told_to_read_anew() {
    on_each(|world| {
        let sam_is = world.person_who_may("Sam", OWN);
        let sam = world.token(&sam_is, "read");
        let since = next(&read(world, &sam, "since=latest"));
        assert_eq!(read(world, &sam, &format!("since={since}"))["rights_changed"], json!(false));
        let role =
            world.get(&world.program(), "/api/v1/roles?filter=name%20%3D%20%22Role%20of%20Sam%22").json();
        let id = role["data"][0]["id"].as_str().expect("a role").to_owned();
        let grants = OWN.replace("\"own\"", "\"all\"");
        let changed =
            world.patch(&world.program(), &format!("/api/v1/roles/{id}"), "*", json!({"grants": grants}));
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
        let after = read(world, &sam, &format!("since={since}"));
        assert_eq!(after["rights_changed"], json!(true));
        assert_eq!(read(world, &sam, &format!("since={}", next(&after)))["rights_changed"], json!(false));
    });
}

#[test]
fn a_cursor_an_object_and_a_limit_that_are_none_are_refused() {
    let world = World::small(cordee_http::Options::default());
    let sam =
        world.token(&world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#), "read");
    for wrong in [
        "since=x",
        "since=-1",
        "since=1%27",
        "objects=nothing",
        "objects=contact",
        "objects=session",
        "limit=0",
        "records=maybe",
        "until=3",
    ] {
        let answer = world.get(&sam, &format!("/api/v1/changes?{wrong}"));
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{wrong}: {}", answer.text());
    }
    let unsigned = world.send(Client::default().request(Method::GET, "/api/v1/changes", None));
    assert_eq!(unsigned.status, StatusCode::UNAUTHORIZED);
    assert_eq!(told(&read(&world, &sam, "since=999999999999")), []);
}
