//! Walking the cells of a sheet, and handing its rows on.

use std::io::{BufReader, Read, Seek};
use std::sync::mpsc::SyncSender;

use calamine::{Reader as _, Xlsx};

use super::cell::{self, Shown};
use super::check::broken;
use super::read;
use crate::sheets::read::{Limits, SheetError};
use crate::tables::Cut;

/// How many rows are handed on together.
const TOGETHER: usize = 256;

type Sent = Result<Vec<Cut>, SheetError>;

/// Hands on all rows in which something stands, an empty stretch behind them; ends when nobody takes them any more.
pub(super) fn walk<R: Read + Seek>(file: R, sheet: Option<&str>, limits: Limits, into: &SyncSender<Sent>) {
    let mut rows = Vec::with_capacity(TOGETHER);
    let mut put = |row: Cut| {
        rows.push(row);
        rows.len() < TOGETHER || into.send(Ok(std::mem::take(&mut rows))).is_ok()
    };
    let walked = cells(file, sheet, limits, &mut put);
    let sent = match walked {
        Ok(()) if rows.is_empty() => Ok(()),
        Ok(()) => into.send(Ok(rows)),
        Err(error) => into.send(Err(error)),
    };
    if sent.is_ok() {
        // Nobody waits for the end who has gone before it.
        let _ = into.send(Ok(Vec::new()));
    }
}

fn cells<R: Read + Seek>(
    file: R,
    sheet: Option<&str>,
    limits: Limits,
    put: &mut dyn FnMut(Cut) -> bool,
) -> Result<(), SheetError> {
    let mut book = Xlsx::new(BufReader::new(file)).map_err(broken)?;
    let names = read::visible(&book);
    let name = match sheet {
        Some(sheet) if names.iter().any(|name| name == sheet) => sheet.to_owned(),
        Some(sheet) => return Err(SheetError::Sheet { value: sheet.to_owned(), sheets: names }),
        None => names.into_iter().next().ok_or(SheetError::Empty)?,
    };
    let mut cells = book.worksheet_cells_reader(&name).map_err(broken)?;
    let shown: Vec<Shown> = cells.styles().iter().map(cell::shown).collect();
    let (mut line, mut row): (u32, Vec<String>) = (0, Vec::new());
    let mut end = |line: u32, row: &mut Vec<String>| {
        let cut = Cut::row(u64::from(line) + 1, row, limits);
        row.clear();
        cut.is_blank() || put(cut)
    };
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(broken)? {
        let (at, column) = (cell.get_position().0, cell.get_position().1 as usize);
        if at != line {
            if !end(line, &mut row) {
                return Ok(());
            }
            line = at;
        }
        let text = cell::text(cell.get_value(), shown.get(style).unwrap_or(&Shown::Plain));
        if text.is_empty() {
            continue;
        }
        if column >= limits.columns {
            return Err(SheetError::Columns { count: column + 1, limit: limits.columns });
        }
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = text;
    }
    end(line, &mut row);
    Ok(())
}
