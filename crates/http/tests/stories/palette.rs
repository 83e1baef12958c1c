//! The search box offers more than records: what can be done with what is open, where one can go, what one can make; to
//! each what their role gives.

use serde_json::json;

use crate::pages::{page, words};
use crate::support::{Client, World, on_each};

const SELLER: &str = r#"{"objects": {"account": {"create": "own", "read": "all", "edit": "own"}, "contact": {"create": "own", "read": "all"},
    "activity": {"create": "own", "read": "own"}, "user": {"read": "all"}}}"#;

/// What is offered for a text to somebody who has a page open.
fn offered(world: &World, who: &Client, text: &str, on: &str) -> String {
    let text = text.replace('>', "%3E").replace('#', "%23").replace(' ', "+");
    page(world, &who.clone().with("hx-request", "true"), &format!("/search?q={text}&on={on}"))
}

#[test]
fn what_is_open_can_be_acted_on_and_made_more_about() {
    on_each(|world| {
        let id = world.create(&world.program(), "accounts", json!({"name": "Acme"}));
        let (ada, on) = (world.browser(&world.admin), format!("/accounts/{id}"));
        let all = offered(world, &ada, ">", &on);
        for way in ["/edit", "/share", "/trash", "/unfollow"] {
            assert!(all.contains(&format!("\"{on}{way}\"")), "{way}: {all}");
        }
        assert!(all.contains(&format!("/contacts/new?account={id}")), "a contact of this account: {all}");
        let call = format!("/activities/new?account={id}&amp;kind=call");
        assert!(all.contains(&call), "a call about it: {all}");
        let beside = offered(world, &ada, "share", &format!("/accounts?open={id}"));
        assert!(
            beside.contains(&format!("\"{on}/share\"")),
            "the same where it stands beside its list: {beside}"
        );
        assert!(!offered(world, &ada, "share", "/accounts").contains("/share\""));
        assert!(!offered(world, &ada, "> trash", &on).contains("href=\"/trash\""), "only actions");
    });
}

#[test]
fn places_are_found_and_numbers_too() {
    on_each(|world| {
        let program = world.program();
        let id = world.create(&program, "accounts", json!({"name": "Acme Sessions"}));
        let ada = world.browser(&world.admin);
        let text = words(&offered(world, &ada, "sess", "/"));
        let (place, record) = (text.find("Sessions · Settings"), text.find("Acme Sessions"));
        assert!(place.is_some() && place < record, "what begins so stands first: {text}");
        let view = json!({"name": "Retail in Lyon", "object": "account", "shape": "list", "query": "filter=industry+%3D+retail"});
        world.create(&program, "views", view);
        let views = offered(world, &ada, "lyon", "/");
        assert!(views.contains("Retail in Lyon") && views.contains("industry"), "{views}");
        let numbered = offered(world, &ada, &format!("#{id}"), "/");
        assert!(numbered.contains(&format!("href=\"/accounts/{id}\"")), "{numbered}");
        assert!(!offered(world, &ada, "#acme", "/").contains(&id), "a name is no number");
    });
}

#[test]
fn what_a_role_does_not_give_is_not_offered() {
    on_each(|world| {
        let id = world.create(&world.program(), "accounts", json!({"name": "Ada's own"}));
        let sam = world.browser(&world.person_who_may("Sam", SELLER));
        let on = format!("/accounts/{id}");
        let all = offered(world, &sam, ">", &on);
        assert!(!all.contains(&format!("{on}/trash")) && !all.contains("/leads/new"), "{all}");
        assert!(all.contains(&format!("/contacts/new?account={id}")), "{all}");
        for (typed, hidden) in
            [("deals", "/opportunities"), ("jobs", "/settings/jobs"), ("import", "\"/import\"")]
        {
            let found = offered(world, &sam, typed, "/");
            assert!(!found.contains(hidden), "{typed}: {found}");
        }
        let blind = world.browser(&world.person_who_may("Bo", r#"{"objects": {"user": {"read": "all"}}}"#));
        assert!(!offered(world, &blind, ">", &on).contains(&id), "nothing of what may not be seen");
    });
}
