//! The same done to many records: those that were picked, or all that a filter leaves; in stretches, under the rights of
//! whoever began it, told record by record, taken back as a whole.

mod change;
mod run;
mod undo;

use cordee_base::{Decimal, Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Draft, Filter, Object, Record};
use cordee_store::Update;
use serde_json::Value as Json;

pub use change::{BulkChange, KeptFault, Refusal};

use crate::system::bulk_change::{self as noun, BULK_CHANGE};
use crate::write::columns;
use crate::{Gate, Query, Right, Scope};

/// What is to be done to which records.
#[derive(Clone, Debug)]
pub struct BulkWish {
    /// Of which object.
    pub object: &'static Object,
    /// To which of them.
    pub which: Which,
    /// What is done to each.
    pub change: BulkChange,
}

/// Records that were picked.
#[derive(Clone, Debug)]
pub enum Which {
    /// These.
    These(Vec<Id>),
    /// All that are like this, and that whoever asks may see.
    All(Filter),
}

/// How a bulk change stands.
#[derive(Clone, Debug)]
pub struct BulkInfo {
    /// Its id.
    pub id: Id,
    /// Of which object its records are.
    pub object: &'static Object,
    /// What is done to each; none if the field is no more.
    pub change: Option<BulkChange>,
    /// `running`, `done`, `undoing` or `undone`.
    pub status: String,
    /// How many records it was to be when it began.
    pub total: u64,
    /// How many were changed.
    pub changed: u64,
    /// How many were so already.
    pub same: u64,
    /// How many were refused.
    pub refused: u64,
    /// The first of those that were refused.
    pub refusals: Vec<Refusal>,
}

impl Which {
    /// How many may be picked one by one.
    pub const MOST: usize = 1_000;
}

impl BulkInfo {
    /// Whether nothing is left to do.
    pub fn rests(&self) -> bool {
        matches!(self.status.as_str(), noun::DONE | noun::UNDONE)
    }

    /// How many records have been looked at.
    pub fn seen(&self) -> u64 {
        self.changed + self.same + self.refused
    }
}

impl Gate<'_> {
    /// How many records are picked, as far as the actor sees them.
    pub fn count_picked(&mut self, object: &'static Object, which: &Which) -> Outcome<u64> {
        match which {
            Which::These(ids) => Ok(ids.len() as u64),
            Which::All(filter) => self.count(&Query::of(object).filter(filter.clone())),
        }
    }

    /// Begins a bulk change; nothing is changed yet. Whoever begins it must be allowed to do so to some records.
    pub fn begin_bulk(&mut self, wish: &BulkWish) -> Outcome<Id> {
        self.may_change_so(wish.object, &wish.change)?;
        let total = self.count_picked(wish.object, &wish.which)?;
        let first = self.journal_position()?;
        let mut draft = Draft::new(&BULK_CHANGE)
            .with(noun::OBJECT, wish.object.name.to_owned())
            .with(noun::CHANGE, wish.change.json().to_string())
            .with(noun::TOTAL, Decimal::from(total))
            .with(noun::FIRST_SEQ, Decimal::from(first));
        match &wish.which {
            Which::These(ids) if ids.is_empty() => {
                return Err(Fault::at("records", "error-required").into());
            }
            Which::These(ids) if ids.len() > Which::MOST => {
                return Err(Problem::TooLarge(Fault::at("records", "error-limit").with("max", Which::MOST)));
            }
            Which::These(ids) => {
                let mut ids = ids.clone();
                ids.sort_unstable();
                ids.dedup();
                let ids: Vec<String> = ids.iter().map(Id::to_string).collect();
                draft = draft.with(noun::RECORDS, ids.join(" "));
            }
            Which::All(filter) => draft = draft.with(noun::FILTER, filter.text()),
        }
        if let Some(me) = self.actor.user_id() {
            draft = draft.with(noun::BEGUN_BY, me);
        }
        self.as_engine("begin a bulk change", |gate| gate.create(draft.clone()))
    }

    /// Goes on with a bulk change, doing or taking back: one stretch. The door must be that of the bulk change.
    pub fn bulk_on(&mut self, id: Id) -> Outcome<BulkInfo> {
        match self.bulk(id)?.status.as_str() {
            noun::RUNNING => self.change_on(id),
            _ => self.take_back_on(id),
        }
    }

    /// How a bulk change stands, for whoever began it and for administrators.
    pub fn bulk(&mut self, id: Id) -> Outcome<BulkInfo> {
        let record = self.bulk_record(id)?;
        self.bulk_info(&record)
    }

    fn bulk_record(&mut self, id: Id) -> Outcome<Record> {
        let record = self.as_engine("look at a bulk change", |gate| gate.get(&BULK_CHANGE, id))?;
        let own = record.get(noun::BEGUN_BY).is_some_and(|by| Some(by) == self.access.user);
        if own || self.access.administers() { Ok(record) } else { Err(Problem::NotFound) }
    }

    fn bulk_info(&self, record: &Record) -> Outcome<BulkInfo> {
        let number = |field| record.get(field).and_then(|n: Decimal| u64::try_from(n).ok()).unwrap_or(0);
        let read = |text: Option<String>| -> Json {
            text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
        };
        let name = record.get(noun::OBJECT).unwrap_or_default();
        let object = self.catalog().object(&name).ok_or(Problem::NotFound)?;
        Ok(BulkInfo {
            id: record.head.id,
            object,
            change: BulkChange::read(object, &read(record.get(noun::CHANGE)), &self.reading),
            status: record.get(noun::STATUS).unwrap_or_default(),
            total: number(noun::TOTAL),
            changed: number(noun::CHANGED),
            same: number(noun::SAME),
            refused: number(noun::REFUSED),
            refusals: Refusal::read_all(&read(record.get(noun::REFUSALS))),
        })
    }

    /// Keeps how far a bulk change has come, in the transaction that brings it there: no version, no entry in the
    /// journal.
    fn put_bulk(&mut self, id: Id, draft: &Draft) -> Outcome<()> {
        let mut update =
            Update::of(BULK_CHANGE.name).having("workspace_id", self.actor.workspace).having("id", id);
        for (field, value) in draft.fields() {
            let (mut names, mut row) = (Vec::new(), Vec::new());
            columns(field, &mut names);
            self.cells(field, value, self.now, &mut row)?;
            update = names.into_iter().zip(row).fold(update, |update, (name, cell)| update.set(name, cell));
        }
        self.session.update(&update).map(drop).map_err(|fail| self.failed(fail))
    }

    /// Whether the actor may do this to any record at all.
    fn may_change_so(&self, object: &'static Object, change: &BulkChange) -> Outcome<()> {
        if self.access.scope(object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let right = match change {
            BulkChange::Trash => Right::Delete,
            _ => Right::Edit,
        };
        match self.access.scope(object, right) {
            Scope::None => Err(Problem::NotAllowed),
            _ if !self.access.writes() => Err(Problem::NotAllowed),
            _ => Ok(()),
        }
    }
}

/// When a bulk change came to its end.
fn ended(draft: Draft, status: &str, now: Moment) -> Draft {
    draft.with(noun::STATUS, status.to_owned()).with(noun::ENDED_AT, now)
}
