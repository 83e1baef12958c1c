//! The queue in the database: what is to be done without anybody waiting, leased to one worker at a time.
//!
//! A job is put in the transaction that calls for it, so that it is there if and only if that is kept. Whoever takes
//! it holds a lease; once that has run out, another may take it. A job therefore runs at least once, and what it does
//! outside of the database has to bear being done again.

mod follow;
mod look;
mod put;
mod schedule;
mod take;

pub use follow::Followed;
pub use look::{JobInfo, JobsAsked, QueueInfo};
pub use put::NewJob;
pub use schedule::Scheduled;
pub use take::{Leased, Sweeping};

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It waits until it is due.
    Waiting,
    /// Somebody is at it, or was and has not been heard of since.
    Running,
    /// It is done.
    Done,
    /// It was given up: it failed as often as it may.
    Dead,
}

impl JobState {
    /// All states with their names.
    pub const ALL: [(&'static str, JobState); 4] = [
        ("waiting", JobState::Waiting),
        ("running", JobState::Running),
        ("done", JobState::Done),
        ("dead", JobState::Dead),
    ];

    /// The name of the state.
    pub fn name(self) -> &'static str {
        JobState::ALL.iter().find(|(_, state)| *state == self).map_or("", |(name, _)| name)
    }

    /// The state called `name`.
    pub fn named(name: &str) -> Option<JobState> {
        JobState::ALL.iter().find(|(known, _)| *known == name).map(|(_, state)| *state)
    }
}
