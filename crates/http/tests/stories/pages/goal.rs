//! What the board says of quotas and of the stage that decides.

use cordee_records::Actor;
use cordee_records::system::team::{self, TEAM};
use cordee_records::system::user::{self, USER};
use cordee_schema::{Draft, Value};
use serde_json::{Value as Json, json};

use super::{page, words};
use crate::support::{Client, World, on_each};

const BOARD: &str = "/opportunities/board";

/// A deal of somebody at a stage of this kind that should close, or did, on a day of March.
fn deal(world: &World, program: &Client, owner: &str, amount: &str, kind: &str) {
    let day = if kind == "open" { "expected_close_date" } else { "actual_close_date" };
    let mut body = json!({"name": "Ropes", "owner": owner, "amount": {"amount": amount, "currency": "EUR"}});
    body[day] = json!("2026-03-02");
    if kind == "open" {
        body["probability"] = json!("50");
    }
    let place = world.stage(program, kind);
    body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
    world.create(program, "opportunities", body);
}

fn quota(world: &World, program: &Client, period: &str, whose: (&str, &str), amount: &str) {
    let mut body: Json = json!({"period": period, "amount": {"amount": amount, "currency": "EUR"}});
    body[whose.0] = json!(whose.1);
    world.create(program, "quotas", body);
}

/// What stands above a board, as a script puts it there; nothing where nothing is asked for.
fn goal(world: &World, browser: &Client, board: &str) -> Option<String> {
    let html = page(world, browser, board);
    let (_, after) = html.split_once("data-glimpse=\"")?;
    let asked = after.split('"').next().expect("an address").replace("&amp;", "&");
    let told = world.get(&browser.clone().with("hx-request", "true"), &asked);
    assert_eq!(told.status.as_u16(), 200, "{asked}");
    // Without a script it is the report itself.
    assert!(world.get(browser, &asked).header("location").starts_with("/reports/coverage?period=2026"));
    Some(words(&told.text()))
}

