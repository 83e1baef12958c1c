//! What may be there already is told beside a form, and once before it is sent; nobody is kept from making it.

use serde_json::json;

use super::{follow, page, submit, words};
use crate::support::on_each;

const FORM: [(&str, &str); 3] = [("kind", "business"), ("lifecycle", "prospect"), ("domain", "acme.example")];

fn named(name: &str) -> Vec<(&str, &str)> {
    [&FORM[..], &[("name", name)]].concat()
}

#[test]
fn a_form_tells_what_may_be_there_already_once_and_then_does_as_it_is_told() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let acme = world.create(&program, "accounts", json!({"name": "Acme GmbH", "domain": "acme.example"}));
        let form = page(world, &ada, "/accounts/new");
        assert!(
            form.contains("data-alike=\"/accounts/duplicates\"") && !words(&form).contains("Create anyway")
        );

        let list = submit(world, &ada, "/accounts/duplicates", &named("ACME"));
        assert_eq!(list.status.as_u16(), 200);
        let said = words(&list.text());
        assert!(said.contains("Acme GmbH") && said.contains("Domain is the same"), "{said}");
        assert!(list.text().contains(&format!("href=\"/accounts/{acme}\" target=\"_blank\"")));
        let other = submit(world, &ada, "/accounts/duplicates", &[("name", "Zenith")]);
        assert_eq!((other.status.as_u16(), other.text().as_str()), (200, ""));

        let told = submit(world, &ada, "/accounts", &named("ACME"));
        assert_eq!(told.status.as_u16(), 409, "{}", words(&told.text()));
        let said = words(&told.text());
        for text in ["There may be this already", "Domain is the same", "Name is similar", "Create anyway"] {
            assert!(said.contains(text), "{text} in {said}");
        }
        let (html, seen) = (told.text(), super::hidden(&told.text(), "alike"));
        assert!(html.contains("value=\"ACME\"") && seen == acme, "nothing typed is lost");
        let made = submit(world, &ada, "/accounts", &[named("ACME"), vec![("alike", &seen)]].concat());
        let shown = words(&follow(world, &ada, &made));
        assert!(shown.contains("ACME was created"), "{shown}");

        // What is wrong comes first.
        let wrong = submit(world, &ada, "/accounts", &[named(""), vec![("email", "x")]].concat());
        assert_eq!(wrong.status.as_u16(), 422);
    });
}

#[test]
fn the_page_of_merging_offers_what_may_be_the_same_and_one_page_tells_all() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let one = world.create(&program, "accounts", json!({"name": "Acme", "domain": "acme.example"}));
        let two = world.create(&program, "accounts", json!({"name": "Acme Ltd", "domain": "acme.example"}));
        let offered = page(world, &ada, &format!("/accounts/{two}/merge"));
        assert!(words(&offered).contains("Possible duplicates"), "{}", words(&offered));
        assert!(offered.contains(&format!("/accounts/{two}/merge?with={one}")), "{offered}");
        let all = page(world, &ada, "/accounts/duplicates");
        assert!(all.contains(&format!("/accounts/{two}/merge?with={one}")), "{all}");
        assert!(words(&all).contains("2 records looked through"), "{}", words(&all));
        assert_eq!(
            world.get(&ada, "/opportunities/duplicates").status.as_u16(),
            404,
            "deals are not compared"
        );
    });
}

#[test]
fn programs_ask_the_same() {
    on_each(|world| {
        let program = world.program();
        let one = world.create(&program, "accounts", json!({"name": "Acme", "domain": "acme.example"}));
        let asked = json!({"name": "ACME Inc.", "website": "https://www.acme.example"});
        let told = world.post(&program, "/api/v1/accounts/duplicates", asked).json();
        let wanted = json!({"data": [{"object": "account", "id": one, "title": "Acme", "reasons": [
            {"field": "website", "in": "domain", "same": true, "text": "acme.example"},
            {"field": "name", "in": "name", "same": false, "text": "Acme"},
        ]}]});
        assert_eq!(told, wanted);
        let two = world.create(&program, "accounts", json!({"name": "Acme"}));
        let told = world.get(&program, &format!("/api/v1/accounts/{two}/duplicates")).json();
        assert_eq!(told["data"][0]["id"], json!(one));
        let all = world.get(&program, "/api/v1/accounts/duplicates").json();
        assert_eq!(
            (&all["data"][0]["id"], &all["looked"], &all["next"]),
            (&json!(two), &json!(2), &json!(null))
        );
        let wrong = world.post(&program, "/api/v1/accounts/duplicates", json!({"nmae": "Acme"}));
        wrong.refuses(422, &[("nmae", "unknown-field")]);
    });
}

