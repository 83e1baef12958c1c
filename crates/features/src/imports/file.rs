//! The file of an import: opened, checked to be the same, and read in chunks on a thread of its own.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::SyncSender;

use cordee_base::{Fault, Outcome, Problem};
use cordee_connectors::sheets::read::{Hints, Layout, Limits, SheetError};
use cordee_connectors::tables::{Table, lay_out};
use cordee_kit::ReadAs;
use cordee_schema::Reading;
use sha2::{Digest, Sha256};

use super::plan::Plan;
use super::read::Line;

/// How many rows one transaction brings in: enough to make its cost small, few enough (a tenth of a second) not to keep
/// others waiting. Rows that come together share the pages of the indexes that they change.
pub(super) const TOGETHER: usize = 2_000;

/// The rows of a file, which counts the bytes that it has read.
pub(super) type Rows = Table<Counted>;

/// A file that counts the bytes read from it.
pub(super) struct Counted {
    file: BufReader<File>,
    read: Arc<AtomicU64>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(into)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

/// A chunk of rows, read.
pub(super) struct Chunk {
    pub lines: Vec<Line>,
    /// How many bytes of the file had been read when it was made.
    pub bytes: u64,
}

/// The layout of a file, as a person says or as it is found out, and the names of its sheets.
pub(super) fn layout(path: &Path, read: &ReadAs, language: &str) -> Outcome<(Layout, Vec<String>)> {
    let hints = Hints {
        encoding: read.encoding.as_deref().map(named).transpose()?,
        delimiter: read.delimiter.as_deref().map(named).transpose()?,
        quote: None,
        header: read.header,
        sheet: read.sheet.clone(),
        language: Some(language.to_owned()),
    };
    // That there is none is told as such.
    open(path)?;
    Ok(lay_out(|| File::open(path), &hints)?)
}

fn named<T: FromStr<Err = SheetError>>(name: &str) -> Result<T, SheetError> {
    name.parse()
}

/// The rows from the first, and the size of the file.
pub(super) fn reader(path: &Path, layout: &Layout) -> Outcome<(Rows, u64, Arc<AtomicU64>)> {
    let file = open(path)?;
    let size = file.metadata().map_err(|error| unreadable(path, &error))?.len();
    let read = Arc::new(AtomicU64::new(0));
    let counted = Counted { file: BufReader::with_capacity(64 * 1024, file), read: read.clone() };
    let rows = Table::open(counted, layout, Limits::default())?;
    // What was read to get there is no progress.
    read.store(0, Ordering::Relaxed);
    Ok((rows, size, read))
}

/// The SHA-256 of a file in hexadecimal.
pub(super) fn digest(path: &Path) -> Outcome<String> {
    let mut file = open(path)?;
    let (mut digest, mut piece) = (Sha256::new(), vec![0; 256 * 1024]);
    loop {
        match file.read(&mut piece).map_err(|error| unreadable(path, &error))? {
            0 => break,
            read => digest.update(&piece[..read]),
        }
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn open(path: &Path) -> Outcome<File> {
    File::open(path).map_err(|error| unreadable(path, &error))
}

/// A file that is not there is the caller's fault, one that can't be read for another reason is ours.
fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::IsADirectory => {
            Fault::at("file", "error-file-missing").with("value", path.display()).into()
        }
        _ => Problem::internal(format!("read {}: {error}", path.display())),
    }
}

/// Reads all rows after the first `skipped` and hands them on in chunks, until nobody takes them any more.
pub(super) fn feed(
    mut rows: Rows,
    read: &AtomicU64,
    skipped: u64,
    plan: &Plan,
    reading: &Reading,
    into: &SyncSender<Outcome<Chunk>>,
) {
    let chunk = |rows: &mut Rows| -> Result<Vec<Line>, SheetError> {
        let mut lines = Vec::with_capacity(TOGETHER);
        while lines.len() < TOGETHER
            && let Some(row) = rows.next_row()?
        {
            lines.push(Line::read(plan, &row, reading));
        }
        Ok(lines)
    };
    for _ in 0..skipped {
        match rows.next_row() {
            Ok(Some(_)) => {}
            Ok(None) => break,
            Err(error) => {
                // Whoever took the chunks is gone if this can't be sent.
                let _ = into.send(Err(error.into()));
                return;
            }
        }
    }
    loop {
        let lines = chunk(&mut rows);
        let end = lines.as_ref().map_or(true, |lines| lines.len() < TOGETHER);
        let bytes = read.load(Ordering::Relaxed);
        let sent = into.send(lines.map(|lines| Chunk { lines, bytes }).map_err(Problem::from));
        if end || sent.is_err() {
            return;
        }
    }
}
