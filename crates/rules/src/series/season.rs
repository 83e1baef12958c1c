//! What comes back every season: whether it does, how strongly, and the series without it.

/// One-sided 5 % point of the normal distribution; the "90 %" of the usual two-sided test.
const LIMIT: f64 = 1.645;

/// The share of each place in the season, as a factor around 1 or an amount around 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Pattern {
    /// No season.
    Flat,
    /// Amounts to add.
    Amounts(Vec<f64>),
    /// Factors to multiply by.
    Factors(Vec<f64>),
}

impl Pattern {
    /// The pattern by classical decomposition where the season shows in the autocorrelation, else flat. Factors where
    /// all values are positive, else amounts.
    pub fn tested(series: &[f64], length: usize) -> Pattern {
        if !is_seasonal(series, length) {
            return Pattern::Flat;
        }
        if series.iter().all(|value| *value > 0.0) {
            Pattern::factors(series, length)
        } else {
            Pattern::amounts(series, length)
        }
    }

    /// Amounts by classical decomposition; flat where there are not two whole seasons.
    pub fn amounts(series: &[f64], length: usize) -> Pattern {
        let Some(shares) = shares(series, length, |value, level| Some(value - level)) else {
            return Pattern::Flat;
        };
        let mean = shares.iter().sum::<f64>() / shares.len() as f64;
        Pattern::Amounts(shares.iter().map(|share| share - mean).collect())
    }

    /// Factors by classical decomposition; flat where there are not two whole seasons or a factor isn't positive.
    pub fn factors(series: &[f64], length: usize) -> Pattern {
        let Some(shares) = shares(series, length, |value, level| (level > 0.0).then(|| value / level)) else {
            return Pattern::Flat;
        };
        let mean = shares.iter().sum::<f64>() / shares.len() as f64;
        if shares.iter().any(|share| *share <= 0.01 * mean) {
            return Pattern::Flat;
        }
        Pattern::Factors(shares.iter().map(|share| share / mean).collect())
    }

    /// The value at place `at` of the series without its season.
    pub fn taken(&self, value: f64, at: usize) -> f64 {
        match self {
            Pattern::Flat => value,
            Pattern::Amounts(shares) => value - shares[at % shares.len()],
            Pattern::Factors(shares) => value / shares[at % shares.len()],
        }
    }

    /// The value at place `at` with its season again.
    pub fn given(&self, value: f64, at: usize) -> f64 {
        match self {
            Pattern::Flat => value,
            Pattern::Amounts(shares) => value + shares[at % shares.len()],
            Pattern::Factors(shares) => value * shares[at % shares.len()],
        }
    }
}

/// Whether the autocorrelation at the season's length is higher than chance allows: r(m) > 1.645 √((1 + 2 Σ r(i)²) ÷ n)
/// over i < m (Bartlett's limit; Assimakopoulos & Nikolopoulos 2000 and the M4 competition's benchmarks). A season
/// comes back, so only a positive autocorrelation counts; two whole seasons are needed.
pub fn is_seasonal(series: &[f64], length: usize) -> bool {
    if length < 2 || series.len() < 2 * length {
        return false;
    }
    let before: f64 = (1..length).map(|lag| autocorrelation(series, lag).powi(2)).sum();
    autocorrelation(series, length) > LIMIT * ((1.0 + 2.0 * before) / series.len() as f64).sqrt()
}

/// Autocorrelation at a lag; 0 of a constant.
fn autocorrelation(series: &[f64], lag: usize) -> f64 {
    let mean = series.iter().sum::<f64>() / series.len() as f64;
    let spread: f64 = series.iter().map(|value| (value - mean).powi(2)).sum();
    let together: f64 = series.iter().zip(&series[lag..]).map(|(old, new)| (old - mean) * (new - mean)).sum();
    if spread > 0.0 { together / spread } else { 0.0 }
}

/// The mean share of each place against a centred moving average one season wide.
fn shares(series: &[f64], length: usize, share: impl Fn(f64, f64) -> Option<f64>) -> Option<Vec<f64>> {
    if length < 2 || series.len() < 2 * length {
        return None;
    }
    let half = length / 2;
    let mut sums = vec![(0.0, 0.0); length];
    for at in half..series.len() - half {
        let level = if length % 2 == 1 {
            series[at - half..=at + half].iter().sum::<f64>()
        } else {
            let ends = (series[at - half] + series[at + half]) / 2.0;
            ends + series[at - half + 1..at + half].iter().sum::<f64>()
        } / length as f64;
        let (sum, count) = &mut sums[at % length];
        *sum += share(series[at], level)?;
        *count += 1.0;
    }
    Some(sums.iter().map(|(sum, count)| sum / count).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTERS: [f64; 4] = [0.5, 1.0, 0.7, 1.8];

    fn series(count: usize, value: impl Fn(usize) -> f64) -> Vec<f64> {
        (0..count).map(value).collect()
    }

    #[test]
    fn a_season_is_found_where_there_is_one() {
        let noise = |at: usize| ((at * 7919 + 13) % 31) as f64;
        let table = [
            ("quarters", series(16, |at| 100.0 * QUARTERS[at % 4]), 4, true),
            ("quarters on a slope", series(24, |at| (100.0 + at as f64) * QUARTERS[at % 4]), 4, true),
            ("not two of them", series(7, |at| 100.0 * QUARTERS[at % 4]), 4, false),
            ("noise", series(40, noise), 12, false),
            ("a slope", series(48, |at| at as f64), 12, false),
            ("a constant", series(48, |_| 5.0), 12, false),
            ("no season asked for", series(16, |at| QUARTERS[at % 4]), 1, false),
        ];
        for (name, series, length, wanted) in table {
            assert_eq!(is_seasonal(&series, length), wanted, "{name}");
        }
    }

    #[test]
    fn the_pattern_comes_out_of_the_decomposition() {
        let level = |at: usize| 100.0 + 3.0 * at as f64;
        let factors = series(20, |at| 100.0 * QUARTERS[at % 4]);
        let amounts = series(20, |at| level(at) + 10.0 * (QUARTERS[at % 4] - 1.0));
        let signed = series(20, |at| amounts[at] - 130.0);
        for (at, (share, wanted)) in QUARTERS.iter().zip(QUARTERS).enumerate() {
            assert!((Pattern::factors(&factors, 4).given(1.0, at) - wanted).abs() < 1e-9);
            assert!((Pattern::amounts(&amounts, 4).given(0.0, at) - 10.0 * (share - 1.0)).abs() < 1e-9);
        }
        assert!(matches!(Pattern::tested(&factors, 4), Pattern::Factors(_)));
        assert_eq!(Pattern::factors(&signed, 4), Pattern::Flat, "no factors below zero");
        assert_eq!(Pattern::amounts(&factors[..7], 4), Pattern::Flat, "less than two seasons");
        let odd = Pattern::amounts(&series(9, |at| [1.0, 2.0, 6.0][at % 3]), 3);
        assert!((odd.given(0.0, 5) - 3.0).abs() < 1e-12, "of odd length: {odd:?}");
        let taken = odd.taken(6.0, 2);
        assert!((odd.given(taken, 2) - 6.0).abs() < 1e-12);
    }
}
