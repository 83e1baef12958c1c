//! How likely an open deal is won, learned from what was known of deals that are closed, while they were open.
//!
//! What is known of a deal at a moment becomes a row of numbers; as many of them are learned from as there are closed
//! deals to carry them.

use std::collections::HashMap;
use std::fmt;

use cordee_base::Id;

use crate::journey::Micros;
use crate::likelihood::{Explained, Likelihood, Past};
use crate::probability::Probability;
use crate::xoshiro::Xoshiro;

/// What is known of a deal at a moment at which it is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// Its stage.
    pub stage: Id,
    /// What somebody has set for that stage.
    pub set: Probability,
    /// How many times its close date was put off up to then.
    pub slips: u32,
    /// How many times one spoke with them in the four weeks before.
    pub contacts: u32,
    /// Days in its stage.
    pub days_in_stage: f64,
    /// Days since it began.
    pub age: f64,
    /// Which share of their deals its owner had won by then.
    pub owner: Probability,
    /// How many times the usual deal it is worth; 1 where that is not known.
    pub size: f64,
}

/// What was known of a closed deal at a moment of its life, and how it ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// Which deal: several rows of one deal are one deal.
    pub deal: Id,
    /// What was known.
    pub known: Known,
    /// Whether it was won.
    pub won: bool,
}

/// How many days count as lately, where one speaks with a customer.
pub const LATELY: u32 = 28;

/// What is learned from, that which counts most first: of few deals only the first of them. A stage is told by what is set
/// for it and, where many deals have been there, by itself.
pub const FEATURES: [&str; 7] = ["stage", "slips", "contacts", "days_in_stage", "age", "owner", "size"];

/// A stage tells for itself from so many rows on.
const ROWS_OF_STAGE: usize = 100;

/// Put off more often than this says no more.
const MOST_SLIPS: u32 = 5;

/// There are too few closed deals to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// Needed of each.
    pub needed: usize,
}

impl fmt::Display for TooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TooFew { won, lost, needed } = self;
        write!(f, "{won} won and {lost} lost deals are too few: {needed} of each are needed")
    }
}

impl std::error::Error for TooFew {}

/// Which numbers stand for a deal.
#[derive(Clone, Debug, Default, PartialEq)]
struct Columns {
    /// So many of the features.
    features: usize,
    /// The stages that tell for themselves.
    stages: Vec<Id>,
}

impl Columns {
    fn names(&self) -> Vec<&'static str> {
        FEATURES.into_iter().take(self.features).chain(self.stages.iter().map(|_| FEATURES[0])).collect()
    }

    /// What grows without end is told by its logarithm: the second week in a stage says more than the tenth.
    fn numbers(&self, known: &Known) -> Vec<f64> {
        let told = [
            log_odds(known.set),
            f64::from(known.slips.min(MOST_SLIPS)),
            f64::from(known.contacts).ln_1p(),
            known.days_in_stage.max(0.0).ln_1p(),
            known.age.max(0.0).ln_1p(),
            log_odds(known.owner),
            known.size.clamp(0.01, 100.0).ln(),
        ];
        let here = self.stages.iter().map(|stage| f64::from(u8::from(*stage == known.stage)));
        told.into_iter().take(self.features).chain(here).collect()
    }
}

/// What was learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    columns: Columns,
    likelihood: Likelihood,
    won: usize,
    lost: usize,
}

impl Odds {
    /// Learns from these rows.
    ///
    /// # Errors
    /// Says how many deals there are where they are too few.
    pub fn learn(examples: &[Example]) -> Result<Odds, TooFew> {
        let deals: HashMap<Id, bool> = examples.iter().map(|row| (row.deal, row.won)).collect();
        let won = deals.values().filter(|won| **won).count();
        let lost = deals.len() - won;
        let too_few = TooFew { won, lost, needed: Likelihood::LEAST_OF_EACH };
        if won.min(lost) < too_few.needed {
            return Err(too_few);
        }
        // Several rows of a deal are one deal: so many columns as the deals can carry, whatever their rows could.
        let carried = won.min(lost) / Likelihood::LEAST_PER_FEATURE;
        let features = carried.min(FEATURES.len());
        let columns = Columns { features, stages: telling(examples, carried - features) };
        let rows: Vec<f64> = examples.iter().flat_map(|row| columns.numbers(&row.known)).collect();
        let ends: Vec<bool> = examples.iter().map(|row| row.won).collect();
        let past = Past { features: &columns.names(), rows: &rows, won: &ends };
        let likelihood = Likelihood::learn(&past, Likelihood::RIDGE).map_err(|_| too_few)?;
        Ok(Odds { columns, likelihood, won, lost })
    }

    /// How likely this deal is won, and why; none where what is known of it is beyond counting.
    pub fn tell(&self, known: &Known) -> Option<Explained> {
        self.likelihood.explain(&self.columns.numbers(known))
    }

    /// Of how many deals it was learned: won and lost.
    pub fn learned_of(&self) -> (usize, usize) {
        (self.won, self.lost)
    }

    /// What it was learned from.
    pub fn features(&self) -> &'static [&'static str] {
        &FEATURES[..self.columns.features]
    }
}

/// The moments at which a deal that was open from then to then tells a row: one in each step of time, where in it depends
/// on the deal.
///
/// So long deals tell more rows than short ones, as they do among those that are open on any day. Of each deal one
/// moment alone would make short ones too many, and all at the same day of the week would see what is done on Mondays.
pub fn moments(deal: Id, from: Micros, to: Micros, step: Micros) -> impl Iterator<Item = Micros> {
    let step = step.max(1);
    let place = Xoshiro::new(deal.as_i64().cast_unsigned()).word() % step.unsigned_abs();
    let first = from.saturating_add_unsigned(place);
    std::iter::successors(Some(first), move |at| at.checked_add(step)).take_while(move |at| *at < to)
}

/// The stages of which there are rows enough, the most first, but no more than `most`.
fn telling(examples: &[Example], most: usize) -> Vec<Id> {
    let mut rows: HashMap<Id, usize> = HashMap::new();
    for row in examples {
        *rows.entry(row.known.stage).or_default() += 1;
    }
    let mut stages: Vec<(Id, usize)> = rows.into_iter().filter(|(_, rows)| *rows >= ROWS_OF_STAGE).collect();
    stages.sort_by(|(one, rows), (other, more)| more.cmp(rows).then(one.cmp(other)));
    let room = Likelihood::MOST_FEATURES - FEATURES.len();
    stages.into_iter().take(most.min(room)).map(|(stage, _)| stage).collect()
}

/// The log-odds of what was set or counted; a certainty counts as one in a hundred that it is wrong.
fn log_odds(probability: Probability) -> f64 {
    let share = probability.get().clamp(0.01, 0.99);
    (share / (1.0 - share)).ln()
}

#[cfg(test)]
mod tests;
