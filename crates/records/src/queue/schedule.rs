//! What is done again and again: when it is due next stands in the database, so that it survives restarts, and is moved
//! on in the transaction that puts the job, so that of several servers one puts it.

use std::collections::HashMap;

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Insert, Select, Update};

use super::NewJob;
use crate::{Actor, Gate, Records, tables};

/// When something is due next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheduled {
    /// The name under which the job is declared.
    pub name: String,
    /// When it is put next.
    pub due_at: Moment,
}

impl Records {
    /// When everything that is done again and again is due next.
    pub fn schedules(&self, workspace: Id) -> Outcome<Vec<Scheduled>> {
        let rows = self.store.read_now(move |session| Ok(session.rows(&all(workspace))?))?;
        Ok(rows.iter().filter_map(|row| scheduled(row)).collect())
    }

    /// Puts the job if it is due, and moves on when it is due next: `every` so many seconds, however many times were
    /// missed. `known` is what [`Records::schedules`] gave; nothing is written where that says it is not due.
    pub fn put_when_due(
        &self,
        workspace: Id,
        job: &NewJob,
        every: i64,
        known: &HashMap<String, Moment>,
    ) -> Outcome<bool> {
        let now = self.now();
        // A clock that was set back must not keep what is due waiting for longer than it ever waits.
        let waits = |due: Moment| due > now && due <= now.plus_seconds(every);
        if known.get(job.kind).is_some_and(|due| waits(*due)) {
            return Ok(false);
        }
        let job = job.clone();
        self.write_now(&Actor::system(workspace, "put what is due"), move |gate| {
            let next = gate.now().plus_seconds(every);
            let put = match gate.due_at(job.kind)? {
                None => gate.first_due(job.kind, next)?,
                Some(due) if due > gate.now() && due <= next => return Ok(false),
                Some(due) => gate.due_again(job.kind, due, next)? && due <= gate.now(),
            };
            if put {
                gate.put_job(&job.clone().once(job.kind))?;
            }
            Ok(put)
        })
    }
}

impl Gate<'_> {
    /// When everything that is done again and again is due next, for administrators.
    pub fn schedule(&mut self) -> Outcome<Vec<Scheduled>> {
        self.needs_administrator()?;
        let select = all(self.actor.workspace);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| scheduled(row)).collect())
    }

    fn due_at(&mut self, name: &str) -> Outcome<Option<Moment>> {
        let select = Select::from(tables::SCHEDULE, "s")
            .column("due_at", ColumnType::Moment)
            .having("workspace_id", self.actor.workspace)
            .having("name", name);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_moment()))
    }

    /// Says for the first time when it is due next; whether nobody else has said so meanwhile.
    fn first_due(&mut self, name: &str, next: Moment) -> Outcome<bool> {
        let row = vec![
            ("workspace_id", self.actor.workspace.into()),
            ("name", name.into()),
            ("due_at", next.into()),
        ];
        let unless_there = Some(vec!["workspace_id", "name"]);
        let insert = Insert { unless_there, ..Insert::row(tables::SCHEDULE, row) };
        Ok(self.session.insert(&insert).map_err(|fail| self.failed(fail))? == 1)
    }

    /// Moves on when it is due next; whether nobody else has done so meanwhile.
    fn due_again(&mut self, name: &str, due: Moment, next: Moment) -> Outcome<bool> {
        let update = Update::of(tables::SCHEDULE)
            .set("due_at", next)
            .having("workspace_id", self.actor.workspace)
            .having("name", name)
            .having("due_at", due);
        Ok(self.session.update(&update).map_err(|fail| self.failed(fail))? == 1)
    }
}

fn all(workspace: Id) -> Select {
    Select::from(tables::SCHEDULE, "s")
        .column("name", ColumnType::Text)
        .column("due_at", ColumnType::Moment)
        .having("workspace_id", workspace)
}

fn scheduled(row: &[Cell]) -> Option<Scheduled> {
    Some(Scheduled { name: row[0].as_text()?.to_owned(), due_at: row[1].as_moment()? })
}
