//! Groups: counted and added up by the database, under the same row rules as lists.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use cordee_base::{Decimal, Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Condition, Kind, Operand, Operator, Path, Value};
use cordee_store::{Expr, Select};

use super::scan::Scan;
use crate::query::{By, GroupKey, GroupRow, Grouping, Measure, Reckon};
use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// The groups, in the order of their keys.
    pub fn group(&mut self, grouping: &Grouping) -> Outcome<Vec<GroupRow>> {
        Ok(self.group_and_total(grouping)?.0)
    }

    /// The groups, in the order of their keys, and the measures over all records of them: by one walk.
    pub fn group_and_total(&mut self, grouping: &Grouping) -> Outcome<(Vec<GroupRow>, Vec<Option<Decimal>>)> {
        if self.access.scope(grouping.object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let (select, combine) = self.grouped(grouping)?;
        let rows = self.figure(&select)?;
        let seen = self.seen_keys(grouping, &rows)?;
        let mut found: Vec<Group> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut total: Vec<Option<Decimal>> =
            grouping.measures.iter().map(|measure| of_none(&measure.what)).collect();
        for row in &rows {
            let (mut cells, sums) = row.split_at(grouping.by.iter().map(width).sum());
            let mut key = |by: &By| {
                let (own, rest) = cells.split_at(width(by));
                cells = rest;
                self.key_value(by, own)
            };
            let keys: Vec<Value> = grouping.by.iter().map(&mut key).collect();
            let sums: Vec<Option<Decimal>> = sums.iter().map(number).collect();
            // What has several tags or links counts once in the whole, and under each of them.
            add_up(&mut total, &sums, &combine)?;
            for keys in each_of_many(&grouping.by, keys, &seen) {
                let place = *places.entry(format!("{keys:?}")).or_insert(found.len());
                match found.get_mut(place) {
                    None => found.push(Group { keys, sums: sums.clone() }),
                    // Another day of the same bucket, or other tags beside this one.
                    Some(group) => add_up(&mut group.sums, &sums, &combine)?,
                }
            }
        }
        found.sort_by(|left, right| {
            let each = grouping.by.iter().zip(left.keys.iter().zip(&right.keys));
            each.map(|(by, (l, r))| compare(by, l, r)).find(|o| o.is_ne()).unwrap_or(Ordering::Equal)
        });
        let texts = self.key_texts(grouping, &found)?;
        let row = |(group, texts): (Group, Vec<String>)| GroupRow {
            keys: group.keys.into_iter().zip(texts).map(|(value, text)| GroupKey { value, text }).collect(),
            values: group.sums,
        };
        Ok((found.into_iter().zip(texts).map(row).collect(), total))
    }

    /// The first measure of a grouping by one link, by the record that it leads to: without what people call these, so
    /// that there may be millions.
    pub fn by_link(&mut self, grouping: &Grouping) -> Outcome<HashMap<Id, Decimal>> {
        if self.access.scope(grouping.object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let (select, _) = self.grouped(grouping)?;
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| Some((row.first()?.as_id()?, number(row.get(1)?)?))).collect())
    }

    /// How the database means to find the groups; for the tests of query plans.
    pub fn plan_of_figures(&mut self, grouping: &Grouping) -> Outcome<Vec<String>> {
        let (select, _) = self.grouped(grouping)?;
        self.session.plan(&select).map_err(|fail| self.failed(fail))
    }

    fn grouped(&mut self, grouping: &Grouping) -> Outcome<(Select, Vec<Combine>)> {
        let access = self.access.clone();
        let mut scan =
            Scan::of(self.actor.workspace, &access, &self.declared.catalog, grouping.object, grouping.as_of);
        let condition = self.condition(&mut scan, &grouping.filter)?;
        let mut by = Vec::new();
        for one in &grouping.by {
            let column = match (one.period, one.path.field.kind) {
                (Some(_), Kind::Moment(_)) => Expr::Quarter(Box::new(scan.column(&one.path, "")?)),
                _ => scan.value_column(&one.path)?,
            };
            by.push((column, key_type(&one.path)));
            if width(one) == 2 {
                by.push((scan.column(&one.path, "_object")?, ColumnType::Text));
            }
        }
        let mut combine = Vec::new();
        let mut measures = Vec::new();
        for measure in &grouping.measures {
            let (expr, kind, how) = self.measure(&mut scan, measure)?;
            measures.push((expr, kind));
            combine.push(how);
        }
        let mut select = scan.select(Right::Read, false);
        select.group = by.iter().map(|(expr, _)| expr.clone()).collect();
        select.columns = by;
        select.columns.extend(measures);
        if !grouping.filter.is_everything() {
            select.filter.push(condition);
        }
        if grouping.as_of.is_none() {
            select.by = self.way_of_figures(&mut select)?;
        }
        Ok((select, combine))
    }

    fn measure(&mut self, scan: &mut Scan<'_>, measure: &Measure) -> Outcome<(Expr, ColumnType, Combine)> {
        let condition = match measure.filter.is_everything() {
            true => None,
            false => Some(self.condition(scan, &measure.filter)?),
        };
        let only = |expr: Expr| match condition.clone() {
            Some(condition) => Expr::When(Box::new(condition), Box::new(expr)),
            None => expr,
        };
        let decimals = |path: &Path| match path.field.kind {
            Kind::Number(kind) => ColumnType::Decimal(kind.decimals),
            Kind::Percent(_) => ColumnType::Decimal(4),
            Kind::Moment(_) => ColumnType::Moment,
            _ => ColumnType::Int,
        };
        Ok(match &measure.what {
            Reckon::Count => match &condition {
                None => (Expr::Count, ColumnType::Int, Combine::Add),
                Some(_) => {
                    let id = only(Expr::column(super::scan::HERE, "id"));
                    (Expr::CountOf(Box::new(id)), ColumnType::Int, Combine::Add)
                }
            },
            Reckon::CountOf(path) => {
                let there = match path.field.kind {
                    // What may not be seen does not count.
                    Kind::Links(_) => {
                        let any = Operator::IsNotEmpty;
                        let condition =
                            Condition { path: path.clone(), operator: any, operand: Operand::None };
                        let any = self.many_condition(scan, &condition)?;
                        Expr::When(Box::new(any), Box::new(Expr::column(super::scan::HERE, "id")))
                    }
                    _ => scan.value_column(path)?,
                };
                (Expr::CountOf(Box::new(only(there))), ColumnType::Int, Combine::Add)
            }
            Reckon::Sum(path) => {
                // A sum of whole numbers may have no room in a column of them.
                let kind = match decimals(path) {
                    ColumnType::Int => ColumnType::Decimal(0),
                    kind => kind,
                };
                (Expr::Sum(Box::new(only(scan.value_column(path)?))), kind, Combine::Add)
            }
            Reckon::Weighted(amount, weight) => {
                let weighed =
                    Expr::Times(Box::new(scan.value_column(amount)?), Box::new(scan.column(weight, "")?));
                (Expr::Sum(Box::new(only(weighed))), ColumnType::Decimal(4), Combine::Add)
            }
            Reckon::Min(path) => {
                (Expr::Min(Box::new(only(scan.value_column(path)?))), decimals(path), Combine::Least)
            }
            Reckon::Max(path) => {
                (Expr::Max(Box::new(only(scan.value_column(path)?))), decimals(path), Combine::Most)
            }
        })
    }

    fn key_value(&self, by: &By, cells: &[Cell]) -> Value {
        match (by.period, &cells[0]) {
            (Some(period), Cell::Date(date)) => Value::Date(period.start(*date)),
            (Some(period), Cell::Moment(moment)) => {
                Value::Date(period.start(moment.date_in(&self.access.zone)))
            }
            _ => value_of(&by.path, cells, self.reading.currency),
        }
    }

    /// The records among the keys of links to many that may be seen.
    fn seen_keys(&mut self, grouping: &Grouping, rows: &[Vec<Cell>]) -> Outcome<HashSet<Id>> {
        let (mut seen, mut place) = (HashSet::new(), 0);
        for by in &grouping.by {
            if let Kind::Links(_) = by.path.field.kind {
                let held = rows.iter().map(|row| by.path.field.kind.behave().value(&row[place..=place]));
                let ids: HashSet<Id> = held.flat_map(|value| value.as_links().to_vec()).collect();
                seen.extend(self.seen_of(by.path.field.many_to(), ids.into_iter().collect())?.into_keys());
            }
            place += width(by);
        }
        Ok(seen)
    }

    /// What people call the keys; links by the titles of what they lead to.
    fn key_texts(&mut self, grouping: &Grouping, found: &[Group]) -> Outcome<Vec<Vec<String>>> {
        let mut titles: Vec<HashMap<Id, String>> = Vec::new();
        for (place, by) in grouping.by.iter().enumerate() {
            if width(by) == 2 {
                let named = self.titles_of_any(found.iter().map(|group| group.keys[place].clone()))?;
                titles.push(named.into_iter().filter_map(|(id, title)| Some((id, title?))).collect());
                continue;
            }
            let to = by.path.field.points_to().and_then(|to| self.declared.catalog.object(to));
            titles.push(match to {
                Some(to) => {
                    let ids: Vec<Id> = found.iter().filter_map(|group| group.keys[place].as_link()).collect();
                    self.titles(to, &ids)?.into_iter().map(|hit| (hit.id, hit.title)).collect()
                }
                None => HashMap::new(),
            });
        }
        let text = |place: usize, value: &Value| match (grouping.by[place].period, value) {
            (Some(period), Value::Date(date)) => period.key(*date),
            (_, Value::Link(id)) => titles[place].get(id).cloned().unwrap_or_else(|| id.to_string()),
            (_, Value::AnyLink(link)) if titles[place].contains_key(&link.id) => {
                titles[place][&link.id].clone()
            }
            (_, Value::Text(text)) => text.clone(),
            (_, value) => grouping.by[place].path.field.kind.behave().text(value),
        };
        Ok(found
            .iter()
            .map(|group| group.keys.iter().enumerate().map(|(p, v)| text(p, v)).collect())
            .collect())
    }
}

