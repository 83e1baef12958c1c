//! Writing through the gate, in one fixed order: see `run.rs`.

mod cells;
mod check;
mod money;
mod run;
mod serial;
mod settings;
mod trash;
mod versions;

pub(crate) use cells::columns;
pub use run::{History, Past, Ready};
