//! Writing through the gate, in one fixed order: see `run.rs`.

mod asks;
mod cells;
mod check;
mod conditions;
mod formulas;
mod money;
mod roll_up;
mod run;
mod serial;
mod settings;
mod trash;
mod versions;

pub use asks::Need;
pub(crate) use cells::columns;
pub use conditions::Asked;
pub(crate) use formulas::Outdated;
pub(crate) use roll_up::{Grown, Stale, rolled_whole};
pub use run::{History, Past, Ready};
