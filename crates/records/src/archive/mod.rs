//! An archive: all rows of a database as they stood at one moment, the same from either database.
//!
//! It is a `tar.gz`. Each table is in parts of JSON lines, `tables/account/000001.jsonl`: first the names of the
//! columns, then an array of cells for each row. The files about records are `files/WORKSPACE/SHA-256`.
//! `manifest.json` comes last, with the SHA-256 of every part; an entry that the manifest does not name is refused.

mod cells;
mod files;
mod read;
mod reseal;
mod write;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use cordee_base::{Fault, Moment, Outcome, Problem};
use cordee_store::table::Table;
use cordee_store::{Fail, Session};
use serde::{Deserialize, Serialize};

use crate::Records;
use crate::files::trouble;
use crate::house::House;
use crate::{custom, tables};

pub use files::FilesFound;
pub use read::check_archive;

/// The form of archives that this version writes.
const FORM: u32 = 2;
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
    /// The files about records.
    #[serde(default)]
    files: Vec<FileEntry>,
    /// The paths of files whose bytes were lost already when the archive was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
}

/// A file in an archive: `files/WORKSPACE/SHA-256`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
struct FileEntry {
    path: String,
    bytes: u64,
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

    /// How many files it holds.
    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// How many files were lost already when it was made.
    pub fn missing(&self) -> usize {
        self.missing.len()
    }

    /// What it holds, as it can be compared.
    pub fn content(&self) -> Content {
        Content::of(&self.tables)
    }
}

/// What all rows of a database come to: the same wherever they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Content {
    /// One hash over all tables in which there is anything.
    pub sha256: String,
    /// Each table, by name.
    pub tables: Vec<TableContent>,
}

/// What the rows of a table come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableContent {
    /// The table's name.
    pub name: String,
    /// How many rows it has.
    pub rows: u64,
    /// The hash over all of them.
    pub sha256: String,
}

impl TableEntry {
    fn content(&self) -> TableContent {
        let parts: Vec<&str> = self.parts.iter().map(|part| part.sha256.as_str()).collect();
        let sha256 = write::sha256(parts.join("\n").as_bytes());
        TableContent { name: self.name.clone(), rows: self.rows, sha256 }
    }
}

impl Content {
    fn of(tables: &[TableEntry]) -> Content {
        let mut tables: Vec<TableContent> = tables.iter().map(TableEntry::content).collect();
        tables.sort_by(|one, other| one.name.cmp(&other.name));
        let some = tables.iter().filter(|table| table.rows > 0);
        let told: Vec<String> =
            some.map(|table| format!("{} {} {}\n", table.name, table.rows, table.sha256)).collect();
        Content { sha256: write::sha256(told.concat().as_bytes()), tables }
    }

    /// The tables that are not the same in another database; those with no rows in either do not count.
    pub fn differing(&self, other: &Content) -> Vec<String> {
        let of =
            |content: &Content, name: &str| content.tables.iter().find(|table| table.name == name).cloned();
        let names: BTreeSet<&str> =
            self.tables.iter().chain(&other.tables).map(|table| table.name.as_str()).collect();
        let differs = |name: &&str| match (of(self, name), of(other, name)) {
            (Some(one), Some(two)) => one != two,
            (Some(one), None) | (None, Some(one)) => one.rows > 0,
            (None, None) => false,
        };
        names.into_iter().filter(differs).map(str::to_owned).collect()
    }
}

impl Records {
    /// What all rows come to as they stand at this moment; `told` is told after each part how many rows are done.
    pub fn content(&self, mut told: impl FnMut(u64) + Send + 'static) -> Outcome<Content> {
        let house = self.house.clone();
        let tables = self.store.read_now(move |session| {
            let tables = archived(&house, session)?;
            write::walk(session, &tables, &mut |_, _| Ok(()), &mut told)
        });
        Ok(Content::of(&tables?))
    }
}

/// The tables that go into an archive: all but the brake on guessing, which is of the hour, and what is made of the
/// others.
fn archived(house: &House, session: &mut dyn Session) -> Result<Vec<Table>, Fail> {
    let mut all = custom::all_tables(house, session)?;
    let made = [tables::THROTTLE, tables::SEARCH_WORD, tables::BLOB, tables::TAGGED, tables::LINKED];
    all.retain(|table| !made.contains(&table.name.as_str()));
    Ok(all)
}

/// A file that can't be written or read, as the problem it is to whoever named it.
fn file_problem(path: &Path, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::StorageFull => Problem::Full,
        // It is not the archive that fails, but where its files are read from.
        io::ErrorKind::NotConnected => trouble("read files for an archive", error),
        _ => Fault::whole("error-file-unusable").with("file", path.display()).with("detail", error).into(),
    }
}
