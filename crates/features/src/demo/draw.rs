//! Repeatable chance for each invented thing: what it draws depends on the seed and on nothing drawn before.

use cordee_base::{Chance, SeededChance};

/// The draws of one invented thing.
pub struct Draw(SeededChance);

/// Multipliers, in thousandths, at the twentieths of a log-normal distribution (σ = 0.7), so that no floating point
/// is needed and every machine draws the same.
const LOG_NORMAL: [i64; 21] = [
    165, 316, 408, 484, 555, 624, 693, 764, 838, 916, 1000, 1092, 1194, 1309, 1443, 1603, 1803, 2065, 2453,
    3163, 6070,
];

impl Draw {
    /// The draws of the `index`-th thing of a sort.
    pub fn of(seed: u64, sort: &str, index: usize) -> Draw {
        let mixed = sort.bytes().fold(seed, |mixed, byte| SeededChance::new(mixed ^ u64::from(byte)).u64());
        Draw(SeededChance::new(mixed ^ (index as u64).wrapping_mul(0xD134_2543_DE82_EF95)))
    }

    /// A number from 0 to below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0.below(limit as u64) as usize
    }

    /// A number from `low` to `high`, both among them.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// True `percent` times of a hundred.
    pub fn chance(&mut self, percent: i64) -> bool {
        self.between(0, 99) < percent
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// One of them, by weight.
    pub fn weighted<T: Copy>(&mut self, from: &[(T, usize)]) -> T {
        let mut left = self.below(from.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in from {
            if left < *weight {
                return *item;
            }
            left -= weight;
        }
        from[0].0
    }

    /// A number about `median`: half are smaller, few are many times as large, as with the sizes of deals.
    pub fn about(&mut self, median: i64) -> i64 {
        let place = self.below(20_000);
        let (step, within) = (place / 1000, (place % 1000) as i64);
        let thousandths = LOG_NORMAL[step] + (LOG_NORMAL[step + 1] - LOG_NORMAL[step]) * within / 1000;
        median * thousandths / 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_depend_on_seed_sort_and_index_only() {
        let first = |seed, sort, index| Draw::of(seed, sort, index).below(1_000_000);
        assert_eq!(first(1, "deal", 7), first(1, "deal", 7));
        let others = [first(2, "deal", 7), first(1, "lead", 7), first(1, "deal", 8)];
        assert!(others.iter().all(|other| *other != first(1, "deal", 7)), "{others:?}");
    }

    #[test]
    fn half_of_what_is_drawn_about_a_number_is_smaller() {
        let mut draw = Draw::of(3, "size", 0);
        let smaller = (0..10_000).filter(|_| draw.about(1000) < 1000).count();
        assert!((4800..5200).contains(&smaller), "{smaller}");
    }

    #[test]
    fn weights_are_kept() {
        let mut draw = Draw::of(3, "weight", 0);
        let heavy = (0..10_000).filter(|_| draw.weighted(&[("light", 1), ("heavy", 3)]) == "heavy").count();
        assert!((7300..7700).contains(&heavy), "{heavy}");
    }
}
