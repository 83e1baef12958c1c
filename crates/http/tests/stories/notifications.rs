//! Followers and notifications: who is told of what, once, and only while they see it.

use cordee_base::Problem;
use cordee_records::{Actor, Gate, Reminding};
use serde_json::{Value as Json, json};

use crate::pages::{account, follow, page, submit, words};
use crate::support::{Client, World, on_each};

/// Sees all accounts, and changes them.
const ALL: &str = r#"{"objects": {"account": {"create": "all", "read": "all", "edit": "all", "delete": "all"}, "user": {"read": "all"}}}"#;
/// Sees one's own accounts.
const OWN: &str = r#"{"objects": {"account": {"read": "own"}, "user": {"read": "all"}}}"#;

/// Somebody at a browser and with a program.
struct Person {
    is: Actor,
    id: String,
    program: Client,
}

fn person(world: &World, name: &'static str, grants: &'static str) -> Person {
    let is = world.person_who_may(name, grants);
    let id = is.user_id().expect("a person").to_string();
    Person { program: world.token(&is, "read_write"), is, id }
}

/// Lets the reader of the journal read on to its end.
pub fn read_on(world: &World) {
    let system = Actor::system(world.admin.workspace, "a test");
    let behind = || world.records.is_behind(world.admin.workspace, "notifications").expect("asked");
    while behind() {
        let read = world.records.write_now(&system, |gate| {
            let entries = gate.follow("notifications", 500)?;
            gate.notify(&entries)
        });
        read.expect("read");
    }
}

fn say(world: &World, client: &Client, account: &str, text: &str) -> String {
    let about = json!({"object": "account", "id": account});
    world.create(client, "comments", json!({"about": about, "text": text}))
}

fn give(world: &World, client: &Client, account: &str, owner: &str) {
    let given = world.patch(client, &format!("/api/v1/accounts/{account}"), "*", json!({"owner": owner}));
    assert_eq!(given.status.as_u16(), 200, "{}", given.text());
}

/// What somebody is told after the journal has been read on, the newest first, and how many are unread.
fn told(world: &World, client: &Client) -> (Vec<String>, u64) {
    read_on(world);
    let list = world.get(client, "/api/v1/notifications").json();
    let kinds = list["data"].as_array().cloned().unwrap_or_default();
    let kinds = kinds.iter().map(|one| one["kind"].as_str().expect("a kind").to_owned()).collect();
    (kinds, list["unread"].as_u64().expect("a number"))
}

fn following(world: &World, client: &Client, account: &str) -> Vec<String> {
    let list = world.get(client, &format!("/api/v1/accounts/{account}/followers")).json();
    let data = list["data"].as_array().cloned().unwrap_or_default();
    data.iter().map(|one| one["name"].as_str().expect("a name").to_owned()).collect()
}

fn post(world: &World, client: &Client, path: &str) {
    let answer = world.post(client, path, json!({}));
    assert_eq!(answer.status.as_u16(), 204, "{path}: {}", answer.text());
}

