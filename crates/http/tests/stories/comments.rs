//! Comments: said by those who see a record, changed by those who said them, and with their record wherever it goes.

use cordee_records::Actor;
use serde_json::{Value as Json, json};

use crate::pages::{account, follow, hidden, page, submit, words};
use crate::support::{Answer, Client, World, on_each};

/// Sees and changes one's own accounts only.
const OWN: &str =
    r#"{"objects": {"account": {"create": "own", "read": "own", "edit": "own"}, "user": {"read": "all"}}}"#;
/// Sees all accounts.
const READER: &str = r#"{"objects": {"account": {"read": "all"}, "user": {"read": "all"}}}"#;
/// Sees all accounts, but nothing of what is said.
const SILENT: &str = r#"{"objects": {"account": {"read": "all"}, "comment": {}}}"#;

fn about(account: &str) -> Json {
    json!({"object": "account", "id": account})
}

fn say(world: &World, client: &Client, account: &str, text: &str) -> String {
    world.create(client, "comments", json!({"about": about(account), "text": text}))
}

fn heard(world: &World, client: &Client) -> Vec<String> {
    let told = world.get(client, "/api/v1/comments").json();
    let data = told["data"].as_array().cloned().unwrap_or_default();
    data.iter().map(|one| one["text"].as_str().expect("a text").to_owned()).collect()
}

/// The page that a redirect leads to; a server is not told at which place of it.
fn arrived(world: &World, client: &Client, answer: &Answer) -> String {
    page(world, client, answer.header("location").split('#').next().expect("a path"))
}

fn id(actor: &Actor) -> String {
    actor.user_id().expect("a person").to_string()
}

#[test]
fn who_sees_a_record_says_something_and_only_the_author_changes_it() {
    on_each(|world| {
        let ada = world.program();
        let rita = world.token(&world.person_who_may("Rita Real", READER), "read_write");
        let acme = account(world, &ada, "Acme");
        let said = say(world, &rita, &acme, "They want it by Friday");
        let place = format!("/api/v1/comments/{said}");
        let told = world.get(&ada, &place).json();
        assert_eq!(told["about"], about(&acme), "{told}");
        assert_eq!(told["edited_at"], Json::Null);
        // An administrator does not put words into other people's mouths, but may take them away.
        world.patch(&ada, &place, "\"1\"", json!({"text": "By Monday"})).refuses(403, &[]);
        let changed = world.patch(&rita, &place, "\"1\"", json!({"text": "By Thursday"}));
        assert_eq!(changed.status.as_u16(), 200, "{}", changed.text());
        assert!(changed.json()["edited_at"].is_string());
        let history = world.get(&ada, &format!("{place}/history")).json();
        let change = &history["data"][0]["changes"];
        assert!(
            change.to_string().contains("By Friday") || change.to_string().contains("by Friday"),
            "{change}"
        );
        // Nobody sets who said it, or moves it elsewhere.
        let other = account(world, &ada, "Other");
        world
            .patch(&rita, &place, "*", json!({"about": about(&other)}))
            .refuses(422, &[("about", "read-only")]);
        let as_ada = json!({"about": about(&acme), "text": "I", "author": id(&world.admin)});
        world.post(&rita, "/api/v1/comments", as_ada).refuses(422, &[("author", "read-only")]);
        let own = say(world, &ada, &acme, "Mine");
        world.delete(&rita, &format!("/api/v1/comments/{own}"), "*").refuses(403, &[]);
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        assert_eq!(heard(world, &rita), ["Mine"]);
        assert_eq!(world.post(&rita, &format!("{place}/restore"), json!({})).status.as_u16(), 200);
        assert_eq!(heard(world, &rita).len(), 2);
    });
}

