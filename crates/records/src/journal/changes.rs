//! What changed since a place in the journal, under the rights of whoever asks.
//!
//! Entries are numbered in the order in which they were committed, so that whoever reads on from a number never misses
//! one. A record that one could see and can see no more is told as gone; one that one never could is not told at all.

use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Reading, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::history::{Entry, journal, shared_with};
use super::seal::{Verb, head};
use crate::read::get::Shelf;
use crate::{Gate, Right, Scope};

/// A change, as it is told to whoever follows.
#[derive(Clone, Debug)]
pub struct Changed {
    /// What happened, as far as it may be seen; nothing but that it happened, if the record is gone.
    pub entry: Entry,
    /// What was done.
    pub verb: Verb,
    /// Of which object.
    pub object: &'static Object,
    /// The record.
    pub id: Id,
    /// Whether it can no longer be seen: it is in the trash, purged, or somebody else's.
    pub gone: bool,
}

impl Changed {
    /// What kind of change it is, as webhooks are told: `created`, `updated`, `deleted`, `restored`, `merged`.
    pub fn kind(&self) -> &'static str {
        match self.verb {
            // What is gone for whoever is told has been deleted as far as they can see.
            _ if self.gone => "deleted",
            Verb::Create => "created",
            Verb::Update | Verb::Attach | Verb::Detach | Verb::Share | Verb::Unshare | Verb::Security => {
                "updated"
            }
            Verb::Trash | Verb::Purge => "deleted",
            Verb::Restore => "restored",
            Verb::Merge | Verb::Unmerge => "merged",
        }
    }
}

/// A stretch of changes.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The changes, the oldest first.
    pub list: Vec<Changed>,
    /// Where the next stretch begins.
    pub next: i64,
    /// Whether there is more already.
    pub more: bool,
}

/// How many entries are looked at in one go, whether they may be seen or not.
const STRETCH: i64 = 5_000;

/// The columns of an entry with its values, and behind them the object and the record.
const OBJECT: usize = 6;
const RECORD: usize = 7;

