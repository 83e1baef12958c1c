//! How a statement fails, told apart as far as the callers act on it.

use std::fmt;

use cordee_base::{Fault, Problem};

/// Why a statement or a commit failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fail {
    /// A unique index says that this is there already; its name or its columns.
    Unique(String),
    /// The transaction ran into another one and should be repeated.
    Retry,
    /// The disk is full.
    Full,
    /// The statement took longer than its deadline.
    TooSlow,
    /// The connection to the database is gone.
    Lost(String),
    /// The connection was lost at the commit: whether it was kept is not known, so it must not be repeated.
    Unsure(String),
    /// A sum or a product is beyond what the database reckons with.
    Overflow,
    /// The database can't be reached as its address says; for whoever wrote the address.
    Address(Fault),
    /// Anything else; for the log.
    Other(String),
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fail::Unique(index) => write!(f, "already there by {index}"),
            Fail::Retry => f.write_str("another transaction came first"),
            Fail::Full => f.write_str("the disk is full"),
            Fail::TooSlow => f.write_str("the statement took too long"),
            Fail::Lost(what) => write!(f, "the database can't be reached: {what}"),
            Fail::Unsure(what) => write!(f, "whether it was kept is not known: {what}"),
            Fail::Overflow => f.write_str("a number is too large"),
            Fail::Address(fault) => write!(f, "{fault}"),
            Fail::Other(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Fail {}

/// Why the work on a session stopped: the database failed, or the work itself found a problem.
#[derive(Clone, Debug, PartialEq)]
pub enum Halt {
    /// The database failed.
    Fail(Fail),
    /// The work found a problem; nothing of it is kept.
    Problem(Problem),
}

impl From<Fail> for Halt {
    fn from(fail: Fail) -> Halt {
        Halt::Fail(fail)
    }
}

impl From<Problem> for Halt {
    fn from(problem: Problem) -> Halt {
        Halt::Problem(problem)
    }
}

impl From<Halt> for Problem {
    fn from(halt: Halt) -> Problem {
        match halt {
            Halt::Problem(problem) => problem,
            Halt::Fail(Fail::Full) => Problem::Full,
            Halt::Fail(Fail::Retry | Fail::TooSlow) => Problem::Busy { retry_seconds: 1 },
            Halt::Fail(fail @ (Fail::Lost(_) | Fail::Unsure(_))) => {
                tracing::error!(%fail, "a connection to the database was lost");
                Problem::Busy { retry_seconds: 5 }
            }
            Halt::Fail(Fail::Overflow) => Problem::TooLarge(Fault::whole("error-money-large")),
            Halt::Fail(other) => Problem::internal(other),
        }
    }
}