/// A group in the making.
struct Group {
    keys: Vec<Value>,
    sums: Vec<Option<Decimal>>,
}

/// Adds the numbers of a row to those of a group.
fn add_up(have: &mut [Option<Decimal>], more: &[Option<Decimal>], combine: &[Combine]) -> Outcome<()> {
    for ((have, more), how) in have.iter_mut().zip(more).zip(combine) {
        *have = combined(*how, *have, *more)?;
    }
    Ok(())
}

/// The keys under which a row counts: under each of its tags, and of the records it links to that may be seen.
fn each_of_many(by: &[By], keys: Vec<Value>, seen: &HashSet<Id>) -> Vec<Vec<Value>> {
    let mut all = vec![Vec::with_capacity(keys.len())];
    for (by, key) in by.iter().zip(keys) {
        let ways: Vec<Value> = match (by.path.field.kind, key) {
            (Kind::Tags(_), Value::Choices(names)) => names.into_iter().map(Value::Text).collect(),
            (Kind::Links(_), Value::Links(ids)) => {
                let visible = ids.into_iter().filter(|id| seen.contains(id)).map(Value::Link);
                let visible: Vec<Value> = visible.collect();
                if visible.is_empty() { vec![Value::None] } else { visible }
            }
            (_, key) => vec![key],
        };
        let with = |way: &Value| {
            let way = way.clone();
            all.iter()
                .map(move |before| [before.as_slice(), std::slice::from_ref(&way)].concat())
                .collect::<Vec<_>>()
        };
        all = ways.iter().flat_map(with).collect();
    }
    all
}

