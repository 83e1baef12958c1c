//! Reading an archive: first whether it is whole, then its rows into an empty database.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::ColumnType;
use cordee_store::table::Table;
use cordee_store::{Expr, Halt, Insert, Select, Session};
use flate2::read::GzDecoder;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::reseal::Reseal;
use super::{FORM, MANIFEST, Manifest, Part, archived, cells, file_problem, files};
use crate::{Records, custom, linked, missing_migrations, search, tags};

/// How many rows are written at a time.
const ROWS: usize = 1_000;
/// How large a manifest may be.
const MANIFEST_BYTES: u64 = 64 << 20;

pub(super) type Tar = tar::Archive<GzDecoder<BufReader<File>>>;

/// Reads a whole archive and checks every part of it; nothing is written anywhere.
pub fn check_archive(path: &Path) -> Outcome<Manifest> {
    let mut found: HashMap<String, Part> = HashMap::new();
    let mut manifest: Option<Manifest> = None;
    let mut tar = open(path)?;
    for entry in tar.entries().map_err(|error| unsound(path, error))? {
        let mut entry = entry.map_err(|error| unsound(path, error))?;
        let name = entry.path().map_err(|error| unsound(path, error))?.display().to_string();
        if name == MANIFEST {
            let mut text = Vec::new();
            entry.take(MANIFEST_BYTES).read_to_end(&mut text).map_err(|error| unsound(path, error))?;
            manifest = Some(serde_json::from_slice(&text).map_err(|error| unsound(path, error))?);
        } else {
            let part = hashed(&mut entry, name.clone()).map_err(|error| unsound(path, error))?;
            found.insert(name, part);
        }
    }
    let manifest = manifest.ok_or_else(|| unsound(path, format!("{MANIFEST}?")))?;
    if manifest.form > FORM {
        return Err(newer(&manifest.cordee));
    }
    let known = missing_migrations(None)?.1;
    if let Some(newest) = manifest.migrations.iter().find(|name| !known.contains(name)) {
        return Err(newer(newest));
    }
    for part in manifest.tables.iter().flat_map(|table| &table.parts) {
        if found.remove(&part.path).as_ref() != Some(part) {
            return Err(unsound(path, &part.path));
        }
    }
    for file in &manifest.files {
        let part = found.remove(&file.path);
        if !part.is_some_and(|part| file.path.ends_with(&format!("/{}", part.sha256))) {
            return Err(unsound(path, &file.path));
        }
    }
    match found.keys().next() {
        Some(stray) => Err(unsound(path, stray)),
        None => Ok(manifest),
    }
}

impl Records {
    /// Takes the rows of an archive that [`check_archive`] has found sound into this database, which must be empty:
    /// all of them, or none. With `anew` the journal is sealed anew with the key at hand, as it must be where the one
    /// that sealed it is lost. `told` is told after each part how many rows are done.
    pub fn restore(
        &self,
        from: &Path,
        manifest: &Manifest,
        anew: bool,
        mut told: impl FnMut(u64) + Send + 'static,
    ) -> Outcome<()> {
        let (from, manifest): (PathBuf, Manifest) = (from.to_owned(), manifest.clone());
        let empty = self.store.read_now(|session| Ok(count(session, "workspace")? == 0));
        if !empty.map_err(Problem::from)? {
            return Err(data_there());
        }
        // Their bytes first: rows must not speak of what is not there.
        let blobs = self.bring_files(&from, open(&from)?)?;
        let house = self.house.clone();
        let restored = self.store.write_now(move |session| {
            let mut reseal = anew.then(|| Reseal::with(&house.key));
            if count(session, "workspace")? > 0 {
                return Err(data_there().into());
            }
            // What was declared comes first: the tables of all else are made after it.
            for declared in [true, false] {
                let tables = archived(&house, session)?;
                custom::make_tables(&house, session, &tables)?;
                let mut tar = open(&from)?;
                for entry in tar.entries().map_err(|error| unsound(&from, error))? {
                    let entry = entry.map_err(|error| unsound(&from, error))?;
                    let name = entry.path().map_err(|error| unsound(&from, error))?.display().to_string();
                    let of = name.strip_prefix("tables/").and_then(|rest| rest.split('/').next());
                    if name == MANIFEST
                        || files::is_file(&name)
                        || of.is_some_and(custom::before_others) != declared
                    {
                        continue;
                    }
                    let table = of.and_then(|of| tables.iter().find(|table| table.name == of));
                    let table = table.ok_or_else(|| unsound(&from, &name))?;
                    told(part(session, table, BufReader::new(entry), &from, reseal.as_mut())?);
                }
            }
            for table in &manifest.tables {
                if count(session, &table.name)? != table.rows {
                    return Err(unsound(&from, &table.name).into());
                }
            }
            files::note(session, &blobs)?;
            search::rebuild(&house, session)?;
            tags::rebuild(&house, session)?;
            linked::rebuild(&house, session)?;
            Ok(reseal.map_or(Ok(()), |reseal| reseal.note(session, &house))?)
        });
        restored.map_err(Problem::from)
    }

