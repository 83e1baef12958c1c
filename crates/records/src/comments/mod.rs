//! Comments: what people say about records. Their rights and their fate are those of every part of a record; here
//! stands what is their own: whom a text mentions, and how they are shown.

mod mention;
mod read;
mod write;

pub use mention::Piece;
pub use read::Comment;
pub(crate) use write::ids;
