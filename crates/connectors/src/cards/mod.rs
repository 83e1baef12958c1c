//! Contacts (vCard 2.1, 3.0, 4.0) as rows of cells, and as files that phones and mail programs read.
//!
//! A column is a property: `FN`, `EMAIL`, `EMAIL 2`, `TEL.cell`, `N.given`, `ADR.city`, `ORG.unit`.

mod pairs;
mod read;
mod write;

pub use read::Cards;
pub use write::write_card;
