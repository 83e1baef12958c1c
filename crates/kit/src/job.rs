//! What is done without anybody waiting, declared once: how it is tried again, how often it comes round.

use std::path::Path;

use cordee_base::{Id, Moment, Outcome};
use cordee_records::{Followed, Gate, Leased, NewJob, Records};
use serde_json::Value as Json;

use crate::{Outside, Registry};

/// Something to be done without anybody waiting. Its words are `job-NAME`.
#[derive(Clone, Copy, Debug)]
pub struct Job {
    /// Its name.
    pub name: &'static str,
    /// The queue it stands in.
    pub queue: &'static Queue,
    /// For what is done again and again: every how many seconds.
    pub every: Option<i64>,
    /// How many seconds to wait before each further try; after the last one it is given up.
    pub waits: &'static [i64],
    /// For how many seconds nobody else takes it while nothing is heard of whoever has.
    pub lease: i64,
    /// How many seconds its lane waits at the most after a failure, so that the next one does not run into the same wall.
    pub lane_waits: Option<i64>,
    /// Does it. It may be done again, also after it was done: whatever it does outside has to bear that.
    pub run: fn(&Work<'_>) -> Outcome<Ended>,
}

/// A queue: queues do not wait for one another.
#[derive(Debug)]
pub struct Queue {
    /// Its name.
    pub name: &'static str,
    /// How many of its jobs a server does at once.
    pub at_once: usize,
}

/// The queue of the house's own work.
pub static HOUSE: Queue = Queue { name: "house", at_once: 2 };

/// The job that sends one message to a webhook.
pub const WEBHOOK_JOB: &str = "webhook";

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It is done; this is remembered of it.
    Done(String),
    /// It failed, and is tried again if that is worth it.
    Failed(String),
    /// It failed, and trying again is of no use.
    Hopeless(String),
    /// It is not its time yet: it is tried again then, and this try does not count.
    NotBefore(Moment, String),
}

/// A job at work, with what it may use.
pub struct Work<'a> {
    /// The records.
    pub records: &'a Records,
    /// The product, as declared.
    pub registry: &'a Registry,
    /// The job itself.
    pub job: &'a Leased,
    /// The way out of the house.
    pub outside: &'a dyn Outside,
    /// The folder in which sent files are kept.
    pub files: &'a Path,
    /// Whether it should stop soon; it is then done again from the beginning.
    pub stopping: &'a (dyn Fn() -> bool + Sync),
}

/// A reader of the sealed journal with a cursor of its own; what it makes of the entries is kept with the cursor.
#[derive(Clone, Copy, Debug)]
pub struct Follower {
    /// Its name.
    pub name: &'static str,
    /// Makes something of the next entries. It may be repeated.
    pub run: fn(&mut Gate<'_>, &Registry, &[Followed]) -> Outcome<()>,
}

impl Job {
    /// One to be put into the queue.
    pub fn with(&self, payload: Json) -> NewJob {
        NewJob::new(self.name, self.queue.name, payload)
    }

    /// Puts one into the queue, due now, unless one waits already; for jobs that need to know nothing.
    pub fn put(&self, gate: &mut Gate<'_>) -> Outcome<Option<Id>> {
        gate.put_job(&self.with(Json::Null).once(self.name))
    }
}