#[test]
fn what_one_may_not_see_is_not_heard_of() {
    on_each(|world| {
        let ada = world.program();
        let sam_is = world.person_who_may("Sam Own", OWN);
        let sam = world.token(&sam_is, "read_write");
        let (hidden, shared) = (account(world, &ada, "Hidden"), account(world, &ada, "Shared"));
        let secret = say(world, &ada, &hidden, "The secret price");
        say(world, &ada, &shared, "The open price");
        let given =
            world.patch(&ada, &format!("/api/v1/accounts/{shared}"), "*", json!({"owner": id(&sam_is)}));
        assert_eq!(given.status.as_u16(), 200, "{}", given.text());
        assert_eq!(heard(world, &sam), ["The open price"]);
        world.get(&sam, &format!("/api/v1/comments/{secret}")).refuses(404, &[]);
        world.patch(&sam, &format!("/api/v1/comments/{secret}"), "*", json!({"text": "x"})).refuses(404, &[]);
        world.delete(&sam, &format!("/api/v1/comments/{secret}"), "*").refuses(404, &[]);
        let on_hidden = json!({"about": about(&hidden), "text": "x"});
        world.post(&sam, "/api/v1/comments", on_hidden).refuses(422, &[("about", "link-missing")]);
        let found = world.get(&sam, "/api/v1/search?q=price").text();
        assert!(found.contains("open price") && !found.contains("secret"), "{found}");
        let counted = world.get(&sam, "/api/v1/comments?count=exact").json();
        assert_eq!(counted["count"], 1, "{counted}");
        let grouped = world.get(&sam, "/api/v1/comments/aggregate?by=author").json();
        assert_eq!(grouped["groups"][0]["count"], 1, "{grouped}");
        let told = world.get(&sam, "/api/v1/changes?since=0&objects=comments").text();
        assert!(told.contains("open price") && !told.contains("secret"), "{told}");
        // A comment is about a record, not about another comment.
        let about_it = json!({"about": {"object": "comment", "id": secret}, "text": "x"});
        world.post(&ada, "/api/v1/comments", about_it).refuses(422, &[("about", "link-missing")]);
        // A role can be kept from what is said.
        let silent = world.token(&world.person_who_may("Silas", SILENT), "read_write");
        world.get(&silent, "/api/v1/comments").refuses(404, &[]);
        let on_shared = json!({"about": about(&shared), "text": "x"});
        world.post(&silent, "/api/v1/comments", on_shared).refuses(404, &[]);
        // A token that only reads says nothing.
        let reader = world.token(&world.admin, "read");
        let read_only = json!({"about": about(&shared), "text": "x"});
        world.post(&reader, "/api/v1/comments", read_only).refuses(403, &[]);
    });
}

#[test]
fn who_is_mentioned_must_see_the_record() {
    on_each(|world| {
        let ada = world.program();
        let sam_is = world.person_who_may("Sam Own", OWN);
        let rita_is = world.person_who_may("Rita Real", READER);
        world.person_who_may("Rita Other", READER);
        let acme = account(world, &ada, "Acme");
        let to =
            |text: &str| world.post(&ada, "/api/v1/comments", json!({"about": about(&acme), "text": text}));
        let told = to("@Sam Own, what do you think?").refuses(422, &[("text", "mention-unseen")]);
        assert!(told["errors"][0]["message"].as_str().is_some_and(|text| text.contains("Sam Own")), "{told}");
        to("@Rita?").refuses(422, &[("text", "mention-several")]);
        assert_eq!(to("@rita real and @nobody").json()["mentioned"], json!(id(&rita_is)));
        assert_eq!(to("@ada@northwind.example").json()["mentioned"], json!(id(&world.admin)));
        let given = json!({"owner": id(&sam_is)});
        world.patch(&ada, &format!("/api/v1/accounts/{acme}"), "*", given);
        assert_eq!(to("@Sam Own").json()["mentioned"], json!(id(&sam_is)));
    });
}

#[test]
fn comments_go_where_their_record_goes() {
    on_each(|world| {
        let ada = world.program();
        let (keep, lose) = (account(world, &ada, "Acme"), account(world, &ada, "Acme Ltd"));
        say(world, &ada, &lose, "About the second");
        let place = format!("/api/v1/accounts/{lose}");
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        assert!(heard(world, &ada).is_empty(), "in the trash with its record");
        assert!(!world.get(&ada, "/api/v1/search?q=second").text().contains("About the second"));
        assert_eq!(world.post(&ada, &format!("{place}/restore"), json!({})).status.as_u16(), 200);
        assert_eq!(heard(world, &ada), ["About the second"]);
        // Merged, and taken apart again.
        let browser = world.browser(&world.admin);
        let fields = [("keep", keep.as_str()), ("version.one", "1"), ("version.other", "3")];
        let merged = submit(world, &browser, &format!("/accounts/{keep}/merge-with/{lose}"), &fields);
        let shown = words(&follow(world, &browser, &merged));
        assert!(shown.contains("About the second"), "{shown}");
        let told = world.get(&ada, "/api/v1/comments").json();
        assert_eq!(told["data"][0]["about"], about(&keep), "{told}");
        submit(world, &browser, &format!("/accounts/{lose}/unmerge"), &[]);
        let told = world.get(&ada, "/api/v1/comments").json();
        assert_eq!(told["data"][0]["about"], about(&lose), "{told}");
        // For good.
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        let since = world.get(&ada, "/api/v1/changes?since=latest").json()["next"].clone();
        let since = since.as_str().map_or_else(|| since.to_string(), str::to_owned);
        let purged = world.post(&ada, &format!("{place}/purge"), json!({}));
        assert_eq!(purged.status.as_u16(), 204, "{}", purged.text());
        let changes = format!("/api/v1/changes?since={since}&objects=comment");
        let told = world.get(&ada, &changes).json();
        let said = (&told["data"][0]["object"], &told["data"][0]["verb"], &told["data"][0]["gone"]);
        assert_eq!(said, (&json!("comment"), &json!("purge"), &json!(true)), "{told}");
        let blind = world.token(&world.person_who_may("Blind", OWN), "read");
        let untold = world.get(&blind, &changes).json();
        assert_eq!(untold["data"], json!([]), "who never saw the record is told nothing of it");
        assert!(heard(world, &ada).is_empty());
        assert_eq!(world.get(&ada, "/api/v1/comments?trash=true&count=exact").json()["count"], 0);
    });
}

