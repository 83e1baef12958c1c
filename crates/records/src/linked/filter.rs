//! Links to many in conditions. What may not be seen is as if it were not linked; few records are found by what they link
//! to, of many each is asked.

use cordee_base::Outcome;
use cordee_schema::{Cell, ColumnType, Condition, Object, Operand, Operator, Path, Value};
use cordee_store::{Expr, Select, table};

use super::of;
use crate::read::scan::{BESIDE, HERE, Scan, row_rule, sees_all};
use crate::{Gate, Right, Scope, tables};

impl Gate<'_> {
    /// A condition on links to many: that a record links to one of these records, to all, to none of them, or to any at
    /// all. It is never unknown.
    pub(crate) fn many_condition(&mut self, scan: &mut Scan<'_>, condition: &Condition) -> Outcome<Expr> {
        let path = &condition.path;
        let home = scan.home_of(path)?;
        let values: Vec<Cell> = match &condition.operand {
            Operand::Values(values) => values.iter().filter_map(Value::as_link).map(Cell::from).collect(),
            Operand::Me => self.access.user.map(Cell::from).into_iter().collect(),
            _ => Vec::new(),
        };
        // Where a link on the way is empty, so is this.
        let there =
            |found: Expr| Expr::And(vec![Expr::column(home.clone(), path.field.name).not_null(), found]);
        Ok(match condition.operator {
            Operator::IsEmpty => Expr::Not(Box::new(self.links_any(scan, &home, path)?)),
            Operator::IsNotEmpty => self.links_any(scan, &home, path)?,
            Operator::HasAll => {
                let mut all = Vec::with_capacity(values.len());
                for value in values {
                    all.push(self.links_one_of(scan, &home, path, vec![value])?);
                }
                there(Expr::And(all))
            }
            Operator::HasNot => Expr::Not(Box::new(there(self.links_one_of(scan, &home, path, values)?))),
            _ => there(self.links_one_of(scan, &home, path, values)?),
        })
    }

    /// That a record links to anything that may be seen.
    fn links_any(&mut self, scan: &Scan<'_>, home: &str, path: &Path) -> Outcome<Expr> {
        let column = Expr::column(home.to_owned(), path.field.name);
        let to = path.field.many_to().and_then(|to| scan.catalog.object(to));
        Ok(match to.and_then(|to| visible(scan, to)) {
            None if to.is_none() => Expr::never(),
            None => column.not_null(),
            Some(rule) => {
                let here = Expr::column(BESIDE, "holder").equals(Expr::column(home.to_owned(), "id"));
                let those = self.rows_of(scan, path).filter(rule).filter(here);
                Expr::And(vec![column.not_null(), Expr::Exists(Box::new(those))])
            }
        })
    }

    /// That a record links to one of these that may be seen.
    fn links_one_of(&mut self, scan: &Scan<'_>, home: &str, path: &Path, values: Vec<Cell>) -> Outcome<Expr> {
        let Some(to) = path.field.many_to().and_then(|to| scan.catalog.object(to)) else {
            return Ok(Expr::never());
        };
        let mut those =
            self.rows_of(scan, path).filter(Expr::In(Box::new(Expr::column(BESIDE, "target")), values));
        those.filter.extend(visible(scan, to));
        self.found_or_asked(Expr::column(home.to_owned(), "id"), those, "holder")
    }

    /// The rows that tell who links by the field at the end of `path`: the present ones, or those of the versions.
    pub(super) fn rows_of(&self, scan: &Scan<'_>, path: &Path) -> Select {
        let then = path.steps.is_empty() && scan.home(path.field) != HERE;
        let of = if then {
            of(&table::versions(path.object), path.field)
        } else {
            of(path.object.name, path.field)
        };
        Select::from(tables::LINKED, BESIDE)
            .column("holder", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("of", of)
    }
}

/// The condition that what a row leads to may be seen; none where all of it may.
fn visible(scan: &Scan<'_>, to: &'static Object) -> Option<Expr> {
    if sees_all(scan.access, scan.catalog, to) {
        return None;
    }
    let scope = scan.access.scope(to, Right::Read);
    let mut these =
        Select::from(to.name, "t").column("id", ColumnType::Int).having("workspace_id", scan.workspace);
    these.filter.extend(match scope {
        Scope::None => Some(Expr::never()),
        scope => row_rule(scan.workspace, scan.access, scan.catalog, to, "t", scope, Right::Read),
    });
    Some(Expr::InSelect(Box::new(Expr::column(BESIDE, "target")), Box::new(these)))
}
