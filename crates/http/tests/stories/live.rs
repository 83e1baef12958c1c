//! Pages that are open are told what happens: at once, nothing twice, and nothing of what may not be seen.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::notifications::read_on;
use crate::support::{Client, Listening, on_each};

const OWN: &str =
    r#"{"objects": {"account": {"create": "all", "read": "own", "edit": "own"}, "user": {"read": "all"}}}"#;

fn told(verb: &str, id: &str, gone: bool) -> (String, String, bool) {
    (verb.to_owned(), id.to_owned(), gone)
}

/// The words of the next event about who is here.
fn here(page: &mut Listening<'_>) -> String {
    page.next("presence").expect("it goes on").1["html"].as_str().expect("a part of a page").to_owned()
}

#[test]
fn an_open_list_is_told_at_once_and_one_that_comes_back_hears_the_rest() {
    on_each(|world| {
        let ada = world.program();
        let page = world.browser(&world.admin);
        let mut list = world.listen(&page, "/events?of=accounts");
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        assert_eq!(list.changes(), [told("create", &id, false)]);
        world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", json!({"name": "Acme & Sons"}));
        let (seq, _) = list.next("changes").expect("told");
        drop(list);
        world.create(&ada, "contacts", json!({"last_name": "Lee"}));
        world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", json!({"name": "Acme"}));
        world.delete(&ada, &format!("/api/v1/accounts/{id}"), "*");
        let again = page.clone().with("last-event-id", &seq);
        let mut list = world.listen(&again, "/events?of=accounts&since=0");
        let mut rest = list.changes();
        while rest.len() < 2 {
            rest.extend(list.changes());
        }
        assert_eq!(rest, [told("update", &id, true), told("trash", &id, true)]);
    });
}

#[test]
fn a_page_of_several_objects_is_told_of_each_and_of_no_other() {
    on_each(|world| {
        let ada = world.program();
        let page = world.browser(&world.admin);
        let today = world.get(&page, "/").text();
        assert!(today.contains("data-live=\"opportunities,activities,leads\""), "{today}");
        assert!(world.get(&page, "/activities/calendar").text().contains("data-live=\"activities\""));
        let mut day = world.listen(&page, "/events?of=opportunities,activities,leads");
        world.create(&ada, "accounts", json!({"name": "Acme"}));
        let lead = world.create(&ada, "leads", json!({"name": "Grace"}));
        assert_eq!(day.changes(), [told("create", &lead, false)]);
        let task = world.create(&ada, "activities", json!({"subject": "Call"}));
        assert_eq!(day.changes(), [told("create", &task, false)]);
        let sam = world.browser(&world.person_who_may("Sam", OWN));
        assert_eq!(world.get(&sam, "/events?of=accounts,leads").status, StatusCode::NOT_FOUND);
        assert!(world.get(&sam, "/").text().contains("data-live=\"\""));
    });
}

#[test]
fn of_what_one_may_not_see_nothing_is_told() {
    on_each(|world| {
        let ada = world.program();
        let sam_is = world.person_who_may("Sam", OWN);
        let (sam, me) = (world.browser(&sam_is), sam_is.user_id().expect("a person").to_string());
        let mut list = world.listen(&sam, "/events?of=accounts");
        let hidden = world.create(&ada, "accounts", json!({"name": "Ada's own"}));
        world.patch(&ada, &format!("/api/v1/accounts/{hidden}"), "*", json!({"name": "Ada's still"}));
        world.delete(&ada, &format!("/api/v1/accounts/{hidden}"), "*");
        let mine = world.create(&ada, "accounts", json!({"name": "For Sam", "owner": me.as_str()}));
        assert_eq!(list.changes(), [told("create", &mine, false)], "the first he hears of");
        let ada_is = world.admin.user_id().expect("a person").to_string();
        world.patch(&ada, &format!("/api/v1/accounts/{mine}"), "*", json!({"owner": ada_is.as_str()}));
        assert_eq!(list.changes(), [told("update", &mine, true)], "it left him");
        world.patch(&ada, &format!("/api/v1/accounts/{mine}"), "*", json!({"name": "A secret"}));
        let second = world.create(&ada, "accounts", json!({"name": "His again", "owner": me.as_str()}));
        assert_eq!(list.changes(), [told("create", &second, false)], "what came after is not told");
        for closed in
            [format!("accounts/{mine}"), "contacts".to_owned(), "sessions".to_owned(), "x".to_owned()]
        {
            let answer = world.get(&sam, &format!("/events?of={closed}"));
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{closed}");
        }
        let nobody = world.send(Client::default().request(Method::GET, "/events?of=accounts", None));
        assert_ne!(nobody.status, StatusCode::OK);
        let elsewhere = world.browser(&world.another_company());
        assert_eq!(
            world.get(&elsewhere, &format!("/events?of=accounts/{second}")).status,
            StatusCode::NOT_FOUND
        );
    });
}

