//! Stages ask for what must be there before a deal goes on: fields and a checklist, held at every door and asked in place.

use super::steps::Way;
use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};
use cordee_kit::Imports;
use serde_json::{Value as Json, json};

const PAGE: &str = "/settings/pipelines";

/// Changes all deals, but for what comes next.
const PAT: &str = r#"{"objects": {"*": {"read": "all", "edit": "all"}},
    "fields": {"opportunity": {"next_step": "read_only"}}}"#;

/// Prospecting asks for the next step and a line of its checklist, qualification for the amount and one.
fn asking(world: &World, program: &Client) -> (Way, String, String) {
    let way = Way::of(world, program);
    let ask = |stage: &str, what: Json| {
        let mut body = json!({"stage": way.stage(stage)});
        body.as_object_mut().expect("an object").extend(what.as_object().expect("an object").clone());
        world.create(program, "stage_criteria", body)
    };
    ask("Prospecting", json!({"field": "next_step"}));
    let reached = ask("Prospecting", json!({"name": "Reached somebody"}));
    ask("Qualification", json!({"field": "amount"}));
    let budget = ask("Qualification", json!({"name": "Budget is agreed"}));
    (way, reached, budget)
}

fn deal(world: &World, program: &Client, way: &Way, name: &str) -> (String, String) {
    let body = json!({"name": name, "stage": way.stage("Prospecting"), "pipeline": way.pipeline});
    let id = world.create(program, "opportunities", body);
    (format!("/api/v1/opportunities/{id}"), id)
}

#[test]
fn what_a_stage_asks_for_is_held_at_every_door() {
    on_each(|world| {
        let program = world.program();
        let (way, reached, budget) = asking(world, &program);
        let (qualification, meeting) = (way.stage("Qualification"), way.stage("Demo or meeting"));
        let (path, id) = deal(world, &program, &way, "Ropes");
        let change = |version: &str, body: Json| world.patch(&program, &path, version, body);

        // Changed, in a bulk of rows, made further on, and by a verb: what is passed by asks as well.
        let first = [("next_step", "asked-field"), ("checked", "asked-tick")];
        let told = change("\"1\"", json!({"stage": qualification})).refuses(422, &first);
        assert!(told.to_string().contains("“Prospecting” asks for this first: Reached somebody."), "{told}");
        let both = [
            ("next_step", "asked-field"),
            ("checked", "asked-tick"),
            ("amount", "asked-field"),
            ("checked", "asked-tick"),
        ];
        change("\"1\"", json!({"stage": meeting})).refuses(422, &both);
        let begun = json!({"name": "Masts", "stage": meeting});
        world.post(&program, "/api/v1/opportunities", begun).refuses(422, &both);
        world.post(&program, &format!("{path}/win"), json!({})).refuses(422, &both);
        let rows =
            json!({"rows": [{"do": "update", "id": id, "version": 1, "data": {"stage": qualification}}]});
        let bulk = world.post(&program, "/api/v1/opportunities/bulk", rows).json();
        assert_eq!(bulk["rows"][0]["problem"]["errors"][0]["field"], json!("next_step"), "{bulk}");

        // With it in the same change it goes on; back and to the lost ones nothing is asked.
        let met = json!({"stage": qualification, "next_step": "Call", "checked": [reached]});
        assert_eq!(change("\"1\"", met).status.as_u16(), 200);
        let back = json!({"stage": way.stage("Prospecting"), "checked": []});
        assert_eq!(change("\"2\"", back).status.as_u16(), 200);
        let lost = world.post(&program, &format!("{path}/lose"), json!({"loss_reason": "price"}));
        assert_eq!(lost.status.as_u16(), 200, "{}", lost.text());
        let open = world.post(&program, &format!("{path}/reopen"), json!({}));
        assert_eq!(open.status.as_u16(), 200, "{}", open.text());

        // Stages are passed by for a reason, given with each move; the one where it stands asks all the same.
        let skips = |why: &str| json!({"stage": meeting, "skipped_because": why});
        change("*", skips("Known for years")).refuses(422, &[("checked", "asked-tick")]);
        assert_eq!(change("*", json!({"checked": [reached]})).status.as_u16(), 200);
        assert_eq!(change("*", skips("Known for years")).status.as_u16(), 200);
        assert_eq!(change("*", json!({"stage": way.stage("Prospecting")})).status.as_u16(), 200);
        change("*", json!({"stage": meeting}))
            .refuses(422, &[("amount", "asked-field"), ("checked", "asked-tick")]);
        assert_eq!(change("*", skips("Known for years")).status.as_u16(), 200, "said once more");
        let told = world.get(&program, &path).json();
        assert_eq!(
            (&told["skipped_because"], &told["checked"]),
            (&json!("Known for years"), &json!([reached]))
        );

        // Only what is in a checklist can be ticked.
        let asked = world.get(&program, "/api/v1/stage_criteria?filter=field = amount").json();
        let field = json!({"checked": [asked["data"][0]["id"], budget]});
        change("*", field).refuses(422, &[("checked", "choosable")]);
        assert_eq!(change("*", json!({"checked": [reached, budget]})).status.as_u16(), 200);

        // Who may not set a field is not asked for it.
        let other = deal(world, &program, &way, "Anchors").0;
        let pat = world.token(&world.person_who_may("Pat", PAT), "read_write");
        let asked = world.patch(&pat, &other, "\"1\"", json!({"stage": qualification}));
        asked.refuses(422, &[("checked", "asked-tick")]);
    });
}

