//! Webhooks from the change to the message: at least once under one name, signed, under the rights of their owners, and
//! none waits for another.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use cordee_base::Id;
use cordee_catalog::account::{self, ACCOUNT};
use cordee_connectors::webhook::{Secret, verify};
use cordee_kit::{Outside, Post, Reply, Unsent};
use cordee_records::system::{role, user};
use cordee_records::{Actor, Door, JobState, WebhookInfo, WebhookWish};
use cordee_schema::{Draft, Value};
use serde_json::Value as Json;
use support::{World, worlds_of};

/// A way out that keeps what is sent, and answers what it was told to; 200 if nothing.
#[derive(Default)]
struct Ear {
    heard: Mutex<Vec<Post>>,
    answers: Mutex<VecDeque<Result<u16, Unsent>>>,
    /// Addresses at which nobody answers.
    dead: Mutex<Vec<String>>,
}

impl Outside for Ear {
    fn post(&self, message: &Post) -> Result<Reply, Unsent> {
        self.heard.lock().expect("nobody panics here").push(message.clone());
        if self.dead.lock().expect("nobody panics here").contains(&message.url) {
            return Err(Unsent::Failed("no answer in time".to_owned()));
        }
        let answer = self.answers.lock().expect("nobody panics here").pop_front().unwrap_or(Ok(200));
        answer.map(|status| Reply { status, milliseconds: 1 })
    }

    fn allows(&self, _: &str) -> Result<(), Unsent> {
        Ok(())
    }
}

impl Ear {
    /// What was heard since this was asked last.
    fn heard(&self) -> Vec<Post> {
        std::mem::take(&mut *self.heard.lock().expect("nobody panics here"))
    }

    fn answer(&self, answers: &[u16]) {
        self.answers.lock().expect("nobody panics here").extend(answers.iter().map(|status| Ok(*status)));
    }
}

fn on_each(story: impl Fn(&World, &Ear)) {
    let ear = Arc::new(Ear::default());
    for world in worlds_of(&cordee_features::registry, &ear) {
        // Whatever came before is nobody's news, and what comes round is out of the way.
        world.bench().work_off().expect("worked off");
        ear.heard();
        story(&world, &ear);
    }
}

fn said(post: &Post) -> Json {
    serde_json::from_slice(&post.body).expect("JSON")
}

fn header<'p>(post: &'p Post, name: &str) -> &'p str {
    post.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).expect(name)
}

fn kinds(heard: &[Post]) -> Vec<String> {
    heard.iter().map(|post| said(post)["type"].as_str().expect("a type").to_owned()).collect()
}

/// Somebody with these grants.
fn person(world: &World, grants: &str) -> Id {
    let grants = grants.to_owned();
    world.write(move |gate| {
        let may = Draft::new(&role::ROLE)
            .with(role::NAME, "Some role".to_owned())
            .with(role::GRANTS, grants.clone());
        let may = gate.create(may)?;
        gate.create(Draft::new(&user::USER).with(user::NAME, "Sam".to_owned()).with(user::ROLE, may))
    })
}

