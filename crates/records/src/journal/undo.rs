//! What one has just done to a record is taken back, with whatever was done in the same act.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, Object};
use cordee_store::Expr;
use cordee_store::query::Comparison;

use super::history::journal;
use super::{Entry, Verb};
use crate::{FieldRight, Gate};

/// How many entries before and after that of the record are looked at: an act of a person writes few.
const AROUND: i64 = 25;

impl Gate<'_> {
    /// Takes back the change by which the actor has made this version of a record: what it changed is as before, and
    /// what the same act has made, the record itself if it was made by it, goes to the trash. Refused once somebody has changed the record again.
    pub fn undo(&mut self, object: &'static Object, id: Id, version: i64) -> Outcome<()> {
        let record = self.get(object, id)?;
        if record.head.version != version {
            return Err(Problem::Stale { now: record.head.version });
        }
        let me = self.access.user.ok_or(Problem::NotAllowed)?;
        let last = self.history(object, id, None, 1)?.into_iter().next();
        let written =
            |entry: &Entry| [Verb::Update, Verb::Create].iter().any(|verb| entry.verb == verb.name());
        let mine = |entry: &Entry| entry.actor == Some(me) && written(entry);
        let last = last.filter(mine).ok_or_else(|| Fault::whole("error-undo"))?;
        for (of, its, entry) in self.same_act(&last, AROUND)? {
            // What was done to the record before is no part of this act.
            if (of, its) == (object, id) && entry.seq != last.seq {
                continue;
            }
            if entry.verb == Verb::Create.name() {
                self.trash(of, its, None)?;
            } else if entry.verb == Verb::Update.name() {
                self.put_back(of, its, &entry)?;
            }
        }
        Ok(())
    }

    /// The entries that an actor wrote in the act of this one, the newest first, as far as they stand so many places around it
    /// at the most.
    pub fn same_act(&mut self, of: &Entry, around: i64) -> Outcome<Vec<(&'static Object, Id, Entry)>> {
        let column = |name| Expr::column("j", name);
        let mut select = journal(self.actor.workspace)
            .filter(column("seq").compare(Comparison::AtLeast, of.seq - around))
            .filter(column("seq").compare(Comparison::AtMost, of.seq + around))
            .order(column("seq"), true);
        select.columns.push((column("object"), ColumnType::Text));
        select.columns.push((column("record"), ColumnType::Int));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found = Vec::new();
        for row in &rows {
            let object = row[6].as_text().and_then(|name| self.catalog().object(name));
            let (Some(object), Some(id)) = (object, row[7].as_id()) else { continue };
            let entry = self.entry(object, row);
            if !object.system && entry.at == of.at && entry.actor == of.actor {
                found.push((object, id, entry));
            }
        }
        Ok(found)
    }

    /// What an entry changed, by hand or by what followed, as far as it can be set by hand.
    fn put_back(&mut self, object: &'static Object, id: Id, entry: &Entry) -> Outcome<()> {
        let mut draft = Draft::new(object);
        for change in &entry.changes {
            let field = object.field(change.field);
            if field.is_some_and(|field| self.access.field(object, field) == FieldRight::Open) {
                draft.set(change.field, change.old.clone());
            }
        }
        self.update(id, None, draft).map(drop)
    }
}
