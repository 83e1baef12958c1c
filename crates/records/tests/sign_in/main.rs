//! Signing in: passwords, the brake on guessing, sessions, tokens and the first administrator's link.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
#[path = "../support/mod.rs"]
mod support;

mod confirming;
mod factors;
mod links;
mod throttled;

use cordee_base::{Id, Problem};
use cordee_records::sign_in::{OpenSession, Password, Step};
use cordee_records::{Actor, Place, Query, Records, system};
use cordee_schema::{Draft, Value};
use support::{World, company, worlds};

const EMAIL: &str = "ann@acme.example";
const PASSWORD: &str = "a staple of horses";

fn wait<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(future)
}

/// Somebody who may do everything and has a password.
fn ann(world: &World) -> Id {
    let all = r#"{"objects": {"*": {"create": "all", "read": "all", "edit": "all"}}, "administers": true}"#;
    let role = world.role("All", all);
    let password = Password::chosen(PASSWORD).expect("a good password");
    let added = world
        .records
        .write_now(&world.system(), move |gate| gate.add_user("Ann", EMAIL, role, Some(&password)));
    added.expect("added")
}

fn sign_in(world: &World, email: &str, password: &str, address: &str) -> Result<OpenSession, Problem> {
    match step(world, email, password, address)? {
        Step::In(session) => Ok(session),
        other => Err(Problem::internal(format!("there is a second step: {other:?}"))),
    }
}

fn step(world: &World, email: &str, password: &str, address: &str) -> Result<Step, Problem> {
    wait(world.records.sign_in(email, &Password::typed(password), address, "a test"))
}

fn key<T>(result: &Result<T, Problem>) -> &'static str {
    match result {
        Err(Problem::Invalid(faults)) => faults[0].key,
        Ok(_) => "signed in",
        Err(_) => "another problem",
    }
}

/// The actor of a session, at a browser.
fn at_browser(records: &Records, session: &OpenSession) -> Actor {
    let signed = wait(records.session(&session.secret)).expect("looked up").expect("a session");
    let place = Place { session: Some(signed.id), address: "10.0.0.1".into(), agent: "a test".into() };
    signed.actor.at(place)
}

/// The keys of what the log tells of somebody, the latest first.
fn events(world: &World, user: Id) -> Vec<String> {
    let asked = cordee_records::sign_in::SecurityQuery { user: Some(user), limit: 200, ..Default::default() };
    let told = world.records.read_now(&world.system(), move |gate| gate.security_events(&asked));
    told.expect("told").0.into_iter().map(|event| event.event).collect()
}

/// The role that the first administrator gets.
fn administrators(world: &World) {
    let role = Draft::new(&system::role::ROLE).with(system::role::NAME, "Administrator".to_owned());
    let administrator = move |gate: &mut cordee_records::Gate<'_>| {
        let mut role = role.clone().with(system::role::GRANTS, r#"{"administers": true}"#.to_owned());
        role.set("key", Value::Text("administrator".to_owned()));
        gate.create(role)
    };
    world.records.write_now(&world.system(), administrator).expect("a role");
}

#[test]
fn a_wrong_password_and_an_unknown_person_look_the_same() {
    for world in worlds() {
        ann(&world);
        assert_eq!(key(&sign_in(&world, EMAIL, "wrong", "10.0.0.1")), "error-sign-in");
        assert_eq!(key(&sign_in(&world, "nobody@acme.example", "wrong", "10.0.0.1")), "error-sign-in");
        assert_eq!(key(&sign_in(&world, "ANN@acme.example", PASSWORD, "10.0.0.1")), "signed in");
    }
}

#[test]
fn one_signs_in_by_the_e_mail_one_has() {
    for world in worlds() {
        let user = ann(&world);
        let moved = Draft::new(&system::user::USER).with(system::user::EMAIL, "ann@new.example".to_owned());
        world
            .records
            .write_now(&world.system(), move |gate| gate.update(user, None, moved.clone()))
            .expect("moved");
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")), "error-sign-in");
        assert_eq!(key(&sign_in(&world, "ann@new.example", PASSWORD, "10.0.0.1")), "signed in");
    }
}