#[test]
fn a_record_is_told_of_itself_and_of_what_is_linked_with_it_as_far_as_one_sees_that() {
    on_each(|world| {
        let ada = world.program();
        let sam = world.browser(&world.person_who_may("Sam", r#"{"objects": {"account": {"read": "all"}}}"#));
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let other = world.create(&ada, "accounts", json!({"name": "Other"}));
        let of = format!("/events?of=accounts/{id}");
        let page = world.browser(&world.admin);
        let (mut whole, mut narrow) = (world.listen(&page, &of), world.listen(&sam, &of));
        let lee = world.create(&ada, "contacts", json!({"last_name": "Lee", "account": id.as_str()}));
        assert_eq!(whole.changes(), [], "something linked has changed: the page looks again");
        world.patch(&ada, &format!("/api/v1/contacts/{lee}"), "*", json!({"account": other.as_str()}));
        assert_eq!(whole.changes(), [], "it was linked until then");
        world.patch(&ada, &format!("/api/v1/contacts/{lee}"), "*", json!({"last_name": "Leeson"}));
        world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", json!({"name": "Acme & Sons"}));
        assert_eq!(whole.changes(), [told("update", &id, false)], "what is linked elsewhere is not told");
        assert_eq!(narrow.changes(), [told("update", &id, false)], "who sees no contacts hears of none");
    });
}

#[test]
fn who_looks_at_a_record_is_shown_to_those_who_may_know_them() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme"}));
        let of = format!("/events?of=accounts/{id}");
        let open = r#"{"objects": {"account": {"read": "all"}, "user": {"read": "all"}}}"#;
        let sam = world.browser(&world.person_who_may("Sam Seller", open));
        let blind =
            world.browser(&world.person_who_may("Bo", r#"{"objects": {"account": {"read": "all"}}}"#));
        let mut page = world.listen(&world.browser(&world.admin), &of);
        let seller = world.listen(&sam, &format!("{of}&edits=yes"));
        let told = here(&mut page);
        assert!(told.contains("Sam Seller is changing this") && !told.contains("Ada"), "{told}");
        let mut unknowing = world.listen(&blind, &of);
        assert_eq!(here(&mut unknowing), "", "who may not know people is shown none");
        assert!(here(&mut page).contains("Bo is looking at this"));
        drop(seller);
        assert!(!here(&mut page).contains("Sam"));
    });
}

#[test]
fn it_ends_with_the_session_and_for_a_ninth_page_of_one_person() {
    on_each(|world| {
        let page = world.browser(&world.admin);
        let mut first = world.listen(&page, "/events");
        let _others: Vec<_> = (0..8).map(|_| world.listen(&page, "/events")).collect();
        assert!(first.next("end").is_some());
        assert!(first.next("end").is_none(), "nothing comes after the end");
        let leaving = world.browser(&world.admin);
        let mut last = world.listen(&leaving, "/events?of=accounts");
        let out = world.send(leaving.request(Method::POST, "/sign-out", None));
        assert!(out.status.is_redirection(), "{}", out.text());
        assert!(last.next("end").is_some());
    });
}

#[test]
fn the_bell_rings_on_an_open_page() {
    on_each(|world| {
        let ada = world.program();
        let sam_is = world.person_who_may("Sam", OWN);
        let (sam, me) = (world.browser(&sam_is), sam_is.user_id().expect("a person").to_string());
        read_on(world);
        let mut page = world.listen(&sam, "/events");
        assert_eq!(page.next("unread").expect("told").1["count"], 0);
        world.create(&ada, "accounts", json!({"name": "For Sam", "owner": me.as_str()}));
        read_on(world);
        assert_eq!(page.next("unread").expect("told").1["count"], 1);
    });
}

#[test]
fn a_form_is_told_what_others_changed_and_takes_it_over_without_losing_what_was_typed() {
    on_each(|world| {
        let ada = world.program();
        let id = world.create(&ada, "accounts", json!({"name": "Acme", "website": "https://acme.example"}));
        let page = world.browser(&world.admin).with("hx-request", "true");
        let form = Form::of(&world.get(&page, &format!("/accounts/{id}/edit")).text());
        let since = world.journal(&world.admin);
        let send = |to: &str, form: &Form| {
            let request = page.clone().with("content-type", "application/x-www-form-urlencoded");
            let mut request = request.request(Method::POST, &format!("/accounts/{id}/{to}"), None);
            *request.body_mut() = form.posted().into();
            world.send(request)
        };
        let news = format!("news?since={since}");
        assert_eq!(send(&news, &form).status, StatusCode::NO_CONTENT, "nothing has happened");
        world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", json!({"website": "https://new.example"}));
        let typed = form.with("name", "Acme & Sons");
        let bar = send(&news, &typed).text();
        assert!(bar.contains("https://new.example") && bar.contains("Take it over"), "{bar}");
        let taken = Form::of(&send("take", &typed).text());
        assert_eq!(taken.value("name"), "Acme &amp; Sons", "what was typed stays");
        assert_eq!((taken.value("website"), taken.value("version")), ("https://new.example", "2"));
        world.patch(&ada, &format!("/api/v1/accounts/{id}"), "*", json!({"name": "Acme Ltd"}));
        let bar = send(&news, &taken.with("name", "Acme & Sons")).text();
        assert!(bar.contains("You changed this as well") && bar.contains("Compare"), "{bar}");
        let both = send("take", &taken.with("name", "Acme & Sons")).text();
        assert!(both.contains("Acme Ltd") && both.contains("field.name"), "both versions, by field: {both}");
    });
}

/// The inputs of a form by their names.
#[derive(Clone)]
struct Form(Vec<(String, String)>);

impl Form {
    fn of(html: &str) -> Form {
        let inputs = html.split("<input ").skip(1).filter_map(|rest| {
            let tag = rest.split_once('>')?.0;
            let attribute =
                |name: &str| Some(tag.split_once(&format!("{name}=\""))?.1.split_once('"')?.0.to_owned());
            Some((attribute("name")?, attribute("value").unwrap_or_default()))
        });
        Form(inputs.collect())
    }

    fn with(&self, name: &str, value: &str) -> Form {
        let mut changed = self.clone();
        changed
            .0
            .iter_mut()
            .filter(|(known, _)| known == name)
            .for_each(|(_, text)| *text = value.to_owned());
        changed
    }

    fn value(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    fn posted(&self) -> String {
        let escape =
            |text: &str| text.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace(' ', "+");
        let pairs = self.0.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value)));
        pairs.collect::<Vec<_>>().join("&")
    }
}
