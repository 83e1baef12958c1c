//! A row that was made cell by cell.

use crate::sheets::read::{Limits, Row, RowProblem};

/// The cells of a row, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Cut {
    pub line: u64,
    text: String,
    ends: Vec<usize>,
    problems: Vec<RowProblem>,
}

impl Cut {
    /// The row that these cells make, the empty ones at its end left out; cells that are too large are cut.
    pub(crate) fn row<C: AsRef<str>>(line: u64, cells: &[C], limits: Limits) -> Cut {
        let used = cells.iter().rposition(|cell| !cell.as_ref().is_empty()).map_or(0, |last| last + 1);
        let mut cut = Cut { line, ..Cut::default() };
        for (column, cell) in cells[..used].iter().enumerate() {
            let cell = cell.as_ref();
            let room = limits.cell.min(limits.row.saturating_sub(cut.text.len()));
            let kept = &cell[..cell.floor_char_boundary(room)];
            if kept.len() < cell.len() {
                cut.problems.push(RowProblem::CellTooLarge { column, limit: limits.cell });
            }
            cut.text.push_str(kept);
            cut.ends.push(cut.text.len());
        }
        cut
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(start, end)| &self.text[*start..*end])
    }

    /// Notes that more stands in it than there are columns.
    pub(crate) fn measure(&mut self, expected: usize) {
        if self.ends.len() > expected {
            self.problems.push(RowProblem::Long { cells: self.ends.len(), expected });
        }
    }

    /// It as a row of the table.
    pub(crate) fn as_row<'r>(&'r self, number: u64, header: &'r [String]) -> Row<'r> {
        Row { number, line: self.line, text: &self.text, ends: &self.ends, header, problems: &self.problems }
    }
}
