//! Records in the order of any of their moments: for what a link has narrowed already, so that no index of the moment
//! is needed.

use cordee_base::{Moment, Outcome};
use cordee_schema::{Filter, Object, Record};
use cordee_store::Expr;
use cordee_store::query::Comparison;

use super::scan::{HERE, Scan};
use super::{columns, record};
use crate::{Gate, Right, Scope};

/// Records to be read in the order of a moment or a date.
#[derive(Clone, Debug)]
pub struct Ordered {
    /// Of which object.
    pub object: &'static Object,
    /// Which of them: few, because a link narrows them.
    pub filter: Filter,
    /// The moment or date; those without one are left out.
    pub by: &'static str,
    /// The latest first, or the earliest.
    pub descending: bool,
    /// Only those before this moment.
    pub before: Option<Moment>,
    /// How many at the most.
    pub limit: u64,
}

impl Gate<'_> {
    /// The records that the actor may see, in order.
    pub fn ordered(&mut self, wanted: &Ordered) -> Outcome<Vec<Record>> {
        if self.access.scope(wanted.object, Right::Read) == Scope::None {
            return Ok(Vec::new());
        }
        let access = self.access.clone();
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, wanted.object, None);
        let condition = self.condition(&mut scan, &wanted.filter)?;
        let columns = columns(&mut scan, None, true);
        let mut select = scan.select(Right::Read, false).limit(wanted.limit);
        select.columns.clone_from(&columns.select);
        let by = Expr::column(HERE, wanted.by);
        select = select.filter(condition).filter(by.clone().not_null());
        if let Some(before) = wanted.before {
            select = select.filter(by.clone().compare(Comparison::Less, before));
        }
        select = select.order(by, wanted.descending).order(Expr::column(HERE, "id"), wanted.descending);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found: Vec<Record> = rows.iter().map(|row| record(&columns, row)).collect();
        self.name_any_links(&mut found)?;
        self.name_many(&mut found)?;
        self.reckon_seen(&mut found)?;
        Ok(found)
    }
}
