//! What has just happened, in short, for whoever tells it on at once; and what of it somebody may be told.
//!
//! One reader of the journal tells all; each who listens asks here, with their own rights, what of it is for them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Kind, Object, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select};

use super::seal::Verb;
use crate::{Actor, Gate, Records, Right, Scope, tables};

/// An entry of the journal in short: something was done to a record.
#[derive(Clone, Copy, Debug)]
pub struct Happened {
    /// Its number.
    pub seq: i64,
    /// Of which object.
    pub object: &'static Object,
    /// The record.
    pub record: Id,
    /// What was done.
    pub verb: Verb,
}

/// Something that happened, as somebody may be told it.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// What happened.
    pub what: Happened,
    /// Whether the record went out of sight by it.
    pub gone: bool,
}

/// How many entries are looked at one by one: whether one could see the record until then, or what was linked with it.
const ONE_BY_ONE: usize = 50;

impl Records {
    /// The entries of a workspace after `since`, the oldest first: whatever they are about. For the engine, which asks
    /// [`Gate::may_be_told`] before it tells anybody.
    pub async fn happened(&self, workspace: Id, since: i64, limit: u64) -> Outcome<Vec<Happened>> {
        let engine = Actor::system(workspace, "tell what happens");
        self.glance(&engine, move |gate| gate.happened(since, limit)).await
    }
}

impl Gate<'_> {
    fn happened(&mut self, since: i64, limit: u64) -> Outcome<Vec<Happened>> {
        let column = |name| Expr::column("j", name);
        let select = Select::from(tables::JOURNAL, "j")
            .column("seq", ColumnType::Int)
            .column("object", ColumnType::Text)
            .column("record", ColumnType::Int)
            .column("verb", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .filter(column("seq").compare(Comparison::Greater, since))
            .order(column("seq"), false)
            .limit(limit);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let read = |row: &Vec<Cell>| {
            Some(Happened {
                seq: row[0].as_int()?,
                object: self.catalog().object(row[1].as_text()?)?,
                record: row[2].as_id()?,
                verb: Verb::named(row[3].as_text()?)?,
            })
        };
        Ok(rows.iter().filter_map(read).collect())
    }

    /// What of this the actor may be told: of records that they see, and of those that went out of their sight by it.
    /// Of many that went at once only the last are looked at.
    pub fn may_be_told(&mut self, happened: &[Happened]) -> Outcome<Vec<Told>> {
        let mut wanted: BTreeMap<&'static str, BTreeSet<Id>> = BTreeMap::new();
        let may_know = |one: &&Happened| {
            let known = !one.object.internal && one.verb != Verb::Security;
            known && self.access.scope(one.object, Right::Read) != Scope::None
        };
        let happened: Vec<Happened> = happened.iter().filter(may_know).copied().collect();
        for one in &happened {
            wanted.entry(one.object.name).or_default().insert(one.record);
        }
        let mut seen = HashSet::new();
        for (name, ids) in &wanted {
            let Some(object) = self.catalog().object(name) else { continue };
            seen.extend(self.seen_among(object, ids)?);
        }
        let (mut told, mut looked_at) = (Vec::new(), 0);
        for one in happened.iter().rev() {
            if seen.contains(&one.record) {
                told.push(Told { what: *one, gone: false });
            } else if one.verb != Verb::Create && looked_at < ONE_BY_ONE {
                looked_at += 1;
                if self.change(one.seq)?.is_some_and(|changed| changed.gone) {
                    told.push(Told { what: *one, gone: true });
                }
            }
        }
        told.reverse();
        Ok(told)
    }

    /// Whether any of this has to do with a record: it is the record, or one that is linked with it or was until then.
    pub fn has_to_do_with(&mut self, object: &'static Object, id: Id, told: &[Told]) -> Outcome<bool> {
        if told.iter().any(|one| one.what.record == id) {
            return Ok(true);
        }
        let linking = told.iter().filter(|one| links_to(one.what.object, object));
        let (mut looked_at, mut known) = (0, HashSet::new());
        for one in linking {
            looked_at += 1;
            // Who may see that so much happened may also look again.
            if looked_at > ONE_BY_ONE {
                return Ok(true);
            }
            if !one.gone && known.insert(one.what.record) && self.is_linked(one.what, id)? {
                return Ok(true);
            }
            let changed = self.change(one.what.seq)?;
            let values = changed.iter().flat_map(|changed| &changed.entry.changes);
            if values.flat_map(|change| [&change.old, &change.new]).any(|value| names(value, id)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether a record links to this one now.
    fn is_linked(&mut self, what: Happened, id: Id) -> Outcome<bool> {
        match self.get(what.object, what.record) {
            Ok(record) => {
                let mut values = what.object.fields.iter().filter_map(|field| record.value(field.name));
                Ok(values.any(|value| names(value, id)))
            }
            Err(Problem::NotFound) => Ok(false),
            Err(problem) => Err(problem),
        }
    }
}

/// Whether records of `from` may link to such of `to`.
pub fn links_to(from: &Object, to: &Object) -> bool {
    from.fields.iter().any(|field| match field.kind {
        Kind::AnyLink(any) => any.to.is_empty() || any.to.contains(&to.name),
        _ => field.points_to() == Some(to.name),
    })
}

fn names(value: &Value, id: Id) -> bool {
    match value {
        Value::AnyLink(link) => link.id == id,
        value => value.as_links().contains(&id),
    }
}
