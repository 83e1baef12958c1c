//! Numbers for people, counted up without gaps, inside the transaction.

use cordee_base::Outcome;
use cordee_schema::{Cell, ColumnType, Kind, Object, Value};
use cordee_store::{Expr, Insert, Select, Update};

use super::run::Ready;
use crate::{Gate, tables};

impl Gate<'_> {
    /// Gives new records their numbers, as `D-2026-0042`, where they bring none.
    pub(crate) fn draw_numbers(&mut self, object: &'static Object, new: &mut [Ready]) -> Outcome<()> {
        for (place, field) in object.fields.iter().enumerate() {
            let Kind::Serial(kind) = field.kind else { continue };
            let lacking = |ready: &&mut Ready| ready.draft.at(place).is_none_or(Value::is_none);
            let count = new.iter_mut().filter(lacking).count() as i64;
            if count == 0 {
                continue;
            }
            let year = self.today().year();
            let last = self.count_up(&format!("{}.{}.{year}", object.name, field.name), count)?;
            for (ready, number) in new.iter_mut().filter(lacking).zip(last - count + 1..) {
                let number = format!("{}-{year}-{number:04}", kind.prefix);
                ready.draft.set(field.name, Value::Text(number));
            }
        }
        Ok(())
    }

    /// Counts a counter up; gives where it stands then.
    fn count_up(&mut self, name: &str, by: i64) -> Outcome<i64> {
        let workspace = self.actor.workspace;
        let mut update = Update::of(tables::COUNTER).having("workspace_id", workspace).having("name", name);
        let more =
            Expr::Plus(Box::new(Expr::column(tables::COUNTER, "last")), Box::new(Expr::Cell(Cell::Int(by))));
        update.set.push(("last".into(), more));
        if self.session.update(&update).map_err(|fail| self.failed(fail))? == 0 {
            let cells =
                vec![("workspace_id", workspace.into()), ("name", name.into()), ("last", Cell::Int(0))];
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
        Ok(rows.first().and_then(|row| row[0].as_int()).unwrap_or(by))
    }
}
