//! What a link may be set to: the records of its target that its declaration asks for.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{ColumnType, FieldDef, Filter, Object, Value};
use cordee_store::{Expr, Select};

use super::scan::{HERE, Scan};
use crate::query::Hit;
use crate::{Access, Gate, Right};

impl Gate<'_> {
    /// What the records are like that `field` may be set to, where the record has what `given` tells by name.
    pub fn choosable(&self, field: &FieldDef, given: &dyn Fn(&str) -> Value) -> Outcome<Filter> {
        match (field.choosable, self.target(field)) {
            (Some(text), Some(to)) => Ok(Filter::choosable(text, self.catalog(), to, &self.reading, given)?),
            _ => Ok(Filter::everything()),
        }
    }

    /// Records that `field` may be set to, found by their title as [`Gate::lookup`] does.
    pub fn choices(
        &mut self,
        field: &FieldDef,
        given: &dyn Fn(&str) -> Value,
        typed: &str,
        limit: u32,
    ) -> Outcome<Vec<Hit>> {
        let among = self.choosable(field, given)?;
        let to = self.target(field).ok_or(Problem::NotFound)?;
        self.lookup_among(to, &among, typed, limit)
    }

    /// Whether `field` may be set to this record.
    pub(crate) fn may_choose(
        &mut self,
        field: &FieldDef,
        given: &dyn Fn(&str) -> Value,
        id: Id,
    ) -> Outcome<bool> {
        let among = self.choosable(field, given)?;
        let Some(to) = self.target(field).filter(|_| !among.is_everything()) else { return Ok(true) };
        let asked = (to.name, among.text(), id);
        if self.chosen.contains(&asked) {
            return Ok(true);
        }
        let these = self.those_like(to, &among)?.having("id", id);
        let fits = !self.session.rows(&these).map_err(|fail| self.failed(fail))?.is_empty();
        if fits {
            self.chosen.insert(asked);
        }
        Ok(fits)
    }

    /// The condition that a record of `object` is like this, whatever the actor may see of it: a declaration asks.
    pub(crate) fn among(&mut self, object: &'static Object, filter: &Filter) -> Outcome<Expr> {
        let these = self.those_like(object, filter)?;
        Ok(Expr::InSelect(Box::new(Expr::column(HERE, "id")), Box::new(these)))
    }

    fn those_like(&mut self, object: &'static Object, filter: &Filter) -> Outcome<Select> {
        let engine = Access::everything(self.access.zone.clone());
        let mut scan = Scan::of(self.actor.workspace, &engine, &self.declared.catalog, object, None);
        let condition = self.condition(&mut scan, filter)?;
        Ok(scan.select(Right::Read, false).column("id", ColumnType::Int).filter(condition))
    }

    fn target(&self, field: &FieldDef) -> Option<&'static Object> {
        field.points_to().and_then(|to| self.catalog().object(to))
    }
}
