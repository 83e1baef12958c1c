//! A read that takes too long is ended and said to be so; the next is answered.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::time::{Duration, Instant};

use cordee_base::{Outcome, Problem};
use cordee_records::{Query, Records};
use cordee_schema::Draft;
use support::tables::Outsider;
use support::{World, note, postgres_world, sqlite_world};

fn noted(world: &World) {
    let draft = Draft::new(&note::NOTE).with(note::NAME, "Noted".to_owned());
    world.records.write_now(&world.system(), move |gate| gate.create(draft.clone())).expect("a note");
}

/// How many notes say a word that none of them says: all of them are read.
fn looked_for(world: &World, records: &Records) -> Outcome<u64> {
    let query = Query::of(&note::NOTE).filter(world.filter(&note::NOTE, "name ~ zz"));
    records.read_now(&world.system(), move |gate| gate.count(&query))
}

/// Asks until it is answered: what is asked of a machine that has other things to do may be late itself.
fn answered(mut ask: impl FnMut() -> Outcome<u64>) -> Outcome<u64> {
    let since = Instant::now();
    loop {
        match ask() {
            Err(Problem::Busy { .. }) if since.elapsed() < Duration::from_secs(20) => {}
            other => return other,
        }
    }
}

#[test]
fn a_read_of_a_file_that_takes_too_long_is_ended() {
    let world = sqlite_world(support::catalog);
    noted(&world);
    let mut outside = Outsider::of(&world.database);
    let columns = outside.found("SELECT name FROM pragma_table_info('note')");
    let told =
        columns.iter().map(|name| if name == "id" { "id + i".to_owned() } else { format!("\"{name}\"") });
    outside.run(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) \
         INSERT INTO note (\"{}\") SELECT {} FROM note, n",
        columns.join("\", \""),
        told.collect::<Vec<_>>().join(", ")
    ));
    let hurried = world.another(5);
    hurried.limit_reads(Duration::from_millis(3));
    assert_eq!(looked_for(&world, &hurried), Err(Problem::Busy { retry_seconds: 1 }));
    hurried.limit_reads(Duration::from_secs(60));
    assert_eq!(looked_for(&world, &hurried), Ok(0), "the connection is as good as before");
}

#[test]
fn a_read_that_waits_too_long_for_a_server_is_ended() {
    let Some(world) = postgres_world(support::catalog) else { return };
    noted(&world);
    let hurried = world.another(5);
    hurried.limit_reads(Duration::from_millis(300));
    let mut outside = Outsider::of(&world.database);
    outside.run("BEGIN");
    outside.run("LOCK TABLE note IN ACCESS EXCLUSIVE MODE");
    let since = Instant::now();
    assert_eq!(looked_for(&world, &hurried), Err(Problem::Busy { retry_seconds: 1 }));
    assert!(since.elapsed() < Duration::from_secs(20));
    outside.run("ROLLBACK");
    assert_eq!(answered(|| looked_for(&world, &hurried)), Ok(0), "the connection is as good as before");
}
