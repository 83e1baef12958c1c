//! The journal: the one append-only stream of all that changed, sealed as it is written.
//!
//! Each entry carries the hash of the one before it, keyed with a key that the database does not hold. What is
//! hashed is a salted digest of the values; the values stand in a table of their own, which an erasure may blank
//! without breaking the chain.

mod audit;
mod changes;
mod happened;
mod history;
mod seal;
mod undo;
mod verify;

pub use audit::{AuditQuery, Audited};
pub use changes::{Changed, Changes};
pub use happened::{Happened, Told, links_to};
pub use history::{ATTACHMENTS, ChangedField, Entry, LineEntry, SharedEntry};
pub use seal::{JournalKey, Verb};
pub use verify::Verdict;

pub(crate) use history::journal;
pub(crate) use seal::{Keyed, Pending, Sealed, alone, head, seal};
