//! An archive: all rows of a database as they stood at one moment, the same from either database.
//!
//! It is a `tar.gz`. Each table is in parts of JSON lines, `tables/account/000001.jsonl`: first the names of the
//! columns, then an array of cells for each row. `manifest.json` comes last, with the SHA-256 of every part.

mod cells;
mod read;
mod reseal;
mod write;

use std::io;
use std::path::Path;

use cordee_base::{Fault, Moment, Problem};
use cordee_store::table::Table;
use cordee_store::{Fail, Session};
use serde::{Deserialize, Serialize};

use crate::house::House;
use crate::{custom, tables};

pub use read::check_archive;

/// The form of archives that this version writes.
const FORM: u32 = 1;
/// The manifest's name in the archive.
const MANIFEST: &str = "manifest.json";

/// What an archive holds.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Manifest {
    /// The form of the archive.
    form: u32,
    /// The version of Cordee that made it.
    pub cordee: String,
    /// When its rows stood like this.
    made_at: String,
    /// The migrations that the database had had.
    migrations: Vec<String>,
    /// The name of the journal's key.
    pub journal_key_id: String,
    /// The key itself in hexadecimal, if it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub journal_key: Option<String>,
    /// The tables.
    tables: Vec<TableEntry>,
}

/// A table in an archive.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct TableEntry {
    name: String,
    rows: u64,
    parts: Vec<Part>,
}

/// A part of a table: one file of the archive.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
struct Part {
    path: String,
    rows: u64,
    sha256: String,
}

impl Manifest {
    /// When its rows stood like this.
    pub fn made_at(&self) -> Option<Moment> {
        self.made_at.parse().ok()
    }

    /// How many tables it holds.
    pub fn tables(&self) -> usize {
        self.tables.len()
    }

    /// How many rows it holds.
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// The tables that go into an archive: all but the brake on guessing, which is of the hour.
fn archived(house: &House, session: &mut dyn Session) -> Result<Vec<Table>, Fail> {
    let mut all = custom::all_tables(house, session)?;
    all.retain(|table| table.name != tables::THROTTLE);
    Ok(all)
}

/// A file that can't be written or read, as the problem it is to whoever named it.
fn file_problem(path: &Path, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::StorageFull => Problem::Full,
        _ => Fault::whole("error-file-unusable").with("file", path.display()).with("detail", error).into(),
    }
}