#[test]
fn one_writes_changes_and_removes_a_comment_where_the_record_stands() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let acme = account(world, &program, "Acme");
        let path = format!("/accounts/{acme}");
        world.person_who_may("Sam Own", OWN);
        let form = page(world, &ada, &path);
        let once = hidden(&form, "once");
        // What is wrong stands beside the field, and what was written is not lost.
        let wrong = submit(world, &ada, &format!("{path}/comments"), &[("text", "@Sam Own: look")]);
        assert_eq!(wrong.status.as_u16(), 422);
        let shown = wrong.text();
        assert!(
            shown.contains("@Sam Own: look</textarea>") && shown.contains("Sam Own can’t see this"),
            "{shown}"
        );
        let fields = [("text", "Ask @Ada, she knows <b>all</b>\r\nof it"), ("once", &once)];
        let said = submit(world, &ada, &format!("{path}/comments"), &fields);
        let again = submit(world, &ada, &format!("{path}/comments"), &fields);
        assert_eq!(said.header("location"), again.header("location"), "sent twice, said once");
        let shown = page(world, &ada, &path);
        assert!(shown.contains(r#"<span class="mention">@Ada</span>, she knows &lt;b&gt;all"#), "{shown}");
        assert_eq!(shown.matches("she knows").count(), 1);
        let comment = said.header("location").rsplit_once("#comment-").expect("at it").1.to_owned();
        let open = page(world, &ada, &format!("{path}?comment={comment}"));
        assert!(open.contains("of it</textarea>"), "{open}");
        let version = hidden(&open, "version");
        let fields = [("text", "Ask nobody"), ("version", version.as_str())];
        let changed = submit(world, &ada, &format!("{path}/comments/{comment}"), &fields);
        let shown = words(&arrived(world, &ada, &changed));
        assert!(shown.contains("Ask nobody") && shown.contains("edited"), "{shown}");
        let stale = submit(world, &ada, &format!("{path}/comments/{comment}"), &fields);
        assert_eq!(stale.status.as_u16(), 412);
        let led = world.get(&ada, &format!("/comments/{comment}"));
        assert_eq!(led.header("location"), format!("{path}#comment-{comment}"));
        let other = account(world, &program, "Other");
        let astray = submit(world, &ada, &format!("/accounts/{other}/comments/{comment}/remove"), &[]);
        assert_eq!(astray.status.as_u16(), 404);
        let removed = submit(world, &ada, &format!("{path}/comments/{comment}/remove"), &[]);
        let shown = words(&follow(world, &ada, &removed));
        assert!(shown.contains("Comment removed Undo") && !shown.contains("Ask nobody"), "{shown}");
        let back = submit(world, &ada, &format!("/comments/{comment}/restore"), &[]);
        assert_eq!(back.status.as_u16(), 303);
        assert!(words(&page(world, &ada, &path)).contains("Ask nobody"));
        let people = world.get(&ada, &format!("{path}/people?q=a")).json();
        assert_eq!(people[0]["title"], "Ada", "{people}");
        assert!(!people.to_string().contains("Sam"), "who does not see it is not offered");
    });
}

#[test]
fn an_object_made_by_the_company_itself_is_talked_about_like_any_other() {
    on_each(|world| {
        let ada = world.program();
        world.create(&ada, "custom_objects", json!({"label": "Machine", "label_plural": "Machines"}));
        let objects = world.get(&ada, "/api/v1/objects").json();
        let all = objects["data"].as_array().expect("objects");
        let own = all.iter().find(|one| one["label"] == "Machine").expect("the new object");
        let (name, plural) =
            (own["name"].as_str().expect("a name"), own["plural"].as_str().expect("a plural"));
        let press = world.create(&ada, plural, json!({"name": "Press 4"}));
        let text = "It squeaks\n\nAgain";
        let said = json!({"about": {"object": name, "id": press}, "text": text});
        let said = world.create(&ada, "comments", said);
        let shown = words(&page(world, &world.browser(&world.admin), &format!("/{plural}/{press}")));
        assert!(shown.contains("It squeaks") && shown.contains("Followers: 1"), "{shown}");
        let found = world.get(&ada, "/api/v1/search?q=squeaks").json();
        assert!(found.to_string().contains(&said), "{found}");
        assert!(!found.to_string().contains("Again"), "a text of many lines is named by its first: {found}");
        let filter = format!("/api/v1/comments?filter=about = \"{name}:{press}\"");
        assert_eq!(world.get(&ada, &filter).json()["data"][0]["text"], text);
        let place = format!("/api/v1/{plural}/{press}");
        assert_eq!(world.delete(&ada, &place, "*").status.as_u16(), 204);
        assert!(heard(world, &ada).is_empty());
    });
}
