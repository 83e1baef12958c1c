//! An administrator arranges teams as a tree, without a script and as a script does.

use serde_json::{Value as Json, json};

use super::{follow, page, submit, words};
use crate::support::{Client, World, on_each};

const PAGE: &str = "/settings/teams";

fn team(world: &World, program: &Client, name: &str, parent: Option<&str>) -> String {
    world.create(program, "teams", json!({"name": name, "parent": parent}))
}

fn of(world: &World, program: &Client, path: &str) -> Json {
    world.get(program, &format!("/api/v1/{path}")).json()
}

#[test]
fn teams_stand_below_one_another_with_their_people() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        assert!(words(&page(world, &ada, PAGE)).contains("No teams yet"));
        let europe = team(world, &program, "Europe", None);
        let france = team(world, &program, "France", Some(&europe));
        let anna = world.create(&program, "users", json!({"name": "Anna", "team": france}));
        let bo = world.create(&program, "users", json!({"name": "Bo"}));
        world.create(&program, "users", json!({"name": "Gone", "team": france, "active": false}));

        let shown = page(world, &ada, PAGE);
        let branch = shown.split(&format!("data-branch=\"{europe}\"")).nth(1).expect("a branch");
        assert!(branch.contains("data-name=\"France\""), "below its whole");
        assert!(!shown.contains("Gone"));
        assert!(words(&shown).contains("2 people without a team"), "Ada and Bo: {}", words(&shown));
        assert!(shown.contains(&format!("data-in-place=\"/teams/{europe}/fields/name\"")));
        let settings = page(world, &ada, "/settings");
        assert!(settings.contains("href=\"/settings/teams\"") && !settings.contains("href=\"/teams\""));

        // A new one below another, by the form.
        let ask = page(world, &ada, &format!("{PAGE}/new?under={europe}"));
        assert!(ask.contains(&europe), "it is known below which");
        let made = [("name", "Spain"), ("parent", europe.as_str()), ("manager", "")];
        let made = submit(world, &ada, &format!("{PAGE}/new"), &made);
        assert!(words(&follow(world, &ada, &made)).contains("Spain"));
        let nameless = submit(world, &ada, &format!("{PAGE}/new"), &[("name", ""), ("parent", "")]);
        assert_eq!(nameless.status.as_u16(), 422);

        // People go over by the form, and as a script drags them.
        let go = format!("{PAGE}/people/{bo}");
        assert!(page(world, &ada, &go).contains("France"));
        follow(world, &ada, &submit(world, &ada, &go, &[("team", france.as_str())]));
        assert_eq!(of(world, &program, &format!("users/{bo}"))["team"], json!(france));
        let script = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        let dragged = submit(world, &script, PAGE, &[("person", &anna), ("to", &europe)]);
        assert_eq!(dragged.status.as_u16(), 200);
        assert!(dragged.text().starts_with("<link") || dragged.text().contains("data-teams"));
        assert_eq!(of(world, &program, &format!("users/{anna}"))["team"], json!(europe));
        submit(world, &script, PAGE, &[("person", &anna), ("to", "")]);
        assert_eq!(of(world, &program, &format!("users/{anna}"))["team"], Json::Null);
    });
}

#[test]
fn a_team_goes_nowhere_below_itself_and_only_who_may_moves() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let europe = team(world, &program, "Europe", None);
        let france = team(world, &program, "France", Some(&europe));
        let paris = team(world, &program, "Paris", Some(&france));
        let path = format!("{PAGE}/{europe}/move");
        let circle = submit(world, &ada, &path, &[("parent", paris.as_str())]);
        assert_eq!(circle.status.as_u16(), 422);
        assert!(words(&circle.text()).contains("can’t stand above itself"), "{}", words(&circle.text()));
        let script = ada.clone().with("hx-request", "true").with("hx-request-type", "partial");
        let dragged = submit(world, &script, PAGE, &[("team", &europe), ("to", &paris)]);
        assert_eq!(dragged.status.as_u16(), 422);
        assert!(words(&dragged.text()).contains("can’t stand above itself"));
        follow(world, &ada, &submit(world, &ada, &format!("{PAGE}/{paris}/move"), &[("parent", "")]));
        assert_eq!(of(world, &program, &format!("teams/{paris}"))["parent"], Json::Null);

        let seller = world.browser(&world.person("Sam", "account_executive"));
        let sent = submit(world, &seller, PAGE, &[("team", &france), ("to", "")]);
        assert!(matches!(sent.status.as_u16(), 403 | 404), "{}", sent.status);
        assert_eq!(of(world, &program, &format!("teams/{france}"))["parent"], json!(europe));
        let history = world.get(&program, &format!("/api/v1/teams/{paris}/history")).json();
        assert!(history.to_string().contains("parent"), "{history}");
    });
}
