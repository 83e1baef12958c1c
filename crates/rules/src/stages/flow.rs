//! What goes through one stage.

use super::Tally;
use super::fate::{Decisions, Fate};
use crate::journey::{Micros, Outcome, whole_days};
use crate::proportion::Share;
use crate::survival::Durations;

/// The deals that were in one stage; each counts once, however often it came.
///
/// A deal passed a stage if it was in it and then in a later one, or was won.
#[derive(Clone, Debug, Default)]
pub struct Flow {
    pub(super) won: u64,
    pub(super) lost_passed: u64,
    pub(super) lost_before: u64,
    pub(super) open_passed: u64,
    pub(super) open_waiting: u64,
    pub(super) left_out: u64,
    pub(super) fell_back: u64,
    pub(super) lost: Tally,
    pub(super) still: Tally,
    pub(super) stay: Durations,
    decisions: Decisions,
}

impl Flow {
    /// Counts what another has counted of other deals, too.
    pub(super) fn merge(&mut self, other: &Flow) {
        self.won += other.won;
        self.lost_passed += other.lost_passed;
        self.lost_before += other.lost_before;
        self.open_passed += other.open_passed;
        self.open_waiting += other.open_waiting;
        self.left_out += other.left_out;
        self.fell_back += other.fell_back;
        self.lost.merge(other.lost);
        self.still.merge(other.still);
        self.stay.merge(&other.stay);
        self.decisions.merge(&other.decisions);
    }

    /// Counts a deal that came in at `entered`, and went past at `passed` if it did.
    pub(super) fn decide(&mut self, entered: Micros, passed: Option<Micros>, outcome: Outcome, now: Micros) {
        let days = |until: Micros| whole_days(entered, until);
        match (outcome, passed) {
            (Outcome::Won(won), _) => {
                self.won += 1;
                self.decisions.passed(days(passed.unwrap_or(won)));
            }
            (Outcome::Lost(_), Some(passed)) => {
                self.lost_passed += 1;
                self.decisions.passed(days(passed));
            }
            (Outcome::Lost(lost), None) => {
                self.lost_before += 1;
                self.decisions.lost(days(lost));
            }
            (Outcome::Open, Some(passed)) => {
                self.open_passed += 1;
                self.decisions.passed(days(passed));
            }
            (Outcome::Open, None) => {
                self.open_waiting += 1;
                self.decisions.waits(days(now));
            }
        }
    }

    /// How many were ever in it.
    pub fn entered(&self) -> u64 {
        self.won + self.lost_passed + self.lost_before + self.open_passed + self.open_waiting
    }

    /// How many passed it.
    pub fn passed(&self) -> u64 {
        self.won + self.lost_passed + self.open_passed
    }

    /// How many are open and have not passed it, so that nobody knows yet.
    pub fn undecided(&self) -> u64 {
        self.open_waiting
    }

    /// Of those decided, how many passed it and how many were lost before they did.
    ///
    /// An open deal that waits counts neither way; say how many of them there are beside it. One that passed counts
    /// although it is open, so while many wait the share leans to what is decided fast; [`Flow::fate`] does not.
    pub fn conversion(&self) -> Share {
        Share { yes: self.passed(), no: self.lost_before }
    }

    /// What becomes of a deal that comes in, the waiting ones counted as far as they have come; none of no deal.
    pub fn fate(&self) -> Option<Fate> {
        self.decisions.fate()
    }

    /// The conversion of closed deals only, blind to what is under way.
    pub fn conversion_of_closed(&self) -> Share {
        Share { yes: self.won + self.lost_passed, no: self.lost_before }
    }

    /// Of the closed deals that were ever in it, how many were won.
    pub fn won(&self) -> Share {
        Share { yes: self.won, no: self.lost_passed + self.lost_before }
    }

    /// Of the closed deals that passed it, how many were won.
    pub fn won_after(&self) -> Share {
        Share { yes: self.won, no: self.lost_passed }
    }

    /// How often a deal went from it to an earlier stage.
    pub fn fell_back(&self) -> u64 {
        self.fell_back
    }

    /// The deals lost while they were in it.
    pub fn lost_here(&self) -> Tally {
        self.lost
    }

    /// The open deals that are in it.
    pub fn still_here(&self) -> Tally {
        self.still
    }

    /// Of the deals that were in it, in a later stage, or won: how many were never in it, and how many were.
    pub fn skipped(&self) -> Share {
        Share { yes: self.left_out, no: self.entered() }
    }

    /// The days of each stay, whichever way it ended; those that are still there go on.
    pub fn stay(&self) -> &Durations {
        &self.stay
    }
}
