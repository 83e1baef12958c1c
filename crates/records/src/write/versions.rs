//! The dated versions of tracked fields: one row for each change, in business time.

use std::borrow::Cow;
use std::collections::HashMap;

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Head, Object, Record, Value};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Select, Update, table};

use super::cells::columns;
use super::run::{Past, Ready};
use crate::Gate;
use crate::gate::Change;
use crate::read::scan::HERE;

/// What amounts come to in the workspace's currency, by field.
type Bases = HashMap<&'static str, Cell>;

/// The columns of a version that are no field's.
const HEAD: [&str; 6] = ["workspace_id", "id", "record", "valid_from", "valid_to", "recorded_at"];

impl Gate<'_> {
    /// What a new record was before `since`: its states in order, each with from when until when.
    pub(crate) fn past_states(
        &mut self,
        id: Id,
        created_at: Moment,
        since: Moment,
        draft: &Draft,
        mut past: Vec<Past>,
    ) -> Outcome<Vec<(Moment, Moment, Draft)>> {
        past.sort_by_key(|state| state.from);
        past.retain(|state| state.from < since);
        let mut from = past.first().map_or(since, |first| first.from).min(created_at);
        let ends: Vec<Moment> = past.iter().skip(1).map(|state| state.from).chain([since]).collect();
        let mut states = Vec::with_capacity(past.len());
        for (mut state, to) in past.into_iter().zip(ends) {
            // What the record is now, for the hook: it tells what else was different.
            let (present, at) = (present(id, created_at, draft), state.from);
            self.before(&mut Change { before: Some(&present), draft: &mut state.values, at, past: &[] })?;
            let mut was = draft.clone();
            state.values.fields().for_each(|(field, value)| was.set(field.name, value.clone()));
            states.push((from, to, was));
            from = to;
        }
        Ok(states)
    }

    /// The versions of new records: what each was, if its past is told, then what it is now.
    pub(crate) fn first_versions(&mut self, object: &'static Object, new: &[Ready]) -> Outcome<()> {
        let mut versions = Vec::with_capacity(new.len());
        for ready in new {
            versions.extend(ready.past.iter().map(|(from, to, was)| (ready.id, *from, *to, was)));
            let from = if ready.past.is_empty() { ready.since.min(ready.created_at) } else { ready.since };
            versions.push((ready.id, from, Moment::FOREVER, &ready.draft));
        }
        self.add_versions(object, &versions, &Bases::new())
    }

    /// Ends the version that holds and begins the next, if a tracked field changes.
    pub(crate) fn next_version(&mut self, before: &Record, draft: &Draft, at: Moment) -> Outcome<()> {
        let object = draft.object;
        if !object.tracked().any(|field| draft.names(field.name)) {
            return Ok(());
        }
        let mut now = Draft::new(object);
        for field in object.tracked() {
            let value =
                draft.value(field.name).or_else(|| before.value(field.name)).cloned().unwrap_or_default();
            now.set(field.name, value);
        }
        let bases = self.bases_of(before, |field| !draft.names(field.name))?;
        self.end_version(object, before.head.id, at)?;
        self.add_versions(object, &[(before.head.id, at, Moment::FOREVER, &now)], &bases)
    }

    /// Ends the version that holds; what would begin at or after `at` never was.
    pub(crate) fn end_version(&mut self, object: &'static Object, id: Id, at: Moment) -> Outcome<()> {
        let name = table::versions(object);
        let column = |column: &'static str| Expr::column(name.clone(), column);
        self.take_version_links(object, id, Some(at))?;
        let later = Delete::from(name.clone())
            .having("workspace_id", self.actor.workspace)
            .having("record", id)
            .filter(column("valid_from").compare(Comparison::AtLeast, at));
        self.session.delete(&later).map_err(|fail| self.failed(fail))?;
        let mut end = Update::of(name.clone())
            .set("valid_to", at)
            .having("workspace_id", self.actor.workspace)
            .having("record", id);
        end.filter.push(column("valid_to").compare(Comparison::Greater, at));
        self.session.update(&end).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Begins a version of a record that had none, with what it holds: after it came back from the trash.
    pub(crate) fn begin_version(&mut self, record: &Record, at: Moment) -> Outcome<()> {
        let mut now = Draft::new(record.object);
        for field in record.object.tracked() {
            now.set(field.name, record.value(field.name).cloned().unwrap_or_default());
        }
        if now.values().is_empty() {
            return Ok(());
        }
        let bases = self.bases_of(record, |_| true)?;
        self.add_versions(record.object, &[(record.head.id, at, Moment::FOREVER, &now)], &bases)
    }

    /// What the amounts of a record that stay come to in the workspace's currency, where they are in another: that was
    /// said when they were written, and no rate of today changes it.
    fn bases_of(&mut self, record: &Record, stays: impl Fn(&FieldDef) -> bool) -> Outcome<Bases> {
        let foreign = |field: &&FieldDef| match record.value(field.name) {
            Some(Value::Money(money)) => money.currency() != self.reading.currency,
            _ => false,
        };
        let fields: Vec<&'static FieldDef> =
            record.object.tracked().filter(|field| stays(field)).filter(foreign).collect();
        if fields.is_empty() {
            return Ok(Bases::new());
        }
        let base = |field: &&FieldDef| table::sorted_column(field).unwrap_or_default();
        let select = fields.iter().fold(Select::from(record.object.name, HERE), |select, field| {
            select.column(base(field), ColumnType::Int)
        });
        let select = select.having("workspace_id", self.actor.workspace).having("id", record.head.id);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let cells = rows.into_iter().next().unwrap_or_default();
        Ok(fields.iter().map(|field| field.name).zip(cells).collect())
    }

    /// Adds versions: of which record, from when, until when, and what held; and what amounts came to that stay.
    fn add_versions(
        &mut self,
        object: &'static Object,
        versions: &[(Id, Moment, Moment, &Draft)],
        bases: &Bases,
    ) -> Outcome<()> {
        let tracked: Vec<(usize, &'static FieldDef)> =
            object.fields.iter().enumerate().filter(|(_, field)| field.tracked).collect();
        if tracked.is_empty() {
            return Ok(());
        }
        let mut names: Vec<Cow<'static, str>> = HEAD.into_iter().map(Cow::Borrowed).collect();
        tracked.iter().for_each(|(_, field)| columns(field, &mut names));
        let mut insert = Insert::into(table::versions(object), names);
        let mut noted = Vec::new();
        for (record, from, to, state) in versions.iter().filter(|(_, from, to, _)| from < to) {
            let mut row = Vec::with_capacity(insert.columns.len());
            let version = self.house.ids.next(self.now);
            noted.push((version, *state));
            row.extend([self.actor.workspace.into(), version.into(), (*record).into()]);
            row.extend([Cell::Moment(*from), Cell::Moment(*to), Cell::Moment(self.now)]);
            for (place, field) in &tracked {
                self.cells(field, state.at(*place).unwrap_or(&Value::None), *from, &mut row)?;
                if let Some((base, last)) = bases.get(field.name).zip(row.last_mut()) {
                    last.clone_from(base);
                }
            }
            insert.rows.push(row);
        }
        self.session.insert(&insert).map_err(|fail| self.failed(fail))?;
        self.put_version_links(object, &noted)
    }
}

/// A new record as it is written.
fn present(id: Id, created_at: Moment, draft: &Draft) -> Record {
    let head = Head {
        id,
        version: 1,
        created_at,
        created_by: None,
        updated_at: created_at,
        updated_by: None,
        deleted_at: None,
        foreign: draft.foreign.clone(),
    };
    let mut record = Record::new(draft.object, head);
    for (place, field) in draft.object.fields.iter().enumerate() {
        record.put(place, draft.value(field.name).cloned().unwrap_or_default());
    }
    record
}
