//! Random choices from a seed, for harnesses that tell the seed when they fail.

use cordee_base::{Chance, SeededChance};

/// Draws from a seed.
pub struct Draw(SeededChance);

impl Draw {
    pub fn new(seed: u64) -> Draw {
        Draw(SeededChance::new(seed))
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0.below(limit as u64) as usize
    }

    /// One of these.
    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, hundredths: usize) -> bool {
        self.below(100) < hundredths
    }

    /// One of these, or nothing, so many times in a hundred.
    pub fn unless<T: Clone>(&mut self, empty: usize, of: &[T]) -> Option<T> {
        (!self.percent(empty)).then(|| self.one(of))
    }
}
