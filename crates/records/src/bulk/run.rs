//! One stretch of a bulk change: the next records, each attempted by itself.

use cordee_base::{Decimal, Id, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, Filter, Object, Record, Value};
use cordee_store::Expr;
use cordee_store::query::Comparison;
use serde_json::Value as Json;

use super::{BulkChange, BulkInfo, Refusal, ended};
use crate::read::scan::{HERE, Scan};
use crate::system::bulk_change::{self as noun, BULK_CHANGE};
use crate::{Door, Gate, Right};

/// How many records one transaction changes.
const TOGETHER: usize = 200;
/// Of how many records that were refused it is kept why.
const TOLD: usize = 200;

impl Gate<'_> {
    pub(super) fn change_on(&mut self, id: Id) -> Outcome<BulkInfo> {
        debug_assert_eq!(self.actor.door, Door::Bulk(id));
        let record = self.bulk_record(id)?;
        let mut info = self.bulk_info(&record)?;
        let change = info.change.clone().ok_or(Problem::NotFound)?;
        self.may_change_so(info.object, &change)?;
        let after: Option<Id> = record.get(noun::POSITION).and_then(|text| text.parse().ok());
        let some = self.next_picked(&record, info.object, after)?;
        for one in &some {
            match self.attempt(|gate| gate.change_one(info.object, *one, &change))? {
                Ok(true) => info.changed += 1,
                Ok(false) => info.same += 1,
                Err(problem) => {
                    info.refused += 1;
                    if info.refusals.len() < TOLD {
                        info.refusals.push(Refusal::of(*one, &problem));
                    }
                }
            }
        }
        let mut draft = Draft::new(&BULK_CHANGE)
            .with(noun::CHANGED, Decimal::from(info.changed))
            .with(noun::SAME, Decimal::from(info.same))
            .with(noun::REFUSED, Decimal::from(info.refused));
        if !info.refusals.is_empty() {
            let told: Vec<Json> = info.refusals.iter().map(Refusal::json).collect();
            draft = draft.with(noun::REFUSALS, Json::from(told).to_string());
        }
        if let Some(last) = some.last() {
            draft = draft.with(noun::POSITION, last.to_string());
        }
        if some.len() < TOGETHER {
            draft = ended(draft, noun::DONE, self.now);
        }
        self.put_bulk(id, &draft)?;
        self.bulk(id)
    }

    /// Whether the record was changed; else it was so already.
    fn change_one(&mut self, object: &'static Object, id: Id, change: &BulkChange) -> Outcome<bool> {
        let before = self.get(object, id)?;
        let held = change.field().and_then(|field| before.value(field.name)).unwrap_or(&Value::None);
        let Some((field, value)) = change.after(held) else {
            self.trash(object, id, None)?;
            return Ok(true);
        };
        if *held == value {
            return Ok(false);
        }
        let mut draft = Draft::new(object);
        draft.set(field.name, value);
        Ok(self.update(id, None, draft)? != before.head.version)
    }

    /// The next of the records that were picked, by their ids.
    fn next_picked(&mut self, bulk: &Record, object: &'static Object, after: Option<Id>) -> Outcome<Vec<Id>> {
        if let Some(ids) = bulk.get(noun::RECORDS) {
            let ids = ids.split_whitespace().filter_map(|id| id.parse().ok());
            return Ok(ids.filter(|id| after.is_none_or(|after| *id > after)).take(TOGETHER).collect());
        }
        let text = bulk.get(noun::FILTER).unwrap_or_default();
        let filter = Filter::parse(&text, self.catalog(), object, &self.reading)?;
        self.next_like(object, &filter, after)
    }

    fn next_like(&mut self, object: &'static Object, filter: &Filter, after: Option<Id>) -> Outcome<Vec<Id>> {
        let access = self.access.clone();
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, object, None);
        let condition = self.condition(&mut scan, filter)?;
        let id = Expr::column(HERE, "id");
        let mut select = scan.select(Right::Read, false).column("id", ColumnType::Int);
        if !filter.is_everything() {
            select = select.filter(condition);
        }
        if let Some(after) = after {
            select = select.filter(id.clone().compare(Comparison::Greater, after));
        }
        let select = select.order(id, false).limit(TOGETHER as u64);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }
}
