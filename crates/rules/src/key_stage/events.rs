//! Something that happened on the way of a deal, or did not.

use crate::journey::{Micros, Outcome};
use crate::proportion::Share;
use crate::stages::Tally;

/// How deals ended with an event and without it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Won and lost, of those where it happened before the close.
    pub with: Share,
    /// Won and lost, of those where it did not.
    pub without: Share,
    /// The deals lost without it.
    pub lost_without: Tally,
}

impl Event {
    /// Counts what another has been told of other deals, too.
    pub fn merge(&mut self, other: &Event) {
        for (side, more) in [(&mut self.with, other.with), (&mut self.without, other.without)] {
            side.yes += more.yes;
            side.no += more.no;
        }
        self.lost_without.merge(other.lost_without);
    }

    /// Tells of one deal: when the event was, if it was. An open deal is not counted.
    pub fn add(&mut self, happened: Option<Micros>, outcome: Outcome, minor: Option<i64>) {
        let side = if happened_before(happened, outcome) { &mut self.with } else { &mut self.without };
        match outcome {
            Outcome::Open => {}
            Outcome::Won(_) => side.yes += 1,
            Outcome::Lost(_) => side.no += 1,
        }
        if matches!(outcome, Outcome::Lost(_)) && !happened_before(happened, outcome) {
            self.lost_without.add(minor);
        }
    }
}

/// Whether an event came before the close; what comes with or after it can't have decided anything.
pub fn happened_before(happened: Option<Micros>, outcome: Outcome) -> bool {
    match (happened, outcome) {
        (None, _) => false,
        (Some(_), Outcome::Open) => true,
        (Some(at), Outcome::Won(closed) | Outcome::Lost(closed)) => at < closed,
    }
}
