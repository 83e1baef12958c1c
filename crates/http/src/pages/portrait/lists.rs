//! Some of the records that link here, in the columns that matter on this page.

use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_kit::List;
use cordee_records::{Count, Query, Right, Sort, Total};
use cordee_schema::filter::quoted;
use cordee_schema::{FieldDef, Filter, Object, Record, Value};
use cordee_ui::Cell;
use cordee_ui::components::{Column, Row};
use cordee_ui::screens::record::Related;

use super::tells::linked_by;
use crate::pages::address::Address;
use crate::pages::duplicates::JOINS;
use crate::pages::reader::{Reader, record_path};

/// How many of them are shown.
const FIRST: u32 = 8;

/// A column: a field of the records, or of one that they link to.
type Way = (Option<(&'static FieldDef, &'static Object)>, &'static FieldDef);

impl Reader<'_, '_> {
    /// The lists that are declared for the page of a record.
    pub(crate) fn lists(&mut self, record: &Record) -> Outcome<Vec<Related>> {
        let lists = self.registry().portrait(record.object).map_or(&[][..], |portrait| portrait.lists);
        let mut shown = Vec::new();
        for list in lists {
            shown.extend(self.list_of(record, list)?);
        }
        Ok(shown)
    }

    fn list_of(&mut self, record: &Record, list: &List) -> Outcome<Option<Related>> {
        let Some(object) = self.gate.catalog().object(list.of).filter(|of| self.may(of, Right::Read)) else {
            return Ok(None);
        };
        let Some(link) = self.field(object, list.by) else { return Ok(None) };
        let mut filter = linked_by(object, link, record.head.id);
        let mut text = format!("{} = {}", link.name, quoted(&record.head.id.to_string()));
        if !list.only.is_empty() {
            filter = filter.and(Filter::parse(list.only, self.gate.catalog(), object, self.gate.reading())?);
            text = format!("{text} and {}", list.only);
        }
        let mut query = Query { count: Count::Bounded, ..Query::of(object).filter(filter).limit(FIRST) };
        query.sort = vec![Sort { field: list.order.0, descending: list.order.1 }];
        let found = self.gate.list(&query)?;
        let ways: Vec<Way> = list.columns.iter().filter_map(|column| self.way(object, column)).collect();
        let linked = self.linked_beside(&found.records, &ways)?;
        let columns =
            ways.iter().map(|(step, field)| self.column(step.map_or(object, |(_, to)| to), field, None));
        let count = match found.total {
            Total::MoreThan(limit) => format!("{}+", self.locale.count(limit as i64)),
            Total::Exact(count) => self.locale.count(count as i64),
            Total::Unknown => String::new(),
        };
        let new = Address::of(format!("/{}/new", object.plural))
            .and(link.name, record.head.id)
            .and(JOINS, link.name);
        let all = Address::of(format!("/{}", object.plural)).and("filter", text);
        Ok(Some(Related {
            label: self.own_word(record.object, &format!("list-{}", list.name)).unwrap_or_default(),
            count,
            all: (found.records.len() as u32 == FIRST).then(|| all.to_string()),
            create: self.may(object, Right::Create).then(|| new.to_string()),
            columns: columns.collect::<Vec<Column>>(),
            rows: found.records.iter().map(|one| self.row_by(one, &ways, &linked)).collect(),
            none: self.own_word(record.object, &format!("list-{}-none", list.name)).unwrap_or_default(),
            totals: Vec::new(),
            edit: None,
        }))
    }

    /// The way that a column names, if the reader may see it.
    fn way(&self, object: &'static Object, column: &str) -> Option<Way> {
        let Some((link, name)) = column.split_once('.') else {
            return Some((None, self.field(object, column)?));
        };
        let link = self.field(object, link)?;
        let to = self.linked(link).filter(|to| self.may(to, Right::Read))?;
        Some((Some((link, to)), self.field(to, name)?))
    }

    /// The records to which these link, as far as columns need them.
    fn linked_beside(&mut self, records: &[Record], ways: &[Way]) -> Outcome<HashMap<Id, Record>> {
        let mut linked = HashMap::new();
        for (link, to) in ways.iter().filter_map(|(step, _)| *step) {
            for id in records.iter().filter_map(|record| record.value(link.name).and_then(Value::as_link)) {
                // What one may not see stays empty.
                if !linked.contains_key(&id)
                    && let Ok(record) = self.gate.get(to, id)
                {
                    linked.insert(id, record);
                }
            }
        }
        Ok(linked)
    }

    fn row_by(&self, record: &Record, ways: &[Way], linked: &HashMap<Id, Record>) -> Row {
        let cell = |(step, field): &Way| match step {
            None => self.cell(record, field),
            Some((link, _)) => {
                let id = record.value(link.name).and_then(Value::as_link);
                id.and_then(|id| linked.get(&id)).map_or(Cell::Empty, |to| self.cell(to, field))
            }
        };
        // The first column leads to where the row belongs.
        let mut cells: Vec<Cell> = ways.iter().map(cell).collect();
        let first = ways.first().filter(|(step, _)| step.is_none()).map(|(_, field)| *field);
        let mut href = record_path(record.object, record.head.id);
        let elsewhere = first.is_some_and(|field| field.links_to().is_some());
        if elsewhere && let Some(Cell::Link { title, href: Some(to) }) = cells.first().cloned() {
            (cells[0], href) = (Cell::Text(title), to);
        } else if let Some(name) = cells.first_mut().filter(|_| first.is_some()) {
            *name = Cell::Text(record.title());
        }
        Row { id: record.head.id.to_string(), href: Some(href), cells }
    }
}
