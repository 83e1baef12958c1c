//! The tables, columns and indexes of what a workspace has declared: made in the transaction that declares it.
//!
//! Nothing is taken away with a declaration: its values stay, and are there again when it comes back.

use cordee_base::{Id, Outcome};
use cordee_schema::{ColumnType, FieldDef, Object};
use cordee_store::table::{self, Table};
use cordee_store::{Expr, Select};

use super::load::{Which, of_workspace};
use crate::Gate;
use crate::search::{is_indexed, is_searched};

impl Gate<'_> {
    /// Brings the tables to what the workspace declares now, if this transaction has changed that; the rest of it goes
    /// by the new declarations.
    pub(crate) fn declare_anew(&mut self) -> Outcome<()> {
        if !std::mem::take(&mut self.redeclares) {
            return Ok(());
        }
        let house = self.house;
        let now = of_workspace(house, self.session, self.actor.workspace, Which::InUse);
        let now = now.map_err(|fail| self.failed(fail))?;
        for object in now.catalog.objects() {
            let before = self.declared.catalog.object(object.name);
            if before.is_none_or(|before| !std::ptr::eq(before, object)) {
                self.bring(before, object)?;
                let rolled = object.fields.iter().filter(|field| field.rolled_up.is_some());
                let new = rolled.filter(|field| {
                    let known = before.and_then(|before| before.field(field.name));
                    known.is_none_or(|known| known.rolled_up != field.rolled_up)
                });
                self.stale.extend(new.map(|field| (object.name, field.name, None)));
            }
        }
        let before = std::mem::replace(&mut self.declared, now);
        for object in now.catalog.objects() {
            let known = before.catalog.object(object.name);
            let was = |name| known.and_then(|known| known.field(name)?.formula);
            let anew = |field: &FieldDef| {
                field.formula.is_some_and(|now| was(field.name).is_none_or(|was| was.text != now.text))
            };
            if object.fields.iter().any(anew) {
                self.reckon_anew(object, None)?;
            }
            self.find_again(before.catalog.object(object.name), object)?;
        }
        Ok(())
    }

    /// What stands in fields that are in use again can be found again.
    fn find_again(&mut self, before: Option<&'static Object>, object: &'static Object) -> Outcome<()> {
        let Some(before) = before.filter(|_| is_indexed(object)) else { return Ok(()) };
        let new =
            object.fields.iter().filter(|field| is_searched(field) && before.field(field.name).is_none());
        let filled: Vec<Expr> = new.map(|field| Expr::column("r", field.name).not_null()).collect();
        if filled.is_empty() {
            return Ok(());
        }
        let select = Select::from(object.name, "r")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::Or(filled));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let ids: Vec<Id> = rows.iter().filter_map(|row| row[0].as_id()).collect();
        self.reindex(object, &ids)
    }

    fn bring(&mut self, before: Option<&'static Object>, object: &'static Object) -> Outcome<()> {
        let had: Vec<Table> = before.map(table::of).unwrap_or_default();
        for wanted in table::of(object) {
            let stands = had.iter().find(|table| table.name == wanted.name);
            for statement in table::changes(stands, &wanted, self.session.dialect()) {
                self.session.define(&statement).map_err(|fail| self.failed(fail))?;
            }
        }
        Ok(())
    }
}
