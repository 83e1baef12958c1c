//! What waits for a seller today: done, put off, put to another day, and taken back again.

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};
use cordee_records::Actor;
use serde_json::{Value as Json, json};

/// A Monday in the world of these stories.
const TODAY: &str = "2026-03-02";

fn seller(world: &World, name: &'static str) -> (Actor, Client, Client) {
    let actor = world.person(name, "account_executive");
    let (browser, program) = (world.browser(&actor), world.token(&actor, "read_write"));
    (actor, browser, program)
}

fn deal(world: &World, program: &Client, name: &str, mut body: Json) -> String {
    let place = world.stage(program, "open");
    body["name"] = json!(name);
    body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
    world.create(program, "opportunities", body)
}

fn activity(world: &World, program: &Client, subject: &str, mut body: Json) -> String {
    body["subject"] = json!(subject);
    world.create(program, "activities", body)
}

/// Acts are told apart by their moments.
fn tick(world: &World) {
    world.clock.set(world.records.now().plus_seconds(1));
}

/// The names of the deals that a filter leaves, and the address of the list.
fn found(world: &World, program: &Client, filter: &str) -> Vec<String> {
    let answer = world.get(program, &format!("/api/v1/opportunities?filter={filter}&sort=created_at"));
    assert_eq!(answer.status.as_u16(), 200, "{filter}: {}", answer.text());
    let rows = answer.json()["data"].as_array().expect("rows").clone();
    rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn what_waits_is_done_and_the_next_step_asked_for() {
    on_each(|world| {
        let (_, browser, program) = seller(world, "Ann");
        assert!(words(&page(world, &browser, "/")).contains("All clear"));
        let late = json!({"next_step": "Call Bo", "next_step_date": "2026-02-27"});
        let id = deal(world, &program, "Ropes", late);
        deal(world, &program, "Later", json!({"next_step": "Write", "next_step_date": "2026-04-01"}));
        activity(world, &program, "Send the offer", json!({"kind": "task", "due_date": TODAY}));
        activity(
            world,
            &program,
            "Meet the board",
            json!({"kind": "meeting", "starts_at": "2026-03-02T13:00:00Z"}),
        );
        world.create(&program, "leads", json!({"name": "Grace"}));
        let shown = words(&page(world, &browser, "/"));
        for text in ["Call Bo", "Ropes", "Send the offer", "Meet the board", "Grace"] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
        assert!(!shown.contains("Write Later"), "{shown}");
        // The overdue step comes before what is due today.
        assert!(shown.find("Call Bo") < shown.find("Send the offer"), "{shown}");

        // Done only by saying what comes next; it comes back to the page it was asked from, and can be taken back.
        let step = format!("/opportunities/{id}/do/step_done");
        assert!(page(world, &browser, &format!("{step}?back=/")).contains("name=\"back\" value=\"/\""));
        let refused = submit(world, &browser, &step, &[("back", "/"), ("version", "1"), ("next_step", "")]);
        assert_eq!(refused.status.as_u16(), 422);
        tick(world);
        let next =
            [("back", "/"), ("version", "1"), ("next_step", "Visit"), ("next_step_date", "2026-03-09")];
        let done = submit(world, &browser, &step, &next);
        let shown = follow(world, &browser, &done);
        assert!(words(&shown).contains("the next one is planned"), "{}", words(&shown));
        assert!(!words(&shown).contains("Call Bo"), "{}", words(&shown));
        let told = world.get(&program, "/api/v1/activities?filter=subject=\"Call Bo\"").json();
        assert_eq!(told["data"][0]["done"], json!(true), "{told}");
        let undone = submit(world, &browser, &format!("/opportunities/{id}/undo?version=2&back=/"), &[]);
        assert!(words(&follow(world, &browser, &undone)).contains("Call Bo"));
        let told = world.get(&program, "/api/v1/activities?filter=subject=\"Call Bo\"").json();
        assert_eq!(told["data"].as_array().map(Vec::len), Some(0), "{told}");
        // Somebody else's page is no place to come back to.
        let next = [
            ("back", "//elsewhere.example"),
            ("version", "3"),
            ("next_step", "Go"),
            ("next_step_date", TODAY),
        ];
        let done = submit(world, &browser, &step, &next);
        assert!(done.header("location").starts_with("/opportunities/"), "{}", done.header("location"));
    });
}

#[test]
fn what_is_put_off_is_put_off_for_oneself_alone() {
    on_each(|world| {
        let (_, browser, program) = seller(world, "Ann");
        let id = activity(world, &program, "Send the offer", json!({"kind": "task", "due_date": TODAY}));
        let act = format!("/today/activities/{id}");
        let past = submit(world, &browser, &format!("{act}/snooze"), &[("until", TODAY), ("back", "/")]);
        assert_eq!(past.status.as_u16(), 422, "{}", words(&past.text()));
        let off =
            submit(world, &browser, &format!("{act}/snooze"), &[("until", "2026-03-04"), ("back", "/")]);
        let shown = follow(world, &browser, &off);
        assert!(
            !words(&shown).contains("Send the offer") && words(&shown).contains("1 snoozed"),
            "{}",
            words(&shown)
        );
        assert!(words(&page(world, &browser, "/?snoozed=yes")).contains("Snoozed until Mar 4, 2026"));
        let other = world.browser(&world.admin);
        assert!(words(&page(world, &other, "/?who=all")).contains("Send the offer"));
        // It comes back on its day, and at once when that is wished.
        world.clock.set("2026-03-04T09:00:00Z".parse().expect("a moment"));
        let browser = world.browser(&world.admin);
        assert!(words(&page(world, &browser, "/?who=all")).contains("Send the offer"));
        let off = submit(world, &browser, &format!("{act}/snooze"), &[("until", "2026-03-05")]);
        assert!(!words(&follow(world, &browser, &off)).contains("Send the offer"));
        let back = submit(world, &browser, &format!("{act}/snooze?back=/%3Fwho=all"), &[]);
        assert!(words(&follow(world, &browser, &back)).contains("Send the offer"));
        for wrong in
            ["/today/nothings/x/snooze", "/today/activities/0000000000000/snooze", "/today/leads/x/day"]
        {
            let answer = submit(world, &browser, wrong, &[("until", "2026-03-09"), ("day", TODAY)]);
            assert_eq!(answer.status.as_u16(), 404, "{wrong}");
        }
    });
}

#[test]
fn a_script_is_told_what_happened_and_how_it_is_taken_back() {
    on_each(|world| {
        let (_, browser, program) = seller(world, "Ann");
        let id =
            activity(world, &program, "Send the offer", json!({"kind": "task", "due_date": "2026-02-20"}));
        tick(world);
        let script = browser.clone().with("accept", "application/json");
        let act = format!("/today/activities/{id}");
        let moved = submit(
            world,
            &script,
            &format!("{act}/day"),
            &[("day", "2026-03-03"), ("version", "1"), ("back", "/")],
        );
        assert_eq!(moved.json()["text"], json!("Rescheduled"), "{}", moved.text());
        assert!(!words(&page(world, &browser, "/")).contains("Send the offer"));
        let undo = moved.json()["undo"]["href"].as_str().expect("a way back").to_owned();
        assert!(
            words(&follow(world, &browser, &submit(world, &browser, &undo, &[]))).contains("Send the offer")
        );
        tick(world);
        // What was done twice, or has changed since, is told.
        let stale = submit(world, &browser, &undo, &[]);
        assert_eq!(stale.status.as_u16(), 412, "{}", words(&stale.text()));
        let stale = submit(world, &script, &format!("{act}/do/complete"), &[("version", "1")]);
        assert_eq!(stale.status.as_u16(), 412, "{}", stale.text());
        let done = submit(world, &script, &format!("{act}/do/complete"), &[("version", "3"), ("back", "/")]);
        assert_eq!(done.json()["text"], json!("Done"), "{}", done.text());
        let undo = done.json()["undo"]["href"].as_str().expect("a way back").to_owned();
        assert!(
            words(&follow(world, &browser, &submit(world, &browser, &undo, &[]))).contains("Send the offer")
        );
        let unknown = submit(world, &script, &format!("{act}/do/merge"), &[]);
        assert_eq!(unknown.status.as_u16(), 404, "{}", unknown.text());
        // What somebody else has done is not taken back.
        let (_, other, _) = seller(world, "Bea");
        let taken = submit(world, &other, &format!("/activities/{id}/undo?version=5"), &[]);
        assert!(matches!(taken.status.as_u16(), 404 | 422), "{}", words(&taken.text()));
    });
}

#[test]
fn deals_show_why_they_need_somebody_in_lists_too() {
    on_each(|world| {
        let (_, browser, program) = seller(world, "Ann");
        deal(world, &program, "Bare", json!({}));
        let planned =
            json!({"next_step": "Call", "next_step_date": "2026-03-20", "expected_close_date": "2026-04-30"});
        deal(world, &program, "Planned", planned);
        let passed =
            json!({"next_step": "Call", "next_step_date": "2026-03-01", "expected_close_date": "2026-02-28"});
        deal(world, &program, "Passed", passed);
        assert_eq!(found(world, &program, "follow_up has no_next_step"), ["Bare"]);
        assert_eq!(found(world, &program, "follow_up has (step_overdue, no_next_step)"), ["Bare", "Passed"]);
        assert_eq!(found(world, &program, "follow_up has all (step_overdue, close_passed)"), ["Passed"]);
        assert_eq!(found(world, &program, "follow_up is empty"), ["Planned"]);
        assert_eq!(found(world, &program, "follow_up has not close_passed"), ["Bare", "Planned"]);
        let list =
            words(&page(world, &browser, "/opportunities?column=follow_up&filter=follow_up is not empty"));
        for sign in ["Needs follow-up", "No next step", "Next step overdue", "Close date passed"] {
            assert!(list.contains(sign), "{sign}: {list}");
        }
        assert!(words(&page(world, &browser, "/")).contains("No next step"));
        // Longer in its stage than the stage allows: 14 days.
        world.clock.set("2026-03-17T09:00:00Z".parse().expect("a moment"));
        let program = world.program();
        let long = found(world, &program, "follow_up has long_in_stage");
        assert_eq!(long, ["Bare", "Planned", "Passed"]);
        let lines =
            world.get(&program, "/api/v1/opportunity_lines?filter=opportunity.follow_up has long_in_stage");
        assert_eq!(lines.status.as_u16(), 200, "{}", lines.text());
        // Nobody groups, sorts or sets what no table holds.
        for wrong in ["sort=follow_up", "sort=amount,follow_up"] {
            assert_eq!(
                world.get(&program, &format!("/api/v1/opportunities?{wrong}")).status.as_u16(),
                400,
                "{wrong}"
            );
        }
        let grouped = world.get(&program, "/api/v1/opportunities/aggregate?by=follow_up&measure=count");
        assert_eq!(grouped.status.as_u16(), 400, "{}", grouped.text());
    });
}

#[test]
fn others_are_shown_as_far_as_one_sees_them() {
    on_each(|world| {
        let (_, ann, program) = seller(world, "Ann");
        deal(world, &program, "Hers", json!({}));
        let ada = world.browser(&world.admin);
        assert!(
            words(&page(world, &ada, "/")).contains("Hers"),
            "who has nothing of their own begins with all"
        );
        assert!(!words(&page(world, &ada, "/?who=me")).contains("Hers"));
        assert!(words(&page(world, &ada, "/?who=all")).contains("Hers"));
        deal(
            world,
            &world.program(),
            "Mine",
            json!({"owner": world.admin.user_id().expect("a person").to_string()}),
        );
        assert!(!words(&page(world, &ada, "/")).contains("Hers"), "who has something begins with that");
        let (_, bea, _) = seller(world, "Bea");
        let shown = words(&page(world, &bea, "/?who=all"));
        assert!(!shown.contains("Hers") || page(world, &bea, "/").contains("who=all"), "{shown}");
        // A role that sees nothing has a page on which nothing waits.
        let nobody = world.person_who_may("Nobody", r#"{"objects": {}}"#);
        let shown = words(&page(world, &world.browser(&nobody), "/"));
        assert!(shown.contains("All clear") && !shown.contains("Needs follow-up"), "{shown}");
        assert!(words(&page(world, &ann, "/")).contains("March 2026"));
    });
}

#[test]
fn a_next_step_and_the_task_that_stands_for_it_are_one_line() {
    on_each(|world| {
        let (_, browser, program) = seller(world, "Ann");
        let id = deal(world, &program, "Ropes", json!({"next_step": "Call Bo", "next_step_date": TODAY}));
        let due = |body: Json| {
            let mut task = json!({"kind": "task", "due_date": TODAY, "opportunity": id.as_str()});
            task.as_object_mut().expect("an object").extend(body.as_object().expect("an object").clone());
            task
        };
        let task = activity(world, &program, " call  BO", due(json!({})));
        activity(world, &program, "Another matter", due(json!({})));
        let lines = |path: &str| page(world, &browser, path).matches("class=\"today-item\"").count();
        assert_eq!(lines("/"), 2, "{}", words(&page(world, &browser, "/")));
        assert!(!words(&page(world, &browser, "/")).contains("call BO"));

        // Put off, neither is there; put to another day, both are there on that day; taken back, both are back.
        submit(world, &browser, &format!("/today/opportunities/{id}/snooze"), &[("until", "2026-03-04")]);
        assert_eq!(lines("/"), 1, "{}", words(&page(world, &browser, "/")));
        submit(world, &browser, &format!("/today/opportunities/{id}/snooze"), &[]);
        tick(world);
        let day = [("day", "2026-03-05"), ("version", "1")];
        let moved = submit(world, &browser, &format!("/today/opportunities/{id}/day"), &day);
        assert!(moved.status.is_redirection(), "{}", moved.text());
        let due_on = || world.get(&program, &format!("/api/v1/activities/{task}")).json()["due_date"].clone();
        assert_eq!(due_on(), json!("2026-03-05"));
        let back = submit(world, &browser, &format!("/opportunities/{id}/undo?version=2&back=/"), &[]);
        assert!(back.status.is_redirection(), "{}", words(&back.text()));
        assert_eq!((due_on(), lines("/")), (json!(TODAY), 2));
        tick(world);

        // Done, the task is done, and no second one is written down for it.
        let next = [("version", "3"), ("next_step", "Visit"), ("next_step_date", "2026-03-09")];
        let done = submit(world, &browser, &format!("/opportunities/{id}/do/step_done"), &next);
        assert!(done.status.is_redirection(), "{}", words(&done.text()));
        let told = world
            .get(&program, &format!("/api/v1/activities?filter=opportunity={id}&sort=created_at"))
            .json();
        let done: Vec<_> =
            told["data"].as_array().expect("rows").iter().map(|one| one["done"].clone()).collect();
        assert_eq!(done, [json!(true), json!(false)], "{told}");
        assert_eq!(lines("/"), 1);
    });
}

#[test]
fn programs_read_the_day_and_put_off() {
    on_each(|world| {
        let (_, _, program) = seller(world, "Ann");
        let id = deal(world, &program, "Ropes", json!({"next_step": "Call Bo", "next_step_date": TODAY}));
        let lead = world.create(&program, "leads", json!({"name": "Grace"}));
        let day = world.get(&program, "/api/v1/today").json();
        assert_eq!((&day["date"], &day["whose"], &day["snoozed"]), (&json!(TODAY), &json!("me"), &json!(0)));
        let names: Vec<_> =
            day["sections"].as_array().expect("sections").iter().map(|one| &one["name"]).collect();
        assert_eq!(names, ["steps", "follow_up", "leads", "meetings"]);
        let line = &day["sections"][0]["items"][0];
        assert_eq!(line["id"], json!(id), "{day}");
        assert_eq!(line["title"], json!("Ropes"));
        assert_eq!((&line["to_do"], &line["when"]), (&json!("Call Bo"), &json!(TODAY)));
        assert_eq!((&line["verb"], &line["record"]["version"]), (&json!("step_done"), &json!(1)));
        assert_eq!(day["sections"][2]["items"][0]["id"], json!(lead));
        assert_eq!(day["month"][1]["value"], json!(0));
        assert!(day["month"][0]["currency"].is_string(), "{day}");

        let act = format!("/api/v1/opportunities/{id}/snooze");
        for (wrong, status) in [
            (json!({"until": TODAY}), 422),
            (json!({"until": "soon"}), 422),
            (json!({}), 422),
            (json!({"until": null, "why": "x"}), 422),
        ] {
            let refused = world.post(&program, &act, wrong.clone());
            assert_eq!(refused.status.as_u16(), status, "{wrong}: {}", refused.text());
        }
        assert_eq!(world.post(&program, &act, json!({"until": "2026-03-04"})).status.as_u16(), 204);
        let off = world.get(&program, "/api/v1/today").json();
        assert_eq!((&off["snoozed"], &off["sections"][0]["items"]), (&json!(1), &json!([])));
        let all = world.get(&program, "/api/v1/today?snoozed=true").json();
        assert_eq!(all["sections"][0]["items"][0]["snoozed_until"], json!("2026-03-04"));
        assert_eq!(world.post(&program, &act, json!({"until": null})).status.as_u16(), 204);
        assert_eq!(world.get(&program, "/api/v1/today").json()["snoozed"], json!(0));

        assert_eq!(world.get(&program, "/api/v1/today?whose=nobody").status.as_u16(), 400);
        let bea = seller(world, "Bea").2;
        assert_eq!(world.post(&bea, &act, json!({"until": "2026-03-04"})).status.as_u16(), 404);
        let none = world.get(&bea, "/api/v1/today?whose=all").json();
        assert!(!none.to_string().contains("Ropes"), "{none}");
        let reader = world.token(&seller(world, "Cy").0, "read");
        let mine = deal(world, &program, "Theirs", json!({}));
        let refused =
            world.post(&reader, &format!("/api/v1/opportunities/{mine}/snooze"), json!({"until": null}));
        assert!(matches!(refused.status.as_u16(), 403 | 404), "{}", refused.text());
    });
}
