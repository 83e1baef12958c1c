//! Grouping and adding up as SQLite does not do it: by a table of the groups, in one walk over the rows.
//!
//! SQLite sorts all rows by the keys first, unless an index has that order already. There are few groups and many
//! rows, so that looking up each row's group takes a fifth of the time. The rows are handed over within SQLite's own
//! walk, by a function, which costs half of fetching them one by one. And sums have more room here than SQLite has.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cordee_base::Decimal;
use cordee_schema::{Cell, ColumnType};
use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};
use rusqlite::types::{Null, Value, ValueRef};

use super::cells;
use super::{Fail, Lite};
use crate::query::{Expr, Select};

/// The name of the function that is given the keys and the numbers of each row.
pub(crate) const TOGETHER: &str = "cordee_together";

/// How a number of a group grows from row to row.
#[derive(Clone, Copy)]
pub(super) enum Grows {
    Rows,
    Filled,
    Sum,
    Pairs,
    Least,
    Most,
}

/// The same query over single rows, and how each column after the keys grows; none for a query that SQLite answers
/// well by itself: one that has no group and adds nothing up.
pub(super) fn taken_apart(select: &Select) -> Option<(Select, Vec<Grows>)> {
    let (keys, rest) = select.columns.split_at_checked(select.group.len())?;
    let sums = rest.iter().any(|(expr, _)| matches!(expr, Expr::Sum(_)));
    let plain = select.order.is_empty() && select.limit.is_none();
    if !plain || keys.is_empty() && !sums || !keys.iter().map(|(key, _)| key).eq(&select.group) {
        return None;
    }
    let mut given: Vec<Expr> = select.group.clone();
    let mut grows = Vec::new();
    for (expr, _) in rest {
        let (how, inner) = match expr {
            Expr::Count => (Grows::Rows, None),
            Expr::CountOf(inner) => (Grows::Filled, Some(inner)),
            Expr::Sum(inner) => match factors(inner) {
                Some(factors) => {
                    given.extend(factors);
                    (Grows::Pairs, None)
                }
                None => (Grows::Sum, Some(inner)),
            },
            Expr::Min(inner) => (Grows::Least, Some(inner)),
            Expr::Max(inner) => (Grows::Most, Some(inner)),
            _ => return None,
        };
        given.extend(inner.map(|inner| (**inner).clone()));
        grows.push(how);
    }
    let columns = vec![(Expr::Together(given), ColumnType::Int)];
    Some((Select { group: Vec::new(), columns, ..select.clone() }, grows))
}

/// The two factors of a weighted sum, of which the first is empty where a condition does not hold.
fn factors(expr: &Expr) -> Option<[Expr; 2]> {
    match expr {
        Expr::Times(left, right) => Some([(**left).clone(), (**right).clone()]),
        Expr::When(condition, inner) => {
            let [left, right] = factors(inner)?;
            Some([Expr::When(condition.clone(), Box::new(left)), right])
        }
        _ => None,
    }
}

/// The groups that `select` asks for, found by one walk over the rows of `single`.
pub(super) fn grouped(
    lite: &mut Lite,
    select: &Select,
    (single, grows): (Select, Vec<Grows>),
) -> Result<Vec<Vec<Cell>>, Fail> {
    let width = select.group.len();
    let tally = || lite.tally.lock().unwrap_or_else(PoisonError::into_inner);
    *tally() = Tally { width, grows: grows.clone(), ..Tally::default() };
    let shared = lite.tally.clone();
    lite.found(&single)?;
    let mut tally = std::mem::take(&mut *shared.lock().unwrap_or_else(PoisonError::into_inner));
    if tally.failed {
        return Err(Fail::Overflow);
    }
    if width == 0 && tally.groups.is_empty() {
        // What there is none of comes to something too, if it is not split.
        tally.groups.push(Group { keys: Vec::new(), numbers: vec![None; grows.len()] });
    }
    tally.groups.into_iter().map(|group| row(group, select, &grows)).collect()
}

/// The groups in the making: told what to make before the walk, filled by it, and taken out after it.
#[derive(Clone, Default)]
pub(super) struct Tally {
    width: usize,
    grows: Vec<Grows>,
    groups: Vec<Group>,
    places: HashMap<Vec<u8>, usize>,
    key: Vec<u8>,
    failed: bool,
}

/// A group in the making: its keys, and its numbers.
#[derive(Clone)]
struct Group {
    keys: Vec<Value>,
    numbers: Vec<Option<i128>>,
}

