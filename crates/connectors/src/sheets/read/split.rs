//! Cutting text into records and cells, piece by piece as it comes.
//!
//! The `csv` crate takes in a whole record before one can object and does not tell that a file ended inside
//! quotes. A stranger's file needs both, so the cutting is done here, and a property test holds it to what the
//! crate makes of the same bytes.

use memchr::memchr3;

use super::{Layout, Limits};

/// One record as it is being read: the cells' bytes in a row, and where each of them ends.
pub(super) struct Record {
    pub bytes: Vec<u8>,
    pub ends: Vec<usize>,
    /// How many cells there are; those above the limit are counted and not kept.
    pub columns: usize,
    /// The line it begins on, from 1.
    pub line: u64,
    /// The first cell that was larger than the limit, and so is kept only in part.
    pub oversize: Option<usize>,
    /// The first cell whose quotes held line ends and closed before its end: it may have taken in other rows.
    pub runaway: Option<usize>,
    limits: Limits,
}

impl Record {
    pub fn new(limits: Limits) -> Record {
        Record {
            bytes: Vec::new(),
            ends: Vec::new(),
            columns: 0,
            line: 1,
            oversize: None,
            runaway: None,
            limits,
        }
    }

    fn begin(&mut self, line: u64) {
        self.bytes.clear();
        self.ends.clear();
        self.columns = 0;
        self.line = line;
        self.oversize = None;
        self.runaway = None;
    }

    fn push(&mut self, chunk: &[u8]) {
        if self.columns >= self.limits.columns {
            return;
        }
        let cell = self.bytes.len() - self.ends.last().copied().unwrap_or(0);
        let room = (self.limits.cell - cell).min(self.limits.row.saturating_sub(self.bytes.len()));
        if chunk.len() > room {
            self.oversize.get_or_insert(self.columns);
        }
        self.bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }

    fn end_cell(&mut self) {
        self.columns += 1;
        if self.columns <= self.limits.columns {
            self.ends.push(self.bytes.len());
        }
    }
}

/// Where in a record we are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Between,
    CellStart,
    Plain,
    Quoted,
    /// After a quote inside quotes: the end of the cell, or the first half of a doubled quote.
    Closing,
}

/// How a file ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// After a line end: nothing is left over.
    Clean,
    /// A last record without a line end.
    Record,
    /// Inside quotes.
    Cut,
}

/// Cuts text into records.
pub(super) struct Splitter {
    delimiter: u8,
    quote: Option<u8>,
    state: State,
    /// The line we are on, from 1.
    pub line: u64,
    /// Whether the last byte was a carriage return, so that a line feed belongs to it.
    pub after_cr: bool,
    /// Cells whose closing quote ends them, and those where more text follows: a sign of a wrong guess.
    pub closed_well: usize,
    pub closed_oddly: usize,
    /// The line on which the last quote opened.
    opened: u64,
}

impl Splitter {
    pub fn new(layout: &Layout) -> Splitter {
        Splitter {
            delimiter: layout.delimiter.byte(),
            quote: layout.quote.byte(),
            state: State::Between,
            line: 1,
            after_cr: false,
            closed_well: 0,
            closed_oddly: 0,
            opened: 1,
        }
    }

    /// Reads on in `record` until it is whole: how many bytes of `input` were used, and whether it is.
    pub fn read(&mut self, input: &[u8], record: &mut Record) -> (usize, bool) {
        let mut at = 0;
        while let Some(&byte) = input.get(at) {
            match self.state {
                State::Between if byte == b'\n' || byte == b'\r' => {
                    self.line_end(byte);
                    at += 1;
                }
                State::Between => {
                    self.after_cr = false;
                    record.begin(self.line);
                    self.state = State::CellStart;
                }
                State::CellStart if Some(byte) == self.quote => {
                    self.opened = self.line;
                    self.state = State::Quoted;
                    at += 1;
                }
                State::CellStart => self.state = State::Plain,
                State::Plain => {
                    let rest = &input[at..];
                    let length = memchr3(self.delimiter, b'\n', b'\r', rest).unwrap_or(rest.len());
                    record.push(&rest[..length]);
                    at += length;
                    if let Some(&stop) = input.get(at) {
                        at += 1;
                        record.end_cell();
                        if stop != self.delimiter {
                            self.line_end(stop);
                            self.state = State::Between;
                            return (at, true);
                        }
                        self.state = State::CellStart;
                    }
                }
                State::Quoted => at += self.read_quoted(&input[at..], record),
                State::Closing if Some(byte) == self.quote => {
                    record.push(&[byte]);
                    self.state = State::Quoted;
                    at += 1;
                }
                State::Closing => {
                    if [self.delimiter, b'\n', b'\r'].contains(&byte) {
                        self.closed_well += 1;
                    } else {
                        self.closed_oddly += 1;
                        if self.line > self.opened {
                            record.runaway.get_or_insert(record.columns);
                        }
                    }
                    self.state = State::Plain;
                }
            }
        }
        (at, false)
    }

    /// What it means that nothing more comes. Afterwards a last record is whole.
    pub fn finish(&mut self, record: &mut Record) -> End {
        let end = match self.state {
            State::Between => return End::Clean,
            State::Quoted => End::Cut,
            State::CellStart | State::Plain | State::Closing => End::Record,
        };
        record.end_cell();
        self.state = State::Between;
        end
    }

