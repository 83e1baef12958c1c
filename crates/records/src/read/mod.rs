//! Reading through the gate: row rules are conditions inside the query, hidden fields do not exist.

mod any_links;
mod choices;
mod condition;
mod copied;
mod cursor;
pub(crate) mod get;
mod group;
pub(crate) mod kept;
mod list;
mod lookup;
mod ordered;
pub(crate) mod remembered;
mod rows;
pub(crate) mod scan;
mod signs;
mod stays;
mod stretches;
pub(crate) mod way;
mod whole;

pub(crate) use copied::copied_whole;
pub(crate) use cursor::Cursor;
pub(crate) use group::{key_type, value_of};
pub use lookup::{FindBy, Found};
pub use ordered::Ordered;
pub(crate) use rows::{columns, record};
pub use stays::Stay;
pub use stretches::{Stretch, Stretches};
