//! How one sells, as a pipeline says it: its stages from a template, their method beside each deal, stages that are skipped
//! for a reason, from which one deals count, and how one goes out of use.

use super::steps::Way;
use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};
use serde_json::{Value as Json, json};

const PAGE: &str = "/settings/pipelines";

fn deal(world: &World, program: &Client, way: &Way, name: &str) -> (String, String) {
    let body = json!({"name": name, "stage": way.stage("Prospecting"), "pipeline": way.pipeline});
    let id = world.create(program, "opportunities", body);
    (format!("/api/v1/opportunities/{id}"), id)
}

fn all(world: &World, client: &Client, path: &str) -> Vec<Json> {
    world.get(client, path).json()["data"].as_array().expect("a list").clone()
}

fn texts(records: &[Json], name: &str) -> Vec<String> {
    records.iter().map(|one| one[name].as_str().unwrap_or("-").to_owned()).collect()
}

#[test]
fn a_pipeline_is_made_of_a_template_in_the_language_of_its_maker() {
    on_each(|world| {
        let program = world.program();
        let seven = json!({"name": "Machines", "template": "seven_steps"});
        let made = world.create(&program, "pipelines", seven);
        let path = format!("/api/v1/stages?filter=pipeline={made}&sort=order&limit=50");
        let stages = all(world, &program, &path);
        let names = [
            "Prospecting",
            "Preparation",
            "Approach",
            "Presentation",
            "Handling objections",
            "Closing",
            "Won",
            "Lost",
            "Follow-up",
        ];
        assert_eq!(texts(&stages, "name"), names);
        let third = &stages[3];
        let told = ["forecast_category", "buying_step", "funnel_part"].map(|name| third[name].clone());
        assert_eq!(told, ["pipeline", "consideration", "middle"].map(|text| json!(text)));
        assert_eq!((&third["expected_days"], &third["kind"]), (&json!(14), &json!("open")));
        assert!(texts(&stages, "description").iter().all(|text| text.len() > 20), "each says what it is for");
        assert!(third["playbook"].as_str().expect("a text").contains("\n- "), "{third}");
        assert_eq!((&stages[6]["playbook"], &stages[7]["playbook"]), (&Json::Null, &Json::Null));

        // What it began with stays as it was; no other is known.
        let path = format!("/api/v1/pipelines/{made}");
        let changed = world.patch(&program, &path, "*", json!({"template": "sales"}));
        assert_eq!(changed.status.as_u16(), 422, "{}", changed.text());
        let other = json!({"name": "Boats", "template": "eight_steps"});
        world.post(&program, "/api/v1/pipelines", other).refuses(422, &[("template", "choice")]);

        // On the page, in the language of whoever makes it; without one it begins empty.
        let chen = world.person("Chen", "administrator");
        let id = chen.user_id().expect("a person").to_string();
        let spoken = world.patch(&program, &format!("/api/v1/users/{id}"), "*", json!({"language": "zh"}));
        assert_eq!(spoken.status.as_u16(), 200, "{}", spoken.text());
        let browser = world.browser(&chen);
        assert!(page(world, &browser, PAGE).contains("name=\"template\""));
        let sent = [("act", "new"), ("name", "Ship"), ("template", "four_steps")];
        let shown = follow(world, &browser, &submit(world, &browser, PAGE, &sent));
        assert!(words(&shown).contains("致电成交"), "{}", words(&shown));
        let empty = submit(world, &browser, PAGE, &[("act", "new"), ("name", "Bare"), ("template", "")]);
        assert_eq!(empty.status.as_u16(), 303);
        assert!(all(world, &program, "/api/v1/stages?filter=pipeline.name=Bare").is_empty());

        // A copy has the stages of the first once, with their method.
        let copied = world.post(&program, &format!("{path}/duplicate"), json!({"name": "More machines"}));
        assert_eq!(copied.status.as_u16(), 200, "{}", copied.text());
        let copy = all(world, &program, "/api/v1/stages?filter=pipeline.name=\"More machines\"&sort=order");
        assert_eq!(texts(&copy, "name"), names);
        assert_eq!(texts(&copy, "playbook"), texts(&stages, "playbook"));

        // Only who arranges pipelines makes one.
        let seller = world.token(&world.person("Sam", "account_executive"), "read_write");
        let mine = world.post(&seller, "/api/v1/pipelines", json!({"name": "Mine", "template": "sales"}));
        assert_eq!(mine.status.as_u16(), 403, "{}", mine.text());
    });
}

