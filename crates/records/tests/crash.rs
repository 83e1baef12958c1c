//! Killed at any moment: what was acknowledged is there, nothing stands half done, and the journal holds.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use cordee_base::{Id, OsChance, SystemClock};
use cordee_records::{Actor, Database, JournalKey, Options, Records};
use cordee_schema::{Draft, Value};
use cordee_store::{Options as StoreOptions, Store};
use support::draw::Draw;
use support::office::{self, FIRM, TASK};
use support::tables::Outsider;
use support::{World, seeds, times, told, worlds_of};

/// The test below that, run as a program of its own, writes until it is killed.
const WRITER: &str = "writes_until_it_is_killed";

#[test]
#[ignore = "run by the other tests, as a program that is killed"]
fn writes_until_it_is_killed() {
    let (Some(database), Some(workspace)) = (told("CORDEE_TEST_DATABASE"), told("CORDEE_TEST_WORKSPACE"))
    else {
        return;
    };
    let workspace: Id = workspace.parse().expect("an id");
    let records = opened(&database.parse().expect("a database"));
    std::thread::scope(|scope| {
        for _ in 0..8 {
            let records = records.clone();
            scope.spawn(move || {
                loop {
                    let id = records.write_now(&Actor::system(workspace, "write until killed"), |gate| {
                        let mut firm = Draft::new(&FIRM);
                        firm.set("name", Value::Text("A firm".to_owned()));
                        let firm = gate.create(firm)?;
                        let mut task = Draft::new(&TASK);
                        task.set("name", Value::Text("and its task".to_owned()));
                        task.set("firm", Value::Link(firm));
                        gate.create(task)?;
                        Ok(firm)
                    });
                    let mut out = std::io::stdout().lock();
                    writeln!(out, "acknowledged {}", id.expect("written").as_i64()).expect("told");
                }
            });
        }
    });
}

fn opened(database: &Database) -> Records {
    let store = Store::open(&StoreOptions { database: database.clone(), readers: 2 }).expect("opens again");
    Records::open(Options {
        store,
        catalog: office::catalog(),
        hooks: Vec::new(),
        key: JournalKey(support::KEY),
        clock: Arc::new(SystemClock),
        ids: Box::new(OsChance),
        secrets: Box::new(OsChance),
    })
}

/// Lets the program write for so long, kills it, and gives the ids that it told were written.
fn killed_after(world: &World, time: Duration) -> Vec<i64> {
    let url = match &world.database {
        Database::Sqlite(path) => format!("sqlite://{}", path.display()),
        Database::Postgres(url) => url.clone(),
    };
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args([WRITER, "--exact", "--ignored", "--nocapture"])
        .env("CORDEE_TEST_DATABASE", url)
        .env("CORDEE_TEST_WORKSPACE", world.workspace.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a program");
    let told = BufReader::new(child.stdout.take().expect("its voice"));
    let (tell, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for line in told.lines().map_while(Result::ok) {
            // Only whole lines count: the last may have been cut.
            if let Some(id) = line.rsplit_once("acknowledged ").and_then(|(_, id)| id.parse::<i64>().ok())
                && tell.send(id).is_err()
            {
                return;
            }
        }
    });
    // The time runs from the first write on, however long the program takes to begin.
    let first = heard.recv_timeout(Duration::from_secs(60)).expect("the program writes");
    std::thread::sleep(time);
    // On Unix this is SIGKILL: nothing can be tidied up.
    child.kill().expect("killed");
    child.wait().expect("gone");
    let mut ids: Vec<i64> = std::iter::once(first).chain(heard).collect();
    // A line of which the end was cut off may still look like a number.
    ids.retain(|id| *id > 1 << 40);
    ids
}

#[test]
fn what_was_acknowledged_survives_being_killed() {
    for seed in seeds(1, 3) {
        for world in worlds_of(office::catalog) {
            let mut draw = Draw::new(seed);
            let mut acknowledged: Vec<i64> = Vec::new();
            for round in 0..times(10, 100) {
                let time = Duration::from_millis(draw.below(150) as u64);
                acknowledged.extend(killed_after(&world, time));
                let context = format!("CORDEE_SEED={seed} {:?} round {round}", world.store.dialect());
                // A server opens what was left behind, as at a start.
                let records = opened(&world.database);
                let mut outsider = Outsider::of(&world.database);
                if let Database::Sqlite(_) = world.database {
                    assert_eq!(outsider.text("PRAGMA integrity_check").as_deref(), Some("ok"), "{context}");
                }
                let ids = acknowledged.iter().map(i64::to_string).collect::<Vec<_>>().join(", ");
                let there = outsider.text(&format!("SELECT count(*) FROM firm WHERE id IN ({ids})"));
                assert_eq!(there, Some(acknowledged.len().to_string()), "{context}: acknowledged");
                let halves =
                    "SELECT (SELECT count(*) FROM firm) - (SELECT count(*) FROM task WHERE firm IS NOT NULL)";
                assert_eq!(outsider.text(halves).as_deref(), Some("0"), "{context}: half a write");
                let unsaid = "SELECT (SELECT count(*) FROM firm) + (SELECT count(*) FROM task) - \
                              (SELECT count(*) FROM journal WHERE verb = 'create' AND object IN ('firm', 'task'))";
                assert_eq!(outsider.text(unsaid).as_deref(), Some("0"), "{context}: not in the journal");
                let system = world.system();
                let verdict = records.read_now(&system, |gate| gate.verify_journal()).expect("a verdict");
                assert_eq!(verdict.broken_at, None, "{context}");
            }
            assert!(acknowledged.len() >= 10, "it wrote at all");
        }
    }
}
