//! Showing once more who one is, and the log of it all.

use cordee_base::Problem;
use cordee_records::sign_in::{Password, SecurityQuery};
use cordee_records::system::{role, user, workspace};
use cordee_records::{Actor, Door, Gate};
use cordee_schema::Draft;

use super::support::worlds;
use super::{EMAIL, PASSWORD, ann, at_browser, events, key, sign_in, wait};

#[test]
fn what_matters_needs_a_password_shown_lately() {
    for world in worlds() {
        let ann = ann(&world);
        let open = sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        let me = at_browser(&world.records, &open);
        let hers = world.records.read_now(&me, move |gate| gate.get(&user::USER, ann)).expect("Ann");
        let (own, company) = (hers.get(user::ROLE).expect("a role"), world.workspace);
        let guarded = |name: &str| {
            let name = name.to_owned();
            let password = Password::chosen("another three words").expect("good");
            world.records.write_now(&me, move |gate: &mut Gate<'_>| match name.as_str() {
                "email" => {
                    let draft = Draft::new(&user::USER).with(user::EMAIL, "ann@new.example".to_owned());
                    gate.update(ann, None, draft).map(|_| ())
                }
                "grants" => {
                    let draft = Draft::new(&role::ROLE).with(role::GRANTS, "{}".to_owned());
                    gate.update(own, None, draft).map(|_| ())
                }
                "policy" => {
                    let draft = Draft::new(&workspace::WORKSPACE).with(workspace::SECOND_FACTOR, true);
                    gate.update(company, None, draft).map(|_| ())
                }
                "user" => gate.add_user("Eve", "eve@acme.example", own, None).map(|_| ()),
                "token" => gate.make_token(ann, "New", "read", None).map(|_| ()),
                "factor" => gate.begin_factor().map(|_| ()),
                _ => gate.set_password(ann, &password, None),
            })
        };
        let all = ["grants", "policy", "token", "factor", "user", "email", "password"];
        world.at("2026-03-02T09:15:00Z");
        for name in all {
            assert_eq!(guarded(name), Err(Problem::ConfirmNeeded), "{name}");
        }
        let plain = Draft::new(&user::USER).with(user::TITLE, "Head of all".to_owned());
        world.records.write_now(&me, move |gate| gate.update(ann, None, plain.clone())).expect("no matter");
        let confirm = |password: &str| wait(world.records.confirm(&me, &Password::typed(password), ""));
        assert_eq!(key(&confirm("not it")), "error-password-wrong");
        confirm(PASSWORD).expect("confirmed");
        for name in ["token", "factor", "user", "email"] {
            assert_eq!(guarded(name), Ok(()), "{name}");
        }
        let nobody = Actor::user(world.workspace, ann, Door::Api);
        let refused = wait(world.records.confirm(&nobody, &Password::typed(PASSWORD), ""));
        assert_eq!(refused, Err(Problem::NotAllowed), "only a browser can be asked");
    }
}

#[test]
fn ones_own_password_is_changed_by_the_one_that_stands() {
    for world in worlds() {
        ann(&world);
        let open = || sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        let (here, other) = (open(), open());
        let me = at_browser(&world.records, &here);
        world.at("2026-03-02T12:00:00Z");
        let change = |current: &str, new: &str| {
            let new = Password::chosen(new).map_err(Problem::from)?;
            wait(world.records.change_password(&me, &Password::typed(current), &new))
        };
        assert_eq!(key(&change("not it", "another three words")), "error-password-wrong");
        assert_eq!(key(&change(PASSWORD, "acme-ann-1")), "error-password-context");
        assert_eq!(change(PASSWORD, "another three words"), Ok(()));
        let stands = |secret: &str| wait(world.records.session(secret)).expect("looked up").is_some();
        assert!(stands(&here.secret) && !stands(&other.secret), "others are signed out");
        for _ in 0..6 {
            assert_eq!(key(&change("a guess", "three words more")), "error-password-wrong");
        }
        assert_eq!(key(&change("another three words", "three words more")), "error-throttled");
    }
}

#[test]
fn who_is_disabled_is_out_for_good() {
    for world in worlds() {
        let ann = ann(&world);
        let open = sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        for active in [false, true] {
            let draft = Draft::new(&user::USER).with(user::ACTIVE, active);
            world
                .records
                .write_now(&world.system(), move |gate| gate.update(ann, None, draft.clone()))
                .expect("changed");
        }
        assert!(wait(world.records.session(&open.secret)).expect("looked up").is_none());
    }
}

#[test]
fn the_log_tells_each_their_own_and_administrators_all() {
    for world in worlds() {
        let ann = ann(&world);
        let _ = sign_in(&world, EMAIL, "wrong", "10.9.9.9");
        sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in");
        let seller = world.role("Seller", "{}");
        let bob = world.person("Bob", seller, None);
        let asked = |actor: &Actor, user, event: Option<&str>| {
            let query = SecurityQuery { user, event: event.map(str::to_owned), limit: 50, cursor: None };
            world.records.read_now(actor, move |gate| gate.security_events(&query))
        };
        let keeper = {
            let role = world.role("Keepers", r#"{"administers": true}"#);
            world.person("Kay", role, None)
        };
        assert_eq!(asked(&bob, Some(ann), None).err(), Some(Problem::NotAllowed));
        assert_eq!(asked(&bob, None, None).err(), Some(Problem::NotAllowed));
        assert_eq!(asked(&bob, bob.user_id(), None).expect("his own").0.len(), 0);
        let (all, next) = asked(&keeper, None, Some("sign_in_failed")).expect("all");
        assert_eq!((all.len(), next), (1, None));
        let failed = &all[0];
        assert_eq!((failed.user.0, failed.user.1.as_str(), failed.done_by.clone()), (ann, "Ann", None));
        assert_eq!((failed.address.as_str(), failed.agent.as_str()), ("10.9.9.9", "a test"));
        assert_eq!(events(&world, ann)[0], "signed_in");
    }
}
