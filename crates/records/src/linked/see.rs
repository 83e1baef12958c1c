//! Links to many as they are read: what may not be seen is as if it were not linked.

use std::collections::BTreeMap;

use cordee_base::{Id, Outcome};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Cell, ColumnType, Object, Record, Value};
use cordee_store::Expr;

use super::many;
use crate::read::scan::{HERE, Scan};
use crate::{Gate, Right, Scope};

/// What may be seen of linked records, by their ids: their titles, where these may be read.
pub(crate) type Seen = BTreeMap<Id, Option<String>>;

impl Gate<'_> {
    /// Puts the titles to the links of these records, and takes out links to what may not be seen.
    pub(crate) fn name_many(&mut self, records: &mut [Record]) -> Outcome<()> {
        let Some(object) = records.first().map(|record| record.object) else { return Ok(()) };
        for field in many(object) {
            let Some(place) = object.place(field.name) else { continue };
            let linked = records.iter().filter_map(|record| record.value(field.name));
            let ids: Vec<Id> = linked.flat_map(|value| value.as_links().iter().copied()).collect();
            if ids.is_empty() {
                continue;
            }
            let seen = self.seen_of(field.many_to(), ids)?;
            for record in records.iter_mut() {
                let Some(Value::Links(ids)) = record.value(field.name) else { continue };
                let ids: Vec<Id> = ids.iter().filter(|id| seen.contains_key(id)).copied().collect();
                let titles = ids.iter().map(|id| seen[id].clone()).collect();
                record.put(place, links_of(ids));
                record.put_titles(place, titles);
            }
        }
        Ok(())
    }

    /// Which of these records of the object called `to` may be seen, in the trash and out of it.
    pub(crate) fn seen_of(&mut self, to: Option<&str>, mut ids: Vec<Id>) -> Outcome<Seen> {
        let mut seen = Seen::new();
        let to = to.and_then(|to| self.declared.catalog.object(to));
        if let Some(to) = to.filter(|to| self.access.scope(to, Right::Read) != Scope::None) {
            ids.sort_unstable();
            ids.dedup();
            self.titles_anywhere(to, &ids, &mut seen)?;
        }
        Ok(seen)
    }

    /// Those of these records that are in use and may be seen, or that this transaction knows to be.
    pub(crate) fn reached(&mut self, to: &'static Object, ids: &[Id]) -> Outcome<Vec<Id>> {
        let engine = self.access.is_engine();
        let known = |gate: &Gate<'_>, id: &Id| gate.linked.contains(&(engine, to.name, *id));
        let asked: Vec<Id> = ids.iter().filter(|id| !known(self, id)).copied().collect();
        if !asked.is_empty() && self.access.scope(to, Right::Read) != Scope::None {
            for id in self.living(to, &asked)? {
                self.linked.insert((engine, to.name, id));
            }
        }
        Ok(ids.iter().filter(|id| known(self, id)).copied().collect())
    }

    fn living(&mut self, to: &'static Object, ids: &[Id]) -> Outcome<Vec<Id>> {
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(500) {
            let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, to, None);
            let these = some.iter().copied().map(Cell::from).collect();
            let select = scan.select(Right::Read, false).column("id", ColumnType::Int);
            let select = select.filter(Expr::In(Box::new(Expr::column(HERE, "id")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            found.extend(rows.iter().filter_map(|row| row[0].as_id()));
        }
        Ok(found)
    }
}
