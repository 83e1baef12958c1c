//! The steps of the work: put what is due, read the journal on, take a job, do it, say what came of it.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use cordee_base::{Id, Moment, Outcome};
use cordee_kit::{Ended, Follower, Job, Outside, Queue, Registry, Work};
use cordee_records::{Actor, Leased, Records};

/// What the work is done with.
pub struct Options {
    /// The records.
    pub records: Records,
    /// The product, as declared.
    pub registry: Arc<Registry>,
    /// The way out of the house.
    pub outside: Arc<dyn Outside>,
    /// The folder in which sent files are kept.
    pub files: PathBuf,
}

/// Where the work is done.
pub struct Bench {
    options: Options,
    stopping: AtomicBool,
}

/// How many entries of the journal a reader takes at a time.
const ENTRIES_TOGETHER: u64 = 200;

impl Bench {
    /// A bench with what it needs.
    pub fn new(options: Options) -> Bench {
        Bench { options, stopping: AtomicBool::new(false) }
    }

    /// Does all that is due now, one after the other; gives how many jobs there were.
    pub fn work_off(&self) -> Outcome<usize> {
        let mut count = 0;
        loop {
            self.put_due()?;
            self.read_on()?;
            let mut taken = Vec::new();
            for queue in self.queues() {
                taken.extend(self.take(queue, 1)?);
            }
            if taken.is_empty() {
                return Ok(count);
            }
            count += taken.len();
            taken.iter().try_for_each(|job| self.run(job))?;
        }
    }

    /// Tells jobs at work that they should stop soon, and takes no more.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// Puts what comes round and is due.
    pub fn put_due(&self) -> Outcome<()> {
        for (workspace, _) in self.options.records.workspaces()? {
            let known: HashMap<String, Moment> = self
                .options
                .records
                .schedules(workspace)?
                .into_iter()
                .map(|scheduled| (scheduled.name, scheduled.due_at))
                .collect();
            for job in &self.options.registry.jobs {
                if let Some(every) = job.every {
                    let new = job.with(serde_json::Value::Null);
                    self.options.records.put_when_due(workspace, &new, every, &known)?;
                }
            }
        }
        Ok(())
    }

    /// Lets the readers of the journal read on, each as far as it goes; whoever fails holds up nobody else.
    pub fn read_on(&self) -> Outcome<()> {
        for (workspace, _) in self.options.records.workspaces()? {
            for follower in &self.options.registry.followers {
                if let Err(problem) = self.read_to_the_end(workspace, follower) {
                    tracing::error!(reader = follower.name, %workspace, %problem, "the journal could not be read on");
                }
            }
        }
        Ok(())
    }

    /// Takes up to `most` jobs of a queue.
    pub fn take(&self, queue: &Queue, most: usize) -> Outcome<Vec<Leased>> {
        let records = &self.options.records;
        let lease = self.jobs_of(queue).map(|job| job.lease).max().unwrap_or(60);
        let mut taken = Vec::new();
        for (workspace, _) in records.workspaces()? {
            if taken.len() < most && !self.stopping.load(Ordering::SeqCst) {
                let until = records.now().plus_seconds(lease);
                taken.extend(records.take_jobs(workspace, queue.name, most - taken.len(), until)?);
            }
        }
        Ok(taken)
    }

    /// Does a job that was taken, and keeps what came of it.
    pub fn run(&self, leased: &Leased) -> Outcome<()> {
        let records = &self.options.records;
        let Some(job) = self.options.registry.job(&leased.kind) else {
            // Put by another version of Cordee.
            records.job_dead(leased, "no job of this name is declared")?;
            return Ok(());
        };
        let began = Instant::now();
        let ended = if leased.tries as usize > job.waits.len() + 1 {
            // Each time it was taken, whoever took it was not heard of again.
            Ended::Hopeless("given up: it never came to an end".to_owned())
        } else {
            self.tried(job, leased)
        };
        let milliseconds = began.elapsed().as_millis() as u64;
        match ended {
            Ended::Done(told) => {
                tracing::debug!(job = job.name, id = %leased.id, milliseconds, told, "done");
                records.job_done(leased, &told)?;
            }
            Ended::NotBefore(at, told) => {
                records.job_later(leased, at, &told)?;
            }
            Ended::Failed(told) => self.failed(job, leased, &told)?,
            Ended::Hopeless(told) => {
                tracing::error!(job = job.name, id = %leased.id, told, "given up");
                records.job_dead(leased, &told)?;
            }
        }
        Ok(())
    }

    /// The queues in which jobs are declared.
    pub fn queues(&self) -> Vec<&'static Queue> {
        let mut queues: Vec<&'static Queue> =
            self.options.registry.jobs.iter().map(|job| job.queue).collect();
        queues.sort_by_key(|queue| queue.name);
        queues.dedup_by_key(|queue| queue.name);
        queues
    }

    /// The records that the work is done on.
    pub fn records(&self) -> &Records {
        &self.options.records
    }

    /// For how many seconds a job of this name is leased.
    pub fn lease(&self, kind: &str) -> i64 {
        self.options.registry.job(kind).map_or(60, |job| job.lease)
    }

    fn jobs_of(&self, queue: &Queue) -> impl Iterator<Item = &'static Job> + '_ {
        let name = queue.name;
        self.options.registry.jobs.iter().copied().filter(move |job| job.queue.name == name)
    }

    fn read_to_the_end(&self, workspace: Id, follower: &'static Follower) -> Outcome<()> {
        let records = &self.options.records;
        while records.is_behind(workspace, follower.name)? && !self.stopping.load(Ordering::SeqCst) {
            let registry = self.options.registry.clone();
            records.write_now(&Actor::system(workspace, "read the journal on"), move |gate| {
                let entries = gate.follow(follower.name, ENTRIES_TOGETHER)?;
                (follower.run)(gate, &registry, &entries)
            })?;
        }
        Ok(())
    }

    /// One try; a job that panics has failed.
    fn tried(&self, job: &Job, leased: &Leased) -> Ended {
        let options = &self.options;
        let work = Work {
            records: &options.records,
            registry: &options.registry,
            job: leased,
            outside: &*options.outside,
            files: &options.files,
            stopping: &|| self.stopping.load(Ordering::SeqCst),
        };
        match catch_unwind(AssertUnwindSafe(|| (job.run)(&work))) {
            Ok(Ok(ended)) => ended,
            Ok(Err(problem)) => Ended::Failed(problem.to_string()),
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
                Ended::Failed(format!("a panic: {}", text.unwrap_or("?")))
            }
        }
    }

    fn failed(&self, job: &Job, leased: &Leased, told: &str) -> Outcome<()> {
        let records = &self.options.records;
        let Some(wait) = job.waits.get(leased.tries as usize - 1) else {
            tracing::error!(job = job.name, id = %leased.id, told, "failed for the last time");
            records.job_dead(leased, told)?;
            return Ok(());
        };
        tracing::warn!(job = job.name, id = %leased.id, tries = leased.tries, told, "failed; it is tried again");
        let again = records.now().plus_seconds(self.scattered(*wait));
        let lane_waits = job.lane_waits.map(|most| records.now().plus_seconds((*wait).min(most)));
        records.job_again(leased, again, lane_waits, told)?;
        Ok(())
    }

    /// A wait and up to a tenth more, so that what failed together is not tried together.
    fn scattered(&self, seconds: i64) -> i64 {
        let chance = u64::from_le_bytes(self.options.records.secret());
        seconds + (chance % (seconds.unsigned_abs() / 10 + 1)) as i64
    }
}
