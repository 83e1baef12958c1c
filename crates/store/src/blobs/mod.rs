//! Bytes that are too many for a row: kept whole under a key, in a folder or elsewhere, and read piece by piece.

mod folder;

use std::io;
use std::path::Path;
use std::time::SystemTime;

pub use folder::Folder;

/// Where such bytes lie. All of it waits on the calling thread, which must not be one of the database's.
///
/// A key is made by Cordee of digits, letters, `/`, `.` and `-`; nothing that anybody has typed is part of one.
pub trait Blobs: Send + Sync {
    /// Keeps a file under a key: all of it and on the disk, or nothing. The file itself may be gone afterwards.
    fn put(&self, key: &str, file: &Path) -> io::Result<()>;

    /// Up to `most` bytes from `from` on; fewer only at the end.
    fn read(&self, key: &str, from: u64, most: usize) -> io::Result<Vec<u8>>;

    /// How many bytes lie under the key, if any do.
    fn length(&self, key: &str) -> io::Result<Option<u64>>;

    /// Takes out what lies under the key; that nothing does is no failure.
    fn remove(&self, key: &str) -> io::Result<()>;

    /// Tells all keys that begin with `folder`, a part of keys that ends before a `/`, and when each was written.
    fn each(&self, folder: &str, told: &mut dyn FnMut(&str, SystemTime)) -> io::Result<()>;
}
