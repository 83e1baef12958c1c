//! The page of a deal: what comes next on top of it, and how it is won or lost from there.

use serde_json::{Value as Json, json};

use super::{account, follow, page, submit, words};
use crate::support::{Client, World, on_each};

/// A Monday in the world of these stories.
const TODAY: &str = "2026-03-02";

fn deal(world: &World, program: &Client, name: &str, mut body: Json) -> String {
    let place = world.stage(program, "open");
    body["name"] = json!(name);
    body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
    world.create(program, "opportunities", body)
}

/// The words of the strip on top of a deal.
fn strip(html: &str) -> String {
    let from = html.find("<section class=\"next\"").expect("a strip");
    words(&html[from..from + html[from..].find("</section>").expect("an end")])
}

#[test]
fn what_comes_next_stands_on_top_and_is_done_there() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let id = deal(world, &program, "Ropes", json!({}));
        let path = format!("/opportunities/{id}");
        let bare = page(world, &ada, &path);
        assert!(strip(&bare).contains("No next step is planned"), "{}", strip(&bare));
        assert!(bare.contains(&format!("href=\"{path}/do/plan_step?back={path}\"")), "a way to plan it");
        let plan = [("back", &*path), ("next_step", "Call Bo"), ("next_step_date", "2026-02-27")];
        let shown = follow(world, &ada, &submit(world, &ada, &format!("{path}/do/plan_step"), &plan));
        assert!(strip(&shown).contains("Overdue by 3 days, Feb 27"), "{}", strip(&shown));
        assert!(strip(&shown).contains("Call Bo"));
        // What the strip says stands in no fact beside the title once more.
        let facts = &shown[shown.find("<dl class=\"facts\">").expect("facts")..];
        assert!(!facts[..facts.find("</dl>").expect("an end")].contains("Call Bo"));
        // What just happened can be taken back.
        assert!(shown.contains(&format!("{path}/undo?version=2")), "an undo");

        // Another day, then the same step told otherwise, then done with the next one said.
        let day = [("back", &*path), ("version", "2"), ("day", "2026-03-03")];
        let shown = follow(world, &ada, &submit(world, &ada, &format!("/today{path}/day"), &day));
        assert!(strip(&shown).contains("Tomorrow, Mar 3"), "{}", strip(&shown));
        let asked = format!("{path}/do/plan_step?back={path}&next_step=Call%20Bo&next_step_date=2026-03-03");
        assert!(shown.contains(&asked.replace('&', "&amp;")), "what stands there is where one begins");
        let form = page(world, &ada, &asked);
        assert!(form.contains("value=\"Call Bo\"") && form.contains("value=\"2026-03-03\""));
        let done = [("back", &*path), ("next_step", "Visit"), ("next_step_date", TODAY)];
        let shown = follow(world, &ada, &submit(world, &ada, &format!("{path}/do/step_done"), &done));
        assert!(strip(&shown).contains("Today") && strip(&shown).contains("Visit"), "{}", strip(&shown));
        let told = world.get(&program, "/api/v1/activities?filter=subject=\"Call Bo\"").json();
        assert_eq!(told["data"][0]["done"], json!(true), "{told}");
    });
}

