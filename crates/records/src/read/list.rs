//! A page of a list, by key and never by offset.
//!
//! Empty values come last. So that an index serves the order on both databases, a list is walked in two
//! stretches: first the records that have the first key, then those that have not.

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, FieldDef, Kind, Record};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Order, Select, table};

use super::copied::copied_whole;
use super::cursor::Cursor;
use super::scan::{HERE, Scan, THOSE, row_rule, sees_all};
use super::{columns, record};
use crate::query::{Count, Page, Query, Sort, Total};
use crate::write::rolled_whole;
use crate::{FieldRight, Gate, Right, Scope};

/// How far a list is counted that nobody asked to count exactly.
const COUNTED: u64 = 1000;

impl Gate<'_> {
    /// A page of records.
    pub fn list(&mut self, query: &Query) -> Outcome<Page> {
        let mut query = query.clone();
        self.checked(&mut query)?;
        let tells_signs = self.asks_for_signs(&mut query)?;
        let cursor = query.cursor.as_deref().map(|text| Cursor::read(text, &query)).transpose()?;
        let keys = self.keys(&query)?;
        if let Some(cursor) = cursor.as_ref().filter(|cursor| !cursor.fits(keys.iter().map(|key| key.kind))) {
            debug_assert!(cursor.keys.len() == keys.len());
            return Err(Fault::at("cursor", "error-cursor").into());
        }
        let wanted = query.limit as usize + 1;
        let wish = self.begin_wish();
        let stood = self.stood(&query, cursor.as_ref(), wanted)?;
        let total = match &stood {
            Some(stood) => query.count.of(stood.count),
            None => self.total(&query)?,
        };
        query.only = stood.map(|stood| stood.ids).or(query.only);
        let mut found: Vec<(Record, Cursor)> = Vec::new();
        let (first, after_gap) = match &cursor {
            Some(cursor) => (cursor.keys.first(), matches!(cursor.keys.first(), Some(Cell::Null))),
            None => (None, false),
        };
        debug_assert!(first.is_some() == cursor.is_some());
        if !after_gap {
            self.stretch(&query, &keys, false, cursor.as_ref(), wanted, &mut found)?;
        }
        if found.len() < wanted && keys[0].nullable {
            let cursor = cursor.as_ref().filter(|_| after_gap);
            self.stretch(&query, &keys, true, cursor, wanted, &mut found)?;
        }
        let more = found.len() == wanted;
        found.truncate(query.limit as usize);
        let next = found.last().filter(|_| more).map(|(_, cursor)| cursor.text(&query));
        self.end_wish(wish);
        let mut records: Vec<Record> = found.into_iter().map(|(record, _)| record).collect();
        self.name_any_links(&mut records)?;
        self.name_many(&mut records)?;
        self.reckon_seen(&mut records)?;
        if tells_signs {
            self.tell_signs(query.object, &mut records)?;
        }
        Ok(Page { records, next, total })
    }

    /// How many records there are.
    pub fn count(&mut self, query: &Query) -> Outcome<u64> {
        let mut query = query.clone();
        self.checked(&mut query)?;
        query.count = Count::Exact;
        let wished = self.wanted_courses.take();
        let stood = self.stood(&query, None, 0)?;
        self.wanted_courses = wished;
        if let Some(stood) = stood {
            return Ok(stood.count);
        }
        match self.total(&query)? {
            Total::Exact(count) => Ok(count),
            _ => Err(Problem::internal("an exact count was not exact")),
        }
    }

    /// The query that a page is read by, or `courses` where these tell of what it asks; for the tests of query plans.
    pub fn plan(&mut self, query: &Query) -> Outcome<Vec<String>> {
        let mut query = query.clone();
        self.checked(&mut query)?;
        let stood = self.stood(&query, None, 1)?;
        self.wanted_courses = None;
        if stood.is_some() {
            return Ok(vec!["courses".to_owned()]);
        }
        let keys = self.keys(&query)?;
        let (select, _) = self.stretch_select(&query, &keys, false, None, query.limit as usize + 1)?;
        self.session.plan(&select).map_err(|fail| self.failed(fail))
    }

    fn checked(&self, query: &mut Query) -> Outcome<()> {
        let object = query.object;
        if self.access.scope(object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        if query.export && self.access.scope(object, Right::Export) == Scope::None {
            return Err(Problem::NotAllowed);
        }
        if !(1..=Query::MOST).contains(&query.limit) {
            return Err(Fault::at("limit", "error-limit").with("max", Query::MOST).into());
        }
        // By a link one sorts only if all that it can lead to may be seen: an order tells. What may lead to any object
        // has no order.
        let seen =
            |to: &str| self.catalog().object(to).is_none_or(|to| sees_all(&self.access, self.catalog(), to));
        let sortable = |field: &&FieldDef| {
            table::sorted_column(field).is_some()
                && !object.is_sign(field)
                && self.access.field(object, field) != FieldRight::Hidden
                && field.links_to().is_none_or(seen)
                && rolled_whole(&self.access, self.catalog(), field)
                && copied_whole(&self.access, self.catalog(), field)
                && !matches!(field.kind, Kind::AnyLink(_))
        };
        if query.sort.is_empty() {
            let (field, descending) = object.order;
            query.sort.push(match object.field(field).filter(sortable) {
                Some(_) => Sort { field, descending },
                None => Sort { field: "created_at", descending: true },
            });
        }
        for (place, sort) in query.sort.iter().enumerate() {
            let field = object.field(sort.field).filter(sortable);
            if field.is_none_or(|field| place == 0 && !field.sorted) {
                let sorted = object
                    .fields
                    .iter()
                    .chain(cordee_schema::SYSTEM_FIELDS)
                    .filter(|f| f.sorted)
                    .filter(sortable);
                let names: Vec<&str> = sorted.map(|field| field.name).collect();
                return Err(Fault::at("sort", "error-sort")
                    .with("name", sort.field)
                    .with("options", names.join(", "))
                    .into());
            }
        }
        let twice = |(place, sort): (usize, &Sort)| query.sort[..place].iter().any(|s| s.field == sort.field);
        if let Some((_, sort)) = query.sort.iter().enumerate().find(|(place, sort)| twice((*place, sort))) {
            return Err(Fault::at("sort", "error-sort").with("name", sort.field).with("options", "").into());
        }
        if query.sort.len() > 3 {
            return Err(Fault::at("sort", "error-limit").with("max", 3).into());
        }
        Ok(())
    }

    fn keys(&self, query: &Query) -> Outcome<Vec<Key>> {
        let key = |sort: &Sort| {
            let field = query.object.field(sort.field).ok_or(Problem::NotFound)?;
            let column = table::sorted_column(field).ok_or(Problem::NotFound)?;
            let kind = table::columns(field)
                .find(|(name, ..)| *name == column)
                .map_or(ColumnType::Text, |(_, kind, _)| kind);
            let nullable = !field.required && !matches!(field.name, "created_at" | "updated_at");
            Ok(Key { field, column, kind, descending: sort.descending, nullable })
        };
        query.sort.iter().map(key).collect()
    }

    /// Reads one stretch: the records without the first key (`gap`), or those with it.
    fn stretch(
        &mut self,
        query: &Query,
        keys: &[Key],
        gap: bool,
        cursor: Option<&Cursor>,
        wanted: usize,
        found: &mut Vec<(Record, Cursor)>,
    ) -> Outcome<()> {
        let (select, columns) = self.stretch_select(query, keys, gap, cursor, wanted - found.len())?;
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let width = columns.select.len();
        found.extend(rows.iter().map(|row| {
            let record = record(&columns, row);
            let cursor = Cursor { keys: row[width..].to_vec(), id: record.head.id };
            (record, cursor)
        }));
        Ok(())
    }

    fn stretch_select(
        &mut self,
        query: &Query,
        keys: &[Key],
        gap: bool,
        cursor: Option<&Cursor>,
        wanted: usize,
    ) -> Outcome<(Select, super::rows::Columns)> {
        let access = self.access.clone();
        let (workspace, catalog) = (self.actor.workspace, &self.declared.catalog);
        let mut scan = Scan::of(workspace, &access, catalog, query.object, query.as_of);
        let condition = self.condition(&mut scan, &query.filter)?;
        let homes: Vec<Expr> =
            keys.iter().map(|key| Expr::column(scan.home(key.field), key.column.clone())).collect();
        // As of a moment the order may stand in the versions: found and told in one query.
        let dated = query.as_of.map(|_| columns(&mut scan, query.fields.as_deref(), true));
        let mut select = listed(scan, query);
        if !query.filter.is_everything() {
            select.filter.push(condition);
        }
        if gap {
            select.filter.push(homes[0].clone().is_null());
        } else if keys[0].nullable {
            select.filter.push(homes[0].clone().not_null());
        }
        if query.trash {
            select.by = table::trash(query.object);
        } else if query.as_of.is_none() {
            select.by = self.way(&mut select, &keys[0].column)?;
        }
        if let Some(cursor) = cursor {
            select.filter.push(after(keys, &homes, cursor, gap));
        }
        select.limit = Some(wanted as u64);
        select.order = order(keys, gap, &homes, HERE);
        let kinds = keys.iter().map(|key| key.kind);
        if let Some(dated) = dated {
            select.columns = dated.select.clone();
            select.columns.extend(homes.into_iter().zip(kinds));
            return Ok((select, dated));
        }
        // First which records, then what they are and lead to: so only the page's own are read whole.
        select.columns = vec![(Expr::column(HERE, "id"), ColumnType::Int)];
        select.columns.extend(homes.into_iter().zip(kinds.clone()));
        let mut scan = Scan::of(workspace, &access, catalog, query.object, None);
        let columns = columns(&mut scan, query.fields.as_deref(), true);
        let mut whole = scan.those(select);
        let those: Vec<Expr> = keys.iter().map(|key| Expr::column(THOSE, key.column.clone())).collect();
        whole.order = order(keys, gap, &those, THOSE);
        whole.columns.clone_from(&columns.select);
        whole.columns.extend(those.into_iter().zip(kinds));
        Ok((whole, columns))
    }

    fn total(&mut self, query: &Query) -> Outcome<Total> {
        let exact = match query.count {
            Count::None => return Ok(Total::Unknown),
            Count::Bounded => false,
            Count::Exact => true,
        };
        let access = self.access.clone();
        let mut scan =
            Scan::of(self.actor.workspace, &access, &self.declared.catalog, query.object, query.as_of);
        let condition = self.condition(&mut scan, &query.filter)?;
        let mut select = listed(scan, query);
        if query.trash {
            select.by = table::trash(query.object);
        }
        if !query.filter.is_everything() {
            select.filter.push(condition);
        }
        if exact {
            let rows = self
                .session
                .rows(&select.giving(Expr::Count, ColumnType::Int))
                .map_err(|fail| self.failed(fail))?;
            let count = rows.first().and_then(|row| row[0].as_int()).unwrap_or(0);
            return Ok(query.count.of(count as u64));
        }
        let some = Select::of(select.column("id", ColumnType::Int).limit(COUNTED + 1), THOSE);
        let rows = self.session.rows(&some.giving(Expr::Count, ColumnType::Int));
        let rows = rows.map_err(|fail| self.failed(fail))?;
        Ok(query.count.of(rows.first().and_then(|row| row[0].as_int()).unwrap_or(0) as u64))
    }
}

