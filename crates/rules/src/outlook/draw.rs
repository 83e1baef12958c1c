//! The sums of many runs at once: 64 runs are the bits of a word, and eight deals are looked up together.

use super::Candidate;
use crate::probability::Probability;
use crate::xoshiro::Xoshiro;

const LANES: usize = 64;
const TOGETHER: usize = 8;

/// The sum of each run. Nothing may overflow: the caller has seen that all amounts fit one sum.
///
/// Instead of adding each deal to each run it has won, eight deals are taken at a time: the bits that say which of them
/// a run has won are a number below 256, and a table has the sum of each such choice.
pub fn sums(deals: &[Candidate], runs: usize, seed: u64) -> Vec<i64> {
    let blocks = runs.div_ceil(LANES);
    let mut sums = vec![[0i64; LANES]; blocks];
    let mut won = vec![[0u64; TOGETHER]; blocks];
    for group in deals.chunks(TOGETHER) {
        won.iter_mut().for_each(|block| *block = [0; TOGETHER]);
        for (at, deal) in group.iter().enumerate() {
            let mut chance = Xoshiro::new(seed ^ spread(deal.deal.as_i64()));
            let threshold = Threshold::of(deal.probability);
            won.iter_mut().for_each(|block| block[at] = threshold.draw(&mut chance));
        }
        let worth = choices(group);
        for (sums, won) in sums.iter_mut().zip(&won) {
            add(sums, won, &worth);
        }
    }
    let mut sums = sums.into_flattened();
    sums.truncate(runs);
    sums
}

/// Ids that lie near each other must not begin near each other, whatever the seed (the finalizer of MurmurHash3).
fn spread(id: i64) -> u64 {
    let mut word = id as u64;
    word = (word ^ (word >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    word = (word ^ (word >> 33)).wrapping_mul(0xC4CE_B9FE_1A85_EC53);
    word ^ (word >> 33)
}

/// What each choice of up to eight deals is worth.
fn choices(group: &[Candidate]) -> [i64; 1 << TOGETHER] {
    let mut worth = [0; 1 << TOGETHER];
    for (at, deal) in group.iter().enumerate() {
        let half = 1 << at;
        for choice in 0..half {
            worth[half + choice] = worth[choice] + deal.minor;
        }
    }
    worth
}

fn add(sums: &mut [i64; LANES], won: &[u64; TOGETHER], worth: &[i64; 1 << TOGETHER]) {
    for (eight, sums) in sums.as_chunks_mut::<8>().0.iter_mut().enumerate() {
        let bytes = won.map(|word| (word >> (eight * 8)) as u8);
        for (sum, choice) in sums.iter_mut().zip(transposed(bytes).to_le_bytes()) {
            *sum += worth[usize::from(choice)];
        }
    }
}

/// A square of 8 × 8 bits turned over its diagonal: byte `i` has bit `i` of each (H. S. Warren, Hacker's Delight, 7-3).
fn transposed(bytes: [u8; 8]) -> u64 {
    let mut square = u64::from_le_bytes(bytes);
    let mut swap = |mask: u64, by: u32| {
        let moved = (square ^ (square >> by)) & mask;
        square ^= moved ^ (moved << by);
    };
    swap(0x00AA_00AA_00AA_00AA, 7);
    swap(0x0000_CCCC_0000_CCCC, 14);
    swap(0x0000_0000_F0F0_F0F0, 28);
    square
}

/// A probability as the digits of a binary fraction.
struct Threshold {
    digits: u64,
    certain: bool,
}

impl Threshold {
    fn of(probability: Probability) -> Threshold {
        // 2⁶⁴; what a probability has below 2⁻⁶⁴ is cut off.
        let digits = (probability.get() * 18_446_744_073_709_551_616.0) as u64;
        Threshold { digits, certain: probability == Probability::CERTAIN }
    }

    /// 64 decisions at once. A random fraction below the threshold wins; both are compared digit by digit from the
    /// first, all lanes at once, until each lane is decided, which takes about eight words instead of 64.
    fn draw(&self, chance: &mut Xoshiro) -> u64 {
        if self.certain {
            return u64::MAX;
        }
        let (mut won, mut undecided, mut digits) = (0, u64::MAX, self.digits);
        while undecided != 0 && digits != 0 {
            let random = chance.word();
            if digits >> 63 == 1 {
                won |= undecided & !random;
                undecided &= random;
            } else {
                undecided &= !random;
            }
            digits <<= 1;
        }
        won
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_change_places_with_bytes() {
        let bytes = [0b1000_0001, 0, 0xFF, 0b0000_0010, 0, 0x0F, 0, 0b1010_1010];
        let turned = transposed(bytes).to_le_bytes();
        for (row, byte) in bytes.iter().enumerate() {
            for (column, other) in turned.iter().enumerate() {
                assert_eq!(byte >> column & 1, other >> row & 1, "{row}, {column}");
            }
        }
    }

    #[test]
    fn as_many_are_won_as_are_likely() {
        let mut chance = Xoshiro::new(3);
        for probability in [0.0, 1e-3, 0.1, 0.25, 0.5, 1.0 / 3.0, 0.9, 0.999, 1.0] {
            let threshold = Threshold::of(Probability::new(probability).expect("a probability"));
            let words = 20_000;
            let won: u32 = (0..words).map(|_| threshold.draw(&mut chance).count_ones()).sum();
            let (draws, share) = (f64::from(words) * 64.0, f64::from(won) / (f64::from(words) * 64.0));
            let error = (probability * (1.0 - probability) / draws).sqrt();
            assert!((share - probability).abs() <= 4.0 * error, "{probability}: {share}");
        }
    }
}
