//! What happened to a record: who, when, through which door, from what to what.

use cordee_base::Outcome;
use cordee_records::{ATTACHMENTS, ChangedField, Entry};
use cordee_schema::{Object, Record, Value};
use cordee_ui::screens::record::{Change, Entry as View};
use cordee_ui::{Cell, Person};

use super::address::Address;
use super::cells::Titles;
use super::field_history::history_path;
use super::reader::{Reader, record_path};

impl Reader<'_, '_> {
    /// The latest entries before the one that the address names, and the address of older ones.
    pub(crate) fn history(&mut self, record: &Record, shown: u32) -> Outcome<(Vec<View>, Option<String>)> {
        let (object, id) = (record.object, record.head.id);
        let before = self.visit.address.one("before").and_then(|text| text.parse().ok());
        let mut entries = self.gate.history(object, id, before, shown + 1)?;
        let more = entries.len() as u32 > shown;
        entries.truncate(shown as usize);
        let older = entries.last().filter(|_| more).map(|last| {
            let here = Address { path: record_path(object, id), ..self.here() };
            here.with("before", last.seq).without(&["comment"]).to_string()
        });
        Ok((entries.iter().map(|entry| self.entry(record, entry)).collect(), older))
    }

    pub(crate) fn entry(&self, record: &Record, entry: &Entry) -> View {
        let who = match &entry.actor_name {
            Some(name) => Person::named(name.clone()),
            None => Person::named(self.word("app-name")),
        };
        View {
            when: self.locale.near_moment(entry.at, self.gate.today()),
            when_iso: entry.at.to_string(),
            who,
            what: self.of_line(entry, self.what(entry)),
            door: self.word(&format!("door-{}", entry.door.replace('_', "-"))),
            changes: self.changes(record, entry),
            said: None,
            deed: None,
        }
    }

    /// What was done to a line, with its name.
    fn of_line(&self, entry: &Entry, what: String) -> String {
        let Some(line) = &entry.line else { return what };
        let name = match &line.title {
            Some(title) => cordee_i18n::pair(self.language(), self.one(line.object), title),
            None => self.one(line.object),
        };
        format!("{what} · {name}")
    }

    /// What was done, in words.
    fn what(&self, entry: &Entry) -> String {
        let key = format!("history-{}", entry.verb.replace('_', "-"));
        let Some(shared) = &entry.shared else { return self.word(&key) };
        let name = shared.name.clone().unwrap_or_else(|| shared.with.id().to_string());
        let until = shared.until.map(|until| self.locale.moment(until)).unwrap_or_default();
        let ends = if until.is_empty() { "" } else { "-until" };
        let level =
            cordee_i18n::option(self.language(), "share", "level", if shared.edit { "edit" } else { "read" });
        let args = [("name", name.into()), ("until", until.into()), ("level", level.into())];
        match entry.verb.as_str() {
            "share" => self.say(&format!("history-share{ends}"), &args),
            _ => self.say(&key, &args),
        }
    }

    /// What a new record began with can be read from its fields; so only changes are told.
    fn changes(&self, record: &Record, entry: &Entry) -> Vec<Change> {
        if entry.verb == "create" {
            return Vec::new();
        }
        let object = entry.line.as_ref().map_or(record.object, |line| line.object);
        let change = |changed: &ChangedField| {
            if changed.field == ATTACHMENTS {
                let cell =
                    |value: &Value| value.as_text().map_or(Cell::Empty, |name| Cell::Text(name.to_owned()));
                let field = self.word("attachment");
                return Some(Change {
                    field,
                    from: cell(&changed.old),
                    to: cell(&changed.new),
                    history: None,
                    undo: None,
                });
            }
            // The order of lines is the engine’s.
            let position = object.lines.is_some_and(|lines| lines.position == changed.field);
            if position {
                return None;
            }
            let told = self.told_change(object, changed)?;
            let own = entry.line.is_none() && self.has_history(object, changed.field);
            let history = own.then(|| history_path(object, record.head.id, changed.field));
            Some(Change { undo: self.undo_of(record, entry, changed.field), history, ..told })
        };
        entry.changes.iter().filter_map(change).collect()
    }

    /// A field, from what to what, if the reader may see it.
    pub(crate) fn told_change(&self, object: &'static Object, changed: &ChangedField) -> Option<Change> {
        let field = self.field(object, changed.field)?;
        let said = |value: &Value, one: &Option<String>, many: &[Option<String>]| match value {
            Value::Links(_) => self.value(object, field, value, Titles::Many(many)),
            _ => self.value(object, field, value, one.as_deref()),
        };
        Some(Change {
            field: self.label(object, field),
            from: said(&changed.old, &changed.titles.0, &changed.lists.0),
            to: said(&changed.new, &changed.titles.1, &changed.lists.1),
            history: None,
            undo: None,
        })
    }
}
