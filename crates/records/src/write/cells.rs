//! The statements of a write.

use std::borrow::Cow;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, Draft, FieldDef, Kind, Record, Value, fold};
use cordee_store::{Insert, Update};

use crate::Gate;

impl Gate<'_> {
    pub(crate) fn insert(&mut self, id: Id, created_at: Moment, draft: &Draft) -> Outcome<()> {
        let user = Cell::from(self.actor.user_id());
        let (source, foreign) = match &draft.foreign {
            Some((source, foreign)) => (Cell::from(source.as_str()), Cell::from(foreign.as_str())),
            None => (Cell::Null, Cell::Null),
        };
        let mut columns: Vec<Cow<'static, str>> =
            ["workspace_id", "id", "version", "created_at", "created_by"]
                .into_iter()
                .chain(["updated_at", "updated_by", "source_system", "foreign_id"])
                .map(Cow::Borrowed)
                .collect();
        let mut row = vec![
            Cell::from(self.actor.workspace),
            Cell::from(id),
            Cell::Int(1),
            Cell::Moment(created_at),
            user.clone(),
            Cell::Moment(self.now),
            user,
            source,
            foreign,
        ];
        for field in draft.object.fields {
            let value = draft.value(field.name).unwrap_or(&Value::None);
            self.cells(field, value, created_at, &mut columns, &mut row)?;
        }
        let insert = Insert { rows: vec![row], ..Insert::into(draft.object.name, columns) };
        self.session.insert(&insert).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    pub(crate) fn rewrite(&mut self, before: &Record, draft: &Draft) -> Outcome<()> {
        let (mut columns, mut row) = (Vec::new(), Vec::new());
        for (field, value) in draft.fields() {
            self.cells(field, value, self.now, &mut columns, &mut row)?;
        }
        let update = Update::of(draft.object.name)
            .set("version", before.head.version + 1)
            .set("updated_at", self.now)
            .set("updated_by", self.actor.user_id());
        let update =
            columns.into_iter().zip(row).fold(update, |update, (column, cell)| update.set(column, cell));
        let update = update
            .having("workspace_id", self.actor.workspace)
            .having("id", before.head.id)
            .having("version", before.head.version);
        match self.session.update(&update).map_err(|fail| self.failed(fail))? {
            1 => Ok(()),
            _ => Err(Problem::Stale { now: before.head.version + 1 }),
        }
    }

    /// All columns of a field with their cells: its own, the folded text, the amount in the workspace's currency.
    pub(crate) fn cells(
        &mut self,
        field: &'static FieldDef,
        value: &Value,
        on: Moment,
        columns: &mut Vec<Cow<'static, str>>,
        row: &mut Vec<Cell>,
    ) -> Outcome<()> {
        for column in field.columns() {
            columns.push(match column.suffix {
                "" => Cow::Borrowed(field.name),
                suffix => Cow::Owned(format!("{}{suffix}", field.name)),
            });
        }
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
