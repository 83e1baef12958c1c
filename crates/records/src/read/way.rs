//! The index by which a list or a figure is read on SQLite.
//!
//! SQLite's planner reckons what reading all would cost, not what it costs until a page is full, and knows too little
//! of how many records a condition leaves. So it is told: where few records are left, they are found by their
//! condition and sorted; else the list walks the index of its order and passes over what is not wanted, and a figure
//! walks an index that holds all it needs.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::table::Walk;
use cordee_store::{Dialect, Expr, Select};

use super::scan::{BESIDE, HERE};
use crate::Gate;

/// How many records are few enough to be sorted for each page.
const FEW: u64 = 2000;
/// For how many microseconds a count holds: one that is out of date picks a slower index, and no other records.
const HOLDS: i64 = 5_000_000;
/// How many counts are remembered of all workspaces.
const MOST: usize = 1000;
/// What every index over records that are not in the trash tells beside its own columns.
const KEPT: [&str; 3] = ["workspace_id", "deleted_at", "id"];

/// How many records conditions left lately, and when that was counted: whoever turns pages asks the same each time.
#[derive(Default)]
pub(crate) struct Counts(Mutex<HashMap<(Id, String), (Moment, u64)>>);

impl Counts {
    /// What was counted at most so many microseconds ago.
    pub(crate) fn lately(&self, key: &(Id, String), now: Moment, ago: i64) -> Option<u64> {
        let counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let holds = |at: Moment| (0..ago).contains(&(now.micros() - at.micros()));
        counts.get(key).filter(|(at, _)| holds(*at)).map(|(_, count)| *count)
    }

    /// Keeps what was counted just now.
    pub(crate) fn remember(&self, key: (Id, String), now: Moment, count: u64) {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.clear();
        }
        counts.insert(key, (now, count));
    }
}

impl Gate<'_> {
    /// The name of the index for `select`, whose rows are to come in the order of the column `order`.
    pub(crate) fn way(&mut self, select: &mut Select, order: &str) -> Outcome<Option<String>> {
        let walks = match self.declared.walks.get(select.from.0.as_ref()) {
            Some(walks) if self.session.dialect() == Dialect::Sqlite => walks,
            _ => return Ok(None),
        };
        let narrowed = narrowed(select);
        let equal = |walk: &&Walk| narrowed.iter().any(|(column, _, equal)| *equal && *column == walk.first);
        if let Some(walk) =
            walks.iter().filter(|walk| walk.columns.get(1).is_some_and(|then| then == order)).find(equal)
        {
            return Ok(Some(walk.index.clone()));
        }
        if narrowed_beside(select) {
            return Ok(Some(String::new()));
        }
        let by_order = || walks.iter().find(|walk| walk.first == order);
        let few = self.few(select, walks, &narrowed, order)?;
        if few.is_none() && self.few_with_shared(select, walks)? {
            // By their ids, whatever SQLite knows of its tables.
            return Ok(Some(String::new()));
        }
        Ok(few.or_else(by_order).map(|walk| walk.index.clone()))
    }

    /// The name of the index for the figures of `select`.
    pub(crate) fn way_of_figures(&mut self, select: &mut Select) -> Outcome<Option<String>> {
        let walks = match self.declared.walks.get(select.from.0.as_ref()) {
            Some(walks) if self.session.dialect() == Dialect::Sqlite => walks,
            _ => return Ok(None),
        };
        if narrowed_beside(select) {
            return Ok(Some(String::new()));
        }
        let few = self.few(select, walks, &narrowed(select), "")?;
        if few.is_none() && self.few_with_shared(select, walks)? {
            // By their ids, whatever SQLite knows of its tables.
            return Ok(Some(String::new()));
        }
        let (narrowed, used) = (narrowed(select), used(select));
        let holds = |walk: &&Walk| {
            used.iter().all(|name| KEPT.contains(name) || walk.columns.iter().any(|c| c == name))
        };
        // Of those that hold all, one that begins with what is asked for walks the fewest entries.
        let begins = |walk: &&Walk| narrowed.iter().any(|(column, ..)| *column == walk.first);
        let whole = || walks.iter().filter(holds).find(begins).or_else(|| walks.iter().find(holds));
        Ok(few.or_else(whole).map(|walk| walk.index.clone()))
    }

    /// The index that finds the records by the condition that leaves the fewest, if these are few.
    fn few<'w>(
        &mut self,
        select: &Select,
        walks: &'w [Walk],
        narrowed: &[Narrowed<'_>],
        order: &str,
    ) -> Outcome<Option<&'w Walk>> {
        let mut fewest: Option<(u64, &Walk)> = None;
        for walk in walks.iter().filter(|walk| walk.first != order) {
            let conditions = narrowed.iter().filter(|(column, ..)| *column == walk.first.as_str());
            let conditions: Vec<Expr> = conditions.map(|(_, expr, _)| (*expr).clone()).collect();
            if conditions.is_empty() || fewest.is_some_and(|(_, known)| known.first == walk.first) {
                continue;
            }
            let count = self.counted(select, walk, conditions)?;
            if count < fewest.map_or(FEW, |(count, _)| count) {
                fewest = Some((count, walk));
            }
        }
        Ok(fewest.map(|(_, walk)| walk))
    }

    /// Whose records are few and who has others by shares finds both by their ids: the condition is put so. Else no
    /// index would serve the one and the other, and the whole order would be walked for some records.
    fn few_with_shared(&mut self, select: &mut Select, walks: &[Walk]) -> Outcome<bool> {
        let owned = select.filter.iter().enumerate().find_map(|(place, rule)| {
            let (own, shared) = own_or_shared(rule)?;
            let (column, ..) = narrows(own)?;
            let walk = walks.iter().find(|walk| walk.first == column)?;
            Some((place, walk, own.clone(), shared.clone()))
        });
        let Some((place, walk, own, shared)) = owned else { return Ok(false) };
        if self.counted(select, walk, vec![own.clone()])? >= FEW {
            return Ok(false);
        }
        let mut theirs = Select::from(select.from.0.clone(), HERE)
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::column(HERE, "deleted_at").is_null())
            .filter(own);
        theirs.by = Some(walk.index.clone());
        let id = Expr::column(HERE, "id");
        select.filter[place] = Expr::Or(vec![Expr::InSelect(Box::new(id), Box::new(theirs)), shared]);
        Ok(true)
    }

    /// How many records there are with these conditions on the first column of an index, up to [`FEW`].
    fn counted(&mut self, select: &Select, walk: &Walk, conditions: Vec<Expr>) -> Outcome<u64> {
        let (counts, now) = (&self.house.counts, self.now);
        let key = (self.actor.workspace, format!("{} {conditions:?}", walk.index));
        if let Some(count) = counts.lately(&key, now, HOLDS) {
            return Ok(count);
        }
        let mut some = Select::from(select.from.0.clone(), HERE)
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::column(HERE, "deleted_at").is_null())
            .limit(FEW);
        some.filter.extend(conditions);
        some.by = Some(walk.index.clone());
        let count = Select::of(some, "s").giving(Expr::Count, ColumnType::Int);
        let rows = self.session.rows(&count).map_err(|fail| self.failed(fail))?;
        let count = rows.first().and_then(|row| row[0].as_int()).and_then(|n| u64::try_from(n).ok());
        let count = count.unwrap_or(FEW);
        counts.remember(key, now, count);
        Ok(count)
    }
}

