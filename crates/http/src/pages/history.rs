//! What happened to a record: who, when, through which door, from what to what.

use cordee_base::Outcome;
use cordee_records::Entry;
use cordee_schema::Record;
use cordee_ui::Person;
use cordee_ui::screens::record::{Change, Entry as View};

use super::reader::Reader;

impl Reader<'_, '_> {
    /// The latest entries before the one that the address names, and the address of older ones.
    pub(crate) fn history(&mut self, record: &Record, shown: u32) -> Outcome<(Vec<View>, Option<String>)> {
        let before = self.visit.address.one("before").and_then(|text| text.parse().ok());
        let mut entries = self.gate.history(record.object, record.head.id, before, shown + 1)?;
        let more = entries.len() as u32 > shown;
        entries.truncate(shown as usize);
        let last = entries.last().filter(|_| more).map(|entry| entry.seq);
        let older = last.map(|seq| self.here().with("before", seq).to_string());
        Ok((entries.iter().map(|entry| self.entry(record, entry)).collect(), older))
    }

    fn entry(&self, record: &Record, entry: &Entry) -> View {
        let who = match &entry.actor_name {
            Some(name) => Person::named(name.clone()),
            None => Person::named(self.word("app-name")),
        };
        View {
            when: self.locale.moment(entry.at),
            when_iso: entry.at.to_string(),
            who,
            what: self.word(&format!("history-{}", entry.verb.replace('_', "-"))),
            door: self.word(&format!("door-{}", entry.door.replace('_', "-"))),
            changes: self.changes(record, entry),
        }
    }

    /// What a new record began with can be read from its fields; so only changes are told.
    fn changes(&self, record: &Record, entry: &Entry) -> Vec<Change> {
        if entry.verb == "create" {
            return Vec::new();
        }
        let object = record.object;
        let change = |changed: &cordee_records::ChangedField| {
            let field = self.field(object, changed.field)?;
            Some(Change {
                field: self.label(object, field),
                from: self.value(object, field, &changed.old, changed.titles.0.as_deref()),
                to: self.value(object, field, &changed.new, changed.titles.1.as_deref()),
            })
        };
        entry.changes.iter().filter_map(change).collect()
    }
}
