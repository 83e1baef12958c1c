//! Many at once: nothing is lost, nothing is doubled, the journal has no gap, and nobody is told of the collisions.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Database, Gate, Query, Records};
use cordee_schema::{Draft, Value, number};
use support::office::{self, FIRM};
use support::tables::Outsider;
use support::{World, postgres_world, times, worlds_of};

fn firm(name: &str) -> Draft {
    let mut draft = Draft::new(&FIRM);
    draft.set("name", Value::Text(name.to_owned()));
    draft
}

fn sized(size: i64) -> Draft {
    let mut draft = Draft::new(&FIRM);
    draft.set("size", Value::Number(size.into()));
    draft
}

fn size(gate: &mut Gate<'_>, id: Id) -> Outcome<(i64, i64)> {
    let record = gate.get(&FIRM, id)?;
    let size = record.get(number("size", 0)).unwrap_or_default();
    Ok((i64::try_from(size).unwrap_or(-1), record.head.version))
}

fn made(world: &World, name: &str) -> Id {
    let draft = firm(name);
    world.records.write_now(&world.system(), move |gate| gate.create(draft.clone())).expect("a firm")
}

/// Runs this on so many threads, all beginning at once.
fn at_once(threads: usize, work: impl Fn(usize) + Sync) {
    let start = Barrier::new(threads);
    thread::scope(|scope| {
        for number in 0..threads {
            let (start, work) = (&start, &work);
            scope.spawn(move || {
                start.wait();
                work(number);
            });
        }
    });
}

fn whole_journal(world: &World) -> i64 {
    let verdict = world.records.read_now(&world.system(), |gate| gate.verify_journal()).expect("verified");
    assert_eq!(verdict.broken_at, None);
    verdict.checked
}

#[test]
fn no_update_is_lost() {
    let (clients, each) = (16, times(20, 200) as usize);
    for world in worlds_of(office::catalog) {
        let id = made(&world, "Counted");
        let tries = AtomicUsize::new(0);
        at_once(clients, |_| {
            for _ in 0..each {
                loop {
                    let (seen, version) =
                        world.records.read_now(&world.system(), move |gate| size(gate, id)).expect("a size");
                    tries.fetch_add(1, Ordering::Relaxed);
                    let done = world.records.write_now(&world.system(), move |gate| {
                        gate.update(id, Some(version), sized(seen + 1))
                    });
                    match done {
                        Ok(_) => break,
                        Err(Problem::Stale { now }) => assert!(now > version),
                        Err(problem) => assert_eq!(problem, Problem::NotFound, "nothing but Stale"),
                    }
                }
            }
        });
        let wanted = (clients * each) as i64;
        let stands = world.records.read_now(&world.system(), move |gate| size(gate, id)).expect("a size");
        assert_eq!(stands, (wanted, wanted + 1));
        assert_eq!(whole_journal(&world), wanted + 1, "the firm, and each change once");
        assert!(tries.into_inner() as i64 >= wanted);
    }
}

/// How many transactions the write-ahead log of a file holds: each ends with a frame that tells the file's length.
fn commits(database: &Database) -> usize {
    let Database::Sqlite(path) = database else { return 0 };
    let log = std::fs::read(path.with_extension("db-wal")).expect("a log");
    let page = u32::from_be_bytes(log[8..12].try_into().expect("four bytes")) as usize;
    log[32..].chunks_exact(page + 24).filter(|frame| frame[4..8] != [0; 4]).count()
}

#[test]
fn who_glances_sees_all_that_was_kept_and_harms_nobody() {
    let (clients, each) = (12, times(30, 300) as i64);
    let runtime = || tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    for world in worlds_of(office::catalog) {
        let id = made(&world, "Glanced at");
        let glance = |world: &World| {
            runtime()
                .block_on(world.records.glance(&world.system(), move |gate| size(gate, id)))
                .expect("a size")
        };
        // More of them than there are connections, beside others who read in turn, write, and fail.
        at_once(clients, |number| {
            for step in 1..=each {
                match number {
                    0 => {
                        let draft = sized(step);
                        let kept = world
                            .records
                            .write_now(&world.system(), move |gate| gate.update(id, None, draft.clone()));
                        assert!(kept.is_ok());
                        assert_eq!(glance(&world).0, step, "what was kept is seen at once");
                    }
                    1 => {
                        let (runtime, actor) = (runtime(), world.system());
                        let broken =
                            world.records.glance(&actor, |_| -> Outcome<()> { panic!("on purpose") });
                        assert!(matches!(runtime.block_on(broken), Err(Problem::Internal(_))));
                    }
                    2 => drop(
                        world.records.read_now(&world.system(), move |gate| size(gate, id)).expect("a size"),
                    ),
                    _ => assert!((0..=each).contains(&glance(&world).0)),
                }
            }
        });
        assert_eq!(glance(&world).0, each);
    }
}