#[test]
fn who_may_see_nothing_of_it_is_told_nothing() {
    on_each(|world| {
        let program = world.program();
        let own = r#"{"objects": {"*": {"read": "all", "create": "all"}, "account": {"read": "own", "create": "all"}}}"#;
        let eve = world.browser(&world.person_who_may("Eve", own));
        world.create(&program, "accounts", json!({"name": "Acme", "domain": "acme.example"}));
        let list = submit(world, &eve, "/accounts/duplicates", &named("Acme"));
        assert_eq!((list.status.as_u16(), list.text().as_str()), (200, ""));
        let made = submit(world, &eve, "/accounts", &named("Acme"));
        assert_eq!(made.status.as_u16(), 303, "{}", words(&made.text()));
    });
}

#[test]
fn what_is_there_takes_the_place_of_what_a_list_was_to_get() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let acme = world.create(&program, "accounts", json!({"name": "Acme"}));
        let other = world.create(&program, "accounts", json!({"name": "Zenith"}));
        let anna =
            world.create(&program, "contacts", json!({"name": "Anna Grey", "email": "anna@acme.example"}));
        let add = format!("/contacts/new?account={acme}&joined-by=account");
        assert!(page(world, &ada, &format!("/accounts/{acme}")).contains(&add.replace('&', "&amp;")));

        let form = page(world, &ada, &add);
        let by = super::hidden(&form, "joined-by");
        let typed = |account: &str| -> Vec<(&'static str, String)> {
            vec![
                ("joined-by", by.clone()),
                ("account.id", account.to_owned()),
                ("account.title", "Acme".to_owned()),
                ("account", "Acme".to_owned()),
                ("email", "anna@acme.example".to_owned()),
            ]
        };
        let told = |account: &str| {
            let typed = typed(account);
            let typed: Vec<(&str, &str)> = typed.iter().map(|(name, text)| (*name, text.as_str())).collect();
            submit(world, &ada, "/contacts/duplicates", &typed).text()
        };
        let way = format!("/contacts/{anna}/join?by=account&amp;to={acme}");
        let list = told(&acme);
        assert!(list.contains(&format!("formaction=\"{way}\"")), "{list}");
        assert!(words(&list).contains("Use this one"), "{}", words(&list));
        let joined = submit(world, &ada, &way.replace("&amp;", "&"), &[("email", "anna@acme.example")]);
        let shown = words(&follow(world, &ada, &joined));
        assert!(shown.contains("Anna Grey was saved") && shown.contains("Undo"), "{shown}");
        let path = format!("/api/v1/contacts/{anna}");
        assert_eq!(world.get(&program, &path).json()["account"], acme.as_str());

        // Who is there already is not put there again; from elsewhere one is moved.
        assert!(!told(&acme).contains("formaction"), "{}", told(&acme));
        assert!(words(&told(&other)).contains("Move it here"), "{}", words(&told(&other)));

        // Nobody moves what they may not change, nor by what is no link.
        let sam = world.person_who_may(
            "Sam",
            r#"{"objects": {"contact": {"read": "all", "create": "own"}, "account": {"read": "all"}}}"#,
        );
        let way = |by: &str| format!("/contacts/{anna}/join?by={by}&to={other}");
        assert_eq!(submit(world, &world.browser(&sam), &way("account"), &[]).status.as_u16(), 403);
        assert_eq!(submit(world, &ada, &way("email"), &[]).status.as_u16(), 404);
        assert_eq!(world.get(&program, &path).json()["account"], acme.as_str());
    });
}
