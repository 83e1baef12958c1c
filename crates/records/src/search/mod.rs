//! Search: records of any object by what stands in them.
//!
//! An index of words is kept in the transaction of each write (`keep.rs`) and proposes what may answer a question
//! (`asked.rs`, `propose.rs`); `find.rs` reads it under the actor’s rights, `judge.rs` weighs it; what a word is, `terms.rs` says for all; `near.rs` forgives slips of the
//! hand; `shown.rs` marks what was asked for.

mod asked;
mod find;
mod judge;
mod keep;
mod near;
mod propose;
mod rebuild;
mod shown;
mod terms;

pub(crate) use asked::Asked;
pub use find::{FoundIn, Search};
pub(crate) use rebuild::rebuild;
pub use shown::{Marked, SearchHit};
pub(crate) use terms::{Piece, cut, is_indexed, is_searched, of_object, pairs, pieces};
