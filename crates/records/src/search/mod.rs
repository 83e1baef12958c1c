//! Search: records of any object by what stands in them.
//!
//! An index of words is kept in the transaction of each write (`keep.rs`) and proposes what may answer a question
//! (`find.rs`, `asked.rs`), `judge.rs` weighs what was proposed; what a word is, `terms.rs` says for both; `near.rs` forgives slips of the
//! hand; `shown.rs` marks what was asked for.

mod asked;
mod find;
mod judge;
mod keep;
mod near;
mod rebuild;
mod shown;
mod terms;

pub(crate) use asked::Asked;
pub use find::{FoundIn, Search};
pub(crate) use rebuild::rebuild;
pub use shown::{Marked, SearchHit};
pub(crate) use terms::{Piece, cut, is_indexed, is_searched, of_object, pairs, pieces};
