//! Invitations and resets: links that an administrator makes.

use cordee_base::{Id, Problem};
use cordee_records::sign_in::{Password, Step};
use cordee_records::system::user;
use cordee_records::{Actor, Door, Gate};
use cordee_schema::Draft;

use super::support::{World, worlds};
use super::{EMAIL, PASSWORD, ann, at_browser, events, key, sign_in, wait};

const BOB: &str = "bob@acme.example";

/// Somebody who has no password yet.
fn bob(world: &World) -> Id {
    let role = world.role("Seller", r#"{"objects": {"*": {"read": "all"}}}"#);
    let add = move |gate: &mut Gate<'_>| gate.add_user("Bob Brick", BOB, role, None);
    world.records.write_now(&world.system(), add).expect("added")
}

fn link(world: &World, actor: &Actor, user: Id) -> Result<String, Problem> {
    world.records.write_now(actor, move |gate| gate.make_link(user)).map(|link| link.secret)
}

fn choose(world: &World, secret: &str, password: &str) -> Result<Step, Problem> {
    let password = Password::chosen(password).map_err(Problem::from)?;
    wait(world.records.use_link(secret, &password, "10.0.0.1", "a test"))
}

fn opens(world: &World, secret: &str) -> Option<bool> {
    wait(world.records.link_opens(secret)).expect("asked").map(|open| open.invitation)
}

#[test]
fn an_invitation_lets_somebody_choose_a_first_password_and_works_once() {
    for world in worlds() {
        let bob = bob(&world);
        let older = link(&world, &world.system(), bob).expect("made");
        let secret = link(&world, &world.system(), bob).expect("made");
        assert_eq!((opens(&world, &older), opens(&world, &secret)), (None, Some(true)));
        assert_eq!(key(&choose(&world, &secret, "short")), "error-password-short");
        assert_eq!(key(&choose(&world, &secret, "BobBrick-2026")), "error-password-context");
        assert!(matches!(choose(&world, &secret, PASSWORD), Ok(Step::In(_))));
        assert_eq!(choose(&world, &secret, "another three words").err(), Some(Problem::NotFound));
        sign_in(&world, BOB, PASSWORD, "10.0.0.1").expect("signed in");
        let told = events(&world, bob);
        assert!(["invited", "link_used", "password_set"].iter().all(|key| told.iter().any(|t| t == key)));
    }
}

#[test]
fn a_reset_ends_all_sessions_and_the_older_password() {
    for world in worlds() {
        let ann = ann(&world);
        let open = sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        let secret = link(&world, &world.system(), ann).expect("made");
        assert_eq!(opens(&world, &secret), Some(false), "she has a password");
        choose(&world, &secret, "four other animals").expect("set");
        assert!(wait(world.records.session(&open.secret)).expect("looked up").is_none());
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")), "error-sign-in");
        sign_in(&world, EMAIL, "four other animals", "10.0.0.1").expect("signed in");
    }
}

#[test]
fn a_link_ends_by_time_and_with_what_it_is_for() {
    for world in worlds() {
        let (ann, bob) = (ann(&world), bob(&world));
        let hers = link(&world, &world.system(), ann).expect("made");
        world.at("2026-03-03T09:00:01Z");
        assert_eq!(opens(&world, &hers), None, "a day has gone");
        let change = |draft: Draft| {
            world
                .records
                .write_now(&world.system(), move |gate| gate.update(bob, None, draft.clone()))
                .expect("changed");
        };
        let of_user = || Draft::new(&user::USER);
        let moved = link(&world, &world.system(), bob).expect("made");
        change(of_user().with(user::EMAIL, "bob@new.example".to_owned()));
        assert_eq!(opens(&world, &moved), None, "it went to another address");
        let left = link(&world, &world.system(), bob).expect("made");
        change(of_user().with(user::ACTIVE, false));
        assert_eq!(opens(&world, &left), None, "he has left");
        assert_eq!(key(&link(&world, &world.system(), bob)), "error-user-inactive");
        change(of_user().with(user::ACTIVE, true));
        assert_eq!(opens(&world, &left), None, "and what was made before stays dead");
        let told = events(&world, bob);
        assert_eq!(told[..2], ["enabled", "disabled"]);
    }
}

#[test]
fn only_administrators_make_links_and_a_token_takes_nobody_over() {
    for world in worlds() {
        let (ann, bob) = (ann(&world), bob(&world));
        let seller = Actor::user(world.workspace, bob, Door::Page);
        assert_eq!(link(&world, &seller, ann), Err(Problem::NotAllowed));
        let me = Actor::user(world.workspace, ann, Door::Page);
        let make = move |gate: &mut Gate<'_>| gate.make_token(ann, "People", "read_write", None);
        let secret = world.records.write_now(&me, make).expect("made");
        let token = wait(world.records.token(&secret)).expect("looked up").expect("a token").actor;
        link(&world, &token, bob).expect("an invitation");
        assert_eq!(link(&world, &token, ann), Err(Problem::NotAllowed), "no reset");
        let keeps = world.role("Keepers", r#"{"administers": true}"#);
        let add = move |gate: &mut Gate<'_>| gate.add_user("Eve", "eve@acme.example", keeps, None);
        let eve = world.records.write_now(&world.system(), add).expect("added");
        assert_eq!(link(&world, &token, eve), Err(Problem::NotAllowed), "no new administrator");
        let open = sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        let browser = at_browser(&world.records, &open);
        world.at("2026-03-02T09:20:00Z");
        assert_eq!(link(&world, &browser, bob), Err(Problem::ConfirmNeeded), "a browser left open");
    }
}
