//! Records by their title: for choosing a link, and for telling which record a name in a file means.

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Object, fold};
use cordee_store::{Expr, table};

use super::scan::{HERE, Scan};
use crate::query::Hit;
use crate::{FieldRight, Gate, Right};

impl Gate<'_> {
    /// Records whose title begins with, or contains, what was typed; those that begin with it first.
    pub fn lookup(&mut self, object: &'static Object, typed: &str, limit: u32) -> Outcome<Vec<Hit>> {
        let Some(title) = self.title_field(object) else { return Ok(Vec::new()) };
        let (column, text) = match title.folds() {
            true => (format!("{}_fold", title.name), fold(typed)),
            false => (title.name.to_owned(), typed.to_owned()),
        };
        let column = Expr::column(HERE, column);
        let limit = limit.clamp(1, 50) as usize;
        let begins = column.clone().starts_with(&text);
        let mut hits = self.titled(object, title, begins.clone(), &column, limit)?;
        if hits.len() < limit && !text.is_empty() {
            let within = Expr::And(vec![column.clone().contains(&text), Expr::Not(Box::new(begins))]);
            let rest = limit - hits.len();
            hits.extend(self.titled(object, title, within, &column, rest)?);
        }
        Ok(hits)
    }

    /// The ids of the records in which a field has exactly this text, folded where it is folded; two at the most.
    pub fn with_text(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        text: &str,
    ) -> Outcome<Vec<Id>> {
        if self.access.field(object, field) == FieldRight::Hidden {
            return Ok(Vec::new());
        }
        let cell = Cell::Text(if field.folds() { fold(text) } else { text.to_owned() });
        let Some(column) = table::sorted_column(field) else { return Ok(Vec::new()) };
        let scan = Scan::of(self.actor.workspace, &self.access, &self.house.catalog, object, None);
        let select =
            scan.select(Right::Read, false).column("id", ColumnType::Int).having(column, cell).limit(2);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }

    /// The titles of these records, as far as they may be seen.
    pub fn titles(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Hit>> {
        let Some(title) = self.title_field(object) else { return Ok(Vec::new()) };
        let mut hits = Vec::new();
        for some in ids.chunks(500) {
            let these =
                Expr::In(Box::new(Expr::column(HERE, "id")), some.iter().copied().map(Cell::from).collect());
            hits.extend(self.titled(object, title, these, &Expr::column(HERE, "id"), some.len())?);
        }
        Ok(hits)
    }

    fn title_field(&self, object: &'static Object) -> Option<&'static FieldDef> {
        object.field(object.title).filter(|title| self.access.field(object, title) != FieldRight::Hidden)
    }

    fn titled(
        &mut self,
        object: &'static Object,
        title: &'static FieldDef,
        condition: Expr,
        order: &Expr,
        limit: usize,
    ) -> Outcome<Vec<Hit>> {
        let kind = title.kind.behave().columns().first().map_or(ColumnType::Text, |column| column.kind);
        let scan = Scan::of(self.actor.workspace, &self.access, &self.house.catalog, object, None);
        let select = scan
            .select(Right::Read, false)
            .column("id", ColumnType::Int)
            .column(title.name, kind)
            .filter(condition)
            .order(order.clone(), false)
            .limit(limit as u64);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let hit = |row: &Vec<Cell>| {
            let text = title.kind.behave().text(&title.kind.behave().value(&row[1..]));
            Some(Hit { id: row[0].as_id()?, title: text })
        };
        Ok(rows.iter().filter_map(hit).collect())
    }
}