#[test]
fn waiting_writes_share_a_commit() {
    let world = support::sqlite_world(office::catalog);
    let before = commits(&world.database);
    at_once(16, |thread| {
        for number in 0..20 {
            made(&world, &format!("{thread} {number}"));
        }
    });
    let after = commits(&world.database) - before;
    assert!(after < 320, "{after} commits for 320 writes");
    assert_eq!(world.records.read_now(&world.system(), |gate| gate.count(&Query::of(&FIRM))), Ok(320));
    assert_eq!(whole_journal(&world), 320);
}

/// How many transactions a server of PostgreSQL has ended in this database, once it has been told of all of them: each
/// connection tells when it ends.
fn transactions(outside: &mut Outsider, others: &str) -> i64 {
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";
    for _ in 0..200 {
        if outside.text(open).as_deref() == Some(others) {
            break;
        }
        thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(outside.text(open).as_deref(), Some(others), "connections that should have ended");
    let ended = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()";
    outside.text(ended).and_then(|text| text.parse().ok()).expect("a count")
}

#[test]
fn waiting_writes_share_a_commit_on_a_server() {
    let Some(world) = postgres_world(office::catalog) else { return };
    let mut outside = Outsider::of(&world.database);
    let open = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()";
    let other = world.another(79);
    let others = outside.text(open).expect("a count");
    // What ends with the first server's connections was not in this count.
    let before = transactions(&mut outside, &others);
    at_once(16, |thread| {
        for number in 0..20 {
            let draft = firm(&format!("{thread} {number}"));
            let done = other.write_now(&world.system(), move |gate| gate.create(draft.clone()));
            assert!(done.is_ok(), "{done:?}");
        }
    });
    drop(other);
    let after = transactions(&mut outside, &others) - before;
    assert!((2..320).contains(&after), "{after} transactions for 320 writes");
    assert_eq!(whole_journal(&world), 320);
}

#[test]
fn two_servers_keep_one_journal_without_gaps() {
    let Some(world) = postgres_world(office::catalog) else { return };
    let other = world.another(77);
    let servers = [&world.records, &other];
    let counted = made(&world, "Counted");
    let each = times(25, 400) as usize;
    at_once(8, |number| {
        let server = servers[number % 2];
        for round in 0..each {
            let draft = firm(&format!("{number} {round}"));
            let done = server.write_now(&world.system(), move |gate| {
                gate.create(draft.clone())?;
                // Without a version the last word counts, whoever spoke meanwhile.
                let (seen, _) = size(gate, counted)?;
                gate.update(counted, None, sized(seen + 1)).map(|_| ())
            });
            assert_eq!(done, Ok(()));
        }
    });
    let wanted = (8 * each) as i64;
    let stands = world.records.read_now(&world.system(), move |gate| size(gate, counted)).expect("a size");
    assert_eq!(stands.0, wanted);
    assert_eq!(whole_journal(&world), 1 + 2 * wanted);
}

#[test]
fn two_servers_that_lock_each_other_out_try_again_unseen() {
    let Some(world) = postgres_world(office::catalog) else { return };
    let other = world.another(78);
    let (left, right) = (made(&world, "Left"), made(&world, "Right"));
    let rounds = times(3, 20) as usize;
    at_once(2, |number| {
        let (server, first, then) =
            if number == 0 { (&world.records, left, right) } else { (&other, right, left) };
        for _ in 0..rounds {
            let done = server.write_now(&world.system(), move |gate| {
                for id in [first, then] {
                    let (seen, _) = size(gate, id)?;
                    gate.update(id, None, sized(seen + 1))?;
                    thread::sleep(std::time::Duration::from_millis(20));
                }
                Ok(())
            });
            assert_eq!(done, Ok(()));
        }
    });
    for id in [left, right] {
        let stands = world.records.read_now(&world.system(), move |gate| size(gate, id)).expect("a size");
        assert_eq!(stands.0, 2 * rounds as i64);
    }
    whole_journal(&world);
}

#[test]
fn ids_that_collide_are_drawn_again() {
    for world in worlds_of(office::catalog) {
        // The same clock and the same chance: what one server draws the other has drawn.
        let (one, two) = (world.another(5), world.another(5));
        let create = |server: &Records, name: &str| {
            let draft = firm(name);
            server.write_now(&world.system(), move |gate| gate.create(draft.clone()))
        };
        for number in 0..3 {
            let (first, then) =
                (create(&one, &format!("one {number}")), create(&two, &format!("two {number}")));
            assert!(first.is_ok() && then.is_ok() && first != then, "{first:?} {then:?}");
        }
        assert_eq!(world.records.read_now(&world.system(), |gate| gate.count(&Query::of(&FIRM))), Ok(6));
    }
}

#[test]
fn work_that_goes_on_after_a_failure_keeps_nothing_and_harms_nobody() {
    for world in worlds_of(office::catalog) {
        let foreign = |name: &str| {
            let mut draft = firm(name);
            draft.foreign = Some(("old".to_owned(), "1".to_owned()));
            draft
        };
        let first = foreign("First");
        world.records.write_now(&world.system(), move |gate| gate.create(first.clone())).expect("created");
        let before = Outsider::of(&world.database).digest();
        let (twice, beside) = (foreign("Twice"), firm("Beside"));
        let done = world.records.write_now(&world.system(), move |gate| {
            let refused = gate.create(twice.clone());
            assert!(matches!(refused, Err(Problem::Conflict(_))), "{refused:?}");
            // A caller that takes the refusal for its own and goes on.
            gate.create(beside.clone()).ok();
            Ok(())
        });
        assert!(
            matches!(done, Err(Problem::Conflict(Fault { ref field, .. })) if field.as_deref() == Some("foreign_id")),
            "{done:?}"
        );
        assert_eq!(Outsider::of(&world.database).digest(), before);
        // Nor do those suffer whose work shares the transaction.
        let refused = AtomicUsize::new(0);
        at_once(16, |number| {
            let draft = if number % 4 == 0 { foreign("Again") } else { firm(&format!("Sound {number}")) };
            let done =
                world.records.write_now(&world.system(), move |gate| Ok(gate.create(draft.clone()).ok()));
            assert_eq!(done.is_err(), number % 4 == 0, "{number}: {done:?}");
            refused.fetch_add(usize::from(done.is_err()), Ordering::Relaxed);
        });
        assert_eq!(refused.into_inner(), 4);
        assert_eq!(world.records.read_now(&world.system(), |gate| gate.count(&Query::of(&FIRM))), Ok(13));
        whole_journal(&world);
    }
}

#[test]
fn a_panic_takes_only_its_own_work_along() {
    for world in worlds_of(office::catalog) {
        at_once(8, |number| {
            let draft = firm(&format!("{number}"));
            let done = world.records.write_now(&world.system(), move |gate| {
                gate.create(draft.clone())?;
                assert!(number != 3, "a panic on purpose");
                Ok(())
            });
            assert_eq!(matches!(done, Err(Problem::Internal(_))), number == 3, "{done:?}");
        });
        assert_eq!(world.records.read_now(&world.system(), |gate| gate.count(&Query::of(&FIRM))), Ok(7));
        whole_journal(&world);
    }
}

/// A line to the server that is cut once, after a commit was sent and before its answer came back.
fn cut_line(url: &str, cut: Arc<AtomicBool>) -> String {
    let (head, database) = url.rsplit_once('/').expect("a URL with a database");
    let (login, server) = head.rsplit_once('@').expect("a URL with a login");
    let (server, listener) = (server.to_owned(), TcpListener::bind("127.0.0.1:0").expect("a port"));
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for client in listener.incoming() {
            let (client, cut) = (client.expect("a client"), cut.clone());
            let upstream = TcpStream::connect(&server).expect("the server");
            thread::spawn(move || carry(client, upstream, &cut));
        }
    });
    format!("{login}@127.0.0.1:{port}/{database}")
}

