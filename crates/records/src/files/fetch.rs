//! The bytes of an attachment, piece by piece; whoever asks has been let through to the attachment first.

use std::io::{self, Read, Seek, SeekFrom};

use cordee_base::{Id, Outcome, Problem};

use super::{Attachment, Files, trouble};
use crate::Gate;

/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;

/// The bytes of an attachment that the actor may read.
#[derive(Clone)]
pub struct FileContent {
    /// The attachment.
    pub attachment: Attachment,
    pub(super) key: String,
    files: Files,
}

impl Gate<'_> {
    /// The bytes of an attachment, as far as the actor may read its record; read after the transaction.
    pub fn attachment_content(&mut self, id: Id) -> Outcome<FileContent> {
        let attachment = self.attachment(id)?;
        let files = self.house.files.get().cloned();
        let files = files.ok_or_else(|| Problem::internal("these records were opened without files"))?;
        let lost = || Problem::internal(format!("attachment {id} has no bytes"));
        let key = self.key_of(&attachment.digest)?.ok_or_else(lost)?;
        Ok(FileContent { attachment, key, files })
    }
}

impl FileContent {
    /// The next piece from `from` on, and never beyond `end`; empty at the end. Waits on this thread.
    pub fn piece(&self, from: u64, end: u64) -> Outcome<Vec<u8>> {
        let most = usize::try_from(end.saturating_sub(from)).unwrap_or(PIECE).min(PIECE);
        let cannot = |why| trouble(&format!("read attachment {}", self.attachment.id), &why);
        self.files.blobs().read(&self.key, from, most).map_err(cannot)
    }
}

/// Bytes that lie under a key, as a reader.
pub(crate) struct BlobReader<'a> {
    files: &'a Files,
    key: String,
    length: u64,
    at: u64,
    held: io::Cursor<Vec<u8>>,
}

impl<'a> BlobReader<'a> {
    pub(crate) fn of(files: &'a Files, key: String, length: u64) -> BlobReader<'a> {
        BlobReader { files, key, length, at: 0, held: io::Cursor::default() }
    }
}

impl Read for BlobReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.held.position() == self.held.get_ref().len() as u64 {
            let next = self.files.blobs().read(&self.key, self.at, PIECE)?;
            self.at += next.len() as u64;
            self.held = io::Cursor::new(next);
        }
        self.held.read(into)
    }
}

impl Seek for BlobReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let held = self.held.get_ref().len() as u64;
        let here = self.at - held + self.held.position();
        let wanted = match to {
            SeekFrom::Start(from) => Some(from),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => here.checked_add_signed(by),
        };
        let wanted = wanted.ok_or(io::ErrorKind::InvalidInput)?;
        match wanted.checked_sub(self.at - held).filter(|within| *within <= held) {
            Some(within) => self.held.set_position(within),
            None => {
                self.at = wanted;
                self.held = io::Cursor::default();
            }
        }
        Ok(wanted)
    }
}
