//! By how much likelier a deal is won once something lies behind it.

use crate::proportion::{Confidence, Estimate, Interval, Share, difference, ratio};

/// How two win rates differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lift {
    /// The rate after − the rate before, −1 to 1.
    pub difference: Estimate,
    /// The rate after ÷ the rate before; none where there is no interval for it.
    pub ratio: Option<Estimate>,
}

impl Lift {
    /// Between deals of two kinds, such as those with an event and those without: the intervals of Newcombe and Katz.
    ///
    /// It is a difference between deals, not proof of a cause: a deal that lives longer has more time for an event.
    pub fn of_others(without: Share, with: Share, confidence: Confidence) -> Option<Lift> {
        Some(Lift {
            difference: difference(with, without, confidence)?,
            ratio: ratio(with, without, confidence),
        })
    }
}

/// Between all deals that reached a stage and those of them that went past it.
///
/// The second are part of the first, so that intervals for two samples would be wrong. But every deal won went past
/// (w of n reached, w of m passed, m ≤ n), so the difference is a product of two shares of which one tells nothing
/// about the other: w/m − w/n = (w/m)·(1 − m/n), and the ratio is n/m. The ratio's interval is therefore Wilson's of
/// m/n, turned over; the difference's is put together from Wilson's of both factors, by their distances from the value
/// (G. Y. Zou, A. Donner 2008, Construction of confidence limits about effect measures: a general approach. Statistics
/// in Medicine 27, 1693–1702) with the variance of a product (L. A. Goodman 1960, On the exact variance of products.
/// JASA 55, 708–713).
///
/// None where nothing was closed or nothing passed, or where the two don't belong together.
pub fn of_passing(reached: Share, passed: Share, confidence: Confidence) -> Option<Lift> {
    let stopped = Share { yes: reached.cases().checked_sub(passed.cases())?, no: passed.cases() };
    if reached.yes != passed.yes {
        return None;
    }
    let (won, stopped) = (passed.estimate(confidence)?, stopped.estimate(confidence)?);
    let value = won.value * stopped.value;
    let distance = |won_by: f64, stopped_by: f64| {
        let (one, other) = (won_by * stopped.value, stopped_by * won.value);
        (one * one + other * other + (won_by * stopped_by).powi(2)).sqrt()
    };
    let below = distance(won.value - won.interval.low, stopped.value - stopped.interval.low);
    let above = distance(won.interval.high - won.value, stopped.interval.high - stopped.value);
    let interval = Interval { low: (value - below).max(0.0), high: (value + above).min(1.0) };
    let times = |stopped: f64| 1.0 / (1.0 - stopped);
    let ratio = (stopped.interval.high < 1.0).then(|| Estimate {
        value: times(stopped.value),
        interval: Interval { low: times(stopped.interval.low), high: times(stopped.interval.high) },
    });
    Some(Lift { difference: Estimate { value, interval }, ratio })
}