impl Count {
    /// What is told of so many.
    fn of(self, count: u64) -> Total {
        match self {
            Count::None => Total::Unknown,
            Count::Bounded if count > COUNTED => Total::MoreThan(COUNTED),
            Count::Bounded | Count::Exact => Total::Exact(count),
        }
    }
}

/// The rows that a list may show; for a file only those that may be taken out.
fn listed(scan: Scan<'_>, query: &Query) -> Select {
    let scope = scan.access.scope(query.object, Right::Export);
    let rule = row_rule(scan.workspace, scan.access, scan.catalog, query.object, HERE, scope, Right::Export);
    let mut select = scan.select(Right::Read, query.trash);
    if let Some(only) = &query.only {
        let these = only.iter().map(|id| (*id).into()).collect();
        select = select.filter(Expr::In(Box::new(Expr::column(HERE, "id")), these));
    }
    match rule.filter(|_| query.export) {
        Some(rule) => select.filter(rule),
        None => select,
    }
}

/// One key of the order, as the query needs it.
struct Key {
    field: &'static FieldDef,
    column: String,
    kind: ColumnType,
    descending: bool,
    nullable: bool,
}

/// The order of a stretch: by the keys, which stand at `homes`, then by the id. In the gap the first has no value.
fn order(keys: &[Key], gap: bool, homes: &[Expr], alias: &'static str) -> Vec<Order> {
    let places = keys.iter().zip(homes).enumerate().skip(usize::from(gap));
    let mut order: Vec<Order> = places
        .map(|(place, (key, home))| Order {
            by: home.clone(),
            descending: key.descending,
            nulls_last: key.nullable && place > 0,
        })
        .collect();
    let id = Expr::column(alias, "id");
    order.push(Order { by: id, descending: keys[0].descending, nulls_last: false });
    order
}

