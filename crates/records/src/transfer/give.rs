//! One stretch of a transfer: the next records get their new owners, each as a change of its own.

use cordee_base::{Decimal, Id, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, Filter, Object, Path, Record, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Update};

use super::{TransferInfo, TransferWish, info, takers};
use crate::journal::Verb;
use crate::read::scan::{HERE, Scan};
use crate::system::share::SHARE;
use crate::system::transfer::{self, TRANSFER};
use crate::system::user;
use crate::write::columns;
use crate::{Access, Door, Gate, Query, Right, ShareWish, SharedWith};

/// How many records one transaction gives.
const TOGETHER: u32 = 200;
/// What stands in the place of an object while shares are given.
const OF_SHARES: &str = "share";

impl Gate<'_> {
    /// Gives the next records of a transfer; gives how it stands then. The door must be that of the transfer, so that
    /// it can be taken back.
    pub(super) fn give_on(&mut self, id: Id) -> Outcome<TransferInfo> {
        debug_assert_eq!(self.actor.door, Door::Transfer(id));
        let record = self.transfer_record(id)?;
        if record.get(transfer::STATUS).as_deref() != Some(transfer::RUNNING) {
            return Ok(info(&record));
        }
        let wish = self.wish_of(&record);
        let position = record.get(transfer::POSITION).unwrap_or_default();
        let part = position.split(':').next().unwrap_or("");
        let objects = self.given_objects(&wish);
        let place = objects.iter().position(|object| object.name == part).unwrap_or(0);
        let after: Option<Id> = position.split(':').nth(1).and_then(|text| text.parse().ok());
        let turn = info(&record).moved;
        let (mut moved, mut failed) = (0, 0);
        let mut next = (OF_SHARES.to_owned(), None);
        if part != OF_SHARES
            && let Some(object) = objects.get(place)
        {
            let some = self.as_engine("what somebody has", |gate| gate.next_of(object, &wish, after))?;
            for (number, one) in some.iter().enumerate() {
                let taker = wish.takers[(turn as usize + number) % wish.takers.len()];
                match self.give_one(object, *one, taker)? {
                    true => moved += 1,
                    false => failed += 1,
                }
            }
            next = match (some.last(), some.len() as u32 == TOGETHER, objects.get(place + 1)) {
                (Some(last), true, _) => (object.name.to_owned(), Some(*last)),
                (_, _, Some(further)) => (further.name.to_owned(), None),
                _ => next,
            };
            return self.keep_transfer(&record, next, (moved, failed), false);
        }
        self.give_shares(&wish)?;
        self.give_team(&wish)?;
        self.keep_transfer(&record, next, (0, 0), true)
    }

    fn wish_of(&self, record: &Record) -> TransferWish {
        let names = record.get(transfer::OBJECTS).unwrap_or_default();
        TransferWish {
            giver: record.get(transfer::GIVER),
            takers: takers(record),
            objects: names.split_whitespace().filter_map(|name| self.catalog().object(name)).collect(),
            filter: record.get(transfer::FILTER),
            open_only: record.get(transfer::OPEN_ONLY) == Some(true),
            shares: record.get(transfer::SHARES) == Some(true),
            team: record.get(transfer::TEAM) == Some(true),
        }
    }

    /// The next records by their ids.
    fn next_of(
        &mut self,
        object: &'static Object,
        wish: &TransferWish,
        after: Option<Id>,
    ) -> Outcome<Vec<Id>> {
        let theirs = self.belonging(object, wish, wish.open_only)?;
        let access = Access::everything(self.access.zone.clone());
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, object, None);
        let condition = self.condition(&mut scan, &theirs)?;
        let id = Expr::column(HERE, "id");
        let mut select = scan.select(Right::Read, false).column("id", ColumnType::Int).filter(condition);
        if let Some(after) = after {
            // What was given already is theirs no more; what could not be given still is, and is passed over.
            select = select.filter(id.clone().compare(Comparison::Greater, after));
        }
        let select = select.order(id, false).limit(u64::from(TOGETHER));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }

    /// Whether a record could be given; what a rule of its own refuses stays where it is.
    fn give_one(&mut self, object: &'static Object, id: Id, taker: Id) -> Outcome<bool> {
        let Some(owner) = object.owner else { return Ok(false) };
        let mut draft = Draft::new(object);
        draft.set(owner, Value::Link(taker));
        match self.as_engine("give a record to somebody else", |gate| gate.update(id, None, draft.clone())) {
            Ok(_) => Ok(true),
            Err(Problem::Invalid(_) | Problem::NotFound | Problem::Conflict(_)) => Ok(false),
            Err(problem) => Err(problem),
        }
    }

    /// What was shared with the one is shared with the others, as it was and as long.
    fn give_shares(&mut self, wish: &TransferWish) -> Outcome<()> {
        let (Some(giver), true) = (wish.giver, wish.shares) else { return Ok(()) };
        let path = SHARE.field("user").map(|field| Path::field(&SHARE, field)).ok_or(Problem::NotFound)?;
        let query = Query::of(&SHARE).filter(Filter::is(path, Value::Link(giver))).limit(Query::MOST);
        for turn in 0_usize.. {
            let page = self.as_engine("shares of somebody", |gate| gate.list(&query))?;
            if page.records.is_empty() {
                break;
            }
            for (number, share) in page.records.iter().enumerate() {
                let taker = wish.takers[(turn + number) % wish.takers.len()];
                let draft = Draft::new(&SHARE).with(crate::system::share::USER, taker);
                self.as_engine("give a share", |gate| gate.update(share.head.id, None, draft.clone()))?;
                let Some(Value::AnyLink(link)) = share.value("record") else { continue };
                let Some(object) = self.catalog().object(&link.object) else { continue };
                let edit = share.get(crate::system::share::LEVEL).as_deref() == Some("edit");
                let until = share.get(crate::system::share::UNTIL);
                for (verb, with) in [(Verb::Unshare, giver), (Verb::Share, taker)] {
                    let told = ShareWish { with: SharedWith::User(with), edit, until };
                    self.note_share(object, link.id, verb, &told);
                }
            }
        }
        self.shares_changed()
    }

    /// Who has no team takes the place of the one who leaves.
    fn give_team(&mut self, wish: &TransferWish) -> Outcome<()> {
        let (Some(giver), true) = (wish.giver, wish.team) else { return Ok(()) };
        let takers = wish.takers.clone();
        self.as_engine("take a place in a team", |gate| {
            let Some(team) = gate.get(&user::USER, giver)?.get(user::TEAM) else { return Ok(()) };
            for taker in takers {
                if gate.get(&user::USER, taker)?.get(user::TEAM).is_none() {
                    gate.update(taker, None, Draft::new(&user::USER).with(user::TEAM, team))?;
                }
            }
            Ok(())
        })
    }

    /// Keeps how far a transfer has come, in the transaction that brings it there: no version, no entry in the journal.
    fn keep_transfer(
        &mut self,
        record: &Record,
        (part, last): (String, Option<Id>),
        (moved, failed): (u64, u64),
        done: bool,
    ) -> Outcome<TransferInfo> {
        let before = info(record);
        let position = last.map_or_else(|| part.clone(), |last| format!("{part}:{last}"));
        let mut draft = Draft::new(&TRANSFER)
            .with(transfer::POSITION, position)
            .with(transfer::MOVED, Decimal::from(before.moved + moved))
            .with(transfer::FAILED, Decimal::from(before.failed + failed));
        if done {
            draft =
                draft.with(transfer::STATUS, transfer::DONE.to_owned()).with(transfer::ENDED_AT, self.now);
        }
        self.put_transfer(record.head.id, &draft)?;
        self.transfer(record.head.id)
    }

    pub(super) fn put_transfer(&mut self, id: Id, draft: &Draft) -> Outcome<()> {
        let mut update =
            Update::of(TRANSFER.name).having("workspace_id", self.actor.workspace).having("id", id);
        for (field, value) in draft.fields() {
            let (mut names, mut row) = (Vec::new(), Vec::new());
            columns(field, &mut names);
            self.cells(field, value, self.now, &mut row)?;
            update = names.into_iter().zip(row).fold(update, |update, (name, cell)| update.set(name, cell));
        }
        self.session.update(&update).map(drop).map_err(|fail| self.failed(fail))
    }
}