#[test]
fn a_deal_that_is_over_asks_for_nothing_and_who_only_reads_can_do_nothing() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let body = json!({"account": acme, "amount": {"amount": "1200", "currency": "EUR"}});
        let id = deal(world, &program, "Ropes", body);
        let path = format!("/opportunities/{id}");
        let shown = page(world, &ada, &path);
        for (verb, tone) in [("win", "won"), ("lose", "lost")] {
            let button = format!("href=\"{path}/do/{verb}?back={path}\" data-tone=\"{tone}\" data-dialog");
            assert!(shown.contains(&button), "{verb}");
        }
        // What the deal is worth is what winning begins with; why it was lost is asked for.
        assert!(page(world, &ada, &format!("{path}/do/win")).contains("value=\"1200\""));
        let lost = submit(world, &ada, &format!("{path}/do/lose"), &[("back", &path)]);
        assert_eq!(lost.status.as_u16(), 422);
        let shown = follow(world, &ada, &submit(world, &ada, &format!("{path}/do/win"), &[("back", &path)]));
        assert!(!shown.contains("class=\"next\""), "nothing comes next");
        assert!(!shown.contains("/do/win") && shown.contains("/do/lose") && shown.contains("/do/reopen"));

        let other = deal(world, &program, "Shackles", json!({"next_step": "Write"}));
        let reads = r#"{"objects": {"opportunity": {"read": "all"}, "pipeline": {"read": "all"}, "stage": {"read": "all"}}}"#;
        let bo = world.browser(&world.person_who_may("Bo", reads));
        let shown = page(world, &bo, &format!("/opportunities/{other}"));
        assert!(strip(&shown).contains("Write") && strip(&shown).contains("No day is set"));
        assert!(!shown.contains("/do/") && !shown.contains("/today/"), "no way to change it");
        let blind = r#"{"objects": {"opportunity": {"read": "all"}}, "fields": {"opportunity": {"next_step": "hidden"}}}"#;
        let cy = world.browser(&world.person_who_may("Cy", blind));
        assert!(!page(world, &cy, &format!("/opportunities/{other}")).contains("class=\"next\""));
    });
}

/// The part of a page that begins with this, up to the end of its section.
fn section<'a>(html: &'a str, begins: &str) -> &'a str {
    let from = html.find(begins).expect(begins);
    &html[from..from + html[from..].find("</section>").expect("an end")]
}

fn map(html: &str) -> &str {
    section(html, "<section class=\"circle\"")
}

fn contact(world: &World, program: &Client, name: &str, account: &str) -> String {
    world.create(program, "contacts", json!({"name": name, "account": account, "title": "Head of stores"}))
}

fn member(world: &World, program: &Client, deal: &str, contact: &str, role: &str) -> String {
    let body = json!({"opportunity": deal, "contact": contact, "role": role});
    world.create(program, "committee_members", body)
}

#[test]
fn the_map_says_who_is_missing_and_adds_changes_and_takes_off_in_place() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let acme = account(world, &program, "Acme");
        let deal = deal(world, &program, "Ropes", json!({"account": acme}));
        let (bo, cy) =
            (contact(world, &program, "Bo Lind", &acme), contact(world, &program, "Cy Ode", &acme));
        let path = format!("/opportunities/{deal}");
        let bare = page(world, &ada, &path);
        assert!(
            words(map(&bare)).contains("Nobody on the customer’s side is known yet."),
            "{}",
            words(map(&bare))
        );
        // People of the same account are offered; the form comes back here and does not ask for the deal.
        let add = format!("/committee_members/new?opportunity={deal}&contact={bo}&back={path}");
        assert!(map(&bare).contains(&add.replace('&', "&amp;")), "{}", map(&bare));
        let form = page(world, &ada, &add);
        assert!(form.contains(&format!("name=\"opportunity.id\" value=\"{deal}\"")), "the deal goes along");
        assert!(!form.contains("field-opportunity"), "and is not asked for");
        let sent = [
            ("opportunity", "Ropes"),
            ("opportunity.id", &*deal),
            ("opportunity.title", "Ropes"),
            ("contact", &*bo),
            ("role", "gatekeeper"),
            ("influence", "high"),
            ("back", &*path),
        ];
        let shown = follow(world, &ada, &submit(world, &ada, "/committee_members", &sent));
        assert!(
            words(&shown).contains("Bo Lind was created") || words(&shown).contains("Bo Lind"),
            "a toast"
        );
        let told = words(map(&shown));
        for text in [
            "Buying committee 1",
            "Who stands between Bo Lind Head of stores Gatekeeper",
            "No decision maker is known.",
            "No champion sells it inside for us.",
            "The whole deal hangs on one person.",
            "Nobody has said whom Bo Lind guards.",
            "Nobody has spoken with any of them yet.",
            "No contact yet",
        ] {
            assert!(told.contains(text), "{text}: {told}");
        }

        // Whom a gatekeeper guards, and where they stand.
        let gate = world.get(&program, "/api/v1/committee_members").json()["data"][0]["id"].clone();
        let gate = gate.as_str().expect("an id");
        let boss = member(world, &program, &deal, &cy, "decision_maker");
        let change = json!({"guards": cy, "stance": "opposes"});
        assert_eq!(
            world.patch(&program, &format!("/api/v1/committee_members/{gate}"), "\"1\"", change).status,
            200
        );
        let shown = page(world, &ada, &path);
        let told = words(map(&shown));
        assert!(
            told.contains("Guards: Cy Ode") && map(&shown).contains(&format!("href=\"#around-{boss}\"")),
            "{told}"
        );
        assert!(told.contains("Bo Lind is against it and has no answer yet."), "{told}");
        assert!(!told.contains("No decision maker") && !told.contains("hangs on one"), "{told}");
        assert!(map(&shown).contains("data-stance=\"overdue\""));
        // The answer to who is against it is an objection of theirs.
        let raised = json!({"opportunity": deal, "name": "Too dear", "type": "budget", "raised_by": bo, "answer": "Over two years"});
        world.create(&program, "objections", raised);
        assert!(!words(map(&page(world, &ada, &path))).contains("has no answer yet"));

        // A word with somebody, also among others.
        let met = json!({"subject": "Visit", "kind": "meeting", "opportunity": deal, "contact": cy, "participants": [bo],
            "done": true, "done_at": "2026-02-28T10:00:00Z"});
        world.create(&program, "activities", met);
        let told = words(map(&page(world, &ada, &path)));
        assert_eq!(told.matches("2 days ago").count(), 2, "{told}");

        // Taken off, and put back by the toast.
        let shown = page(world, &ada, &path);
        assert!(map(&shown).contains(&format!("/committee_members/{gate}/trash")));
        let gone = submit(
            world,
            &ada,
            &format!("/committee_members/{gate}/trash"),
            &[("version", "2"), ("back", &path)],
        );
        let shown = follow(world, &ada, &gone);
        assert!(!words(map(&shown)).contains("Gatekeeper"), "{}", words(map(&shown)));
        let undo = format!("/committee_members/{gate}/restore?back={path}");
        assert!(shown.contains(&undo), "an undo");
        let back = follow(world, &ada, &submit(world, &ada, &undo, &[]));
        assert!(words(map(&back)).contains("Gatekeeper"), "{}", words(map(&back)));
        // A deal that is over lacks nobody.
        submit(world, &ada, &format!("{path}/do/win"), &[]);
        assert!(!map(&page(world, &ada, &path)).contains("class=\"lacks\""));
    });
}

