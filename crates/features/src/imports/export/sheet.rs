//! Records as a workbook.

use std::io::{Error, Read, Seek, SeekFrom};

use cordee_base::Zone;
use cordee_connectors::workbook::{Book, Typed};
use cordee_records::Page;
use cordee_schema::{Kind, Value};

use super::Form;
use super::columns::Column;

/// How much of the file is handed on at a time.
const STRETCH: u64 = 1 << 20;

/// A workbook: it is made in a temporary file and handed on when it is whole.
pub(super) struct Sheet {
    columns: Vec<Column>,
    zone: Zone,
    book: Option<Book>,
    file: Option<std::fs::File>,
}

impl Sheet {
    pub(super) fn new(name: &str, columns: Vec<Column>, zone: Zone) -> std::io::Result<Sheet> {
        let header: Vec<String> = columns.iter().map(Column::name).collect();
        Ok(Sheet { book: Some(Book::new(name, &header)?), columns, zone, file: None })
    }
}

impl Form for Sheet {
    fn put(&mut self, page: &Page, _: &mut Vec<u8>) -> std::io::Result<()> {
        let Some(book) = &mut self.book else { return Err(Error::other("the workbook is closed")) };
        for record in &page.records {
            let cells: Vec<(Value, String)> =
                self.columns.iter().map(|column| (column.value(record), column.text(record))).collect();
            let typed = cells.iter().zip(&self.columns);
            book.row(typed.map(|((value, text), column)| typed_cell(column, value, text, &self.zone)))?;
        }
        Ok(())
    }

    fn rest(&mut self, out: &mut Vec<u8>) -> std::io::Result<bool> {
        if let Some(book) = self.book.take() {
            let mut file = tempfile::tempfile()?;
            book.finish(&mut file)?;
            file.seek(SeekFrom::Start(0))?;
            self.file = Some(file);
        }
        let Some(file) = &mut self.file else { return Ok(false) };
        Ok(file.take(STRETCH).read_to_end(out)? as u64 == STRETCH)
    }
}

fn typed_cell<'c>(column: &Column, value: &'c Value, text: &'c str, zone: &'c Zone) -> Typed<'c> {
    match (column.kind(), value) {
        (_, Value::None) => Typed::Empty,
        (Some(Kind::Percent(_)), Value::Number(number)) => Typed::Percent(*number),
        (Some(_), Value::Number(number)) => Typed::Number(*number),
        (Some(_), Value::Money(money)) => Typed::Money(money.amount(), money.currency()),
        (Some(_), Value::Date(date)) => Typed::Date(*date),
        (Some(_), Value::Time(time)) => Typed::Time(*time),
        (Some(_), Value::Moment(moment)) => Typed::Moment(*moment, zone),
        (Some(_), Value::YesNo(yes)) => Typed::YesNo(*yes),
        _ => Typed::Text(text),
    }
}
