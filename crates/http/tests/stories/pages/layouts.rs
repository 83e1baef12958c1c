//! An administrator arranges an object: by its page without a script, over the API; all that shows it follows at once.

use axum::http::StatusCode;
use serde_json::json;

use super::{follow, hidden, page, submit, words};
use crate::support::{Client, World, on_each};

const ACCOUNT: &str = "/settings/objects/account";

/// What a page of an arrangement would send as it stands: the names under which it sends something, with the values.
fn standing(html: &str) -> Vec<(String, String)> {
    let form = html.split("data-arrange").nth(1).expect("an arrangement");
    let (mut sent, mut rest) = (Vec::new(), form);
    while let Some(at) = rest.find("<input") {
        rest = &rest[at..];
        let tag = &rest[..rest.find('>').expect("an end")];
        let template = rest[..].find("</template>").is_some_and(|end| !rest[..end].contains("<template"));
        let part = |name: &str| {
            let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
            Some(tag[from..from + tag[from..].find('"')?].replace("&amp;", "&"))
        };
        if let (Some(name), false) = (part("name"), template) {
            sent.push((name, part("value").unwrap_or_default()));
        }
        rest = &rest[1..];
    }
    sent
}

/// Sends an arrangement with what was pressed.
fn press(
    world: &World,
    client: &Client,
    path: &str,
    form: &[(String, String)],
    act: &str,
) -> crate::support::Answer {
    let sent: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    submit(world, client, path, &[sent.as_slice(), &[("act", act)]].concat())
}

/// The names that stand in the form of a new account, in their order.
fn fields(world: &World, client: &Client) -> Vec<String> {
    let html = page(world, client, "/accounts/new");
    let names = html.split("id=\"field-").skip(1).filter_map(|part| part.split('"').next());
    let mut names: Vec<String> =
        names.map(|name| name.split('-').next().unwrap_or(name).to_owned()).collect();
    names.dedup();
    names
}

fn place(names: &[String], name: &str) -> usize {
    let at = names.iter().position(|known| known == name);
    assert!(at.is_some(), "{name} among {names:?}");
    at.expect("it stands there")
}

#[test]
fn a_form_is_arranged_by_buttons_and_comes_back() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let before = fields(world, &ada);
        assert!(words(&page(world, &ada, "/settings/objects")).contains("Accounts Built in"));
        let first = page(world, &ada, ACCOUNT);
        let form = standing(&first);

        // Each button gives the page anew, and writes nothing.
        let moved = press(world, &ada, ACCOUNT, &form, "form out industry");
        let moved = press(world, &ada, ACCOUNT, &standing(&moved.text()), "form up domain");
        let moved = press(world, &ada, ACCOUNT, &standing(&moved.text()), "form group");
        assert_eq!(fields(world, &ada), before, "nothing is written yet");
        let mut form = standing(&moved.text());
        let heading = form.iter().rposition(|(name, _)| name == "form.heading").expect("a new group");
        form[heading].1 = "Money matters".to_owned();
        let moved = press(world, &ada, ACCOUNT, &form, "form in annual_revenue");
        let saved = press(world, &ada, ACCOUNT, &standing(&moved.text()), "");
        assert!(words(&follow(world, &ada, &saved)).contains("Saved"), "{}", saved.text());

        let after = fields(world, &ada);
        assert!(!after.contains(&"industry".to_owned()), "{after:?}");
        assert!(place(&after, "domain") < place(&after, "website"), "{after:?}");
        assert!(place(&before, "domain") > place(&before, "website"), "{before:?}");
        let program = world.program();
        let told = world.get(&program, "/api/v1/layouts").json()["data"][0].clone();
        assert_eq!(told["object"], json!("account"));
        assert!(told["left_out"].as_str().expect("names").contains("industry"), "{told}");
        // The page of a record follows.
        let id = world.create(&program, "accounts", json!({"name": "Acme", "industry": "finance"}));
        let record = words(&page(world, &ada, &format!("/accounts/{id}")));
        assert!(record.contains("Acme"), "{record}");

        // Back to what was declared; what was arranged lies in the trash, and comes back with its history.
        let again = page(world, &ada, ACCOUNT);
        assert!(again.contains("/layouts/"), "its history");
        let reset = press(world, &ada, ACCOUNT, &[], "reset");
        assert!(words(&follow(world, &ada, &reset)).contains("Everything is as it came again"));
        assert_eq!(fields(world, &ada), before);
        let layout = told["id"].as_str().expect("an id");
        let restored = world.post(&program, &format!("/api/v1/layouts/{layout}/restore"), json!({}));
        assert_eq!(restored.status, StatusCode::OK, "{}", restored.text());
        assert_eq!(fields(world, &ada), after);
    });
}