#[test]
fn who_guesses_has_to_wait_and_who_is_guessed_has_not() {
    for world in worlds() {
        ann(&world);
        for _ in 0..8 {
            sign_in(&world, EMAIL, "a guess", "10.6.6.6").expect_err("a guess");
        }
        assert_eq!(
            key(&sign_in(&world, EMAIL, PASSWORD, "10.6.6.6")),
            "error-throttled",
            "not even the right one"
        );
        assert_eq!(
            key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")),
            "signed in",
            "from where nobody guessed"
        );
        world.at("2026-03-02T10:00:00Z");
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.6.6.6")), "signed in", "the wait is over");
    }
}

#[test]
fn a_session_ends_when_it_is_ended_idle_or_its_person_leaves() {
    for world in worlds() {
        let user = ann(&world);
        let open = || sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in").secret;
        let holds = |secret: &str| wait(world.records.session(secret)).expect("looked up");
        let (first, second) = (open(), open());
        let signed = holds(&first).expect("a session");
        assert_eq!(signed.actor.user_id(), Some(user));
        assert!(holds("made up").is_none());

        let me: Actor = signed.actor.clone();
        let sessions = world.records.read_now(&me, |gate| gate.my_sessions()).expect("listed");
        assert_eq!(sessions.len(), 2);
        world.records.write_now(&me, move |gate| gate.end_session(signed.id)).expect("ended");
        assert!(holds(&first).is_none() && holds(&second).is_some());

        world.at("2026-03-10T09:00:00Z");
        assert!(holds(&second).is_none(), "a week unused");
        let third = holds(&open()).expect("a session").actor;
        let leave = Draft::new(&system::user::USER).with(system::user::ACTIVE, false);
        world
            .records
            .write_now(&world.system(), move |gate| gate.update(user, None, leave.clone()))
            .expect("left");
        let refused = world.records.read_now(&third, |gate| gate.list(&Query::of(&company::COMPANY))).err();
        assert_eq!(refused, Some(Problem::SignInNeeded));
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")), "error-sign-in");
    }
}

#[test]
fn a_token_does_what_its_scopes_say_and_no_more() {
    for world in worlds() {
        let user = ann(&world);
        let me = Actor::user(world.workspace, user, cordee_records::Door::Page);
        let secret = world.records.write_now(&me, move |gate| gate.make_token(user, "Reports", "read", None));
        let secret = secret.expect("made");
        let program = wait(world.records.token(&secret)).expect("looked up").expect("a token").actor;
        world.records.read_now(&program, |gate| gate.list(&Query::of(&company::COMPANY))).expect("reads");
        let draft = Draft::new(&company::COMPANY).with(company::NAME, "Acme".to_owned());
        let refused = world.records.write_now(&program, move |gate| gate.create(draft.clone()));
        assert_eq!(refused, Err(Problem::NotAllowed));
        let more =
            world.records.write_now(&program, move |gate| gate.make_token(user, "More", "read_write", None));
        assert!(more.is_err(), "a token makes no token");
        let mine = Password::chosen("stolen by a token").expect("good");
        let stolen = world.records.write_now(&program, move |gate| gate.set_password(user, &mine, None));
        assert_eq!(stolen, Err(Problem::NotAllowed));
        let tokens = world.records.read_now(&me, |gate| gate.my_tokens()).expect("listed");
        let id = tokens[0].id;
        world.records.write_now(&me, move |gate| gate.end_token(id)).expect("ended");
        assert!(wait(world.records.token(&secret)).expect("looked up").is_none());
    }
}

#[test]
fn the_first_link_works_once_and_never_again() {
    for world in worlds() {
        administrators(&world);
        let older = world.records.first_link(world.workspace).expect("asked").expect("a link");
        let link = world.records.first_link(world.workspace).expect("asked").expect("a link");
        assert_eq!(wait(world.records.first_link_opens(&older)), Ok(None), "only the latest works");
        assert_eq!(wait(world.records.first_link_opens(&link)), Ok(Some(world.workspace)));
        let password = Password::chosen(PASSWORD).expect("good");
        wait(world.records.use_first_link(&link, "Ann", EMAIL, &password)).expect("an administrator");
        let again = wait(world.records.use_first_link(&link, "Eve", "eve@acme.example", &password));
        assert_eq!(again.err(), Some(Problem::NotFound));
        assert_eq!(world.records.first_link(world.workspace), Ok(None), "somebody can sign in now");
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")), "signed in");
    }
}
