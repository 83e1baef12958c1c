//! The dated versions of tracked fields: one row for each change, in business time.

use std::borrow::Cow;

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, Draft, Head, Object, Record, Value};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Update, table};

use super::run::Past;
use crate::Gate;
use crate::gate::Change;

impl Gate<'_> {
    /// The versions of a new record: its past, if it is told, then what it is now.
    pub(crate) fn first_versions(
        &mut self,
        id: Id,
        created_at: Moment,
        since: Moment,
        draft: &Draft,
        mut past: Vec<Past>,
    ) -> Outcome<()> {
        let object = draft.object;
        if object.tracked().next().is_none() {
            return Ok(());
        }
        past.sort_by_key(|state| state.from);
        past.retain(|state| state.from < since);
        // What the record is now, for the hook: it tells what else was different.
        let present = present(id, created_at, draft);
        let mut from = if past.is_empty() { since.min(created_at) } else { created_at.min(past[0].from) };
        let mut rows = Vec::new();
        let ends: Vec<Moment> = past.iter().skip(1).map(|state| state.from).chain([since]).collect();
        for (mut state, to) in past.into_iter().zip(ends) {
            if let Some(before) = self.hooks.get(object.name).and_then(|hook| hook.before) {
                let at = state.from;
                before(self, &mut Change { before: Some(&present), draft: &mut state.values, at })?;
            }
            let mut was = draft.clone();
            state.values.fields().for_each(|(field, value)| was.set(field.name, value.clone()));
            rows.push((from, to, was));
            from = to;
        }
        rows.push((from, Moment::FOREVER, draft.clone()));
        self.add_versions(object, id, &rows)
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
        self.end_version(object, before.head.id, at)?;
        self.add_versions(object, before.head.id, &[(at, Moment::FOREVER, now)])
    }

    /// Ends the version that holds; what would begin at or after `at` never was.
    pub(crate) fn end_version(&mut self, object: &'static Object, id: Id, at: Moment) -> Outcome<()> {
        let name = table::versions(object);
        let column = |column: &'static str| Expr::column(name.clone(), column);
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
        self.add_versions(record.object, record.head.id, &[(at, Moment::FOREVER, now)])
    }

    fn add_versions(
        &mut self,
        object: &'static Object,
        id: Id,
        states: &[(Moment, Moment, Draft)],
    ) -> Outcome<()> {
        let mut columns: Vec<Cow<'static, str>> = Vec::new();
        let mut rows = Vec::new();
        for (from, to, state) in states.iter().filter(|(from, to, _)| from < to) {
            columns = ["workspace_id", "id", "record", "valid_from", "valid_to", "recorded_at"]
                .map(Cow::Borrowed)
                .to_vec();
            let version = self.house.ids.next(self.now);
            let mut row = vec![self.actor.workspace.into(), version.into(), id.into()];
            row.extend([Cell::Moment(*from), Cell::Moment(*to), Cell::Moment(self.now)]);
            for field in object.tracked() {
                let value = state.value(field.name).unwrap_or(&Value::None);
                self.cells(field, value, *from, &mut columns, &mut row)?;
            }
            rows.push(row);
        }
        let insert = Insert { rows, ..Insert::into(table::versions(object), columns) };
        self.session.insert(&insert).map_err(|fail| self.failed(fail))?;
        Ok(())
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
