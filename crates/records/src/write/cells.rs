//! The statements of a write.

use std::borrow::Cow;

use cordee_base::{Moment, Outcome};
use cordee_schema::{Cell, Draft, FieldDef, Kind, Object, Record, Value, fold};
use cordee_store::{Fail, Insert, Update};

use super::roll_up::nothing;
use super::run::Ready;
use crate::Gate;

/// The columns of a new row that are no field's.
const NEW: [&str; 9] = [
    "workspace_id",
    "id",
    "version",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "source_system",
    "foreign_id",
];

impl Gate<'_> {
    /// Inserts new records of one object.
    pub(crate) fn insert(&mut self, object: &'static Object, new: &[Ready]) -> Outcome<()> {
        let mut names: Vec<Cow<'static, str>> = NEW.into_iter().map(Cow::Borrowed).collect();
        object.fields.iter().for_each(|field| columns(field, &mut names));
        let mut insert = Insert::into(object.name, names);
        insert.rows.reserve(new.len());
        for ready in new {
            let mut row = Vec::with_capacity(insert.columns.len());
            self.head(ready, &mut row);
            for (place, field) in object.fields.iter().enumerate() {
                let none = field.rolled_up.map_or(Value::None, |how| nothing(field, &how, self));
                let value = ready.draft.at(place).unwrap_or(&none);
                self.cells(field, value, ready.created_at, &mut row)?;
            }
            insert.rows.push(row);
        }
        self.session.insert(&insert).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    fn head(&self, ready: &Ready, row: &mut Vec<Cell>) {
        let user = Cell::from(self.actor.user_id());
        let (source, foreign) = match &ready.draft.foreign {
            Some((source, foreign)) => (Cell::from(source.as_str()), Cell::from(foreign.as_str())),
            None => (Cell::Null, Cell::Null),
        };
        row.extend([
            Cell::from(self.actor.workspace),
            Cell::from(ready.id),
            Cell::Int(1),
            Cell::Moment(ready.created_at),
            user.clone(),
            Cell::Moment(self.now),
            user,
            source,
            foreign,
        ]);
    }

    pub(crate) fn rewrite(&mut self, before: &Record, draft: &Draft) -> Outcome<()> {
        let (mut names, mut row) = (Vec::new(), Vec::new());
        for (field, value) in draft.fields() {
            columns(field, &mut names);
            self.cells(field, value, self.now, &mut row)?;
        }
        let update = Update::of(draft.object.name)
            .set("version", before.head.version + 1)
            .set("updated_at", self.now)
            .set("updated_by", self.actor.user_id());
        let update =
            names.into_iter().zip(row).fold(update, |update, (column, cell)| update.set(column, cell));
        let update = update
            .having("workspace_id", self.actor.workspace)
            .having("id", before.head.id)
            .having("version", before.head.version);
        match self.session.update(&update).map_err(|fail| self.failed(fail))? {
            1 => Ok(()),
            // Another server was faster since it was read: read again, and see whether the change still holds.
            _ => Err(self.failed(Fail::Retry)),
        }
    }

    /// All cells of a field: its own, the folded text, the amount in the workspace's currency.
    pub(crate) fn cells(
        &mut self,
        field: &'static FieldDef,
        value: &Value,
        on: Moment,
        row: &mut Vec<Cell>,
    ) -> Outcome<()> {
        field.kind.behave().cells(value, row);
        if field.folds() {
            row.push(Cell::from(value.as_text().map(fold)));
        }
        if let Kind::Money(_) = field.kind {
            let base = match value {
                Value::Money(money) => {
                    let day = on.date_in(&self.access.zone);
                    Some(self.in_base(*money, day, field.name)?.minor())
                }
                _ => None,
            };
            row.push(Cell::from(base));
        }
        Ok(())
    }
}

/// The names of all columns of a field, in the order of its cells.
pub(crate) fn columns(field: &FieldDef, names: &mut Vec<Cow<'static, str>>) {
    names.extend(field.columns().into_iter().map(|column| match column.suffix {
        "" => Cow::Borrowed(field.name),
        suffix => Cow::Owned(format!("{}{suffix}", field.name)),
    }));
}