/// What a measure is where there is no record.
fn of_none(what: &Reckon) -> Option<Decimal> {
    matches!(what, Reckon::Count | Reckon::CountOf(_)).then_some(Decimal::ZERO)
}

/// How the numbers of two stretches of one bucket become one.
#[derive(Clone, Copy)]
enum Combine {
    Add,
    Least,
    Most,
}

fn combined(how: Combine, left: Option<Decimal>, right: Option<Decimal>) -> Outcome<Option<Decimal>> {
    let large = || Problem::TooLarge(Fault::whole("error-money-large"));
    Ok(match (left, right) {
        (Some(left), Some(right)) => Some(match how {
            Combine::Add => left.checked_add(right).ok_or_else(large)?,
            Combine::Least => left.min(right),
            Combine::Most => left.max(right),
        }),
        (left, right) => left.or(right),
    })
}

/// In how many columns a key stands: a link to any object is known by the object too.
fn width(by: &By) -> usize {
    match by.path.field.kind {
        Kind::AnyLink(_) => 2,
        _ => 1,
    }
}

/// The value in the columns by which a field is grouped and told over time: an amount is one in the workspace's currency.
pub(crate) fn value_of(path: &Path, cells: &[Cell], currency: cordee_base::Currency) -> Value {
    match (&cells[0], path.field.kind) {
        (Cell::Int(minor), Kind::Money(_)) => Value::Money(cordee_base::Money::from_minor(*minor, currency)),
        (Cell::Text(text), _) if path.part.is_some() => Value::Text(text.clone()),
        (_, kind) => kind.behave().value(cells),
    }
}

/// What the first of these columns holds.
pub(crate) fn key_type(path: &Path) -> ColumnType {
    match (path.part, path.field.kind) {
        (Some(_), _) => ColumnType::Text,
        (None, Kind::Money(_)) => ColumnType::Int,
        (None, kind) => kind.behave().columns().first().map_or(ColumnType::Text, |column| column.kind),
    }
}

fn number(cell: &Cell) -> Option<Decimal> {
    match cell {
        Cell::Int(number) => Some(Decimal::from(*number)),
        Cell::Decimal(number, _) => Some(*number),
        Cell::Moment(moment) => Some(Decimal::from(Moment::micros(*moment))),
        _ => None,
    }
}

fn compare(by: &By, left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        _ => by.path.field.kind.behave().compare(left, right),
    }
}
