//! What stands first: for the people of a role, and how one person wants numbers and weeks.

use serde_json::json;

use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};

/// The id of the role with this key.
fn role(world: &World, program: &Client, key: &str) -> String {
    let all = world.get(program, &format!("/api/v1/roles?filter=key={key}")).json();
    all["data"][0]["id"].as_str().expect("a role").to_owned()
}

/// The objects in the navigation, by the first part of where they lead.
fn navigation(html: &str) -> Vec<String> {
    let nav = html.split("<nav").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("a navigation");
    let hrefs = nav.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.map(|path| path.split('/').next().unwrap_or("").to_owned()).collect()
}

#[test]
fn a_role_says_what_stands_first_and_where_its_people_begin() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let id = role(world, &program, "account_executive");
        let path = format!("/settings/roles/{id}/front");
        let shown = page(world, &ada, &path);
        assert!(page(world, &ada, &format!("/settings/roles/{id}")).contains(&path));
        let version = hidden(&shown, "version");

        // Without a script a button moves, and nothing is written.
        let all = ["@", "@", "account", "contact", "lead", "opportunity", "product"];
        let mut sent: Vec<(&str, &str)> = all.iter().map(|name| ("navigation", *name)).collect();
        sent.extend([
            ("version", version.as_str()),
            ("start", "/leads/board"),
            ("act", "navigation in product"),
        ]);
        let moved = submit(world, &ada, &path, &sent).text();
        let after: Vec<&str> = moved.split("name=\"navigation\" value=\"").skip(1).collect();
        assert!(after[1].starts_with("product"), "it stands first now");
        assert!(moved.contains("value=\"/leads/board\" selected"), "what was chosen is kept");

        let first = ["@", "product", "opportunity", "secret_thing", "@", "account"];
        let mut sent: Vec<(&str, &str)> = first.iter().map(|name| ("navigation", *name)).collect();
        let board = ("start", "/opportunities/board");
        sent.extend([("version", version.as_str()), board]);
        assert!(words(&follow(world, &ada, &submit(world, &ada, &path, &sent))).contains("Saved"));
        let kept = world.get(&program, &format!("/api/v1/roles/{id}")).json();
        assert_eq!(kept["navigation"], json!("product\nopportunity"));
        assert_eq!(kept["start"], json!("/opportunities/board"));
        let late = submit(world, &ada, &path, &sent);
        assert_eq!(late.status.as_u16(), 412, "somebody was first");

        let sam = world.person("Sam", "account_executive");
        let seller = world.browser(&sam);
        let nav = navigation(&page(world, &seller, "/"));
        let at = |name: &str| nav.iter().position(|one| one == name).expect(name);
        assert!(at("products") < at("opportunities") && at("opportunities") < at("accounts"), "{nav:?}");
        let profile = words(&page(world, &seller, "/settings/profile"));
        assert!(profile.contains("where your role begins: Deals"), "{profile}");
        assert_eq!(world.get(&seller, &path).status.as_u16(), 404);
        // Others see what they saw.
        let others = navigation(&page(world, &ada, "/"));
        let at = |name: &str| others.iter().position(|one| one == name).expect(name);
        assert!(at("accounts") < at("products"));
    });
}

#[test]
fn who_signs_in_begins_where_they_like_to_or_where_their_role_does() {
    on_each(|world| {
        let program = world.program();
        let id = role(world, &program, "account_executive");
        let role = format!("/api/v1/roles/{id}");
        let begin = |start: &str| world.patch(&program, &role, "*", json!({"start": start}));
        assert_eq!(begin("/leads").status.as_u16(), 200);
        let new = json!({"name": "Sam", "email": "sam@northwind.example", "role": id, "sign_in": true});
        let sam = world.create(&program, "users", new);
        let ada = world.browser(&world.admin);
        let set = [("password", "a staple of horses")];
        let path = format!("/settings/users/{sam}/password");
        let done = submit(world, &ada, &path, &set);
        assert!(done.status.is_redirection(), "{}", words(&done.text()));
        let sign_in = |client: &Client, next: &str| {
            let who =
                [("email", "sam@northwind.example"), ("password", "a staple of horses"), ("next", next)];
            let answer = submit(world, client, "/sign-in", &who);
            assert_eq!(answer.status.as_u16(), 303, "{}", words(&answer.text()));
            answer.header("location").to_owned()
        };
        let fresh = Client::default().with("sec-fetch-site", "same-origin");
        assert_eq!(sign_in(&fresh, "/"), "/leads");
        assert_eq!(sign_in(&fresh, "/accounts"), "/accounts", "who was on the way goes on");
        let chosen = fresh.clone().with("cookie", "start=/opportunities");
        assert_eq!(sign_in(&chosen, "/"), "/opportunities", "one's own choice counts first");
        begin("/settings/nothing");
        assert_eq!(sign_in(&fresh, "/"), "/settings/nothing");
        world.patch(&program, &role, "*", json!({"grants": "{}", "start": "/leads"}));
        assert_eq!(sign_in(&fresh, "/"), "/", "nobody is led to what they may not see");
    });
}

#[test]
fn numbers_and_weeks_go_as_one_wants() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let amount = json!({"amount": "1234567", "currency": "EUR"});
        let deal = world.create(&program, "opportunities", json!({"name": "Large", "amount": amount}));
        let deal = format!("/opportunities/{deal}");
        assert!(words(&page(world, &ada, &deal)).contains("1,234,567"));
        let kept = submit(world, &ada, "/preferences", &[("numbers", "point_comma"), ("back", "/")]);
        assert!(kept.header("set-cookie").starts_with("style=||point_comma;"), "{:?}", kept.headers);
        let cookie = ada.headers.iter().find(|(name, _)| name == "cookie").expect("a cookie").1.clone();
        let mut dotted = ada.clone();
        dotted.headers.retain(|(name, _)| name != "cookie");
        let dotted = dotted.with("cookie", &format!("{cookie}; style=||point_comma"));
        let shown = words(&page(world, &dotted, &deal));
        assert!(shown.contains("1.234.567"), "{shown}");
        let none = submit(world, &ada, "/preferences", &[("start", ""), ("back", "/")]);
        assert!(
            none.header("set-cookie").contains("start=; ") && none.header("set-cookie").contains("Max-Age=0")
        );

        // It is Monday, the 2nd of March; the Sunday before is in this week for who begins with it.
        world.create(&program, "activities", json!({"subject": "Sunday", "due_date": "2026-03-01"}));
        let found = |client: &Client| {
            let path = "/api/v1/activities?filter=due_date = this_week";
            world.get(client, path).json()["data"].as_array().map(Vec::len)
        };
        assert_eq!(found(&program), Some(0));
        let profile = page(world, &ada, "/settings/profile");
        assert!(profile.contains("name=\"first_day\""));
        let form = [("language", "en"), ("time_zone", "UTC"), ("first_day", "sunday")];
        follow(world, &ada, &submit(world, &ada, "/settings/profile", &form));
        assert_eq!(found(&program), Some(1), "over every door");
        let list = words(&page(world, &ada, "/activities?filter=due_date = this_week"));
        assert!(list.contains("1 record"), "{list}");
        let form = [("language", "en"), ("time_zone", "UTC"), ("first_day", "saturday")];
        follow(world, &ada, &submit(world, &ada, "/settings/profile", &form));
        let week = words(&page(world, &ada, "/activities/calendar"));
        assert!(week.contains("Feb 28 – Mar 6, 2026"), "{week}");
    });
}
