//! Walking the rows of a table from its first to its last, or from where one stopped.

use std::io::{Read, Seek};
use std::str::from_utf8;

use serde::{Deserialize, Serialize};

use super::decode::Source;
use super::header::{name_columns, number_columns};
use super::split::{End, Record, Splitter};
use super::{Encoding, Layout, Limits, Renamed, Row, RowProblem, SheetError};

/// Reads a table row by row. Memory stays flat; no bytes make it panic.
pub struct Reader<R> {
    source: Source<R>,
    splitter: Splitter,
    record: Record,
    layout: Layout,
    limits: Limits,
    header: Vec<String>,
    renamed: Vec<Renamed>,
    problems: Vec<RowProblem>,
    rows: u64,
    /// The first row was read to see how many columns there are, and not given out yet.
    held: bool,
}

/// How far one has read: enough to go on from there another day, in the same file by the same layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// How many rows were given out.
    pub row: u64,
    /// The line that comes next.
    pub line: u64,
    /// How many bytes of the file lie behind, where the encoding lets that be told.
    pub byte: Option<u64>,
}

impl<R: Read> Reader<R> {
    /// Begins to read `source`; refuses what is empty, cut off in its first row, or has too many columns.
    pub fn open(source: R, layout: &Layout, limits: Limits) -> Result<Reader<R>, SheetError> {
        let mut reader = Reader {
            source: Source::new(source, layout.encoding),
            splitter: Splitter::new(layout),
            record: Record::new(limits),
            layout: layout.clone(),
            limits,
            header: Vec::new(),
            renamed: Vec::new(),
            problems: Vec::new(),
            rows: 0,
            held: false,
        };
        reader.begin()?;
        Ok(reader)
    }

    /// The names of the columns; each is there once and none is empty.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The columns that have another name in the file.
    pub fn renamed(&self) -> &[Renamed] {
        &self.renamed
    }

