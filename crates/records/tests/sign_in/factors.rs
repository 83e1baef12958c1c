//! The second factor and its recovery codes.

use cordee_base::{Moment, Problem};
use cordee_records::sign_in::{NewFactor, Password, ShownCodes, Step};
use cordee_records::system::{role, user, workspace};
use cordee_records::{Actor, Gate, Records};
use cordee_schema::{Draft, Object};
use totp_rs::{Builder, Secret};

use super::support::{World, worlds};
use super::{EMAIL, PASSWORD, ann, at_browser, events, key, sign_in, step, wait};

/// The code that an app shows at this moment.
fn code(factor: &NewFactor, at: &str) -> String {
    let secret = Secret::try_from_base32(&factor.secret).expect("a secret");
    let moment: Moment = at.parse().expect("a moment");
    let totp = Builder::new().with_secret(secret).build().expect("sound");
    totp.generate(moment.micros() as u64 / 1_000_000).to_string()
}

fn begin(records: &Records, me: &Actor) -> NewFactor {
    records.write_now(me, |gate| gate.begin_factor()).expect("begun")
}

fn finish(records: &Records, me: &Actor, code: String) -> Result<ShownCodes, Problem> {
    records.write_now(me, move |gate| gate.finish_factor(&code))
}

/// Ann with a second factor on, at 09:00; her actor, her app and her recovery codes.
fn with_factor(world: &World) -> (Actor, NewFactor, ShownCodes) {
    ann(world);
    let me = at_browser(&world.records, &sign_in(world, EMAIL, PASSWORD, "10.0.0.1").expect("signed in"));
    let factor = begin(&world.records, &me);
    assert!(factor.uri.starts_with("otpauth://totp/Test:ann%40acme.example?"), "{}", factor.uri);
    assert_eq!(key(&finish(&world.records, &me, "000000".to_owned())), "error-code");
    let codes = finish(&world.records, &me, code(&factor, "2026-03-02T09:00:00Z")).expect("on");
    assert_eq!(codes.0.len(), 10);
    (me, factor, codes)
}

fn second_step(world: &World) -> String {
    match step(world, EMAIL, PASSWORD, "10.0.0.1").expect("a password") {
        Step::Code(opened) => Some(opened),
        _ => None,
    }
    .expect("a code is asked for")
}

fn set(world: &World, object: &'static Object, id: cordee_base::Id, draft: Draft) {
    assert_eq!(draft.object.name, object.name);
    world.records.write_now(&world.system(), move |gate| gate.update(id, None, draft.clone())).expect("set");
}

#[test]
fn who_has_a_second_factor_signs_in_by_a_code_that_counts_once() {
    for world in worlds() {
        let (me, factor, _) = with_factor(&world);
        let user = me.user_id().expect("a person");
        let with = |opened: &str, code: &str| {
            wait(world.records.sign_in_with_code(opened, code, "10.0.0.1", "a test"))
        };
        let opened = second_step(&world);
        let used = code(&factor, "2026-03-02T09:00:00Z");
        assert_eq!(key(&with(&opened, &used)), "error-code", "the one it was switched on by");
        world.at("2026-03-02T09:01:00Z");
        let fresh = code(&factor, "2026-03-02T09:01:00Z");
        assert_eq!(key(&with(&opened, "123 456 7")), "error-code");
        with(&opened, &format!("{} {}", &fresh[..3], &fresh[3..])).expect("signed in");
        assert_eq!(key(&with(&opened, &fresh)), "error-sign-in-again", "the step is done");
        assert_eq!(key(&with(&second_step(&world), &fresh)), "error-code", "the code is used");
        world.at("2026-03-02T09:12:00Z");
        let late = second_step(&world);
        world.at("2026-03-02T09:23:00Z");
        let now = code(&factor, "2026-03-02T09:23:00Z");
        assert_eq!(key(&with(&late, &now)), "error-sign-in-again", "ten minutes have gone");
        let told = events(&world, user);
        assert_eq!(told[0], "code_failed");
        assert_eq!(told.iter().filter(|event| *event == "factor_on").count(), 1);
    }
}

#[test]
fn a_recovery_code_stands_for_the_factor_once() {
    for world in worlds() {
        let (me, _, codes) = with_factor(&world);
        let with = |code: &str| {
            let opened = second_step(&world);
            wait(world.records.sign_in_with_code(&opened, code, "10.0.0.1", "a test"))
        };
        with(&codes.0[3].to_uppercase().replace('-', " ")).expect("signed in");
        assert_eq!(key(&with(&codes.0[3])), "error-code", "it is used");
        let state = world.records.read_now(&me, |gate| gate.my_factor()).expect("asked");
        assert_eq!((state.codes_left, state.on_since.is_some(), state.needed), (9, true, false));
        let others = world.records.write_now(&me, |gate| gate.new_recovery_codes()).expect("made");
        assert_eq!(key(&with(&codes.0[4])), "error-code", "the older ones open nothing");
        with(&others.0[4]).expect("signed in");
    }
}