/// The condition of coming after the cursor, within the stretch.
fn after(keys: &[Key], homes: &[Expr], cursor: &Cursor, gap: bool) -> Expr {
    let skipped = usize::from(gap);
    let mut ways = Vec::new();
    let mut equal = Vec::new();
    for place in skipped..keys.len() {
        let (key, home, cell) = (&keys[place], &homes[place], &cursor.keys[place]);
        let beyond = if key.descending { Comparison::Less } else { Comparison::Greater };
        if *cell != Cell::Null {
            let mut later = vec![home.clone().compare(beyond, cell.clone())];
            if key.nullable && place > 0 {
                later.push(home.clone().is_null());
            }
            ways.push(Expr::And([equal.clone(), vec![Expr::Or(later)]].concat()));
            equal.push(home.clone().is(cell.clone()));
        } else {
            equal.push(home.clone().is_null());
        }
    }
    let beyond = if keys[0].descending { Comparison::Less } else { Comparison::Greater };
    equal.push(Expr::column(HERE, "id").compare(beyond, cursor.id));
    ways.push(Expr::And(equal));
    let exactly = Expr::Or(ways);
    // Said once more for the first key alone, so that an index begins at the right place.
    match (gap, cursor.keys.first()) {
        (false, Some(cell)) if *cell != Cell::Null => {
            let from = if keys[0].descending { Comparison::AtMost } else { Comparison::AtLeast };
            Expr::And(vec![homes[0].clone().compare(from, cell.clone()), exactly])
        }
        _ => exactly,
    }
}
