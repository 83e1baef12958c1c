//! The queue as it is worked off: nothing is done twice at once, nothing is lost, and nobody waits for somebody else's
//! trouble.

mod support;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, Mutex};
use std::thread;
use std::time::Duration;

use cordee_base::Outcome;
use cordee_jobs::Workers;
use cordee_kit::{Ended, HOUSE, Job, Queue, Work};
use cordee_records::{JobState, JobsAsked};
use serde_json::json;
use support::{World, worlds};

static SLOW: Queue = Queue { name: "slow", at_once: 8 };

const PLAIN: Job = Job {
    name: "plain",
    queue: &HOUSE,
    every: None,
    waits: &[10, 100],
    lease: 60,
    lane_waits: None,
    run: |_| Ok(Ended::Done("well".to_owned())),
};
static DONE: Job = PLAIN;
static FAILS: Job = Job { name: "fails", run: |_| Ok(Ended::Failed("no answer".to_owned())), ..PLAIN };
static PANICS: Job = Job { name: "panics", run: panics, waits: &[], ..PLAIN };
static HOURLY: Job = Job { name: "hourly", every: Some(3600), ..PLAIN };
static LANE: Job = Job {
    name: "lane",
    queue: &SLOW,
    lane_waits: Some(60),
    waits: &[300, 300],
    run: only_odd_numbers,
    ..PLAIN
};
static COUNTS: Job = Job { name: "counts", queue: &SLOW, run: counts, ..PLAIN };
static WAITS_FOR_US: Job = Job { name: "waits_for_us", run: waits_for_us, ..PLAIN };

fn panics(_: &Work<'_>) -> Outcome<Ended> {
    unreachable!("a poison job")
}

fn only_odd_numbers(work: &Work<'_>) -> Outcome<Ended> {
    match work.job.payload["number"].as_i64() {
        Some(number) if number % 2 == 1 => Ok(Ended::Done(number.to_string())),
        _ => Ok(Ended::Failed("even".to_owned())),
    }
}

static COUNTED: AtomicUsize = AtomicUsize::new(0);

fn counts(work: &Work<'_>) -> Outcome<Ended> {
    COUNTED.fetch_add(1, Ordering::SeqCst);
    Ok(Ended::Done(work.job.payload["number"].to_string()))
}

static STARTED: Mutex<Option<Arc<Barrier>>> = Mutex::new(None);

fn waits_for_us(work: &Work<'_>) -> Outcome<Ended> {
    let started = STARTED.lock().expect("nobody panics here").clone();
    if let Some(started) = started {
        started.wait();
    }
    while !(work.stopping)() {
        thread::sleep(Duration::from_millis(5));
    }
    Ok(Ended::Done("stopped when told".to_owned()))
}

fn standing(world: &World, kind: &str) -> Vec<(JobState, i64, String)> {
    let asked = JobsAsked { limit: 200, ..JobsAsked::default() };
    let jobs = world.read(move |gate| gate.jobs(&asked));
    let of_kind = jobs.into_iter().filter(|job| job.kind == kind);
    of_kind.map(|job| (job.state, job.tries, job.told.unwrap_or_default())).collect()
}

#[test]
fn a_job_is_put_with_what_calls_for_it_or_not_at_all() {
    for world in worlds(&[&DONE]) {
        let refused = world.records.write_now(&world.system(), |gate| {
            DONE.put(gate)?;
            Err::<(), _>(cordee_base::Problem::NotAllowed)
        });
        assert!(refused.is_err());
        assert_eq!(world.bench().work_off(), Ok(0));
        world.write(|gate| DONE.put(gate));
        world.write(|gate| DONE.put(gate));
        assert_eq!(world.bench().work_off(), Ok(1), "the second found that one waits already");
        assert_eq!(standing(&world, "plain"), [(JobState::Done, 1, "well".to_owned())]);
    }
}

