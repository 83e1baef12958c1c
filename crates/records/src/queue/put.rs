//! Putting a job into the queue, in the transaction that calls for it.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Insert, Select};
use serde_json::Value as Json;

use super::JobState;
use crate::{Gate, tables};

/// A job that is to be done.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Which: the name under which it is declared.
    pub kind: &'static str,
    /// The queue it stands in; queues do not wait for one another.
    pub queue: &'static str,
    /// What it needs to know.
    pub payload: Json,
    /// Of one lane, one job runs at a time.
    pub lane: Option<String>,
    /// If another that is called the same waits already, this one is not put.
    pub once: Option<String>,
    /// From when on; now, if not said.
    pub at: Option<Moment>,
}

impl NewJob {
    /// A job that is due now.
    pub fn new(kind: &'static str, queue: &'static str, payload: Json) -> NewJob {
        NewJob { kind, queue, payload, lane: None, once: None, at: None }
    }

    /// The same job in a lane.
    pub fn lane(mut self, lane: impl Into<String>) -> NewJob {
        self.lane = Some(lane.into());
        self
    }

    /// The same job, put only if no other of this name waits.
    pub fn once(mut self, name: impl Into<String>) -> NewJob {
        self.once = Some(name.into());
        self
    }

    /// The same job from a moment on.
    pub fn at(mut self, moment: Moment) -> NewJob {
        self.at = Some(moment);
        self
    }
}

impl Gate<'_> {
    /// Puts a job into the queue; none if one that is called the same waits already. What a verb may do, it may also
    /// leave for later, so nothing is asked here.
    pub fn put_job(&mut self, new: &NewJob) -> Outcome<Option<Id>> {
        let workspace = self.actor.workspace;
        if let Some(once) = &new.once {
            let same = Select::from(tables::JOB, "q")
                .column("id", ColumnType::Int)
                .having("workspace_id", workspace)
                .having("once", once.as_str())
                .having("state", JobState::Waiting.name())
                .limit(1);
            if !self.session.rows(&same).map_err(|fail| self.failed(fail))?.is_empty() {
                return Ok(None);
            }
        }
        let id = self.house.ids.next(self.now);
        let text = |text: &Option<String>| text.as_deref().map_or(Cell::Null, Cell::from);
        let row = vec![
            ("workspace_id", workspace.into()),
            ("id", id.into()),
            ("queue", new.queue.into()),
            ("kind", new.kind.into()),
            ("lane", text(&new.lane)),
            ("once", text(&new.once)),
            ("payload", Cell::Text(new.payload.to_string())),
            ("state", JobState::Waiting.name().into()),
            ("due_at", new.at.unwrap_or(self.now).into()),
            ("tries", Cell::Int(0)),
            ("created_at", self.now.into()),
        ];
        self.session.insert(&Insert::row(tables::JOB, row)).map_err(|fail| self.failed(fail))?;
        Ok(Some(id))
    }
}
