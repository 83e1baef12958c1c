//! Looking at the queues, having a job run again, and letting one go: for administrators.

use std::collections::BTreeMap;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Select, Update};
use serde_json::Value as Json;

use super::JobState;
use crate::{Gate, tables};

/// A job as it is shown.
#[derive(Clone, Debug)]
pub struct JobInfo {
    /// Its id.
    pub id: Id,
    /// The queue it stands in.
    pub queue: String,
    /// Which: the name under which it is declared.
    pub kind: String,
    /// Its lane, if it has one.
    pub lane: Option<String>,
    /// What it needs to know.
    pub payload: Json,
    /// How it stands.
    pub state: JobState,
    /// When it may be taken; for one that runs, when its lease ends.
    pub due_at: Moment,
    /// How often it was taken.
    pub tries: i64,
    /// What its last try said.
    pub told: Option<String>,
    /// When it was put.
    pub created_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
}

/// A queue as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueInfo {
    /// Its name.
    pub name: String,
    /// How many jobs wait.
    pub waiting: i64,
    /// How many run.
    pub running: i64,
    /// How many are done and still kept.
    pub done: i64,
    /// How many were given up.
    pub dead: i64,
    /// Since when the one that waits longest beyond its time is due.
    pub oldest_due: Option<Moment>,
}

/// Which jobs are asked for.
#[derive(Clone, Debug, Default)]
pub struct JobsAsked {
    /// Those of this queue.
    pub queue: Option<String>,
    /// Those of this lane.
    pub lane: Option<String>,
    /// Those that stand like this.
    pub state: Option<JobState>,
    /// Those that were put before this one.
    pub before: Option<Id>,
    /// How many at the most.
    pub limit: u32,
}

impl Gate<'_> {
    /// The jobs that are asked for, the latest first.
    pub fn jobs(&mut self, asked: &JobsAsked) -> Outcome<Vec<JobInfo>> {
        self.needs_administrator()?;
        let mut select = infos(self.actor.workspace)
            .order(Expr::column("q", "id"), true)
            .limit(u64::from(asked.limit.clamp(1, 200)));
        for (name, value) in [("queue", &asked.queue), ("lane", &asked.lane)] {
            if let Some(value) = value {
                select = select.having(name, value.as_str());
            }
        }
        if let Some(state) = asked.state {
            select = select.having("state", state.name());
        }
        if let Some(before) = asked.before {
            select = select.filter(Expr::column("q", "id").compare(Comparison::Less, before));
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| info(row)).collect())
    }

    /// One job.
    pub fn job(&mut self, id: Id) -> Outcome<JobInfo> {
        self.needs_administrator()?;
        let select = infos(self.actor.workspace).having("id", id);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        rows.first().and_then(|row| info(row)).ok_or(Problem::NotFound)
    }

    /// How the queues stand; those in which nothing is kept are not there.
    pub fn queues(&mut self) -> Outcome<Vec<QueueInfo>> {
        self.needs_administrator()?;
        let column = |name| Expr::column("q", name);
        let mut select = Select::from(tables::JOB, "q")
            .column("queue", ColumnType::Text)
            .column("state", ColumnType::Text)
            .giving(Expr::Count, ColumnType::Int)
            .giving(Expr::Min(Box::new(column("due_at"))), ColumnType::Moment)
            .having("workspace_id", self.actor.workspace);
        select.group = vec![column("queue"), column("state")];
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut queues: BTreeMap<String, QueueInfo> = BTreeMap::new();
        for row in &rows {
            let (Some(name), Some(state)) = (row[0].as_text(), row[1].as_text().and_then(JobState::named))
            else {
                continue;
            };
            let queue = queues.entry(name.to_owned()).or_default();
            queue.name = name.to_owned();
            let count = row[2].as_int().unwrap_or(0);
            match state {
                JobState::Waiting => {
                    queue.waiting = count;
                    queue.oldest_due = row[3].as_moment().filter(|due| *due <= self.now);
                }
                JobState::Running => queue.running = count,
                JobState::Done => queue.done = count,
                JobState::Dead => queue.dead = count,
            }
        }
        Ok(queues.into_values().collect())
    }

    /// Has a job run again from the beginning that ended, or one that waits run now.
    pub fn run_job_again(&mut self, id: Id) -> Outcome<()> {
        if self.job(id)?.state == JobState::Running {
            return Err(cordee_base::Fault::whole("error-job-running").into());
        }
        let update = Update::of(tables::JOB)
            .set("state", JobState::Waiting.name())
            .set("due_at", self.now)
            .set("tries", 0)
            .set("ended_at", Cell::Null)
            .having("workspace_id", self.actor.workspace)
            .having("id", id);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Lets a job go that does not run.
    pub fn discard_job(&mut self, id: Id) -> Outcome<()> {
        if self.job(id)?.state == JobState::Running {
            return Err(cordee_base::Fault::whole("error-job-running").into());
        }
        let delete = Delete::from(tables::JOB).having("workspace_id", self.actor.workspace).having("id", id);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Lets go of all jobs of a lane that wait: what they were for is no more.
    pub fn clear_lane(&mut self, lane: &str) -> Outcome<u64> {
        self.needs_administrator()?;
        let delete = Delete::from(tables::JOB)
            .having("workspace_id", self.actor.workspace)
            .having("lane", lane)
            .having("state", JobState::Waiting.name());
        self.session.delete(&delete).map_err(|fail| self.failed(fail))
    }
}

fn infos(workspace: Id) -> Select {
    let (int, text, moment) = (ColumnType::Int, ColumnType::Text, ColumnType::Moment);
    Select::from(tables::JOB, "q")
        .column("id", int)
        .column("queue", text)
        .column("kind", text)
        .column("lane", text)
        .column("payload", text)
        .column("state", text)
        .column("due_at", moment)
        .column("tries", int)
        .column("told", text)
        .column("created_at", moment)
        .column("ended_at", moment)
        .having("workspace_id", workspace)
}

fn info(row: &[Cell]) -> Option<JobInfo> {
    let text = |place: usize| row[place].as_text().map(str::to_owned);
    Some(JobInfo {
        id: row[0].as_id()?,
        queue: text(1)?,
        kind: text(2)?,
        lane: text(3),
        payload: row[4].as_text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Json::Null),
        state: row[5].as_text().and_then(JobState::named)?,
        due_at: row[6].as_moment()?,
        tries: row[7].as_int()?,
        told: text(8),
        created_at: row[9].as_moment()?,
        ended_at: row[10].as_moment(),
    })
}
