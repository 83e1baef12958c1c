//! Writing a table as a workbook: dates are dates there, numbers numbers, amounts amounts of their currency.

use std::collections::HashMap;
use std::io::{self, Seek, Write};

use cordee_base::{Currency, Date, Decimal, Moment, Time, Zone};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// How many rows a sheet has at the most, the names of the columns among them.
const ROWS: u32 = 1_048_576;
/// How many characters a cell has at the most.
const LETTERS: usize = 32_767;

/// A workbook on its way out. Rows go to a temporary file, so memory stays flat.
pub struct Book {
    workbook: Workbook,
    name: String,
    header: Vec<String>,
    sheets: usize,
    row: u32,
    formats: Formats,
}

/// One cell to be written.
#[derive(Clone, Debug)]
pub enum Typed<'c> {
    /// Nothing.
    Empty,
    /// Text: a spreadsheet takes it for nothing else.
    Text(&'c str),
    /// A number.
    Number(Decimal),
    /// So many hundredths.
    Percent(Decimal),
    /// An amount of a currency.
    Money(Decimal, Currency),
    /// A day.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A moment, as clocks show it in this zone; to the thousandth of a second.
    Moment(Moment, &'c Zone),
    /// Yes or no.
    YesNo(bool),
}

/// Formats of cells, each made once.
#[derive(Default)]
struct Formats {
    known: HashMap<String, Format>,
}

impl Formats {
    fn of(&mut self, code: &str) -> &Format {
        self.known.entry(code.to_owned()).or_insert_with(|| Format::new().set_num_format(code))
    }
}

impl Book {
    /// A table with these columns, on a sheet of this name.
    pub fn new(name: &str, header: &[String]) -> io::Result<Book> {
        let mut book = Book {
            workbook: Workbook::new(),
            // What a sheet may not be called.
            name: name.replace(['[', ']', ':', '*', '?', '/', '\\', '\''], " ").chars().take(25).collect(),
            header: header.to_vec(),
            sheets: 0,
            row: 0,
            formats: Formats::default(),
        };
        book.next_sheet().map_err(unwritten)?;
        Ok(book)
    }

    /// Writes one row; where a sheet is full, on the next.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Typed<'c>>) -> io::Result<()> {
        if self.row == ROWS {
            self.next_sheet().map_err(unwritten)?;
        }
        let sheet = self.workbook.worksheet_from_index(self.sheets - 1).map_err(unwritten)?;
        for (column, cell) in (0_u16..).zip(cells) {
            put(sheet, self.row, column, &cell, &mut self.formats).map_err(unwritten)?;
        }
        self.row += 1;
        Ok(())
    }

    /// Ends the table and writes the file.
    pub fn finish(mut self, into: impl Write + Seek + Send) -> io::Result<()> {
        self.workbook.save_to_writer(into).map_err(unwritten)
    }

    fn next_sheet(&mut self) -> Result<(), XlsxError> {
        self.sheets += 1;
        let name =
            if self.sheets == 1 { self.name.clone() } else { format!("{} {}", self.name, self.sheets) };
        let bold = Format::new().set_bold();
        let sheet = self.workbook.add_worksheet_with_constant_memory()?.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (column, name) in (0_u16..).zip(&self.header) {
            sheet.write_string_with_format(0, column, cut(name), &bold)?;
        }
        self.row = 1;
        Ok(())
    }
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Typed<'_>,
    formats: &mut Formats,
) -> Result<(), XlsxError> {
    let text = |sheet: &mut Worksheet, text: &str| match text.chars().nth(LETTERS) {
        Some(_) => Err(XlsxError::MaxStringLengthExceeded),
        None => sheet.write_string(row, column, text).map(drop_sheet),
    };
    match cell {
        Typed::Empty | Typed::Text("") => Ok(()),
        Typed::Text(words) => text(sheet, words),
        Typed::YesNo(yes) => sheet.write_boolean(row, column, *yes).map(drop_sheet),
        Typed::Number(number) => match float(*number) {
            Some(float) => sheet.write_number(row, column, float).map(drop_sheet),
            None => text(sheet, &number.to_string()),
        },
        Typed::Percent(number) => match float(*number / Decimal::ONE_HUNDRED) {
            Some(float) => {
                sheet.write_number_with_format(row, column, float, formats.of("0.####%")).map(drop_sheet)
            }
            None => text(sheet, &format!("{number}%")),
        },
        Typed::Money(amount, currency) => match float(*amount) {
            Some(float) => {
                let format = formats.of(&money_format(amount.scale(), *currency));
                sheet.write_number_with_format(row, column, float, format).map(drop_sheet)
            }
            None => text(sheet, &format!("{amount} {currency}")),
        },
        Typed::Date(date) => match day(*date) {
            Some(day) => moment(sheet, row, column, &day, formats.of("yyyy\\-mm\\-dd")),
            None => text(sheet, &date.to_string()),
        },
        Typed::Time(time) => {
            let (hour, minute, second, milli) = clock(*time);
            let time = ExcelDateTime::from_hms_milli(hour, minute, second, milli)?;
            moment(sheet, row, column, &time, formats.of("hh:mm:ss"))
        }
        Typed::Moment(at, zone) => {
            let local = at.timestamp().to_zoned(zone.time_zone().clone());
            let (hour, minute, second, milli) = clock(local.time());
            match day(local.date()) {
                Some(day) => {
                    let at = day.and_hms_milli(hour, minute, second, milli)?;
                    moment(sheet, row, column, &at, formats.of("yyyy\\-mm\\-dd\\ hh:mm:ss"))
                }
                None => text(sheet, &at.to_string()),
            }
        }
    }
}

fn drop_sheet(_: &mut Worksheet) {}

fn moment(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    at: &ExcelDateTime,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_datetime_with_format(row, column, at, format).map(drop_sheet)
}

fn clock(time: Time) -> (u16, u8, u8, u16) {
    let milli = time.subsec_nanosecond() / 1_000_000;
    (time.hour() as u16, time.minute() as u8, time.second() as u8, milli as u16)
}

fn money_format(scale: u32, currency: Currency) -> String {
    let zeroes = "0".repeat(scale as usize);
    let point = if zeroes.is_empty() { "" } else { "." };
    format!("#,##0{point}{zeroes}\\ [${currency}]")
}

/// The number as spreadsheets keep it; none if it has more digits than they do.
fn float(number: Decimal) -> Option<f64> {
    let normal = number.normalize();
    (normal.mantissa().unsigned_abs() < 1_000_000_000_000_000)
        .then(|| normal.to_string().parse().ok())
        .flatten()
}

/// The day as spreadsheets count it; none if it is before their first.
fn day(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year > 1900)?;
    ExcelDateTime::from_ymd(year, date.month() as u8, date.day() as u8).ok()
}

fn cut(name: &str) -> String {
    name.chars().take(LETTERS).collect()
}

fn unwritten(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        XlsxError::MaxStringLengthExceeded => io::Error::new(io::ErrorKind::InvalidInput, error.to_string()),
        error => io::Error::other(error.to_string()),
    }
}
