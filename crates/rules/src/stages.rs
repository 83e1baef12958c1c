//! What the ways of all deals say of the stages of their pipeline: how many go on, fall back, are lost, how long they
//! stay. Deals are told one by one, once, and only counts are kept.

mod fate;
mod flow;
mod moves;
mod tally;

pub use fate::Fate;
pub use flow::Flow;
pub use moves::{Moves, Place};
pub use tally::Tally;

use crate::journey::{Journey, Micros, Outcome, Strange, whole_days};
use crate::survival::Durations;

/// The counts of one pipeline, as seen at one moment.
#[derive(Clone, Debug)]
pub struct Stages {
    now: Micros,
    flows: Vec<Flow>,
    moves: Moves,
    open: Tally,
    won: Tally,
    lost: Tally,
    to_close: Durations,
}

impl Stages {
    /// A pipeline has no more stages than this, so that those a deal has seen fit one word.
    pub const MOST: usize = 64;

    /// Nothing told yet of a pipeline with so many stages, seen at `now`; none for no stage or more than
    /// [`Stages::MOST`].
    pub fn new(stages: usize, now: Micros) -> Option<Stages> {
        (1..=Stages::MOST).contains(&stages).then(|| Stages {
            now,
            flows: vec![Flow::default(); stages],
            moves: Moves::new(stages),
            open: Tally::default(),
            won: Tally::default(),
            lost: Tally::default(),
            to_close: Durations::default(),
        })
    }

    /// Tells of one deal.
    ///
    /// # Errors
    /// Refuses a journey that can't be true, and counts nothing of it.
    pub fn add(&mut self, journey: &Journey<'_>) -> Result<(), Strange> {
        journey.look(self.flows.len(), self.now)?;
        let (Some(first), Some(last)) = (journey.visits.first(), journey.visits.last()) else {
            return Err(Strange::NoVisit);
        };
        self.moves.count(Place::Start, Place::Stage(first.stage));
        let mut been = 0u64;
        let mut rest = journey.visits;
        while let [visit, after @ ..] = rest {
            let flow = &mut self.flows[usize::from(visit.stage)];
            match journey.left(visit, after) {
                Some(left) => flow.stay.ended(whole_days(visit.entered, left)),
                None => flow.stay.going_on(whole_days(visit.entered, self.now)),
            }
            // A deal counts once for a stage, however often it comes.
            if been >> visit.stage & 1 == 0 {
                been |= 1 << visit.stage;
                flow.decide(visit.entered, journey.passed(visit, after), journey.outcome, self.now);
            }
            if let Some(next) = after.first() {
                flow.fell_back += u64::from(next.stage < visit.stage);
                self.moves.count(Place::Stage(visit.stage), Place::Stage(next.stage));
            }
            rest = after;
        }
        self.leave_out(been, journey.outcome);
        self.close(journey, first.entered, last.stage);
        Ok(())
    }

    /// Counts what another count of the same pipeline, at the same moment, has been told of other deals, too.
    pub fn merge(&mut self, other: &Stages) {
        self.flows.iter_mut().zip(&other.flows).for_each(|(flow, more)| flow.merge(more));
        self.moves.merge(&other.moves);
        self.open.merge(other.open);
        self.won.merge(other.won);
        self.lost.merge(other.lost);
        self.to_close.merge(&other.to_close);
    }

    /// Counts the stages it was never in although it was in a later one, or won.
    fn leave_out(&mut self, been: u64, outcome: Outcome) {
        let before = match outcome {
            Outcome::Won(_) => u64::MAX >> (Stages::MOST - self.flows.len()),
            Outcome::Open | Outcome::Lost(_) => been.checked_ilog2().map_or(0, |last| (1 << last) - 1),
        };
        let mut left_out = before & !been;
        while left_out != 0 {
            self.flows[left_out.trailing_zeros() as usize].left_out += 1;
            left_out &= left_out - 1;
        }
    }

    /// Counts where it ended, or where it stands.
    fn close(&mut self, journey: &Journey<'_>, began: Micros, stage: u16) {
        let place = Place::Stage(stage);
        let flow = &mut self.flows[usize::from(stage)];
        match journey.outcome {
            Outcome::Open => {
                self.moves.count(place, Place::Still);
                flow.still.add(journey.minor);
                self.open.add(journey.minor);
                self.to_close.going_on(whole_days(began, self.now));
            }
            Outcome::Won(at) => {
                self.moves.count(place, Place::Won);
                self.won.add(journey.minor);
                self.to_close.ended(whole_days(began, at));
            }
            Outcome::Lost(at) => {
                self.moves.count(place, Place::Lost);
                flow.lost.add(journey.minor);
                self.lost.add(journey.minor);
                self.to_close.ended(whole_days(began, at));
            }
        }
    }

    /// The stages in order.
    pub fn flows(&self) -> &[Flow] {
        &self.flows
    }

    /// How often deals went from where to where.
    pub fn moves(&self) -> &Moves {
        &self.moves
    }

    /// The deals still open.
    pub fn open(&self) -> Tally {
        self.open
    }

    /// The deals won.
    pub fn won(&self) -> Tally {
        self.won
    }

    /// The deals lost.
    pub fn lost(&self) -> Tally {
        self.lost
    }

    /// The days from a deal's first stage to its close, won or lost; open deals go on.
    pub fn to_close(&self) -> &Durations {
        &self.to_close
    }
}

#[cfg(test)]
mod tests;
