//! Writing an archive, in one snapshot of the database.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::table::Table;
use cordee_store::{Dialect, Expr, Halt, Select, Session};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{FORM, MANIFEST, Manifest, Part, TableEntry, archived, cells, file_problem, files};
use crate::Records;

/// How many rows are read at a time.
const ROWS: u64 = 2_000;
/// How large a part becomes before the next begins.
const PART_BYTES: usize = 4 << 20;

pub(super) type Tar = tar::Builder<GzEncoder<BufWriter<File>>>;

impl Records {
    /// Writes all that the database holds at this moment to a file that is not there yet, while others read and
    /// write. `told` is told after each part how many rows are done.
    pub fn back_up(
        &self,
        to: &Path,
        with_key: bool,
        cordee: &str,
        mut told: impl FnMut(u64) + Send + 'static,
    ) -> Outcome<Manifest> {
        if to.exists() {
            return Err(Problem::Conflict(Fault::whole("error-file-there").with("file", to.display())));
        }
        let mut manifest = Manifest {
            form: FORM,
            cordee: cordee.to_owned(),
            made_at: String::new(),
            migrations: self.store.migrated()?,
            journal_key_id: self.house.key.id(),
            journal_key: with_key.then(|| self.house.key.hexadecimal()),
            tables: Vec::new(),
            files: Vec::new(),
            missing: Vec::new(),
        };
        // Under its own name only once it is whole and on the disk.
        let partial = PathBuf::from(format!("{}.partial", to.display()));
        let (path, house) = (partial.clone(), self.house.clone());
        let written = self.store.read_now(move |session| {
            manifest.made_at = house.clock.now().to_string();
            let tables = archived(&house, session)?;
            let file = create(&path).map_err(|error| file_problem(&path, &error))?;
            let mut tar = Tar::new(GzEncoder::new(BufWriter::new(file), Compression::new(3)));
            let mut put = |name: &str, lines: &[u8]| {
                entry(&mut tar, name, lines).map_err(|error| file_problem(&path, &error))
            };
            manifest.tables = walk(session, &tables, &mut put, &mut told)?;
            let held = files::held(session)?;
            Ok((tar, manifest.clone(), held))
        });
        let named = written.map_err(Problem::from).and_then(|(mut tar, mut manifest, held)| {
            // After the snapshot, which should not last as long as all files take: what it speaks of is not swept
            // within a week.
            self.write_files(&mut tar, &held, &mut manifest, &partial)?;
            finish(tar, &manifest).map_err(|error| file_problem(&partial, &error))?;
            fs::rename(&partial, to).map_err(|error| file_problem(to, &error))?;
            Ok(manifest)
        });
        if named.is_err() {
            // What is left of it is of no use; that it can't be removed changes nothing.
            let _ = fs::remove_file(&partial);
        }
        named
    }
}

/// Takes a part of a table: its name and its lines.
type Put<'a> = dyn FnMut(&str, &[u8]) -> Outcome<()> + 'a;

/// Hands all rows of these tables on, in parts; what the parts were.
pub(super) fn walk(
    session: &mut dyn Session,
    tables: &[Table],
    put: &mut Put<'_>,
    told: &mut dyn FnMut(u64),
) -> Result<Vec<TableEntry>, Halt> {
    let alone = distinct(session, "workspace", "id")?.len() < 2;
    let mut walked = Vec::new();
    for table in tables {
        let mut one = Writing { put: &mut *put, table, alone, lines: Vec::new(), rows: 0, parts: Vec::new() };
        one.all(session, told)?;
        let rows = one.parts.iter().map(|part| part.rows).sum();
        walked.push(TableEntry { name: table.name.clone(), rows, parts: one.parts });
    }
    Ok(walked)
}

/// A table on its way out.
struct Writing<'a, 'p> {
    put: &'a mut Put<'p>,
    table: &'a Table,
    /// There is but one workspace.
    alone: bool,
    lines: Vec<u8>,
    rows: u64,
    parts: Vec<Part>,
}

