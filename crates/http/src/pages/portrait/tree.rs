//! What a record belongs to, and what belongs to it, as a small tree of records of its own object.

use cordee_base::{Id, Outcome};
use cordee_records::{Count, Query, Sort, Total};
use cordee_schema::{Record, Value};
use cordee_ui::screens::aspects::{Branch, Tree};

use super::tells::linked_by;
use crate::pages::reader::{Reader, record_path};

/// How many steps are gone up.
const UP: usize = 6;
/// How many records below are shown.
const BELOW: u32 = 12;

impl Reader<'_, '_> {
    /// The tree around a record; none where it stands alone.
    pub(crate) fn tree(&mut self, record: &Record) -> Outcome<Option<Tree>> {
        let object = record.object;
        let link = self.registry().portrait(object).and_then(|portrait| portrait.tree);
        let Some(link) = link.and_then(|name| self.field(object, name)) else { return Ok(None) };
        let mut above: Vec<Record> = Vec::new();
        let mut next = record.value(link.name).and_then(Value::as_link);
        while let Some(id) = next.filter(|_| above.len() < UP) {
            let met = |one: &Record| one.head.id == id;
            // One that belongs to itself ends there.
            let Some(one) = self
                .gate
                .get(object, id)
                .ok()
                .filter(|one| !met(record) && !above.iter().any(|a| a.head.id == one.head.id))
            else {
                break;
            };
            next = one.value(link.name).and_then(Value::as_link);
            above.push(one);
        }
        let filter = linked_by(object, link, record.head.id);
        let mut query = Query { count: Count::Bounded, ..Query::of(object).filter(filter).limit(BELOW) };
        query.sort = vec![Sort { field: object.order.0, descending: object.order.1 }];
        let below = self.gate.list(&query)?;
        if above.is_empty() && below.records.is_empty() {
            return Ok(None);
        }
        let more = match below.total {
            Total::Exact(count) if count <= u64::from(BELOW) => None,
            Total::Exact(count) => Some(self.locale.count((count - u64::from(BELOW)) as i64)),
            Total::MoreThan(_) | Total::Unknown => Some(self.word("tree-many")),
        };
        let branch = |one: &Record, here: Option<Id>| Branch {
            title: one.title(),
            href: (here != Some(one.head.id)).then(|| record_path(object, one.head.id)),
        };
        Ok(Some(Tree {
            label: self.own_word(object, "tree").unwrap_or_default(),
            above: above.iter().rev().map(|one| branch(one, None)).collect(),
            here: branch(record, Some(record.head.id)),
            below: below.records.iter().map(|one| branch(one, None)).collect(),
            more,
        }))
    }
}
