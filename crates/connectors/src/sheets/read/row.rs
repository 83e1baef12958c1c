//! One row of a table, and what may be wrong with it.

use cordee_base::Fault;

/// One row. It borrows the reader's buffers, so it lives until the next one is asked for.
#[derive(Debug)]
pub struct Row<'r> {
    /// Which row of data it is, from 1; the header and empty lines do not count.
    pub number: u64,
    /// The line of the file it begins on, from 1.
    pub line: u64,
    pub(crate) text: &'r str,
    pub(crate) ends: &'r [usize],
    pub(crate) header: &'r [String],
    pub(crate) problems: &'r [RowProblem],
}

/// What is wrong with a row. Its cells can be had nevertheless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// It has fewer cells than there are columns.
    Short { cells: usize, expected: usize },
    /// It has more cells than there are columns, and something stands in them.
    Long { cells: usize, expected: usize },
    /// The cell in `column` (from 0) is larger than `limit` bytes; only its beginning was kept.
    CellTooLarge { column: usize, limit: usize },
    /// A quote opens the cell in `column` (from 0), and where it closes some lines on, more text follows: rows
    /// may have run together.
    Runaway { column: usize },
    /// The cell in `column` (from 0) holds bytes that make no sense in `encoding`; they became `U+FFFD`.
    Garbled { column: usize, encoding: &'static str },
}

impl<'r> Row<'r> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cell at all; the reader skips such rows.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell in `column`, from 0; none if the row is too short.
    pub fn get(&self, column: usize) -> Option<&'r str> {
        let end = *self.ends.get(column)?;
        let start = if column == 0 { 0 } else { self.ends[column - 1] };
        self.text.get(start..end)
    }

    /// All cells in order.
    pub fn cells(&self) -> impl Iterator<Item = &'r str> + '_ {
        (0..self.len()).filter_map(|column| self.get(column))
    }

    /// What is wrong with it.
    pub fn problems(&self) -> &'r [RowProblem] {
        self.problems
    }

    /// What is wrong with it, as faults that name the column.
    pub fn faults(&self) -> Vec<Fault> {
        self.problems.iter().map(|problem| problem.fault(self.header)).collect()
    }
}

impl RowProblem {
    /// The fault to show, at the column of `header` it concerns.
    pub fn fault(&self, header: &[String]) -> Fault {
        let at = |column: usize, key| match header.get(column) {
            Some(name) => Fault::at(name, key),
            None => Fault::whole(key),
        };
        match *self {
            RowProblem::Short { cells, expected } => {
                Fault::whole("error-row-short").with("count", cells).with("expected", expected)
            }
            RowProblem::Long { cells, expected } => {
                Fault::whole("error-row-long").with("count", cells).with("expected", expected)
            }
            RowProblem::CellTooLarge { column, limit } => {
                at(column, "error-row-cell-too-large").with("limit", limit)
            }
            RowProblem::Runaway { column } => at(column, "error-row-quotes"),
            RowProblem::Garbled { column, encoding } => {
                at(column, "error-row-encoding").with("value", encoding)
            }
        }
    }
}