#[test]
fn only_what_people_fill_in_can_be_asked_for_and_only_administrators_arrange_it() {
    on_each(|world| {
        let program = world.program();
        let (way, ..) = asking(world, &program);
        let stage = way.stage("Prospecting");
        for (field, error) in [
            ("next_step", "criterion-twice"),
            ("nonsense", "criterion-field"),
            ("stage", "criterion-field"),
            ("name", "criterion-field"),
            ("state", "criterion-field"),
            ("committee", "criterion-field"),
            ("created_at", "criterion-field"),
        ] {
            let body = json!({"stage": stage, "field": field});
            world.post(&program, "/api/v1/stage_criteria", body).refuses(422, &[("field", error)]);
        }
        let nameless = json!({"stage": stage});
        world.post(&program, "/api/v1/stage_criteria", nameless).refuses(422, &[("name", "required")]);
        let seller = world.token(&world.person("Sam", "account_executive"), "read_write");
        let seen = world.get(&seller, "/api/v1/stage_criteria").json();
        assert_eq!(seen["data"].as_array().expect("a list").len(), 4, "who sells sees what is asked for");
        let made = world.post(&seller, "/api/v1/stage_criteria", json!({"stage": stage, "name": "Mine"}));
        assert_eq!(made.status.as_u16(), 403, "{}", made.text());

        // A pipeline that is made of another asks for the same.
        let copied = world.post(
            &program,
            &format!("/api/v1/pipelines/{}/duplicate", way.pipeline),
            json!({"name": "Two"}),
        );
        assert_eq!(copied.status.as_u16(), 200, "{}", copied.text());
        let all = world.get(&program, "/api/v1/stage_criteria?filter=stage.pipeline.name = Two").json();
        let names = all["data"].as_array().expect("a list").iter().map(|one| one["name"].clone());
        let mut names: Vec<String> = names.map(|name| name.as_str().expect("a name").to_owned()).collect();
        names.sort();
        assert_eq!(names, ["Budget is agreed", "Reached somebody", "amount", "next_step"]);
    });
}

#[test]
fn an_import_is_asked_by_row_unless_it_brings_the_past() {
    on_each(|world| {
        let program = world.program();
        asking(world, &program);
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("deals.csv");
        std::fs::write(&file, "Name,Stage\nA,Qualification\nB,Prospecting\n").expect("written");
        let imports: &dyn Imports = cordee_features::registry().imports;
        let run = |incomplete: bool| {
            let mapping = json!({
                "object": "opportunity", "mode": "create_and_update", "match": ["name"], "incomplete": incomplete,
                "columns": [{"column": "Name", "field": "name"}, {"column": "Stage", "field": "stage.name"}],
            });
            let rejects = folder.path().join(format!("rejects-{incomplete}.csv"));
            let import = imports.start(&world.records, &world.admin, &file, &mapping.to_string(), &rejects);
            let (records, import) = (&world.records, import.expect("noted"));
            let done = imports.run(records, &world.admin, import, &mut |_| true).expect("run");
            (done.created, done.failed, std::fs::read_to_string(rejects).unwrap_or_default())
        };
        let (created, failed, rejects) = run(false);
        assert_eq!((created, failed), (1, 1), "{rejects}");
        assert!(rejects.contains("Reached somebody"), "{rejects}");
        let (created, failed, rejects) = run(true);
        assert_eq!((created, failed), (1, 0), "{rejects}");
    });
}

