//! A share of a hundred, exact.

use std::fmt;

use rust_decimal::Decimal;

/// A percentage: `Percent::new(15)` is 15 %, the fraction 0.15.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(Decimal);

impl Percent {
    /// `hundredths` per hundred.
    pub fn new(hundredths: impl Into<Decimal>) -> Percent {
        Percent(hundredths.into())
    }

    /// The number before the % sign.
    pub fn hundredths(self) -> Decimal {
        self.0
    }

    /// The share of one: 0.15 for 15 %.
    pub fn fraction(self) -> Decimal {
        self.0 / Decimal::ONE_HUNDRED
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.0.normalize())
    }
}

impl fmt::Debug for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
