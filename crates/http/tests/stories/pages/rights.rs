//! What a role takes away is nowhere: not in lists, forms, boards, look-ups, histories; what may not be seen is not found.

use super::{account, page, submit, words};
use crate::support::on_each;
use serde_json::json;

const LIMITED: &str = r#"{"objects": {"account": {"read": "all", "edit": "own", "create": "own"}, "user": {"read": "all"}},
    "fields": {"account": {"annual_revenue": "hidden", "industry": "read_only"}}}"#;

#[test]
fn a_restricted_person_sees_and_does_only_what_the_role_gives() {
    on_each(|world| {
        let program = world.program();
        let made = json!({"name": "Acme", "industry": "retail", "annual_revenue": {"amount": "98765431", "currency": "EUR"}});
        let id = world.create(&program, "accounts", made);
        let bob = world.browser(&world.person_who_may("Bob", LIMITED));
        let path = format!("/accounts/{id}");
        for place in
            ["/", "/accounts", "/accounts?column=annual_revenue&column=industry", &path, "/accounts/new"]
        {
            let html = page(world, &bob, place);
            assert!(!html.contains("98,765,431") && !html.contains("Annual revenue"), "{place}");
            assert!(!html.contains("href=\"/opportunities"), "{place} leads to what may not be seen");
        }
        // Neither filtered nor sorted by what is hidden.
        let guessed = words(&page(world, &bob, "/accounts?filter=annual_revenue > 5"));
        assert!(!guessed.contains("Acme"), "{guessed}");
        assert_ne!(world.get(&bob, "/accounts?sort=annual_revenue").status.as_u16(), 200);
        for place in [
            "/opportunities",
            "/opportunities/board",
            "/contacts/new",
            "/settings/roles/0000000000000",
            "/imports",
        ] {
            assert_eq!(world.get(&bob, place).status.as_u16(), 404, "{place}");
        }
        for place in ["/import", "/settings/journal"] {
            assert_eq!(world.get(&bob, place).status.as_u16(), 403, "{place}");
        }
        // Somebody else's record: seen, not changed.
        let refused = submit(world, &bob, &path, &[("version", "1"), ("name", "Mine now")]);
        assert_eq!(refused.status.as_u16(), 403);
        assert_eq!(submit(world, &bob, &format!("{path}/trash"), &[("version", "1")]).status.as_u16(), 403);
        assert!(words(&page(world, &world.browser(&world.admin), &path)).contains("Acme"));

        // One's own: the read-only field stands as text and can't be smuggled in.
        let common = [("name", "Bob’s"), ("kind", "business"), ("lifecycle", "prospect")];
        let own = submit(world, &bob, "/accounts", &[&common[..], &[("industry", "retail")]].concat());
        assert_eq!(own.status.as_u16(), 303, "{}", words(&own.text()));
        assert!(!words(&super::follow(world, &bob, &own)).contains("Retail"));
    });
}

#[test]
fn another_company_is_as_if_it_were_not_there() {
    on_each(|world| {
        let id = account(world, &world.program(), "Acme");
        let eve = world.browser(&world.another_company());
        for place in
            [format!("/accounts/{id}"), format!("/accounts/{id}/edit"), format!("/accounts/{id}/merge")]
        {
            assert_eq!(world.get(&eve, &place).status.as_u16(), 404, "{place}");
        }
        let lookup = world.get(&eve, "/lookup/account?q=acme");
        assert_eq!(lookup.json(), json!([]));
        assert_eq!(
            submit(world, &eve, &format!("/accounts/{id}/trash"), &[("version", "1")]).status.as_u16(),
            404
        );
    });
}

#[test]
fn hostile_texts_stay_texts() {
    on_each(|world| {
        let nasty = "<script>alert(1)</script>\"'><img src=x>";
        let id = world.create(&world.program(), "accounts", json!({"name": nasty, "description": nasty}));
        let ada = world.browser(&world.admin);
        for place in ["/accounts", &format!("/accounts/{id}"), &format!("/accounts/{id}/edit"), "/"] {
            let html = page(world, &ada, place);
            assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{place}");
        }
        let address = "/accounts?filter=\"><script>alert(1)</script>";
        assert!(!world.get(&ada, address).text().contains("<script>alert"));
    });
}