#[test]
fn a_board_and_the_path_of_a_deal_ask_for_exactly_what_is_missing() {
    on_each(|world| {
        let program = world.program();
        let (way, reached, budget) = asking(world, &program);
        let (_, id) = deal(world, &program, &way, "Ropes");
        let ada = world.browser(&world.admin);
        let script = ada.clone().with("accept", "application/json");
        let (moves, here) = (format!("/opportunities/{id}/move"), format!("/opportunities/{id}"));
        let (qualification, meeting) = (way.stage("Qualification"), way.stage("Demo or meeting"));

        // With a script: the address of a dialog, which asks for this and nothing else.
        let refused = submit(world, &script, &moves, &[("stage", qualification), ("version", "1")]).json();
        assert!(refused["detail"].as_str().expect("words").contains("Reached somebody"), "{refused}");
        let ask = refused["ask"].as_str().expect("an address").to_owned();
        let dialog = page(world, &ada.clone().with("hx-request", "true"), &ask);
        assert!(dialog.contains("name=\"next_step\"") && dialog.contains(&reached), "{}", words(&dialog));
        assert!(!dialog.contains("name=\"amount\"") && !dialog.contains(&budget), "{}", words(&dialog));
        assert!(!dialog.contains("skipped_because"), "no stage is passed by");
        let (stage, version) = (hidden(&dialog, "stage"), hidden(&dialog, "version"));
        let half = [("stage", stage.as_str()), ("version", &version), ("next_step", "Call them")];
        let again = submit(world, &ada, &moves, &half);
        assert_eq!(again.status.as_u16(), 422);
        let again = again.text();
        assert!(again.contains("Call them") && again.contains(&format!("name=\"tick\" value=\"{reached}\"")));
        let whole = [half.as_slice(), &[("tick", ""), ("tick", &reached)]].concat();
        let moved = words(&follow(world, &ada, &submit(world, &ada, &moves, &whole)));
        assert!(moved.contains("Moved"), "{moved}");
        let told = world.get(&program, &format!("/api/v1/opportunities/{id}")).json();
        assert_eq!((&told["stage"], &told["checked"]), (&json!(qualification), &json!([reached])));

        // On its page: what is asked for where it stands, once; ticked and filled in there.
        let shown = page(world, &ada, &here);
        assert!(
            words(&shown).contains("Before it leaves Qualification: Amount (still missing) Budget is agreed")
        );
        assert_eq!(words(&shown).matches("Budget is agreed").count(), 1);
        let asks = format!("{here}/asks");
        let turned = submit(world, &ada, &asks, &[("turn", &budget), ("yes", "true")]);
        assert!(follow(world, &ada, &turned).contains("aria-pressed=\"true\""));
        let turned = submit(world, &ada, &asks, &[("turn", &budget)]);
        assert!(
            !follow(world, &ada, &turned)
                .contains("class=\"asks-thing\" type=\"submit\" aria-pressed=\"true\"")
        );
        let form = page(world, &ada, &asks);
        assert!(form.contains("name=\"amount\"") && !form.contains("name=\"next_step\""), "{}", words(&form));
        let version = hidden(&form, "version");
        let sent = [
            ("version", version.as_str()),
            ("amount", "900"),
            ("amount.currency", "EUR"),
            ("tick", budget.as_str()),
        ];
        let saved = words(&follow(world, &ada, &submit(world, &ada, &asks, &sent)));
        assert!(
            saved.contains("Before it leaves Qualification: Amount Budget is agreed All done"),
            "{saved}"
        );

        // By the path, without a script, and back to the page.
        let version = hidden(&page(world, &ada, &here), "version");
        let go = [("stage", meeting), ("version", version.as_str()), ("back", here.as_str())];
        let gone = submit(world, &ada, &moves, &go);
        assert!(gone.header("location").starts_with(&here), "{}", gone.header("location"));
        assert!(
            !words(&follow(world, &ada, &gone)).contains("Before it leaves"),
            "nothing is asked for there"
        );
        // With one, the page is told where to go.
        let version = hidden(&page(world, &ada, &here), "version");
        let go = [("stage", qualification), ("version", version.as_str()), ("back", here.as_str())];
        let gone = submit(world, &script, &moves, &go).json();
        assert!(gone["next"].as_str().expect("an address").starts_with(&here), "{gone}");
    });
}