#[test]
fn the_method_of_a_stage_stands_beside_the_deal() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let (path, id) = deal(world, &program, &way, "Ropes");
        let stage = format!("/api/v1/stages/{}", way.stage("Qualification"));
        let text = "Ask first:\n- Who <decides>?\n- By when?\n\nThen plan:\n1. A visit\n2. An offer";
        let said = json!({"description": "Find the need.", "playbook": text});
        assert_eq!(world.patch(&program, &stage, "*", said).status.as_u16(), 200);

        let ada = world.browser(&world.admin);
        let here = format!("/opportunities/{id}");
        let first = page(world, &ada, &here);
        assert!(words(&first).contains("How to sell in “Prospecting”"), "{}", words(&first));
        assert!(first.contains("<details class=\"guide\">"), "what is long is folded");
        world.patch(&program, &path, "*", json!({"stage": way.stage("Qualification")}));
        let shown = page(world, &ada, &here);
        let guide = "<p>Ask first:</p><ul><li>Who &lt;decides&gt;?</li><li>By when?</li></ul><p>Then plan:</p>\
            <ol start=\"1\"><li>A visit</li><li>An offer</li></ol>";
        assert!(shown.contains(guide), "paragraphs and lists: {shown}");
        assert!(
            words(&shown).contains("How to sell in “Qualification”")
                && words(&shown).contains("Find the need.")
        );
        assert!(shown.contains("<details class=\"guide\" open>"), "what is short is not folded");
        let edit = format!("href=\"/stages/{}/edit\"", way.stage("Qualification"));
        assert!(shown.contains(&edit));

        // A seller reads it and does not change it; where nothing is said, nothing stands.
        let sam = world.person("Sam", "account_executive");
        let seller = world.browser(&sam);
        let owner = json!({"owner": sam.user_id().expect("a person").to_string()});
        world.patch(&program, &path, "*", owner);
        let read = page(world, &seller, &here);
        assert!(words(&read).contains("Find the need.") && !read.contains(&edit));
        world.patch(&program, &stage, "*", json!({"description": null, "playbook": null}));
        assert!(!page(world, &ada, &here).contains("class=\"guide\""));
    });
}

