//! Taking jobs, and saying what came of them: each step is one short transaction that holds only while the lease does.

use std::collections::HashSet;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Halt, Select, Session, Update};
use serde_json::Value as Json;

use super::JobState;
use crate::journal::alone;
use crate::{Records, tables};

/// A job that a worker has taken, for as long as its lease holds.
#[derive(Clone, Debug)]
pub struct Leased {
    /// Whose it is.
    pub workspace: Id,
    /// Its id, which stays the same however often it is tried.
    pub id: Id,
    /// Which: the name under which it is declared.
    pub kind: String,
    /// Its lane, if it has one.
    pub lane: Option<String>,
    /// What it needs to know.
    pub payload: Json,
    /// How often it has been taken, this time included.
    pub tries: u32,
    /// When it was put.
    pub created_at: Moment,
    /// What tells this lease from all others.
    lease: Id,
}

/// How many due jobs are looked at to find some that can be taken.
const LOOKED_AT: u64 = 200;
/// How many ended jobs are swept out in one transaction.
const SWEPT_TOGETHER: u64 = 2_000;

/// Which ended jobs are no longer kept.
#[derive(Clone, Copy, Debug)]
pub struct Sweeping {
    /// Those that were done before this.
    pub done_before: Moment,
    /// Those that were given up before this.
    pub dead_before: Moment,
}

impl Records {
    /// Takes up to `most` jobs of a queue that are due, or whose lease has run out, until `until`.
    pub fn take_jobs(&self, workspace: Id, queue: &str, most: usize, until: Moment) -> Outcome<Vec<Leased>> {
        if most == 0 || !self.has_due_job(workspace, queue)? {
            return Ok(Vec::new());
        }
        let (queue, house) = (queue.to_owned(), self.house.clone());
        Ok(self.store.write_now(move |session| {
            // Two servers take turns, so that a lane is never taken by both.
            alone(session, workspace)?;
            let now = house.clock.now();
            let mut busy = busy_lanes(session, workspace, now)?;
            let mut taken = Vec::new();
            for row in candidates(session, workspace, &queue, now, &busy)? {
                let lane = row[2].as_text().map(str::to_owned);
                if taken.len() == most || lane.as_ref().is_some_and(|lane| busy.contains(lane)) {
                    continue;
                }
                let Some(job) = leased(workspace, &row, lane, house.ids.next(now)) else { continue };
                let update = Update::of(tables::JOB)
                    .set("state", JobState::Running.name())
                    .set("due_at", until)
                    .set("lease", job.lease)
                    .set("tries", i64::from(job.tries))
                    .having("workspace_id", workspace)
                    .having("id", job.id)
                    .having("tries", i64::from(job.tries) - 1);
                // Each taking counts: one that another was faster to take has another number by now.
                if session.update(&update)? == 1 {
                    busy.extend(job.lane.clone());
                    taken.push(job);
                }
            }
            Ok(taken)
        })?)
    }

    /// Holds on to a job until `until`; whether the lease was still one's own.
    pub fn hold_job(&self, job: &Leased, until: Moment) -> Outcome<bool> {
        self.change_job(job, move |update| update.set("due_at", until))
    }

    /// The job is done; `told` is what to remember of it.
    pub fn job_done(&self, job: &Leased, told: &str) -> Outcome<bool> {
        self.end_job(job, JobState::Done, told)
    }

    /// The job is given up; somebody may look at it and have it run again.
    pub fn job_dead(&self, job: &Leased, told: &str) -> Outcome<bool> {
        self.end_job(job, JobState::Dead, told)
    }

    /// The job is to be tried again at `at`. With `lane_waits`, what stands in its lane waits until then too.
    pub fn job_again(
        &self,
        job: &Leased,
        at: Moment,
        lane_waits: Option<Moment>,
        told: &str,
    ) -> Outcome<bool> {
        let told = cut(told);
        let kept = self.change_job(job, move |update| {
            update
                .set("state", JobState::Waiting.name())
                .set("lease", Cell::Null)
                .set("due_at", at)
                .set("told", told.as_str())
        })?;
        let (Some(until), Some(lane), true) = (lane_waits, job.lane.clone(), kept) else { return Ok(kept) };
        let workspace = job.workspace;
        self.store.write_now(move |session| {
            let mut update = Update::of(tables::JOB)
                .set("due_at", until)
                .having("workspace_id", workspace)
                .having("lane", lane.as_str())
                .having("state", JobState::Waiting.name());
            update.filter.push(Expr::column(tables::JOB, "due_at").compare(Comparison::Less, until));
            Ok(session.update(&update)?)
        })?;
        Ok(kept)
    }

    /// It is not the time of this job yet: it waits until `at`, and the try does not count.
    pub fn job_later(&self, job: &Leased, at: Moment, told: &str) -> Outcome<bool> {
        let (tries, told) = (i64::from(job.tries) - 1, cut(told));
        self.change_job(job, move |update| {
            update
                .set("state", JobState::Waiting.name())
                .set("lease", Cell::Null)
                .set("due_at", at)
                .set("tries", tries)
                .set("told", told.as_str())
        })
    }

    /// Puts a job back that was taken and not begun, or could be stopped: the try does not count.
    pub fn job_back(&self, job: &Leased) -> Outcome<bool> {
        self.job_later(job, self.now(), "put back")
    }

