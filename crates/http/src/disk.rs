//! How much room there is where sent files are kept.

use std::path::Path;

/// How many bytes are free on the disk of this folder, or of the nearest folder above it that is there; none where the
/// system does not tell.
pub fn free(folder: &Path) -> Option<u64> {
    let there = folder.ancestors().find(|folder| folder.exists())?;
    let disk = rustix::fs::statvfs(there).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}
