//! One record.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Object, Record};
use cordee_store::{Expr, Join, Select};

use super::scan::{HERE, Scan};
use super::{columns, record};
use crate::{Gate, Right, Scope, tables};

impl Gate<'_> {
    /// The record with this id, with all fields that may be seen. One that was merged is found where it went.
    pub fn get(&mut self, object: &'static Object, id: Id) -> Outcome<Record> {
        if let Some(record) = self.find(object, id, Right::Read, Shelf::InUse, None)? {
            return Ok(record);
        }
        let gone_to = self.forwarded(object, id)?.ok_or(Problem::NotFound)?;
        // What was merged and taken out of the trash since is there itself, for those who may see it.
        let back = |gate: &mut Gate<'_>| gate.is_there(object, id, Right::Read, Shelf::InUse);
        if self.as_engine("whether a merged record came back", back)? {
            return Err(Problem::NotFound);
        }
        self.find(object, gone_to, Right::Read, Shelf::InUse, None)?.ok_or(Problem::NotFound)
    }

    /// A record with nothing but these fields, and without the titles of what its links lead to: the quickest look.
    pub fn glance(&mut self, object: &'static Object, id: Id, fields: &[&'static str]) -> Outcome<Record> {
        let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let columns = columns(&mut scan, Some(fields), false);
        let mut select = scan.select(Right::Read, false).having("id", id);
        select.columns.clone_from(&columns.select);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found: Vec<Record> = rows.first().map(|row| record(&columns, row)).into_iter().collect();
        self.name_any_links(&mut found)?;
        self.name_many(&mut found)?;
        self.reckon_seen(&mut found)?;
        found.pop().ok_or(Problem::NotFound)
    }

    /// The record as it was at a moment, as far as its fields are tracked.
    pub fn get_as_of(&mut self, object: &'static Object, id: Id, then: Moment) -> Outcome<Record> {
        self.find(object, id, Right::Read, Shelf::InUse, Some(then))?.ok_or(Problem::NotFound)
    }

    /// Whether the actor has this right on the record with this id.
    pub fn may(&mut self, right: Right, object: &'static Object, id: Id) -> Outcome<bool> {
        match self.access.scope(object, right) {
            Scope::None => Ok(false),
            Scope::All if object.part_of.is_none() => Ok(true),
            _ => Ok(self.find(object, id, right, Shelf::InUse, None)?.is_some()),
        }
    }

    /// The record in the trash with this id.
    pub fn get_trashed(&mut self, object: &'static Object, id: Id) -> Outcome<Record> {
        self.find(object, id, Right::Read, Shelf::Trash, None)?.ok_or(Problem::NotFound)
    }

    /// The id of the record that came from another system under this id.
    pub fn find_foreign(
        &mut self,
        object: &'static Object,
        system: &str,
        foreign: &str,
    ) -> Outcome<Option<Id>> {
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let select = scan.select(Right::Read, false).column("id", ColumnType::Int);
        let select = select.having("source_system", system).having("foreign_id", foreign).limit(1);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        match rows.first().and_then(|row| row[0].as_id()) {
            Some(id) => Ok(Some(id)),
            None => {
                Ok(self.merged_foreign(object, system, &[foreign.to_owned()])?.first().map(|(_, id)| *id))
            }
        }
    }

    /// The records that the merged ones with these foreign ids went to, if the actor may see these.
    pub(crate) fn merged_foreign(
        &mut self,
        object: &'static Object,
        system: &str,
        foreign: &[String],
    ) -> Outcome<Vec<(String, Id)>> {
        let mut select = Select::from(object.name, HERE)
            .column("foreign_id", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("source_system", system)
            .filter(Expr::column(HERE, "deleted_at").not_null());
        let texts = foreign.iter().map(|text| Cell::from(text.as_str())).collect();
        select.filter.push(Expr::In(Box::new(Expr::column(HERE, "foreign_id")), texts));
        select.columns.push((Expr::column("f", "to_id"), ColumnType::Int));
        let on = Expr::And(vec![
            Expr::column("f", "workspace_id").is(self.actor.workspace),
            Expr::column("f", "id").equals(Expr::column(HERE, "id")),
        ]);
        select.joins.push(Join { table: (tables::FORWARD.into(), "f".into()), on, inner: true });
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut gone: Vec<(String, Id)> = Vec::new();
        for row in &rows {
            let (Some(text), Some(to)) = (row[0].as_text(), row[1].as_id()) else { continue };
            if self.find(object, to, Right::Read, Shelf::InUse, None)?.is_some() {
                gone.push((text.to_owned(), to));
            }
        }
        Ok(gone)
    }

    /// Where a merged record went.
    pub(crate) fn forwarded(&mut self, object: &'static Object, id: Id) -> Outcome<Option<Id>> {
        let select = Select::from(tables::FORWARD, "f")
            .column("to_id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("id", id)
            .having("object", object.name);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_id()))
    }

    /// Whether there is such a record on which the actor has this right.
    pub(crate) fn is_there(
        &mut self,
        object: &'static Object,
        id: Id,
        right: Right,
        shelf: Shelf,
    ) -> Outcome<bool> {
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let select = scan.select(right, shelf == Shelf::Trash).column("id", ColumnType::Int).having("id", id);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(!rows.is_empty())
    }

    /// The record as it lies in its table: links without the titles of what they lead to.
    pub(crate) fn find_bare(
        &mut self,
        object: &'static Object,
        id: Id,
        shelf: Shelf,
    ) -> Outcome<Option<Record>> {
        let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let columns = columns(&mut scan, None, false);
        let mut select = scan.select(Right::Read, shelf == Shelf::Trash).having("id", id);
        select.columns.clone_from(&columns.select);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().map(|row| record(&columns, row)))
    }

    /// The record, if the actor has this right on it.
    pub(crate) fn find(
        &mut self,
        object: &'static Object,
        id: Id,
        right: Right,
        shelf: Shelf,
        as_of: Option<Moment>,
    ) -> Outcome<Option<Record>> {
        let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, as_of);
        let columns = columns(&mut scan, None, true);
        let mut select = scan.select(right, shelf == Shelf::Trash).having("id", id);
        select.columns.clone_from(&columns.select);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found: Vec<Record> = rows.first().map(|row| record(&columns, row)).into_iter().collect();
        self.name_any_links(&mut found)?;
        self.name_many(&mut found)?;
        self.reckon_seen(&mut found)?;
        Ok(found.pop())
    }
}

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// Among the others.
    InUse,
    /// In the trash.
    Trash,
}
