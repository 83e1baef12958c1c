//! How likely something is: a number that is certain to lie between 0 and 1.

use cordee_base::Percent;

/// A probability, 0 to 1, both ends within.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Probability(f64);

impl Probability {
    /// It will not happen.
    pub const NEVER: Probability = Probability(0.0);
    /// It will happen.
    pub const CERTAIN: Probability = Probability(1.0);

    /// This number as a probability; none if it is not one.
    pub fn new(number: f64) -> Option<Probability> {
        // Adding zero turns −0 into 0.
        (0.0..=1.0).contains(&number).then_some(Probability(number + 0.0))
    }

    /// These per cent as a probability; none if they are fewer than none or more than a hundred.
    pub fn from_percent(percent: Percent) -> Option<Probability> {
        f64::try_from(percent.fraction()).ok().and_then(Probability::new)
    }

    /// With these log-odds; certain or never where they are beyond counting.
    pub(crate) fn from_log_odds(log_odds: f64) -> Probability {
        Probability(logistic(log_odds))
    }

    /// The number between 0 and 1.
    pub fn get(self) -> f64 {
        self.0
    }

    /// That both happen, where one tells nothing about the other.
    pub fn and(self, other: Probability) -> Probability {
        Probability(self.0 * other.0)
    }

    /// What one can still change: 4·p·(1 − p), 1 where it is open, 0 where it is decided.
    ///
    /// It is the slope of the logistic curve against its steepest place: by how much a given push on the log-odds moves
    /// the probability.
    pub fn leverage(self) -> f64 {
        4.0 * self.0 * (1.0 - self.0)
    }
}

/// 1 ÷ (1 + e⁻ˣ), without overflow on either side; 0.5 for what is no number.
fn logistic(x: f64) -> f64 {
    if x >= 0.0 {
        1.0 / (1.0 + (-x).exp())
    } else if x < 0.0 {
        x.exp() / (1.0 + x.exp())
    } else {
        0.5
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_base::Decimal;

    #[test]
    fn only_what_lies_between_never_and_certain() {
        #[rustfmt::skip]
        let table = [
            (0.0, true), (-0.0, true), (0.3, true), (1.0, true),
            (-0.1, false), (1.000_001, false), (f64::NAN, false), (f64::INFINITY, false),
        ];
        for (number, is) in table {
            assert_eq!(Probability::new(number).is_some(), is, "{number}");
        }
        for (percent, number) in [(0, Some(0.0)), (20, Some(0.2)), (100, Some(1.0)), (101, None), (-1, None)]
        {
            let found = Probability::from_percent(Percent::new(Decimal::from(percent)));
            assert_eq!(found.map(Probability::get), number, "{percent} %");
        }
    }

    #[test]
    fn log_odds_and_leverage() {
        #[rustfmt::skip]
        let table = [
            (0.0,                0.5,  1.0),
            (3.0f64.ln(),        0.75, 0.75),
            ((1.0f64 / 9.0).ln(), 0.1, 0.36),
            (1e300,              1.0,  0.0),
            (f64::NEG_INFINITY,  0.0,  0.0),
        ];
        for (log_odds, probability, leverage) in table {
            let found = Probability::from_log_odds(log_odds);
            assert!((found.get() - probability).abs() < 1e-15, "{log_odds}: {found:?}");
            assert!((found.leverage() - leverage).abs() < 1e-15, "{log_odds}: {found:?}");
        }
    }
}
