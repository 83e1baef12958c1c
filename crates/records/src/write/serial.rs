//! Numbers for people, counted up without gaps, inside the transaction.

use cordee_base::Outcome;
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::{Expr, Insert, Select, Update};

use crate::{Gate, tables};

impl Gate<'_> {
    /// The next number, as `D-2026-0042`.
    pub(crate) fn next_serial(&mut self, object: &Object, field: &str, prefix: &str) -> Outcome<String> {
        let year = self.today().year();
        let name = format!("{}.{field}.{year}", object.name);
        let workspace = self.actor.workspace;
        let mut update =
            Update::of(tables::COUNTER).having("workspace_id", workspace).having("name", name.as_str());
        let more =
            Expr::Plus(Box::new(Expr::column(tables::COUNTER, "last")), Box::new(Expr::Cell(Cell::Int(1))));
        update.set.push(("last".into(), more));
        if self.session.update(&update).map_err(|fail| self.failed(fail))? == 0 {
            let cells = vec![
                ("workspace_id", workspace.into()),
                ("name", name.as_str().into()),
                ("last", Cell::Int(0)),
            ];
            let first = Insert {
                unless_there: Some(vec!["workspace_id", "name"]),
                ..Insert::row(tables::COUNTER, cells)
            };
            self.session.insert(&first).map_err(|fail| self.failed(fail))?;
            self.session.update(&update).map_err(|fail| self.failed(fail))?;
        }
        let select = Select::from(tables::COUNTER, "c")
            .column("last", ColumnType::Int)
            .having("workspace_id", workspace)
            .having("name", name);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let last = rows.first().and_then(|row| row[0].as_int()).unwrap_or(1);
        Ok(format!("{prefix}-{year}-{last:04}"))
    }
}