fn whoever_sees_all(world: &World) -> Id {
    person(world, r#"{"objects": {"*": {"read": "all"}}, "administers": true}"#)
}

fn wish(url: &str, owner: Id) -> WebhookWish {
    WebhookWish {
        name: Some("A test".to_owned()),
        url: Some(url.to_owned()),
        owner: Some(owner),
        objects: Some(vec!["accounts".to_owned()]),
        ..WebhookWish::default()
    }
}

fn make(world: &World, wish: WebhookWish) -> (Id, String) {
    world.write(move |gate| gate.make_webhook(&wish))
}

fn webhook(world: &World, id: Id) -> WebhookInfo {
    world.read(move |gate| gate.webhook(id))
}

fn account(world: &World, name: &str) -> Id {
    let draft = Draft::new(&ACCOUNT).with(account::NAME, name.to_owned());
    world.write(move |gate| gate.create(draft.clone()))
}

fn rename(world: &World, id: Id, name: &str) {
    let draft = Draft::new(&ACCOUNT).with(account::NAME, name.to_owned());
    world.write(move |gate| gate.update(id, None, draft.clone()));
}

#[test]
fn what_changes_is_told_once_with_a_signature() {
    on_each(|world, ear| {
        account(world, "Before");
        let (id, secret) = make(world, wish("https://hooks.example/a", whoever_sees_all(world)));
        let acme = account(world, "Acme");
        rename(world, acme, "Acme & Sons");
        world.write(move |gate| gate.trash(&ACCOUNT, acme, None));
        world.write(move |gate| gate.restore(&ACCOUNT, acme));
        assert_eq!(world.bench().work_off(), Ok(4));
        let heard = ear.heard();
        assert_eq!(
            kinds(&heard),
            ["account.created", "account.updated", "account.deleted", "account.restored"]
        );
        let (first, told) = (&heard[0], said(&heard[0]));
        assert_eq!(
            (first.url.as_str(), told["timestamp"].as_str()),
            ("https://hooks.example/a", Some("2026-03-02T09:00:00Z"))
        );
        assert_eq!(
            (&told["data"]["id"], &told["data"]["record"]["name"]),
            (&Json::from(acme.to_string()), &Json::from("Acme & Sons"))
        );
        assert_eq!(said(&heard[1])["data"]["changes"]["name"]["to"], "Acme & Sons");
        let secret = Secret::read(&secret).expect("a secret");
        for post in &heard {
            let (name, at, signed) = (
                header(post, "webhook-id"),
                header(post, "webhook-timestamp"),
                header(post, "webhook-signature"),
            );
            assert!(verify(&secret, name, at, signed, &post.body, world.now().micros() / 1_000_000));
        }
        let mut names: Vec<&str> = heard.iter().map(|post| header(post, "webhook-id")).collect();
        names.dedup();
        assert_eq!(names.len(), 4, "each has a name of its own");
        assert_eq!(world.bench().work_off(), Ok(0), "and is told once");
        let log = world.read(move |gate| gate.deliveries(id, None, 50));
        assert!(
            log.len() == 4
                && log
                    .iter()
                    .all(|one| one.state == JobState::Done && one.told.as_deref() == Some("200 in 1 ms"))
        );
    });
}

#[test]
fn a_message_says_what_its_owner_may_see_and_no_more() {
    on_each(|world, ear| {
        let grants = r#"{"objects": {"account": {"read": "own"}, "user": {"read": "all"}}, "fields": {"account": {"phone": "hidden"}}}"#;
        let sam = person(world, grants);
        make(world, wish("https://hooks.example/sam", sam));
        account(world, "Nobody's");
        let draft = Draft::new(&ACCOUNT).with(account::NAME, "Sam's".to_owned()).with(account::OWNER, sam);
        let draft = draft.with(account::PHONE, "+33142685300".to_owned());
        let own = world.write(move |gate| gate.create(draft.clone()));
        world.bench().work_off().expect("worked off");
        let heard = ear.heard();
        assert_eq!(kinds(&heard), ["account.created"]);
        assert_eq!(said(&heard[0])["data"]["id"], own.to_string());
        assert!(!said(&heard[0]).to_string().contains("42685300"), "a hidden field is not told");
        let other = whoever_sees_all(world);
        world.write(move |gate| {
            let mut draft = Draft::new(&ACCOUNT).with(account::NAME, "Not for Sam".to_owned());
            draft.set("owner", Value::Link(other));
            gate.update(own, None, draft)
        });
        rename(world, own, "Still not");
        world.bench().work_off().expect("worked off");
        let heard = ear.heard();
        assert_eq!(kinds(&heard), ["account.deleted"], "it left; what came after is not told");
        assert!(
            !said(&heard[0]).to_string().contains("ot for Sam") && said(&heard[0])["data"]["gone"] == true
        );
    });
}

#[test]
fn only_what_was_chosen_is_told() {
    on_each(|world, ear| {
        let owner = whoever_sees_all(world);
        let chosen = WebhookWish {
            kinds: Some(vec!["updated".to_owned()]),
            filter: Some("name contains Big".to_owned()),
            ..wish("https://hooks.example/big", owner)
        };
        make(world, chosen);
        let everything = WebhookWish { objects: None, ..wish("https://hooks.example/all", owner) };
        make(world, everything);
        let (small, big) = (account(world, "Small"), account(world, "Big"));
        rename(world, small, "Smaller");
        rename(world, big, "Bigger");
        world.bench().work_off().expect("worked off");
        let heard = ear.heard();
        let to = |url: &str| heard.iter().filter(|post| post.url == url).cloned().collect::<Vec<_>>();
        assert_eq!(kinds(&to("https://hooks.example/big")), ["account.updated"]);
        assert_eq!(said(&to("https://hooks.example/big")[0])["data"]["record"]["name"], "Bigger");
        assert_eq!(to("https://hooks.example/all").len(), 4);
    });
}

#[test]
fn what_does_not_come_through_is_tried_by_the_timetable_under_the_same_name() {
    on_each(|world, ear| {
        let (id, _) = make(world, wish("https://hooks.example/a", whoever_sees_all(world)));
        account(world, "Acme");
        ear.answer(&[500, 302, 404]);
        let bench = world.bench();
        let mut names = Vec::new();
        for wait in [0, 6, 331, 1_981] {
            world.later(wait);
            assert_eq!(bench.work_off().expect("worked off").min(1), 1, "after {wait} s");
            let heard = ear.heard();
            assert_eq!(heard.len(), 1);
            names.push(header(&heard[0], "webhook-id").to_owned());
            let failing = webhook(world, id).failing_since.is_some();
            assert_eq!(failing, names.len() < 4, "it is known since when nothing comes through");
        }
        names.dedup();
        assert_eq!(names.len(), 1);
        let log = world.read(move |gate| gate.deliveries(id, None, 50));
        assert_eq!((log.len(), log[0].tries, log[0].state), (1, 4, JobState::Done));
        let delivery = log[0].id;
        world.write(move |gate| gate.deliver_again(id, delivery));
        bench.work_off().expect("worked off");
        assert_eq!(header(&ear.heard()[0], "webhook-id"), names[0], "replayed under the same name");
    });
}

#[test]
fn whoever_is_killed_between_taking_and_sending_makes_it_late_and_not_lost() {
    on_each(|world, ear| {
        make(world, wish("https://hooks.example/a", whoever_sees_all(world)));
        account(world, "Acme");
        let killed = world.bench();
        killed.read_on().expect("read on");
        let queue = killed.queues().into_iter().find(|queue| queue.name == "webhooks").expect("declared");
        assert_eq!(killed.take(queue, 8).expect("taken").len(), 1);
        let other = world.another_bench();
        assert_eq!((other.work_off(), ear.heard().len()), (Ok(0), 0));
        world.later(61);
        other.work_off().expect("worked off");
        assert_eq!(kinds(&ear.heard()), ["account.created"]);
    });
}

#[test]
fn a_dead_address_harms_nobody_else_and_is_switched_off_in_the_end() {
    on_each(|world, ear| {
        let owner = whoever_sees_all(world);
        let (dead, _) = make(world, wish("https://dead.example/", owner));
        make(world, wish("https://well.example/", owner));
        ear.dead.lock().expect("nobody panics here").push("https://dead.example/".to_owned());
        for number in 0..20 {
            account(world, &format!("Number {number}"));
        }
        world.bench().work_off().expect("worked off");
        let heard = ear.heard();
        let to = |url: &str| heard.iter().filter(|post| post.url == url).count();
        assert_eq!(
            (to("https://dead.example/"), to("https://well.example/")),
            (1, 20),
            "one try, then its lane waits"
        );
        assert!(webhook(world, dead).active);
        world.later(5 * 24 * 3600);
        world.bench().work_off().expect("worked off");
        let after = webhook(world, dead);
        assert_eq!((after.active, after.reason.as_deref()), (false, Some("failing")));
        ear.heard();
        account(world, "Later");
        world.bench().work_off().expect("worked off");
        assert_eq!(ear.heard().iter().filter(|post| post.url == "https://dead.example/").count(), 0);
        let on = WebhookWish { active: Some(true), ..WebhookWish::default() };
        ear.dead.lock().expect("nobody panics here").clear();
        world.write(move |gate| gate.change_webhook(dead, &on));
        account(world, "Well again");
        world.bench().work_off().expect("worked off");
        assert_eq!(ear.heard().iter().filter(|post| post.url == "https://dead.example/").count(), 1);
        assert_eq!(webhook(world, dead).reason, None);
    });
}

#[test]
fn gone_and_ownerless_are_switched_off_at_once() {
    on_each(|world, ear| {
        let (gone, _) = make(world, wish("https://hooks.example/gone", whoever_sees_all(world)));
        ear.answer(&[410]);
        account(world, "Acme");
        world.bench().work_off().expect("worked off");
        assert_eq!(webhook(world, gone).reason.as_deref(), Some("gone"));
        let owner = whoever_sees_all(world);
        let (left, _) = make(world, wish("https://hooks.example/left", owner));
        ear.heard();
        world.write(move |gate| gate.update(owner, None, Draft::new(&user::USER).with(user::ACTIVE, false)));
        account(world, "Acme 2");
        world.bench().work_off().expect("worked off");
        assert_eq!((webhook(world, left).reason.as_deref(), ear.heard().len()), (Some("owner"), 0));
    });
}

#[test]
fn for_a_day_messages_are_signed_with_both_secrets() {
    on_each(|world, ear| {
        let (id, old) = make(world, wish("https://hooks.example/a", whoever_sees_all(world)));
        let new = world.write(move |gate| gate.rotate_webhook(id));
        let secrets = [Secret::read(&old).expect("a secret"), Secret::read(&new).expect("a secret")];
        let fits = |post: &Post| {
            secrets.each_ref().map(|secret| {
                let (name, at) = (header(post, "webhook-id"), header(post, "webhook-timestamp"));
                verify(
                    secret,
                    name,
                    at,
                    header(post, "webhook-signature"),
                    &post.body,
                    world.now().micros() / 1_000_000,
                )
            })
        };
        account(world, "Acme");
        world.bench().work_off().expect("worked off");
        assert_eq!(ear.heard().iter().map(fits).collect::<Vec<_>>(), [[true, true]]);
        world.later(24 * 3600 + 1);
        account(world, "Acme 2");
        world.bench().work_off().expect("worked off");
        assert_eq!(ear.heard().iter().map(fits).collect::<Vec<_>>(), [[false, true]]);
    });
}

#[test]
fn a_message_of_any_length_stays_short() {
    on_each(|world, ear| {
        make(world, wish("https://hooks.example/a", whoever_sees_all(world)));
        let draft = Draft::new(&ACCOUNT).with(account::NAME, "Long".to_owned());
        let draft = draft.with(account::DESCRIPTION, "ю".repeat(15_000));
        world.write(move |gate| gate.create(draft.clone()));
        world.bench().work_off().expect("worked off");
        let heard = ear.heard();
        assert!(heard[0].body.len() < 20_000 && said(&heard[0])["data"]["cut"] == true);
    });
}

#[test]
fn webhooks_are_for_administrators_and_must_make_sense() {
    on_each(|world, _| {
        let sam = person(world, r#"{"objects": {"*": {"read": "all"}}}"#);
        let actor = Actor::user(world.system().workspace, sam, Door::Page);
        assert!(world.records.read_now(&actor, |gate| gate.webhooks().map(drop)).is_err());
        let refused = |wish: WebhookWish| {
            world
                .records
                .write_now(&world.system(), move |gate| gate.make_webhook(&wish))
                .map(drop)
                .expect_err("refused")
        };
        let base = || wish("https://hooks.example/a", sam);
        for (wrong, field) in [
            (WebhookWish { url: Some("not an address".to_owned()), ..base() }, "url"),
            (WebhookWish { url: Some("ftp://hooks.example/".to_owned()), ..base() }, "url"),
            (WebhookWish { name: Some(" ".to_owned()), ..base() }, "name"),
            (WebhookWish { objects: Some(vec!["session".to_owned()]), ..base() }, "objects"),
            (WebhookWish { kinds: Some(vec!["exploded".to_owned()]), ..base() }, "kinds"),
            (WebhookWish { filter: Some("colour = red".to_owned()), ..base() }, "filter"),
            (WebhookWish { filter: Some("name = a".to_owned()), objects: None, ..base() }, "filter"),
        ] {
            let told = refused(wrong).to_string();
            assert!(told.contains(field), "{field}: {told}");
        }
    });
}
