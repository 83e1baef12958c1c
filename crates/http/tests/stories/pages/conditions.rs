//! Fields that must be filled, or can't be changed, while their record is in a certain state: held at every door.

use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};
use cordee_kit::Imports;
use serde_json::{Value as Json, json};

fn stage(world: &World, program: &Client, kind: &str) -> String {
    world.stage(program, kind)["stage"].as_str().expect("a stage").to_owned()
}

fn deal(world: &World, program: &Client, name: &str) -> String {
    let mut body = json!({"name": name, "amount": {"amount": "100", "currency": "EUR"}});
    let place = world.stage(program, "open");
    body.as_object_mut().expect("an object").extend(place.as_object().expect("an object").clone());
    world.create(program, "opportunities", body)
}

/// A field of the company's own; gives the id of its declaration.
fn own(world: &World, program: &Client, label: &str, mut body: Json) -> String {
    body["object"] = json!("opportunity");
    body["label"] = json!(label);
    if body["kind"].is_null() {
        body["kind"] = json!("text");
    }
    world.create(program, "custom_fields", body)
}

#[test]
fn what_must_be_said_under_a_condition_is_asked_for_at_every_door() {
    on_each(|world| {
        let program = world.program();
        let (id, lost) = (deal(world, &program, "Ropes"), stage(world, &program, "lost"));
        let path = format!("/api/v1/opportunities/{id}");
        world
            .post(&program, "/api/v1/opportunities", json!({"name": "New", "stage": lost}))
            .refuses(422, &[("loss_reason", "required")]);
        let missing = [("loss_reason", "required")];
        world.patch(&program, &path, "\"1\"", json!({"stage": lost})).refuses(422, &missing);
        world.post(&program, &format!("{path}/lose"), json!({})).refuses(422, &missing);
        let rows = json!({"rows": [
            {"do": "update", "id": id, "version": 1, "data": {"stage": lost}},
            {"do": "create", "data": {"name": "Said", "stage": lost, "loss_reason": "price"}},
        ]});
        let bulk = world.post(&program, "/api/v1/opportunities/bulk", rows).json();
        assert_eq!((&bulk["done"], &bulk["refused"]), (&json!(1), &json!(1)), "{bulk}");
        assert_eq!(bulk["rows"][0]["problem"]["errors"][0]["field"], json!("loss_reason"), "{bulk}");

        // What has been said can't be taken back while the condition holds.
        let said = world.patch(&program, &path, "\"1\"", json!({"stage": lost, "loss_reason": "price"}));
        assert_eq!(said.status.as_u16(), 200, "{}", said.text());
        world.patch(&program, &path, "\"2\"", json!({"loss_reason": null})).refuses(422, &missing);
        let open = stage(world, &program, "open");
        let open = world.patch(&program, &path, "\"2\"", json!({"stage": open, "loss_reason": null}));
        assert_eq!(open.status.as_u16(), 200, "{}", open.text());

        // It is told beforehand.
        let objects = world.get(&program, "/api/v1/objects").json();
        let told = objects["data"].as_array().expect("objects").iter().find(|o| o["name"] == "opportunity");
        let fields = told.expect("deals")["fields"].as_array().expect("fields").clone();
        let reason = fields.iter().find(|field| field["name"] == "loss_reason").expect("the field");
        assert_eq!(reason["required_when"], json!("state = lost"));
        let document = world.get(&program, "/api/v1/openapi.json").json();
        let schema = &document["components"]["schemas"]["Opportunity"]["properties"]["loss_reason"];
        assert_eq!(schema["description"], json!("required where state = lost"));
    });
}