    /// Takes out ended jobs that are no longer kept; gives how many.
    pub fn sweep_jobs(&self, workspace: Id, which: Sweeping) -> Outcome<u64> {
        let mut swept = 0;
        for (state, before) in [(JobState::Done, which.done_before), (JobState::Dead, which.dead_before)] {
            loop {
                let some = self.store.write_now(move |session| {
                    let select = Select::from(tables::JOB, "q")
                        .column("id", ColumnType::Int)
                        .having("workspace_id", workspace)
                        .having("state", state.name())
                        .filter(Expr::column("q", "ended_at").compare(Comparison::Less, before))
                        .limit(SWEPT_TOGETHER);
                    let ids: Vec<Cell> =
                        session.rows(&select)?.into_iter().filter_map(|row| row.into_iter().next()).collect();
                    if ids.is_empty() {
                        return Ok(0);
                    }
                    let those = Expr::In(Box::new(Expr::column(tables::JOB, "id")), ids);
                    let delete = Delete::from(tables::JOB).having("workspace_id", workspace).filter(those);
                    Ok(session.delete(&delete)?)
                })?;
                swept += some;
                if some < SWEPT_TOGETHER {
                    break;
                }
            }
        }
        Ok(swept)
    }

    fn has_due_job(&self, workspace: Id, queue: &str) -> Outcome<bool> {
        let (queue, now) = (queue.to_owned(), self.now());
        Ok(self.store.read_now(move |session| {
            for state in [JobState::Waiting, JobState::Running] {
                if !session.rows(&due(workspace, &queue, state, now).limit(1))?.is_empty() {
                    return Ok(true);
                }
            }
            Ok(false)
        })?)
    }

    fn end_job(&self, job: &Leased, state: JobState, told: &str) -> Outcome<bool> {
        let (told, now) = (cut(told), self.now());
        self.change_job(job, move |update| {
            update
                .set("state", state.name())
                .set("lease", Cell::Null)
                .set("told", told.as_str())
                .set("ended_at", now)
        })
    }

    /// Changes a job while its lease holds: once another has taken it, it is no longer one's own.
    fn change_job(&self, job: &Leased, change: impl Fn(Update) -> Update + Send + 'static) -> Outcome<bool> {
        let (workspace, id, lease) = (job.workspace, job.id, job.lease);
        let changed = self.store.write_now(move |session| {
            let update = change(Update::of(tables::JOB))
                .having("workspace_id", workspace)
                .having("id", id)
                .having("lease", lease);
            Ok(session.update(&update)?)
        });
        Ok(changed.map_err(Problem::from)? == 1)
    }
}

/// The columns of a candidate: id, kind, lane, payload, tries, created_at.
fn due(workspace: Id, queue: &str, state: JobState, now: Moment) -> Select {
    Select::from(tables::JOB, "q")
        .column("id", ColumnType::Int)
        .column("kind", ColumnType::Text)
        .column("lane", ColumnType::Text)
        .column("payload", ColumnType::Text)
        .column("tries", ColumnType::Int)
        .column("created_at", ColumnType::Moment)
        .having("workspace_id", workspace)
        .having("state", state.name())
        .having("queue", queue)
        .filter(Expr::column("q", "due_at").compare(Comparison::AtMost, now))
        .order(Expr::column("q", "due_at"), false)
        .order(Expr::column("q", "id"), false)
}

/// Those whose lease has run out first, then those that wait, without those of busy lanes.
fn candidates(
    session: &mut dyn Session,
    workspace: Id,
    queue: &str,
    now: Moment,
    busy: &HashSet<String>,
) -> Result<Vec<Vec<Cell>>, Halt> {
    let lane = || Box::new(Expr::column("q", "lane"));
    let free = || {
        let those = busy.iter().map(|lane| Cell::from(lane.as_str())).collect();
        Expr::Or(vec![Expr::IsNull(lane()), Expr::Not(Box::new(Expr::In(lane(), those)))])
    };
    let mut found = session.rows(&due(workspace, queue, JobState::Running, now).limit(LOOKED_AT))?;
    let mut waiting = due(workspace, queue, JobState::Waiting, now).limit(LOOKED_AT);
    if !busy.is_empty() {
        waiting = waiting.filter(free());
    }
    found.extend(session.rows(&waiting)?);
    Ok(found)
}

/// The lanes in which a job runs whose lease holds.
fn busy_lanes(session: &mut dyn Session, workspace: Id, now: Moment) -> Result<HashSet<String>, Halt> {
    let select = Select::from(tables::JOB, "q")
        .column("lane", ColumnType::Text)
        .having("workspace_id", workspace)
        .having("state", JobState::Running.name())
        .filter(Expr::column("q", "due_at").compare(Comparison::Greater, now))
        .filter(Expr::column("q", "lane").not_null());
    Ok(session.rows(&select)?.iter().filter_map(|row| row[0].as_text().map(str::to_owned)).collect())
}

fn leased(workspace: Id, row: &[Cell], lane: Option<String>, lease: Id) -> Option<Leased> {
    Some(Leased {
        workspace,
        id: row[0].as_id()?,
        kind: row[1].as_text()?.to_owned(),
        lane,
        payload: serde_json::from_str(row[3].as_text()?).unwrap_or(Json::Null),
        tries: u32::try_from(row[4].as_int()?).unwrap_or(u32::MAX - 1) + 1,
        created_at: row[5].as_moment()?,
        lease,
    })
}

/// What is remembered of a try: a line or two.
fn cut(told: &str) -> String {
    told.chars().take(500).collect()
}
