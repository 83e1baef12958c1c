//! All that one field of a record has held: of a tracked field as its dated versions tell it, which know also what was
//! brought in from before; of others as the journal does.

use axum::extract::Path;
use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::{ChangedField, Entry};
use cordee_schema::{FieldDef, Object, Record, Rights, Value};
use cordee_ui::screens::field_history::{FieldHistory, Held, field_history as draw};
use cordee_ui::{Cell, Person};

use super::cells::Titles;
use super::field::field_path;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit};

/// How many values stand on a page.
const SHOWN: usize = 50;
/// A version begins at the moment of the entry that made it, or nearly so.
const SAME: i64 = 1_000_000;

/// `GET /OBJECTS/ID/fields/FIELD/history`.
pub(crate) async fn show(visit: Visit, Path((plural, id, name)): Path<(String, String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.know_tags(object)?;
            let record = reader.gate.get(object, id)?;
            let seen = reader.field(object, &name).filter(|field| reader.has_history(object, field.name));
            reader.field_history_page(&record, seen.ok_or(Problem::NotFound)?)
        })
        .await
}

/// Where all that a field has held is told.
pub(crate) fn history_path(object: &Object, id: Id, field: &str) -> String {
    format!("{}/history", field_path(object, id, field))
}

impl Reader<'_, '_> {
    /// Whether the journal tells of changes of a field: not of what is reckoned, nor of what every record has.
    pub(crate) fn has_history(&self, object: &Object, name: &str) -> bool {
        let own = |field: &FieldDef| {
            field.rolled_up.is_none() && !object.is_sign(field) && !object.is_position(field)
        };
        object.place(name).is_some() && object.field(name).is_some_and(own)
    }

    fn field_history_page(&mut self, record: &Record, field: &'static FieldDef) -> Outcome<Page> {
        let (object, id) = (record.object, record.head.id);
        let before = self.visit.address.one("before").and_then(|text| text.parse().ok());
        let mut entries = self.gate.history_of(object, id, field, before, SHOWN as u32 + 1)?;
        let more = entries.len() > SHOWN;
        entries.truncate(SHOWN);
        let stays = match field.tracked && before.is_none() && !more {
            true => self.gate.stays(object, id, field)?,
            false => Vec::new(),
        };
        let held = match stays.is_empty() {
            true => self.held_by_journal(record, field, &entries, more)?,
            false => {
                let mut held = Vec::new();
                for stay in stays.iter().rev() {
                    let by = entries.iter().find(|entry| {
                        let near = (entry.at.micros() - stay.from.micros()).abs() <= SAME;
                        near && entry.changes.iter().any(|change| change.new == stay.value)
                    });
                    let titles = self.titles_of(field, &stay.value)?;
                    let value = self.value(object, field, &stay.value, Titles::Many(&titles));
                    held.push(self.held(record, field, value, (stay.from, stay.until), by));
                }
                held
            }
        };
        let older = entries.last().filter(|_| more).map(|last| {
            let here = self.here().with("before", last.seq);
            here.with("until", last.at.micros()).to_string()
        });
        let (title, path) = (record.title(), record_path(object, id));
        let label = self.label(object, field);
        let view =
            FieldHistory { label: label.clone(), record: (title.clone(), path.clone()), stays: held, older };
        let page = Page::new(
            cordee_i18n::pair(self.language(), self.word("field-history"), &label),
            self.place(object),
            draw(self.language(), &view),
        );
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(title, path))
    }

    /// What each entry put there, until the next; and what stood there before the first.
    fn held_by_journal(
        &mut self,
        record: &Record,
        field: &'static FieldDef,
        entries: &[Entry],
        more: bool,
    ) -> Outcome<Vec<Held>> {
        let mut until =
            self.visit.address.one("until").and_then(|text| text.parse().ok()).map(Moment::from_micros);
        let mut held = Vec::new();
        for entry in entries {
            let Some(change) = entry.changes.first() else { continue };
            let value = self.put_there(record, field, change, true);
            held.push(self.held(record, field, value, (entry.at, until), Some(entry)));
            until = Some(entry.at);
        }
        let first = entries.last().filter(|first| !more && first.verb != "create");
        let made = record.head.created_at;
        if let Some(change) =
            first.and_then(|first| first.changes.first()).filter(|_| until.is_some_and(|at| made < at))
        {
            let value = self.put_there(record, field, change, false);
            held.push(self.held(record, field, value, (made, until), None));
        }
        Ok(held)
    }

    /// What a change put there, or what stood there before.
    fn put_there(&self, record: &Record, field: &'static FieldDef, change: &ChangedField, new: bool) -> Cell {
        let (value, one, many) = match new {
            true => (&change.new, &change.titles.1, &change.lists.1),
            false => (&change.old, &change.titles.0, &change.lists.0),
        };
        match value {
            Value::Links(_) => self.value(record.object, field, value, Titles::Many(many)),
            _ => self.value(record.object, field, value, one.as_deref()),
        }
    }

    fn held(
        &self,
        record: &Record,
        field: &'static FieldDef,
        value: Cell,
        (from, until): (Moment, Option<Moment>),
        by: Option<&Entry>,
    ) -> Held {
        let end = until.unwrap_or(self.gate.now());
        let days = (end.micros() - from.micros()).max(0) / (24 * 3600 * 1_000_000);
        let stood = match days {
            0 => self.word("field-history-under-a-day"),
            days => self.say("days", &[("count", days.into())]),
        };
        let undo = by.and_then(|entry| self.undo_of(record, entry, field.name)).map(|(action, entry)| {
            let back = history_path(record.object, record.head.id, field.name);
            (action, vec![("entry".to_owned(), entry.to_string()), ("back".to_owned(), back)])
        });
        Held {
            value,
            since: (self.locale.moment(from), from.to_string()),
            stood,
            stands: until.is_none(),
            by: by.map(|entry| {
                let name = entry.actor_name.clone().unwrap_or_else(|| self.word("app-name"));
                (Person::named(name), self.word(&format!("door-{}", entry.door.replace('_', "-"))))
            }),
            undo: undo.filter(|_| field.rights != Rights::Engine),
        }
    }
}
