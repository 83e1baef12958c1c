//! Records that a chunk makes, found before they are in the database; and those of the chunks before in a rehearsal,
//! which takes each chunk back and so has nothing but its memory of them.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use cordee_base::Id;
use cordee_schema::{Draft, FieldDef, Object, Value, fold};

use super::{FOREIGN, Lead};
use crate::imports::target::Way;

/// What a record can be found by: its object, the field (or its foreign id), the text, the system of a foreign id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    object: &'static str,
    by: &'static str,
    text: String,
    system: Option<String>,
}

impl Key {
    pub(super) fn foreign(object: &'static Object, system: &str, id: &str) -> Key {
        Key { object: object.name, by: FOREIGN, text: id.to_owned(), system: Some(system.to_owned()) }
    }

    pub(super) fn field(object: &'static Object, field: &'static FieldDef, text: &str) -> Key {
        let text = if field.folds() { fold(text) } else { text.to_owned() };
        Key { object: object.name, by: field.name, text, system: None }
    }

    /// The keys under which a record is looked for in this way, in order.
    fn ways(to: &'static Object, way: Way, system: &str, text: &str) -> Vec<Key> {
        let foreign = Key::foreign(to, system, text);
        match way {
            Way::Id | Way::ForeignId => vec![foreign],
            Way::Field(field) => vec![Key::field(to, field, text)],
            Way::Any => {
                let title = to.field(to.title).map(|title| Key::field(to, title, text));
                std::iter::once(foreign).chain(title).collect()
            }
        }
    }

    fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        Hash::hash(self, &mut hasher);
        hasher.finish()
    }
}

/// Records made since the chunk began.
#[derive(Debug, Default)]
pub(in crate::imports) struct New {
    found: HashMap<Key, Vec<Lead>>,
    added: Vec<Key>,
}

impl New {
    pub(super) fn put(&mut self, key: Key, lead: Lead) {
        self.found.entry(key.clone()).or_default().push(lead);
        self.added.push(key);
    }

    pub(super) fn find(&self, to: &'static Object, way: Way, system: &str, text: &str) -> &[Lead] {
        if self.found.is_empty() {
            return &[];
        }
        let leads = Key::ways(to, way, system, text).into_iter().filter_map(|key| self.found.get(&key));
        leads.map(Vec::as_slice).find(|leads| !leads.is_empty()).unwrap_or_default()
    }

    pub(super) fn count(&self) -> usize {
        self.added.len()
    }

    /// Forgets all but the first `count`.
    pub(super) fn forget(&mut self, count: usize) {
        for key in self.added.drain(count..).rev() {
            if let Some(found) = self.found.get_mut(&key) {
                found.pop();
            }
        }
    }
}

/// What the chunks before made and changed, as a rehearsal remembers it: by hashes, so that a long file fits.
#[derive(Debug, Default)]
pub(in crate::imports) struct Seen {
    found: HashMap<u64, Vec<Lead>>,
    values: HashMap<Id, Values>,
}

/// The hashes of the values that fields of a record would have.
pub(in crate::imports) type Values = HashMap<&'static str, u32>;

impl Seen {
    /// Remembers what a chunk has made and changed.
    pub(in crate::imports) fn take(&mut self, new: New, values: HashMap<Id, Values>) {
        for (key, leads) in new.found {
            let leads = leads.into_iter().map(|lead| Lead { gone: true, ..lead });
            self.found.entry(key.hash()).or_default().extend(leads);
        }
        for (id, values) in values {
            self.values.entry(id).or_default().extend(values);
        }
    }

    pub(super) fn find(&self, to: &'static Object, way: Way, system: &str, text: &str) -> &[Lead] {
        let leads =
            Key::ways(to, way, system, text).into_iter().filter_map(|key| self.found.get(&key.hash()));
        leads.map(Vec::as_slice).find(|leads| !leads.is_empty()).unwrap_or_default()
    }

    /// The values that a record would have after the chunks before, where they set them.
    pub(in crate::imports) fn values(&self, id: Id) -> Option<&Values> {
        self.values.get(&id)
    }
}

/// The hashes of the values of a draft.
pub(in crate::imports) fn values(draft: &Draft) -> Values {
    draft.fields().map(|(field, value)| (field.name, value_hash(value))).collect()
}

/// The hash of a value.
pub(in crate::imports) fn value_hash(value: &Value) -> u32 {
    let mut hasher = DefaultHasher::new();
    format!("{value:?}").hash(&mut hasher);
    hasher.finish() as u32
}
