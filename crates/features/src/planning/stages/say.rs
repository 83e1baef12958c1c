//! Numbers of the reckoning as a report says them.

use cordee_kit::Said;
use cordee_rules::proportion::{Estimate, Share};
use cordee_rules::stages::Tally;

use super::SURE;

/// What these deals are worth; not known where none of them has an amount.
pub fn tally(tally: Tally) -> Said {
    if tally.deals > 0 && tally.unpriced == tally.deals { Said::NoData } else { Said::minor(tally.minor) }
}

/// A share with its interval and on how many cases it rests.
pub fn share(share: Share) -> Said {
    estimate(share.estimate(SURE), share.cases())
}

/// A share, or the difference of two, with its interval.
pub fn estimate(estimate: Option<Estimate>, cases: u64) -> Said {
    let ratio = |number: f64| Box::new(Said::measured(number, Said::Ratio));
    Said::or_none(estimate, |found| {
        let (low, high) = (found.interval.low, found.interval.high);
        Said::Between(ratio(found.value), ratio(low), ratio(high), cases)
    })
}
