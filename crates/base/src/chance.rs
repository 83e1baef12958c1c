//! Chance, handed in so that tests and the demo can repeat themselves.

/// A source of random bytes.
pub trait Chance: Send {
    /// Fills `bytes` with random ones.
    fn fill(&mut self, bytes: &mut [u8]);

    /// A random number of 32 bits.
    fn u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    /// A random number of 64 bits.
    fn u64(&mut self) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes)
    }

    /// A random number below `limit` (0 for a limit of 0).
    fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.u64()) * u128::from(limit)) >> 64) as u64
    }
}

/// The operating system's own randomness: for ids, salts, tokens and keys.
#[derive(Clone, Copy, Debug, Default)]
pub struct OsChance;

impl Chance for OsChance {
    #[expect(clippy::disallowed_methods, reason = "the one place where the system's randomness is read")]
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// Repeatable chance from a seed (SplitMix64, Steele, Lea & Flood 2014); never for secrets.
#[derive(Clone, Debug)]
pub struct SeededChance(u64);

impl SeededChance {
    /// The sequence that belongs to `seed`.
    pub fn new(seed: u64) -> SeededChance {
        SeededChance(seed)
    }
}

impl Chance for SeededChance {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut mixed = self.0;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself_and_stays_below_the_limit() {
        let draw = || {
            (0..100).map({
                let mut chance = SeededChance::new(42);
                move |_| chance.below(6)
            })
        };
        assert!(draw().eq(draw()));
        assert!(draw().all(|n| n < 6));
        assert_eq!(draw().collect::<std::collections::BTreeSet<_>>().len(), 6);
    }
}
