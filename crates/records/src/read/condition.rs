//! The reader of filters in SQL. Each condition is true or false, never unknown, as in memory.

use cordee_base::{Fault, Outcome};
use cordee_schema::{Cell, Condition, Filter, Kind, Operand, Operator, Value, fold};
use cordee_store::Expr;
use cordee_store::query::Comparison;

use super::scan::Scan;
use crate::Gate;

/// How many bytes a text may have that is looked for within others.
const LONGEST: usize = 2_000;

impl Gate<'_> {
    /// The filter as a condition of the query in the making.
    pub(crate) fn condition(&mut self, scan: &mut Scan<'_>, filter: &Filter) -> Outcome<Expr> {
        match filter {
            Filter::All(parts) => Ok(Expr::And(self.conditions(scan, parts)?)),
            Filter::Any(parts) => Ok(Expr::Or(self.conditions(scan, parts)?)),
            Filter::Not(inner) => Ok(Expr::Not(Box::new(self.condition(scan, inner)?))),
            Filter::Where(condition) if condition.path.object.is_sign(condition.path.field) => {
                let filter = self.without_signs(condition)?;
                self.condition(scan, &filter)
            }
            Filter::Where(condition) => self.one(scan, condition),
        }
    }

    fn conditions(&mut self, scan: &mut Scan<'_>, parts: &[Filter]) -> Outcome<Vec<Expr>> {
        parts.iter().map(|part| self.condition(scan, part)).collect()
    }

    /// One condition of the query in the making.
    pub(crate) fn one(&mut self, scan: &mut Scan<'_>, condition: &Condition) -> Outcome<Expr> {
        if let Some(parted) = condition.path.parted(scan.catalog, scan.object) {
            return self.parted_condition(scan, condition, parted);
        }
        if matches!(condition.path.field.kind, Kind::AnyLink(_)) {
            return self.any_link_condition(scan, condition);
        }
        if matches!(condition.path.field.kind, Kind::Links(_)) {
            return self.many_condition(scan, condition);
        }
        if condition.path.is_followed() {
            return self.followed_condition(scan, condition);
        }
        let negative = match condition.operator {
            Operator::IsEmpty => return Ok(scan.value_column(&condition.path)?.is_null()),
            Operator::IsNotEmpty => return Ok(scan.value_column(&condition.path)?.not_null()),
            Operator::IsNot => Some(Operator::Is),
            Operator::HasNot => Some(Operator::Has),
            _ => None,
        };
        let column = scan.value_column(&condition.path)?;
        let holds = self.compare(scan, condition, negative.unwrap_or(condition.operator))?;
        Ok(match negative {
            // What is empty is not anything.
            Some(_) => Expr::Or(vec![column.is_null(), Expr::Not(Box::new(holds))]),
            // A comparison with an empty column is unknown: it is made false, so that `not` makes it true.
            None => Expr::And(vec![column.not_null(), holds]),
        })
    }

    fn compare(&mut self, scan: &mut Scan<'_>, condition: &Condition, operator: Operator) -> Outcome<Expr> {
        let path = &condition.path;
        match &condition.operand {
            Operand::None => Ok(Expr::never()),
            Operand::Me => Ok(match self.access.user {
                Some(me) => scan.column(path, "")?.is(me),
                None => Expr::never(),
            }),
            Operand::Relative(relative) => {
                let (from, to) = relative.days(self.today(), self.access.weeks());
                let column = scan.column(path, "")?;
                let cell = |date| match path.field.kind {
                    Kind::Moment(_) => Cell::Moment(self.access.zone.start_of(date)),
                    _ => Cell::Date(date),
                };
                Ok(match operator {
                    Operator::Is => Expr::And(vec![
                        column.clone().compare(Comparison::AtLeast, cell(from)),
                        column.compare(Comparison::Less, cell(to)),
                    ]),
                    Operator::Less => column.compare(Comparison::Less, cell(from)),
                    Operator::AtMost => column.compare(Comparison::Less, cell(to)),
                    Operator::Greater => column.compare(Comparison::AtLeast, cell(to)),
                    _ => column.compare(Comparison::AtLeast, cell(from)),
                })
            }
            Operand::Values(values) => self.values(scan, condition, operator, values),
        }
    }

    fn values(
        &mut self,
        scan: &mut Scan<'_>,
        condition: &Condition,
        operator: Operator,
        values: &[Value],
    ) -> Outcome<Expr> {
        let path = &condition.path;
        let folded = path.folds();
        let suffix = if folded { "_fold" } else { "" };
        match operator {
            Operator::Contains | Operator::StartsWith => {
                let text = values.first().and_then(Value::as_text).unwrap_or("");
                let column = match folded {
                    true => scan.column(path, suffix)?,
                    false => Expr::Lower(Box::new(scan.value_column(path)?)),
                };
                let text = path.loose(text);
                if text.len() > LONGEST {
                    let fault = Fault::at(path.text(), "error-text-long").with("limit", LONGEST);
                    return Err(fault.with("length", text.len()).into());
                }
                Ok(match operator {
                    Operator::Contains => column.contains(&text),
                    _ => column.starts_with(&text),
                })
            }
            Operator::Has | Operator::HasAll if matches!(path.field.kind, Kind::Tags(_)) => {
                self.tag_condition(scan, path, operator, values)
            }
            Operator::Has | Operator::HasAll => {
                let column = scan.column(path, "")?;
                let has =
                    |value: &Value| column.clone().contains(&format!("|{}|", value.as_text().unwrap_or("")));
                let has = values.iter().map(has).collect();
                Ok(if operator == Operator::HasAll { Expr::And(has) } else { Expr::Or(has) })
            }
            _ => {
                let column = if folded { scan.column(path, suffix)? } else { scan.value_column(path)? };
                let cells = values
                    .iter()
                    .map(|value| self.cell(condition, value, folded))
                    .collect::<Outcome<Vec<Cell>>>()?;
                let how = match operator {
                    Operator::Less => Comparison::Less,
                    Operator::AtMost => Comparison::AtMost,
                    Operator::Greater => Comparison::Greater,
                    Operator::AtLeast => Comparison::AtLeast,
                    _ => return Ok(is_one_of(column, cells)),
                };
                let cell = cells.into_iter().next().filter(|cell| *cell != Cell::Null);
                Ok(cell.map_or_else(Expr::never, |cell| column.compare(how, cell)))
            }
        }
    }

    /// The cell that stands for a value in comparisons.
    pub(crate) fn cell(&mut self, condition: &Condition, value: &Value, folded: bool) -> Outcome<Cell> {
        if condition.path.part.is_some() {
            return Ok(Cell::from(value.as_text()));
        }
        Ok(match (condition.path.field.kind, value) {
            (Kind::Money(_), Value::Money(money)) => {
                let today = self.today();
                Cell::Int(self.in_base(*money, today, &condition.path.text())?.minor())
            }
            (_, Value::Text(text)) if folded => Cell::Text(fold(text)),
            (kind, value) => {
                let mut cells = Vec::new();
                kind.behave().cells(value, &mut cells);
                cells.into_iter().next().unwrap_or(Cell::Null)
            }
        })
    }
}

fn is_one_of(column: Expr, mut cells: Vec<Cell>) -> Expr {
    // A value of another kind is equal to nothing.
    cells.retain(|cell| *cell != Cell::Null);
    match cells.len() {
        1 => column.is(cells.remove(0)),
        _ => Expr::In(Box::new(column), cells),
    }
}
