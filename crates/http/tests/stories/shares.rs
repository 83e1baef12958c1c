//! A record is shared, looked at, taken back; and it is told why somebody can see it.

use axum::http::StatusCode;
use serde_json::json;

use crate::support::on_each;

const SAM: &str = r#"{"objects": {"account": {"read": "own", "edit": "own"}, "user": {"read": "all"}},
    "fields": {"account": {"industry": "hidden"}}}"#;

#[test]
fn a_record_is_shared_and_taken_back_over_the_api() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let sam = world.person_who_may("Sam", SAM);
        let user = sam.user_id().expect("a person").to_string();
        let sam = world.token(&sam, "read_write");
        let (place, shares) = (format!("/api/v1/accounts/{id}"), format!("/api/v1/accounts/{id}/shares"));
        let access = format!("{place}/access?user={user}");
        let told = world.get(&ada, &access).json();
        assert_eq!((&told["rights"]["read"], &told["why_not"]), (&json!(false), &json!("not_own")));
        world.get(&sam, &place).refuses(404, &[]);
        world.get(&sam, &shares).refuses(404, &[]);

        world.post(&ada, &shares, json!({"level": "read"})).refuses(422, &[("user", "share-one")]);
        world
            .post(&ada, &shares, json!({"user": user, "until": "2001-01-01T00:00:00Z"}))
            .refuses(422, &[("until", "share-past")]);
        let share = world.post(&ada, &shares, json!({"user": user, "until": "2099-01-01T00:00:00Z"}));
        assert_eq!(share.status, StatusCode::CREATED, "{}", share.text());
        assert_eq!(share.json()["user"]["name"], "Sam");
        let seen = world.get(&sam, &place);
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.json().get("industry").is_none(), "what the role hides stays hidden");
        let version = seen.header("etag").to_owned();
        world.patch(&sam, &place, &version, json!({"name": "Mine"})).refuses(403, &[]);
        let list = world.get(&sam, "/api/v1/accounts?count=exact").json();
        assert_eq!((&list["count"], &list["data"][0]["name"]), (&json!(1), &json!("Acme")));

        let share = world.post(&ada, &shares, json!({"user": user, "level": "edit"})).json();
        assert_eq!((&share["level"], &share["until"]), (&json!("edit"), &json!(null)));
        assert_eq!(world.get(&ada, &shares).json()["data"].as_array().expect("shares").len(), 1);
        assert_eq!(world.patch(&sam, &place, &version, json!({"name": "Ours"})).status, StatusCode::OK);
        let told = world.get(&ada, &access).json();
        assert_eq!(told["reasons"][0]["by"], "shared");
        assert_eq!(told["hidden"], json!(["industry"]));
        world
            .get(&sam, &format!("{place}/access?user={}", world.admin.user_id().expect("a person")))
            .refuses(403, &[]);
        assert_eq!(world.get(&sam, &format!("{place}/access")).json()["rights"]["edit"], true);

        let end = format!("{shares}/{}", share["id"].as_str().expect("an id"));
        assert_eq!(world.delete(&ada, &end, "*").status, StatusCode::NO_CONTENT);
        world.get(&sam, &place).refuses(404, &[]);
        let history = world.get(&ada, &format!("{place}/history")).json();
        let verbs: Vec<&str> = history["data"]
            .as_array()
            .expect("entries")
            .iter()
            .filter_map(|one| one["verb"].as_str())
            .collect();
        assert_eq!(verbs, ["unshare", "update", "share", "share", "create"]);
        assert_eq!(history["data"][0]["share"]["user"]["name"], "Sam");
        let events = world.get(&ada, &format!("/api/v1/security_events?user={user}")).json();
        assert_eq!(events["data"][0]["event"], "unshared");
    });
}