#[test]
fn what_fails_is_tried_again_later_and_given_up_in_the_end() {
    for world in worlds(&[&FAILS]) {
        world.write(|gate| FAILS.put(gate));
        let bench = world.bench();
        assert_eq!(bench.work_off(), Ok(1));
        assert_eq!(standing(&world, "fails"), [(JobState::Waiting, 1, "no answer".to_owned())]);
        world.later(9);
        assert_eq!(bench.work_off(), Ok(0), "not before its time");
        world.later(3);
        assert_eq!(bench.work_off(), Ok(1));
        world.later(111);
        assert_eq!(bench.work_off(), Ok(1));
        assert_eq!(standing(&world, "fails"), [(JobState::Dead, 3, "no answer".to_owned())]);
        world.later(10_000);
        assert_eq!(bench.work_off(), Ok(0), "it stays given up");
        let id = world.read(|gate| gate.jobs(&JobsAsked { limit: 1, ..JobsAsked::default() }))[0].id;
        world.write(move |gate| gate.run_job_again(id));
        assert_eq!(bench.work_off(), Ok(1), "unless somebody has it run again");
        world.write(move |gate| gate.discard_job(id));
        assert_eq!(standing(&world, "fails"), []);
    }
}

#[test]
fn a_poison_job_harms_nobody_else() {
    for world in worlds(&[&PANICS, &DONE]) {
        world.write(|gate| gate.put_job(&PANICS.with(json!(null))));
        world.write(|gate| gate.put_job(&DONE.with(json!(null))));
        assert_eq!(world.bench().work_off(), Ok(2));
        assert_eq!(
            standing(&world, "panics"),
            [(
                JobState::Dead,
                1,
                "a panic: internal error: entered unreachable code: a poison job".to_owned()
            )]
        );
        assert_eq!(standing(&world, "plain")[0].0, JobState::Done);
    }
}

#[test]
fn whoever_is_killed_at_work_leaves_it_to_others_once_the_lease_is_over() {
    for world in worlds(&[&DONE]) {
        world.write(|gate| DONE.put(gate));
        let killed = world.bench();
        let taken = killed.take(&HOUSE, 1).expect("a job").pop().expect("one");
        let other = world.another_bench();
        world.later(59);
        assert_eq!(other.work_off(), Ok(0), "the lease holds");
        world.later(2);
        assert_eq!(other.work_off(), Ok(1));
        assert_eq!(standing(&world, "plain"), [(JobState::Done, 2, "well".to_owned())]);
        let late = world.records.job_dead(&taken, "I am back");
        assert_eq!(late, Ok(false), "who comes back late has lost it");
        assert_eq!(standing(&world, "plain")[0].0, JobState::Done);
    }
}

#[test]
fn what_kills_its_worker_each_time_is_given_up() {
    for world in worlds(&[&DONE]) {
        world.write(|gate| DONE.put(gate));
        for _ in 0..3 {
            assert_eq!(world.bench().take(&HOUSE, 1).expect("a job").len(), 1);
            world.later(61);
        }
        assert_eq!(world.bench().work_off(), Ok(1));
        let told = "given up: it never came to an end".to_owned();
        assert_eq!(standing(&world, "plain"), [(JobState::Dead, 4, told)]);
    }
}

#[test]
fn a_lease_that_is_held_on_to_does_not_run_out() {
    for world in worlds(&[&DONE]) {
        world.write(|gate| DONE.put(gate));
        let job = world.bench().take(&HOUSE, 1).expect("a job").pop().expect("one");
        for _ in 0..5 {
            world.later(50);
            assert_eq!(world.records.hold_job(&job, world.now().plus_seconds(60)), Ok(true));
            assert_eq!(world.another_bench().work_off(), Ok(0));
        }
    }
}

#[test]
fn of_a_lane_one_runs_at_a_time_and_trouble_makes_only_the_lane_wait() {
    for world in worlds(&[&LANE]) {
        world.write(|gate| {
            for (lane, number) in [("a", 2), ("a", 1), ("b", 3), ("b", 5)] {
                gate.put_job(&LANE.with(json!({"number": number})).lane(lane))?;
            }
            Ok(())
        });
        let bench = world.bench();
        let together = bench.take(&SLOW, 8).expect("jobs");
        assert_eq!(together.len(), 2, "one of each lane");
        assert_eq!(world.another_bench().take(&SLOW, 8).expect("jobs").len(), 0);
        together.iter().for_each(|job| bench.run(job).expect("kept"));
        assert_eq!(bench.work_off(), Ok(1), "the other of lane b; lane a waits after its failure");
        world.later(61);
        assert_eq!(bench.work_off(), Ok(1), "after a minute the next of lane a is tried, not the failed one");
        let done = |number: i64| standing(&world, "lane").contains(&(JobState::Done, 1, number.to_string()));
        assert!(done(1) && done(3) && done(5));
    }
}

