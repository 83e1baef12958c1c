//! The files about records in an archive: their bytes under their digests, verified on the way in and on the way out.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Blob, Expr, Halt, Insert, Select, Session};

use super::{FileEntry, Manifest, file_problem, read, write};
use crate::files::{BlobReader, Files, SMALL, blob_key, home, trouble};
use crate::system::attachment::ATTACHMENT;
use crate::{Records, tables, workspace};

/// How the files that are kept fit those that attachments speak of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FilesFound {
    /// How many are there as they should be.
    pub kept: u64,
    /// How many are not where they should be, or shorter than they were.
    pub lost: u64,
    /// How many lie there of which no attachment speaks; a sweep takes them in time.
    pub unused: u64,
}

/// The folder in the archive.
const FOLDER: &str = "files/";
/// How many rows are read at a time.
const ROWS: u64 = 1_000;

/// Where the bytes of a file lie that an attachment speaks of.
pub(super) struct Held {
    workspace: Id,
    digest: String,
    number: Id,
    bytes: u64,
}

impl Held {
    fn path(&self) -> String {
        format!("{FOLDER}{}/{}", self.workspace, self.digest)
    }

    fn key(&self) -> String {
        blob_key(self.workspace, &self.digest, self.number)
    }
}

/// Whether an entry of an archive is such a file.
pub(super) fn is_file(name: &str) -> bool {
    name.starts_with(FOLDER)
}

/// The files that attachments speak of, in the order of workspaces and digests.
pub(super) fn held(session: &mut dyn Session) -> Result<Vec<Held>, Halt> {
    let mut held = Vec::new();
    for workspace in workspace::every(session)? {
        let mut after = String::new();
        loop {
            let used = Select::from(ATTACHMENT.name, "a")
                .column("digest", ColumnType::Text)
                .having("workspace_id", workspace);
            let digest = || Expr::column("b", "digest");
            let select = Select::from(tables::BLOB, "b")
                .column("digest", ColumnType::Text)
                .column("number", ColumnType::Int)
                .column("bytes", ColumnType::Int)
                .having("workspace_id", workspace)
                .filter(digest().compare(Comparison::Greater, after.as_str()))
                .filter(Expr::InSelect(Box::new(digest()), Box::new(used)))
                .order(digest(), false)
                .limit(ROWS);
            let rows = session.rows(&select)?;
            let Some(last) = rows.last().and_then(|row| row[0].as_text()) else { break };
            after = last.to_owned();
            held.extend(rows.iter().filter_map(|row| {
                let (digest, bytes) = (row[0].as_text()?.to_owned(), u64::try_from(row[2].as_int()?).ok()?);
                Some(Held { workspace, digest, number: row[1].as_id()?, bytes })
            }));
        }
    }
    Ok(held)
}

/// Notes where the bytes lie that were brought.
pub(super) fn note(session: &mut dyn Session, held: &[Held]) -> Result<(), Halt> {
    for some in held.chunks(500) {
        let columns = ["workspace_id", "digest", "number", "bytes", "unused_since"];
        let mut insert = Insert::into(tables::BLOB, columns.map(Into::into).to_vec());
        let row = |one: &Held| {
            let bytes = Cell::Int(one.bytes as i64);
            vec![one.workspace.into(), one.digest.as_str().into(), one.number.into(), bytes, Cell::Null]
        };
        insert.rows = some.iter().map(row).collect();
        session.insert(&insert)?;
    }
    Ok(())
}

impl Records {
    /// Writes the bytes of files into an archive; what was lost is told in the manifest.
    pub(super) fn write_files(
        &self,
        tar: &mut write::Tar,
        held: &[Held],
        manifest: &mut Manifest,
        to: &Path,
    ) -> Outcome<()> {
        for one in held {
            let files = self.files()?;
            let there = files.blobs().length(&one.key()).map_err(|error| trouble("read a file", &error))?;
            if there != Some(one.bytes) {
                manifest.missing.push(one.path());
                continue;
            }
            let reader = BlobReader::of(files, one.key(), one.bytes);
            let written = write::entry_of(tar, &one.path(), one.bytes, reader.take(one.bytes));
            written.map_err(|error| file_problem(to, &error))?;
            manifest.files.push(FileEntry { path: one.path(), bytes: one.bytes });
        }
        Ok(())
    }

    /// Compares the files that attachments speak of with those that are kept. Waits on this thread.
    pub fn examine_files(&self) -> Outcome<FilesFound> {
        let held = self.store.read_now(held)?;
        let mut found = FilesFound::default();
        let mut kept: HashMap<String, u64> = HashMap::new();
        for workspace in self.store.read_now(|session| Ok(workspace::every(session)?))? {
            let mut each = |blob: Blob<'_>| {
                kept.insert(blob.key.to_owned(), blob.bytes);
            };
            let listed = self.files()?.blobs().each(&home(workspace), &mut each);
            listed.map_err(|why| trouble("look through files", &why))?;
        }
        for one in &held {
            match kept.remove(&one.key()) {
                Some(bytes) if bytes == one.bytes => found.kept += 1,
                _ => found.lost += 1,
            }
        }
        kept.retain(|key, _| !key.ends_with(SMALL));
        found.unused = kept.len() as u64;
        Ok(found)
    }

    /// Keeps the bytes of all files of an archive, each under a new key; tells where they lie. What they come to is
    /// compared with their digest once more, since the archive may have changed since it was checked.
    pub(super) fn bring_files(&self, from: &Path, mut tar: read::Tar) -> Outcome<Vec<Held>> {
        let mut held = Vec::new();
        for entry in tar.entries().map_err(|error| read::unsound(from, error))? {
            let mut entry = entry.map_err(|error| read::unsound(from, error))?;
            let name = entry.path().map_err(|error| read::unsound(from, error))?.display().to_string();
            let Some(rest) = name.strip_prefix(FOLDER) else { continue };
            let told =
                rest.split_once('/').and_then(|(workspace, digest)| Some((workspace.parse().ok()?, digest)));
            let (workspace, digest): (Id, &str) = told.ok_or_else(|| read::unsound(from, &name))?;
            let (path, bytes, came) = self.set_down(&mut entry)?;
            if came != digest {
                return Err(read::unsound(from, &name));
            }
            let number = self.house.ids.next(self.now());
            let one = Held { workspace, digest: digest.to_owned(), number, bytes };
            let files: &Files = self.files()?;
            files.blobs().put(&one.key(), path.path()).map_err(|error| trouble("keep a file", &error))?;
            held.push(one);
        }
        Ok(held)
    }
}
