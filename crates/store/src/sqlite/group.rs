//! Grouping as SQLite does not do it: by a table of the groups, in one walk over the rows.
//!
//! SQLite sorts all rows by the keys first, unless an index has that order already. There are few groups and many
//! rows, so that looking up each row's group takes a fifth of the time.

use std::collections::HashMap;

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
    Least,
    Most,
}

/// The same query over single rows, and how each column after the keys grows; none for a query that groups in
/// another way.
pub(super) fn taken_apart(select: &Select) -> Option<(Select, Vec<Grows>)> {
    let (keys, rest) = select.columns.split_at_checked(select.group.len())?;
    if keys.is_empty() || !keys.iter().map(|(key, _)| key).eq(&select.group) || !select.order.is_empty() {
        return None;
    }
    let mut single = Select { group: Vec::new(), columns: keys.to_vec(), ..select.clone() };
    let mut grows = Vec::new();
    for (expr, kind) in rest {
        let (how, inner) = match expr {
            Expr::Count => (Grows::Rows, None),
            Expr::CountOf(inner) => (Grows::Filled, Some(inner)),
            Expr::Sum(inner) => (Grows::Sum, Some(inner)),
            Expr::Min(inner) => (Grows::Least, Some(inner)),
            Expr::Max(inner) => (Grows::Most, Some(inner)),
            _ => return None,
        };
        single.columns.extend(inner.map(|inner| ((**inner).clone(), *kind)));
        grows.push(how);
    }
    (select.limit.is_none()).then_some((single, grows))
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
            grow(number, *how, row.get_ref(column).map_err(super::fail)?)?;
            column += 1;
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
    // All that is added up or compared is kept in whole numbers; a product beyond 64 bits comes as another.
    let ValueRef::Integer(value) = value else { return Err(too_large()) };
    let value = i128::from(value);
    *number = Some(match (how, *number) {
        (_, None) => value,
        (Grows::Least, Some(number)) => number.min(value),
        (Grows::Most, Some(number)) => number.max(value),
        (_, Some(number)) => number + value,
    });
    Ok(())
}

fn row(group: Group, select: &Select, grows: &[Grows]) -> Result<Vec<Cell>, Fail> {
    let mut row = group.keys;
    let kinds = select.columns[select.group.len()..].iter().map(|(_, kind)| *kind);
    for ((number, how), kind) in group.numbers.into_iter().zip(grows).zip(kinds) {
        row.push(match (number, how) {
            (None, Grows::Rows | Grows::Filled) => Cell::Int(0),
            (None, _) => Cell::Null,
            (Some(number), _) => {
                let number = i64::try_from(number).map_err(|_| too_large())?;
                cells::read(ValueRef::Integer(number), kind)
            }
        });
    }
    Ok(row)
}

fn too_large() -> Fail {
    Fail::Other("a sum beyond 64 bits".to_owned())
}
