//! Conditions on what stands in the records to which a link to many, or a link to one of several objects, leads. They hold
//! if they do for one of these; what is negative, for none of them. What may not be seen is as if it were not linked.

use cordee_base::Outcome;
use cordee_schema::{ColumnType, Condition, FieldDef, Kind, Object, Operator, Path};
use cordee_store::{Expr, Select};

use crate::read::scan::{BESIDE, HERE, Scan, unknown};
use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// The condition, where its way parts: `head` leads to the link, `ends` on from each object to which that may lead.
    /// It is never unknown.
    pub(crate) fn parted_condition(
        &mut self,
        scan: &mut Scan<'_>,
        condition: &Condition,
        (head, ends): (Path, Vec<(&'static Object, Path)>),
    ) -> Outcome<Expr> {
        let (operator, negative) = match condition.operator {
            Operator::IsEmpty => (Operator::IsNotEmpty, true),
            Operator::IsNot => (Operator::Is, true),
            Operator::HasNot => (Operator::Has, true),
            operator => (operator, false),
        };
        let home = scan.home_of(&head)?;
        let seen = ends.into_iter().filter(|(to, _)| scan.access.scope(to, Right::Read) != Scope::None);
        let ends: Vec<_> = seen.collect();
        if ends.is_empty() {
            return Err(unknown(&condition.path, head.field).into());
        }
        let mut ways = Vec::with_capacity(ends.len());
        for (to, path) in ends {
            let asked = Condition { path, operator, operand: condition.operand.clone() };
            let those = self.ids_like(scan, to, &asked)?;
            ways.push(match head.field.kind {
                Kind::AnyLink(_) => self.points_to_one_of(scan, &home, &head, to, those)?,
                _ => {
                    let among = Expr::InSelect(Box::new(Expr::column(BESIDE, "target")), Box::new(those));
                    let rows = self.rows_of(scan, &head).filter(among);
                    self.found_or_asked(Expr::column(home.clone(), "id"), rows, "holder")?
                }
            });
        }
        let there = Expr::column(home, head.field.name).not_null();
        let holds = Expr::And(vec![there, Expr::Or(ways)]);
        Ok(if negative { Expr::Not(Box::new(holds)) } else { holds })
    }

    /// The ids of the records of `to` that are like this, as far as they may be seen.
    fn ids_like(&mut self, scan: &Scan<'_>, to: &'static Object, asked: &Condition) -> Outcome<Select> {
        let mut those = Scan::of(scan.workspace, scan.access, scan.catalog, to, None);
        let holds = self.one(&mut those, asked)?;
        Ok(those.select_all(Right::Read).column("id", ColumnType::Int).filter(holds))
    }

    /// That a link to one of several objects leads to one of these records of `to`.
    fn points_to_one_of(
        &mut self,
        scan: &Scan<'_>,
        home: &str,
        head: &Path,
        to: &Object,
        those: Select,
    ) -> Outcome<Expr> {
        let points = |alias: &str| {
            let column = |name: String| Expr::column(alias.to_owned(), name);
            let link: &FieldDef = head.field;
            Expr::And(vec![
                column(format!("{}_object", link.name)).is(to.name),
                Expr::InSelect(Box::new(column(link.name.to_owned())), Box::new(those.clone())),
            ])
        };
        if home != HERE {
            // Of records on the way there are few already; and the past has no index to find them by.
            return Ok(points(home));
        }
        let holders = Select::from(scan.object.name, BESIDE)
            .column("id", ColumnType::Int)
            .having("workspace_id", scan.workspace)
            .filter(points(BESIDE));
        self.found_or_asked(Expr::column(home.to_owned(), "id"), holders, "id")
    }
}