#[test]
fn what_is_arranged_over_the_api_holds_everywhere_at_once() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        let field = json!({"object": "account", "label": "Segment", "kind": "text"});
        world.create(&program, "custom_fields", field);
        let body = json!({
            "object": "account",
            "form": "Who: name, owner\nabout: x_segment, industry",
            "left_out": "website",
            "facts": "phone",
            "list": "x_segment\nindustry",
            "related": "opportunity.account",
            "unrelated": "contact.account",
            "translations": "{\"Who\": {\"fr\": \"Qui\"}}",
        });
        let layout = world.create(&program, "layouts", body);
        let told = world.get(&program, "/api/v1/objects").json();
        let told = told["data"].as_array().expect("objects").iter().find(|one| one["name"] == "account");
        let told = told.expect("accounts").clone();
        assert_eq!(told["list"], json!(["x_segment", "industry"]));
        assert_eq!(told["facts"], json!(["phone"]));
        assert_eq!(told["form"][0], json!({"name": "Who", "label": "Who", "fields": ["name", "owner"]}));
        assert_eq!(told["related"][0], json!("opportunity.account"));
        assert!(!told["related"].to_string().contains("contact.account"), "{told}");
        let all: Vec<String> = fields(world, &ada);
        assert_eq!(&all[..4], ["name", "owner", "x_segment", "industry"]);
        assert!(!all.contains(&"website".to_owned()) && all.contains(&"phone".to_owned()), "{all:?}");

        // A field that is added later lands in the last group, and in the list if it says so.
        let field = json!({"object": "account", "label": "Region", "kind": "text", "in_list": true});
        let region = world.create(&program, "custom_fields", field);
        assert_eq!(fields(world, &ada).last().map(String::as_str), Some("x_region"));
        assert!(page(world, &ada, "/accounts").contains(">Region<"));
        let path = format!("/api/v1/custom_fields/{region}");
        assert_eq!(world.patch(&program, &path, "*", json!({"in_list": false})).status, StatusCode::OK);
        let list = world.get(&program, &format!("/api/v1/layouts/{layout}")).json()["list"].clone();
        assert_eq!(list, json!("x_segment\nindustry"));

        // The page of a record: what stands on top, and what hangs on it.
        let id = world.create(
            &program,
            "accounts",
            json!({"name": "Acme", "phone": "+33142685300", "x_segment": "A"}),
        );
        let record = words(&page(world, &ada, &format!("/accounts/{id}")));
        assert!(record.contains("Deals") && !record.contains("Contacts 0"), "{record}");
        let heading = record.find("Who").expect("the heading");
        assert!(heading < record.find("Segment").expect("the field"), "{record}");
        submit(world, &ada, "/settings/profile", &[("language", "fr"), ("time_zone", "Europe/Paris")]);
        assert!(words(&page(world, &ada, "/accounts/new")).contains("Qui"));
    });
}

