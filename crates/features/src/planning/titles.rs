//! What records are called, asked once for all that a table names.

use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_kit::Said;
use cordee_records::Gate;

/// The titles of records of one object, as far as they may be seen.
pub struct Titles {
    object: &'static str,
    titles: HashMap<Id, String>,
}

impl Titles {
    /// The titles of these records; none where the object may not be seen.
    pub fn of(gate: &mut Gate<'_>, object: &'static str, ids: impl Iterator<Item = Id>) -> Outcome<Titles> {
        let ids: Vec<Id> = ids.collect();
        let titles = match gate.object(object) {
            Ok(object) => gate.titles(object, &ids)?.into_iter().map(|hit| (hit.id, hit.title)).collect(),
            Err(_) => HashMap::new(),
        };
        Ok(Titles { object, titles })
    }

    /// The record, to go to; no data where it may not be seen.
    pub fn record(&self, id: Id) -> Said {
        self.titles.get(&id).map_or(Said::NoData, |title| Said::Record(self.object, id, title.clone()))
    }

    /// What it is called; its number where it may not be seen, so that rows stay apart.
    pub fn text(&self, id: Id) -> Said {
        Said::Text(self.titles.get(&id).cloned().unwrap_or_else(|| id.to_string()))
    }
}

/// So many letters of a text, or all of a shorter one.
pub fn beginning(text: &str, long: usize) -> String {
    match text.char_indices().nth(long) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