fn carry(mut client: TcpStream, mut upstream: TcpStream, cut: &AtomicBool) {
    let (mut back_from, mut back_to) =
        (upstream.try_clone().expect("a socket"), client.try_clone().expect("a socket"));
    let silent = Arc::new(AtomicBool::new(false));
    let hushed = silent.clone();
    thread::spawn(move || {
        let mut bytes = [0; 65_536];
        while let Ok(read @ 1..) = back_from.read(&mut bytes) {
            if hushed.load(Ordering::SeqCst) {
                // The server has answered; nobody hears it.
                let _ = back_to.shutdown(std::net::Shutdown::Both);
                return;
            }
            if back_to.write_all(&bytes[..read]).is_err() {
                return;
            }
        }
    });
    let mut bytes = [0; 65_536];
    while let Ok(read @ 1..) = client.read(&mut bytes) {
        if bytes[..read].windows(6).any(|word| word == b"COMMIT") && cut.swap(false, Ordering::SeqCst) {
            silent.store(true, Ordering::SeqCst);
        }
        if upstream.write_all(&bytes[..read]).is_err() {
            return;
        }
    }
}

#[test]
fn a_line_cut_at_the_commit_doubles_nothing() {
    let Some(mut world) = postgres_world(office::catalog) else { return };
    let Database::Postgres(url) = world.database.clone() else { return };
    let cut = Arc::new(AtomicBool::new(false));
    world.database = Database::Postgres(cut_line(&url, cut.clone()));
    let server = world.another(9);
    let create = |name: &str| {
        let draft = firm(name);
        server.write_now(&world.system(), move |gate| gate.create(draft.clone()))
    };
    assert!(create("Before").is_ok());
    cut.store(true, Ordering::SeqCst);
    let unsure = create("At the commit");
    assert_eq!(unsure, Err(Problem::Busy { retry_seconds: 5 }), "whether it was kept is not known");
    assert!(create("After").is_ok(), "the line is mended by itself");
    assert_eq!(world.records.read_now(&world.system(), |gate| gate.count(&Query::of(&FIRM))), Ok(3));
    whole_journal(&world);
}
