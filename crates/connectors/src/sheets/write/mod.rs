//! Writing tables that spreadsheets open without harm and the importer reads back as they were.

mod formula;
mod writer;

pub use formula::{protect, unprotect};
pub use writer::{Cell, Form, Writer};
