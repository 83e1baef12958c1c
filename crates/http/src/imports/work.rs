//! Imports at work in this process: how far they have come, and whether they shall stop.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use cordee_base::{Id, Moment, Outcome};
use cordee_kit::{Imports, Progress};
use cordee_records::{Actor, Records};
use cordee_schema::Value;

use super::kept::used_up;
use crate::App;

/// The imports at work.
#[derive(Clone, Default)]
pub(crate) struct Work {
    jobs: Arc<Mutex<HashMap<Id, Job>>>,
    stopping: Arc<AtomicBool>,
}

/// An import at work.
#[derive(Clone, Debug)]
pub(crate) struct Job {
    /// When it was begun, or resumed.
    pub since: Moment,
    /// How far it had come then.
    pub began_at: u64,
    /// How far it has come.
    pub progress: Progress,
    /// Whether it waits for one before it.
    pub waiting: bool,
    stop: bool,
}

impl Job {
    /// Hundredths done.
    pub(crate) fn share(&self) -> u8 {
        let share = (self.progress.bytes * 100).checked_div(self.progress.of_bytes).unwrap_or(0);
        u8::try_from(share.min(100)).unwrap_or(100)
    }

    /// The seconds that are left at the pace so far.
    pub(crate) fn seconds_left(&self, now: Moment) -> Option<i64> {
        let spent = now.micros() - self.since.micros();
        let done = i64::try_from(self.progress.bytes.checked_sub(self.began_at)?).ok()?;
        let left = i64::try_from(self.progress.of_bytes.checked_sub(self.progress.bytes)?).ok()?;
        // The first second tells little.
        (done > 0 && spent > 1_000_000).then(|| (spent / 1_000_000).saturating_mul(left) / done + 1)
    }
}

/// Bringing in, or taking back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Task {
    Run,
    Undo,
}

impl Work {
    /// Lets all that is at work stop after the rows in hand; it can be resumed.
    pub(crate) fn stop_all(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// An import at work.
    pub(crate) fn job(&self, id: Id) -> Option<Job> {
        self.jobs().get(&id).cloned()
    }

    /// Lets one import stop.
    pub(crate) fn stop(&self, id: Id) {
        if let Some(job) = self.jobs().get_mut(&id) {
            job.stop = true;
        }
    }

    /// Takes an import on; not one that is at work.
    fn take_on(&self, id: Id, now: Moment) -> bool {
        let mut jobs = self.jobs();
        let new = !jobs.contains_key(&id);
        if new {
            let progress = Progress::default();
            jobs.insert(id, Job { since: now, began_at: 0, progress, waiting: true, stop: false });
        }
        new
    }

    /// It is this one's turn.
    fn begin(&self, id: Id, now: Moment) {
        if let Some(job) = self.jobs().get_mut(&id) {
            (job.since, job.waiting) = (now, false);
        }
    }

    fn end(&self, id: Id) {
        self.jobs().remove(&id);
    }

    fn jobs(&self) -> MutexGuard<'_, HashMap<Id, Job>> {
        self.jobs.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    /// Notes how far an import has come; says whether to go on.
    fn told(&self, id: Id, progress: &Progress) -> bool {
        let mut jobs = self.jobs();
        let Some(job) = jobs.get_mut(&id) else { return false };
        if job.progress.bytes == 0 {
            job.began_at = progress.bytes;
        }
        job.progress = *progress;
        !job.stop && !self.stopping.load(Ordering::SeqCst)
    }
}

/// Does imports one after the other, or undoes them, on a thread of its own; those that are at work already are left
/// alone. Where one does not come to its end, those after it wait.
pub(crate) fn set_to_work(app: &App, actor: &Actor, ids: Vec<Id>, task: Task) {
    let (work, records, actor) = (app.work().clone(), app.records().clone(), actor.clone());
    let (imports, app) = (app.registry().imports, app.clone());
    let ids: Vec<Id> = ids.into_iter().filter(|id| work.take_on(*id, records.now())).collect();
    tokio::task::spawn_blocking(move || {
        let mut files = Vec::new();
        for (place, id) in ids.iter().enumerate() {
            work.begin(*id, records.now());
            let ended = one(imports, &records, &actor, *id, task, &work);
            let ended = ended.and_then(|done| {
                if done && task == Task::Run {
                    files.push(source(imports, &records, &actor, *id)?);
                }
                Ok(done)
            });
            if let Err(problem) = &ended {
                tracing::error!(import = %id, %problem, "an import ended early");
            }
            if !ended.unwrap_or(false) {
                break;
            }
            if place + 1 == ids.len() {
                // A file may have a second turn, so that all are used up together.
                files.iter().for_each(|file| used_up(&app, file));
            }
            work.end(*id);
        }
        ids.iter().for_each(|id| work.end(*id));
    });
}

/// Does it; tells whether it came to its end.
fn one(
    imports: &dyn Imports,
    records: &Records,
    actor: &Actor,
    id: Id,
    task: Task,
    work: &Work,
) -> Outcome<bool> {
    let mut watch = |progress: &Progress| work.told(id, progress);
    match task {
        Task::Run => Ok(imports.run(records, actor, id, &mut watch)?.done),
        Task::Undo => Ok(imports.undo(records, actor, id, &mut watch)?.done),
    }
}

/// Where the file of an import stands.
fn source(imports: &'static dyn Imports, records: &Records, actor: &Actor, id: Id) -> Outcome<PathBuf> {
    records.read_now(actor, move |gate| {
        let import = imports.get(gate, id)?;
        Ok(PathBuf::from(import.value("source").and_then(Value::as_text).unwrap_or("")))
    })
}

/// Runs what waits for the disk on a thread of its own.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Outcome<T> + Send + 'static,
) -> Outcome<T> {
    tokio::task::spawn_blocking(work).await.map_err(cordee_base::Problem::internal)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_pace_since_it_was_resumed() {
        let progress = Progress { bytes: 600, of_bytes: 1_000, ..Progress::default() };
        let job = Job { since: Moment::from_micros(0), began_at: 200, progress, waiting: false, stop: false };
        assert_eq!(job.seconds_left(Moment::from_micros(10_000_000)), Some(11));
        assert_eq!(job.seconds_left(Moment::from_micros(500_000)), None);
    }
}
