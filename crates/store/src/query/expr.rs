//! Expressions over columns.

use std::borrow::Cow;

use cordee_schema::Cell;

use super::{Select, Text};
use crate::Dialect;

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A column of the table with this alias.
    Column(Cow<'static, str>, Cow<'static, str>),
    /// A bound value.
    Cell(Cell),
    /// Two expressions compared.
    Compare(Box<Expr>, Comparison, Box<Expr>),
    /// Equal to one of these values; to none of an empty list.
    In(Box<Expr>, Vec<Cell>),
    /// Equal to what the query finds.
    InSelect(Box<Expr>, Box<Select>),
    /// Whether the query finds anything; it may speak of columns of the query around it.
    Exists(Box<Select>),
    /// Like a pattern in which `%` stands for anything; see [`Expr::contains`].
    Like(Box<Expr>, Cell),
    /// The text with A to Z in lower case, and all else as it stands.
    Lower(Box<Expr>),
    /// Is empty.
    IsNull(Box<Expr>),
    /// Is not empty.
    NotNull(Box<Expr>),
    /// All hold; with none, true.
    And(Vec<Expr>),
    /// One holds; with none, false.
    Or(Vec<Expr>),
    /// Does not hold.
    Not(Box<Expr>),
    /// The value if the condition holds, else nothing.
    When(Box<Expr>, Box<Expr>),
    /// The product of two integers or decimals.
    Times(Box<Expr>, Box<Expr>),
    /// The sum of two.
    Plus(Box<Expr>, Box<Expr>),
    /// How many rows.
    Count,
    /// How many rows in which it is not empty.
    CountOf(Box<Expr>),
    /// How many different values.
    CountDifferent(Box<Expr>),
    /// The sum.
    Sum(Box<Expr>),
    /// The smallest.
    Min(Box<Expr>),
    /// The largest.
    Max(Box<Expr>),
    /// These values of all rows, handed to [`crate::sqlite`]'s own function that groups them.
    Together(Vec<Expr>),
    /// Whether the row of the search index with this alias holds what is wanted, in the database's own words; see
    /// [`crate::search`].
    Matches(Cow<'static, str>, Cell),
    /// The quarter of an hour in which an instant lies, so that days of any zone can be counted from few groups.
    Quarter(Box<Expr>),
}

/// How two expressions are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Equal.
    Equal,
    /// Less.
    Less,
    /// Less or equal.
    AtMost,
    /// Greater.
    Greater,
    /// Greater or equal.
    AtLeast,
}

/// The last of these cells as often as it takes for lists of all lengths to be written in a few ways: otherwise a
/// database would prepare a statement anew for each length. Long lists are rare, and stay as they are.
fn repeated(cells: &[Cell]) -> impl Iterator<Item = &Cell> {
    const LONG: usize = 1_024;
    let more = if cells.len() < LONG { cells.len().next_power_of_two() - cells.len() } else { 0 };
    std::iter::repeat_n(cells, more).filter_map(|cells| cells.last())
}

impl Expr {
    /// A column of the table with this alias.
    pub fn column(alias: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Expr {
        Expr::Column(alias.into(), name.into())
    }

    /// Never true.
    pub fn never() -> Expr {
        Expr::Or(Vec::new())
    }

    /// Compared with a value.
    pub fn compare(self, how: Comparison, cell: impl Into<Cell>) -> Expr {
        Expr::Compare(Box::new(self), how, Box::new(Expr::Cell(cell.into())))
    }

    /// Equal to a value.
    pub fn is(self, cell: impl Into<Cell>) -> Expr {
        self.compare(Comparison::Equal, cell)
    }

    /// Equal to another expression.
    pub fn equals(self, other: Expr) -> Expr {
        Expr::Compare(Box::new(self), Comparison::Equal, Box::new(other))
    }

    /// Contains this text, letter by letter.
    pub fn contains(self, text: &str) -> Expr {
        Expr::Like(Box::new(self), Cell::Text(format!("%{}%", escaped(text))))
    }

    /// Begins with this text: as a range, so that an index serves it.
    pub fn starts_with(self, text: &str) -> Expr {
        let end = Expr::Compare(
            Box::new(self.clone()),
            Comparison::Less,
            Box::new(Expr::Cell(format!("{text}\u{10ffff}").into())),
        );
        Expr::And(vec![self.compare(Comparison::AtLeast, text), end])
    }

    /// Is empty.
    pub fn is_null(self) -> Expr {
        Expr::IsNull(Box::new(self))
    }

    /// Is not empty.
    pub fn not_null(self) -> Expr {
        Expr::NotNull(Box::new(self))
    }

    /// Notes the columns in it, by alias and name; not those of a query inside it, which has aliases of its own.
    pub fn columns<'e>(&'e self, into: &mut Vec<(&'e str, &'e str)>) {
        match self {
            Expr::Column(alias, name) => into.push((alias, name)),
            Expr::Cell(_) | Expr::Count | Expr::Matches(..) | Expr::Exists(_) => {}
            Expr::Compare(left, _, right)
            | Expr::When(left, right)
            | Expr::Times(left, right)
            | Expr::Plus(left, right) => {
                left.columns(into);
                right.columns(into);
            }
            Expr::In(inner, _)
            | Expr::InSelect(inner, _)
            | Expr::Like(inner, _)
            | Expr::IsNull(inner)
            | Expr::NotNull(inner)
            | Expr::Not(inner)
            | Expr::CountOf(inner)
            | Expr::CountDifferent(inner)
            | Expr::Sum(inner)
            | Expr::Min(inner)
            | Expr::Max(inner)
            | Expr::Lower(inner)
            | Expr::Quarter(inner) => inner.columns(into),
            Expr::And(parts) | Expr::Or(parts) | Expr::Together(parts) => {
                parts.iter().for_each(|part| part.columns(into));
            }
        }
    }