    /// Compares what stands here with what the archive held; gives its hash. Of an
    /// archive of an older version there is none, since its rows had to change; and it is not to be asked where the
    /// journal was sealed anew.
    pub fn compare(&self, manifest: &Manifest) -> Outcome<Option<String>> {
        if self.store.migrated()? != manifest.migrations {
            return Ok(None);
        }
        let (held, here) = (manifest.content(), self.content(|_| ())?);
        match held.differing(&here).as_slice() {
            [] => Ok(Some(here.sha256)),
            tables => Err(Problem::internal(format!("what was written differs in {}", tables.join(", ")))),
        }
    }
}

/// Writes the rows of a part; gives how many they were.
fn part(
    session: &mut dyn Session,
    table: &Table,
    lines: impl BufRead,
    from: &Path,
    mut reseal: Option<&mut Reseal>,
) -> Result<u64, Halt> {
    let mut lines = lines.lines();
    let wrong = || unsound(from, &table.name);
    let head = lines.next().and_then(Result::ok).ok_or_else(wrong)?;
    let names: Vec<String> = serde_json::from_str(&head).map_err(|_| wrong())?;
    let kind =
        |name: &String| table.columns.iter().find(|(column, ..)| column == name).map(|(_, kind, _)| *kind);
    let kinds: Vec<ColumnType> = names.iter().map(kind).collect::<Option<_>>().ok_or_else(wrong)?;
    let (mut rows, mut count) = (Vec::with_capacity(ROWS), 0);
    loop {
        let line = lines.next().transpose().map_err(|error| unsound(from, error))?;
        if let Some(line) = &line {
            let row: Vec<Json> = serde_json::from_str(line).map_err(|_| wrong())?;
            let cells = row
                .iter()
                .zip(&kinds)
                .map(|(json, kind)| cells::cell(json, *kind))
                .collect::<Option<Vec<_>>>();
            let mut cells = cells.filter(|cells| cells.len() == kinds.len()).ok_or_else(wrong)?;
            if let Some(reseal) = reseal.as_deref_mut() {
                reseal.row(&table.name, &names, &mut cells).ok_or_else(wrong)?;
            }
            rows.push(cells);
        }
        if rows.len() == ROWS || line.is_none() {
            let columns = names.iter().map(|name| name.clone().into()).collect();
            let rows = std::mem::take(&mut rows);
            let table = table.name.clone().into();
            count += session.insert(&Insert { table, columns, rows, unless_there: None })?;
        }
        if line.is_none() {
            return Ok(count);
        }
    }
}

fn count(session: &mut dyn Session, table: &str) -> Result<u64, Halt> {
    let rows = session.rows(&Select::from(table.to_owned(), "t").giving(Expr::Count, ColumnType::Int))?;
    Ok(rows.first().and_then(|row| row[0].as_int()).unwrap_or_default() as u64)
}

fn open(path: &Path) -> Outcome<Tar> {
    let file = File::open(path).map_err(|error| file_problem(path, &error))?;
    Ok(Tar::new(GzDecoder::new(BufReader::new(file))))
}

/// The part that these bytes are.
fn hashed(bytes: &mut impl Read, path: String) -> std::io::Result<Part> {
    let (mut digest, mut lines, mut some) = (Sha256::new(), 0_u64, vec![0; 1 << 16]);
    loop {
        let read = bytes.read(&mut some)?;
        if read == 0 {
            break;
        }
        digest.update(&some[..read]);
        lines += some[..read].iter().filter(|byte| **byte == b'\n').count() as u64;
    }
    let sha256 = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Part { path, rows: lines.saturating_sub(1), sha256 })
}

fn data_there() -> Problem {
    Problem::Conflict(Fault::whole("error-data-there").with("place", ""))
}

pub(super) fn unsound(path: &Path, detail: impl std::fmt::Display) -> Problem {
    Fault::whole("error-archive").with("file", path.display()).with("detail", detail).into()
}

fn newer(migration: &str) -> Problem {
    Fault::whole("error-archive-newer").with("migration", migration).into()
}