#[test]
fn the_board_tells_how_far_one_is_and_who_has_no_quota_sees_nothing() {
    on_each(|world| {
        let program = world.program();
        let id = |actor: &Actor| actor.user_id().expect("a person").to_string();
        let (ada, me) = (world.browser(&world.admin), id(&world.admin));
        let (rita, ben) =
            (world.person("Rita", "account_executive"), world.person("Ben", "account_executive"));
        for (owner, open, won) in [(&me, "1000", "400"), (&id(&rita), "300", "200"), (&id(&ben), "70", "60")]
        {
            deal(world, &program, owner, open, "open");
            deal(world, &program, owner, won, "won");
        }
        assert_eq!(goal(world, &ada, BOARD), None, "nobody has a quota");
        let nothing = world.get(&ada, "/opportunities/board/goal");
        assert_eq!(nothing.status.as_u16(), 404, "and no page tells of one");

        quota(world, &program, "2026-Q1", ("owner", &me), "1000");
        let said = goal(world, &ada, BOARD).expect("my quota");
        let figures = "Quota €1,000 Won so far €400 Left €600 Weighted €500";
        assert!(said.contains("My quota 2026-Q1") && said.contains(figures), "{said}");
        assert!(said.contains("40%"), "{said}");
        assert_eq!(goal(world, &ada, "/").as_ref(), Some(&said), "and Today tells it");
        assert_eq!(goal(world, &world.browser(&rita), "/"), None);
        // Another sees nothing of it, and a filter asks for others.
        assert_eq!(goal(world, &world.browser(&rita), BOARD), None);
        let of_rita = format!("{BOARD}?filter=owner = {}", id(&rita));
        assert_eq!(goal(world, &ada, &of_rita), None);
        quota(world, &program, "2026-Q1", ("owner", &id(&rita)), "500");
        let said = goal(world, &ada, &of_rita).expect("hers");
        assert!(said.contains("Rita 2026-Q1"), "{said}");
        assert!(said.contains("Quota €500 Won so far €200 Left €300 Weighted €150"), "{said}");
        let said = goal(world, &world.browser(&rita), BOARD).expect("her own");
        assert!(said.contains("My quota 2026-Q1"), "{said}");

        // Who leads a team sees that of its people added up, and once the team has one, that.
        let (lead, people) = (world.admin.user_id().expect("a person"), [rita.user_id(), ben.user_id()]);
        let system = Actor::system(world.admin.workspace, "a test");
        let north = world.records.write_now(&system, move |gate| {
            let north = Draft::new(&TEAM).with(team::NAME, "North".to_owned()).with(team::MANAGER, lead);
            let north = gate.create(north)?;
            for person in people.into_iter().flatten() {
                gate.update(person, None, Draft::new(&USER).with(user::TEAM, north))?;
            }
            Ok(north)
        });
        let north = north.expect("a team").to_string();
        let said = goal(world, &ada, BOARD).expect("the team's");
        assert!(said.contains("North 2026-Q1"), "{said}");
        assert!(said.contains("Quota €500 Won so far €260 Left €240 Weighted €185"), "{said}");
        quota(world, &program, "2026-Q1", ("team", &north), "250");
        let said = goal(world, &ada, BOARD).expect("the team's");
        assert!(said.contains("Quota €250 Won so far €260 Left €0 Weighted €185"), "{said}");

        // Who leads from further above sees the quota of the teams below.
        let (rita_leads, below) = (rita.user_id().expect("a person"), north.parse().expect("an id"));
        let above = world.records.write_now(&system, move |gate| {
            let all = Draft::new(&TEAM).with(team::NAME, "All".to_owned()).with(team::MANAGER, lead);
            let all = gate.create(all)?;
            let draft = Draft::new(&TEAM).with(team::PARENT, all).with(team::MANAGER, rita_leads);
            gate.update(below, None, draft).map(drop)
        });
        above.expect("arranged");
        let said = goal(world, &ada, BOARD).expect("the team's");
        assert!(said.contains("North 2026-Q1") && said.contains("Quota €250"), "{said}");

        // A month tells its own below its total; others have none.
        let by_month = format!("{BOARD}?by=close_date");
        assert!(!page(world, &ada, &by_month).contains("column-goal"));
        quota(world, &program, "2026-03", ("team", &north), "90");
        let html = page(world, &ada, &by_month);
        assert_eq!(html.matches("column-goal").count(), 1);
        assert!(words(&html).contains("Quota €90"), "{}", words(&html));
        assert!(!page(world, &ada, BOARD).contains("column-goal"), "only months have months' quotas");
    });
}

#[test]
fn the_stage_that_decides_is_marked_whether_it_is_found_or_pinned() {
    on_each(|world| {
        let program = world.program();
        let ada = world.browser(&world.admin);
        deal(world, &program, &world.admin.user_id().expect("a person").to_string(), "10", "open");
        let stages = world.get(&program, "/api/v1/stages?filter=kind=open&sort=order&limit=2").json();
        let stage = |at: usize| stages["data"][at]["id"].as_str().expect("a stage").to_owned();
        let pipeline = stages["data"][0]["pipeline"].as_str().expect("a pipeline").to_owned();
        let marked = || words(&page(world, &ada, BOARD));
        assert!(!marked().contains("Key stage"));
        let system = Actor::system(world.admin.workspace, "a test");
        let (found, at) = (stage(0).parse().expect("an id"), pipeline.parse().expect("an id"));
        let kept = world.records.write_now(&system, move |gate| {
            gate.as_engine("as the job does day by day", |gate| {
                let mut draft = Draft::new(gate.object("pipeline")?);
                draft.set("found_key_stage", Value::Link(found));
                gate.update(at, None, draft)
            })
        });
        kept.expect("kept");
        assert!(marked().contains("Key stage from history"));
        let path = format!("/api/v1/pipelines/{pipeline}");
        let pinned = world.patch(&program, &path, "*", json!({"key_stage": stage(1)}));
        assert_eq!(pinned.status.as_u16(), 200, "{}", pinned.text());
        let said = marked();
        assert!(said.contains("Key stage") && !said.contains("from history"), "{said}");
        let by_hand = world.patch(&program, &path, "*", json!({"found_key_stage": stage(1)}));
        assert_eq!(by_hand.status.as_u16(), 422, "{}", by_hand.text());
    });
}