    fn read_quoted(&mut self, rest: &[u8], record: &mut Record) -> usize {
        let quote = self.quote.unwrap_or(b'"');
        let length = memchr3(quote, b'\n', b'\r', rest).unwrap_or(rest.len());
        record.push(&rest[..length]);
        if length > 0 {
            self.after_cr = false;
        }
        let Some(&stop) = rest.get(length) else { return length };
        if stop == quote {
            self.after_cr = false;
            self.state = State::Closing;
        } else {
            self.line_end(stop);
            record.push(&[stop]);
        }
        length + 1
    }

    fn line_end(&mut self, byte: u8) {
        if byte == b'\n' && self.after_cr {
            self.after_cr = false;
        } else {
            self.line += 1;
            self.after_cr = byte == b'\r';
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::read::{Delimiter, Quote};
    use proptest::prelude::*;

    type Records = Vec<(u64, Vec<Vec<u8>>)>;

    /// All records with their lines, fed in pieces of `piece` bytes, and how the text ended.
    fn split(text: &[u8], layout: &Layout, limits: Limits, piece: usize) -> (Records, End) {
        let (mut splitter, mut record) = (Splitter::new(layout), Record::new(limits));
        let mut records = Vec::new();
        let cells = |record: &Record| {
            let starts = std::iter::once(0).chain(record.ends.iter().copied());
            let cells = starts.zip(&record.ends).map(|(start, end)| record.bytes[start..*end].to_vec());
            (record.line, cells.collect())
        };
        for mut chunk in text.chunks(piece) {
            while !chunk.is_empty() {
                let (used, whole) = splitter.read(chunk, &mut record);
                chunk = &chunk[used..];
                if whole {
                    records.push(cells(&record));
                }
            }
        }
        let end = splitter.finish(&mut record);
        if end != End::Clean {
            records.push(cells(&record));
        }
        (records, end)
    }

    fn rows(text: &str) -> (Vec<(u64, String)>, End) {
        let (records, end) = split(text.as_bytes(), &Layout::default(), Limits::default(), 64);
        let shown = |cells: Vec<Vec<u8>>| {
            cells.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect::<Vec<_>>().join("|")
        };
        (records.into_iter().map(|(line, cells)| (line, shown(cells))).collect(), end)
    }

    #[test]
    fn records_know_the_line_they_begin_on() {
        type Case<'c> = (&'c str, &'c [(u64, &'c str)], End);
        let table: [Case<'_>; 8] = [
            ("a,b\nc,d\n", &[(1, "a|b"), (2, "c|d")], End::Clean),
            ("a,b\r\n\r\nc,d", &[(1, "a|b"), (3, "c|d")], End::Record),
            ("a\rb\rc", &[(1, "a"), (2, "b"), (3, "c")], End::Record),
            ("\"a\r\nb\nc\rd\",e\nf", &[(1, "a\r\nb\nc\rd|e"), (5, "f")], End::Record),
            ("\"say \"\"hi\"\"\",5\" pipe\nx", &[(1, "say \"hi\"|5\" pipe"), (2, "x")], End::Record),
            ("\"Big\" Bob,1\n,\n", &[(1, "Big Bob|1"), (2, "|")], End::Clean),
            ("a\n\"b,c\nd", &[(1, "a"), (2, "b,c\nd")], End::Cut),
            ("\n\r\n\n", &[], End::Clean),
        ];
        for (text, expected, end) in table {
            let expected = expected.iter().map(|(line, row)| (*line, (*row).to_owned())).collect::<Vec<_>>();
            assert_eq!(rows(text), (expected, end), "{text:?}");
        }
    }

    #[test]
    fn what_is_over_a_limit_is_counted_and_not_kept() {
        let limits = Limits { columns: 3, cell: 4, row: 10 };
        let mut record = Record::new(limits);
        let mut splitter = Splitter::new(&Layout::default());
        let (_, whole) = splitter.read(b"123456,abcd,wxyz,more,more\n", &mut record);
        assert!(whole);
        assert_eq!((record.columns, record.ends.as_slice(), record.oversize), (5, &[4, 8, 10][..], Some(0)));
        assert_eq!(record.bytes, b"1234abcdwx");
    }

    proptest! {
        #[test]
        fn cells_are_those_of_the_csv_crate_however_the_text_is_cut(
            text in proptest::collection::vec(prop_oneof![Just(b'"'), Just(b','), Just(b'\n'), Just(b'\r'), any::<u8>()], 0..200),
            piece in 1usize..40,
        ) {
            let layout = Layout { delimiter: Delimiter::COMMA, quote: Quote::Double, ..Layout::default() };
            let (ours, _) = split(&text, &layout, Limits::default(), piece);
            let mut theirs = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(&text[..]);
            let theirs = theirs.byte_records().map(|row| row.expect("any bytes").iter().map(<[u8]>::to_vec).collect());
            let theirs: Vec<Vec<Vec<u8>>> = theirs.collect();
            // The crate leaves a byte order mark out; our decoder does that before.
            prop_assume!(!text.starts_with(b"\xef\xbb\xbf"));
            prop_assert_eq!(ours.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), theirs);
        }
    }
}