#[test]
fn forms_and_verbs_ask_for_it_too_and_stages_are_passed_by_for_a_reason() {
    on_each(|world| {
        let program = world.program();
        let (way, reached, budget) = asking(world, &program);
        let (_, id) = deal(world, &program, &way, "Ropes");
        let ada = world.browser(&world.admin);
        let (meeting, here) = (way.stage("Demo or meeting"), format!("/opportunities/{id}"));

        // The form says beforehand which fields it will need, and asks for ticks when it is refused for want of them.
        let asked = submit(world, &ada, &format!("{here}/conditions"), &[("stage", meeting)]).json();
        let required = |name: &str| asked[name]["required"] == json!(true);
        assert!(required("next_step") && required("amount") && !required("loss_reason"), "{asked}");
        let sent = [("version", "1"), ("stage", meeting), ("next_step", "Call")];
        let refused = submit(world, &ada, &here, &sent);
        assert_eq!(refused.status.as_u16(), 422);
        let refused = refused.text();
        assert!(refused.contains(&reached) && refused.contains(&budget), "{}", words(&refused));
        let ticked = [
            ("version", "1"),
            ("stage", meeting),
            ("next_step", "Call"),
            ("amount", "5"),
            ("amount.currency", "EUR"),
            ("tick", reached.as_str()),
            ("tick", budget.as_str()),
        ];
        let saved = submit(world, &ada, &here, &ticked);
        assert_eq!(saved.status.as_u16(), 303, "{}", words(&saved.text()));

        // In place, the refusal names it; a new record is asked in its form.
        let (_, other) = deal(world, &program, &way, "Masts");
        let place = format!("/opportunities/{other}/fields/stage");
        let partial = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        let refused = submit(world, &partial, &place, &[("version", "1"), ("stage", meeting)]);
        assert_eq!(refused.status.as_u16(), 422);
        assert!(words(&refused.text()).contains("Budget is agreed"), "{}", words(&refused.text()));
        let new = [("name", "Anchors"), ("stage", meeting), ("tick.asked", &reached), ("tick", &reached)];
        let refused = submit(world, &ada, "/opportunities", &new).text();
        assert!(refused.contains(&budget) && words(&refused).contains("“Qualification” asks for this first"));
        let why = [("name", "Anchors"), ("stage", meeting), ("skipped_because", "They came to us")];
        assert!(refused.contains("name=\"skipped_because\""), "a new one says why instead");
        assert_eq!(submit(world, &ada, "/opportunities", &why).status.as_u16(), 303);

        // Winning asks at once, in its dialog.
        let win = format!("/opportunities/{other}/do/win");
        let dialog = page(world, &ada, &win);
        assert!(dialog.contains("name=\"next_step\"") && dialog.contains(&budget), "{}", words(&dialog));
        let version = hidden(&dialog, "version");
        let base = [("version", version.as_str()), ("amount", "7"), ("amount.currency", "EUR")];
        let half = submit(world, &ada, &win, &base);
        assert_eq!(half.status.as_u16(), 422);
        assert!(half.text().contains(&reached) && half.text().contains("name=\"next_step\""));
        let ticks = [("next_step", "Deliver"), ("tick", reached.as_str()), ("tick", budget.as_str())];
        let won = submit(world, &ada, &win, &[base.as_slice(), &ticks].concat());
        assert_eq!(won.status.as_u16(), 303, "{}", words(&won.text()));

        // For a reason, stages are passed by: the dialog of a move asks for it where it would help.
        let (path, third) = deal(world, &program, &way, "Sails");
        world.patch(&program, &path, "\"1\"", json!({"next_step": "Call", "checked": [reached]}));
        let moves = format!("/opportunities/{third}/move");
        let dialog = page(world, &ada, &format!("{moves}?stage={meeting}&version=2"));
        assert!(
            dialog.contains("name=\"skipped_because\"") && dialog.contains(&budget),
            "{}",
            words(&dialog)
        );
        let sent = [("stage", meeting), ("version", "2"), ("skipped_because", "They came to us")];
        let moved = words(&follow(world, &ada, &submit(world, &ada, &moves, &sent)));
        assert!(moved.contains("Moved"), "{moved}");
        assert!(words(&page(world, &ada, &format!("/opportunities/{third}"))).contains("They came to us"));
    });
}