#[test]
fn a_form_shows_what_it_needs_as_it_stands_and_what_is_missing_beside_the_field() {
    on_each(|world| {
        let program = world.program();
        let (id, lost) = (deal(world, &program, "Ropes"), stage(world, &program, "lost"));
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, &format!("/opportunities/{id}/edit"));
        let ask = format!("/opportunities/{id}/conditions");
        assert!(form.contains(&format!("data-asks=\"{ask}\"")), "the form says whom to ask");
        let asked = |path: &str, stage: &str| {
            let answer = submit(world, &ada, path, &[("name", "Ropes"), ("stage", stage), ("amount", "so")]);
            assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
            answer.json()["loss_reason"]["required"].as_bool().expect("told")
        };
        assert!(asked(&ask, &lost) && !asked(&ask, &stage(world, &program, "open")));
        assert!(asked("/opportunities/new/conditions", &lost), "a new record is asked as well");

        let sent = [("version", "1"), ("stage", lost.as_str()), ("loss_reason", "")];
        let refused = submit(world, &ada, &format!("/opportunities/{id}"), &sent);
        assert_eq!(refused.status.as_u16(), 422);
        assert!(words(&refused.text()).contains("Please fill this in."), "{}", words(&refused.text()));
        let reason = refused.text();
        let reason = reason.split("data-asked=\"loss_reason\"").nth(1).expect("the field").to_owned();
        let control = &reason[..reason.find("</select>").expect("a choice")];
        assert!(control.contains(" required ") || control.contains(" required>"), "{control}");
        let sent = [("version", "1"), ("stage", lost.as_str()), ("loss_reason", "price")];
        let saved = submit(world, &ada, &format!("/opportunities/{id}"), &sent);
        assert!(words(&follow(world, &ada, &saved)).contains("Lost"));
    });
}

#[test]
fn a_board_asks_for_what_a_column_needs_with_a_script_and_without() {
    on_each(|world| {
        let program = world.program();
        let (first, second) = (deal(world, &program, "Ropes"), deal(world, &program, "Masts"));
        let (ada, lost) = (world.browser(&world.admin), stage(world, &program, "lost"));
        let script = ada.clone().with("accept", "application/json");
        let sent = [("stage", lost.as_str()), ("version", "1")];
        let refused = submit(world, &script, &format!("/opportunities/{first}/move"), &sent);
        let ask = refused.json()["ask"].as_str().expect("an address").to_owned();
        assert_eq!((refused.status.as_u16(), ask.starts_with("/opportunities/")), (422, true), "{ask}");
        let dialog = page(world, &ada.clone().with("hx-request", "true"), &ask);
        assert!(dialog.contains("name=\"loss_reason\"") && !dialog.contains("name=\"amount\""), "{dialog}");
        let (stage, version) = (hidden(&dialog, "stage"), hidden(&dialog, "version"));
        let sent = [("stage", stage.as_str()), ("version", &version), ("loss_reason", "timing")];
        let moved = submit(world, &ada, &format!("/opportunities/{first}/move"), &sent);
        assert!(words(&follow(world, &ada, &moved)).contains("Moved"));

        let sent = [("stage", lost.as_str()), ("version", "1")];
        let asked = submit(world, &ada, &format!("/opportunities/{second}/move"), &sent);
        assert_eq!(asked.status.as_u16(), 422);
        assert!(asked.text().contains("name=\"loss_reason\""), "{}", words(&asked.text()));
    });
}

