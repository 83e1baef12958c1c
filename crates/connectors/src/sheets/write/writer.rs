//! Writing a table row by row.

use std::io::{self, Write};

use crate::sheets::read::Delimiter;
use crate::sheets::recognise::{NumberStyle, parse_number};

use super::protect;

/// Writes a table as CSV in UTF-8. Text that a spreadsheet would run as a formula is made harmless.
pub struct Writer<W: Write> {
    csv: csv::Writer<W>,
}

/// In which form a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// Whether to begin with a byte order mark, by which Excel knows UTF-8.
    pub bom: bool,
}

impl Default for Form {
    fn default() -> Form {
        Form { delimiter: Delimiter::COMMA, bom: false }
    }
}

/// One cell to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'c> {
    /// Text, which is protected.
    Text(&'c str),
    /// A number as programs write it, such as `-12.50`, which may begin with its sign. Anything else is text.
    Number(&'c str),
}

impl<W: Write> Writer<W> {
    /// Begins a table in `out`.
    pub fn new(mut out: W, form: Form) -> io::Result<Writer<W>> {
        if form.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let terminator = csv::Terminator::CRLF;
        let mut builder = csv::WriterBuilder::new();
        builder.delimiter(form.delimiter.byte()).terminator(terminator).flexible(true);
        Ok(Writer { csv: builder.from_writer(out) })
    }

    /// Writes one row.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        for cell in cells {
            match cell {
                Cell::Number(number) if parse_number(number, NumberStyle::PLAIN).is_some() => {
                    self.csv.write_field(number)?;
                }
                Cell::Number(text) | Cell::Text(text) => self.csv.write_field(protect(text).as_bytes())?,
            }
        }
        Ok(self.csv.write_record(None::<&[u8]>)?)
    }

    /// Writes one row of text, such as the header.
    pub fn texts<T: AsRef<str>>(&mut self, cells: &[T]) -> io::Result<()> {
        self.row(cells.iter().map(|cell| Cell::Text(cell.as_ref())))
    }

    /// Hands everything on and gives back what was written to.
    pub fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(|error| error.into_error())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_protected_and_numbers_are_not() {
        let form = Form { delimiter: Delimiter::SEMICOLON, bom: true };
        let mut writer = Writer::new(Vec::new(), form).expect("in memory");
        writer.texts(&["name", "sum"]).expect("in memory");
        writer.row([Cell::Text("=cmd|' /C calc'!A0"), Cell::Number("-5.50")]).expect("in memory");
        writer.row([Cell::Text("-5"), Cell::Number("-5+cmd()")]).expect("in memory");
        writer.row([Cell::Text("a;\"b\"\nc"), Cell::Text("")]).expect("in memory");
        let written = String::from_utf8(writer.finish().expect("in memory")).expect("UTF-8");
        let expected =
            "\u{feff}name;sum\r\n'=cmd|' /C calc'!A0;-5.50\r\n'-5;'-5+cmd()\r\n\"a;\"\"b\"\"\nc\";\r\n";
        assert_eq!(written, expected);
    }
}
