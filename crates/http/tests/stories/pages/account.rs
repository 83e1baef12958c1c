//! The pages of an account, a contact and a lead tell at a glance what matters there, each as far as its reader may see.

use serde_json::json;

use super::{follow, page, submit, words};
use crate::support::{World, on_each};

/// An account with a deal that goes on, one that was won, and somebody who decides.
fn company(world: &World) -> (String, String, String) {
    let program = world.program();
    let group = world.create(&program, "accounts", json!({"name": "Acme Group"}));
    let acme = world.create(&program, "accounts", json!({"name": "Acme", "parent": group}));
    world.create(&program, "accounts", json!({"name": "Acme Lyon", "parent": acme}));
    let anna = json!({"name": "Anna Weber", "title": "Head of buying", "account": acme,
        "phone": "+33142685300", "email": "anna@acme.example"});
    let anna = world.create(&program, "contacts", anna);
    world.create(&program, "contacts", json!({"name": "Boris Blank", "account": acme}));
    let deal = |name: &str, kind: &str, amount: &str, more: serde_json::Value| {
        let mut deal = world.stage(&program, kind);
        deal["name"] = json!(name);
        deal["account"] = json!(acme);
        deal["amount"] = json!({"amount": amount, "currency": "EUR"});
        for (key, value) in more.as_object().into_iter().flatten() {
            deal[key] = value.clone();
        }
        world.create(&program, "opportunities", deal)
    };
    let open = deal("Lights", "open", "1200", json!({"next_step": "Send the offer"}));
    deal("Ropes", "won", "800", json!({"actual_close_date": "2025-05-06"}));
    let part = json!({"opportunity": open, "contact": anna, "role": "decision_maker", "influence": "high",
        "stance": "supports"});
    world.create(&program, "committee_members", part);
    (acme, anna, open)
}

#[test]
fn the_page_of_an_account_tells_its_deals_its_people_and_its_group() {
    on_each(|world| {
        let (acme, anna, open) = company(world);
        let ada = world.browser(&world.admin);
        let html = page(world, &ada, &format!("/accounts/{acme}"));
        let said = words(&html);
        for told in [
            "Open deals € 1,200",
            "Won € 800",
            "People and their parts",
            "Anna Weber Head of buying Decision maker High For Lights",
            "Send the offer",
            "Group Acme Group Acme Acme Lyon",
        ] {
            assert!(said.contains(told), "{told} in {said}");
        }
        for way in ["tel:+33142685300", "mailto:anna@acme.example", &format!("/contacts/new?account={acme}")]
        {
            assert!(html.contains(way), "{way}");
        }
        assert!(
            html.contains(&format!("/contacts/{anna}")) && html.contains(&format!("/opportunities/{open}"))
        );

        let contact = page(world, &ada, &format!("/contacts/{anna}"));
        let said = words(&contact);
        assert!(said.contains("Part in deals") && said.contains("Lights Decision maker High For"), "{said}");
        assert!(contact.contains("href=\"tel:+33142685300\""), "{contact}");
    });
}

#[test]
fn what_one_may_not_see_is_not_told_either() {
    on_each(|world| {
        let (acme, anna, _) = company(world);
        let grants = r#"{"objects": {"account": {"read": "all"}, "contact": {"read": "all"},
            "opportunity": {"read": "own"}}}"#;
        let eve = world.browser(&world.person_who_may("Eve", grants));
        let said = words(&page(world, &eve, &format!("/accounts/{acme}")));
        assert!(said.contains("Anna Weber") && said.contains("Open deals € 0"), "{said}");
        for hidden in ["Lights", "Decision maker", "1,200", "Send the offer"] {
            assert!(!said.contains(hidden), "{hidden} in {said}");
        }
        assert!(!words(&page(world, &eve, &format!("/contacts/{anna}"))).contains("Lights"));
        let nothing = r#"{"objects": {"account": {"read": "all"}}}"#;
        let noa = world.browser(&world.person_who_may("Noa", nothing));
        let said = words(&page(world, &noa, &format!("/accounts/{acme}")));
        for hidden in ["Open deals", "People and their parts", "Anna Weber"] {
            assert!(!said.contains(hidden), "{hidden} in {said}");
        }
    });
}

#[test]
fn the_page_of_a_lead_tells_its_way_and_converts_it_with_what_is_known() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let acme = json!({"name": "Acme", "domain": "acme.example"});
        let acme = world.create(&program, "accounts", acme);
        let lead = json!({"name": "Ivan Petrenko", "company": "ACME", "email": "ivan@acme.example"});
        let lead = world.create(&program, "leads", lead);
        let said = words(&page(world, &ada, &format!("/leads/{lead}")));
        for told in ["New", "Sales qualified", "Without contact", "Not known yet", "Convert"] {
            assert!(said.contains(told), "{told} in {said}");
        }
        let form = page(world, &ada, &format!("/leads/{lead}/do/convert"));
        let said = words(&form);
        assert!(said.contains("Domain is the same") && said.contains("“Ivan Petrenko” is created"), "{said}");
        assert!(form.contains(&format!("data-alike-use=\"{acme}\"")) && form.contains(&acme), "{form}");

        world.clock.set("2026-03-02T10:00:00Z".parse().expect("a moment"));
        let done = submit(world, &ada, &format!("/leads/{lead}/do/convert"), &[("account", &acme)]);
        let next = follow(world, &ada, &done);
        assert!(words(&next).contains("Converted"), "{}", words(&next));
        assert!(next.contains(&format!("/leads/{lead}/do/unconvert")), "the message takes it back");
        let back = submit(world, &ada, &format!("/leads/{lead}/do/unconvert"), &[]);
        let said = words(&follow(world, &ada, &back));
        assert!(said.contains("A lead again") && said.contains("Convert"), "{said}");
        assert_eq!(world.get(&program, "/api/v1/opportunities").json()["data"], json!([]));
    });
}
