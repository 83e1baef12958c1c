//! The work on threads of its own: one that looks for what is due, and one for each job at work.

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use cordee_base::{Id, Outcome};
use cordee_records::Leased;

use crate::{Bench, Options};

/// How long to wait before looking again where nothing was due.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How long to wait after the database did not answer.
const AFTER_TROUBLE: Duration = Duration::from_secs(5);

/// Threads at work, until they are told to stop.
pub struct Workers {
    shared: Arc<Shared>,
    looking: Option<JoinHandle<()>>,
}

struct Shared {
    bench: Bench,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    stopping: bool,
    /// The jobs at work, each with its queue and when its lease was last made longer.
    running: HashMap<Id, (&'static str, Leased, Instant)>,
}

impl Workers {
    /// Begins.
    pub fn start(options: Options) -> Workers {
        let (state, changed) = (Mutex::default(), Condvar::new());
        let shared = Arc::new(Shared { bench: Bench::new(options), state, changed });
        let looking = {
            let shared = shared.clone();
            thread::spawn(move || shared.look())
        };
        Workers { shared, looking: Some(looking) }
    }

    /// Stops: takes no more, waits for what is at work as long as `within`, and puts back what is not done by then.
    /// Whether all was done.
    pub fn stop(mut self, within: Duration) -> bool {
        let deadline = Instant::now() + within;
        self.shared.bench.stop();
        self.shared.lock().stopping = true;
        self.shared.changed.notify_all();
        if let Some(looking) = self.looking.take() {
            // It has nothing to give; that it ended is all.
            let _ = looking.join();
        }
        let mut state = self.shared.lock();
        while !state.running.is_empty() {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.shared.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(|poisoned| poisoned.into_inner()).0;
        }
        let left: Vec<Leased> = state.running.values().map(|(_, job, _)| job.clone()).collect();
        drop(state);
        for job in &left {
            if let Err(problem) = self.shared.bench.records().job_back(job) {
                tracing::warn!(job = job.kind, %problem, "a job could not be put back; its lease will run out");
            }
        }
        left.is_empty()
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Looks for what is due until it is told to stop.
    fn look(self: &Arc<Shared>) {
        loop {
            let wait = match self.turn() {
                Ok(0) => LOOK_AGAIN,
                Ok(_) => Duration::ZERO,
                Err(problem) => {
                    tracing::error!(%problem, "the queue could not be looked at");
                    AFTER_TROUBLE
                }
            };
            let state = self.lock();
            if state.stopping {
                return;
            }
            let waited = self.changed.wait_timeout(state, wait);
            if waited.unwrap_or_else(|poisoned| poisoned.into_inner()).0.stopping {
                return;
            }
        }
    }

    /// One round; gives how many jobs were begun.
    fn turn(self: &Arc<Shared>) -> Outcome<usize> {
        self.hold()?;
        self.bench.put_due()?;
        self.bench.read_on()?;
        let mut begun = 0;
        for queue in self.bench.queues() {
            let busy = self.lock().running.values().filter(|(name, ..)| *name == queue.name).count();
            let taken = self.bench.take(queue, queue.at_once.saturating_sub(busy))?;
            begun += taken.len();
            taken.into_iter().for_each(|job| self.begin(queue.name, job));
        }
        Ok(begun)
    }

    fn begin(self: &Arc<Shared>, queue: &'static str, job: Leased) {
        self.lock().running.insert(job.id, (queue, job.clone(), Instant::now()));
        let shared = self.clone();
        thread::spawn(move || {
            if let Err(problem) = shared.bench.run(&job) {
                tracing::error!(job = job.kind, id = %job.id, %problem, "what came of a job could not be kept");
            }
            shared.lock().running.remove(&job.id);
            shared.changed.notify_all();
        });
    }

    /// Makes the leases longer of what takes long.
    fn hold(&self) -> Outcome<()> {
        let long: Vec<(Leased, i64)> = {
            let mut state = self.lock();
            let mut long = Vec::new();
            for (_, job, held) in state.running.values_mut() {
                let lease = self.bench.lease(&job.kind);
                if held.elapsed() >= Duration::from_secs(lease.unsigned_abs() / 3) {
                    *held = Instant::now();
                    long.push((job.clone(), lease));
                }
            }
            long
        };
        for (job, lease) in long {
            let until = self.bench.records().now().plus_seconds(lease);
            if !self.bench.records().hold_job(&job, until)? {
                tracing::warn!(job = job.kind, id = %job.id, "another has taken this job meanwhile");
            }
        }
        Ok(())
    }
}
