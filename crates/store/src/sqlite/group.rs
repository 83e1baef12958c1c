//! Grouping as SQLite does not do it: by a table of the groups, in one walk over the rows.
//!
//! SQLite sorts all rows by the keys first, unless an index has that order already. There are few groups and many
//! rows, so that looking up each row's group takes a fifth of the time.

use std::collections::HashMap;

use cordee_base::Decimal;
use cordee_schema::{Cell, ColumnType};
use rusqlite::types::ValueRef;

use super::Lite;
use super::cells::{self, Bound};
use crate::query::{Expr, Select};
use crate::{Dialect, Fail};

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

/// The same query over single rows, and how each column after the keys grows; none for a query that groups in
/// another way. With `wide`, products are reckoned here too, where they have room, and one group of all is made here.
pub(super) fn taken_apart(select: &Select, wide: bool) -> Option<(Select, Vec<Grows>)> {
    let (keys, rest) = select.columns.split_at_checked(select.group.len())?;
    if keys.is_empty() && !wide
        || !keys.iter().map(|(key, _)| key).eq(&select.group)
        || !select.order.is_empty()
    {
        return None;
    }
    let mut single = Select { group: Vec::new(), columns: keys.to_vec(), ..select.clone() };
    let mut grows = Vec::new();
    for (expr, kind) in rest {
        let (how, inner) = match expr {
            Expr::Count => (Grows::Rows, None),
            Expr::CountOf(inner) => (Grows::Filled, Some(inner)),
            Expr::Sum(inner) => match factors(inner).filter(|_| wide) {
                Some(factors) => {
                    single.columns.extend(factors.map(|factor| (factor, *kind)));
                    (Grows::Pairs, None)
                }
                None => (Grows::Sum, Some(inner)),
            },
            Expr::Min(inner) => (Grows::Least, Some(inner)),
            Expr::Max(inner) => (Grows::Most, Some(inner)),
            _ => return None,
        };
        single.columns.extend(inner.map(|inner| ((**inner).clone(), *kind)));
        grows.push(how);
    }
    (select.limit.is_none()).then_some((single, grows))
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

/// A group in the making: its keys, and its numbers.
struct Group {
    keys: Vec<Cell>,
    numbers: Vec<Option<i128>>,
}

/// The groups that `select` asks for, found by walking the rows of `single`.
pub(super) fn grouped(
    lite: &mut Lite,
    select: &Select,
    (single, grows): (Select, Vec<Grows>),
) -> Result<Vec<Vec<Cell>>, Fail> {
    let text = single.text(Dialect::Sqlite);
    let mut statement = lite.raw.prepare_cached(&text.text).map_err(|e| super::told(e, &text.text))?;
    let bound = rusqlite::params_from_iter(text.args.iter().map(|cell| Bound(cell)));
    let mut found = statement.query(bound).map_err(super::fail)?;
    let width = select.group.len();
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<Vec<u8>, usize> = HashMap::new();
    let mut key = Vec::new();
    while let Some(row) = found.next().map_err(super::fail)? {
        key.clear();
        for place in 0..width {
            spell(row.get_ref(place).map_err(super::fail)?, &mut key);
        }
        let place = match places.get(&key) {
            Some(place) => *place,
            None => {
                let cell = |(place, (_, kind)): (usize, &(Expr, ColumnType))| {
                    Ok(cells::read(row.get_ref(place)?, *kind))
                };
                let keys = select.columns[..width].iter().enumerate().map(cell);
                let keys = keys.collect::<rusqlite::Result<Vec<Cell>>>().map_err(super::fail)?;
                groups.push(Group { keys, numbers: vec![None; grows.len()] });
                places.insert(key.clone(), groups.len() - 1);
                groups.len() - 1
            }
        };
        let mut column = width;
        for (number, how) in groups[place].numbers.iter_mut().zip(&grows) {
            if matches!(how, Grows::Rows) {
                *number = Some(number.unwrap_or(0) + 1);
                continue;
            }
            let value = row.get_ref(column).map_err(super::fail)?;
            column += 1;
            if matches!(how, Grows::Pairs) {
                let times = row.get_ref(column).map_err(super::fail)?;
                column += 1;
                multiply(number, value, times)?;
            } else {
                grow(number, *how, value)?;
            }
        }
    }
    groups.into_iter().map(|group| row(group, select, &grows)).collect()
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

fn grow(number: &mut Option<i128>, how: Grows, value: ValueRef<'_>) -> Result<(), Fail> {
    if matches!(value, ValueRef::Null) {
        return Ok(());
    }
    if let Grows::Filled = how {
        *number = Some(number.unwrap_or(0) + 1);
        return Ok(());
    }
    // All that is added up or compared is kept in whole numbers; a weighted one beyond 64 bits comes as another.
    let ValueRef::Integer(value) = value else { return Err(Fail::Overflow) };
    let value = i128::from(value);
    *number = Some(match (how, *number) {
        (_, None) => value,
        (Grows::Least, Some(number)) => number.min(value),
        (Grows::Most, Some(number)) => number.max(value),
        (_, Some(number)) => number + value,
    });
    Ok(())
}

fn multiply(number: &mut Option<i128>, value: ValueRef<'_>, times: ValueRef<'_>) -> Result<(), Fail> {
    if let (ValueRef::Integer(value), ValueRef::Integer(times)) = (value, times) {
        let weighed = i128::from(value) * i128::from(times);
        *number = Some(number.unwrap_or(0).checked_add(weighed).ok_or(Fail::Overflow)?);
    }
    Ok(())
}

fn row(group: Group, select: &Select, grows: &[Grows]) -> Result<Vec<Cell>, Fail> {
    let mut row = group.keys;
    let kinds = select.columns[select.group.len()..].iter().map(|(_, kind)| *kind);
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
