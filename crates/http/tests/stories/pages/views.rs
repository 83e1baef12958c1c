//! A list is kept as a view, shown as a tab, shared, moved, begun with and put away.

use serde_json::json;

use super::{account, follow, hidden, id_of, page, submit, words};
use crate::support::{Client, World, on_each};

/// Saves the page at `at` under a name; gives the view's id.
fn save(world: &World, client: &Client, at: &str, name: &str, shared: &str) -> String {
    let form = page(world, client, &format!("/views/new?at={}", at.replace('&', "%26")));
    let fields = [
        ("at", at),
        ("once", &hidden(&form, "once")),
        ("name", name),
        ("shared", shared),
        ("default", "false"),
    ];
    let saved = submit(world, client, "/views", &fields);
    assert_eq!(saved.status.as_u16(), 303, "{}", words(&saved.text()));
    let to = saved.header("location");
    to.split("view=").nth(1).expect("a view").chars().take(13).collect()
}

/// The names on the tabs of a page; the one that is shown in brackets.
fn tabs(html: &str) -> Vec<String> {
    let tabs = html.split("<a class=\"tab\"").skip(1).map(|rest| rest.split("</a>").next().expect("a tab"));
    let named = tabs.map(|tab| {
        let name = words(&format!("<a{tab}</a>"));
        if tab.contains("aria-current") { format!("[{name}]") } else { name }
    });
    named.filter(|name| !name.contains("Board") && !name.contains("List")).collect()
}

#[test]
fn a_list_is_kept_under_a_name() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        account(world, &ada, "Acme");
        account(world, &ada, "Betatech");
        let at = "/accounts?filter=name ~ \"ac\"&sort=-name&column=industry&column=owner";
        let plain = page(world, &ada, "/accounts");
        assert!(tabs(&plain).is_empty() && !plain.contains("/views/new"), "nothing to keep");
        assert!(page(world, &ada, at).contains("/views/new?at=/accounts"));

        let view = save(world, &ada, at, "Those with ac", "none");
        let shown = follow(world, &ada, &world.get(&ada, &format!("/views/{view}")));
        assert_eq!(tabs(&shown), ["All records", "[Those with ac]"]);
        assert!(words(&shown).contains("Acme") && !words(&shown).contains("Betatech"));
        assert!(shown.contains("Industry") && !words(&shown).contains("Save changes"), "as it was kept");

        let other = format!("/accounts?view={view}&filter=name ~ \"beta\"&sort=-name");
        assert!(words(&page(world, &ada, &other)).contains("Save changes Save as new"));
        let kept = submit(world, &ada, &format!("/views/{view}/keep"), &[("at", &other)]);
        let shown = follow(world, &ada, &kept);
        assert!(words(&shown).contains("Betatech") && !words(&shown).contains("Acme"));
        assert_eq!(
            submit(world, &ada, &format!("/views/{view}/keep"), &[("at", "/leads")]).status.as_u16(),
            404
        );

        let named = [("name", "Those with beta"), ("shared", "none"), ("default", "false")];
        let shown = follow(world, &ada, &submit(world, &ada, &format!("/views/{view}"), &named));
        assert_eq!(tabs(&shown), ["All records", "[Those with beta]"]);
        let refused = submit(world, &ada, &format!("/views/{view}"), &[("name", ""), ("shared", "none")]);
        assert_eq!(refused.status.as_u16(), 422);
        assert!(words(&refused.text()).contains("Please fill this in."));

        let stale = submit(world, &ada, &format!("/views/{view}/trash"), &[("version", "1")]);
        assert_eq!(stale.status.as_u16(), 412);
        let now = world.get(&world.program(), &format!("/api/v1/views/{view}")).json()["version"].to_string();
        let gone = submit(world, &ada, &format!("/views/{view}/trash"), &[("version", &now)]);
        let after = follow(world, &ada, &gone);
        assert_eq!(tabs(&after), Vec::<String>::new());
        assert!(words(&after).contains("Those with beta is in the trash Undo"), "{}", words(&after));
        let back = submit(world, &ada, &format!("/views/{view}/restore"), &[]);
        assert_eq!(id_of(&back), view);
        assert_eq!(tabs(&page(world, &ada, "/accounts")), ["[All records]", "Those with beta"]);
    });
}

#[test]
fn views_are_moved_and_one_of_them_is_begun_with() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let at = |word: &str| format!("/accounts?filter=name ~ \"{word}\"");
        let views = ["one", "two", "three"].map(|name| save(world, &ada, &at(name), name, "none"));
        let order = || tabs(&page(world, &ada, "/accounts?view=all"))[1..].to_vec();
        assert_eq!(order(), ["one", "two", "three"]);
        submit(world, &ada, &format!("/views/{}/shift", views[2]), &[("by", "left")]);
        assert_eq!(order(), ["one", "three", "two"]);
        submit(world, &ada, &format!("/views/{}/shift", views[0]), &[("by", "right")]);
        assert_eq!(order(), ["three", "one", "two"]);

        for view in [&views[0], &views[1]] {
            submit(world, &ada, &format!("/views/{view}/first"), &[("default", "true")]);
        }
        let begun = world.get(&ada, "/accounts");
        assert!(begun.header("location").contains(&views[1]), "the last that was said: {begun:?}");
        assert_eq!(tabs(&page(world, &ada, "/accounts?view=all"))[0], "[All records]");
        let other = submit(world, &ada, &format!("/views/{}/first", views[1]), &[("default", "false")]);
        assert_eq!(other.status.as_u16(), 303);
        assert_eq!(world.get(&ada, "/accounts").status.as_u16(), 200);
    });
}

