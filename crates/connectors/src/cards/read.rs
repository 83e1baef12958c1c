//! Contacts as rows: first all are looked through for the properties that any has, then read once more.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

use calcard::{Entry, Parser};

use super::pairs::{Texts, pairs};
use crate::sheets::read::{Encoding, Layout, Limits, Row, SheetError, Source};
use crate::tables::Cut;

/// Contacts, read row by row.
pub struct Cards<R> {
    lines: Lines<R>,
    limits: Limits,
    header: Vec<String>,
    places: HashMap<String, usize>,
    current: Cut,
    number: u64,
}

impl<R: Read + Seek> Cards<R> {
    /// Looks the whole file through for its properties and begins anew.
    pub fn open(file: R, layout: &Layout, limits: Limits) -> Result<Cards<R>, SheetError> {
        let mut lines = Lines::new(file, layout.encoding, limits.row);
        let (mut header, mut places) = (Vec::new(), HashMap::new());
        while let Some((_, texts)) = lines.card()? {
            for (column, _) in texts {
                if !places.contains_key(&column) {
                    places.insert(column.clone(), header.len());
                    header.push(column);
                }
            }
            if header.len() > limits.columns {
                return Err(SheetError::Columns { count: header.len(), limit: limits.columns });
            }
        }
        if header.is_empty() {
            return Err(SheetError::Empty);
        }
        let mut file = lines.source.into_inner();
        file.seek(SeekFrom::Start(0))?;
        let lines = Lines::new(file, layout.encoding, limits.row);
        Ok(Cards { lines, limits, header, places, current: Cut::default(), number: 0 })
    }
}

impl<R: Read> Cards<R> {
    /// The names of the columns: the properties that any contact has.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next contact, or nothing at the end.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, SheetError> {
        let Some((line, texts)) = self.lines.card()? else { return Ok(None) };
        let mut cells = vec![String::new(); self.header.len()];
        for (column, text) in texts {
            if let Some(cell) = self.places.get(&column).and_then(|place| cells.get_mut(*place)) {
                *cell = text;
            }
        }
        self.current = Cut::row(line, &cells, self.limits);
        self.number += 1;
        Ok(Some(self.current.as_row(self.number, &self.header)))
    }
}

/// A file of contacts, contact by contact.
struct Lines<R> {
    source: Source<R>,
    limit: usize,
    line: u64,
}

impl<R: Read> Lines<R> {
    fn new(file: R, encoding: Encoding, limit: usize) -> Lines<R> {
        Lines { source: Source::new(file, encoding), limit, line: 1 }
    }

    /// The texts of the next contact in which something stands, and the line it begins on.
    fn card(&mut self) -> Result<Option<(u64, Texts)>, SheetError> {
        while let Some((line, text)) = self.block()? {
            let broken = || SheetError::Broken { kind: "vcard", detail: line.to_string() };
            let Entry::VCard(card) = Parser::new(&text).entry() else { return Err(broken()) };
            let texts = pairs(&card);
            if !texts.is_empty() {
                return Ok(Some((line, texts)));
            }
        }
        Ok(None)
    }

    /// The text from the next `BEGIN:VCARD` to its `END:VCARD`.
    fn block(&mut self) -> Result<Option<(u64, String)>, SheetError> {
        let (mut block, mut begun, mut depth) = (Vec::new(), 0, 0_usize);
        loop {
            let (start, at) = (block.len(), self.line);
            if !self.read_line(&mut block)? {
                return match depth {
                    0 => Ok(None),
                    _ => Err(SheetError::Truncated { line: begun }),
                };
            }
            let line = block[start..].trim_ascii();
            if line.eq_ignore_ascii_case(b"BEGIN:VCARD") {
                depth += 1;
                if depth == 1 {
                    begun = at;
                }
            } else if depth > 0 && line.eq_ignore_ascii_case(b"END:VCARD") {
                depth -= 1;
                if depth == 0 {
                    return Ok(Some((begun, String::from_utf8_lossy(&block).into_owned())));
                }
            }
            if depth == 0 {
                // What stands between contacts is nothing of theirs.
                block.clear();
            }
            if block.len() > self.limit {
                return Err(SheetError::Broken { kind: "vcard", detail: begun.to_string() });
            }
        }
    }

    /// Reads a line with its end; false at the end of the file.
    fn read_line(&mut self, into: &mut Vec<u8>) -> Result<bool, SheetError> {
        let before = into.len();
        loop {
            let piece = self.source.fill()?;
            if piece.is_empty() {
                return Ok(into.len() > before);
            }
            let end = memchr::memchr2(b'\n', b'\r', piece).map_or(piece.len(), |at| at + 1);
            into.extend_from_slice(&piece[..end]);
            self.source.consume(end);
            match into.last() {
                Some(b'\n') => {
                    self.line += 1;
                    return Ok(true);
                }
                Some(b'\r') => {
                    let piece = self.source.fill()?;
                    if piece.first() == Some(&b'\n') {
                        into.push(b'\n');
                        self.source.consume(1);
                    }
                    self.line += 1;
                    return Ok(true);
                }
                _ if into.len() - before > self.limit => return Ok(true),
                _ => {}
            }
        }
    }
}
