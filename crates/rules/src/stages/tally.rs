//! So many deals, worth so much.

/// Deals and their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub deals: u64,
    /// How many of them have no amount, and so are missing in the sum.
    pub unpriced: u64,
    /// What the others are worth together, in minor units.
    pub minor: i128,
}

impl Tally {
    /// One more deal with this amount in minor units.
    pub fn add(&mut self, minor: Option<i64>) {
        self.deals += 1;
        match minor {
            Some(minor) => self.minor += i128::from(minor),
            None => self.unpriced += 1,
        }
    }

    /// Those of another count, too.
    pub fn merge(&mut self, other: Tally) {
        self.deals += other.deals;
        self.unpriced += other.unpriced;
        self.minor += other.minor;
    }

    /// The mean of those that have an amount, in minor units; none where none has.
    pub fn mean(self) -> Option<f64> {
        let priced = self.deals.saturating_sub(self.unpriced);
        (priced > 0).then(|| self.minor as f64 / priced as f64)
    }
}
