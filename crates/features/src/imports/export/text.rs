//! Records as text: CSV, and JSON as the API gives it.

use cordee_connectors::sheets::write::{Cell, Form as Delimited, Writer};
use cordee_records::Page;
use cordee_schema::json::write_record;

use super::Form;
use super::columns::Column;

/// Cells between commas.
pub(super) struct Csv {
    columns: Vec<Column>,
    begun: bool,
}

impl Csv {
    pub(super) fn new(columns: Vec<Column>) -> Csv {
        Csv { columns, begun: false }
    }
}

impl Form for Csv {
    fn put(&mut self, page: &Page, out: &mut Vec<u8>) -> std::io::Result<()> {
        let mut file = Writer::new(out, Delimited::default())?;
        if !std::mem::replace(&mut self.begun, true) {
            file.texts(&self.columns.iter().map(Column::name).collect::<Vec<_>>())?;
        }
        for record in &page.records {
            let cells: Vec<(String, bool)> =
                self.columns.iter().map(|column| (column.text(record), column.is_number())).collect();
            let cells = cells.iter();
            file.row(
                cells.map(|(text, number)| if *number { Cell::Number(text) } else { Cell::Text(text) }),
            )?;
        }
        file.finish().map(drop)
    }

    fn rest(&mut self, _: &mut Vec<u8>) -> std::io::Result<bool> {
        Ok(false)
    }
}

/// Objects, one a line or as an array.
pub(super) struct Json {
    fields: Option<Vec<&'static str>>,
    array: bool,
    begun: bool,
    ended: bool,
}

impl Json {
    pub(super) fn lines(fields: Option<Vec<&'static str>>) -> Json {
        Json { fields, array: false, begun: false, ended: false }
    }

    pub(super) fn array(fields: Option<Vec<&'static str>>) -> Json {
        Json { array: true, ..Json::lines(fields) }
    }
}

impl Form for Json {
    fn put(&mut self, page: &Page, out: &mut Vec<u8>) -> std::io::Result<()> {
        for record in &page.records {
            let before: &[u8] = match (self.array, std::mem::replace(&mut self.begun, true)) {
                (true, false) => b"[\n",
                (true, true) => b",\n",
                (false, _) => b"",
            };
            out.extend_from_slice(before);
            write_record(out, record, self.fields.as_deref());
            out.extend_from_slice(if self.array { b"" } else { b"\n" });
        }
        Ok(())
    }

    fn rest(&mut self, out: &mut Vec<u8>) -> std::io::Result<bool> {
        if self.array && !std::mem::replace(&mut self.ended, true) {
            out.extend_from_slice(if self.begun { b"\n]\n" } else { b"[]\n" });
        }
        Ok(false)
    }
}
