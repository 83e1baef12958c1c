//! Keeping bytes by their digest, each content once for a workspace.
//!
//! Before the bytes are put away a row says that they are wanted, so that no sweep takes them meanwhile. Each row has
//! a number of its own that is part of the key: where a sweep has taken the row and is about to take the bytes, the
//! same content that comes in again lies under another key.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Fail, Insert, Select, Session, Update};

use super::{Received, home, trouble};
use crate::{Actor, Gate, Records, tables};

/// A file whose bytes are kept; to be attached to something before a sweep comes round.
#[derive(Clone, Debug)]
pub struct Kept {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: u64,
    pub(crate) digest: String,
    pub(crate) pixels: Option<(u32, u32)>,
}

impl Kept {
    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }
}

/// The key of bytes.
pub(crate) fn blob_key(workspace: Id, digest: &str, number: Id) -> String {
    format!("{}/{}/{digest}.{number}", home(workspace), &digest[..2])
}

impl Records {
    /// Keeps the bytes of files that have come in; waits on this thread, which must not be one of an async runtime.
    pub fn keep_files_now(&self, workspace: Id, files: Vec<Received>) -> Outcome<Vec<Kept>> {
        files.into_iter().map(|file| self.keep_file(workspace, file)).collect()
    }

    /// Keeps the bytes of files that have come in.
    pub async fn keep_files(&self, workspace: Id, files: Vec<Received>) -> Outcome<Vec<Kept>> {
        let records = self.clone();
        let kept = tokio::task::spawn_blocking(move || records.keep_files_now(workspace, files)).await;
        kept.map_err(|why| Problem::internal(format!("keep files: {why}")))?
    }

    fn keep_file(&self, workspace: Id, file: Received) -> Outcome<Kept> {
        let key = self.claim(workspace, &file.digest, file.bytes)?;
        let blobs = self.files()?.blobs();
        let cannot = |why| trouble("keep a file", &why);
        // What is there already is not written again; what was lost comes back.
        if blobs.length(&key).map_err(cannot)? != Some(file.bytes) {
            blobs.put(&key, file.place.path()).map_err(cannot)?;
        }
        Ok(Kept {
            name: file.name.clone(),
            kind: file.kind,
            bytes: file.bytes,
            digest: file.digest.clone(),
            pixels: file.pixels,
        })
    }

    /// Says that the bytes of a digest are wanted; gives the key under which they lie, or are to lie.
    pub(crate) fn claim(&self, workspace: Id, digest: &str, bytes: u64) -> Outcome<String> {
        let (house, digest) = (self.house.clone(), digest.to_owned());
        let actor = Actor::system(workspace, "keep a file");
        self.write_now(&actor, move |gate| {
            let number = house.ids.next(gate.now);
            let made = claim(gate.session, workspace, (&digest, bytes), number);
            let number = made.map_err(|fail| gate.failed(fail))?;
            Ok(blob_key(workspace, &digest, number))
        })
    }
}

impl Gate<'_> {
    /// Says within the transaction that the bytes of a file are in use; they must have been kept.
    pub(super) fn use_bytes(&mut self, kept: &Kept) -> Outcome<()> {
        let used = Update::of(tables::BLOB)
            .set("unused_since", Cell::Null)
            .having("workspace_id", self.actor.workspace)
            .having("digest", kept.digest.as_str());
        match self.session.update(&used).map_err(|fail| self.failed(fail))? {
            0 => {
                Err(Problem::internal(format!("the bytes {} were swept before they were used", kept.digest)))
            }
            _ => Ok(()),
        }
    }

    /// The key under which the bytes of a digest lie.
    pub(super) fn key_of(&mut self, digest: &str) -> Outcome<Option<String>> {
        let workspace = self.actor.workspace;
        let number = number(self.session, workspace, digest).map_err(|fail| self.failed(fail))?;
        Ok(number.map(|number| blob_key(workspace, digest, number)))
    }
}

fn claim(
    session: &mut dyn Session,
    workspace: Id,
    (digest, bytes): (&str, u64),
    new: Id,
) -> Result<Id, Fail> {
    let cells = vec![
        ("workspace_id", workspace.into()),
        ("digest", digest.into()),
        ("number", new.into()),
        ("bytes", Cell::Int(bytes as i64)),
        ("unused_since", Cell::Null),
    ];
    let row = Insert::row(tables::BLOB, cells);
    if session.insert(&Insert { unless_there: Some(vec!["workspace_id", "digest"]), ..row })? == 1 {
        return Ok(new);
    }
    let wanted = Update::of(tables::BLOB)
        .set("unused_since", Cell::Null)
        .having("workspace_id", workspace)
        .having("digest", digest);
    session.update(&wanted)?;
    // Taken out between the two: it is asked for again.
    number(session, workspace, digest)?.ok_or(Fail::Retry)
}

/// The number in the key of a digest's bytes.
fn number(session: &mut dyn Session, workspace: Id, digest: &str) -> Result<Option<Id>, Fail> {
    let select = Select::from(tables::BLOB, "b")
        .column("number", ColumnType::Int)
        .having("workspace_id", workspace)
        .having("digest", digest);
    Ok(session.rows(&select)?.first().and_then(|row| row[0].as_id()))
}