#[test]
fn a_pipeline_may_want_to_know_why_stages_are_skipped() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let (qualification, meeting) = (way.stage("Qualification"), way.stage("Demo or meeting"));
        let pipeline = format!("/api/v1/pipelines/{}", way.pipeline);
        let (path, id) = deal(world, &program, &way, "Ropes");
        let to = |path: &str, body: Json| world.patch(&program, path, "*", body);

        // As long as it does not, they may be skipped.
        let (free, _) = deal(world, &program, &way, "Masts");
        assert_eq!(to(&free, json!({"stage": meeting})).status.as_u16(), 200);
        assert_eq!(to(&pipeline, json!({"explains_skips": true})).status.as_u16(), 200);

        let told = to(&path, json!({"stage": meeting}));
        let told = told.refuses(422, &[("skipped_because", "asked-because")]);
        assert!(told.to_string().contains("Stages are skipped here: Qualification."), "{told}");
        let win = world.post(&program, &format!("{path}/win"), json!({}));
        win.refuses(422, &[("skipped_because", "asked-because")]);
        // One step on, back, lost and taken up again: nothing is skipped; a new one begins where it stands.
        assert_eq!(to(&path, json!({"stage": qualification})).status.as_u16(), 200);
        assert_eq!(to(&path, json!({"stage": way.stage("Prospecting")})).status.as_u16(), 200);
        let lost = world.post(&program, &format!("{path}/lose"), json!({"loss_reason": "price"}));
        assert_eq!(lost.status.as_u16(), 200, "{}", lost.text());
        assert_eq!(world.post(&program, &format!("{path}/reopen"), json!({})).status.as_u16(), 200);
        world.create(&program, "opportunities", json!({"name": "Anchors", "stage": meeting}));

        // A drag on the board asks for it in place.
        let later = |text: &str| world.clock.set(text.parse().expect("a moment"));
        let (sails, third) = deal(world, &program, &way, "Sails");
        let ada = world.browser(&world.admin);
        let script = ada.clone().with("accept", "application/json");
        let moves = format!("/opportunities/{third}/move");
        let refused = submit(world, &script, &moves, &[("stage", meeting), ("version", "1")]).json();
        let ask = refused["ask"].as_str().expect("an address").to_owned();
        let dialog = page(world, &ada.clone().with("hx-request", "true"), &ask);
        assert!(
            dialog.contains("name=\"skipped_because\"") && words(&dialog).contains("Skipped: Qualification.")
        );
        let (stage, version) = (hidden(&dialog, "stage"), hidden(&dialog, "version"));
        let base = [("stage", stage.as_str()), ("version", version.as_str())];
        let silent = submit(world, &ada, &moves, &[base.as_slice(), &[("skipped_because", "")]].concat());
        assert_eq!(silent.status.as_u16(), 422);
        let why = [("skipped_because", "They bought from us before")];
        later("2026-03-04T09:00:00Z");
        let moved = submit(world, &ada, &moves, &[base.as_slice(), &why].concat());
        assert!(words(&follow(world, &ada, &moved)).contains("Moved"));

        // It is told on the path, and stays there when the deal goes on.
        later("2026-03-06T09:00:00Z");
        assert_eq!(to(&sails, json!({"stage": way.stage("Proposal")})).status.as_u16(), 200);
        let shown = page(world, &ada, &format!("/opportunities/{third}"));
        assert!(
            words(&shown).contains("Skipped: Qualification They bought from us before"),
            "{}",
            words(&shown)
        );
        assert_eq!(shown.matches("data-skipped").count(), 1);
        later("2026-03-08T09:00:00Z");

        // Winning asks for it in its dialog, and only where it must.
        let dialog = page(world, &ada, &format!("/opportunities/{id}/do/win"));
        assert!(dialog.contains("name=\"skipped_because\""), "{}", words(&dialog));
        let last = format!("/api/v1/opportunities/{third}");
        assert_eq!(to(&last, json!({"stage": way.stage("Negotiation and commitment")})).status.as_u16(), 200);
        let dialog = page(world, &ada, &format!("/opportunities/{third}/do/win"));
        assert!(!dialog.contains("name=\"skipped_because\""), "{}", words(&dialog));
        let version = hidden(&page(world, &ada, &format!("/opportunities/{id}/do/win")), "version");
        let sent = [("version", version.as_str()), ("skipped_because", "A call was enough")];
        let won = submit(world, &ada, &format!("/opportunities/{id}/do/win"), &sent);
        assert_eq!(won.status.as_u16(), 303, "{}", words(&won.text()));
        let told = world.get(&program, &path).json();
        assert_eq!((&told["state"], &told["skipped_because"]), (&json!("won"), &json!("A call was enough")));
    });
}

#[test]
fn deals_count_as_opportunities_from_a_stage_on() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let pipeline = format!("/api/v1/pipelines/{}", way.pipeline);
        let (early, _) = deal(world, &program, &way, "Early");
        let (late, _) = deal(world, &program, &way, "Late");
        let (gone, _) = deal(world, &program, &way, "Gone");
        let to = |path: &str, body: Json| {
            let answer = world.patch(&program, path, "*", body);
            assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
        };
        let counts = |path: &str| world.get(&program, path).json()["counts"].clone();
        let metric =
            |name: &str| world.get(&program, &format!("/api/v1/metrics/{name}")).json()["total"].clone();
        to(&late, json!({"stage": way.stage("Proposal")}));
        assert_eq!([&early, &late].map(|path| counts(path)), [json!(true), json!(true)]);
        assert_eq!(metric("opportunity_count")["n"], json!(3));

        // Those that stand there are counted anew when the pipeline says otherwise.
        to(&pipeline, json!({"counts_from": way.stage("Qualification")}));
        assert_eq!([&early, &late].map(|path| counts(path)), [json!(false), json!(true)]);
        assert_eq!(metric("opportunity_count")["n"], json!(1));
        let listed = all(world, &program, "/api/v1/opportunities?filter=counts = no");
        let mut names = texts(&listed, "name");
        names.sort();
        assert_eq!(names, ["Early", "Gone"]);

        // What is lost before it counts is no lost opportunity; what was bought counts wherever it came from.
        let lose = json!({"loss_reason": "price"});
        assert_eq!(world.post(&program, &format!("{gone}/lose"), lose.clone()).status.as_u16(), 200);
        assert_eq!(counts(&gone), json!(false));
        assert_eq!(metric("win_rate")["n"], json!(0));
        assert_eq!(world.post(&program, &format!("{late}/lose"), lose).status.as_u16(), 200);
        assert_eq!(counts(&late), json!(true));
        to(&early, json!({"stage": way.stage("Won"), "amount": {"amount": "10", "currency": "EUR"}}));
        assert_eq!(counts(&early), json!(true));
        let rate = metric("win_rate");
        assert_eq!((&rate["value"], &rate["n"]), (&json!(0.5), &json!(2)), "{rate}");

        // The order of the stages says what comes before.
        let (third, _) = deal(world, &program, &way, "Third");
        assert_eq!(counts(&third), json!(false));
        let prospecting = format!("/api/v1/stages/{}", way.stage("Prospecting"));
        to(&prospecting, json!({"order": 3}));
        to(&format!("/api/v1/stages/{}", way.stage("Qualification")), json!({"order": 1}));
        assert_eq!(counts(&third), json!(true));
        to(&pipeline, json!({"counts_from": null}));
        assert_eq!(metric("opportunity_count")["n"], json!(3), "but for what was lost early");

        // It is one of its own stages, in which deals are open; nobody sets it by hand.
        let won = json!({"counts_from": way.stage("Won")});
        world.patch(&program, &pipeline, "*", won).refuses(422, &[("counts_from", "choosable")]);
        let by_hand = world.patch(&program, &third, "*", json!({"counts": false}));
        assert_eq!(by_hand.status.as_u16(), 422, "{}", by_hand.text());
    });
}