#[test]
fn followers_are_told_of_comments_and_never_of_their_own_doing() {
    on_each(|world| {
        read_on(world);
        let ada = world.program();
        let (rita, ben) = (person(world, "Rita Real", ALL), person(world, "Ben Best", ALL));
        let acme = account(world, &ada, "Acme");
        assert_eq!(following(world, &ada, &acme), ["Ada"], "who made it and owns it");
        say(world, &rita.program, &acme, "@Ben Best, have a look");
        assert_eq!(following(world, &ada, &acme), ["Ada", "Ben Best", "Rita Real"]);
        assert_eq!(told(world, &ada), (vec!["comment".into()], 1));
        assert_eq!(told(world, &ben.program), (vec!["mention".into()], 1));
        assert_eq!(told(world, &rita.program), (Vec::new(), 0));
        let list = world.get(&ben.program, "/api/v1/notifications?unread=true").json();
        let first = &list["data"][0];
        assert_eq!(first["about"]["title"], "Acme", "{list}");
        assert_eq!(first["comment"]["text"], "@Ben Best, have a look");
        assert_eq!((&first["by"]["name"], &first["unread"]), (&"Rita Real".into(), &true.into()));
        // Who has stopped is not put back by the next comment, but is still told where they are mentioned.
        post(world, &ben.program, &format!("/api/v1/accounts/{acme}/unfollow"));
        say(world, &ben.program, &acme, "Looked");
        say(world, &ada, &acme, "Thanks");
        assert_eq!(following(world, &ada, &acme), ["Ada", "Rita Real"]);
        assert_eq!(told(world, &ben.program).1, 1);
        say(world, &rita.program, &acme, "@Ben Best once more");
        assert_eq!(told(world, &ben.program).0, ["mention", "mention"]);
        post(world, &ben.program, &format!("/api/v1/accounts/{acme}/follow"));
        assert_eq!(following(world, &ada, &acme), ["Ada", "Ben Best", "Rita Real"]);
        // A comment that is changed mentions whom it mentions for the first time, nobody twice.
        let said = say(world, &ada, &acme, "@Ben Best");
        let before = told(world, &rita.program).0.len();
        let changed = json!({"text": "@Ben Best and @Rita Real"});
        assert_eq!(world.patch(&ada, &format!("/api/v1/comments/{said}"), "*", changed).status.as_u16(), 200);
        assert_eq!(told(world, &ben.program).0.len(), 3);
        assert_eq!(told(world, &rita.program).0.len(), before + 1);
        // What was removed is not told of any more.
        assert_eq!(world.delete(&ada, &format!("/api/v1/comments/{said}"), "*").status.as_u16(), 204);
        assert_eq!(told(world, &ben.program).0.len(), 2);
    });
}

#[test]
fn changes_that_matter_are_told_once_for_each_change() {
    on_each(|world| {
        read_on(world);
        let ada = world.program();
        let (rita, ben) = (person(world, "Rita Real", ALL), person(world, "Ben Best", ALL));
        let acme = world.create(&ada, "accounts", json!({"name": "Acme", "owner": rita.id}));
        assert_eq!(told(world, &rita.program), (vec!["given".into()], 1));
        assert_eq!(told(world, &ada), (Vec::new(), 0));
        world.patch(&ada, &format!("/api/v1/accounts/{acme}"), "*", json!({"industry": "retail"}));
        assert_eq!(told(world, &rita.program).1, 1, "what does not matter is not told");
        let changed = json!({"owner": ben.id, "name": "Acme Ltd", "industry": "energy"});
        world.patch(&ada, &format!("/api/v1/accounts/{acme}"), "*", changed);
        // Whose it was is told, and whose it is.
        assert_eq!(told(world, &rita.program).0, ["change", "given"]);
        assert_eq!(told(world, &ben.program), (vec!["change".into()], 1));
        let list = world.get(&ben.program, "/api/v1/notifications").json();
        let change = &list["data"][0]["changes"]["owner"];
        assert_eq!(change["titles"], json!({"from": "Rita Real", "to": "Ben Best"}), "{list}");
        assert_eq!(list["data"][0]["changes"].as_object().map(|all| all.len()), Some(1), "{list}");
        // A stage is a place on a board.
        let stage = world.stage(&ada, "open");
        let deal =
            json!({"name": "Rope", "account": acme, "pipeline": stage["pipeline"], "stage": stage["stage"]});
        let deal = world.create(&ada, "opportunities", deal);
        post(world, &world.program(), &format!("/api/v1/opportunities/{deal}/unfollow"));
        let silent = told(world, &ada).0.len();
        let won = world.stage(&ada, "won");
        let moved = json!({"stage": won["stage"]});
        let moved = world.patch(&ada, &format!("/api/v1/opportunities/{deal}"), "*", moved);
        assert_eq!(moved.status.as_u16(), 200, "{}", moved.text());
        assert_eq!(told(world, &ada).0.len(), silent, "nobody is told of their own doing");
    });
}