/// Whether few records are left by a tag, by what they link to, by what stands there, or by their ids: they are looked up
/// by these.
fn narrowed_beside(select: &Select) -> bool {
    let mut parts = Vec::new();
    select.filter.iter().for_each(|expr| flatten(expr, &mut parts));
    let own_id = |expr: &Expr| matches!(expr, Expr::Column(alias, name) if alias == HERE && name == "id");
    let asks_each = |those: &Select| {
        those.filter.iter().any(|part| {
            let mut columns = Vec::new();
            part.columns(&mut columns);
            columns.iter().any(|(alias, _)| *alias == HERE)
        })
    };
    parts.into_iter().any(|part| match part {
        Expr::InSelect(id, those) => own_id(id) && those.from.1 == BESIDE && !asks_each(those),
        Expr::In(id, ids) => own_id(id) && (ids.len() as u64) < FEW,
        _ => false,
    })
}

/// An own column that a condition narrows to some of its values, the condition, and whether to a single value.
type Narrowed<'e> = (&'e str, &'e Expr, bool);

fn narrowed(select: &Select) -> Vec<Narrowed<'_>> {
    let mut parts = Vec::new();
    select.filter.iter().for_each(|expr| flatten(expr, &mut parts));
    parts.into_iter().filter_map(narrows).collect()
}

/// The parts of a row rule by which one sees one's own and what was shared.
fn own_or_shared(rule: &Expr) -> Option<(&Expr, &Expr)> {
    let Expr::Or(ways) = rule else { return None };
    let [own, shared] = ways.as_slice() else { return None };
    let by_id = |column: &Expr| matches!(column, Expr::Column(alias, name) if alias == HERE && name == "id");
    match shared {
        Expr::In(column, _) | Expr::InSelect(column, _) if by_id(column) => Some((own, shared)),
        _ => None,
    }
}

/// The own columns that a query reads.
fn used(select: &Select) -> Vec<&str> {
    let mut columns = Vec::new();
    let exprs = select.columns.iter().map(|(expr, _)| expr).chain(&select.filter).chain(&select.group);
    exprs.chain(select.joins.iter().map(|join| &join.on)).for_each(|expr| expr.columns(&mut columns));
    columns.into_iter().filter(|(alias, _)| *alias == HERE).map(|(_, name)| name).collect()
}

fn flatten<'e>(expr: &'e Expr, into: &mut Vec<&'e Expr>) {
    match expr {
        Expr::And(parts) => parts.iter().for_each(|part| flatten(part, into)),
        other => into.push(other),
    }
}

fn narrows(expr: &Expr) -> Option<Narrowed<'_>> {
    let (inner, equal) = match expr {
        Expr::Compare(column, how, value) if matches!(**value, Expr::Cell(ref cell) if *cell != Cell::Null) => {
            (column, *how == Comparison::Equal)
        }
        Expr::In(column, cells) if !cells.is_empty() => (column, false),
        _ => return None,
    };
    match &**inner {
        Expr::Column(alias, name) if alias == HERE => Some((name, expr, equal)),
        _ => None,
    }
}
