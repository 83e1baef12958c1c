//! Bringing files in and taking records out, as pages, the API and the command line ask for it.
//!
//! A mapping travels as JSON that only the importer reads. All but the last three wait for the disk, so an async
//! caller hands them to a thread of its own.

use std::fmt;
use std::path::{Path, PathBuf};

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Actor, Gate, Page, Query, Records};
use cordee_schema::{Catalog, Draft, Object, Record};

/// What can bring files in and take records out.
pub trait Imports: fmt::Debug + Sync {
    /// Finds out how a file is laid out and proposes what its columns are.
    fn look(
        &self,
        records: &Records,
        actor: &Actor,
        object: &'static Object,
        file: &Path,
        read: &ReadAs,
    ) -> Outcome<Look>;

    /// The same of a file for which a mapping has been decided: what its columns are brought into by that.
    fn review(&self, records: &Records, actor: &Actor, file: &Path, mapping: &str) -> Outcome<Look>;

    /// The object whose records the rows of a file are, by its name and its columns.
    fn recognise(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        read: &ReadAs,
    ) -> Outcome<&'static Object>;

    /// The mapping for a file with these columns, with what a person has decided; a fault where that does not fit
    /// together.
    fn settle(&self, catalog: &Catalog, mapping: &str, header: &[String], wishes: &Wishes)
    -> Outcome<String>;

    /// In which order several files come in, so that links between them find what they lead to. Where they lead in a
    /// circle, a file has a second turn that sets only them.
    fn arrange(
        &self,
        records: &Records,
        actor: &Actor,
        given: &[Given],
        read: &ReadAs,
        wishes: &Wishes,
    ) -> Outcome<Vec<Leg>>;

    /// Says what would become of each row, and writes nothing. Every problem goes through `each`.
    fn check(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        mapping: &str,
        each: &mut dyn FnMut(&RowProblem),
        watch: &mut Watch<'_>,
    ) -> Outcome<Check>;

    /// Notes an import, which [`Imports::run`] then does. Rejected rows go to the file `rejects`.
    fn start(
        &'static self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        mapping: &str,
        rejects: &Path,
    ) -> Outcome<Id> {
        let draft = self.prepare(records, actor, file, mapping, rejects)?;
        let noted = records.write_now(actor, move |gate| self.note(gate, std::slice::from_ref(&draft)))?;
        noted.first().copied().ok_or(Problem::NotFound)
    }

    /// An import as [`Imports::note`] notes it: the file can be read, and the mapping fits its columns.
    fn prepare(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        mapping: &str,
        rejects: &Path,
    ) -> Outcome<Draft>;