#[test]
fn what_is_done_to_many_is_told_once() {
    on_each(|world| {
        read_on(world);
        let ada = world.program();
        let rita = person(world, "Rita Real", ALL);
        let rows: Vec<Json> = (0..12)
            .map(|number| json!({"do": "create", "data": {"name": format!("A{number}"), "owner": rita.id}}))
            .collect();
        let made = world.post(&ada, "/api/v1/accounts/bulk", json!({"rows": rows}));
        assert_eq!(made.status.as_u16(), 200, "{}", made.text());
        assert_eq!(told(world, &rita.program), (vec!["many".into()], 1));
        let list = world.get(&rita.program, "/api/v1/notifications").json();
        assert_eq!((&list["data"][0]["count"], &list["data"][0]["object"]), (&12.into(), &"account".into()));
        let shown = words(&page(world, &world.browser(&rita.is), "/notifications"));
        assert!(shown.contains("Ada changed many at once"), "{shown}");
        assert!(shown.contains("Accounts: 12 records"), "{shown}");
    });
}

#[test]
fn what_one_can_no_longer_see_is_not_told_and_not_counted() {
    on_each(|world| {
        read_on(world);
        let ada = world.program();
        let sam = person(world, "Sam Own", OWN);
        let acme = account(world, &ada, "The canary");
        give(world, &ada, &acme, &sam.id);
        say(world, &ada, &acme, "@Sam Own, the secret");
        assert_eq!(told(world, &sam.program), (vec!["mention".into(), "change".into()], 2));
        let list = world.get(&sam.program, "/api/v1/notifications").json();
        let first = list["data"][0]["id"].as_str().expect("an id").to_owned();
        give(world, &ada, &acme, world.admin.user_id().expect("a person").to_string().as_str());
        assert_eq!(told(world, &sam.program), (Vec::new(), 0));
        assert_eq!(following(world, &ada, &acme), ["Ada"], "one follows only what one sees");
        for verb in ["read", "unread"] {
            let place = format!("/api/v1/notifications/{first}/{verb}");
            world.post(&sam.program, &place, json!({})).refuses(404, &[]);
        }
        world.post(&sam.program, &format!("/api/v1/accounts/{acme}/follow"), json!({})).refuses(404, &[]);
        world.get(&sam.program, &format!("/api/v1/accounts/{acme}/followers")).refuses(404, &[]);
        let browser = world.browser(&sam.is);
        for path in ["/notifications", "/notifications?show=all", "/"] {
            let html = page(world, &browser, path);
            assert!(!html.contains("canary") && !html.contains("bell-count"), "{path}");
        }
        // In the trash it is gone for all, and out of it back.
        give(world, &ada, &acme, &sam.id);
        let before = told(world, &sam.program);
        assert_eq!(before.0.len(), 2, "what a program changes within a minute is one change");
        let place = format!("/api/v1/accounts/{acme}");
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        assert_eq!(told(world, &sam.program), (Vec::new(), 0));
        assert_eq!(world.post(&ada, &format!("{place}/restore"), json!({})).status.as_u16(), 200);
        assert_eq!(told(world, &sam.program), before);
        // Nobody reads or marks what another is told.
        let rita = person(world, "Rita Real", ALL);
        world
            .post(&rita.program, &format!("/api/v1/notifications/{first}/read"), json!({}))
            .refuses(404, &[]);
        // Purged, nothing is left of it.
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        assert_eq!(world.post(&ada, &format!("{place}/purge"), json!({})).status.as_u16(), 204);
        assert_eq!(told(world, &sam.program), (Vec::new(), 0));
    });
}

