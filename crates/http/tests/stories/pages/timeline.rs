//! What was done with a customer is written down on the page of a record, stands in its timeline, and a change of a field
//! is taken back there.

use serde_json::json;

use super::{account, follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};

/// Sees and changes accounts, but no deeds.
const NO_DEEDS: &str =
    r#"{"objects": {"account": {"create": "all", "read": "all", "edit": "all"}, "user": {"read": "all"}}}"#;

fn deal(world: &World, client: &Client, account: &str) -> String {
    world.create(client, "opportunities", json!({"name": "Acme lights", "account": account}))
}

fn activities(world: &World, client: &Client) -> Vec<serde_json::Value> {
    world.get(client, "/api/v1/activities").json()["data"].as_array().cloned().expect("a list")
}

#[test]
fn a_call_is_written_down_about_a_deal_and_stands_in_the_timelines() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let lights = deal(world, &program, &acme);
        let path = format!("/opportunities/{lights}");
        let shown = page(world, &ada, &path);
        let once = hidden(&shown, "once");
        let call = [
            ("kind", "call"),
            ("once", &once),
            ("notes", "They want it by Friday\nand in blue"),
            ("outcome", "positive"),
            ("direction", "outbound"),
        ];
        let sent = submit(world, &ada, &format!("{path}/deeds"), &call);
        let after = follow(world, &ada, &sent);
        assert!(words(&after).contains("Written down"), "{}", words(&after));
        // Sent twice, it is written down once.
        submit(world, &ada, &format!("{path}/deeds"), &call);
        let all = activities(world, &program);
        assert_eq!(all.len(), 1);
        let told = &all[0];
        assert_eq!(told["subject"], "They want it by Friday");
        assert_eq!((&told["done"], &told["kind"]), (&json!(true), &json!("call")));
        assert_eq!((&told["opportunity"], &told["account"]), (&json!(lights), &json!(acme)));
        assert!(told["done_at"].is_string());
        for place in [&path, &format!("/accounts/{acme}")] {
            let shown = words(&page(world, &ada, place));
            assert!(
                shown.contains("They want it by Friday") && shown.contains("Positive"),
                "{place}: {shown}"
            );
        }
        let deal = world.get(&program, &format!("/api/v1/opportunities/{lights}")).json();
        assert!(deal["last_contact"].is_string(), "{deal}");
    });
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_stays() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let place = format!("/accounts/{acme}/deeds");
        let empty = submit(world, &ada, &place, &[("kind", "note"), ("notes", "  ")]);
        assert_eq!(empty.status.as_u16(), 422);
        let wrong = [("kind", "call"), ("notes", "Blue paint"), ("starts_at", "yesterday-ish")];
        let wrong = submit(world, &ada, &place, &wrong);
        assert_eq!(wrong.status.as_u16(), 422);
        let text = wrong.text();
        assert!(text.contains("Blue paint") && text.contains("field-error"), "{}", words(&text));
        let other = submit(world, &ada, &place, &[("kind", "dance"), ("notes", "x")]);
        assert_eq!(other.status.as_u16(), 404);
        assert!(activities(world, &program).is_empty());
    });
}

#[test]
fn what_is_planned_stands_on_top_and_is_done_there() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let path = format!("/accounts/{acme}");
        let task = [("kind", "task"), ("subject", "Send the offer"), ("due_date", "2031-05-01")];
        follow(world, &ada, &submit(world, &ada, &format!("{path}/deeds"), &task));
        let shown = page(world, &ada, &path);
        assert!(
            words(&shown).contains("Planned") && words(&shown).contains("Send the offer"),
            "{}",
            words(&shown)
        );
        let id = activities(world, &program)[0]["id"].as_str().expect("an id").to_owned();
        let form = &shown[shown.find("name=\"back\"").expect("a button") - 400..];
        let done = [
            ("version", hidden(form, "version")),
            ("was", hidden(form, "was")),
            ("done", "true".to_owned()),
            ("back", path.clone()),
        ];
        let done: Vec<(&str, &str)> = done.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = submit(world, &ada, &format!("/activities/{id}/fields/done"), &done);
        assert!(sent.header("location").starts_with(&path), "{}", sent.header("location"));
        assert_eq!(activities(world, &program)[0]["done"], json!(true));
        assert!(!words(&page(world, &ada, &path)).contains("Planned"));
    });
}