#[test]
fn the_map_tells_nobody_what_they_may_not_see() {
    on_each(|world| {
        let program = world.program();
        let acme = account(world, &program, "Acme");
        let deal = deal(world, &program, "Ropes", json!({"account": acme}));
        let bo = contact(world, &program, "Bo Lind", &acme);
        member(world, &program, &deal, &bo, "champion");
        let called = json!({"subject": "Call", "kind": "call", "opportunity": deal, "contact": bo, "done": true,
            "done_at": "2026-03-01T10:00:00Z"});
        world.create(&program, "activities", called);
        let path = format!("/opportunities/{deal}");
        let open = r#""pipeline": {"read": "all"}, "stage": {"read": "all"}, "opportunity": {"read": "all", "edit": "all"}"#;
        let sees = |name: &'static str, more: &str| {
            let grants = format!("{{\"objects\": {{{open}{more}}}}}");
            let browser = world.browser(&world.person_who_may(name, grants.leak()));
            page(world, &browser, &path)
        };
        // Without the object there is no trace of it.
        let none = sees("No Map", "");
        assert!(
            !none.contains("class=\"circle\"") && !none.contains("committee") && !none.contains("Bo Lind")
        );
        assert!(!none.contains("objections"), "nor of what else is known");
        // Who may not see the person is not told the name, nor when anybody spoke with them.
        let member = r#", "committee_member": {"read": "all"}"#;
        let blind = sees("No Names", member);
        let told = words(map(&blind));
        assert!(told.contains("Somebody you can’t see Champion"), "{told}");
        assert!(!blind.contains("Bo Lind") && !told.contains("ago") && !told.contains("spoken"), "{told}");
        assert!(!map(&blind).contains("/committee_members/new"), "what one may not create is not offered");
        // Who may not see deeds knows nothing of silence either.
        let deaf = sees("No Deeds", &format!("{member}, \"contact\": {{\"read\": \"all\"}}"));
        let told = words(map(&deaf));
        assert!(told.contains("Bo Lind") && !told.contains("esterday") && !told.contains("spoken"), "{told}");
        let all = sees(
            "All",
            &format!("{member}, \"contact\": {{\"read\": \"all\"}}, \"activity\": {{\"read\": \"all\"}}"),
        );
        assert!(words(map(&all)).contains("Yesterday"), "{}", words(map(&all)));
        let own = sees(
            "Own",
            &format!("{member}, \"contact\": {{\"read\": \"all\"}}, \"activity\": {{\"read\": \"own\"}}"),
        );
        let told = words(map(&own));
        assert!(
            !told.contains("Yesterday") && !told.contains("No contact yet"),
            "what others did is not told as never: {told}"
        );
    });
}

