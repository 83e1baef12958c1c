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
pub(super) struct Job {
    /// When it was begun, or resumed.
    pub since: Moment,
    /// How far it had come then.
    pub began_at: u64,
    /// How far it has come.
    pub progress: Progress,
    stop: bool,
}

impl Job {
    /// The seconds that are left at the pace so far.
    pub(super) fn seconds_left(&self, now: Moment) -> Option<i64> {
        let spent = now.micros() - self.since.micros();
        let done = i64::try_from(self.progress.bytes.checked_sub(self.began_at)?).ok()?;
        let left = i64::try_from(self.progress.of_bytes.checked_sub(self.progress.bytes)?).ok()?;
        // The first second tells little.
        (done > 0 && spent > 1_000_000).then(|| (spent / 1_000_000).saturating_mul(left) / done + 1)
    }
}

/// Bringing in, or taking back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    Run,
    Undo,
}

impl Work {
    /// Lets all that is at work stop after the rows in hand; it can be resumed.
    pub(crate) fn stop_all(&self) {
        self.stopping.store(true, Ordering::SeqCst);
    }

    /// An import at work.
    pub(super) fn job(&self, id: Id) -> Option<Job> {
        self.jobs().get(&id).cloned()
    }

    /// Lets one import stop.
    pub(super) fn stop(&self, id: Id) {
        if let Some(job) = self.jobs().get_mut(&id) {
            job.stop = true;
        }
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

/// Does an import, or undoes it, on a thread of its own, unless it is at work already.
pub(super) fn set_to_work(app: &App, actor: &Actor, id: Id, task: Task) {
    let (work, records, actor) = (app.work().clone(), app.records().clone(), actor.clone());
    let (imports, app) = (app.registry().imports, app.clone());
    let job = Job { since: records.now(), began_at: 0, progress: Progress::default(), stop: false };
    if work.jobs().contains_key(&id) {
        return;
    }
    work.jobs().insert(id, job);
    tokio::task::spawn_blocking(move || {
        let ended = one(imports, &records, &actor, id, task, &work);
        let ended = ended.and_then(|done| {
            if done {
                used_up(&app, &source(imports, &records, &actor, id)?);
            }
            Ok(())
        });
        work.jobs().remove(&id);
        if let Err(problem) = ended {
            tracing::error!(import = %id, %problem, "an import ended early");
        }
    });
}

/// Does it; tells whether its file is used up.
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
        Task::Undo => imports.undo(records, actor, id, &mut watch).map(|_| false),
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
pub(super) async fn aside<T: Send + 'static>(
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
        let job = Job { since: Moment::from_micros(0), began_at: 200, progress, stop: false };
        assert_eq!(job.seconds_left(Moment::from_micros(10_000_000)), Some(11));
        assert_eq!(job.seconds_left(Moment::from_micros(500_000)), None);
    }
}
