//! Numbers of the reckoning as a report says them.

use cordee_base::Decimal;
use cordee_kit::Said;
use cordee_rules::proportion::{Estimate, Share};
use cordee_rules::stages::Tally;

use super::SURE;

/// So many.
pub fn count(count: u64) -> Said {
    Said::Count(i64::try_from(count).unwrap_or(i64::MAX))
}

/// An amount in minor units.
pub fn money(minor: i128) -> Said {
    Said::or_none(Decimal::try_from_i128_with_scale(minor, 0).ok(), Said::Money)
}

/// What these deals are worth; not known where none of them has an amount.
pub fn tally(tally: Tally) -> Said {
    if tally.deals > 0 && tally.unpriced == tally.deals { Said::NoData } else { money(tally.minor) }
}

/// A share of one.
pub fn ratio(share: Option<f64>) -> Said {
    Said::or_none(share.and_then(decimal), Said::Ratio)
}

/// A share with its interval and on how many cases it rests.
pub fn share(share: Share) -> Said {
    estimate(share.estimate(SURE), share.cases())
}

/// A share, or the difference of two, with its interval.
pub fn estimate(estimate: Option<Estimate>, cases: u64) -> Said {
    let boxed = |number: f64| decimal(number).map(|number| Box::new(Said::Ratio(number)));
    let between = estimate.and_then(|found| {
        let (low, high) = (found.interval.low, found.interval.high);
        Some(Said::Between(boxed(found.value)?, boxed(low)?, boxed(high)?, cases))
    });
    between.unwrap_or_default()
}

fn decimal(number: f64) -> Option<Decimal> {
    Decimal::try_from(number).ok()
}
