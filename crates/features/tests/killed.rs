//! An import is killed at random points and resumed: it ends as one that was left alone.
//!
//! The process that imports is this very test, started once more. Three kills; with CORDEE_LONG=1 ten, and more rows.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::fmt::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use cordee_base::{Chance, Decimal, Id, SeededChance};
use cordee_records::{Database, system::import};
use support::{World, again, worlds};

const DATABASE: &str = "CORDEE_TEST_KILLED_DATABASE";
const IMPORT: &str = "CORDEE_TEST_KILLED_IMPORT";

#[expect(
    clippy::disallowed_methods,
    reason = "a child is told by its parent what to do, and a person how long"
)]
fn said(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Not a test of its own: what the killed process does.
#[test]
fn the_child() {
    let (Some(database), Some(import)) = (said(DATABASE), said(IMPORT)) else { return };
    let world = again(database.parse().expect("a database"), std::env::temp_dir());
    assert!(world.resume(import.parse().expect("an id")).done);
}

#[test]
fn killed_anywhere_and_resumed_an_import_ends_as_if_left_alone() {
    let long = said("CORDEE_LONG").is_some();
    let (kills, rows) = if long { (10, 60_000) } else { (3, 14_000) };
    let mut chance = SeededChance::new(7);
    for (clean, killed) in worlds().into_iter().zip(worlds()) {
        let expected = {
            let import = prepare(&clean, rows);
            clean.resume(import);
            state(&clean, import)
        };
        let import = prepare(&killed, rows);
        for _ in 0..kills {
            let (begun, further) = (position(&killed, import), u64::from(chance.u32() % 2) * 2_000);
            let mut child = child(&killed, import);
            // Once it has come some chunks further it is somewhere in the next one, or in between.
            while position(&killed, import) < begun + Decimal::from(further + 1) {
                assert!(child.try_wait().expect("a child").is_none(), "it must be killed before it ends");
                sleep(Duration::from_millis(5));
            }
            sleep(Duration::from_millis(u64::from(chance.u32() % 60)));
            child.kill().expect("it can be killed");
            child.wait().expect("it ends");
            println!("killed at row {}", position(&killed, import));
        }
        assert!(child(&killed, import).wait().expect("it ends").success());
        assert!(state(&killed, import) == expected, "what was killed differs from what was left alone");
        let sound =
            killed.records.read_now(&killed.actor(), |gate| gate.verify_journal()).expect("a verdict");
        assert_eq!(sound.broken_at, None);

        killed.undo(import);
        assert_eq!((killed.count("opportunity"), killed.count("account")), (0, 100));
    }
}

/// Accounts, and an import of deals that has not begun; every hundredth row is wrong.
fn prepare(world: &World, rows: usize) -> Id {
    let mut accounts = "foreign_id,name\n".to_owned();
    (0..100).for_each(|n| writeln!(accounts, "a{n},Company {n}").expect("in memory"));
    world.import("account", &world.file("accounts.csv", &accounts), None);
    let mut deals =
        "foreign_id,name,account.foreign_id,pipeline,stage,amount,expected_close_date\n".to_owned();
    for n in 0..rows {
        let amount = if n % 100 == 99 { "much".to_owned() } else { format!("{}.50", n % 900) };
        let stage = ["Prospecting", "Qualification", "Proposal"][n % 3];
        writeln!(deals, "d{n},Deal {n},a{},Sales,{stage},{amount},2027-01-0{}", n % 100, n % 9 + 1)
            .expect("in memory");
    }
    world.start("opportunity", &world.file("deals.csv", &deals), None)
}

fn child(world: &World, import: Id) -> std::process::Child {
    let database = match &world.database {
        Database::Sqlite(path) => format!("sqlite://{}", path.display()),
        Database::Postgres(url) => url.clone(),
    };
    Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "the_child"])
        .env(DATABASE, database)
        .env(IMPORT, import.to_string())
        .stdout(Stdio::null())
        .spawn()
        .expect("a child")
}

/// Everything that must be the same: the records, the counts, the rejected rows.
fn state(world: &World, import: Id) -> (String, Vec<Option<Decimal>>, Option<String>, String) {
    let imports = world.registry.imports;
    let record =
        world.records.read_now(&world.actor(), move |gate| imports.get(gate, import)).expect("it is there");
    let counts = [import::POSITION, import::CREATED, import::UPDATED, import::SKIPPED, import::FAILED];
    let rejects = record.get(import::REJECTS).expect("a file");
    (
        world.content("opportunity"),
        counts.map(|field| record.get(field)).to_vec(),
        record.get(import::STATUS),
        std::fs::read_to_string(Path::new(&rejects)).expect("rejected rows"),
    )
}

fn position(world: &World, import: Id) -> Decimal {
    let imports = world.registry.imports;
    let record =
        world.records.read_now(&world.actor(), move |gate| imports.get(gate, import)).expect("it is there");
    record.get(import::POSITION).unwrap_or_default()
}
