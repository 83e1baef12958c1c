//! Giving what belonged to somebody who leaves to others: counted before, done in stretches, taken back as a whole.

mod count;
mod give;
mod undo;

use cordee_base::{Decimal, Fault, Id, Moment, Outcome};
use cordee_schema::{Draft, Object, Record, Value};

pub use count::Holding;

use crate::read::get::Shelf;
use crate::system::transfer::{self, TRANSFER};
use crate::system::{security_event, user};
use crate::{Gate, Query, Right};

/// What is to be given to whom.
#[derive(Clone, Debug, Default)]
pub struct TransferWish {
    /// Whose it is.
    pub giver: Option<Id>,
    /// Who gets it, in turn.
    pub takers: Vec<Id>,
    /// Records of these objects; of all that belong to somebody, if none is named.
    pub objects: Vec<&'static Object>,
    /// What they must be like, in the short form of filters; only with one object.
    pub filter: Option<String>,
    /// Only what has not come to its end.
    pub open_only: bool,
    /// Also what was shared with them.
    pub shares: bool,
    /// Also their place in the team, for who has none.
    pub team: bool,
}

/// How a transfer stands.
#[derive(Clone, Debug)]
pub struct TransferInfo {
    /// Its id.
    pub id: Id,
    /// Whose it was.
    pub giver: Option<Id>,
    /// Who gets it.
    pub takers: Vec<Id>,
    /// `running`, `done`, `undoing` or `undone`.
    pub status: String,
    /// How many records it was to be when it began.
    pub total: u64,
    /// How many were given.
    pub moved: u64,
    /// How many could not be given.
    pub failed: u64,
    /// When it began.
    pub began_at: Moment,
    /// When it ended.
    pub ended_at: Option<Moment>,
}

impl TransferInfo {
    /// Whether nothing is left to do.
    pub fn rests(&self) -> bool {
        matches!(self.status.as_str(), transfer::DONE | transfer::UNDONE)
    }
}

impl Gate<'_> {
    /// Begins a transfer; nothing is given yet. For administrators.
    pub fn begin_transfer(&mut self, wish: &TransferWish) -> Outcome<Id> {
        let giver = self.transferable(wish)?;
        let total: u64 = self.held_by(wish)?.iter().map(|holding| holding.count).sum();
        let objects: Vec<&str> = self.given_objects(wish).iter().map(|object| object.name).collect();
        let takers: Vec<String> = wish.takers.iter().map(Id::to_string).collect();
        let first = self.journal_position()?;
        let mut draft = Draft::new(&TRANSFER)
            .with(transfer::GIVER, giver)
            .with(transfer::TAKERS, takers.join(" "))
            .with(transfer::OBJECTS, objects.join(" "))
            .with(transfer::OPEN_ONLY, wish.open_only)
            .with(transfer::SHARES, wish.shares)
            .with(transfer::TEAM, wish.team)
            .with(transfer::TOTAL, Decimal::from(total))
            .with(transfer::FIRST_SEQ, Decimal::from(first));
        if let Some(filter) = &wish.filter {
            draft.set("filter", Value::Text(filter.clone()));
        }
        if let Some(me) = self.actor.user_id() {
            draft.set("begun_by", Value::Link(me));
        }
        let id = self.as_engine("begin a transfer", |gate| gate.create(draft.clone()))?;
        let names = self.titles(&user::USER, &wish.takers)?;
        let names: Vec<String> = names.into_iter().map(|hit| hit.title).collect();
        self.tell_security(giver, security_event::TRANSFERRED, &format!("{total} → {}", names.join(", ")))?;
        Ok(id)
    }

    /// Goes on with a transfer, giving or taking back: one stretch. The door must be that of the transfer.
    pub fn transfer_on(&mut self, id: Id) -> Outcome<TransferInfo> {
        match self.transfer(id)?.status.as_str() {
            transfer::RUNNING => self.give_on(id),
            _ => self.undo_on(id),
        }
    }

    /// The transfers from a person, the latest first. For administrators.
    pub fn transfers(&mut self, giver: Id) -> Outcome<Vec<TransferInfo>> {
        self.needs_administrator()?;
        let path = cordee_schema::Path::field(&TRANSFER, &TRANSFER.fields[0]);
        let query = Query::of(&TRANSFER).filter(cordee_schema::Filter::is(path, Value::Link(giver)));
        let page = self.as_engine("list transfers", |gate| gate.list(&query.limit(20)))?;
        Ok(page.records.iter().map(info).collect())
    }

    /// One transfer. For administrators.
    pub fn transfer(&mut self, id: Id) -> Outcome<TransferInfo> {
        Ok(info(&self.transfer_record(id)?))
    }

    fn transfer_record(&mut self, id: Id) -> Outcome<Record> {
        self.needs_administrator()?;
        self.as_engine("look at a transfer", |gate| gate.get(&TRANSFER, id))
    }

    /// The giver, if the wish can be done: everybody named is there, and who gets it works here.
    fn transferable(&mut self, wish: &TransferWish) -> Outcome<Id> {
        self.needs_administrator()?;
        let missing = |field: &str, id: Id| {
            Fault::at(field, "error-link-missing").with("object", "user").with("value", id)
        };
        let giver = wish.giver.ok_or_else(|| Fault::at("from", "error-required"))?;
        let there = |gate: &mut Gate<'_>, id| gate.is_there(&user::USER, id, Right::Read, Shelf::InUse);
        if !there(self, giver)? {
            return Err(missing("from", giver).into());
        }
        if wish.takers.is_empty() {
            return Err(Fault::at("to", "error-required").into());
        }
        for taker in &wish.takers {
            if *taker == giver {
                return Err(Fault::at("to", "error-transfer-self").into());
            }
            if !there(self, *taker)? || self.as_person(*taker, |_| Ok(()))?.is_none() {
                return Err(missing("to", *taker).into());
            }
        }
        if wish.filter.is_some() && wish.objects.len() != 1 {
            return Err(Fault::at("filter", "error-transfer-filter").into());
        }
        Ok(giver)
    }
}

/// How a record of a transfer stands.
fn info(record: &Record) -> TransferInfo {
    let number = |field| record.get(field).and_then(|n: Decimal| u64::try_from(n).ok()).unwrap_or(0);
    TransferInfo {
        id: record.head.id,
        giver: record.get(transfer::GIVER),
        takers: takers(record),
        status: record.get(transfer::STATUS).unwrap_or_default(),
        total: number(transfer::TOTAL),
        moved: number(transfer::MOVED),
        failed: number(transfer::FAILED),
        began_at: record.head.created_at,
        ended_at: record.get(transfer::ENDED_AT),
    }
}

fn takers(record: &Record) -> Vec<Id> {
    let text = record.get(transfer::TAKERS).unwrap_or_default();
    text.split_whitespace().filter_map(|id| id.parse().ok()).collect()
}
