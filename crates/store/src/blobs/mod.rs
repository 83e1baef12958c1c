//! Bytes that are too many for a row: kept whole under a key, in a folder or elsewhere, and read piece by piece.

mod bucket;
mod folder;

use std::io;
use std::path::Path;
use std::time::SystemTime;

pub use bucket::{Bucket, BucketOptions};
pub use folder::Folder;

/// Where such bytes lie. All of it waits on the calling thread, which must not be one of the database's.
///
/// A key is made by Cordee of digits, letters, `/`, `.` and `-`; nothing that anybody has typed is part of one.
/// A store that does not answer, or lets nobody in, says [`io::ErrorKind::NotConnected`].
pub trait Blobs: Send + Sync {
    /// Keeps a file under a key: all of it and on the disk, or nothing. The file itself may be gone afterwards.
    fn put(&self, key: &str, file: &Path) -> io::Result<()>;

    /// Up to `most` bytes from `from` on; fewer only at the end.
    fn read(&self, key: &str, from: u64, most: usize) -> io::Result<Vec<u8>>;

    /// How many bytes lie under the key, if any do.
    fn length(&self, key: &str) -> io::Result<Option<u64>>;

    /// Takes out what lies under the key; that nothing does is no failure.
    fn remove(&self, key: &str) -> io::Result<()>;

    /// Tells all that lies under keys that begin with `folder`, a part of keys that ends before a `/`.
    fn each(&self, folder: &str, told: &mut dyn FnMut(Blob<'_>)) -> io::Result<()>;
}

/// What lies under a key.
#[derive(Clone, Copy, Debug)]
pub struct Blob<'a> {
    /// The key.
    pub key: &'a str,
    /// How many bytes it has.
    pub bytes: u64,
    /// When it was written.
    pub written: SystemTime,
}

/// Whether a key can be one of ours, so that it leads nowhere else.
fn is_key(key: &str) -> bool {
    let sound = |part: &str| {
        let letters = part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
        letters && !part.starts_with('.') && !part.is_empty()
    };
    key.split('/').all(sound)
}
