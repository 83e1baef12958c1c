//! What happens after the commit and without a person waiting: the queue is worked off, schedules come round, readers
//! of the journal read on.
//!
//! [`Bench`] does it step by step, on the thread that asks; [`Workers`] does it on threads of its own until it is told
//! to stop. Any number of servers may do so on one database. See `README.md` for an example.

mod bench;
mod workers;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use bench::{Bench, Options};
pub use workers::Workers;
