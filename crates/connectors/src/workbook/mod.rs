//! Workbooks (XLSX): a sheet [read](Workbook) row by row, and tables [written](Book) with their types kept.

mod cell;
mod check;
mod read;
mod walk;
mod write;

use check::check;
pub use read::{Workbook, sheet_names};
pub use write::{Book, Typed};