#[test]
fn what_else_is_known_stands_in_short_lists_and_is_written_down_there() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let rival =
            world.create(&program, "competitors", json!({"name": "Wareon", "weaknesses": "Slow to start"}));
        let id = deal(world, &program, "Ropes", json!({"competitors": [rival]}));
        let path = format!("/opportunities/{id}");
        let list = |html: &str, name: &str| {
            section(html, &format!("<section class=\"known\" id=\"{name}\"")).to_owned()
        };
        let bare = page(world, &ada, &path);
        assert!(
            words(&list(&bare, "competitors")).contains("Wareon Weaknesses Slow to start"),
            "{}",
            words(&list(&bare, "competitors"))
        );
        let objections = list(&bare, "objections");
        assert!(words(&objections).contains("Objections 0 New objection"), "{}", words(&objections));
        // The list's own form: what is wrong comes back as a form, what is right stands in the list.
        let once = super::hidden(&objections, "once");
        let own = [
            ("opportunity", "Ropes"),
            ("opportunity.id", &*id),
            ("opportunity.title", "Ropes"),
            ("back", &*path),
            ("once", &*once),
            ("name", "Too dear"),
        ];
        let refused = submit(world, &ada, "/objections", &own);
        assert_eq!(refused.status.as_u16(), 422, "the type is missing");
        assert!(refused.text().contains("value=\"Too dear\""), "what was typed stays");
        let all = [&own[..], &[("type", "budget")]].concat();
        let shown = follow(world, &ada, &submit(world, &ada, "/objections", &all));
        let objections = list(&shown, "objections");
        assert!(words(&objections).contains("Too dear Budget"), "{}", words(&objections));
        assert!(objections.contains("<details class=\"known-add\" open"), "ready for the next one");
        assert!(!shown.contains("filter=opportunity"), "and stands in no table below");
        // Settled there.
        let tick = &objections[objections.find("/fields/overcome").expect("a tick")..];
        let turn = [
            ("version", super::hidden(tick, "version")),
            ("was", super::hidden(tick, "was")),
            ("overcome", super::hidden(tick, "overcome")),
            ("back", path.clone()),
        ];
        let turn: Vec<(&str, &str)> = turn.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let one = world.get(&program, "/api/v1/objections").json()["data"][0]["id"].clone();
        let place = format!("/objections/{}/fields/overcome", one.as_str().expect("an id"));
        let shown = follow(world, &ada, &submit(world, &ada, &place, &turn));
        assert!(list(&shown, "objections").contains("data-settled"), "{}", list(&shown, "objections"));
    });
}

