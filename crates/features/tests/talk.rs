//! What is said and told: the bell on every page counts by an index, and an archive holds all of it.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{Id, Outcome};
use cordee_catalog::account;
use cordee_records::system::comment::{ABOUT, COMMENT, TEXT};
use cordee_records::system::user;
use cordee_records::{Actor, Door, Gate, NoticesAsked, check_archive};
use cordee_schema::{AnyLink, Draft};
use support::{World, bare, worlds};

/// More than the bell counts.
const UNREAD: usize = 120;

/// Somebody with the role made from the default with this key.
fn person(world: &World, name: &'static str, key: &'static str) -> Actor {
    let made = world.records.write_now(&world.actor(), move |gate| {
        let role = gate.with_key(key)?.expect("a default role");
        let draft = Draft::new(&user::USER).with(user::NAME, name.to_owned()).with(user::ROLE, role);
        gate.create(draft)
    });
    Actor::user(world.workspace, made.expect("a person"), Door::Page)
}

/// An account of `owner`, of which Ada has said this many things.
fn talked_about(gate: &mut Gate<'_>, owner: Id, times: usize) -> Outcome<Id> {
    let named = Draft::new(&account::ACCOUNT).with(account::NAME, "Acme".to_owned());
    let id = gate.create(named.with(account::OWNER, owner))?;
    for time in 0..times {
        let about = Box::new(AnyLink { object: "account".to_owned(), id });
        let said = Draft::new(&COMMENT).with(ABOUT, about).with(TEXT, format!("Number {time}"));
        gate.create(said)?;
    }
    Ok(id)
}

/// Lets the reader of the journal read on to its end.
fn read_on(world: &World) {
    let behind = || world.records.is_behind(world.workspace, "notifications").expect("asked");
    while behind() {
        let read = world.records.write_now(&world.actor(), |gate| {
            let entries = gate.follow("notifications", 500)?;
            gate.notify(&entries)
        });
        read.expect("read");
    }
}

/// A seller who has not read what an administrator said.
fn told(world: &World) -> (Actor, Id) {
    read_on(world);
    let (ada, sam) = (person(world, "Ada", "administrator"), person(world, "Sam Smith", "account_executive"));
    let owner = sam.user_id().expect("a person");
    let made = world.records.write_now(&ada, move |gate| talked_about(gate, owner, UNREAD));
    read_on(world);
    (sam, made.expect("an account"))
}

#[test]
fn the_bell_counts_by_the_index_of_the_unread_and_looks_each_record_up_by_its_id() {
    for world in worlds() {
        let (sam, _) = told(&world);
        world.records.look_at_tables().expect("looked");
        let count = world.records.read_now(&sam, |gate| gate.unread_notifications()).expect("counted");
        assert_eq!(count, 100, "it counts no further");
        let plan = world.records.read_now(&sam, |gate| gate.unread_plan()).expect("a plan");
        let all = plan.join("\n");
        if plan.iter().any(|line| line.starts_with("SEARCH")) {
            assert!(all.contains("SEARCH n USING INDEX notification_waits_for"), "{all}");
            let scans = plan.iter().filter(|line| line.starts_with("SCAN ") && !line.starts_with("SCAN s"));
            assert_eq!(scans.count(), 0, "{all}");
            let looked_up = plan.iter().filter(|line| line.starts_with("SEARCH w"));
            assert!(looked_up.clone().count() > 5, "{all}");
            assert!(looked_up.clone().all(|line| line.contains("USING INTEGER PRIMARY KEY")), "{all}");
            assert!(!all.contains("LIST SUBQUERY"), "{all}");
        }
    }
}

#[test]
fn an_archive_holds_what_was_said_and_told() {
    for world in worlds() {
        let (sam, acme) = told(&world);
        let read = |world: &World| {
            let asked = NoticesAsked { unread: true, cursor: None, limit: 200 };
            let (sam, asked) = (sam.clone(), asked);
            world.records.read_now(&sam, move |gate| {
                let object = gate.object("account")?;
                let (notices, _) = gate.notifications(&asked)?;
                let said = gate.comments(object, acme, (None, None), 200)?;
                let followers = gate.followers(object, acme)?;
                Ok(format!("{notices:?}{said:?}{followers:?}"))
            })
        };
        let before = read(&world).expect("told");
        assert!(before.contains("Number 119") && before.contains("Sam Smith"), "{before}");
        let archive = world.folder.join("talk.tar.gz");
        world.records.back_up(&archive, false, "test", |_| ()).expect("a backup");
        let checked = check_archive(&archive).expect("sound");
        for restored in bare() {
            restored.records.restore(&archive, &checked, false, |_| ()).expect("restored");
            assert_eq!(read(&restored).expect("told"), before);
        }
    }
}