/// What the function and whoever runs the walk share.
pub(super) type Shared = Arc<Mutex<Tally>>;

/// Gives a connection the function.
pub(super) fn function(raw: &Connection) -> rusqlite::Result<Shared> {
    let shared = Shared::default();
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
    raw.create_aggregate_function(TOGETHER, -1, flags, Together(shared.clone()))?;
    Ok(shared)
}

struct Together(Shared);

impl Aggregate<Tally, Null> for Together {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Tally> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }

    fn step(&self, row: &mut Context<'_>, tally: &mut Tally) -> rusqlite::Result<()> {
        tally.add(row);
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, tally: Option<Tally>) -> rusqlite::Result<Null> {
        if let Some(tally) = tally {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = tally;
        }
        Ok(Null)
    }
}

impl Tally {
    fn add(&mut self, row: &Context<'_>) {
        self.key.clear();
        for place in 0..self.width {
            spell(row.get_raw(place), &mut self.key);
        }
        let place = match self.places.get(&self.key) {
            Some(place) => *place,
            None => {
                let keys = (0..self.width).map(|place| row.get_raw(place).try_into().unwrap_or(Value::Null));
                let keys = keys.collect();
                self.groups.push(Group { keys, numbers: vec![None; self.grows.len()] });
                self.places.insert(self.key.clone(), self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        let mut column = self.width;
        for (number, how) in self.groups[place].numbers.iter_mut().zip(&self.grows) {
            if matches!(how, Grows::Rows) {
                *number = Some(number.unwrap_or(0) + 1);
                continue;
            }
            let value = row.get_raw(column);
            column += 1;
            let grown = if matches!(how, Grows::Pairs) {
                column += 1;
                multiply(number, value, row.get_raw(column - 1))
            } else {
                grow(number, *how, value)
            };
            self.failed |= grown.is_none();
        }
    }
}

/// A value in letters of its own, so that the same keys are the same bytes.
fn spell(value: ValueRef<'_>, key: &mut Vec<u8>) {
    let (tag, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            key.push(1);
            return key.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            key.push(2);
            return key.extend_from_slice(&number.to_le_bytes());
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(bytes) => (4, bytes),
    };
    key.push(tag);
    key.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    key.extend_from_slice(bytes);
}

/// Grows a number by a value; none where it has no room.
fn grow(number: &mut Option<i128>, how: Grows, value: ValueRef<'_>) -> Option<()> {
    if matches!(value, ValueRef::Null) {
        return Some(());
    }
    if let Grows::Filled = how {
        *number = Some(number.unwrap_or(0) + 1);
        return Some(());
    }
    // All that is added up or compared is kept in whole numbers.
    let ValueRef::Integer(value) = value else { return None };
    let value = i128::from(value);
    *number = Some(match (how, *number) {
        (_, None) => value,
        (Grows::Least, Some(number)) => number.min(value),
        (Grows::Most, Some(number)) => number.max(value),
        (_, Some(number)) => number + value,
    });
    Some(())
}

/// Grows a sum by a product; none where it has no room.
fn multiply(number: &mut Option<i128>, value: ValueRef<'_>, times: ValueRef<'_>) -> Option<()> {
    if let (ValueRef::Integer(value), ValueRef::Integer(times)) = (value, times) {
        let weighed = i128::from(value) * i128::from(times);
        *number = Some(number.unwrap_or(0).checked_add(weighed)?);
    }
    Some(())
}

fn row(group: Group, select: &Select, grows: &[Grows]) -> Result<Vec<Cell>, Fail> {
    let (keys, numbers) = select.columns.split_at(select.group.len());
    let keys = group.keys.iter().zip(keys).map(|(value, (_, kind))| cells::read(value.into(), *kind));
    let mut row: Vec<Cell> = keys.collect();
    let kinds = numbers.iter().map(|(_, kind)| *kind);
    for ((number, how), kind) in group.numbers.into_iter().zip(grows).zip(kinds) {
        row.push(match (number, how) {
            (None, Grows::Rows | Grows::Filled) => Cell::Int(0),
            (None, _) => Cell::Null,
            (Some(number), _) => match (i64::try_from(number), kind) {
                (Ok(number), kind) => cells::read(ValueRef::Integer(number), kind),
                (Err(_), ColumnType::Decimal(scale)) => {
                    let sum = Decimal::try_from_i128_with_scale(number, u32::from(scale));
                    Cell::Decimal(sum.map_err(|_| Fail::Overflow)?, scale)
                }
                (Err(_), _) => return Err(Fail::Overflow),
            },
        });
    }
    Ok(row)
}
