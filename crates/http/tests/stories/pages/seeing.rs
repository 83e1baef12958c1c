//! An administrator sees pages as somebody else sees them; what somebody has is given to others.

use serde_json::json;

use super::{page, submit};
use crate::support::on_each;

const SAM: &str =
    r#"{"objects": {"account": {"create": "own", "read": "own", "edit": "own"}, "user": {"read": "all"}}}"#;

#[test]
fn an_administrator_sees_as_somebody_else_and_changes_nothing() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let sam = world.person_who_may("Sam", SAM);
        let id = sam.user_id().expect("a person").to_string();
        world.create(&world.program(), "accounts", json!({"name": "Of Ada"}));
        world.create(&world.token(&sam, "read_write"), "accounts", json!({"name": "Of Sam"}));
        assert!(page(world, &ada, "/accounts").contains("Of Ada"));
        let french = [("language", "fr"), ("time_zone", "UTC")];
        submit(world, &world.browser(&sam), "/settings/profile", &french);
        let begun = submit(world, &ada, &format!("/settings/users/{id}/see-as"), &[]);
        assert_eq!(begun.status.as_u16(), 303, "{}", begun.text());
        let list = page(world, &ada, "/accounts");
        assert!(list.contains("Of Sam") && !list.contains("Of Ada") && list.contains("seeing-bar"), "{list}");
        assert!(list.contains("lang=\"fr\"") && list.contains("Comptes"), "the page speaks Sam’s language");
        let bar = list.split("seeing-bar").nth(1).expect("a bar");
        assert!(bar.contains("lang=\"en\"") && bar.contains("Stop"), "the bar speaks Ada’s: {bar}");
        assert!(!list.contains("/accounts/new"), "nothing is offered that would change something");
        for shut in
            ["/settings/sessions", "/settings/tokens", "/settings/factor", "/settings/security", "/api/v1/me"]
        {
            assert_eq!(world.get(&ada, shut).status.as_u16(), 403, "{shut}");
        }
        let made = submit(world, &ada, "/accounts", &[("name", "Made")]);
        assert_eq!(made.status.as_u16(), 403);
        assert_eq!(submit(world, &ada, "/settings/profile", &[("language", "fr")]).status.as_u16(), 403);
        let other = submit(world, &ada, &format!("/settings/users/{id}/see-as"), &[]);
        assert_eq!(other.status.as_u16(), 403, "one sees as one person");
        assert_eq!(submit(world, &ada, "/see-as/end", &[]).status.as_u16(), 303);
        assert!(page(world, &ada, "/accounts").contains("Of Ada"));
        let events = world.get(&world.program(), &format!("/api/v1/security_events?user={id}")).json();
        assert_eq!(
            (&events["data"][0]["event"], &events["data"][0]["done_by"]["name"]),
            (&json!("seen_as"), &json!("Ada"))
        );
        let itself = format!("/settings/users/{}/see-as", world.admin.user_id().expect("a person"));
        assert_eq!(submit(world, &ada, &itself, &[]).status.as_u16(), 422);
        let sams = world.browser(&sam);
        assert_eq!(submit(world, &sams, &itself, &[]).status.as_u16(), 403);
    });
}

#[test]
fn nobody_sees_as_somebody_with_more_rights() {
    on_each(|world| {
        let keeper = world.person_who_may(
            "Kim",
            r#"{"objects": {"user": {"read": "all"}, "account": {"read": "own"}}, "administers": true}"#,
        );
        let sam = world.person_who_may("Sam", SAM).user_id().expect("a person");
        let refused = submit(world, &world.browser(&keeper), &format!("/settings/users/{sam}/see-as"), &[]);
        assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
    });
}

#[test]
fn what_somebody_has_is_offered_to_others_when_they_leave() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let sam = world.person_who_may("Sam", SAM);
        let id = sam.user_id().expect("a person").to_string();
        world.create(&world.token(&sam, "read_write"), "accounts", json!({"name": "Of Sam"}));
        let form = format!("/settings/users/{id}/transfer");
        assert!(page(world, &ada, &form).contains("Accounts"));
        let admin = world.admin.user_id().expect("a person").to_string();
        let none = submit(world, &ada, &form, &[]);
        assert_eq!(none.status.as_u16(), 422);
        assert!(page(world, &ada, &format!("{form}?takers=6")).contains("name=\"to_6\""), "in turn, to more");
        let filtered = [("to", admin.as_str()), ("filter", "name = \"Of Sam\"")];
        let wrong = submit(world, &ada, &form, &filtered);
        assert_eq!(wrong.status.as_u16(), 422, "a filter is of one kind of record");
        let others = ["Kim", "Lee"].map(|name| world.person_who_may(name, SAM).user_id().expect("a person"));
        let (kim, lee) = (others[0].to_string(), others[1].to_string());
        let wish = [filtered[0], filtered[1], ("objects", "account"), ("to_2", &kim), ("to_3", &lee)];
        let begun = submit(world, &ada, &form, &wish);
        assert_eq!(begun.status.as_u16(), 303, "{}", begun.text());
        let told = world.get(&world.program(), &format!("/api/v1/users/{id}/transfers")).json();
        assert_eq!(
            (&told["holdings"][0]["count"], &told["transfers"][0]["status"]),
            (&json!(1), &json!("running"))
        );
        assert_eq!(told["transfers"][0]["to"], json!([admin, kim, lee]));
    });
}
