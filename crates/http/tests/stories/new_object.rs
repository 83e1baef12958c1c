//! A new object is one declaration: list, form, record, import, API, history and permissions follow from it.

use axum::http::StatusCode;
use cordee_base::{Date, Id, Money};
use cordee_kit::{Imports, ReadAs};
use cordee_schema::{
    Choice, Default, Field, Group, Object, choice, date, link, long_text, money, object, person, text,
};
use serde_json::json;

use crate::support::{World, on_each_with};

const TONES: &[Choice] = &[Choice::new("serious"), Choice::new("playful")];
const NAME: Field<String> = text("name").required().searched().sorted();
const SLOGAN: Field<String> = long_text("slogan");
const TONE: Field<String> = choice("tone", TONES).default(Default::Text("serious"));
const BUDGET: Field<Money> = money("budget").tracked();
const LAUNCH: Field<Date> = date("launch").sorted();
const ACCOUNT: Field<Id> = link("account", "account");
const OWNER: Field<Id> = person("owner").default(Default::Me);

static BRAND: Object = object("brand", "brands")
    .owner("owner")
    .fields(&[NAME.def, SLOGAN.def, TONE.def, BUDGET.def, LAUNCH.def, ACCOUNT.def, OWNER.def])
    .list(&["name", "tone", "budget", "account"])
    .form(&[Group {
        name: "main",
        fields: &["name", "slogan", "tone", "budget", "launch", "account", "owner"],
    }]);

#[test]
fn a_new_object_is_there_wherever_objects_are() {
    on_each_with(&[&BRAND], |world| {
        let program = world.program();
        let account = world.create(&program, "accounts", json!({"name": "Acme"}));
        let body = json!({"name": "Rope & Co", "budget": {"amount": "10.50", "currency": "EUR"}, "account": account});
        let id = world.create(&program, "brands", body);

        in_the_api(world, &id);
        on_pages(world, &id);
        in_an_import(world);
        only_for_those_who_may(world, &id);
    });
}

fn in_the_api(world: &World, id: &str) {
    let program = world.program();
    let path = format!("/api/v1/brands/{id}");
    let read = world.get(&program, &path).json();
    assert_eq!((&read["tone"], &read["titles"]["account"]), (&json!("serious"), &json!("Acme")));
    let changed =
        world.patch(&program, &path, "\"1\"", json!({"budget": {"amount": "12", "currency": "EUR"}}));
    assert_eq!(changed.status, StatusCode::OK, "{}", changed.text());
    let history = world.get(&program, &format!("{path}/history")).json();
    assert_eq!(history["data"].as_array().map(Vec::len), Some(2), "{history}");
    let found =
        world.get(&program, "/api/v1/brands?filter=budget > 11 and account.name = Acme&count=exact").json();
    assert_eq!((&found["count"], &found["data"][0]["name"]), (&json!(1), &json!("Rope & Co")));
    let refused = world.post(&program, "/api/v1/brands", json!({"tone": "loud", "slogn": "x"}));
    refused.refuses(422, &[("tone", "choice"), ("slogn", "unknown-field"), ("name", "required")]);
    let document = world.get(&program, "/api/v1/openapi.json").json();
    assert!(document["paths"]["/api/v1/brands/{id}"]["patch"].is_object(), "the document knows its address");
    assert!(document.to_string().contains("playful"), "the document knows its options");
}

fn on_pages(world: &World, id: &str) {
    let browser = world.browser(&world.admin);
    let list = world.get(&browser, "/brands").text();
    assert!(list.contains("Rope &amp; Co") && list.contains("Acme"), "the list shows name and account");
    let form = world.get(&browser, "/brands/new").text();
    for field in ["name", "slogan", "tone", "budget", "launch"] {
        assert!(form.contains(&format!("name=\"{field}\"")), "the form lacks {field}");
    }
    let page = world.get(&browser, &format!("/brands/{id}")).text();
    assert!(
        page.contains("Rope &amp; Co") && page.contains("<span class=\"unit\">€</span>12<"),
        "the record shows name and budget"
    );
}

fn in_an_import(world: &World) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("brands.csv");
    std::fs::write(&file, "Name;Tone;Budget;Account\nKnot;playful;7;Acme\nLoop;serious;;Acme\n")
        .expect("written");
    let imports: &dyn Imports = cordee_features::registry().imports;
    let (records, admin) = (&world.records, &world.admin);
    let look = imports.look(records, admin, &BRAND, &file, &ReadAs::default()).expect("read");
    let targets: Vec<&str> = look.columns.iter().map(|column| column.target.as_str()).collect();
    assert_eq!(targets[..3], ["name", "tone", "budget"]);
    let import = imports.start(records, admin, &file, &look.mapping, &folder.path().join("rejects.csv"));
    let done = imports.run(records, admin, import.expect("noted"), &mut |_| true).expect("run");
    assert_eq!((done.created, done.failed, done.done), (2, 0, true));
}

fn only_for_those_who_may(world: &World, id: &str) {
    let stranger = world.person_who_may("Stranger", "{}");
    let sparing = r#"{"objects": {"*": {"read": "all"}}, "fields": {"brand": {"budget": "hidden"}}}"#;
    let reader = world.person_who_may("Reader", sparing);
    let path = format!("/api/v1/brands/{id}");
    world.get(&world.token(&stranger, "read"), &path).refuses(404, &[]);
    assert_eq!(world.get(&world.browser(&stranger), &format!("/brands/{id}")).status, StatusCode::NOT_FOUND);
    let seen = world.get(&world.token(&reader, "read"), &path).json();
    assert_eq!((&seen["name"], seen.get("budget")), (&json!("Rope & Co"), None));
    let token = world.token(&reader, "read_write");
    let refused = world.post(&token, "/api/v1/brands", json!({"name": "X"}));
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
