//! Lines: records that stand in another one, in an order that the engine keeps, and come and go with it.
//!
//! A change of any line raises the version of the record that has it: whoever would write the whole with its lines
//! from an older state is told.

mod foresee;
mod order;
mod set;
mod shelf;

use cordee_base::{Id, Outcome};
use cordee_schema::{ColumnType, Condition, Filter, Object, Operand, Operator, Path, Record, Value};
use cordee_store::{Expr, Update};

use crate::journal::LineEntry;
use crate::read::scan::{HERE, Scan};
use crate::{FieldRight, Gate, Query, Right, Scope};

pub use foresee::Foreseen;
pub use set::{LineWish, LinesWish, Rest};

impl Gate<'_> {
    /// The lines of these records that the actor may see, those of one record in their order.
    pub fn lines(&mut self, lines: &'static Object, wholes: &[Id]) -> Outcome<Vec<Record>> {
        let lines = self.whole_object(lines);
        let Some((link, how)) = lines.as_lines() else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for some in wholes.chunks(Query::MOST as usize) {
            let condition = Condition {
                path: Path::field(lines, link),
                operator: Operator::Is,
                operand: Operand::Values(some.iter().copied().map(Value::Link).collect()),
            };
            let mut query = Query::of(lines).filter(Filter::Where(condition)).limit(Query::MOST);
            loop {
                let page = self.list(&query)?;
                found.extend(page.records);
                query.cursor = page.next;
                if query.cursor.is_none() {
                    break;
                }
            }
        }
        found.sort_by_key(|line| (place(line, how.position), line.head.id));
        Ok(found)
    }

    /// What the lines of a record are called that the actor may see, those in the trash among them.
    pub(crate) fn titles_of_lines(&mut self, whole: &'static Object, id: Id) -> Outcome<Vec<LineEntry>> {
        let mut found = Vec::new();
        for lines in self.catalog().lines_of(whole) {
            let Some((link, _)) = lines.as_lines() else { continue };
            let title = lines
                .field(lines.title)
                .filter(|title| self.access.field(lines, title) != FieldRight::Hidden);
            if self.access.scope(lines, Right::Read) == Scope::None {
                continue;
            }
            let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, lines, None);
            let told = title.and_then(|title| {
                let column = title.kind.behave().columns().first().copied()?;
                Some((scan.told(lines, title, HERE, column.suffix), column.kind))
            });
            let mut select = scan.select_all(Right::Read).column("id", ColumnType::Int).having(link.name, id);
            select.columns.extend(told);
            for row in self.session.rows(&select).map_err(|fail| self.failed(fail))? {
                let title = title.zip(row.get(1)).map(|(title, cell)| {
                    let value = title.kind.behave().value(std::slice::from_ref(cell));
                    title.kind.behave().text(&value)
                });
                let title = title.filter(|title| !title.is_empty());
                found.extend(row[0].as_id().map(|id| LineEntry { object: lines, id, title }));
            }
        }
        Ok(found)
    }

    /// Raises the version of the record that has this line; once in a transaction, and not where that record is
    /// written itself.
    pub(crate) fn raise_whole<'v>(
        &mut self,
        lines: &'static Object,
        value: impl Fn(&'static str) -> Option<&'v Value>,
    ) -> Outcome<()> {
        let Some((link, _)) = lines.as_lines() else { return Ok(()) };
        let whole = link.links_to().and_then(|to| self.catalog().object(to));
        let id = value(link.name).and_then(Value::as_link);
        match whole.zip(id) {
            Some((whole, id)) => self.raise(whole, id),
            None => Ok(()),
        }
    }

    /// Raises the version of a record whose lines have changed.
    pub(crate) fn raise(&mut self, whole: &'static Object, id: Id) -> Outcome<()> {
        if !self.raised.insert((whole.name, id)) {
            return Ok(());
        }
        let mut update = Update::of(whole.name)
            .set("updated_at", self.now)
            .set("updated_by", self.actor.user_id())
            .having("workspace_id", self.actor.workspace)
            .having("id", id);
        let version = Expr::column(whole.name, "version");
        let more = Expr::Plus(Box::new(version), Box::new(Expr::Cell(1.into())));
        update.set.push(("version".into(), more));
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}

/// Where a line stands; what has no place yet stands last.
fn place(line: &Record, position: &str) -> cordee_base::Decimal {
    match line.value(position) {
        Some(Value::Number(number)) => *number,
        _ => cordee_base::Decimal::MAX,
    }
}
