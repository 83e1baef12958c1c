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
        assert!(strip(&shown).contains("Overdue by 3 days, Feb 27, 2026"), "{}", strip(&shown));
        assert!(strip(&shown).contains("Call Bo"));
        // What the strip says stands in no fact beside the title once more.
        assert_eq!(words(&shown).matches("Call Bo").count(), 2, "the strip and the fields: {}", words(&shown));
        // What just happened can be taken back.
        assert!(shown.contains(&format!("{path}/undo?version=2")), "an undo");

        // Another day, then the same step told otherwise, then done with the next one said.
        let day = [("back", &*path), ("version", "2"), ("day", "2026-03-03")];
        let shown = follow(world, &ada, &submit(world, &ada, &format!("/today{path}/day"), &day));
        assert!(strip(&shown).contains("Tomorrow, Mar 3, 2026"), "{}", strip(&shown));
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