    /// Notes imports; several belong to one run, in which each waits for the one before.
    fn note(&self, gate: &mut Gate<'_>, prepared: &[Draft]) -> Outcome<Vec<Id>>;

    /// Does an import, from its beginning or from where it stopped, however it stopped.
    fn run(&self, records: &Records, actor: &Actor, import: Id, watch: &mut Watch<'_>) -> Outcome<Progress>;

    /// Takes an import back: what it created goes, what it changed is as before. Goes on where an undo stopped.
    fn undo(&self, records: &Records, actor: &Actor, import: Id, watch: &mut Watch<'_>) -> Outcome<Progress>;

    /// The imports that the actor may see, the newest first: their own, for administrators all.
    fn list(&self, gate: &mut Gate<'_>) -> Outcome<Vec<Record>>;

    /// The imports of a run that the actor may see, in their order; not found if it is none.
    fn together(&self, gate: &mut Gate<'_>, run: Id) -> Outcome<Vec<Record>>;

    /// One import that the actor may see.
    fn get(&self, gate: &mut Gate<'_>, import: Id) -> Outcome<Record>;

    /// Begins a file of the records that a query finds and the actor may take out. It is asked of a gate, since the
    /// file has the fields that the actor may see.
    fn export(&self, gate: &mut Gate<'_>, query: &Query, format: Format) -> Outcome<Box<dyn Export>>;
}

/// A file of records on its way out: page after page is read by its query and handed in, then what is left is asked
/// for.
pub trait Export: Send {
    /// The query of the next page.
    fn query(&self) -> &Query;

    /// Takes a page; writes to `out` what of the file is certain by now.
    fn put(&mut self, page: Page, out: &mut Vec<u8>) -> Outcome<()>;

    /// Whether there is another page.
    fn more(&self) -> bool;

    /// After the last page: writes a stretch of what is left; says whether there is more.
    fn rest(&mut self, out: &mut Vec<u8>) -> Outcome<bool>;
}

/// Told how far it has come; says whether to go on.
pub type Watch<'a> = dyn FnMut(&Progress) -> bool + 'a;

/// A file among several.
#[derive(Clone, Debug)]
pub struct Given {
    /// The object whose records its rows are; found out by its name and its columns if it is not said.
    pub object: Option<&'static Object>,
    /// The file.
    pub file: PathBuf,
    /// The mapping, if it has been decided; else it is proposed.
    pub mapping: Option<String>,
}

/// One import of several that belong together.
#[derive(Clone, Debug)]
pub struct Leg {
    /// The object whose records the rows are.
    pub object: &'static Object,
    /// The file.
    pub file: PathBuf,
    /// The mapping.
    pub mapping: String,
    /// It is the second turn of the file, which only sets links.
    pub again: bool,
    /// The mapping without links to records of the other files, which are not there before the run: for a check.
    pub alone: String,
}

/// How a file is to be read, where a person says so; the rest is found out.
#[derive(Clone, Debug, Default)]
pub struct ReadAs {
    /// The encoding, by its name.
    pub encoding: Option<String>,
    /// The delimiter: `comma`, `semicolon`, `tab`, or the character itself.
    pub delimiter: Option<String>,
    /// Whether the first row names the columns.
    pub header: Option<bool>,
    /// The sheet of a workbook, by its name.
    pub sheet: Option<String>,
}

/// What a file looks like, and what is proposed.
#[derive(Clone, Debug)]
pub struct Look {
    /// The object whose records its rows are.
    pub object: &'static Object,
    /// What the file is: `csv`, `xlsx`, `json` or `vcard`.
    pub format: String,
    /// The sheet, if it is a workbook.
    pub sheet: Option<String>,
    /// All its sheets.
    pub sheets: Vec<String>,
    /// The encoding, by its name.
    pub encoding: String,
    /// The delimiter, by its name.
    pub delimiter: String,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Whether any of this was a guess that a person should look at.
    pub unsure: bool,
    /// The columns.
    pub columns: Vec<LookColumn>,
    /// What a column can be brought into: fields, and ways to find what a link leads to (`owner.email`).
    pub targets: Vec<String>,
    /// By what existing records can be found.
    pub matches: Vec<String>,
    /// By what they are found; empty for not at all.
    pub match_by: String,
    /// `create`, `create_and_update` or `update`.
    pub mode: String,
    /// Whether linked records that are missing are created.
    pub create_missing: bool,
    /// Whether what a field must have under a condition may be missing.
    pub incomplete: bool,
    /// The mapping: proposed, or decided.
    pub mapping: String,
}

/// A column of a file.
#[derive(Clone, Debug)]
pub struct LookColumn {
    /// Its name.
    pub name: String,
    /// Some of its values.
    pub samples: Vec<String>,
    /// What it is proposed to be brought into; empty to leave it out.
    pub target: String,
    /// Whether its dates or numbers can be read in more than one way.
    pub ambiguous: bool,
}

/// What a person has decided.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// What each column is brought into, by the columns' places; empty leaves it out.
    pub targets: Vec<(usize, String)>,
    /// By what existing records are found; empty for not at all.
    pub match_by: Option<String>,
    /// `create`, `create_and_update` or `update`.
    pub mode: Option<String>,
    /// Whether linked records that are missing are created.
    pub create_missing: Option<bool>,
    /// Whether what a field must have under a condition may be missing.
    pub incomplete: Option<bool>,
    /// Values taken for others: the column's name, what stands there, what is meant.
    pub translate: Vec<(String, String, String)>,
    /// The name of the system that the file comes from.
    pub source: Option<String>,
}

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// How far it came, with what would become of the rows.
    pub progress: Progress,
    /// The first problems, up to [`Check::LISTED`].
    pub problems: Vec<RowProblem>,
    /// How often each kind of problem occurs in each column, the most frequent first.
    pub counts: Vec<ProblemCount>,
    /// Values that are near to something that is there, which may be what they mean.
    pub near: Vec<Near>,
    /// How many linked records would be created, by object.
    pub creates: Vec<(&'static str, u64)>,
}

/// A problem with a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowProblem {
    /// The line of the file.
    pub line: u64,
    /// The column, if it is one.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// What is wrong, and what would be right.
    pub fault: Fault,
}

/// How often a kind of problem occurs in a column.
#[derive(Clone, Debug, PartialEq)]
pub struct ProblemCount {
    /// The column, if it is one.
    pub column: Option<String>,
    /// The first such problem.
    pub first: RowProblem,
    /// How many there are.
    pub count: u64,
}

/// A value that is probably another one, misspelt.
#[derive(Clone, Debug, PartialEq)]
pub struct Near {
    /// The column.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is there.
    pub meant: String,
    /// How many rows say so.
    pub count: u64,
}

/// How far an import, a check or an undo has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Rows of the file that are done.
    pub rows: u64,
    /// Bytes of the file that are done.
    pub bytes: u64,
    /// Bytes of the file.
    pub of_bytes: u64,
    /// Records created; in an undo, records removed.
    pub created: u64,
    /// Records changed; in an undo, changes taken back.
    pub updated: u64,
    /// Rows passed over, as the mapping says or since nothing changes.
    pub skipped: u64,
    /// Rows rejected; in an undo, fields that stayed since somebody has changed them since.
    pub failed: u64,
    /// Whether nothing is left to do.
    pub done: bool,
}

/// In which form records are taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// CSV in UTF-8, harmless in spreadsheets.
    Csv,
    /// A workbook, with dates, numbers and amounts as such.
    Xlsx,
    /// A JSON array of objects, as the API gives records.
    Json,
    /// The same objects, one a line.
    JsonLines,
    /// Contacts, for objects that are people.
    Vcard,
}

impl Given {
    /// A file of which nothing is said.
    pub fn of(file: impl Into<PathBuf>) -> Given {
        Given { object: None, file: file.into(), mapping: None }
    }
}

impl Look {
    /// What is decided where nobody decides: new records are created, and others updated that the first key among
    /// the columns finds.
    pub fn wishes(&self) -> Wishes {
        let brought = |path: &&String| self.columns.iter().any(|column| column.target == **path);
        let match_by = self.matches.iter().find(brought).cloned().unwrap_or_default();
        let mode = if match_by.is_empty() { "create" } else { "create_and_update" };
        Wishes { match_by: Some(match_by), mode: Some(mode.to_owned()), ..Wishes::default() }
    }

    /// The names of its columns.
    pub fn header(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.name.clone()).collect()
    }

    /// How many of its columns are brought into something.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| !column.target.is_empty()).count()
    }
}

impl Check {
    /// How many problems are listed one by one.
    pub const LISTED: usize = 1_000;
}

impl Format {
    /// All formats with their names, which also end file names.
    pub const ALL: [(&'static str, Format); 5] = [
        ("csv", Format::Csv),
        ("xlsx", Format::Xlsx),
        ("json", Format::Json),
        ("jsonl", Format::JsonLines),
        ("vcf", Format::Vcard),
    ];

    /// The format called `name`.
    pub fn named(name: &str) -> Option<Format> {
        Format::ALL.iter().find(|(n, _)| *n == name).map(|(_, format)| *format)
    }

    /// The formats in which records of `object` are taken out.
    pub fn of(object: &Object) -> impl Iterator<Item = (&'static str, Format)> + '_ {
        Format::ALL.into_iter().filter(|(_, format)| *format != Format::Vcard || !object.card.is_empty())
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Format::ALL.iter().find(|(_, format)| *format == self).map_or("csv", |(name, _)| name)
    }

    /// What a server calls it.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::Json => "application/json",
            Format::JsonLines => "application/jsonl",
            Format::Vcard => "text/vcard; charset=utf-8",
        }
    }
}
