//! What history says a probability is, beside the one that somebody has set.

use crate::probability::Probability;
use crate::proportion::{Confidence, Estimate, Share};

/// How likely a deal in a stage is won, as the past has it: of the closed deals that were ever in it, the share won.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// The one that is set.
    pub set: Probability,
    /// Won and lost, of those the share is taken of.
    pub share: Share,
    /// The share won, with its interval; none where nothing is closed yet.
    pub seen: Option<Estimate>,
    /// What to reckon with: the share won, drawn towards the one that is set while few deals are closed.
    pub smoothed: Probability,
}

impl Learned {
    /// The one that is set counts like so many closed deals.
    pub const WEIGHT: f64 = 10.0;

    /// What these closed deals say beside the probability that is set.
    pub fn new(set: Probability, share: Share, confidence: Confidence) -> Learned {
        Learned {
            set,
            share,
            seen: share.estimate(confidence),
            smoothed: smoothed(share, set, Learned::WEIGHT).unwrap_or(set),
        }
    }

    /// Whether there are so few closed deals that the share says little.
    pub fn is_small(&self) -> bool {
        self.share.is_small()
    }

    /// Whether the one that is set lies outside what history allows, and there are deals enough to say so.
    pub fn contradicts(&self) -> bool {
        let outside = |seen: Estimate| !(seen.interval.low..=seen.interval.high).contains(&self.set.get());
        !self.is_small() && self.seen.is_some_and(outside)
    }
}

/// A share drawn towards what was thought before: (yes + weight × before) ÷ (cases + weight), the mean of the beta
/// distribution after these cases (T. Bayes 1763; A. Gelman et al., Bayesian Data Analysis, 2.4). None for a weight
/// that is below 0, no number, or 0 with no cases.
pub fn smoothed(share: Share, before: Probability, weight: f64) -> Option<Probability> {
    let whole = share.cases() as f64 + weight;
    (weight >= 0.0 && whole > 0.0)
        .then(|| (share.yes as f64 + weight * before.get()) / whole)
        .and_then(Probability::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_deals_change_little_and_many_nearly_all() {
        #[rustfmt::skip]
        let table = [
            // won, lost, set, smoothed, small, contradicts
            (  0,   0, 0.4, 0.4,          true,  false),
            (  1,   0, 0.4, 5.0 / 11.0,   true,  false),
            (  5,   5, 0.4, 0.45,         true,  false),
            (  0,  29, 0.4, 4.0 / 39.0,   true,  false),
            ( 12,  18, 0.4, 0.4,          false, false),
            ( 90,  10, 0.4, 94.0 / 110.0, false, true),
            (400, 600, 0.4, 0.4,          false, false),
            (  0, 990, 1.0, 0.01,         false, true),
        ];
        for (won, lost, set, wanted, small, contradicts) in table {
            let share = Share { yes: won, no: lost };
            let set = Probability::new(set).expect("a probability");
            let found = Learned::new(set, share, Confidence::P95);
            assert!((found.smoothed.get() - wanted).abs() < 1e-12, "{won}, {lost}: {found:?}");
            assert_eq!((found.is_small(), found.contradicts()), (small, contradicts), "{won}, {lost}");
            assert_eq!(found.seen.map(|seen| seen.value), share.rate(), "{won}, {lost}");
        }
    }

    #[test]
    fn weights_that_are_none() {
        let (some, none) = (Share { yes: 1, no: 3 }, Share::default());
        #[rustfmt::skip]
        let table = [
            (some, 0.0, Some(0.25)), (none, 0.0, None), (some, -1.0, None), (some, f64::NAN, None),
            (some, f64::INFINITY, None), (none, 2.0, Some(0.5)),
        ];
        let half = Probability::new(0.5).expect("a probability");
        for (share, weight, wanted) in table {
            assert_eq!(smoothed(share, half, weight).map(Probability::get), wanted, "{share:?}, {weight}");
        }
    }
}
