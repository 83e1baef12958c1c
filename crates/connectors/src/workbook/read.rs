//! A sheet of a workbook, row by row. It is unpacked on a thread of its own, which waits for whoever reads.

use std::io::{BufReader, Read, Seek};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use calamine::{Reader as _, SheetType, SheetVisible, Xlsx};

use super::check::broken;
use super::walk::walk;
use crate::sheets::read::{Layout, Limits, Row, SheetError, name_columns, number_columns};
use crate::tables::Cut;

/// How many stretches of rows may wait.
const WAITING: usize = 4;

/// A sheet of a workbook, read row by row.
pub struct Workbook {
    rows: Receiver<Result<Vec<Cut>, SheetError>>,
    stretch: std::vec::IntoIter<Cut>,
    current: Cut,
    /// The first row, where it does not name the columns.
    held: Option<Cut>,
    header: Vec<String>,
    number: u64,
    ended: bool,
}

/// The names of the sheets that have cells and can be seen, in their order.
pub fn sheet_names<R: Read + Seek>(mut file: R) -> Result<Vec<String>, SheetError> {
    super::check(&mut file)?;
    Ok(visible(&Xlsx::new(BufReader::new(file)).map_err(broken)?))
}

pub(super) fn visible<R: Read + Seek>(book: &Xlsx<R>) -> Vec<String> {
    let sheets = book.sheets_metadata().iter();
    let seen =
        sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible);
    seen.map(|sheet| sheet.name.clone()).collect()
}

impl Workbook {
    /// Begins to read the sheet that the layout names, or the first.
    pub fn open<R>(mut file: R, layout: &Layout, limits: Limits) -> Result<Workbook, SheetError>
    where
        R: Read + Seek + Send + 'static,
    {
        super::check(&mut file)?;
        let (send, rows) = sync_channel(WAITING);
        let sheet = layout.sheet.clone();
        thread::spawn(move || walk(file, sheet.as_deref(), limits, &send));
        let mut workbook = Workbook {
            rows,
            stretch: Vec::new().into_iter(),
            current: Cut::default(),
            held: None,
            header: Vec::new(),
            number: 0,
            ended: false,
        };
        let first = workbook.take()?.ok_or(SheetError::Empty)?;
        if layout.header {
            workbook.header = name_columns(first.cells()).0;
        } else {
            workbook.header = number_columns(first.cells().count());
            workbook.held = Some(first);
        }
        Ok(workbook)
    }

    /// The names of the columns.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The next row, or nothing at the end.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, SheetError> {
        let next = match self.held.take() {
            Some(held) => Some(held),
            None => self.take()?,
        };
        let Some(mut next) = next else { return Ok(None) };
        next.measure(self.header.len());
        self.current = next;
        self.number += 1;
        Ok(Some(self.current.as_row(self.number, &self.header)))
    }

    /// The next row in which something stands.
    fn take(&mut self) -> Result<Option<Cut>, SheetError> {
        loop {
            if let Some(row) = self.stretch.next() {
                return Ok(Some(row));
            }
            if self.ended {
                return Ok(None);
            }
            // An empty stretch is the end; a thread that is gone without one has come to grief.
            self.stretch =
                self.rows.recv().unwrap_or_else(|_| Err(broken("it can't be unpacked")))?.into_iter();
            self.ended = self.stretch.len() == 0;
        }
    }
}
