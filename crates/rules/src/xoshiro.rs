//! Repeatable chance that is fast: xoshiro256++.
//!
//! D. Blackman, S. Vigna (2021), Scrambled linear pseudorandom number generators. ACM Transactions on Mathematical
//! Software 47 (4), 36; <https://prng.di.unimi.it/xoshiro256plusplus.c>. Never for secrets.

use cordee_base::{Chance, SeededChance};

/// A sequence of random words.
#[derive(Clone, Debug)]
pub struct Xoshiro([u64; 4]);

impl Xoshiro {
    /// The sequence that belongs to `seed`, filled up by SplitMix64 as its authors advise, so that near seeds lead to
    /// sequences that have nothing in common.
    pub fn new(seed: u64) -> Xoshiro {
        let mut chance = SeededChance::new(seed);
        Xoshiro([chance.u64(), chance.u64(), chance.u64(), chance.u64()])
    }

    /// The next 64 random bits.
    #[inline]
    pub fn word(&mut self) -> u64 {
        let state = &mut self.0;
        let word = state[0].wrapping_add(state[3]).rotate_left(23).wrapping_add(state[0]);
        let shifted = state[1] << 17;
        state[2] ^= state[0];
        state[3] ^= state[1];
        state[1] ^= state[2];
        state[0] ^= state[3];
        state[2] ^= shifted;
        state[3] = state[3].rotate_left(45);
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_as_the_authors_have_them() {
        // What the reference prints for the state 1, 2, 3, 4.
        let wanted = [
            41_943_041,
            58_720_359,
            3_588_806_011_781_223,
            3_591_011_842_654_386,
            9_228_616_714_210_784_205,
            9_973_669_472_204_895_162,
            14_011_001_112_246_962_877,
            12_406_186_145_184_390_807,
            15_849_039_046_786_891_736,
            10_450_023_813_501_588_000,
        ];
        let mut chance = Xoshiro([1, 2, 3, 4]);
        assert_eq!(wanted.map(|_| chance.word()), wanted);
    }

    #[test]
    fn the_seed_is_spread_as_the_authors_have_it() {
        // The first words of SplitMix64 for the seed 1,234,567.
        let wanted = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
        ];
        assert_eq!(Xoshiro::new(1_234_567).0, wanted);
    }
}
