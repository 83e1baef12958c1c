//! Reading tables: [`sample`] the file, [`detect`] its layout, then walk its rows with a [`Reader`].
//! Memory stays flat however long the file; no bytes make it panic.

mod decode;
mod delimiter;
mod detect;
mod encoding;
mod error;
mod header;
mod layout;
mod reader;
mod row;
mod sample;
mod split;

pub(crate) use decode::Source;
pub use delimiter::{Delimiter, Quote};
pub use detect::detect;
pub(crate) use detect::heading;
pub use encoding::Encoding;
pub use error::SheetError;
pub use header::Renamed;
pub(crate) use header::{name_columns, number_columns};
pub use layout::{Certainty, Confidence, Hints, Kind, Layout, Limits, LineEnd};
pub use reader::{Position, Reader};
pub use row::{Row, RowProblem};
pub use sample::sample;
