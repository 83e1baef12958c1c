//! The bridge of the pipeline review: what has become of the open pipeline between two moments, step by step, so that
//! opening and steps add up to closing exactly. Amounts are minor units of the workspace's currency.
//!
//! opening + new + reopened + grown − shrunk + pulled in − pushed out + moved in − moved out − won − lost − removed
//! = closing, and without grown and shrunk the same holds of the counts.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use cordee_base::Date;

use crate::pipeline::State;

/// A deal as it stood at a moment. As long as it did not exist, or lay in the trash, it has no standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its state.
    pub state: State,
    /// Its amount; one that is not known counts as 0.
    pub minor: Option<i64>,
    /// The day lists go by ([`crate::pipeline::close_date`]): the expected close while open, then the actual one.
    pub close: Option<Date>,
    /// Whether it belonged to what is asked about: to this owner or team, to these pipelines.
    pub within: bool,
}

/// A deal at both ends of the bridge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deal {
    /// How it stood at the earlier moment.
    pub was: Option<Standing>,
    /// How it stands at the later one.
    pub is: Option<Standing>,
}

/// What can happen to a deal on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Came into being, or out of the trash.
    New,
    /// Was closed, and is open again or closed the other way.
    Reopened,
    /// Is worth more.
    Grown,
    /// Is worth less.
    Shrunk,
    /// Its close came into the period asked about: earlier than it was, or slipped over from the period before.
    PulledIn,
    /// Its expected close left the period asked about, or is not known any more.
    PushedOut,
    /// Came from another owner, team or pipeline.
    MovedIn,
    /// Went to another owner, team or pipeline.
    MovedOut,
    /// Was won.
    Won,
    /// Was lost.
    Lost,
    /// Lies in the trash.
    Removed,
}

impl Step {
    /// All steps by key, in the order in which they are drawn.
    pub const ALL: [(&'static str, Step); 11] = [
        ("new", Step::New),
        ("reopened", Step::Reopened),
        ("grown", Step::Grown),
        ("shrunk", Step::Shrunk),
        ("pulled_in", Step::PulledIn),
        ("pushed_out", Step::PushedOut),
        ("moved_in", Step::MovedIn),
        ("moved_out", Step::MovedOut),
        ("won", Step::Won),
        ("lost", Step::Lost),
        ("removed", Step::Removed),
    ];

    /// Whether it adds to the pipeline; else it takes from it.
    pub fn adds(self) -> bool {
        use Step::{Grown, MovedIn, New, PulledIn, Reopened};
        matches!(self, New | Reopened | Grown | PulledIn | MovedIn)
    }

    /// Whether a deal enters or leaves by it; else only its amount changes.
    pub fn enters_or_leaves(self) -> bool {
        !matches!(self, Step::Grown | Step::Shrunk)
    }
}

/// What one deal contributes to one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The step.
    pub step: Step,
    /// By how much, never below 0 unless the deal's own amount is. Wider than an amount, so that the difference of
    /// any two fits.
    pub minor: i128,
}

/// Some deals and what they come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub count: u64,
    /// Their sum; wider than an amount, so that none overflows.
    pub minor: i128,
}

impl Tally {
    /// Adds one deal.
    fn add(&mut self, minor: i128) {
        self.count += 1;
        self.minor += minor;
    }
}

/// The bridge from an opening to a closing pipeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bridge {
    /// The open pipeline at the earlier moment.
    pub opening: Tally,
    /// The open pipeline at the later moment, counted by itself and not from the steps.
    pub closing: Tally,
    steps: [Tally; Step::ALL.len()],
}

impl Bridge {
    /// The bridge over these deals; with a `period` only what closes in it counts as pipeline.
    pub fn over(deals: impl IntoIterator<Item = Deal>, period: Option<&RangeInclusive<Date>>) -> Bridge {
        deals.into_iter().fold(Bridge::default(), |mut bridge, deal| {
            bridge.add(&deal, period);
            bridge
        })
    }

    /// Adds one deal.
    pub fn add(&mut self, deal: &Deal, period: Option<&RangeInclusive<Date>>) {
        for (end, standing) in [(&mut self.opening, &deal.was), (&mut self.closing, &deal.is)] {
            if let Some(standing) = standing.filter(|standing| standing.is_pipeline(period)) {
                end.add(standing.minor());
            }
        }
        for change in changes(deal, period) {
            self.steps[change.step as usize].add(change.minor);
        }
    }

    /// The deals of a step and their sum.
    pub fn step(&self, step: Step) -> Tally {
        self.steps[step as usize]
    }

    /// Whether opening and steps come to the closing, in amount and in number. They always do; reports may say so.
    pub fn adds_up(&self) -> bool {
        let (mut minor, mut count) = (self.opening.minor, i128::from(self.opening.count));
        for (_, step) in Step::ALL {
            let (sign, tally) = (if step.adds() { 1 } else { -1 }, self.step(step));
            minor += sign * tally.minor;
            count += if step.enters_or_leaves() { sign * i128::from(tally.count) } else { 0 };
        }
        minor == self.closing.minor && count == i128::from(self.closing.count)
    }
}