#[test]
fn a_stage_goes_out_of_use_with_where_its_deals_go() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let (from, to) = (way.stage("Qualification"), way.stage("Proposal"));
        let (path, id) = deal(world, &program, &way, "Ropes");
        world.patch(&program, &path, "*", json!({"stage": from}));
        let stage = format!("/api/v1/stages/{from}");

        // Neither it nor its pipeline can be thrown away from under open deals.
        for held in [&stage, &format!("/api/v1/pipelines/{}", way.pipeline)] {
            let refused = world.delete(&program, held, "*");
            assert_eq!(refused.status.as_u16(), 422, "{}", refused.text());
            assert!(refused.text().contains("open record"), "{}", refused.text());
        }
        let retire = |client: &Client, body: Json| world.post(client, &format!("{stage}/retire"), body);
        retire(&program, json!({})).refuses(422, &[("to", "stage-holds")]);
        for wrong in [from, way.stage("Won")] {
            retire(&program, json!({"to": wrong})).refuses(422, &[("to", "stage-goal")]);
        }
        let seller = world.token(&world.person("Sam", "account_executive"), "read_write");
        assert_eq!(retire(&seller, json!({"to": to})).status.as_u16(), 403);

        // Nobody is asked for what stages ask or why they are skipped when the way itself changes.
        let strict = json!({"explains_skips": true});
        world.patch(&program, &format!("/api/v1/pipelines/{}", way.pipeline), "*", strict);
        let done = retire(&program, json!({"to": to}));
        assert_eq!(done.status.as_u16(), 200, "{}", done.text());
        assert_eq!(world.get(&program, &path).json()["stage"], json!(to));
        assert_eq!(world.get(&program, &stage).json()["active"], json!(false));
        assert_eq!(retire(&program, json!({})).status.as_u16(), 422, "it is out of use already");

        // What was is still told: on the way of the deal, and by figures of that time.
        let ada = world.browser(&world.admin);
        let shown = words(&page(world, &ada, &format!("/opportunities/{id}")));
        assert!(shown.contains("Qualification"), "in its history: {shown}");
        // Without deals it goes at once.
        let empty = format!("/api/v1/stages/{}/retire", way.stage("Demo or meeting"));
        assert_eq!(world.post(&program, &empty, json!({})).status.as_u16(), 200);
        assert_eq!(world.delete(&program, &stage, "*").status.as_u16(), 204, "nobody stands there");
    });
}

