//! The places of lines: a new one stands last, and all are counted anew when their order changes.

use std::collections::BTreeMap;

use cordee_base::{Decimal, Id, Outcome};
use cordee_schema::{Cell, ColumnType, Object, Record, Value};
use cordee_store::{Expr, Select, table};

use crate::Gate;
use crate::write::Ready;

impl Gate<'_> {
    /// Gives new lines the places after those that are there, where they bring none.
    pub(crate) fn draw_places(&mut self, object: &'static Object, new: &mut [Ready]) -> Outcome<()> {
        let Some((link, how)) = object.as_lines() else { return Ok(()) };
        let whole = |ready: &Ready| {
            let placed = ready.draft.value(how.position).is_some_and(|place| !place.is_none());
            ready.draft.value(link.name).and_then(Value::as_link).filter(|_| !placed)
        };
        let mut wholes: Vec<Id> = new.iter().filter_map(whole).collect();
        wholes.sort();
        wholes.dedup();
        let mut last = self.last_places(object, &wholes)?;
        for ready in new {
            let Some(id) = whole(ready) else { continue };
            let place = last.entry(id).or_default();
            *place += Decimal::ONE;
            ready.draft.set(how.position, Value::Number(*place));
        }
        Ok(())
    }

    /// Places the lines of one record after those of another, before they become lines of that.
    pub(crate) fn append_lines(&mut self, whole: &'static Object, keep: Id, lose: Id) -> Outcome<()> {
        for lines in self.catalog().lines_of(whole) {
            let mut all = self.lines(lines, &[keep])?;
            all.extend(self.lines(lines, &[lose])?);
            let order: Vec<Id> = all.iter().map(|line| line.head.id).collect();
            self.number_lines(lines, &all, &order)?;
            self.raise(whole, keep)?;
        }
        Ok(())
    }

    /// The last place that is taken in each of these records, by lines in use or not.
    fn last_places(&mut self, object: &'static Object, wholes: &[Id]) -> Outcome<BTreeMap<Id, Decimal>> {
        let mut last = BTreeMap::new();
        let Some((link, how)) = object.as_lines() else { return Ok(last) };
        let Some(position) = object.field(how.position) else { return Ok(last) };
        let kind = table::columns(position).next().map_or(ColumnType::Int, |(_, kind, _)| kind);
        for some in wholes.chunks(500) {
            let cells = some.iter().copied().map(Cell::from).collect();
            let mut select = Select::from(object.name, "r")
                .column(link.name, ColumnType::Int)
                .giving(Expr::Max(Box::new(Expr::column("r", position.name))), kind)
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::In(Box::new(Expr::column("r", link.name)), cells));
            select.group.push(Expr::column("r", link.name));
            for row in self.session.rows(&select).map_err(|fail| self.failed(fail))? {
                let place = position.kind.behave().value(std::slice::from_ref(&row[1]));
                if let (Some(id), Value::Number(place)) = (row[0].as_id(), place) {
                    last.insert(id, place);
                }
            }
        }
        Ok(last)
    }

    /// Counts lines from one in the order of `order`. That is no change of theirs: it raises no version of a line and
    /// writes no entry in the journal. Tells whether any has another place than before.
    pub(super) fn number_lines(
        &mut self,
        object: &'static Object,
        before: &[Record],
        order: &[Id],
    ) -> Outcome<bool> {
        let Some(position) = object.as_lines().and_then(|(_, how)| object.field(how.position)) else {
            return Ok(false);
        };
        let mut changed = false;
        for (at, id) in order.iter().enumerate() {
            let place = Value::Number((at + 1).into());
            let stands = before.iter().find(|line| line.head.id == *id);
            if stands.is_none_or(|line| line.value(position.name) != Some(&place)) {
                self.keep(object, position, Some(*id), &place)?;
                changed = true;
            }
        }
        Ok(changed)
    }
}