#[test]
fn a_shared_view_shows_what_whoever_looks_may_see() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let (mine, shared) =
            (world.create(&ada, "accounts", json!({"name": "Acme", "industry": "retail"})), "all");
        let at = "/accounts?filter=industry = retail&column=industry&column=annual_revenue";
        let view = save(world, &ada, at, "Retail", shared);
        let own = save(world, &ada, at, "Not for others", "none");

        let bob = world.person_who_may(
            "Bob",
            r#"{"objects": {"account": {"read": "own", "create": "own"}, "user": {"read": "all"}}, "fields": {"account": {"annual_revenue": "hidden"}}}"#,
        );
        let bob = world.browser(&bob);
        world.create(&bob, "accounts", json!({"name": "Bobs own", "industry": "retail"}));
        let shown = follow(world, &bob, &world.get(&bob, &format!("/views/{view}")));
        assert_eq!(tabs(&shown), ["All records", "[Retail]"]);
        let said = words(&shown);
        assert!(said.contains("Bobs own") && !said.contains("Acme") && !shown.contains(&mine), "{said}");
        assert!(
            !said.contains("Annual revenue") && !shown.contains("/views/new?at=/accounts%3Fview"),
            "{said}"
        );
        assert!(!shown.contains(&format!("/views/{view}/edit")), "it is not Bob's to change");
        assert_eq!(world.get(&bob, &format!("/views/{own}")).status.as_u16(), 404);
        assert_eq!(world.get(&bob, &format!("/views/{view}/edit")).status.as_u16(), 403);
        let taken = submit(world, &bob, &format!("/views/{view}"), &[("name", "Mine"), ("shared", "none")]);
        assert_eq!(taken.status.as_u16(), 403);

        let hidden = page(world, &bob, "/accounts?filter=annual_revenue > 5");
        assert!(words(&hidden).contains("annual_revenue"), "what is wrong with the filter is told");
        let program = world.program();
        let list = world.get(&program, "/api/v1/views?filter=object = account").json();
        assert_eq!(list["data"].as_array().map(Vec::len), Some(2));
        let body = json!({"name": "By API", "object": "opportunity", "shape": "board", "query": "filter=amount > 5"});
        let made = world.create(&program, "views", body);
        let board = world.get(&ada, &format!("/views/{made}"));
        assert!(board.header("location").starts_with("/opportunities/board?filter=amount"), "{board:?}");
        assert!(tabs(&follow(world, &ada, &board)).contains(&"[By API]".to_owned()));
        let wrong = json!({"name": "No", "object": "nothing"});
        world.post(&program, "/api/v1/views", wrong).refuses(422, &[("object", "choice")]);
    });
}

#[test]
fn one_chooses_for_oneself_which_shared_view_opens_first() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let at = |word: &str| format!("/accounts?filter=name ~ \"{word}\"");
        let [one, two] = ["one", "two"].map(|name| save(world, &ada, &at(name), name, "all"));
        submit(world, &ada, &format!("/views/{one}/first"), &[("default", "true")]);
        let bob = r#"{"objects": {"account": {"read": "all"}, "user": {"read": "all"}}}"#;
        let bob = world.browser(&world.person_who_may("Bob", bob));
        assert!(world.get(&bob, "/accounts").header("location").contains(&one), "what Ada shares so");
        let shown = page(world, &bob, &format!("/accounts?view={two}"));
        assert!(words(&shown).contains("Open first for me"), "{}", words(&shown));
        let chosen = submit(world, &bob, "/views/first", &[("object", "account"), ("view", &two)]);
        assert!(chosen.header("set-cookie").starts_with(&format!("first=account:{two};")), "{chosen:?}");
        let cookie = |value: &str| bob.clone().with("cookie", &format!("first={value}"));
        let chooses = cookie(&format!("account:{two}"));
        assert!(world.get(&chooses, "/accounts").header("location").contains(&two));
        let shown = page(world, &chooses, &format!("/accounts?view={two}"));
        assert!(words(&shown).contains("Do not open first for me"), "{}", words(&shown));
        assert_eq!(world.get(&cookie("account:all"), "/accounts").status.as_u16(), 200, "all records first");
        let gone = cookie("account:01JC8V7N4QK2M|lead:all");
        assert!(
            world.get(&gone, "/accounts").header("location").contains(&one),
            "what is not there is no choice"
        );
        let wrong = submit(world, &bob, "/views/first", &[("object", "account"), ("view", "01JC8V7N4QK2M")]);
        assert_eq!(wrong.status.as_u16(), 404);
    });
}