#[test]
fn a_timeline_is_narrowed_and_read_page_by_page() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        for number in 0..45 {
            let kind = if number % 2 == 0 { "call" } else { "note" };
            let at = format!("2026-01-{:02}T{:02}:00:00Z", number % 28 + 1, number % 24);
            let body = json!({"subject": format!("Deed no. {number};"), "kind": kind, "account": acme,
                "done": true, "done_at": at, "starts_at": at});
            world.create(&program, "activities", body);
        }
        let path = format!("/accounts/{acme}");
        let (mut seen, mut next) = (Vec::new(), Some(path.clone()));
        while let Some(place) = next {
            let shown = page(world, &ada, &place);
            let text = words(&shown);
            seen.extend((0..45).filter(|n| text.contains(&format!("Deed no. {n};"))));
            let older =
                shown.split("href=\"").map(|rest| rest.split('"').next().unwrap_or("").replace("&amp;", "&"));
            next = older.into_iter().find(|href| href.contains("until="));
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!((seen.len(), count), (45, 45), "each once");

        let narrowed = words(&page(world, &ada, &format!("{path}?sort=call&words=no.+44")));
        assert!(narrowed.contains("Deed no. 44;") && !narrowed.contains("Deed no. 43;"), "{narrowed}");
        let none = words(&page(world, &ada, &format!("{path}?sort=note&words=no.+44")));
        assert!(none.contains("Nothing like this here."), "{none}");
        let days = words(&page(world, &ada, &format!("{path}?from=2026-01-05&to=2026-01-05")));
        assert!(days.contains("Deed no. 4;") && !days.contains("Deed no. 5;"), "{days}");
    });
}

#[test]
fn who_may_see_no_deeds_finds_no_trace_of_them() {
    on_each(|world| {
        let program = world.program();
        let acme = account(world, &program, "Acme");
        let body = json!({"subject": "Quietly", "kind": "note", "account": acme, "done": true});
        world.create(&program, "activities", body);
        let olga = world.browser(&world.person_who_may("Olga", NO_DEEDS));
        let shown = page(world, &olga, &format!("/accounts/{acme}"));
        assert!(!shown.contains("Quietly") && !shown.contains("/deeds"), "{}", words(&shown));
        let sent =
            submit(world, &olga, &format!("/accounts/{acme}/deeds"), &[("kind", "note"), ("notes", "x")]);
        assert_eq!(sent.status.as_u16(), 404);
    });
}

#[test]
fn a_change_of_a_field_is_taken_back() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let api = format!("/api/v1/accounts/{acme}");
        world.patch(&program, &api, "\"1\"", json!({"website": "https://one.example", "founded": 1999}));
        world.patch(&program, &api, "\"2\"", json!({"website": "https://two.example"}));
        let shown = page(world, &ada, &format!("/accounts/{acme}"));
        let action = format!("/accounts/{acme}/fields/website/undo");
        let entries: Vec<&str> = shown.split(&format!("action=\"{action}\"")).skip(1).collect();
        assert_eq!(entries.len(), 2, "{}", words(&shown));
        let (last, first) = (hidden(entries[0], "entry"), hidden(entries[1], "entry"));
        // The older one has been changed again since: both are shown first.
        let both = submit(world, &ada, &action, &[("entry", &first)]);
        assert_eq!(both.status.as_u16(), 412);
        assert!(words(&both.text()).contains("two.example"), "{}", words(&both.text()));
        follow(world, &ada, &submit(world, &ada, &action, &[("entry", &last)]));
        assert_eq!(world.get(&program, &api).json()["website"], "https://one.example");
        assert_eq!(world.get(&program, &api).json()["founded"], json!(1999));
        let both = submit(world, &ada, &action, &[("entry", &first)]);
        follow(world, &ada, &both);
        assert_eq!(world.get(&program, &api).json()["website"], json!(null));
        let other = submit(world, &ada, &action, &[("entry", "999999")]);
        assert_eq!(other.status.as_u16(), 404);
    });
}
