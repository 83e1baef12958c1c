//! Links to many that led to one record lead to another, or to none: when two records become one, when that is undone,
//! and when a record goes for good. The past is told anew with the present.

use std::collections::BTreeMap;

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, Update, table};
use serde::{Deserialize, Serialize};

use super::{cell_of, held, many, of};
use crate::journal::{Pending, Verb};
use crate::{Gate, tables};

/// How many rows are read and written at a time.
const TOGETHER: usize = 500;

/// Which rows of a table were turned, so that it can be undone: each with the place at which the link stood that is
/// gone, where the row led to the other record already.
type Turned = Vec<(Id, Option<usize>)>;

/// What was turned in a field: in the records, and in their versions.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Moved {
    records: Turned,
    versions: Turned,
}

/// What was turned, by object and field.
pub(crate) type AllMoved = BTreeMap<String, Moved>;

/// What is done with the links of a row.
enum Turning<'t> {
    /// What led to the first leads to the second, or to none.
    To(Id, Option<Id>),
    /// What was turned from the second to the first is turned back.
    Back(Id, Id, &'t BTreeMap<Id, Option<usize>>),
}

impl Gate<'_> {
    /// Lets all links to `from` lead to `to`, or to none; tells what was changed. The two themselves are left alone.
    pub(crate) fn turn_links(
        &mut self,
        object: &'static Object,
        from: Id,
        to: Option<Id>,
    ) -> Outcome<AllMoved> {
        let mut all = AllMoved::new();
        let fields: Vec<_> = self.declared.catalog.many_to(object).collect();
        for (linking, field) in fields {
            let turning = Turning::To(from, to);
            let own = |id: &Id| *id == from || Some(*id) == to;
            let ids = self.holders(linking.name, field, from, None)?;
            let ids: Vec<Id> = ids.into_iter().filter(|id| !own(id)).collect();
            let mut moved =
                Moved { records: self.turn_rows(linking, field, &ids, &turning)?, ..Moved::default() };
            if field.tracked {
                let versions = table::versions(linking);
                let found = self.holders(&versions, field, from, None)?;
                moved.versions = self.turn_versions(linking, field, &found, &turning)?;
            }
            if !moved.records.is_empty() || !moved.versions.is_empty() {
                all.insert(format!("{}.{}", linking.name, field.name), moved);
            }
        }
        Ok(all)
    }

    /// Lets what was turned from `lost` to `keep` lead to `lost` again, as far as it still leads to `keep`; also in
    /// versions that were written since.
    pub(crate) fn turn_links_back(
        &mut self,
        keep: Id,
        lost: Id,
        since: Moment,
        all: AllMoved,
    ) -> Outcome<()> {
        for (name, moved) in all {
            let Some((linking, field)) = name.split_once('.') else { continue };
            let Some(linking) = self.declared.catalog.object(linking) else { continue };
            let Some(field) = many(linking).find(|known| known.name == field) else { continue };
            let records: BTreeMap<Id, Option<usize>> = moved.records.into_iter().collect();
            let ids: Vec<Id> = records.keys().copied().collect();
            self.turn_rows(linking, field, &ids, &Turning::Back(keep, lost, &records))?;
            if !field.tracked {
                continue;
            }
            let mut versions: BTreeMap<Id, Option<usize>> = moved.versions.into_iter().collect();
            for (version, record) in self.versions_since(linking, field, keep, since)? {
                if let Some(place) = records.get(&record) {
                    versions.entry(version).or_insert(*place);
                }
            }
            let ids: Vec<Id> = versions.keys().copied().collect();
            self.turn_versions(linking, field, &ids, &Turning::Back(keep, lost, &versions))?;
        }
        Ok(())
    }

    /// How many records of the object would be left with no link in this field, were there no `gone`.
    pub(crate) fn left_empty(
        &mut self,
        linking: &'static Object,
        field: &FieldDef,
        gone: Id,
    ) -> Outcome<usize> {
        let ids = self.holders(linking.name, field, gone, None)?;
        let mut empty = 0;
        for some in ids.chunks(TOGETHER) {
            let rows = self.link_rows(linking.name, field, some)?;
            empty += rows.iter().filter(|(_, _, links)| links.as_links() == [gone]).count();
        }
        Ok(empty)
    }

    /// The rows of a table whose field links to this record; with `only` those of them.
    fn holders(&mut self, table: &str, field: &FieldDef, to: Id, only: Option<Select>) -> Outcome<Vec<Id>> {
        let mut select = Select::from(tables::LINKED, "g")
            .column("holder", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("of", of(table, field))
            .having("target", to)
            .order(Expr::column("g", "holder"), false);
        if let Some(only) = only {
            let holder = Expr::column("g", "holder");
            select = select.filter(Expr::InSelect(Box::new(holder), Box::new(only)));
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }

    /// The versions written since then that link to this record, each with its record.
    fn versions_since(
        &mut self,
        linking: &'static Object,
        field: &FieldDef,
        to: Id,
        since: Moment,
    ) -> Outcome<Vec<(Id, Id)>> {
        let name = table::versions(linking);
        let later = Select::from(name.clone(), "v")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::column("v", "recorded_at").compare(Comparison::Greater, since));
        let ids = self.holders(&name, field, to, Some(later))?;
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(TOGETHER) {
            let rows = self.link_rows(&name, field, some)?;
            found.extend(rows.into_iter().map(|(id, record, _)| (id, record)));
        }
        Ok(found)
    }

    /// Turns the links of records: each counts as changed, and its history tells it.
    fn turn_rows(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        ids: &[Id],
        turning: &Turning<'_>,
    ) -> Outcome<Turned> {
        let mut turned = Turned::new();
        for some in ids.chunks(TOGETHER) {
            for (id, _, old) in self.link_rows(linking.name, field, some)? {
                let Some((new, place)) = turning.links(id, old.as_links()) else { continue };
                let version = Expr::column(linking.name, "version");
                let more = Expr::Plus(Box::new(version), Box::new(Expr::Cell(Cell::Int(1))));
                let mut update = Update::of(linking.name)
                    .set(field.name, cell_of(&new))
                    .set("updated_at", self.now)
                    .having("workspace_id", self.actor.workspace)
                    .having("id", id);
                update.set.push(("version".into(), more));
                self.session.update(&update).map_err(|fail| self.failed(fail))?;
                self.renote(linking.name, field, id, turning)?;
                self.note(Pending::new(linking, id, Verb::Update, vec![(field.name, old, new)]));
                turned.push((id, place));
            }
        }
        Ok(turned)
    }

    /// Turns the links of versions: who was merged is the same thing as before, so the past speaks of the other too.
    fn turn_versions(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        versions: &[Id],
        turning: &Turning<'_>,
    ) -> Outcome<Turned> {
        let (name, mut turned) = (table::versions(linking), Turned::new());
        for some in versions.chunks(TOGETHER) {
            for (id, record, old) in self.link_rows(&name, field, some)? {
                if turning.is_of(record) {
                    continue;
                }
                let Some((new, place)) = turning.links(id, old.as_links()) else { continue };
                let update = Update::of(name.clone())
                    .set(field.name, cell_of(&new))
                    .having("workspace_id", self.actor.workspace)
                    .having("id", id);
                self.session.update(&update).map_err(|fail| self.failed(fail))?;
                self.renote(&name, field, id, turning)?;
                turned.push((id, place));
            }
        }
        Ok(turned)
    }

    /// The links of these rows of a table of records or of versions, each with its id and that of its record.
    fn link_rows(&mut self, table: &str, field: &FieldDef, ids: &[Id]) -> Outcome<Vec<(Id, Id, Value)>> {
        let record = if table.ends_with("_version") { "record" } else { "id" };
        let these = ids.iter().copied().map(Cell::from).collect();
        let select = Select::from(table.to_owned(), "r")
            .column("id", ColumnType::Int)
            .column(record, ColumnType::Int)
            .column(field.name, ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::In(Box::new(Expr::column("r", "id")), these))
            .order(Expr::column("r", "id"), false);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| Some((row[0].as_id()?, row[1].as_id()?, held(&row[2])))).collect())
    }

    /// Keeps the rows beside a row that was turned.
    fn renote(&mut self, table: &str, field: &FieldDef, id: Id, turning: &Turning<'_>) -> Outcome<()> {
        let of = of(table, field);
        let (gone, new) = match turning {
            Turning::To(from, to) => (Some(*from), *to),
            Turning::Back(keep, lost, places) => {
                (Some(*keep).filter(|_| places.get(&id) == Some(&None)), Some(*lost))
            }
        };
        if let Some(gone) = gone {
            let delete = self.links_of(&of).having("target", gone).having("holder", id);
            self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        }
        self.note_links(&of, new.map(|to| (id, to)).into_iter().collect())
    }
}