#[test]
fn guesses_of_codes_are_braked() {
    for world in worlds() {
        let (_, factor, _) = with_factor(&world);
        world.at("2026-03-02T09:01:00Z");
        let opened = second_step(&world);
        let with = |code: &str| wait(world.records.sign_in_with_code(&opened, code, "10.0.0.1", "a test"));
        for _ in 0..6 {
            assert_eq!(key(&with("000001")), "error-code");
        }
        let right = code(&factor, "2026-03-02T09:01:00Z");
        assert_eq!(key(&with(&right)), "error-throttled", "not even the right one");
        world.at("2026-03-02T09:01:10Z");
        with(&right).expect("signed in");
    }
}

#[test]
fn it_is_switched_off_by_its_owner_and_reset_by_an_administrator() {
    for world in worlds() {
        let (me, ..) = with_factor(&world);
        world.records.write_now(&me, |gate| gate.end_factor()).expect("off");
        sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("by the password alone");
        let factor = begin(&world.records, &me);
        finish(&world.records, &me, code(&factor, "2026-03-02T09:00:00Z")).expect("on again");
        let user = me.user_id().expect("a person");
        world.records.write_now(&world.system(), move |gate| gate.reset_factor(user)).expect("reset");
        assert_eq!(world.records.read_now(&me, |gate| gate.my_sessions()).expect("listed").len(), 0);
        sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("by the password alone");
        let again = world.records.write_now(&world.system(), move |gate| gate.reset_factor(user));
        assert_eq!(again, Err(Problem::NotFound));
    }
}

#[test]
fn where_it_is_needed_one_sets_it_up_before_one_is_in() {
    for world in worlds() {
        let ann = ann(&world);
        let before = sign_in(&world, EMAIL, PASSWORD, "10.0.0.1").expect("not needed yet");
        let everybody = Draft::new(&workspace::WORKSPACE).with(workspace::SECOND_FACTOR, true);
        set(&world, &workspace::WORKSPACE, world.workspace, everybody);
        assert!(wait(world.records.session(&before.secret)).expect("looked up").is_none(), "it has ended");
        let Step::SetUp(opened) = step(&world, EMAIL, PASSWORD, "10.0.0.1").expect("a password") else {
            panic!("a factor is to be set up");
        };
        let first = wait(world.records.begin_factor(&opened)).expect("begun");
        let factor = wait(world.records.begin_factor(&opened)).expect("begun anew");
        assert_ne!(first, factor, "what somebody else has seen is never switched on");
        assert_eq!(wait(world.records.factor_begun(&opened)).as_ref(), Ok(&factor));
        let finish = |code: &str| wait(world.records.finish_factor(&opened, code, "10.0.0.1", "a test"));
        assert_eq!(key(&finish(&code(&first, "2026-03-02T09:00:00Z"))), "error-code");
        let (session, codes) = finish(&code(&factor, "2026-03-02T09:00:00Z")).expect("in");
        assert_eq!(codes.0.len(), 10);
        let me = at_browser(&world.records, &session);
        assert_eq!(
            key(&world.records.write_now(&me, |gate: &mut Gate<'_>| gate.end_factor())),
            "error-factor-needed"
        );
        assert_eq!(me.user_id(), Some(ann));
    }
}

#[test]
fn a_role_may_need_it_of_its_own_people() {
    for world in worlds() {
        let ann = ann(&world);
        let bob = world.role("Others", "{}");
        let password = Password::chosen(PASSWORD).expect("good");
        let add = move |gate: &mut Gate<'_>| gate.add_user("Bob", "bob@acme.example", bob, Some(&password));
        world.records.write_now(&world.system(), add).expect("added");
        let person = world.records.read_now(&world.system(), move |gate| gate.get(&user::USER, ann));
        let hers = person.expect("Ann").get(user::ROLE).expect("a role");
        set(&world, &role::ROLE, hers, Draft::new(&role::ROLE).with(role::SECOND_FACTOR, true));
        assert!(matches!(step(&world, EMAIL, PASSWORD, "10.0.0.1"), Ok(Step::SetUp(_))));
        assert!(matches!(step(&world, "bob@acme.example", PASSWORD, "10.0.0.2"), Ok(Step::In(_))));
    }
}

#[test]
fn the_secret_lies_sealed_and_opens_nowhere_else() {
    for world in worlds() {
        let (me, factor, _) = with_factor(&world);
        let plain = Secret::try_from_base32(&factor.secret).expect("a secret").as_bytes().to_vec();
        let user = me.user_id().expect("a person");
        let (of, other) = (format!("factor/{user}"), format!("factor/{}", world.workspace));
        let sealed = world.store.read_now(|session| {
            let select = cordee_store::Select::from("factor", "f");
            let rows = session.rows(&select.column("secret", cordee_schema::ColumnType::Bytes))?;
            Ok(rows[0][0].as_bytes().expect("bytes").to_vec())
        });
        let sealed = sealed.expect("a row");
        assert!(!sealed.windows(8).any(|part| plain.windows(8).any(|known| known == part)));
        let open = |records: &Records, of: &str| {
            let (of, sealed) = (of.to_owned(), sealed.clone());
            records.read_now(&world.system(), move |gate| Ok(gate.open_secret(&of, &sealed))).expect("asked")
        };
        assert_eq!(open(&world.records, &of), Some(plain));
        assert_eq!(open(&world.records, &other), None, "for somebody else");
        assert_eq!(open(&world.with_key([9; 32]), &of), None, "with another key");
    }
}
