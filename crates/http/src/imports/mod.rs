//! Bringing files in, for pages and API alike: what was sent and decided of it is kept, looked at, checked and begun.

mod begin;
mod check;
mod decide;
mod kept;
mod receive;
mod work;

use cordee_base::{Outcome, Problem};
use cordee_records::Gate;

pub(crate) use begin::{begun, note, prepare};
pub(crate) use check::{Checked, check, problems, take_near};
pub(crate) use decide::{Decided, Seen, decide, legs, propose, see, see_one};
pub(crate) use kept::{Kept, KeptFile};
pub(crate) use receive::take;
pub(crate) use work::{Job, Task, Work, aside, set_to_work};

/// How large the files of one request may be together; larger ones go by the command line.
pub(crate) const FILE_LIMIT: usize = 1 << 30;
/// How many files belong to one run.
pub(crate) const MOST_FILES: usize = 50;

/// Needs an actor who may bring files in.
pub(crate) fn needs_imports(gate: &Gate<'_>) -> Outcome<()> {
    if gate.access().imports() { Ok(()) } else { Err(Problem::NotAllowed) }
}