#[test]
fn one_chooses_what_one_is_told_of() {
    on_each(|world| {
        read_on(world);
        let ada = world.program();
        let rita = person(world, "Rita Real", ALL);
        let acme = world.create(&ada, "accounts", json!({"name": "Acme", "owner": rita.id}));
        assert_eq!(told(world, &rita.program).1, 1);
        let browser = world.browser(&rita.is);
        assert!(page(world, &browser, "/settings/profile").contains("All that happens to what I follow"));
        let choose = |what: &str| {
            let fields = [("language", "en"), ("time_zone", "UTC"), ("told_of", what)];
            submit(world, &browser, "/settings/profile", &fields)
        };
        assert_eq!(choose("mentions").status.as_u16(), 303);
        say(world, &ada, &acme, "Nothing for you");
        assert_eq!(told(world, &rita.program).1, 1);
        say(world, &ada, &acme, "@Rita Real: this is");
        assert_eq!(told(world, &rita.program).1, 2);
        assert_eq!(choose("nothing").status.as_u16(), 303);
        say(world, &ada, &acme, "@Rita Real: and this");
        assert_eq!(told(world, &rita.program).1, 2);
        assert_eq!(choose("everything").status.as_u16(), 422);
        assert_eq!(choose("following").status.as_u16(), 303);
        say(world, &ada, &acme, "And so on");
        assert_eq!(told(world, &rita.program).1, 3);
    });
}

