//! An administrator arranges what people choose from: without a script, and the API follows at once.

use serde_json::{Value as Json, json};

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

const PLACE: &str = "/settings/picklists";
const INDUSTRY: &str = "/settings/picklists/account/industry";

/// The keys of a choice, as the API offers them.
fn keys(world: &World, client: &Client, object: &str, field: &str) -> Vec<String> {
    let told = world.get(client, "/api/v1/objects").json();
    let told = told["data"].as_array().expect("objects").iter().find(|one| one["name"] == object);
    let told = told.expect("the object");
    let fields = told["fields"].as_array().expect("fields").iter();
    let field = fields.clone().find(|one| one["name"] == field).expect("the field");
    let options = field["options"].as_array().expect("options").iter();
    let key = |one: &Json| one["key"].as_str().or(one.as_str()).expect("a key").to_owned();
    options.map(key).collect()
}

#[test]
fn options_are_added_renamed_and_put_in_order() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let all = page(world, &ada, PLACE);
        assert!(all.contains(&format!("href=\"{INDUSTRY}\"")) && words(&all).contains("Loss reason"));
        assert!(page(world, &ada, "/settings").contains(&format!("href=\"{PLACE}\"")));
        let before = keys(world, &program, "account", "industry");
        let shown = page(world, &ada, INDUSTRY);
        for key in &before {
            assert!(shown.contains(&format!("data-item=\"{key}\"")), "{key}");
        }

        // The first goes down: every option has a record from then on, and words in all languages stay.
        let mut sent: Vec<(&str, &str)> = before.iter().map(|key| ("item", key.as_str())).collect();
        let act = format!("down {}", before[0]);
        sent.push(("act", &act));
        follow(world, &ada, &submit(world, &ada, INDUSTRY, &sent));
        let after = keys(world, &program, "account", "industry");
        assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
        let me = world.admin.user_id().expect("a person").to_string();
        let speaks = |language: &str| {
            world.patch(&program, &format!("/api/v1/users/{me}"), "*", json!({"language": language}));
        };
        speaks("fr");
        assert!(words(&page(world, &ada, INDUSTRY)).contains("Logiciel"));
        speaks("en");

        let add = [("act", "add"), ("name", "Space travel")];
        assert!(words(&follow(world, &ada, &submit(world, &ada, INDUSTRY, &add))).contains("Space travel"));
        let now = keys(world, &program, "account", "industry");
        assert_eq!(now.last().map(String::as_str), Some("space_travel"), "{now:?}");

        // Each language by itself; where there is none, the first stands in.
        let path = format!("{INDUSTRY}/space_travel");
        let labels =
            [("label_en", "Space"), ("label_fr", "Espace"), ("label_ru", "Космос"), ("colour", "blue")];
        follow(world, &ada, &submit(world, &ada, &path, &labels));
        for (language, wanted) in [("fr", "Espace"), ("ru", "Космос"), ("zh", "Space")] {
            speaks(language);
            assert!(words(&page(world, &ada, INDUSTRY)).contains(wanted), "{language}");
        }
        speaks("en");
        let nameless =
            submit(world, &ada, &path, &[("label_en", " "), ("label_fr", "Espace"), ("colour", "blue")]);
        assert_eq!(nameless.status.as_u16(), 422);
        assert!(nameless.text().contains("Espace"), "what was typed is kept");
    });
}

#[test]
fn an_option_in_use_is_retired_or_becomes_one_with_another() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let option = json!({"object": "account", "field": "industry", "label": "Shops"});
        world.create(&program, "picklist_options", option);
        for name in ["North", "South"] {
            world.create(&program, "accounts", json!({"name": name, "industry": "shops"}));
        }
        let shown = page(world, &ada, INDUSTRY);
        let row = shown.split("data-item=\"shops\"").nth(1).expect("a row");
        assert!(row.contains("/accounts?filter=industry"), "how many hold it, and which");

        assert!(
            words(&follow(world, &ada, &submit(world, &ada, INDUSTRY, &[("act", "retire shops")])))
                .contains("Out of use")
        );
        let held = world.post(&program, "/api/v1/accounts", json!({"name": "West", "industry": "shops"}));
        assert_eq!(held.status.as_u16(), 422);
        follow(world, &ada, &submit(world, &ada, INDUSTRY, &[("act", "reuse shops")]));

        let merge = format!("{INDUSTRY}/shops/merge");
        let asked = words(&page(world, &ada, &merge));
        assert!(asked.contains("Accounts with “Shops”: 2"), "{asked}");
        assert_eq!(submit(world, &ada, &merge, &[("to", "shops")]).status.as_u16(), 422);
        let merged = follow(world, &ada, &submit(world, &ada, &merge, &[("to", "retail")]));
        assert!(words(&merged).contains("2 changed"), "{}", words(&merged));
        let retail = |count: usize| {
            let found = world.get(&program, "/api/v1/accounts?filter=industry=retail").json();
            assert_eq!(found["data"].as_array().map(Vec::len), Some(count));
        };
        retail(2);
        let undo = merged.split("action=\"/bulk/").nth(1).and_then(|rest| rest.split('"').next());
        // What went out of use has to be put back before records can hold it again.
        follow(world, &ada, &submit(world, &ada, INDUSTRY, &[("act", "reuse shops")]));
        let undo = format!("/bulk/{}", undo.expect("an undo").replace("&amp;", "&"));
        follow(world, &ada, &submit(world, &ada, &undo, &[]));
        retail(0);
    });
}

#[test]
fn what_cordee_reckons_with_stays_and_who_may_not_sees_nothing() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let kinds = format!("{PLACE}/stage/kind");
        let shown = page(world, &ada, &kinds);
        assert!(words(&shown).contains("there are no others") && !shown.contains("value=\"add\""));
        for act in ["retire won", "add"] {
            let sent = submit(world, &ada, &kinds, &[("act", act), ("name", "Sold")]);
            assert_eq!(sent.status.as_u16(), 422, "{act}");
        }
        let renamed = [("label_en", "Sold"), ("colour", "green")];
        follow(world, &ada, &submit(world, &ada, &format!("{kinds}/won"), &renamed));
        assert!(words(&page(world, &ada, "/settings/pipelines")).contains("Sold"));
        assert_eq!(world.get(&ada, &format!("{PLACE}/opportunity/state")).status.as_u16(), 404);
        assert_eq!(world.get(&ada, &format!("{PLACE}/account/name")).status.as_u16(), 404);
        let seller = world.browser(&world.person("Sam", "account_executive"));
        for path in [PLACE, INDUSTRY] {
            assert_eq!(world.get(&seller, path).status.as_u16(), 404, "{path}");
        }
        assert!(!page(world, &seller, "/settings").contains(PLACE));
    });
}