#[test]
fn all_that_a_field_has_held_is_told_on_a_page_of_its_own() {
    on_each(|world| {
        let program = world.program();
        let id = deal(world, &program, "Ropes", json!({"next_step": "Call"}));
        let path = format!("/opportunities/{id}");
        let day = |days: i64| world.clock.set(world.records.now().plus_seconds(days * 24 * 3600));
        day(3);
        let patch =
            |version: &str, body| world.patch(&program, &format!("/api/v1{path}"), version, body).status;
        assert_eq!(patch("\"1\"", json!({"next_step": "Write"})), 200);
        day(2);
        assert_eq!(patch("\"2\"", json!({"description": "Nothing of it"})), 200);
        let ada = world.browser(&world.person("Ada", "administrator"));
        let history = format!("{path}/fields/next_step/history");
        let shown = page(world, &ada, &history);
        let told = words(&shown[shown.find("<ol class=\"held\">").expect("a list")..]);
        assert!(told.contains("Write now 2 days") && told.contains("API"), "{told}");
        assert!(told.contains("Call 3 days") && !told.contains("Nothing of it"), "{told}");
        assert!(told.find("Write") < told.find("Call"));
        let deal = page(world, &ada, &path);
        assert!(deal.contains(&format!("href=\"{history}\"")), "linked from the record");
        // Taken back there, one comes back there.
        let entry = super::hidden(&shown, "entry");
        let undone = submit(
            world,
            &ada,
            &format!("{path}/fields/next_step/undo"),
            &[("entry", &entry), ("back", &history)],
        );
        assert!(words(&follow(world, &ada, &undone)).contains("Call now"), "it holds again what it held");
        // A tracked field that was empty at first, and one that is reckoned.
        let stage = page(world, &ada, &format!("{path}/fields/stage/history"));
        assert!(words(&stage).contains("Prospecting now 5 days"), "{}", words(&stage));
        for none in ["committee", "follow_up", "no_such_field", "created_at"] {
            let answer = world.get(&ada, &format!("{path}/fields/{none}/history"));
            assert_eq!(answer.status.as_u16(), 404, "{none}");
        }
        // The same over the API.
        let all = world.get(&program, &format!("/api/v1{path}/history?field=next_step")).json();
        let entries = all["data"].as_array().expect("entries");
        assert_eq!(entries.len(), 3, "{all}");
        assert!(entries.iter().all(|one| one["changes"].as_object().expect("changes").len() == 1), "{all}");
        world
            .get(&program, &format!("/api/v1{path}/history?field=next_stop"))
            .refuses(400, &[("field", "unknown-field")]);
        let hidden = r#"{"objects": {"opportunity": {"read": "all"}}, "fields": {"opportunity": {"next_step": "hidden"}}}"#;
        let cy = world.browser(&world.person_who_may("Cy", hidden));
        assert_eq!(world.get(&cy, &history).status.as_u16(), 404);
    });
}

#[test]
fn a_buying_signal_marks_the_card_and_a_way_leads_to_how_likely_the_deal_is() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.person("Ada", "administrator"));
        let id = deal(world, &program, "Ropes", json!({}));
        let marked = || page(world, &ada, "/opportunities/board").contains("card-mark");
        assert!(!marked());
        let signal = |kind: &str, on: &str| json!({"opportunity": id, "name": "Asked who signs", "kind": kind, "shown_on": on});
        world
            .post(&program, "/api/v1/buying_signals", signal("sunshine", TODAY))
            .refuses(422, &[("kind", "choice")]);
        world.create(&program, "buying_signals", signal("contract_question", "2026-01-10"));
        assert!(!marked(), "what is old marks nothing");
        world.create(&program, "buying_signals", signal("trial_started", "2026-02-25"));
        assert!(marked());
        let shown = page(world, &ada, &format!("/opportunities/{id}"));
        assert!(words(&shown).contains("Asked who signs") && words(&shown).contains("Trial started"));
        let way = format!("/reports/win_probability?filter=id%20%3D%20{id}");
        assert!(shown.contains(&way), "a way to {way}");
        // It is found out once the page is there; with too few closed deals the way is all there is.
        let later = format!("/opportunities/{id}/glimpse/win_probability");
        assert!(shown.contains(&format!("data-glimpse=\"{later}\"")), "found out later");
        let seen = world.get(&ada, &later).text();
        assert!(seen.contains(&way) && words(&seen).contains("Show"), "{seen}");
        for none in [
            format!("/opportunities/{id}/glimpse/focus"),
            "/opportunities/none/glimpse/win_probability".to_owned(),
        ] {
            assert_eq!(world.get(&ada, &none).status.as_u16(), 404, "{none}");
        }
        let told = page(world, &ada, &way);
        assert!(words(&told).contains("Ropes") && words(&told).contains("Too few closed deals"), "{told}");
        let told = world.get(&program, "/api/v1/reports/focus").json();
        assert_eq!(told["parts"][0]["facts"]["signals"], json!(1), "{told}");
    });
}