#[test]
fn a_lane_with_thousands_hides_no_other() {
    for world in worlds(&[&LANE]) {
        world.write(|gate| {
            (0..500)
                .try_for_each(|_| gate.put_job(&LANE.with(json!({"number": 1})).lane("long")).map(drop))?;
            gate.put_job(&LANE.with(json!({"number": 1})).lane("short"))
        });
        let bench = world.bench();
        let first = bench.take(&SLOW, 8).expect("jobs");
        let second = bench.take(&SLOW, 8).expect("jobs");
        let lanes: Vec<_> = first.iter().chain(&second).map(|job| job.lane.as_deref()).collect();
        assert_eq!(lanes, [Some("long"), Some("short")]);
    }
}

#[test]
fn two_servers_take_each_job_once() {
    for world in worlds(&[&COUNTS]) {
        COUNTED.store(0, Ordering::SeqCst);
        world.write(|gate| {
            (0..200).try_for_each(|number| gate.put_job(&COUNTS.with(json!({"number": number}))).map(drop))
        });
        let (one, other) = (world.bench(), world.another_bench());
        let start = Barrier::new(2);
        let count: usize = thread::scope(|scope| {
            let work = |bench: cordee_jobs::Bench| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    bench.work_off().expect("worked off")
                })
            };
            [work(one), work(other)].into_iter().map(|thread| thread.join().expect("no panic")).sum()
        });
        assert_eq!((count, COUNTED.load(Ordering::SeqCst)), (200, 200));
    }
}

#[test]
fn what_comes_round_is_put_once_by_however_many_servers_and_survives_a_restart() {
    for world in worlds(&[&HOURLY]) {
        let (one, other) = (world.bench(), world.another_bench());
        let start = Barrier::new(2);
        let round = || {
            thread::scope(|scope| {
                for bench in [&one, &other] {
                    let start = &start;
                    scope.spawn(move || {
                        start.wait();
                        bench.put_due().expect("put");
                    });
                }
            });
            one.work_off().expect("worked off") + other.work_off().expect("worked off")
        };
        assert_eq!(round(), 1, "at the first start");
        world.later(3599);
        assert_eq!(round(), 0);
        world.later(1);
        assert_eq!(round(), 1);
        world.later(10 * 3600);
        assert_eq!(world.another_bench().work_off(), Ok(1), "what was missed is done once");
        assert_eq!(round(), 0);
        world.later(-5 * 3600);
        assert_eq!(round(), 0, "a clock that is set back does not bring it twice");
        world.later(3600);
        assert_eq!(round(), 1, "and does not keep it waiting for hours");
    }
}

#[test]
fn on_threads_of_their_own_jobs_are_done_and_stopped_when_told() {
    let world = worlds(&[&DONE, &WAITS_FOR_US]).remove(0);
    let started = Arc::new(Barrier::new(2));
    *STARTED.lock().expect("nobody panics here") = Some(started.clone());
    world.write(|gate| WAITS_FOR_US.put(gate));
    let workers = Workers::start(world.options());
    started.wait();
    world.write(|gate| DONE.put(gate));
    while standing(&world, "plain").iter().all(|(state, ..)| *state != JobState::Done) {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(workers.stop(Duration::from_secs(30)), "all came to an end");
    assert_eq!(standing(&world, "waits_for_us")[0].2, "stopped when told");
    world.write(|gate| DONE.put(gate));
    thread::sleep(Duration::from_millis(50));
    assert_eq!(standing(&world, "plain")[0].0, JobState::Waiting, "nothing is taken after the stop");
}

#[test]
fn the_queues_are_for_administrators() {
    for world in worlds(&[&DONE]) {
        world.write(|gate| DONE.put(gate));
        let sam = world.person();
        let looked = world.records.read_now(&sam, |gate| gate.queues());
        assert_eq!(looked, Err(cordee_base::Problem::NotAllowed));
        let queues = world.read(|gate| gate.queues());
        assert_eq!((queues[0].name.as_str(), queues[0].waiting), ("house", 1));
        assert_eq!(queues[0].oldest_due, Some(world.now()));
    }
}
