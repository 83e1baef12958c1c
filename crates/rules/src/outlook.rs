//! What a period may bring: the deals that may be won in it are won or not, ten thousand times over.
//!
//! Deals are taken to be decided independently of each other. What hits all of them at once (a bad year) is not in it,
//! so the range is rather too narrow.

mod draw;
mod histogram;

pub use histogram::Bin;

use std::fmt;

use cordee_base::Id;

use crate::probability::Probability;
use crate::survival::Curve;

/// A deal that may be won in the period.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// Which one; its luck hangs on this and the seed alone, so neither the order nor the other deals change it.
    pub deal: Id,
    /// How likely it is won within the period.
    pub probability: Probability,
    /// What it then brings, in minor units.
    pub minor: i64,
}

/// Why there is no outlook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOutlook {
    /// No run was asked for, or more than [`Outlook::MOST_RUNS`].
    Runs,
    /// All deals together are worth more than fits a sum.
    TooLarge,
    /// This deal is in it twice.
    Twice(Id),
}

impl fmt::Display for NoOutlook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoOutlook::Runs => write!(f, "there must be 1 to {} runs", Outlook::MOST_RUNS),
            NoOutlook::TooLarge => f.write_str("the amounts are too large to be summed up"),
            NoOutlook::Twice(deal) => write!(f, "the deal {deal} is there twice"),
        }
    }
}

impl std::error::Error for NoOutlook {}

/// What the runs came to, in minor units.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// What is won already + Σ probability × amount: what the mean of endless runs would be.
    pub expected: f64,
    /// The sum of each run, the least first.
    sums: Vec<i64>,
}

impl Outlook {
    /// More runs than this say nothing more.
    pub const MOST_RUNS: usize = 1_000_000;

    /// Lets chance decide the deals `runs` times, on top of what the period has `won` already. The same seed and deals
    /// give the same outlook, in whichever order they come.
    ///
    /// # Errors
    /// Refuses what can't be run or summed up, and a deal named twice.
    pub fn new(won: i64, deals: &[Candidate], runs: usize, seed: u64) -> Result<Outlook, NoOutlook> {
        if runs == 0 || runs > Outlook::MOST_RUNS {
            return Err(NoOutlook::Runs);
        }
        let most =
            deals.iter().map(|deal| i128::from(deal.minor).abs()).sum::<i128>() + i128::from(won).abs();
        if i64::try_from(most).is_err() {
            return Err(NoOutlook::TooLarge);
        }
        let mut ids: Vec<Id> = deals.iter().map(|deal| deal.deal).collect();
        ids.sort_unstable();
        if let Some(pair) = ids.array_windows().find(|[one, next]| one == next) {
            return Err(NoOutlook::Twice(pair[0]));
        }
        let mut sums = draw::sums(deals, runs, seed);
        sums.iter_mut().for_each(|sum| *sum += won);
        sums.sort_unstable();
        let weighed = deals.iter().map(|deal| deal.probability.get() * deal.minor as f64);
        Ok(Outlook { expected: won as f64 + weighed.sum::<f64>(), sums })
    }

    /// The mean of all runs, rounded to whole minor units.
    pub fn mean(&self) -> i64 {
        let (sum, runs) =
            (self.sums.iter().map(|sum| i128::from(*sum)).sum::<i128>(), self.sums.len() as i128);
        let rounded = (2 * sum + runs).div_euclid(2 * runs);
        i64::try_from(rounded).unwrap_or(i64::MAX)
    }

    /// What this share (0 to 1) of the runs did not exceed, by nearest rank: 0.1 is P10, which nine runs in ten reach
    /// or beat; 0.9 is P90, which one in ten does.
    pub fn percentile(&self, share: Probability) -> i64 {
        // A product that should be whole may miss it by what the last digits lose.
        let rank = (share.get() * self.sums.len() as f64 - 1e-6).ceil() as usize;
        self.sums.get(rank.saturating_sub(1)).or(self.sums.last()).copied().unwrap_or(0)
    }

    /// The share of the runs that reach `target` minor units: how likely a quota is made.
    pub fn reaches(&self, target: i64) -> Probability {
        let below = self.sums.partition_point(|sum| *sum < target);
        let share = (self.sums.len() - below) as f64 / self.sums.len() as f64;
        Probability::new(share).unwrap_or(Probability::NEVER)
    }

    /// The runs in twenty bins of one width, from the least sum to the greatest.
    pub fn histogram(&self) -> [Bin; Bin::COUNT] {
        histogram::of(&self.sums)
    }
}

/// How likely a deal is won within so many days: how likely it is won at all × the share of deals as old as it that
/// close within so many days more. None where no deal is known to have stayed open as long.
///
/// `to_close` is the curve of days to the close, of which `age` are over. The curve of won deals is the right one where it
/// is known: lost deals are closed sooner, for they need not go the whole way. And `age` is all it may know: of a deal
/// that has stood in a stage for so long one knows more than that it is open, and counts from moments like that, at 0.
pub fn won_within(won: Probability, to_close: &Curve, age: u32, days: u32) -> Option<Probability> {
    let closes = Probability::new(to_close.ends_within(age, days)?)?;
    Some(won.and(closes))
}

#[cfg(test)]
mod tests;
