//! The one filter language: lists, views, row rules, reports, automations and the API speak it.
//!
//! A [`Filter`] is a typed tree over [`Path`]s. It has a JSON form and a short text form, and two readers:
//! SQL (in `records`) and memory ([`Filter::holds`]). Logic has two values: what is empty *is not* anything.

mod json;
mod memory;
mod relative;
mod text;

pub use memory::Lookup;
pub use relative::Relative;
pub use text::quoted;

use cordee_base::Fault;

use crate::behave::TEXT_OPERATORS;
use crate::{Catalog, Object, Operator, Path, Reading, Value};

/// What records must be like.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// All of these hold; with none, every record is meant.
    All(Vec<Filter>),
    /// At least one of these holds; with none, no record is meant.
    Any(Vec<Filter>),
    /// This does not hold.
    Not(Box<Filter>),
    /// This condition holds.
    Where(Condition),
}

/// One field compared with something.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// What is compared.
    pub path: Path,
    /// How.
    pub operator: Operator,
    /// With what.
    pub operand: Operand,
}

/// What a field is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// Nothing (is empty).
    None,
    /// One of these values.
    Values(Vec<Value>),
    /// A stretch of days counted from today.
    Relative(Relative),
    /// The person who asks.
    Me,
}

/// How deep a filter may be nested.
pub const MOST_DEPTH: usize = 8;
/// How many conditions a filter may have, and values a condition.
pub const MOST_CONDITIONS: usize = 100;

impl Filter {
    /// Reads either form for records of `object`: JSON if it begins with a brace, else the text form.
    pub fn read(
        text: &str,
        catalog: &Catalog,
        object: &'static Object,
        reading: &Reading,
    ) -> Result<Filter, Fault> {
        if !text.trim_start().starts_with('{') {
            return Filter::parse(text, catalog, object, reading);
        }
        let json = serde_json::from_str(text)
            .map_err(|error| Fault::at("filter", "error-json").with("detail", error))?;
        Filter::from_json(&json, catalog, object, reading)
    }

    /// Every record.
    pub fn everything() -> Filter {
        Filter::All(Vec::new())
    }

    /// The field at `path` equals `value`.
    pub fn is(path: Path, value: Value) -> Filter {
        Filter::compare(path, Operator::Is, value)
    }

    /// The field at `path` compares so with `value`.
    pub fn compare(path: Path, operator: Operator, value: Value) -> Filter {
        Filter::Where(Condition { path, operator, operand: Operand::Values(vec![value]) })
    }

    /// Both hold.
    pub fn and(self, other: Filter) -> Filter {
        match (self, other) {
            (Filter::All(left), other) if left.is_empty() => other,
            (this, Filter::All(right)) if right.is_empty() => this,
            (Filter::All(mut left), Filter::All(right)) => {
                left.extend(right);
                Filter::All(left)
            }
            (this, other) => Filter::All(vec![this, other]),
        }
    }

    /// Whether every record is meant.
    pub fn is_everything(&self) -> bool {
        matches!(self, Filter::All(parts) if parts.is_empty())
    }

    /// All its conditions.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Filter::All(parts) | Filter::Any(parts) => parts.iter().flat_map(Filter::conditions).collect(),
            Filter::Not(inner) => inner.conditions(),
            Filter::Where(condition) => vec![condition],
        }
    }

    /// The filter, if it is no deeper and no longer than a server should answer.
    pub fn bounded(self) -> Result<Filter, Fault> {
        if self.depth() > MOST_DEPTH {
            return Err(Fault::at("filter", "error-filter-depth").with("limit", MOST_DEPTH));
        }
        let long = |c: &&Condition| matches!(&c.operand, Operand::Values(v) if v.len() > MOST_CONDITIONS);
        let conditions = self.conditions();
        if conditions.len() > MOST_CONDITIONS || conditions.iter().any(long) {
            return Err(Fault::at("filter", "error-filter-size").with("limit", MOST_CONDITIONS));
        }
        Ok(self)
    }

    fn depth(&self) -> usize {
        match self {
            Filter::All(parts) | Filter::Any(parts) => 1 + parts.iter().map(Filter::depth).max().unwrap_or(0),
            Filter::Not(inner) => 1 + inner.depth(),
            Filter::Where(_) => 1,
        }
    }
}

/// The condition, if its field knows the operator and the operand fits it.
pub(crate) fn condition(path: Path, operator: Operator, operand: Operand) -> Result<Filter, Fault> {
    let at = path.text();
    let known: &[Operator] = match path.part {
        Some(_) => TEXT_OPERATORS,
        None => path.field.kind.behave().operators(),
    };
    if !known.contains(&operator) {
        let names: Vec<&str> = known.iter().map(|o| o.name()).collect();
        return Err(Fault::at(at, "error-operator")
            .with("operator", operator.name())
            .with("operators", names.join(", ")));
    }
    let fits = match &operand {
        Operand::None => operator.is_bare(),
        Operand::Values(values) => {
            let several = matches!(
                operator,
                Operator::Is | Operator::IsNot | Operator::Has | Operator::HasAll | Operator::HasNot
            );
            !operator.is_bare()
                && !values.is_empty()
                && (several || values.len() == 1)
                && values.iter().all(|v| !v.is_none())
        }
        Operand::Me => {
            let asks = match path.field.many_to() {
                Some(_) => matches!(operator, Operator::Has | Operator::HasAll | Operator::HasNot),
                None => matches!(operator, Operator::Is | Operator::IsNot),
            };
            path.field.points_to() == Some("user") && asks
        }
        Operand::Relative(_) => {
            let dated = matches!(path.field.kind, crate::Kind::Date(_) | crate::Kind::Moment(_));
            dated && !operator.is_bare()
        }
    };
    if !fits {
        return Err(Fault::at(at, "error-filter").with("at", operator.name()).with("expected", "value"));
    }
    Ok(Filter::Where(Condition { path, operator, operand }))
}

#[cfg(test)]
mod tests;
