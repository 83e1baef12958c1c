//! Records in files of any kind as rows of cells: a CSV file, a workbook, JSON, contacts. What a file is shows by its
//! bytes; its name is not asked.

mod cut;

use std::io::{Read, Seek, SeekFrom};

use crate::cards::Cards;
use crate::json::Values;
use crate::sheets::read::{Hints, Kind, Layout, Limits, Reader, Row, SheetError, detect, heading, sample};
use crate::workbook::{Workbook, sheet_names};

pub(crate) use cut::Cut;

/// How many rows of a workbook are looked at to tell whether its first names the columns.
const LOOKED_AT: usize = 100;

/// A file of records, read row by row. Memory stays flat; no bytes make it panic.
pub enum Table<R> {
    /// Cells between delimiters.
    Csv(Box<Reader<R>>),
    /// A sheet of a workbook.
    Xlsx(Box<Workbook>),
    /// JSON objects.
    Json(Box<Values<R>>),
    /// Contacts.
    Vcard(Box<Cards<R>>),
}

impl<R: Read + Seek + Send + 'static> Table<R> {
    /// Begins to read a file that is laid out like this.
    pub fn open(mut file: R, layout: &Layout, limits: Limits) -> Result<Table<R>, SheetError> {
        file.seek(SeekFrom::Start(0))?;
        Ok(match layout.kind {
            Kind::Csv => Table::Csv(Box::new(Reader::open(file, layout, limits)?)),
            Kind::Xlsx => Table::Xlsx(Box::new(Workbook::open(file, layout, limits)?)),
            Kind::Json => Table::Json(Box::new(Values::open(file, layout, limits)?)),
            Kind::Vcard => Table::Vcard(Box::new(Cards::open(file, layout, limits)?)),
        })
    }
}

impl<R: Read + Seek> Table<R> {
    /// The names of the columns; each is there once and none is empty.
    pub fn header(&self) -> &[String] {
        match self {
            Table::Csv(reader) => reader.header(),
            Table::Xlsx(workbook) => workbook.header(),
            Table::Json(values) => values.header(),
            Table::Vcard(cards) => cards.header(),
        }
    }

    /// The next row, or nothing at the end. Rows with nothing in them are passed over.
    pub fn next_row(&mut self) -> Result<Option<Row<'_>>, SheetError> {
        match self {
            Table::Csv(reader) => reader.next_row(),
            Table::Xlsx(workbook) => workbook.next_row(),
            Table::Json(values) => values.next_row(),
            Table::Vcard(cards) => cards.next_row(),
        }
    }
}

/// What a file is and how it is laid out, with the names of its sheets if it is a workbook; or why it is no file of
/// records. `open` opens it anew, as often as need be.
pub fn lay_out<R: Read + Seek + Send + 'static>(
    mut open: impl FnMut() -> std::io::Result<R>,
    hints: &Hints,
) -> Result<(Layout, Vec<String>), SheetError> {
    let mut file = open()?;
    let sample = sample(&mut file)?;
    match detect(&sample, hints)? {
        layout @ Layout { kind: Kind::Xlsx, .. } => {
            let sheets = sheet_names(file)?;
            let sheet = match &hints.sheet {
                Some(said) if sheets.contains(said) => Some(said.clone()),
                Some(said) => return Err(SheetError::Sheet { value: said.clone(), sheets }),
                None => sheets.first().cloned(),
            };
            let bare = Layout { header: false, sheet, ..layout };
            let mut rows = Vec::new();
            let mut workbook = Workbook::open(open()?, &bare, Limits::default())?;
            while rows.len() < LOOKED_AT
                && let Some(row) = workbook.next_row()?
            {
                rows.push(row.cells().map(str::to_owned).collect());
            }
            let (header, certainty) = heading(&rows, hints.header);
            let confidence = crate::sheets::read::Confidence { header: certainty, ..bare.confidence };
            Ok((Layout { header, confidence, ..bare }, sheets))
        }
        layout => Ok((layout, Vec::new())),
    }
}