#[test]
fn what_a_stage_asks_for_is_arranged_on_a_page_of_its_own() {
    on_each(|world| {
        let program = world.program();
        let way = Way::of(world, &program);
        let ada = world.browser(&world.admin);
        let stage = way.stage("Prospecting");
        let place = format!("{PAGE}/{stage}/asks");
        let overview = page(world, &ada, PAGE);
        assert!(overview.contains(&format!("href=\"{place}\"")) && words(&overview).contains("Nothing"));
        let fields = [("act", "fields"), ("fields", ""), ("fields", "amount"), ("fields", "contact")];
        let shown = follow(world, &ada, &submit(world, &ada, &place, &fields));
        assert!(shown.contains("value=\"amount\" checked") && shown.contains("value=\"contact\" checked"));
        for name in ["Reached somebody", "Knows the price"] {
            follow(world, &ada, &submit(world, &ada, &place, &[("act", "add"), ("name", name)]));
        }
        let nameless = submit(world, &ada, &place, &[("act", "add"), ("name", " ")]);
        assert_eq!(nameless.status.as_u16(), 422);
        assert!(words(&nameless.text()).contains("Knows the price"), "the page stands with what is wrong");

        let lines = || {
            let path = format!("/api/v1/stage_criteria?filter=stage = {stage} and field is empty&sort=order");
            let all = world.get(&program, &path).json();
            let text = |one: &Json, name: &str| one[name].as_str().expect(name).to_owned();
            let all = all["data"].as_array().expect("a list").iter();
            all.map(|one| (text(one, "name"), text(one, "id"))).collect::<Vec<_>>()
        };
        let before = lines();
        let items = [("item", before[0].1.as_str()), ("item", before[1].1.as_str())];
        let down = format!("down {}", before[0].1);
        submit(world, &ada, &place, &[&[("act", down.as_str())], items.as_slice()].concat());
        assert_eq!(lines()[0].0, "Knows the price");
        let script = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        assert_eq!(submit(world, &script, &place, &items).status.as_u16(), 204);
        assert_eq!(lines()[0].0, "Reached somebody");
        submit(world, &ada, &place, &[("act", &format!("take {}", before[0].1))]);
        submit(world, &ada, &place, &[("act", "fields"), ("fields", ""), ("fields", "amount")]);
        assert_eq!(lines().len(), 1);
        let overview = words(&page(world, &ada, PAGE));
        assert!(overview.contains("Amount, Knows the price"), "{overview}");

        let seller = world.browser(&world.person("Sam", "account_executive"));
        let seen = page(world, &seller, PAGE);
        assert!(
            words(&seen).contains("Amount, Knows the price") && !seen.contains(&place),
            "to look at only"
        );
        assert_eq!(world.get(&seller, &place).status.as_u16(), 403);
        assert_eq!(submit(world, &seller, &place, &[("act", "add"), ("name", "Mine")]).status.as_u16(), 403);
        assert_eq!(world.get(&ada, &format!("{PAGE}/{}/asks", way.pipeline)).status.as_u16(), 404);
    });
}

#[test]
fn pipelines_are_put_in_order_and_the_board_follows() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        for name in ["Renewals", "Partners"] {
            follow(world, &ada, &submit(world, &ada, PAGE, &[("act", "new"), ("name", name)]));
        }
        let order = || {
            let all = world.get(&world.program(), "/api/v1/pipelines?sort=order").json();
            let text = |one: &Json, name: &str| one[name].as_str().expect(name).to_owned();
            let all = all["data"].as_array().expect("a list").iter();
            all.map(|one| (text(one, "name"), text(one, "id"))).collect::<Vec<_>>()
        };
        let press = |client: &Client, act: Option<String>, order: &[(String, String)]| {
            let mut sent: Vec<(&str, &str)> = order.iter().map(|(_, id)| ("item", id.as_str())).collect();
            sent.extend(act.iter().map(|act| ("act", act.as_str())));
            submit(world, client, PAGE, &sent)
        };
        let names = || order().into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(), ["Sales", "Renewals", "Partners"]);
        let last = order()[2].1.clone();
        follow(world, &ada, &press(&ada, Some(format!("up {last}")), &order()));
        assert_eq!(names(), ["Sales", "Partners", "Renewals"]);
        let mut turned = order();
        turned.reverse();
        let script = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        assert_eq!(press(&script, None, &turned).status.as_u16(), 204);
        assert_eq!(names(), ["Renewals", "Partners", "Sales"]);
        let board = words(&page(world, &ada, "/opportunities/board"));
        assert!(board.find("Renewals") < board.find("Partners"), "{board}");
        assert!(board.find("Partners") < board.find("Sales"), "{board}");
        let seller = world.browser(&world.person("Sam", "account_executive"));
        assert_eq!(press(&seller, None, &order()[1..]).status.as_u16(), 403);
    });
}