impl Turning<'_> {
    /// What a row links to that has linked to `held`, and at which place a link stood that is gone; none if it stays as
    /// it is.
    fn links(&self, id: Id, held: &[Id]) -> Option<(Value, Option<usize>)> {
        match self {
            Turning::To(from, to) => {
                let place = held.iter().position(|known| known == from)?;
                let twice = to.is_none_or(|to| held.contains(&to));
                let turned = held.iter().filter_map(|known| if known == from { *to } else { Some(*known) });
                // Where the other stood already it stays where it was.
                let kept = held.iter().copied().filter(|known| known != from);
                let new = if twice { links_of(kept) } else { links_of(turned) };
                Some((new, Some(place).filter(|_| twice)))
            }
            Turning::Back(keep, lost, places) => {
                if !held.contains(keep) || held.contains(lost) {
                    return None;
                }
                let mut new = held.to_vec();
                match places.get(&id)? {
                    Some(place) => new.insert((*place).min(new.len()), *lost),
                    None => new.iter_mut().filter(|known| *known == keep).for_each(|known| *known = *lost),
                }
                Some((links_of(new), None))
            }
        }
    }

    /// Whether this record is one of the two between which links are turned.
    fn is_of(&self, record: Id) -> bool {
        match self {
            Turning::To(from, to) => record == *from || Some(record) == *to,
            Turning::Back(keep, lost, _) => record == *keep || record == *lost,
        }
    }
}
