//! How long things took, counted in buckets, as metrics tell it.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// The upper bounds of the buckets, in seconds.
pub const BOUNDS: [f64; 12] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// How long things took. Any number of threads may count at once.
#[derive(Debug, Default)]
pub struct Histogram {
    buckets: [AtomicU64; BOUNDS.len()],
    count: AtomicU64,
    micros: AtomicU64,
}

impl Histogram {
    /// Counts one that took so long.
    pub fn observe(&self, took: Duration) {
        let seconds = took.as_secs_f64();
        if let Some(place) = BOUNDS.iter().position(|bound| seconds <= *bound) {
            self.buckets[place].fetch_add(1, Ordering::Relaxed);
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(took.as_micros() as u64, Ordering::Relaxed);
    }

    /// How many took no longer than each bound.
    pub fn within(&self) -> [(f64, u64); BOUNDS.len()] {
        let mut sum = 0;
        std::array::from_fn(|place| {
            sum += self.buckets[place].load(Ordering::Relaxed);
            (BOUNDS[place], sum)
        })
    }

    /// How many there were.
    pub fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }

    /// How long they took together, in seconds.
    pub fn seconds(&self) -> f64 {
        self.micros.load(Ordering::Relaxed) as f64 / 1e6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_counted_in_its_bucket_and_those_above() {
        let histogram = Histogram::default();
        for milliseconds in [1, 2, 30, 20_000] {
            histogram.observe(Duration::from_millis(milliseconds));
        }
        let within = histogram.within();
        assert_eq!(
            (within[0], within[1], within[5], within[11]),
            ((0.001, 1), (0.0025, 2), (0.05, 3), (10.0, 3))
        );
        assert_eq!((histogram.count(), histogram.seconds()), (4, 20.033));
    }
}