#[test]
fn one_reads_what_one_is_told_page_by_page() {
    on_each(|world| {
        read_on(world);
        let (ada, rita) = (world.program(), person(world, "Rita Real", ALL));
        let acme = world.create(&rita.program, "accounts", json!({"name": "Acme"}));
        for number in 0..5 {
            say(world, &ada, &acme, &format!("Number {number}"));
        }
        assert_eq!(told(world, &rita.program).1, 5);
        let mut texts = Vec::new();
        let mut path = "/api/v1/notifications?limit=2".to_owned();
        loop {
            let list = world.get(&rita.program, &path).json();
            for one in list["data"].as_array().expect("data") {
                texts.push(one["comment"]["text"].as_str().expect("a text").to_owned());
            }
            let Some(next) = list["next"].as_str() else { break };
            path = format!("/api/v1/notifications?limit=2&cursor={next}");
        }
        assert_eq!(texts, ["Number 4", "Number 3", "Number 2", "Number 1", "Number 0"]);
        world
            .get(&rita.program, "/api/v1/notifications?cursor=nonsense")
            .refuses(400, &[("cursor", "cursor")]);
        let browser = world.browser(&rita.is);
        let html = page(world, &browser, "/accounts");
        assert!(html.contains(r#"<span class="bell-count" aria-hidden="true">5</span>"#), "the bell counts");
        let html = page(world, &browser, "/notifications");
        assert!(html.contains(&format!("/accounts/{acme}#comment-")), "it leads to what was said");
        let id = world.get(&rita.program, "/api/v1/notifications?limit=1").json()["data"][0]["id"].clone();
        let id = id.as_str().expect("an id");
        let read = submit(world, &browser, &format!("/notifications/{id}/read"), &[]);
        assert!(!words(&follow(world, &browser, &read)).contains("Number 4"));
        assert!(words(&page(world, &browser, "/notifications?show=all")).contains("Number 4"));
        submit(world, &browser, &format!("/notifications/{id}/unread"), &[]);
        assert_eq!(told(world, &rita.program).1, 5);
        submit(world, &browser, "/notifications/read", &[]);
        assert_eq!(told(world, &rita.program).1, 0);
        assert!(words(&page(world, &browser, "/notifications")).contains("All read"));
        // By the button on the record.
        let shown = words(&page(world, &browser, &format!("/accounts/{acme}")));
        assert!(shown.contains("Following Followers: 2 Followers"), "{shown}");
        let stopped = submit(world, &browser, &format!("/accounts/{acme}/unfollow"), &[]);
        let shown = words(&follow(world, &browser, &stopped));
        assert!(shown.contains("Follow Followers: 1 Followers"), "{shown}");
        // A token for reading changes nothing of it.
        let reader = world.token(&rita.is, "read");
        world.post(&reader, &format!("/api/v1/accounts/{acme}/follow"), json!({})).refuses(403, &[]);
        world.post(&reader, "/api/v1/notifications/read", json!({})).refuses(403, &[]);
    });
}

#[test]
fn a_reader_that_is_killed_between_tells_nothing_twice_and_leaves_nothing_out() {
    on_each(|world| {
        read_on(world);
        let (ada, rita) = (world.program(), person(world, "Rita Real", ALL));
        let acme = world.create(&rita.program, "accounts", json!({"name": "Acme"}));
        say(world, &ada, &acme, "@Rita Real, once");
        give(world, &ada, &acme, world.admin.user_id().expect("a person").to_string().as_str());
        let system = Actor::system(world.admin.workspace, "a test");
        // Killed before its work is kept, it begins where it was.
        for _ in 0..3 {
            let killed: Result<(), Problem> = world.records.write_now(&system, |gate| {
                let entries = gate.follow("notifications", 500)?;
                assert!(!entries.is_empty());
                gate.notify(&entries)?;
                Err(Problem::internal("killed"))
            });
            assert!(killed.is_err());
        }
        let list = world.get(&rita.program, "/api/v1/notifications").json();
        assert_eq!(list["unread"], 0, "{list}");
        assert_eq!(told(world, &rita.program), (vec!["change".into(), "mention".into()], 2));
        // Killed after it, before its place was kept by another reader of the same name, it reads all of it again.
        world
            .records
            .write_now(&system, |gate| gate.follow("a second reader", 500).map(drop))
            .expect("begins");
        say(world, &ada, &acme, "@Rita Real, twice");
        let again = |gate: &mut Gate<'_>| {
            let entries = gate.follow("a second reader", 500)?;
            gate.notify(&entries)?;
            gate.notify(&entries)
        };
        world.records.write_now(&system, again).expect("read");
        assert_eq!(told(world, &rita.program).0, ["mention", "change", "mention"]);
    });
}

#[test]
fn what_is_put_off_comes_back_and_the_bell_is_silent_in_quiet_hours() {
    on_each(|world| {
        read_on(world);
        let (ada, rita) = (world.program(), person(world, "Rita", ALL));
        let browser = world.browser(&rita.is);
        let id = account(world, &ada, "Acme");
        give(world, &ada, &id, &rita.id);
        assert_eq!(told(world, &rita.program), (vec!["change".to_owned()], 1));
        let first = world.get(&rita.program, "/api/v1/notifications").json()["data"][0]["id"].clone();
        let later = format!("/notifications/{}/later", first.as_str().expect("an id"));
        assert_eq!(submit(world, &browser, &later, &[("until", "never")]).status.as_u16(), 422);
        let off = submit(world, &browser, &later, &[("until", "tomorrow")]);
        assert!(words(&follow(world, &browser, &off)).contains("Put off"));
        assert!(!words(&page(world, &browser, "/notifications")).contains("Acme"), "put off");
        assert!(words(&page(world, &browser, "/notifications?show=all")).contains("Put off until"));
        assert_eq!(told(world, &rita.program).1, 0);
        world.clock.set("2026-03-03T08:00:00Z".parse().expect("a moment"));
        assert!(words(&page(world, &browser, "/notifications")).contains("Acme"), "it is back");
        assert_eq!(told(world, &rita.program).1, 1);

        let bell = |world: &World| page(world, &browser, "/").contains("1 unread notification");
        assert!(bell(world));
        let profile = |from: &str, to: &str| {
            let fields = [
                ("language", "en"),
                ("time_zone", "UTC"),
                ("told_of", "following"),
                ("told_kinds", "comment"),
                ("single_keys", "true"),
                ("quiet_from", from),
                ("quiet_to", to),
            ];
            submit(world, &browser, "/settings/profile", &fields).status.as_u16()
        };
        assert_eq!(profile("07:00", ""), 422, "both or neither");
        assert_eq!(profile("07:00", "09:00"), 303);
        assert!(!bell(world), "it is eight");
        assert!(
            words(&page(world, &browser, "/notifications")).contains("Acme"),
            "the page tells all the same"
        );
        assert_eq!(profile("20:00", "07:30"), 303);
        assert!(bell(world), "the night is over");

        // Of what was given or changed one wants to hear no more; of what is said, yes.
        let other = account(world, &ada, "Bolt");
        give(world, &ada, &other, &rita.id);
        say(world, &ada, &id, "Hello");
        let kinds = told(world, &rita.program).0;
        assert_eq!(kinds, ["comment", "change"], "nothing of Bolt: {kinds:?}");
    });
}

#[test]
fn a_reminder_opens_what_it_speaks_of_and_the_later_one_takes_its_place() {
    on_each(|world| {
        let rita = world.person("Rita", "head_of_sales");
        let (program, browser) = (world.token(&rita, "read_write"), world.browser(&rita));
        let late = [world.person("Ann", "account_executive"), world.person("Bob", "account_executive")];
        let (user, people) =
            (rita.user_id().expect("a person"), late.map(|one| one.user_id().expect("a person")));
        let system = Actor::system(world.admin.workspace, "a test");
        let remind = |kind: &'static str, object: &'static str, count: u64, key: &'static str| {
            let told = world.records.write_now(&system, move |gate| {
                let object = gate.object(object)?;
                let people = if kind == "late_team" { people.to_vec() } else { Vec::new() };
                let key = key.to_owned();
                gate.remind(vec![Reminding { user, kind, key, object, about: None, count, people }])
            });
            told.expect("told")
        };
        assert_eq!(remind("due", "opportunity", 3, "Monday"), 1);
        assert_eq!(remind("due", "opportunity", 3, "Monday"), 0, "once");
        assert_eq!(remind("due", "opportunity", 4, "Tuesday"), 1);
        assert_eq!(remind("late", "forecast_call", 0, "Friday"), 1);
        assert_eq!(remind("late_team", "forecast_call", 2, "Friday, the team"), 1);
        let list = world.get(&program, "/api/v1/notifications?unread=true").json();
        let of = |kind: &str| {
            let all = list["data"].as_array().expect("data").iter();
            all.filter(|one| one["kind"] == kind).cloned().collect::<Vec<_>>()
        };
        assert_eq!((of("due").len(), list["unread"].as_u64()), (1, Some(3)), "{list}");
        assert_eq!((&of("due")[0]["count"], &of("due")[0]["object"]), (&4.into(), &"opportunity".into()));
        let names: Vec<Json> = of("late_team")[0]["people"].as_array().expect("people").clone();
        assert_eq!(names.iter().map(|one| &one["name"]).collect::<Vec<_>>(), ["Ann", "Bob"], "{list}");

        let html = page(world, &browser, "/notifications");
        let shown = words(&html);
        for said in ["next steps that are due", "Deals: 4 records", "your forecast is late", "Ann, Bob"] {
            assert!(shown.contains(said), "{said}: {shown}");
        }
        let opened = html.matches("notice-link\" href=\"/reports/forecast_calls\"").count();
        assert_eq!(opened, 2, "both lead to the report");
        let list = html.split("href=\"").find(|rest| rest.starts_with("/opportunities?filter=owner"));
        let list = list.and_then(|rest| rest.split('"').next()).expect("a list").replace("&amp;", "&");
        assert_eq!(world.get(&browser, &list).status.as_u16(), 200, "{list}");
        let profile = words(&page(world, &browser, "/settings/profile"));
        assert!(profile.contains("Next steps that are due") && profile.contains("My forecast"), "{profile}");
    });
}
