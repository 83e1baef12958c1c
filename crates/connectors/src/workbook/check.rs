//! Whether a workbook may be unpacked at all: a file of a few kilobytes can hold gigabytes of nothing.

use std::io::{Read, Seek, SeekFrom};

use memchr::memrchr;
use zip::ZipArchive;

use crate::sheets::read::SheetError;

/// How much larger than its file a workbook may be, once it is larger than [`FREE`].
const RATIO: u64 = 100;
/// Up to here no ratio is asked for.
const FREE: u64 = 32 << 20;
/// How large its sheets may be together, and its shared texts, which are kept in memory.
const SHEETS: u64 = 4 << 30;
const TEXTS: u64 = 512 << 20;
/// How large any other part may be that is read.
const OTHER: u64 = 32 << 20;
/// How many bytes may stand between two tags.
const PIECE: usize = 4 << 20;
/// How many parts it may have.
const PARTS: usize = 10_000;

/// Unpacks what will be read into nothing, and refuses what is too large by any measure. The file stands at its start
/// again afterwards.
pub fn check<R: Read + Seek>(file: &mut R) -> Result<(), SheetError> {
    let packed = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    unpack(&mut *file, packed)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(())
}

fn unpack<R: Read + Seek>(file: R, packed: u64) -> Result<(), SheetError> {
    let mut zip = ZipArchive::new(file).map_err(broken)?;
    if zip.len() > PARTS {
        return Err(too_large(PARTS as u64));
    }
    let (mut all, mut sheets) = (0, 0);
    for place in 0..zip.len() {
        let name = zip.name_for_index(place).transpose().map_err(broken)?;
        let name = name.unwrap_or_default().to_ascii_lowercase();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let limit = match name.as_str() {
            "xl/sharedstrings.xml" => TEXTS,
            name if name.starts_with("xl/worksheets/") => SHEETS - sheets,
            // Drawings, charts and the like are never read.
            name if name.contains('/')
                && !matches!(name, "xl/workbook.xml" | "xl/styles.xml")
                && !name.ends_with(".rels") =>
            {
                continue;
            }
            _ => OTHER,
        };
        let length = measured(zip.by_index(place).map_err(broken)?, limit)?;
        all += length;
        sheets += if name.starts_with("xl/worksheets/") { length } else { 0 };
        if all > FREE && all > packed.saturating_mul(RATIO) {
            return Err(too_large(packed.saturating_mul(RATIO).max(FREE)));
        }
    }
    Ok(())
}

/// How long a part is.
fn measured(mut part: impl Read, limit: u64) -> Result<u64, SheetError> {
    let (mut length, mut since_tag, mut some) = (0_u64, 0_usize, vec![0; 1 << 16]);
    loop {
        let read = part.read(&mut some).map_err(broken)?;
        if read == 0 {
            return Ok(length);
        }
        length += read as u64;
        since_tag = match memrchr(b'<', &some[..read]) {
            Some(at) => read - at,
            None => since_tag + read,
        };
        if length > limit {
            return Err(too_large(limit));
        }
        if since_tag > PIECE {
            return Err(too_large(PIECE as u64));
        }
    }
}

fn too_large(limit: u64) -> SheetError {
    SheetError::Unpacks { limit }
}

pub(super) fn broken(error: impl std::fmt::Display) -> SheetError {
    SheetError::Broken { kind: "xlsx", detail: error.to_string() }
}
