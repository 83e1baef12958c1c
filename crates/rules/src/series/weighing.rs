//! The combination of all single methods, each weighed by how well it did.

use super::backtest::Pair;

/// The weight falls with this power of the mean absolute error.
const SHARPNESS: i32 = 4;
/// An error that is none, where the largest value is about 1: rounding.
const NONE: f64 = 1e-9;

/// How much each member counts, by what came before the point in place `until`: weight ∝ error⁻⁴, of mean absolute
/// errors, summing to 1; the same for all where nothing came yet. Bates & Granger (1969) weigh by the inverse of the
/// mean squared error, Stock & Watson (2004, *Journal of Forecasting* 23, 405–430) by powers of it; the fourth power
/// of the absolute error is the square of that: sharp enough that a season or a trend only one method sees prevails,
/// flat enough that among methods alike chance decides little.
pub fn weights(members: &[&[Pair]], until: usize) -> Vec<f64> {
    let errors: Vec<f64> = members.iter().map(|pairs| error(pairs, until) + NONE).collect();
    let least = errors.iter().copied().fold(f64::INFINITY, f64::min);
    let shares: Vec<f64> = errors.iter().map(|error| (least / error).powi(SHARPNESS)).collect();
    let sum: f64 = shares.iter().sum();
    shares.iter().map(|share| share / sum).collect()
}

/// Mean absolute error of what came before; 0 of nothing.
fn error(pairs: &[Pair], until: usize) -> f64 {
    let came = || pairs.iter().filter(|pair| pair.at < until);
    came().map(Pair::miss).sum::<f64>() / came().count().max(1) as f64
}

/// The weighed mean of what the members say of the next points.
pub fn mean<'a>(members: impl Iterator<Item = &'a [f64]>, weights: &[f64]) -> Vec<f64> {
    let mut sum = Vec::new();
    for (points, weight) in members.zip(weights) {
        sum.resize(points.len(), 0.0);
        sum.iter_mut().zip(points).for_each(|(sum, point)| *sum += weight * point);
    }
    sum
}

/// The weighed mean of each pair's forecasts, with the weights given.
pub fn with(members: &[&[Pair]], weights: &[f64]) -> Vec<Pair> {
    blend(members, |_| weights.to_vec())
}

/// The same as it would have been at the time: at each origin with the weights of what had come by then.
pub fn rolling(members: &[&[Pair]]) -> Vec<Pair> {
    let mut known = (0, Vec::new());
    blend(members, |origin| {
        if known.0 != origin {
            known = (origin, weights(members, origin));
        }
        known.1.clone()
    })
}

fn blend(members: &[&[Pair]], mut weights: impl FnMut(usize) -> Vec<f64>) -> Vec<Pair> {
    let Some(first) = members.first() else { return Vec::new() };
    let forecast = |(place, pair): (usize, &Pair)| {
        let weights = weights(pair.origin());
        let shares = members.iter().zip(weights).map(|(member, weight)| weight * member[place].forecast);
        Pair { forecast: shares.sum(), ..*pair }
    };
    first.iter().enumerate().map(forecast).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(misses: &[f64]) -> Vec<Pair> {
        let pair =
            |(at, miss): (usize, &f64)| Pair { at: at + 5, ahead: 1, forecast: 1.0 + miss, actual: 1.0 };
        misses.iter().enumerate().map(pair).collect()
    }

    /// A name, the errors of each member, until which place, the weights.
    type Case = (&'static str, &'static [&'static [f64]], usize, &'static [f64]);

    #[test]
    fn the_better_counts_for_more() {
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("nothing came yet",  &[&[0.5, 0.1], &[0.1, 0.1]],  5, &[0.5, 0.5]),
            ("half the error",    &[&[0.4, 0.4], &[0.2, -0.2]], 9, &[1.0 / 17.0, 16.0 / 17.0]),
            ("only what came",    &[&[0.2, 9.9], &[0.2, 0.0]],  6, &[0.5, 0.5]),
            ("one without error", &[&[0.1, 0.1], &[0.0, 0.0]],  9, &[0.0, 1.0]),
            ("none with one",     &[&[0.0], &[0.0], &[0.0], &[0.0]], 9, &[0.25, 0.25, 0.25, 0.25]),
        ];
        for (name, members, until, wanted) in table {
            let members: Vec<Vec<Pair>> = members.iter().map(|misses| pairs(misses)).collect();
            let members: Vec<&[Pair]> = members.iter().map(Vec::as_slice).collect();
            let found = weights(&members, *until);
            let near = found.iter().zip(*wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-6);
            assert!(near, "{name}: {found:?}");
        }
    }

    #[test]
    fn nothing_of_the_future_weighs_on_the_past() {
        let (one, other) = (pairs(&[0.4, 0.4, 0.4]), pairs(&[0.2, -0.2, 8.0]));
        let forecasts: Vec<f64> = rolling(&[&one, &other]).iter().map(|pair| pair.forecast - 1.0).collect();
        for (found, wanted) in forecasts.iter().zip([0.3, (0.4 - 3.2) / 17.0, (0.4 + 128.0) / 17.0]) {
            assert!((found - wanted).abs() < 1e-6, "{forecasts:?}");
        }
    }
}
