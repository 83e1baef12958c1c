//! Objects of which a workspace has few records: read whole, once in a transaction.

use std::sync::Arc;

use cordee_base::Outcome;
use cordee_schema::{Object, Record};
use cordee_store::{Expr, table};

use super::scan::{HERE, Scan};
use super::{columns, record};
use crate::{Access, Gate, Right};

impl Gate<'_> {
    /// All records of an object of which there are few, in the order of its list: for hooks and verbs that look things
    /// up in a row of thousands of writes. It is the engine's look, so nothing of it is to be shown.
    pub fn whole_of(&mut self, object: &'static Object) -> Outcome<Arc<[Record]>> {
        if let Some(records) = self.whole.get(object.name) {
            return Ok(records.clone());
        }
        let access = Access::everything(self.access.zone.clone());
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, object, None);
        let columns = columns(&mut scan, None, false);
        let (first, descending) = object.order;
        let by = object.field(first).and_then(table::sorted_column).unwrap_or_else(|| "id".into());
        let select = scan.select(Right::Read, false);
        let mut select =
            select.order(Expr::column(HERE, by), descending).order(Expr::column(HERE, "id"), descending);
        select.columns.clone_from(&columns.select);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let records: Arc<[Record]> = rows.iter().map(|row| record(&columns, row)).collect();
        self.whole.insert(object.name, records.clone());
        Ok(records)
    }
}
