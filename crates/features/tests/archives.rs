//! An archive made while others write is of one moment: everything that was certain before is in it, nothing is half
//! in it, and what is restored is what was archived, on either database.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use cordee_records::{Actor, Query, Search, check_archive};
use cordee_schema::{Draft, Filter, Path as FieldPath, Value};
use support::{World, bare, worlds};

const WRITERS: usize = 4;
/// Every writer makes an account, a contact of it and a meeting with them in one transaction.
const BEFORE: u64 = 40;

fn write(world: &World, acknowledged: &AtomicU64) {
    let (account, contact) = (object(world, "account"), object(world, "contact"));
    let meeting = object(world, "activity");
    let pair = move |gate: &mut cordee_records::Gate<'_>| {
        let mut draft = Draft::new(account);
        draft.set("name", Value::Text("Under load".into()));
        let id = gate.create(draft)?;
        let mut draft = Draft::new(contact);
        draft.set("name", Value::Text("Somebody".into()));
        draft.set("account", Value::Link(id));
        let somebody = gate.create(draft)?;
        let mut draft = Draft::new(meeting);
        draft.set("subject", Value::Text("Handshake".into()));
        draft.set("type", Value::Text("meeting".into()));
        draft.set("participants", Value::Links(vec![somebody]));
        gate.create(draft)
    };
    world.records.write_now(&world.actor(), pair).expect("a pair");
    acknowledged.fetch_add(1, Ordering::SeqCst);
}

fn object(world: &World, name: &str) -> &'static cordee_schema::Object {
    world.registry.catalog.object(name).expect("an object")
}

#[test]
fn a_backup_under_load_is_of_one_moment_and_restores_to_the_same() {
    for world in worlds() {
        let (done, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
        let archive = world.folder.join("load.tar.gz");
        let (before, manifest) = thread::scope(|scope| {
            for _ in 0..WRITERS {
                let (world, done, acknowledged) = (&world, done.clone(), acknowledged.clone());
                scope.spawn(move || {
                    while !done.load(Ordering::SeqCst) {
                        write(world, &acknowledged);
                    }
                });
            }
            while acknowledged.load(Ordering::SeqCst) < BEFORE {
                thread::yield_now();
            }
            let before = acknowledged.load(Ordering::SeqCst);
            let manifest = world.records.back_up(&archive, false, "test", |_| ()).expect("a backup");
            done.store(true, Ordering::SeqCst);
            (before, manifest)
        });
        let checked = check_archive(&archive).expect("sound");
        assert_eq!(checked.content(), manifest.content());
        for place in bare() {
            place.records.restore(&archive, &checked, false, |_| ()).expect("restored");
            let same = place.records.compare(&checked).expect("the same").expect("of this version");
            assert_eq!(same, manifest.content().sha256);
            let actor = Actor::system(world.workspace, "a test of archives");
            let verdict = place.records.read_now(&actor, |gate| gate.verify_journal()).expect("a verdict");
            assert_eq!(verdict.broken_at, None);
            let (account, contact) = (object(&world, "account"), object(&world, "contact"));
            let counts = move |gate: &mut cordee_records::Gate<'_>| {
                let linked = FieldPath::resolve(gate.catalog(), contact, "account")?;
                let alone = Query::of(contact).filter(Filter::is(linked, Value::None));
                Ok((gate.count(&Query::of(account))?, gate.count(&Query::of(contact))?, gate.count(&alone)?))
            };
            let meeting = object(&world, "activity");
            let met = move |gate: &mut cordee_records::Gate<'_>| {
                let somebody = gate.list(&Query::of(contact).limit(1))?.records[0].head.id;
                let with = format!("participants has {somebody}");
                let with = Filter::parse(&with, gate.catalog(), meeting, gate.reading())?;
                gate.count(&Query::of(meeting).filter(with))
            };
            let met = place.records.read_now(&actor, met).expect("a count");
            assert_eq!(met, 1, "links to many are followed after it");
            let sought = |text: &str| {
                let search = Search { text: text.to_owned(), objects: Vec::new(), limit: 1_000 };
                let found = place.records.read_now(&actor, move |gate| gate.search(&search)).expect("found");
                found.iter().map(|of| of.hits.len() as u64).sum::<u64>()
            };
            let (accounts, contacts, alone) = place.records.read_now(&actor, counts).expect("counts");
            assert!(accounts >= before, "{accounts} of {before}: what was certain before must be in it");
            assert_eq!((accounts, alone), (contacts, 0), "a pair is whole or not there");
            let among = accounts.min(1_000);
            assert_eq!((sought("under"), sought("somebody")), (among, among), "what was restored is found");
        }
    }
}
