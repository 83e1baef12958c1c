//! Tags in conditions. Few records are found by their tag; of many, each is asked whether it has it, so that a list walks
//! the index of its order and ends when its page is full.

use cordee_base::Outcome;
use cordee_schema::{Cell, ColumnType, Operator, Path, Value, fold};
use cordee_store::{Expr, Select};

use super::of;
use crate::read::scan::{BESIDE, HERE, Scan};
use crate::{Gate, tables};

/// How many records are few enough to be found first and sorted for each page.
pub(crate) const FEW: u64 = 2_000;

impl Gate<'_> {
    /// The condition that a record has one of these tags, or all of them.
    pub(crate) fn tag_condition(
        &mut self,
        scan: &mut Scan<'_>,
        path: &Path,
        operator: Operator,
        values: &[Value],
    ) -> Outcome<Expr> {
        let home = scan.home_of(path)?;
        let mut names = Vec::with_capacity(values.len());
        for word in values.iter().filter_map(Value::as_text) {
            names.push(self.tag_meant(path.object, path.field, word)?);
        }
        // The past has no rows beside it.
        if path.steps.is_empty() && scan.home(path.field) != HERE {
            let column = Expr::column(home, path.field.name);
            let has = names.iter().map(|name| column.clone().contains(&format!("|{name}|")));
            return Ok(if operator == Operator::HasAll {
                Expr::And(has.collect())
            } else {
                Expr::Or(has.collect())
            });
        }
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let sets = match operator {
            Operator::HasAll => folded.into_iter().map(|name| vec![name]).collect(),
            _ => vec![folded],
        };
        let mut parts = Vec::with_capacity(sets.len());
        for names in sets {
            parts.push(self.has_tag(&home, &of(path.object, path.field), names)?);
        }
        Ok(Expr::And(parts))
    }

    fn has_tag(&mut self, home: &str, of: &str, names: Vec<String>) -> Outcome<Expr> {
        let id = Expr::column(home.to_owned(), "id");
        let cells = names.into_iter().map(Cell::from).collect();
        let with = |of: &str| {
            Select::from(tables::TAGGED, BESIDE)
                .column("record", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having("of", of.to_owned())
                .filter(Expr::In(Box::new(Expr::column(BESIDE, "name")), cells))
        };
        self.found_or_asked(id, with(of), "record")
    }

    /// The condition that `id` is among what stands in the column `holder` of rows beside records: found by it where
    /// that is few, else asked of each.
    pub(crate) fn found_or_asked(&mut self, id: Expr, all: Select, holder: &'static str) -> Outcome<Expr> {
        let some = Select::of(all.clone().limit(FEW), "s").giving(Expr::Count, ColumnType::Int);
        let rows = self.session.rows(&some).map_err(|fail| self.failed(fail))?;
        let few = rows.first().and_then(|row| row[0].as_int()).unwrap_or(0) < FEW as i64;
        let these = match few {
            true => all,
            false => all.filter(Expr::column(BESIDE, holder).equals(id.clone())),
        };
        Ok(Expr::InSelect(Box::new(id), Box::new(these)))
    }
}