#[test]
fn a_company_gives_its_own_fields_conditions() {
    on_each(|world| {
        let program = world.program();
        let region = own(world, &program, "Region", json!({}));
        let permit = json!({"required_when": "x_region = export and amount > 50"});
        let permit = own(world, &program, "Permit", permit);
        own(world, &program, "Budget code", json!({"read_only_when": "stage.kind = won"}));
        let id = deal(world, &program, "Ropes");
        let path = format!("/api/v1/opportunities/{id}");
        let change = |version: &str, body: Json| world.patch(&program, &path, version, body);
        change("\"1\"", json!({"x_region": "export"})).refuses(422, &[("x_permit", "required")]);
        let done = change("\"1\"", json!({"x_region": "export", "x_permit": "P-1", "x_budget_code": "B1"}));
        assert_eq!(done.status.as_u16(), 200, "{}", done.text());

        // Read-only once it is won, but not in the change that wins it, nor in the one that opens it again.
        let (won, open) = (stage(world, &program, "won"), stage(world, &program, "open"));
        assert_eq!(change("\"2\"", json!({"stage": won, "x_budget_code": "B2"})).status.as_u16(), 200);
        change("\"3\"", json!({"x_budget_code": "B3"})).refuses(422, &[("x_budget_code", "read-only-now")]);
        let ada = world.browser(&world.admin);
        let form = page(world, &ada, &format!("/opportunities/{id}/edit"));
        let code = form.split("data-asked=\"x_budget_code\"").nth(1).expect("the field");
        assert!(code[..code.find("</div>").expect("an end")].contains("readonly"), "{code:.300}");
        let asked = submit(world, &ada, &format!("/opportunities/{id}/conditions"), &[("stage", &open)]);
        assert_eq!(asked.json()["x_budget_code"]["read_only"], json!(false), "{}", asked.text());
        assert_eq!(change("\"3\"", json!({"stage": open, "x_budget_code": "B4"})).status.as_u16(), 200);

        // A verb is held to it as well.
        own(world, &program, "Lesson", json!({"required_when": "state = lost"}));
        let lose = world.post(&program, &format!("{path}/lose"), json!({"loss_reason": "price"}));
        lose.refuses(422, &[("x_lesson", "required")]);
        let dialog = format!("/opportunities/{id}/do/lose");
        assert!(page(world, &ada, &dialog).contains("name=\"x_lesson\""), "the dialog asks for it at once");
        let without = submit(world, &ada, &dialog, &[("loss_reason", "price"), ("x_lesson", "")]);
        assert_eq!(without.status.as_u16(), 422);
        assert!(without.text().contains("name=\"x_lesson\""), "{}", words(&without.text()));
        let lost = submit(world, &ada, &dialog, &[("loss_reason", "price"), ("x_lesson", "Ask earlier")]);
        assert_eq!(lost.status.as_u16(), 303, "{}", words(&lost.text()));
        let told = world.get(&program, &path).json();
        assert_eq!((&told["state"], &told["x_lesson"]), (&json!("lost"), &json!("Ask earlier")));

        // A condition that could not hold is refused, and so is the end of a field that one reads.
        for (condition, error) in [("nonsense = 1", "unknown-field"), ("amount", "operator")] {
            let body =
                json!({"object": "opportunity", "label": "A", "kind": "text", "required_when": condition});
            let refused = world.post(&program, "/api/v1/custom_fields", body);
            refused.refuses(422, &[("required_when", error)]);
        }
        let reckoned = json!({
            "object": "opportunity", "label": "A", "kind": "formula", "formula": "amount", "required_when": "state = won",
        });
        let reckoned = world.post(&program, "/api/v1/custom_fields", reckoned);
        reckoned.refuses(422, &[("required_when", "condition-reckoned")]);
        let retired = json!({"retired": true});
        let path = format!("/api/v1/custom_fields/{region}");
        world
            .patch(&program, &path, "\"1\"", retired.clone())
            .refuses(422, &[("retired", "condition-reads")]);
        world.patch(&program, &format!("/api/v1/custom_fields/{permit}"), "\"1\"", retired.clone());
        assert_eq!(world.patch(&program, &path, "\"1\"", retired).status.as_u16(), 200);
    });
}

#[test]
fn an_import_tells_what_is_missing_by_row_unless_it_brings_the_past() {
    on_each(|world| {
        let program = world.program();
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("deals.csv");
        std::fs::write(&file, "Name,Stage,Loss reason\nA,Lost,\nB,Lost,price\n").expect("written");
        let imports: &dyn Imports = cordee_features::registry().imports;
        let (records, admin) = (&world.records, &world.admin);
        let run = |incomplete: bool| {
            let mapping = json!({
                "object": "opportunity", "mode": "create_and_update", "match": ["name"], "incomplete": incomplete,
                "columns": [
                    {"column": "Name", "field": "name"},
                    {"column": "Stage", "field": "stage.name"},
                    {"column": "Loss reason", "field": "loss_reason"},
                ],
            });
            let rejects = folder.path().join(format!("rejects-{incomplete}.csv"));
            let import = imports.start(records, admin, &file, &mapping.to_string(), &rejects);
            let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
            (done.created, done.failed, std::fs::read_to_string(rejects).unwrap_or_default())
        };
        let (created, failed, rejects) = run(false);
        assert_eq!((created, failed), (1, 1));
        assert!(rejects.contains("Please fill this in."), "{rejects}");
        let (created, failed, _) = run(true);
        assert_eq!((created, failed), (1, 0), "the past is taken as it is");

        // Whoever works on it later is asked for the reason only when they change what asks for it.
        let found = world.get(&program, "/api/v1/opportunities?filter=name = A").json();
        let path = format!("/api/v1/opportunities/{}", found["data"][0]["id"].as_str().expect("an id"));
        let changed = world.patch(&program, &path, "\"1\"", json!({"next_step": "Ask again"}));
        assert_eq!(changed.status.as_u16(), 200, "{}", changed.text());
    });
}