/// What a deal contributes: nothing, one step or two. Each is attributed in this order:
///
/// 1. In the pipeline at both moments: grown or shrunk by the difference.
/// 2. Left it: **removed** if it lies in the trash, else **moved out** if it belongs to somebody else (who also gets
///    what became of it), else if still open **pushed out**; all with the amount it had. Else **won** or **lost** with
///    the amount it was closed at, after **grown** or **shrunk** by the difference to the one it had; on whatever day.
/// 3. Came in: **new** if it had no standing, **reopened** if it was closed, **moved in** if it belonged to somebody
///    else, else **pulled in**; with the amount it has now.
/// 4. In the pipeline at neither, but closed in between and within what is asked about (the day it was closed in the
///    period): it passed through, in as by 3 and out by **won** or **lost**, both with the amount it was closed at. A
///    deal that was closed already passed through only if it was closed the other way.
pub fn changes(deal: &Deal, period: Option<&RangeInclusive<Date>>) -> impl Iterator<Item = Change> {
    let pipeline = |end: Option<Standing>| end.filter(|standing| standing.is_pipeline(period));
    let steps = match (pipeline(deal.was), pipeline(deal.is), deal.is) {
        (Some(was), Some(is), _) => [difference(was, is), None],
        (Some(was), None, is) => way_out(was, is),
        (None, Some(is), _) => [Some(Change::new(way_in(deal.was), is.minor())), None],
        (None, None, Some(is)) if passed_through(deal.was, is, period) => {
            [way_in(deal.was), outcome(is)].map(|step| Some(Change::new(step, is.minor())))
        }
        (None, None, _) => [None, None],
    };
    steps.into_iter().flatten()
}

impl Standing {
    /// Whether it is open pipeline of what is asked about.
    fn is_pipeline(&self, period: Option<&RangeInclusive<Date>>) -> bool {
        self.state == State::Open && self.is_asked_about(period)
    }

    fn is_asked_about(&self, period: Option<&RangeInclusive<Date>>) -> bool {
        let in_it = |period: &RangeInclusive<Date>| self.close.is_some_and(|close| period.contains(&close));
        self.within && period.is_none_or(in_it)
    }

    fn minor(&self) -> i128 {
        i128::from(self.minor.unwrap_or(0))
    }
}

impl Change {
    fn new(step: Step, minor: i128) -> Change {
        Change { step, minor }
    }
}

fn difference(was: Standing, is: Standing) -> Option<Change> {
    match is.minor() - was.minor() {
        0 => None,
        more if more > 0 => Some(Change::new(Step::Grown, more)),
        less => Some(Change::new(Step::Shrunk, -less)),
    }
}

fn way_in(was: Option<Standing>) -> Step {
    match was {
        None => Step::New,
        Some(was) if was.state.is_closed() => Step::Reopened,
        Some(was) if !was.within => Step::MovedIn,
        Some(_) => Step::PulledIn,
    }
}

fn way_out(was: Standing, is: Option<Standing>) -> [Option<Change>; 2] {
    let by = |step| [Some(Change::new(step, was.minor())), None];
    match is {
        None => by(Step::Removed),
        Some(is) if !is.within => by(Step::MovedOut),
        Some(is) if !is.state.is_closed() => by(Step::PushedOut),
        Some(is) => [difference(was, is), Some(Change::new(outcome(is), is.minor()))],
    }
}

fn passed_through(was: Option<Standing>, is: Standing, period: Option<&RangeInclusive<Date>>) -> bool {
    let same = |was: Standing| was.state.is_closed() && was.state.is_won() == is.state.is_won();
    is.state.is_closed() && is.is_asked_about(period) && !was.is_some_and(same)
}

fn outcome(closed: Standing) -> Step {
    if closed.state.is_won() { Step::Won } else { Step::Lost }
}

/// Stage moves: from which stage to which, how many deals and what they come to with the amounts they have now
/// (unknown as 0). Of each deal its stage then, its stage now and its amount; one that stayed has not moved.
pub fn moves<S: Ord>(deals: impl IntoIterator<Item = (S, S, Option<i64>)>) -> BTreeMap<(S, S), Tally> {
    let mut matrix: BTreeMap<(S, S), Tally> = BTreeMap::new();
    for (from, to, minor) in deals {
        if from != to {
            matrix.entry((from, to)).or_default().add(i128::from(minor.unwrap_or(0)));
        }
    }
    matrix
}

/// By how many days a deal has slipped: its expected close is that much later than it was. None where it is not, or
/// where one of the two was never said.
pub fn slipped(was: Option<Date>, is: Option<Date>) -> Option<i64> {
    let days = i64::from((is? - was?).get_days());
    (days > 0).then_some(days)
}

/// By how many days a deal has aged: its days in the stage beyond those expected there. None where it has not, or
/// where nothing is expected.
pub fn aged(days_in_stage: i64, expected: Option<i64>) -> Option<i64> {
    let over = days_in_stage.saturating_sub(expected?);
    (over > 0).then_some(over)
}

#[cfg(test)]
mod tests;
