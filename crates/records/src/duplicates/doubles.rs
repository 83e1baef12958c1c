//! All records of an object that may stand twice: looked through a stretch at a time, the newest first, so that a question
//! takes as long whatever their number.

use std::collections::{BTreeSet, HashMap};

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Record, Value, fold};
use cordee_store::{Expr, table};

use super::{Likely, likeness_of};
use crate::read::copied_whole;
use crate::read::scan::{HERE, Scan};
use crate::{Gate, Query, Right, Sort};

/// How many records are looked through at a time.
pub const STRETCH: u32 = 200;
/// How many records with the same in a field as any of them are looked at.
const SAME: u64 = 2_000;
/// How many are told of beside each.
const BESIDE: usize = 5;

/// A record, and older ones that may be the same.
#[derive(Clone, Debug)]
pub struct Double {
    /// The record.
    pub record: Record,
    /// The older ones, the likeliest first.
    pub older: Vec<Likely>,
}

/// What was found in one stretch of records.
#[derive(Clone, Debug)]
pub struct Doubles {
    /// What may stand twice, the newest first.
    pub found: Vec<Double>,
    /// How many records were looked through.
    pub looked: usize,
    /// Where the next stretch begins, if there is one.
    pub next: Option<String>,
}

impl Gate<'_> {
    /// What may stand twice in a stretch of the records of an object: what has the very same in a field that tells, and
    /// an older record with it. Two records are told of once, with the newer.
    pub fn doubles(&mut self, object: &'static Object, cursor: Option<String>) -> Outcome<Doubles> {
        let pairs = object.alike_with(&self.declared.catalog);
        let Some((_, pairs)) = pairs.into_iter().find(|(one, _)| one.name == object.name) else {
            return Err(Problem::NotFound);
        };
        let mut query = Query::of(object).limit(STRETCH);
        query.sort = vec![Sort { field: "created_at", descending: true }];
        query.cursor = cursor;
        let page = self.list(&query)?;
        let alike = self.alike_within(object);
        let mut met: HashMap<Id, BTreeSet<Id>> = HashMap::new();
        for field in alike {
            for (text, ids) in self.same_in(object, field, &page.records)? {
                for record in
                    page.records.iter().filter(|record| cell_of(record, field) == Some(text.clone()))
                {
                    let older = ids.iter().filter(|id| **id < record.head.id).take(BESIDE);
                    met.entry(record.head.id).or_default().extend(older);
                }
            }
        }
        let looked = page.records.len();
        let mut found = Vec::new();
        for record in page.records {
            let Some(ids) = met.get(&record.head.id).filter(|ids| !ids.is_empty()) else { continue };
            let ids: Vec<Id> = ids.iter().copied().collect();
            let wanted = self.wanted(object, pairs.clone(), &self.compared_by(&record));
            let others = self.compared(object, &ids)?;
            let mut older: Vec<Likely> =
                others.into_iter().filter_map(|other| likeness_of(&wanted, other)).collect();
            older.sort_by_key(|one| std::cmp::Reverse(one.weight()));
            older.truncate(BESIDE);
            if !older.is_empty() {
                found.push(Double { record, older });
            }
        }
        Ok(Doubles { found, looked, next: page.next })
    }

    /// The fields of an object in which two records with the very same may be one thing, and which have an index.
    fn alike_within(&self, object: &'static Object) -> Vec<&'static FieldDef> {
        let visible = |field: &&'static FieldDef| {
            (field.duplicate_key || field.unique)
                && self.access.field(object, field) != crate::FieldRight::Hidden
                && copied_whole(&self.access, self.catalog(), field)
        };
        object.fields.iter().filter(visible).filter(|field| table::sorted_column(field).is_some()).collect()
    }

    /// The records that have the same in a field as any of these, by what stands there; the oldest first.
    fn same_in(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        records: &[Record],
    ) -> Outcome<HashMap<String, Vec<Id>>> {
        let texts: BTreeSet<String> = records.iter().filter_map(|record| cell_of(record, field)).collect();
        let Some(column) = table::sorted_column(field).filter(|_| !texts.is_empty()) else {
            return Ok(HashMap::new());
        };
        let column = Expr::column(HERE, column);
        let these = Expr::In(Box::new(column.clone()), texts.into_iter().map(Cell::Text).collect());
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let select = scan
            .select(Right::Read, false)
            .column("id", ColumnType::Int)
            .giving(column, ColumnType::Text)
            .filter(these)
            .limit(SAME);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut same: HashMap<String, Vec<Id>> = HashMap::new();
        for row in &rows {
            if let (Some(id), Some(text)) = (row[0].as_id(), row[1].as_text()) {
                same.entry(text.to_owned()).or_default().push(id);
            }
        }
        same.retain(|_, ids| ids.len() > 1);
        same.values_mut().for_each(|ids| ids.sort_unstable());
        Ok(same)
    }
}

/// What stands in the column by which a field is compared.
fn cell_of(record: &Record, field: &FieldDef) -> Option<String> {
    let text = record.value(field.name).and_then(Value::as_text)?;
    Some(if field.folds() { fold(text) } else { text.to_owned() }).filter(|text| !text.is_empty())
}
