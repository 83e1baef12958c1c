//! Keeps the index of words in the transaction of each write.

use std::borrow::Cow;
use std::collections::BTreeSet;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, Draft, Object, Record};
use cordee_store::search::{self, Indexed};
use cordee_store::{Expr, Fail, Insert, Session};

use super::terms::{is_indexed, is_searched, of_record};
use crate::read::scan::{HERE, Scan};
use crate::read::{columns, record};
use crate::{Gate, Ready, Right, tables};

/// How many records are read and indexed at a time.
pub(super) const TOGETHER: usize = 500;

impl Gate<'_> {
    /// Puts new records into the index.
    pub(crate) fn index_new(&mut self, object: &'static Object, new: &[Ready]) -> Outcome<()> {
        if !is_indexed(object) {
            return Ok(());
        }
        let creator = self.actor.user_id();
        let mut held = Vec::with_capacity(new.len());
        let mut words = BTreeSet::new();
        for ready in new {
            let owner = match object.owner.and_then(|owner| object.place(owner)) {
                Some(owner) => ready.draft.at(owner).and_then(|value| value.as_link()),
                None => creator,
            };
            let (terms, some) = of_record(object, |place| ready.draft.at(place), owner);
            held.push(Indexed { id: ready.id, terms });
            words.extend(some);
        }
        put(self.session, self.actor.workspace, object, &held, &words).map_err(|fail| self.failed(fail))
    }

    /// Brings a changed record's terms up to date, if a text that is searched or its owner has changed.
    pub(crate) fn index_changed(&mut self, before: &Record, draft: &Draft) -> Outcome<()> {
        let object = draft.object;
        let tells = draft.fields().any(|(field, _)| is_searched(field) || object.owner == Some(field.name));
        if !tells || !is_indexed(object) {
            return Ok(());
        }
        let value = |place: usize| draft.at(place).or_else(|| before.value(object.fields[place].name));
        let owner = match object.owner.and_then(|owner| object.place(owner)) {
            Some(owner) => value(owner).and_then(|value| value.as_link()),
            None => before.head.created_by,
        };
        let (terms, words) = of_record(object, value, owner);
        let id = before.head.id;
        self.unindex(object, &[id])?;
        put(self.session, self.actor.workspace, object, &[Indexed { id, terms }], &words)
            .map_err(|fail| self.failed(fail))
    }

    /// Takes records out of the index.
    pub(crate) fn unindex(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<()> {
        if !is_indexed(object) {
            return Ok(());
        }
        search::take(self.session, self.actor.workspace, object.name, ids).map_err(|fail| self.failed(fail))
    }

    /// Indexes records anew by what they hold now; those in the trash go out of the index.
    pub(crate) fn reindex(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<()> {
        reindex(self.session, self.actor.workspace, &self.declared.catalog, object, ids)
            .map_err(|fail| self.failed(fail))
    }
}

/// Indexes records anew by what they hold now.
pub(super) fn reindex(
    session: &mut dyn Session,
    workspace: Id,
    catalog: &cordee_schema::Catalog,
    object: &'static Object,
    ids: &[Id],
) -> Result<(), Fail> {
    if !is_indexed(object) {
        return Ok(());
    }
    let access = crate::Access::everything(cordee_base::Zone::UTC);
    let searched =
        object.fields.iter().filter(|field| is_searched(field) || object.owner == Some(field.name));
    let wanted: Vec<&'static str> = searched.map(|field| field.name).collect();
    for some in ids.chunks(TOGETHER) {
        let mut scan = Scan::of(workspace, &access, catalog, object, None);
        let columns = columns(&mut scan, Some(&wanted), false);
        let these = some.iter().copied().map(Cell::from).collect();
        let mut select = scan
            .select(Right::Read, false)
            .filter(Expr::In(Box::new(Expr::column(HERE, "id")), these))
            .order(Expr::column(HERE, "id"), false);
        select.columns.clone_from(&columns.select);
        let rows = session.rows(&select)?;
        let (mut held, mut words) = (Vec::with_capacity(rows.len()), BTreeSet::new());
        for row in &rows {
            let record = record(&columns, row);
            let owner = match object.owner {
                Some(owner) => record.value(owner).and_then(|value| value.as_link()),
                None => record.head.created_by,
            };
            let value = |place: usize| record.value(object.fields[place].name);
            let (terms, some) = of_record(object, value, owner);
            held.push(Indexed { id: record.head.id, terms });
            words.extend(some);
        }
        search::take(session, workspace, object.name, some)?;
        put(session, workspace, object, &held, &words)?;
    }
    Ok(())
}

/// Writes terms, and the words that are not known yet.
fn put(
    session: &mut dyn Session,
    workspace: Id,
    object: &Object,
    held: &[Indexed],
    words: &BTreeSet<String>,
) -> Result<(), Fail> {
    search::put(session, workspace, object.name, held)?;
    let columns = ["workspace_id", "size", "word", "back"].map(Cow::Borrowed).to_vec();
    let mut insert = Insert::into(tables::SEARCH_WORD, columns);
    insert.unless_there = Some(vec!["workspace_id", "size", "word"]);
    insert.rows = words
        .iter()
        .map(|word| {
            let back: String = word.chars().rev().collect();
            vec![workspace.into(), Cell::Int(size(word)), word.as_str().into(), back.into()]
        })
        .collect();
    session.insert(&insert).map(|_| ())
}

/// How many letters a word has.
pub(super) fn size(word: &str) -> i64 {
    word.chars().count() as i64
}