    /// The next row, or nothing at the end. Lines and rows with nothing in them are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, SheetError> {
        if !self.held && !self.read_record()? {
            return Ok(None);
        }
        self.held = false;
        self.rows += 1;
        self.find_problems();
        let text = from_utf8(&self.record.bytes).expect("mended when it was read");
        Ok(Some(Row {
            number: self.rows,
            line: self.record.line,
            text,
            ends: &self.record.ends,
            header: &self.header,
            problems: &self.problems,
        }))
    }

    /// How far one has read, after the row given out last.
    pub fn position(&self) -> Position {
        if self.rows == 0 {
            return Position::default();
        }
        Position { row: self.rows, line: self.splitter.line, byte: self.source.offset() }
    }

    fn begin(&mut self) -> Result<(), SheetError> {
        self.skip_preamble()?;
        if !self.read_record()? {
            return Err(SheetError::Empty);
        }
        let (count, limit) = (self.record.columns, self.limits.columns);
        if count > limit {
            return Err(SheetError::Columns { count, limit });
        }
        if self.layout.header {
            let names = from_utf8(&self.record.bytes).expect("mended when it was read");
            let starts = std::iter::once(&0).chain(&self.record.ends);
            let cells = starts.zip(&self.record.ends).map(|(start, end)| &names[*start..*end]);
            (self.header, self.renamed) = name_columns(cells);
        } else {
            self.header = number_columns(count);
        }
        self.held = !self.layout.header;
        Ok(())
    }

    fn skip_preamble(&mut self) -> Result<(), SheetError> {
        while self.splitter.line <= self.layout.preamble {
            let piece = self.source.fill()?;
            if piece.is_empty() {
                return Ok(());
            }
            let end = memchr::memchr(b'\n', piece);
            let used = end.map_or(piece.len(), |end| end + 1);
            self.source.consume(used);
            self.splitter.line += u64::from(end.is_some());
        }
        Ok(())
    }

    /// Reads the next record that has something in it; false at the end.
    fn read_record(&mut self) -> Result<bool, SheetError> {
        loop {
            let whole = self.read_whole()?;
            if !whole && !self.read_last()? {
                return Ok(false);
            }
            self.mend();
            if !self.record.bytes.iter().all(u8::is_ascii_whitespace) {
                return Ok(true);
            }
        }
    }

    /// Reads up to the end of a record; false if the file ended before.
    fn read_whole(&mut self) -> Result<bool, SheetError> {
        loop {
            let piece = self.source.fill()?;
            if piece.is_empty() {
                return Ok(false);
            }
            let (used, whole) = self.splitter.read(piece, &mut self.record);
            self.source.consume(used);
            if whole {
                return self.take_line_feed().map(|()| true);
            }
        }
    }

    /// A line feed after a carriage return belongs to the record, so that a position never lies between them.
    fn take_line_feed(&mut self) -> Result<(), SheetError> {
        if self.splitter.after_cr {
            if self.source.fill()?.first() == Some(&b'\n') {
                self.source.consume(1);
            }
            self.splitter.after_cr = false;
        }
        Ok(())
    }

    /// What stands after the last line end: a record, nothing, or one that was cut off.
    fn read_last(&mut self) -> Result<bool, SheetError> {
        let end = self.splitter.finish(&mut self.record);
        let broken = self.source.cut
            || self.layout.encoding == Encoding::UTF_8
                && from_utf8(&self.record.bytes).is_err_and(|error| error.error_len().is_none());
        match end {
            End::Clean => Ok(false),
            End::Record if !broken => Ok(true),
            End::Record | End::Cut => Err(SheetError::Truncated { line: self.record.line }),
        }
    }

    /// Makes sure that every cell is text, and notes the first that was not.
    fn mend(&mut self) {
        self.problems.clear();
        let sound = |text: &str| self.record.ends.iter().all(|end| text.is_char_boundary(*end));
        if !from_utf8(&self.record.bytes).is_ok_and(sound) {
            self.replace_broken_cells();
        } else if self.source.malformed {
            let replaced = memchr::memmem::find(&self.record.bytes, "\u{fffd}".as_bytes());
            let column = replaced.map(|at| self.record.ends.partition_point(|end| *end <= at));
            self.problems.extend(column.map(|column| self.garbled(column)));
        }
    }

    fn replace_broken_cells(&mut self) {
        let (mut bytes, mut start, mut broken) = (Vec::new(), 0, None);
        for (column, end) in self.record.ends.iter_mut().enumerate() {
            let cell = String::from_utf8_lossy(&self.record.bytes[start..*end]);
            // A cell that was too large may have been left in the middle of a character: not its own fault.
            let ours = self.record.oversize == Some(column);
            if matches!(cell, std::borrow::Cow::Owned(_)) && !ours {
                broken.get_or_insert(column);
            }
            bytes.extend_from_slice(cell.as_bytes());
            start = std::mem::replace(end, bytes.len());
        }
        self.record.bytes = bytes;
        self.problems.extend(broken.map(|column| self.garbled(column)));
    }

    fn garbled(&self, column: usize) -> RowProblem {
        RowProblem::Garbled { column, encoding: self.layout.encoding.name() }
    }

    fn find_problems(&mut self) {
        let (cells, expected) = (self.record.columns, self.header.len());
        if let Some(column) = self.record.oversize {
            self.problems.push(RowProblem::CellTooLarge { column, limit: self.limits.cell });
        }
        self.problems.extend(self.record.runaway.map(|column| RowProblem::Runaway { column }));
        if cells < expected {
            self.problems.push(RowProblem::Short { cells, expected });
        } else if cells > expected && self.has_surplus(expected) {
            self.problems.push(RowProblem::Long { cells, expected });
        }
    }

    /// Whether something stands in the cells after the last column; spreadsheets like to leave empty ones.
    fn has_surplus(&self, expected: usize) -> bool {
        let within = self.record.ends.get(expected.wrapping_sub(1)).copied().unwrap_or(0);
        let kept = &self.record.bytes[within.min(self.record.bytes.len())..];
        self.record.columns > self.record.ends.len() || !kept.iter().all(u8::is_ascii_whitespace)
    }
}

impl<R: Read + Seek> Reader<R> {
    /// Goes to `position` of the same file, so that the row after it comes next.
    ///
    /// In UTF-8 that is one jump; in other encodings the rows before are read and passed over.
    pub fn skip_to(&mut self, position: Position) -> Result<(), SheetError> {
        self.problems.clear();
        self.splitter = Splitter::new(&self.layout);
        self.rows = 0;
        if let (Some(byte), true) = (position.byte, position.row > 0) {
            self.source.seek(byte)?;
            (self.splitter.line, self.rows, self.held) = (position.line, position.row, false);
            return Ok(());
        }
        self.source.seek(0)?;
        self.begin()?;
        while self.rows < position.row && self.next_row()?.is_some() {}
        Ok(())
    }
}
