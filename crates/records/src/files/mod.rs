//! Files about records: taken in piece by piece, kept once for each workspace by the digest of their bytes, given out
//! under the rights of the record that they are about, and swept when nothing speaks of them any more.

mod attach;
mod fetch;
mod field;
mod keep;
mod name;
mod picture;
mod receive;
mod room;
mod sniff;
mod sweep;

use std::fs;
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use cordee_base::{Chance, Id, Outcome, Problem};
use cordee_store::{Blobs, Bucket, BucketOptions, Folder};

use crate::Records;

pub use attach::Attachment;
pub(crate) use fetch::BlobReader;
pub use fetch::FileContent;
pub use keep::Kept;
pub(crate) use picture::SMALL;
pub use picture::Thumbnail;
use receive::Place;
pub use receive::{Received, Receiving};
pub use room::Room;
pub use sweep::SweptFiles;

pub(crate) use keep::blob_key;

/// How much may be kept.
#[derive(Clone, Copy, Debug)]
pub struct FileLimits {
    /// How many bytes one file may have.
    pub one: u64,
    /// How many bytes all files of one person may have together, if that is limited.
    pub person: Option<u64>,
    /// How many bytes all files of a workspace may have together, if that is limited.
    pub workspace: Option<u64>,
}

impl Default for FileLimits {
    fn default() -> FileLimits {
        FileLimits { one: 100 * MEGABYTE, person: Some(10_000 * MEGABYTE), workspace: None }
    }
}

/// A megabyte as disks and people count it.
pub const MEGABYTE: u64 = 1_000_000;

/// Where files are kept, and how many. Clones share it.
#[derive(Clone)]
pub struct Files(Arc<Inner>);

struct Inner {
    blobs: Box<dyn Blobs>,
    incoming: PathBuf,
    limits: FileLimits,
}

impl Files {
    /// Files in a folder of this machine.
    pub fn in_folder(folder: &Path, limits: FileLimits) -> Files {
        Files::with(Box::new(Folder::at(folder.join("blobs"))), folder, limits)
    }

    /// Files in a bucket of a store that speaks S3; what is on its way in lies in a folder of this machine.
    pub fn in_bucket(bucket: &BucketOptions, folder: &Path, limits: FileLimits) -> io::Result<Files> {
        Ok(Files::with(Box::new(Bucket::at(bucket)?), folder, limits))
    }

    /// Files wherever `blobs` keeps them; what is on its way in lies in a folder of this machine.
    pub fn with(blobs: Box<dyn Blobs>, folder: &Path, limits: FileLimits) -> Files {
        Files(Arc::new(Inner { blobs, incoming: folder.join("incoming"), limits }))
    }

    /// Puts a few bytes where files are kept, reads them, and takes them out again. Waits on this thread.
    pub fn probe(&self, chance: &mut dyn Chance) -> io::Result<()> {
        let mut bytes = [0; 16];
        chance.fill(&mut bytes);
        let name: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        fs::DirBuilder::new().recursive(true).mode(0o700).create(self.incoming())?;
        let (place, key) = (Place::at(self.incoming().join(&name)), format!("probe/{name}"));
        fs::write(place.path(), bytes)?;
        self.blobs().put(&key, place.path())?;
        let read = self.blobs().read(&key, 0, bytes.len());
        self.blobs().remove(&key)?;
        match read? == bytes {
            true => Ok(()),
            false => {
                Err(io::Error::new(io::ErrorKind::InvalidData, "other bytes came back than were put there"))
            }
        }
    }

    pub(crate) fn blobs(&self) -> &dyn Blobs {
        &*self.0.blobs
    }

    pub(crate) fn incoming(&self) -> &Path {
        &self.0.incoming
    }

    /// How much may be kept.
    pub fn limits(&self) -> FileLimits {
        self.0.limits
    }
}

impl Records {
    /// The same records, which keep files there.
    pub fn keeping(self, files: Files) -> Records {
        // Said once, when they are opened; whoever says it again changes nothing.
        let _ = self.house.files.set(files);
        self
    }

    /// Where files are kept.
    pub(crate) fn files(&self) -> Outcome<&Files> {
        self.house.files.get().ok_or_else(|| Problem::internal("these records were opened without files"))
    }
}

/// After how many seconds a store that did not answer may be asked again.
const RETRY: u32 = 5;

/// The folder of a workspace, in which the keys of all its files begin.
pub(crate) fn home(workspace: Id) -> String {
    workspace.to_string()
}

/// What a disk or a store says, as the problem it is.
pub(crate) fn trouble(doing: &str, why: &io::Error) -> Problem {
    match why.kind() {
        io::ErrorKind::StorageFull => Problem::Full,
        io::ErrorKind::NotConnected => {
            tracing::error!(%why, doing, "the store of files does not answer");
            Problem::FilesAway { retry_seconds: RETRY }
        }
        _ => Problem::internal(format!("{doing}: {why}")),
    }
}
