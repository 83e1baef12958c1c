//! How far off a forecast may be, by how far off it would have been.

use super::backtest::Pair;

/// Half the width of the interval around the forecast of each of the next points: t × s(h).
///
/// s(h) is the root mean squared error of the backtest h points ahead, about zero, so that what the method misses on
/// average widens the interval too. k is the number of errors one point ahead, t the quantile of Student's
/// distribution with k − 1 degrees of freedom: the fewer errors, the wider. No model's own variance is used: what a
/// method believes of itself is too narrow as a rule (Makridakis, Hibon, Lusk & Belhadjali 1987).
pub fn widths(pairs: &[Pair], horizon: usize, confidence: f64) -> Vec<f64> {
    let count = pairs.iter().filter(|pair| pair.ahead == 1).count().max(2) as f64;
    let far = student(0.5 + confidence / 2.0, count - 1.0);
    spreads(pairs, horizon).into_iter().map(|spread| spread * far).collect()
}

/// The root mean squared error for each number of points ahead, never smaller further ahead (isotonic regression by
/// pooling adjacent violators; Ayer, Brunk, Ewing, Reid & Silverman 1955): far ahead there are few errors, which may
/// be small by chance. Beyond the backtest's reach it grows with the square root of the distance, as a random walk's.
fn spreads(pairs: &[Pair], horizon: usize) -> Vec<f64> {
    let reach = pairs.iter().map(|pair| pair.ahead).max().unwrap_or(0).min(horizon);
    let mut pools: Vec<Pool> = Vec::new();
    for ahead in 1..=reach {
        let mut pool = Pool::of(pairs, ahead);
        while let Some(nearer) = pools.pop_if(|nearer| nearer.mean() >= pool.mean()) {
            pool = nearer.and(pool);
        }
        pools.push(pool);
    }
    let pooled = |pool: &Pool| std::iter::repeat_n(pool.mean().sqrt(), pool.steps);
    let mut spreads: Vec<f64> = pools.iter().flat_map(pooled).collect();
    let last = spreads.last().copied().unwrap_or(0.0);
    spreads.extend((reach + 1..=horizon).map(|ahead| last * (ahead as f64 / reach.max(1) as f64).sqrt()));
    spreads
}

/// Squared errors of neighbouring distances.
struct Pool {
    sum: f64,
    count: f64,
    steps: usize,
}

impl Pool {
    fn of(pairs: &[Pair], ahead: usize) -> Pool {
        let errors = || pairs.iter().filter(|pair| pair.ahead == ahead).map(|pair| pair.miss().powi(2));
        Pool { sum: errors().sum(), count: errors().count() as f64, steps: 1 }
    }

    fn and(&self, next: Pool) -> Pool {
        let (sum, count) = (self.sum + next.sum, self.count + next.count);
        Pool { sum, count, steps: self.steps + next.steps }
    }

    /// A distance that thinned origins left out says nothing, and goes with the nearer ones.
    fn mean(&self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }
}

/// The point below which this share of Student's distribution lies (Abramowitz & Stegun 1964, 26.7.5): for a share of
/// 0.975 within 3 % with two degrees of freedom, within 0.1 % with ten.
fn student(share: f64, freedom: f64) -> f64 {
    let x = normal(share);
    let terms = [
        (x.powi(3) + x) / 4.0,
        (5.0 * x.powi(5) + 16.0 * x.powi(3) + 3.0 * x) / 96.0,
        (3.0 * x.powi(7) + 19.0 * x.powi(5) + 17.0 * x.powi(3) - 15.0 * x) / 384.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| (sum + term) / freedom) + x
}

/// The point below which this share of a normal distribution lies, right to 4.5e-4 (Abramowitz & Stegun 1964, 26.2.23).
fn normal(share: f64) -> f64 {
    let t = (-2.0 * share.min(1.0 - share).ln()).sqrt();
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let below = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    (t - above / below).copysign(share - 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        #[rustfmt::skip]
        let table = [
            // share, degrees of freedom, the printed value, how near
            (0.5,   9.0,  0.0,    0.001),
            (0.9,   2.0,  1.886,  0.01),
            (0.975, 2.0,  4.303,  0.13),
            (0.9,   9.0,  1.383,  0.001),
            (0.975, 9.0,  2.262,  0.003),
            (0.95,  25.0, 1.708,  0.001),
            (0.025, 25.0, -2.060, 0.001),
            (0.975, 1e9,  1.960,  0.001),
        ];
        for (share, freedom, wanted, near) in table {
            let found = student(share, freedom);
            assert!((found - wanted).abs() < near, "{share} of {freedom}: {found}");
        }
    }

    /// A name, errors by distance, how far, the spreads.
    type Case<'a> = (&'a str, &'a [(usize, f64)], usize, &'a [f64]);

    #[test]
    fn spreads_never_shrink_with_the_distance() {
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("growing",           &[(1, 1.0), (2, 2.0), (3, 3.0)],           3, &[1.0, 2.0, 3.0]),
            ("pooled",            &[(1, 1.0), (2, 7.0), (3, 1.0)],           3, &[1.0, 5.0, 5.0]),
            ("pooled by count",   &[(1, 4.0), (1, 4.0), (1, 4.0), (2, 0.0)], 2, &[12f64.sqrt(), 12f64.sqrt()]),
            ("beyond its reach",  &[(1, 3.0)],                               4, &[3.0, 18f64.sqrt(), 27f64.sqrt(), 6.0]),
            ("a gap",             &[(1, 2.0), (3, 4.0)],                     3, &[2.0, 2.0, 4.0]),
            ("nothing known",     &[],                                       2, &[0.0, 0.0]),
        ];
        for (name, misses, horizon, wanted) in table {
            let pair =
                |(ahead, miss): &(usize, f64)| Pair { at: 0, ahead: *ahead, forecast: *miss, actual: 0.0 };
            let pairs: Vec<Pair> = misses.iter().map(pair).collect();
            let found = spreads(&pairs, *horizon);
            assert_eq!(found.len(), wanted.len(), "{name}");
            for (found, wanted) in found.iter().zip(*wanted) {
                assert!((found - wanted).abs() < 1e-12, "{name}: {found} instead of {wanted}");
            }
        }
    }
}