impl Gate<'_> {
    /// The changes after `since` that the actor may see: of these objects, or of all; up to `limit` of them.
    pub fn changes(&mut self, since: i64, objects: &[&'static Object], limit: u32) -> Outcome<Changes> {
        let workspace = self.actor.workspace;
        let head = head(self.session, workspace, false).map_err(|fail| self.failed(fail))?;
        let head = head.map_or(0, |(seq, _)| seq);
        let end = head.min(since.saturating_add(STRETCH));
        let wanted: Vec<Cell> = self.told_of(objects).into_iter().map(|object| object.name.into()).collect();
        let column = |name| Expr::column("j", name);
        let mut select = journal(workspace)
            .filter(column("seq").compare(Comparison::Greater, since))
            .filter(column("seq").compare(Comparison::AtMost, end))
            .filter(Expr::In(Box::new(column("object")), wanted))
            .order(column("seq"), false)
            .limit(u64::from(limit));
        select.columns.push((column("object"), ColumnType::Text));
        select.columns.push((column("record"), ColumnType::Int));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let full = rows.len() as u64 == u64::from(limit);
        let next = match rows.last().and_then(|row| row[0].as_int()) {
            Some(last) if full => last,
            _ => end.max(since),
        };
        let mut list = self.told(&rows)?;
        self.name_changes(&mut list)?;
        Ok(Changes { list, next, more: next < head })
    }

    /// One change, by its number; none if it may not be seen.
    pub fn change(&mut self, seq: i64) -> Outcome<Option<Changed>> {
        Ok(self.changes(seq - 1, &[], 1)?.list.pop().filter(|changed| changed.entry.seq == seq))
    }

    /// A mark of what the actor may see by role and team. Where it differs from an earlier one, records may have come
    /// into sight or gone out of it without a change of their own.
    pub fn rights_mark(&self) -> String {
        let access = &self.access;
        let mut digest = Sha256::new();
        digest.update(access.grants.json());
        for person in access.user.iter().chain(access.circle.team.iter()) {
            digest.update(person.as_i64().to_be_bytes());
        }
        digest.update(access.shared.mark(access.now));
        super::verify::hex(&digest.finalize()[..4])
    }

    /// The objects of which the actor may be told anything.
    fn told_of(&self, objects: &[&'static Object]) -> Vec<&'static Object> {
        let readable = |object: &&'static Object| {
            !object.internal && self.access.scope(object, Right::Read) != Scope::None
        };
        match objects {
            [] => self.catalog().objects().filter(readable).collect(),
            some => some.iter().copied().filter(readable).collect(),
        }
    }

    fn told(&mut self, rows: &[Vec<Cell>]) -> Outcome<Vec<Changed>> {
        let (mut told, mut there) = (Vec::new(), HashMap::new());
        for row in rows {
            let object = row[OBJECT].as_text().and_then(|name| self.catalog().object(name));
            let verb = row[4].as_text().and_then(Verb::named).filter(|verb| *verb != Verb::Security);
            let (Some(object), Some(id), Some(verb)) = (object, row[RECORD].as_id(), verb) else { continue };
            let there = match there.get(&id) {
                Some(known) => *known,
                None => {
                    let found = self.is_there(object, id, Right::Read, Shelf::InUse)?;
                    *there.entry(id).or_insert(found)
                }
            };
            let mut entry = self.entry(object, row);
            if !there {
                if !self.went(object, id, verb, row)? {
                    continue;
                }
                entry.changes.clear();
            }
            told.push(Changed { entry, verb, object, id, gone: !there });
        }
        Ok(told)
    }

    /// Whether the actor could see a record until this entry, or can see it in the trash.
    fn went(&mut self, object: &'static Object, id: Id, verb: Verb, row: &[Cell]) -> Outcome<bool> {
        if self.is_there(object, id, Right::Read, Shelf::Trash)? {
            return Ok(true);
        }
        let body = body(row);
        if verb == Verb::Unshare {
            return Ok(shared_with(&body).is_some_and(|with| self.is_given(with)));
        }
        let whose = |name: &str| body.get(name).and_then(Json::as_array).and_then(|pair| pair.first());
        let link = object.part_of.or(object.owner).and_then(|name| object.field(name));
        match (verb, link) {
            // It was given to somebody out of sight, or put on another whole.
            (Verb::Update, Some(link)) => match whose(link.name).and_then(read_id) {
                Some(before) => self.is_in_sight(object, link, Some(before)),
                None => Ok(false),
            },
            (Verb::Purge, Some(link)) => {
                let last =
                    self.last_held(object, id, link, row[0].as_int().unwrap_or(0))?.unwrap_or_default();
                match link.kind.behave().read_json(&last, &Reading::default()) {
                    Ok(Value::AnyLink(to)) => match self.catalog().object(&to.object) {
                        Some(whole) => self.is_whole_in_sight(whole, to.id),
                        None => Ok(false),
                    },
                    _ => self.is_in_sight(object, link, read_id(&last)),
                }
            }
            (Verb::Purge, None) => {
                let maker = self.maker(object, id)?;
                let scope = self.access.scope(object, Right::Read);
                Ok(self.access.covers(scope, maker))
            }
            _ => Ok(false),
        }
    }

    /// Whether the actor sees the records that belong to this person, or are parts of this whole.
    fn is_in_sight(&mut self, object: &'static Object, link: &FieldDef, to: Option<Id>) -> Outcome<bool> {
        if object.part_of != Some(link.name) {
            let scope = self.access.scope(object, Right::Read);
            return Ok(self.access.covers(scope, to));
        }
        let whole = link.links_to().and_then(|name| self.catalog().object(name));
        let (Some(whole), Some(to)) = (whole, to) else { return Ok(false) };
        self.is_whole_in_sight(whole, to)
    }

    /// Whether the actor sees what others are parts of, or can see it in the trash.
    fn is_whole_in_sight(&mut self, whole: &'static Object, to: Id) -> Outcome<bool> {
        if self.access.scope(whole, Right::Read) == Scope::All {
            return Ok(true);
        }
        Ok(self.is_there(whole, to, Right::Read, Shelf::InUse)?
            || self.is_there(whole, to, Right::Read, Shelf::Trash)?)
    }

    /// What a link of a record held before an entry, as the journal tells it.
    fn last_held(&mut self, object: &Object, id: Id, link: &FieldDef, before: i64) -> Outcome<Option<Json>> {
        let column = |name| Expr::column("j", name);
        let select = journal(self.actor.workspace)
            .having("record", id)
            .having("object", object.name)
            .filter(column("seq").compare(Comparison::Less, before))
            .order(column("seq"), true);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let held = |row: &Vec<Cell>| {
            body(row).get(link.name).and_then(|pair| Some(pair.as_array()?.get(1)?.clone()))
        };
        Ok(rows.iter().find_map(held))
    }

    /// Who made a record, as the journal tells it.
    fn maker(&mut self, object: &Object, id: Id) -> Outcome<Option<Id>> {
        let select: Select = journal(self.actor.workspace)
            .having("record", id)
            .having("object", object.name)
            .having("verb", Verb::Create.name());
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[2].as_id()))
    }

    /// Puts names to people and linked records, object by object.
    fn name_changes(&mut self, list: &mut [Changed]) -> Outcome<()> {
        list.sort_by_key(|changed| changed.object.name);
        for some in list.chunk_by_mut(|one, next| one.object == next.object) {
            let object = some[0].object;
            let mut entries: Vec<Entry> = some.iter().map(|changed| changed.entry.clone()).collect();
            self.name_history(object, &mut entries)?;
            for (changed, entry) in some.iter_mut().zip(entries) {
                changed.entry = entry;
            }
        }
        list.sort_by_key(|changed| changed.entry.seq);
        Ok(())
    }
}

fn body(row: &[Cell]) -> Json {
    row[5].as_text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Json::Null)
}

fn read_id(json: &Json) -> Option<Id> {
    json.as_str()?.parse().ok()
}
