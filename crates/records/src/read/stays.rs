//! How long a record has held each value of a tracked field, from its dated versions.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{ColumnType, FieldDef, Object, Value};
use cordee_store::{Expr, Select, table};

use super::get::Shelf;
use crate::{FieldRight, Gate, Right};

/// A stretch of time in which a field held a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// What it held.
    pub value: Value,
    /// From when on.
    pub from: Moment,
    /// Until when; still, if there is no end.
    pub until: Option<Moment>,
}

impl Gate<'_> {
    /// What a tracked field of a record has held, the earliest first; the same value twice in a row is one stay.
    pub fn stays(&mut self, object: &'static Object, id: Id, field: &'static FieldDef) -> Outcome<Vec<Stay>> {
        if !self.is_there(object, id, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        if !field.tracked || self.access.field(object, field) == FieldRight::Hidden {
            return Ok(Vec::new());
        }
        let mut select = Select::from(table::versions(object), "v")
            .column("valid_from", ColumnType::Moment)
            .column("valid_to", ColumnType::Moment)
            .having("workspace_id", self.actor.workspace)
            .having("record", id)
            .order(Expr::column("v", "valid_from"), false);
        for column in field.kind.behave().columns() {
            select = select.column(format!("{}{}", field.name, column.suffix), column.kind);
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut stays: Vec<Stay> = Vec::new();
        for row in &rows {
            let (Some(from), Some(to)) = (row[0].as_moment(), row[1].as_moment()) else { continue };
            let (value, until) =
                (field.kind.behave().value(&row[2..]), Some(to).filter(|to| *to != Moment::FOREVER));
            match stays.last_mut().filter(|last| last.value == value) {
                Some(last) => last.until = until,
                None => stays.push(Stay { value, from, until }),
            }
        }
        Ok(stays)
    }
}
