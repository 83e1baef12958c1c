//! A field is changed where it stands: by its input alone, without losing what others have changed meanwhile.

use serde_json::json;

use super::{account, hidden, page, submit, words};
use crate::support::{Client, World, on_each};

/// Sees all accounts, changes one's own.
const OWN: &str =
    r#"{"objects": {"account": {"create": "own", "read": "all", "edit": "own"}, "user": {"read": "all"}}}"#;

/// The input of a field as a script of the page asks for it: what goes along with it.
fn input<'a>(html: &'a str, rest: &[(&'a str, &'a str)]) -> Vec<(&'a str, String)> {
    let mut sent: Vec<(&str, String)> =
        ["version", "was"].map(|name| (name, hidden(html, name))).into_iter().collect();
    sent.extend(rest.iter().map(|(name, value)| (*name, (*value).to_owned())));
    sent
}

fn send(world: &World, client: &Client, path: &str, fields: &[(&str, String)]) -> crate::support::Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    submit(world, client, path, &fields)
}

/// As a script of the page asks.
fn script(client: &Client) -> Client {
    client.clone().with("hx-request", "true")
}

#[test]
fn a_value_is_saved_and_drawn_anew() {
    on_each(|world| {
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &world.program(), "Acme");
        let path = format!("/accounts/{acme}/fields/website");
        let shown = page(world, &ada, &format!("/accounts/{acme}"));
        assert!(shown.contains(&format!("data-in-place=\"{path}\"")), "{}", words(&shown));

        let partial = script(&ada);
        let form = world.get(&partial, &path).text();
        assert!(form.contains("data-in-place-form") && !form.contains("<html"), "{form}");
        let saved = send(world, &partial, &path, &input(&form, &[("website", "acme.example")]));
        assert_eq!(saved.status.as_u16(), 200, "{}", saved.text());
        assert!(
            saved.text().contains("data-in-place=") && saved.text().contains("acme.example"),
            "{}",
            saved.text()
        );

        // Without a script it is a page with one field, and leads back.
        let alone = page(world, &ada, &path);
        let saved = send(world, &ada, &path, &input(&alone, &[("website", "")]));
        assert_eq!(saved.header("location"), format!("/accounts/{acme}?done=updated"));
    });
}

#[test]
fn what_is_wrong_is_said_beside_what_was_typed() {
    on_each(|world| {
        let ada = script(&world.browser(&world.person("Ada", "administrator")));
        let acme = account(world, &world.program(), "Acme");
        let path = format!("/accounts/{acme}/fields/email");
        let form = world.get(&ada, &path).text();
        let wrong = send(world, &ada, &path, &input(&form, &[("email", "not an address")]));
        assert_eq!(wrong.status.as_u16(), 422);
        let text = wrong.text();
        assert!(text.contains("not an address") && text.contains("field-error"), "{text}");
        // What must be there can't be taken away; a field that nobody sets has no input.
        let name = format!("/accounts/{acme}/fields/name");
        let form = world.get(&ada, &name).text();
        assert_eq!(send(world, &ada, &name, &input(&form, &[("name", "")])).status.as_u16(), 422);
        for field in ["last_contact", "created_at", "nothing"] {
            let status = world.get(&ada, &format!("/accounts/{acme}/fields/{field}")).status.as_u16();
            assert!([403, 404].contains(&status), "{field}: {status}");
        }
    });
}

#[test]
fn two_who_change_the_same_field_see_both_and_other_fields_do_not_matter() {
    on_each(|world| {
        let program = world.program();
        let ada = script(&world.browser(&world.person("Ada", "administrator")));
        let acme = account(world, &program, "Acme");
        let path = format!("/accounts/{acme}/fields/website");
        let form = world.get(&ada, &path).text();
        let api = format!("/api/v1/accounts/{acme}");
        world.patch(&program, &api, "\"1\"", json!({"founded": 1999}));
        let saved = send(world, &ada, &path, &input(&form, &[("website", "https://one.example")]));
        assert_eq!(saved.status.as_u16(), 200, "{}", saved.text());

        let form = world.get(&ada, &path).text();
        world.patch(&program, &api, "\"3\"", json!({"website": "https://two.example"}));
        let both = send(world, &ada, &path, &input(&form, &[("website", "https://three.example")]));
        assert_eq!(both.status.as_u16(), 412);
        let text = both.text();
        assert!(text.contains("two.example") && text.contains("https://three.example"), "{text}");
        assert_eq!(world.get(&program, &api).json()["website"], "https://two.example");
        // Who has seen both decides.
        let mine = send(world, &ada, &path, &input(&text, &[("website", "https://three.example")]));
        assert_eq!(mine.status.as_u16(), 200, "{}", mine.text());
        assert_eq!(world.get(&program, &api).json()["website"], "https://three.example");
    });
}

#[test]
fn who_may_not_change_a_record_is_offered_no_input() {
    on_each(|world| {
        let program = world.program();
        let olga = script(&world.browser(&world.person_who_may("Olga", OWN)));
        let acme = account(world, &program, "Acme");
        let shown = world.get(&olga, &format!("/accounts/{acme}")).text();
        assert!(!shown.contains("data-in-place="), "{}", words(&shown));
        let path = format!("/accounts/{acme}/fields/website");
        assert_eq!(world.get(&olga, &path).status.as_u16(), 403);
        let sent = [("version", "1"), ("was", ""), ("website", "https://x.example")];
        assert_eq!(submit(world, &olga, &path, &sent).status.as_u16(), 403);
        assert_eq!(world.get(&program, &format!("/api/v1/accounts/{acme}")).json()["website"], json!(null));
    });
}

#[test]
fn whoever_sees_a_field_comes_to_what_it_has_held() {
    on_each(|world| {
        let acme =
            world.create(&world.program(), "accounts", json!({"name": "Acme", "domain": "acme.example"}));
        let reads =
            r#"{"objects": {"account": {"read": "all"}}, "fields": {"account": {"domain": "hidden"}}}"#;
        let sam = world.browser(&world.person_who_may("Sam", reads));
        let shown = page(world, &sam, &format!("/accounts/{acme}"));
        let way = format!("href=\"/accounts/{acme}/fields/name/history\"");
        assert!(shown.contains(&way) && !shown.contains("data-in-place"), "{shown}");
        // By keys, too: nothing else of the field leads there.
        let link = shown.split(&way).nth(1).and_then(|rest| rest.split('>').next()).expect("a link");
        assert!(!link.contains("tabindex"), "{link}");
        assert!(words(&page(world, &sam, &format!("/accounts/{acme}/fields/name/history"))).contains("Acme"));
        assert!(!shown.contains("fields/domain/history"));
        assert_eq!(world.get(&sam, &format!("/accounts/{acme}/fields/domain/history")).status.as_u16(), 404);

        // What lies in the trash has no such page.
        let ada = world.browser(&world.admin);
        let gone = submit(world, &ada, &format!("/accounts/{acme}/trash"), &[("version", "1")]);
        assert_eq!(gone.status.as_u16(), 303);
        assert!(!page(world, &ada, &format!("/accounts/{acme}")).contains("/history\""));
    });
}
