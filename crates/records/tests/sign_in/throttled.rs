//! Many at once: guesses, one-time links, checks of tokens.

use std::sync::Arc;
use std::thread;

use cordee_base::Problem;
use cordee_records::sign_in::Password;
use cordee_records::{Actor, Door};
use cordee_schema::Draft;

use super::support::{company, worlds};
use super::{EMAIL, PASSWORD, ann, key, sign_in, wait};

#[test]
fn guesses_sent_all_at_once_are_braked_like_those_sent_one_by_one() {
    for world in worlds() {
        ann(&world);
        let guess = |_| {
            let records = world.records.clone();
            let try_it =
                move || wait(records.sign_in(EMAIL, &Password::typed("a guess"), "10.6.6.6", "a test"));
            thread::spawn(try_it)
        };
        let guesses: Vec<_> = (0..24).map(guess).collect();
        let keys: Vec<&str> = guesses.into_iter().map(|guess| key(&guess.join().expect("joined"))).collect();
        let looked_at = keys.iter().filter(|key| **key == "error-sign-in").count();
        assert_eq!(looked_at, 6, "five are free, the sixth begins the wait: {keys:?}");
        assert_eq!(keys.iter().filter(|key| **key == "error-throttled").count(), 18);
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")), "signed in");
    }
}

#[test]
fn whoever_signs_in_frees_only_their_own_failures() {
    for world in worlds() {
        ann(&world);
        for number in 0..34 {
            let _ = sign_in(&world, &format!("nobody{number}@acme.example"), "a guess", "10.6.6.6");
        }
        assert_eq!(key(&sign_in(&world, EMAIL, "a guess", "10.6.6.6")), "error-throttled", "the address");
        world.at("2026-03-02T09:05:00Z");
        assert_eq!(key(&sign_in(&world, EMAIL, PASSWORD, "10.6.6.6")), "signed in");
        assert_eq!(
            key(&sign_in(&world, "nobody@acme.example", "a guess", "10.6.6.6")),
            "error-throttled",
            "one right password does not free the address for more guesses"
        );
        world.at("2026-03-02T10:30:00Z");
        assert_eq!(key(&sign_in(&world, "nobody@acme.example", "a guess", "10.6.6.6")), "error-sign-in");
        let names = world.store.read_now(|session| {
            let select = cordee_store::Select::from("throttle", "t");
            Ok(session.rows(&select.column("name", cordee_schema::ColumnType::Text))?.len())
        });
        assert_eq!(names, Ok(3), "what is over for long is swept out");
    }
}

#[test]
fn guessing_from_everywhere_brakes_strangers_and_not_the_person() {
    for world in worlds() {
        ann(&world);
        sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("at home");
        for number in 0..101 {
            let _ = sign_in(&world, EMAIL, "a guess", &format!("10.6.{}.{}", number / 200, number % 200));
        }
        assert_eq!(key(&sign_in(&world, EMAIL, "a guess", "10.7.7.7")), "error-throttled");
        assert_eq!(
            key(&sign_in(&world, EMAIL, PASSWORD, "10.0.0.1")),
            "signed in",
            "from where she is known"
        );
    }
}

#[test]
fn of_two_servers_that_use_the_first_link_one_makes_the_administrator() {
    for world in worlds() {
        super::administrators(&world);
        let link = world.records.first_link(world.workspace).expect("asked").expect("a link");
        let servers = [world.another(50), world.another(60)];
        let using = servers.into_iter().enumerate().map(|(number, records)| {
            let link = link.clone();
            thread::spawn(move || {
                let password = Password::chosen(PASSWORD).expect("good");
                wait(records.use_first_link(&link, "Ann", &format!("ann{number}@acme.example"), &password))
            })
        });
        let using: Vec<_> = using.collect();
        let used: Vec<_> = using.into_iter().map(|one| one.join().expect("joined")).collect();
        assert_eq!(used.iter().filter(|one| one.is_ok()).count(), 1, "{used:?}");
        assert!(used.contains(&Err(Problem::NotFound)), "{used:?}");
    }
}

/// A token once read as unknown under load: the data had been put in place anew below the running server. Nothing of
/// the check itself may fail while others write, sign in, change roles and end tokens.
#[test]
fn a_token_is_known_however_much_goes_on() {
    for world in worlds() {
        let user = ann(&world);
        let me = Actor::user(world.workspace, user, Door::Page);
        let make =
            move |gate: &mut cordee_records::Gate<'_>| gate.make_token(user, "Load", "read_write", None);
        let secret: Arc<str> = world.records.write_now(&me, make).expect("made").into();
        let creating = (0..8).map(|number| {
            let (records, secret) = (world.records.clone(), secret.clone());
            thread::spawn(move || {
                for at in 0..25 {
                    let actor = wait(records.token(&secret)).expect("looked up").expect("known").actor;
                    let draft = Draft::new(&company::COMPANY).with(company::NAME, format!("{number}/{at}"));
                    records.write_now(&actor, move |gate| gate.create(draft.clone())).expect("created");
                }
            })
        });
        let creating: Vec<_> = creating.collect();
        for round in 0..10 {
            let other = world.records.write_now(&me, make).expect("another");
            let id = wait(world.records.token(&other)).expect("looked up").expect("known").id;
            world.records.write_now(&me, move |gate| gate.end_token(id)).expect("ended");
            world.role(&format!("Role {round}"), r#"{"objects": {}}"#);
            sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        }
        creating.into_iter().for_each(|thread| thread.join().expect("no check failed"));
    }
}
