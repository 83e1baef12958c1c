//! When the last backup was made, noted in the data folder, so that it can be told when it is time for another.

use std::path::Path;

use cordee_base::{Clock, Moment, SystemClock};
use serde::{Deserialize, Serialize};

use crate::config::Config;
use crate::key;
use crate::trouble::Trouble;

/// The note's name in the data folder.
const NOTE: &str = "last-backup.json";

#[derive(Serialize, Deserialize)]
struct Note {
    at: i64,
    file: String,
}

/// Notes that a backup was made just now.
pub fn note(config: &Config, archive: &Path) -> Result<(), Trouble> {
    key::make_folder(&config.data)?;
    let file = std::path::absolute(archive).unwrap_or_else(|_| archive.to_owned()).display().to_string();
    let note = Note { at: SystemClock.now().micros(), file };
    let place = config.data.join(NOTE);
    let text = serde_json::to_string(&note).unwrap_or_default();
    std::fs::write(&place, text).map_err(|why| Trouble::file(&place, &why))
}

/// When the last backup was made, and where it was put, as far as it was noted.
pub fn read(config: &Config) -> Option<(Moment, String)> {
    let text = std::fs::read_to_string(config.data.join(NOTE)).ok()?;
    let note: Note = serde_json::from_str(&text).ok()?;
    Some((Moment::from_micros(note.at), note.file))
}