impl Writing<'_, '_> {
    fn all(&mut self, session: &mut dyn Session, told: &mut dyn FnMut(u64)) -> Result<(), Halt> {
        let key = &self.table.key;
        // On SQLite an id is the key by itself, and the planner is led astray by the workspace beside it. With several
        // workspaces it must be named nevertheless, since rows stand in the same order from either database.
        let whole =
            self.alone && session.dialect() == Dialect::Sqlite && key.last().is_some_and(|last| last == "id");
        match key.as_slice() {
            [_, last] if whole => self.stretch(session, None, &last.clone(), told)?,
            [first, last] => {
                let (first, last) = (first.clone(), last.clone());
                for value in distinct(session, &self.table.name, &first)? {
                    self.stretch(session, Some((&first, value)), &last, told)?;
                }
            }
            [only] => self.stretch(session, None, &only.clone(), told)?,
            _ => {
                return Err(
                    Problem::internal(format!("{} has a key that can't be walked", self.table.name)).into()
                );
            }
        }
        self.part(told)
    }

    /// The rows in the order of a column, page after page; with `fixed` those that have this value in another.
    fn stretch(
        &mut self,
        session: &mut dyn Session,
        fixed: Option<(&str, Cell)>,
        by: &str,
        told: &mut dyn FnMut(u64),
    ) -> Result<(), Halt> {
        let columns = &self.table.columns;
        let place = columns.iter().position(|(name, ..)| name == by).unwrap_or_default();
        let mut last: Option<Cell> = None;
        loop {
            let mut select = Select::from(self.table.name.clone(), "t").limit(ROWS);
            for (name, kind, _) in columns {
                select = select.column(name.clone(), *kind);
            }
            if let Some((name, value)) = &fixed {
                select = select.having((*name).to_owned(), value.clone());
            }
            let column = Expr::column("t", by.to_owned());
            if let Some(last) = last {
                select = select.filter(column.clone().compare(Comparison::Greater, last));
            }
            let rows = session.rows(&select.order(column, false))?;
            for row in &rows {
                self.row(row)?;
                if self.lines.len() >= PART_BYTES {
                    self.part(told)?;
                }
            }
            match rows.last() {
                Some(row) if rows.len() as u64 == ROWS => last = Some(row[place].clone()),
                _ => return Ok(()),
            }
        }
    }

    fn row(&mut self, row: &[Cell]) -> Result<(), Problem> {
        if self.lines.is_empty() {
            let names: Vec<&str> = self.table.columns.iter().map(|(name, ..)| name.as_str()).collect();
            line(&mut self.lines, &names)?;
        }
        let cells: Vec<serde_json::Value> = row.iter().map(cells::json).collect();
        line(&mut self.lines, &cells)?;
        self.rows += 1;
        Ok(())
    }

    /// Ends a part, if there is anything in it.
    fn part(&mut self, told: &mut dyn FnMut(u64)) -> Result<(), Halt> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let path = format!("tables/{}/{:06}.jsonl", self.table.name, self.parts.len() + 1);
        let lines = std::mem::take(&mut self.lines);
        (self.put)(&path, &lines)?;
        let rows = std::mem::take(&mut self.rows);
        self.parts.push(Part { path, rows, sha256: sha256(&lines) });
        told(rows);
        Ok(())
    }
}

fn distinct(session: &mut dyn Session, table: &str, column: &str) -> Result<Vec<Cell>, Halt> {
    let by = Expr::column("t", column.to_owned());
    let mut select =
        Select::from(table.to_owned(), "t").giving(by.clone(), ColumnType::Int).order(by.clone(), false);
    select.group.push(by);
    Ok(session.rows(&select)?.into_iter().filter_map(|mut row| row.pop()).collect())
}

fn line(into: &mut Vec<u8>, value: &impl serde::Serialize) -> Result<(), Problem> {
    serde_json::to_writer(&mut *into, value).map_err(Problem::internal)?;
    into.push(b'\n');
    Ok(())
}

/// Only its owner may read what holds everything.
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

fn entry(tar: &mut Tar, path: &str, bytes: &[u8]) -> io::Result<()> {
    entry_of(tar, path, bytes.len() as u64, bytes)
}

/// An entry of so many bytes.
pub(super) fn entry_of(tar: &mut Tar, path: &str, length: u64, bytes: impl io::Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(length);
    header.set_mode(0o600);
    tar.append_data(&mut header, path, bytes)
}

fn finish(mut tar: Tar, manifest: &Manifest) -> io::Result<()> {
    let text = serde_json::to_vec_pretty(manifest)?;
    entry(&mut tar, MANIFEST, &text)?;
    let mut file = tar.into_inner()?.finish()?;
    file.flush()?;
    file.get_ref().sync_all()
}

pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
