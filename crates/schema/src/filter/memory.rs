//! The reader in memory: does a record hold what a filter asks?

use std::cmp::Ordering;

use cordee_base::{Date, FirstDay, Id, Zone};

use super::{Condition, Filter, Operand, Operator};
use crate::{Kind, Path, Value, fold};

/// What the reader asks of the world around a record.
pub trait Lookup {
    /// The values at the end of the path, one for each record to which it leads; none if a link on the way is empty.
    fn values(&self, path: &Path) -> Vec<Value>;
    /// The person who asks.
    fn me(&self) -> Option<Id>;
    /// Today, where the person is.
    fn today(&self) -> Date;
    /// The zone in which days begin.
    fn zone(&self) -> Zone;
    /// The day with which a week begins for the person who asks.
    fn weeks(&self) -> FirstDay {
        FirstDay::default()
    }
    /// An amount as filters compare it: minor units of the workspace's currency.
    fn comparable(&self, value: &Value) -> Option<i64>;
}

impl Filter {
    /// Whether what `lookup` knows of a record holds all that is asked.
    pub fn holds(&self, lookup: &dyn Lookup) -> bool {
        match self {
            Filter::All(parts) => parts.iter().all(|part| part.holds(lookup)),
            Filter::Any(parts) => parts.iter().any(|part| part.holds(lookup)),
            Filter::Not(inner) => !inner.holds(lookup),
            Filter::Where(condition) => condition.holds(lookup),
        }
    }
}

impl Condition {
    /// Where a path leads to several records, it holds if it does for one of them; what is negative, for none.
    fn holds(&self, lookup: &dyn Lookup) -> bool {
        let values: Vec<Value> =
            lookup.values(&self.path).into_iter().map(|value| self.of_part(value)).collect();
        let any = |operator| values.iter().any(|value| self.compares(operator, value, lookup));
        match self.operator {
            Operator::IsEmpty => values.iter().all(Value::is_none),
            Operator::IsNotEmpty => values.iter().any(|value| !value.is_none()),
            Operator::IsNot => !any(Operator::Is),
            Operator::HasNot => !any(Operator::Has),
            operator => any(operator),
        }
    }

    /// The part of a value that is asked about.
    fn of_part(&self, value: Value) -> Value {
        match (self.path.part, &value) {
            (Some(part), Value::Address(address)) => match address.part(part) {
                "" => Value::None,
                text => Value::Text(text.to_owned()),
            },
            _ => value,
        }
    }

    fn compares(&self, operator: Operator, value: &Value, lookup: &dyn Lookup) -> bool {
        if value.is_none() {
            return false;
        }
        match &self.operand {
            Operand::None => false,
            Operand::Me => lookup.me().is_some_and(|me| value.as_links().contains(&me)),
            Operand::Relative(relative) => {
                let (from, to) = relative.days(lookup.today(), lookup.weeks());
                let day = match value {
                    Value::Date(date) => *date,
                    Value::Moment(moment) => moment.date_in(&lookup.zone()),
                    _ => return false,
                };
                match operator {
                    Operator::Is => from <= day && day < to,
                    Operator::Less => day < from,
                    Operator::AtMost => day < to,
                    Operator::Greater => day >= to,
                    _ => day >= from,
                }
            }
            Operand::Values(operands) if operator == Operator::HasAll => {
                operands.iter().all(|operand| self.one(Operator::Has, value, operand, lookup))
            }
            Operand::Values(operands) => {
                operands.iter().any(|operand| self.one(operator, value, operand, lookup))
            }
        }
    }

    fn one(&self, operator: Operator, value: &Value, operand: &Value, lookup: &dyn Lookup) -> bool {
        let loose = |value: &Value| self.path.loose(value.as_text().unwrap_or(""));
        match operator {
            Operator::Contains => loose(value).contains(&loose(operand)),
            Operator::StartsWith => loose(value).starts_with(&loose(operand)),
            Operator::Has if matches!(self.path.field.kind, Kind::Tags(_)) => match (value, operand) {
                (Value::Choices(names), Value::Text(name)) => {
                    names.iter().any(|known| fold(known) == fold(name))
                }
                _ => false,
            },
            Operator::Has if matches!(self.path.field.kind, Kind::Links(_)) => {
                operand.as_link().is_some_and(|id| value.as_links().contains(&id))
            }
            Operator::Has => {
                matches!((value, operand), (Value::Choices(keys), Value::Text(key)) if keys.contains(key))
            }
            _ => {
                let order = self.order(value, operand, lookup);
                match operator {
                    Operator::Is => order == Some(Ordering::Equal),
                    Operator::Less => order == Some(Ordering::Less),
                    Operator::AtMost => matches!(order, Some(Ordering::Less | Ordering::Equal)),
                    Operator::Greater => order == Some(Ordering::Greater),
                    _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
                }
            }
        }
    }

    fn order(&self, value: &Value, operand: &Value, lookup: &dyn Lookup) -> Option<Ordering> {
        if self.path.part.is_some() {
            return Some(value.as_text()?.cmp(operand.as_text()?));
        }
        match self.path.field.kind {
            Kind::Money(_) => Some(lookup.comparable(value)?.cmp(&lookup.comparable(operand)?)),
            Kind::Text(_) | Kind::Email(_) | Kind::Serial(_) if self.path.field.folds() => {
                Some(fold(value.as_text()?).cmp(&fold(operand.as_text()?)))
            }
            Kind::Text(_)
            | Kind::LongText(_)
            | Kind::Email(_)
            | Kind::Phone(_)
            | Kind::Url(_)
            | Kind::Serial(_) => Some(value.as_text()?.cmp(operand.as_text()?)),
            Kind::Choice(_) => Some(value.as_text()?.cmp(operand.as_text()?)),
            kind => Some(kind.behave().compare(value, operand)),
        }
    }
}