#[test]
fn what_could_not_be_shown_is_refused_in_words() {
    on_each(|world| {
        let program = world.program();
        let field = json!({"object": "account", "label": "Code", "kind": "text"});
        let code = world.create(&program, "custom_fields", field);
        let table = [
            (json!({"form": "about: name, nme"}), "form", "unknown-field"),
            (json!({"form": "name, owner"}), "form", "layout-heading"),
            (json!({"form": "about: name, owner, name"}), "form", "layout-twice"),
            (json!({"left_out": "name"}), "left_out", "layout-required"),
            (json!({"list": "name\npassword"}), "list", "unknown-field"),
            (json!({"card": "owner"}), "card", "layout-board"),
            (json!({"related": "contact.owner"}), "related", "layout-related"),
            (json!({"translations": "Qui"}), "translations", "json"),
            (json!({"object": "comment"}), "object", "object"),
            (json!({"object": "layout"}), "object", "object"),
        ];
        for (mut body, at, code) in table {
            if body.get("object").is_none() {
                body["object"] = json!("account");
            }
            let refused = world.post(&program, "/api/v1/layouts", body.clone());
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}: {}", refused.text());
            let fault = &refused.json()["errors"][0];
            assert_eq!((&fault["field"], &fault["code"]), (&json!(at), &json!(code)), "{body}");
        }
        // One for each object; what is out of use is told as such, and goes from what was arranged before.
        world.create(&program, "layouts", json!({"object": "account", "form": "about: name, x_code, owner"}));
        let second = world.post(&program, "/api/v1/layouts", json!({"object": "account", "facts": "phone"}));
        assert!(second.status.is_client_error(), "{}", second.text());
        let ada = world.browser(&world.admin);
        assert!(fields(world, &ada).contains(&"x_code".to_owned()));
        let path = format!("/api/v1/custom_fields/{code}");
        assert_eq!(world.patch(&program, &path, "*", json!({"retired": true})).status, StatusCode::OK);
        assert!(!fields(world, &ada).contains(&"x_code".to_owned()));
        let again = json!({"object": "contact", "form": "about: last_name, x_code"});
        assert!(world.post(&program, "/api/v1/layouts", again).text().contains("unknown-field"));
        let all = world.get(&program, "/api/v1/layouts").json();
        let path = format!("/api/v1/layouts/{}", all["data"][0]["id"].as_str().expect("an id"));
        let refused = world.patch(&program, &path, "*", json!({"facts": "x_code"}));
        assert!(refused.text().contains("out of use"), "{}", refused.text());
        assert_eq!(world.patch(&program, &path, "*", json!({"facts": "-"})).status, StatusCode::OK);
        let told = world.get(&program, "/api/v1/objects").json();
        let told = told["data"].as_array().expect("objects").iter().find(|one| one["name"] == "account");
        assert_eq!(told.map(|one| one["facts"].clone()), Some(json!([])));
    });
}

#[test]
fn an_object_of_ones_own_and_its_board_are_arranged_too() {
    on_each(|world| {
        let (ada, program) = (world.browser(&world.admin), world.program());
        world.create(&program, "custom_objects", json!({"label": "Site", "label_plural": "Sites"}));
        let fields = [("State", "choice"), ("Note", "long_text"), ("Seats", "number")];
        for (label, kind) in fields {
            let options = if kind == "choice" { "Planned\nRunning" } else { "" };
            let body = json!({"object": "x_site", "label": label, "kind": kind, "options": options});
            world.create(&program, "custom_fields", body);
        }
        let all = world.get(&program, "/api/v1/custom_objects").json();
        let path = format!("/api/v1/custom_objects/{}", all["data"][0]["id"].as_str().expect("an id"));
        assert_eq!(world.patch(&program, &path, "*", json!({"board_by": "x_state"})).status, StatusCode::OK);
        world.create(&program, "x_sites", json!({"name": "Quarry", "x_state": "planned", "x_seats": 7}));
        assert!(!words(&page(world, &ada, "/x_sites/board")).contains("7"));

        let html = page(world, &ada, "/settings/objects/x_site");
        let mut form = standing(&html);
        let out =
            form.iter().rposition(|(name, value)| name == "card" && value == "@").expect("what is left out");
        let seats =
            form.iter().rposition(|(name, value)| name == "card" && value == "x_seats").expect("seats");
        let seats = form.remove(seats);
        form.insert(out, seats);
        let saved = press(world, &ada, "/settings/objects/x_site", &form, "");
        follow(world, &ada, &saved);
        assert!(words(&page(world, &ada, "/x_sites/board")).contains("7"));

        // Two people at once: the second is told.
        let version = hidden(&html, "version");
        assert_eq!(version, "", "nothing was arranged when it was opened");
        let stale = press(world, &ada, "/settings/objects/x_site", &standing(&html), "");
        assert!(stale.status.is_client_error(), "{}", stale.status);

        // Whoever administers nothing sees nothing of it.
        let sam = world.browser(&world.person("Sam", "account_executive"));
        for path in ["/settings/objects", "/settings/objects/account"] {
            assert_eq!(world.get(&sam, path).status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(submit(world, &sam, ACCOUNT, &[("act", "reset")]).status, StatusCode::NOT_FOUND);
        for path in ["/settings/objects/comment", "/settings/objects/session", "/settings/objects/nothing"] {
            assert_eq!(world.get(&ada, path).status, StatusCode::NOT_FOUND, "{path}");
        }
    });
}