#[test]
fn next_steps_are_planned_one_after_the_other() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let sam = world.person("Sam", "account_executive");
        let owner = json!(sam.user_id().expect("a person").to_string());
        let make = |name: &str, more: Json| {
            let mut body = json!({"name": name, "stage": way.stage("Prospecting"), "owner": owner});
            body.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
            world.create(&program, "opportunities", body)
        };
        let (bare, late) =
            (make("Ropes", json!({})), json!({"next_step": "Call", "next_step_date": "2026-02-20"}));
        let late = make("Masts", late);
        make("Sails", json!({"next_step": "Meet", "next_step_date": "2026-03-20"}));
        make("Gone", json!({"stage": way.stage("Won"), "amount": {"amount": "1", "currency": "EUR"}}));
        world.create(&program, "opportunities", json!({"name": "Of Ada", "stage": way.stage("Prospecting")}));

        // One's own open deals without a step that is still to come, from where the day begins.
        let seller = world.browser(&sam);
        assert!(page(world, &seller, "/").contains("href=\"/opportunities/plan\""));
        let shown = page(world, &seller, "/opportunities/plan");
        for (name, there) in
            [("Ropes", true), ("Masts", true), ("Sails", false), ("Gone", false), ("Of Ada", false)]
        {
            assert_eq!(words(&shown).contains(name), there, "{name}: {}", words(&shown));
        }
        // Of a list: all that it shows and that is open.
        let list = page(world, &seller, "/opportunities?filter=name=Sails");
        assert!(list.contains("/opportunities/plan?filter="), "{list}");
        assert!(words(&page(world, &seller, "/opportunities/plan?filter=name=Sails")).contains("Sails"));

        // With a script: the day in a word; what is wrong stands at its field.
        let script = seller.clone().with("accept", "application/json");
        let post = |id: &str, fields: &[(&str, &str)]| {
            submit(world, &script, &format!("/opportunities/{id}/plan"), fields)
        };
        let said = [("version", "1"), ("next_step", "Send the offer"), ("next_step_date", "fri")];
        let planned = post(&bare, &said).json();
        assert_eq!((&planned["version"], &planned["text"]), (&json!(2), &json!("Planned for Fri Mar 6")));
        let deal = world.get(&program, &format!("/api/v1/opportunities/{bare}")).json();
        let told = ["next_step", "next_step_date"].map(|name| deal[name].clone());
        assert_eq!(told, ["Send the offer", "2026-03-06"].map(|text| json!(text)));
        let wrong = post(&late, &[("version", "1"), ("next_step", "Call"), ("next_step_date", "someday")]);
        assert_eq!(wrong.status.as_u16(), 422);
        assert_eq!(wrong.json()["field"], json!("next_step_date"));
        assert_eq!(post(&bare, &said).status.as_u16(), 412, "somebody was quicker");

        // Without one: the form stands with what was typed; then one comes back to what is left.
        let path = format!("/opportunities/{late}/plan");
        let sent = [
            ("version", "1"),
            ("next_step", "Ask Bo"),
            ("next_step_date", ""),
            ("back", "/opportunities/plan"),
        ];
        let again = submit(world, &seller, &path, &sent);
        assert_eq!(again.status.as_u16(), 422);
        assert!(again.text().contains("value=\"Ask Bo\""), "{}", words(&again.text()));
        let sent = [
            ("version", "1"),
            ("next_step", "Ask Bo"),
            ("next_step_date", "+2"),
            ("back", "/opportunities/plan"),
        ];
        let left = words(&follow(world, &seller, &submit(world, &seller, &path, &sent)));
        assert!(left.contains("Every deal has a next step with a date"), "{left}");

        // What one may not see or change is not planned.
        let other = world.browser(&world.person("Ona", "account_executive"));
        let sent = [("version", "2"), ("next_step", "Mine"), ("next_step_date", "+1")];
        assert_eq!(submit(world, &other, &path, &sent).status.as_u16(), 404);
        let pat =
            world.browser(&world.person_who_may("Pat", r#"{"objects": {"opportunity": {"read": "all"}}}"#));
        assert_eq!(submit(world, &pat, &path, &sent).status.as_u16(), 404);
        assert!(!page(world, &pat, "/opportunities").contains("/opportunities/plan"));
    });
}

#[test]
fn the_key_stage_is_marked_on_the_board() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let ada = world.browser(&world.admin);
        assert!(!page(world, &ada, "/opportunities/board").contains("column-key"));
        let pinned = json!({"key_stage": way.stage("Proposal")});
        let path = format!("/api/v1/pipelines/{}", way.pipeline);
        assert_eq!(world.patch(&program, &path, "*", pinned).status.as_u16(), 200);
        let board = page(world, &ada, "/opportunities/board");
        assert_eq!(board.matches("column-key").count(), 1);
        let at = board.find("column-key").expect("it is marked");
        assert!(board[..at].rfind("Proposal") > board[..at].rfind("Demo or meeting"));
    });
}