    pub(super) fn write<'a>(&'a self, into: &mut Text<'a>) {
        match self {
            Expr::Column(alias, name) => {
                into.name(alias).push(".").name(name);
            }
            Expr::Cell(cell) => {
                into.arg(cell);
            }
            Expr::Compare(left, how, right) => {
                left.write(into);
                into.push(how.sign());
                right.write(into);
            }
            Expr::In(inner, cells) if cells.is_empty() => {
                // Spoken in terms of the column, so that both databases type it.
                into.push("(");
                inner.write(into);
                into.push(" IS NULL AND ");
                inner.write(into);
                into.push(" IS NOT NULL)");
            }
            Expr::In(inner, cells) => {
                inner.write(into);
                into.push(" IN (");
                into.list(cells, ", ", |into, cell| {
                    into.arg(cell);
                });
                for last in repeated(cells) {
                    into.push(", ");
                    into.arg(last);
                }
                into.push(")");
            }
            Expr::InSelect(inner, select) => {
                inner.write(into);
                into.push(" IN (");
                select.write(into);
                into.push(")");
            }
            Expr::Exists(select) => {
                into.push("EXISTS (");
                select.write(into);
                into.push(")");
            }
            Expr::Like(inner, pattern) => {
                inner.write(into);
                into.push(" LIKE ").arg(pattern).push(" ESCAPE '\\'");
            }
            Expr::Lower(inner) => call("LOWER(", inner, into),
            Expr::IsNull(inner) => {
                inner.write(into);
                into.push(" IS NULL");
            }
            Expr::NotNull(inner) => {
                inner.write(into);
                into.push(" IS NOT NULL");
            }
            Expr::And(parts) => junction(parts, " AND ", "1=1", into),
            Expr::Or(parts) => junction(parts, " OR ", "1=0", into),
            Expr::Not(inner) => {
                into.push("NOT (");
                inner.write(into);
                into.push(")");
            }
            Expr::When(condition, value) => {
                into.push("CASE WHEN ");
                condition.write(into);
                into.push(" THEN ");
                value.write(into);
                into.push(" END");
            }
            Expr::Times(left, right) => pair(left, " * ", right, into),
            Expr::Plus(left, right) => pair(left, " + ", right, into),
            Expr::Count => {
                into.push("COUNT(*)");
            }
            Expr::CountOf(inner) => call("COUNT(", inner, into),
            Expr::CountDifferent(inner) => call("COUNT(DISTINCT ", inner, into),
            Expr::Sum(inner) => call("SUM(", inner, into),
            Expr::Min(inner) => call("MIN(", inner, into),
            Expr::Max(inner) => call("MAX(", inner, into),
            Expr::Together(parts) => {
                into.push(crate::sqlite::TOGETHER).push("(");
                into.list(parts, ", ", |into, part| part.write(into));
                into.push(")");
            }
            Expr::Matches(alias, wanted) => {
                into.name(alias);
                match into.dialect {
                    Dialect::Sqlite => into.push(".").name(crate::search::TABLE).push(" MATCH ").arg(wanted),
                    Dialect::Postgres => {
                        into.push(".\"terms\" @@ CAST(CAST(").arg(wanted).push(" AS text) AS tsquery)")
                    }
                };
            }
            Expr::Quarter(inner) => {
                let (before, after) = match into.dialect {
                    Dialect::Sqlite => crate::sqlite::QUARTER,
                    Dialect::Postgres => crate::postgres::QUARTER,
                };
                into.push(before);
                inner.write(into);
                into.push(after);
            }
        }
    }
}

impl Comparison {
    fn sign(self) -> &'static str {
        match self {
            Comparison::Equal => " = ",
            Comparison::Less => " < ",
            Comparison::AtMost => " <= ",
            Comparison::Greater => " > ",
            Comparison::AtLeast => " >= ",
        }
    }
}

fn junction<'a>(parts: &'a [Expr], between: &str, none: &str, into: &mut Text<'a>) {
    match parts {
        [] => {
            into.push(none);
        }
        [one] => one.write(into),
        several => {
            into.push("(");
            into.list(several, between, |into, part| part.write(into));
            into.push(")");
        }
    }
}

fn pair<'a>(left: &'a Expr, sign: &str, right: &'a Expr, into: &mut Text<'a>) {
    into.push("(");
    left.write(into);
    into.push(sign);
    right.write(into);
    into.push(")");
}

fn call<'a>(function: &str, inner: &'a Expr, into: &mut Text<'a>) {
    into.push(function);
    inner.write(into);
    into.push(")");
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}
