//! The weights that make the past most likely, found step by step.

use super::Past;
use super::solve::Symmetric;

/// The weight of one column, in its own unit.
pub struct Fitted {
    pub weight: f64,
    pub mean: f64,
}

pub struct Fit {
    /// The log-odds where each column has its mean.
    pub base: f64,
    pub columns: Vec<Fitted>,
}

const MOST_STEPS: usize = 60;
const MOST_HALVINGS: usize = 30;
const SETTLED: f64 = 1e-9;
/// Log-odds against a deviation that no real history has: what tells won from lost without fail walks off beyond it.
const WALKED_OFF: f64 = 50.0;

/// Newton's method, which for this is least squares weighed anew in each step (J. A. Nelder, R. W. M. Wedderburn 1972,
/// Generalized linear models. JRSS A 135, 370–384), with steps halved while they lead downhill. None if it does not
/// settle.
pub fn fit(past: &Past<'_>, ridge: f64) -> Option<Fit> {
    let scales = scales(past);
    let size = scales.len() + 1;
    let mut weights = vec![0.0; size];
    let mut height = height(past, &scales, &weights, ridge);
    for _ in 0..MOST_STEPS {
        let step = newton(past, &scales, &weights, ridge)?;
        let (mut share, mut halvings) = (1.0, 0);
        loop {
            let next: Vec<f64> = weights.iter().zip(&step).map(|(weight, by)| weight + share * by).collect();
            let reached = self::height(past, &scales, &next, ridge);
            if reached >= height - SETTLED * height.abs() {
                (weights, height) = (next, reached);
                break;
            }
            (share, halvings) = (share / 2.0, halvings + 1);
            if halvings > MOST_HALVINGS {
                return None;
            }
        }
        if !weights.iter().all(|weight| weight.abs() <= WALKED_OFF) {
            return None;
        }
        if step.iter().all(|by| by.abs() < SETTLED) {
            return Some(in_own_units(&scales, &weights));
        }
    }
    None
}

/// How a column is brought to a mean of 0 and a deviation of 1.
struct Scale {
    mean: f64,
    /// 1 ÷ deviation; 0 for a column that is always the same, which so tells nothing.
    factor: f64,
}

fn scales(past: &Past<'_>) -> Vec<Scale> {
    let (columns, deals) = (past.features.len(), past.won.len() as f64);
    let column = |at: usize| past.rows.iter().skip(at).step_by(columns);
    (0..columns)
        .map(|at| {
            let mean = column(at).sum::<f64>() / deals;
            let deviation = (column(at).map(|number| (number - mean).powi(2)).sum::<f64>() / deals).sqrt();
            let tells = deviation > mean.abs() * 1e-12 && deviation.is_normal();
            Scale { mean, factor: if tells { 1.0 / deviation } else { 0.0 } }
        })
        .collect()
}

/// Each deal: 1 for the constant, its scaled numbers, and whether it was won.
fn each(past: &Past<'_>, scales: &[Scale], mut told: impl FnMut(&[f64], bool)) {
    let mut row = vec![1.0; scales.len() + 1];
    for (numbers, won) in past.rows.chunks_exact(scales.len()).zip(past.won) {
        for ((cell, number), scale) in row[1..].iter_mut().zip(numbers).zip(scales) {
            *cell = (number - scale.mean) * scale.factor;
        }
        told(&row, *won);
    }
}

fn dot(row: &[f64], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(number, weight)| number * weight).sum()
}

/// The log-likelihood of the past, less the price of the weights; the constant costs nothing.
fn height(past: &Past<'_>, scales: &[Scale], weights: &[f64], ridge: f64) -> f64 {
    let mut sum = -ridge / 2.0 * dot(&weights[1..], &weights[1..]);
    each(past, scales, |row, won| {
        let log_odds = dot(row, weights);
        let towards = if won { log_odds } else { -log_odds };
        // ln of the logistic of `towards`, without overflow.
        sum += towards.min(0.0) - (-towards.abs()).exp().ln_1p();
    });
    sum
}

fn newton(past: &Past<'_>, scales: &[Scale], weights: &[f64], ridge: f64) -> Option<Vec<f64>> {
    let mut slope: Vec<f64> = weights.iter().map(|weight| -ridge * weight).collect();
    slope[0] = 0.0;
    let mut curvature = Symmetric::new(weights.len());
    each(past, scales, |row, won| {
        let likely = crate::probability::Probability::from_log_odds(dot(row, weights));
        let missed = f64::from(u8::from(won)) - likely.get();
        slope.iter_mut().zip(row).for_each(|(cell, number)| *cell += missed * number);
        curvature.add_square(row, likely.leverage() / 4.0);
    });
    for (at, scale) in scales.iter().enumerate() {
        // A column that tells nothing would leave its equation empty; with any price its weight stays 0.
        let price = if scale.factor == 0.0 { 1.0 } else { ridge };
        curvature.add_to_diagonal(at + 1, price);
    }
    curvature.solve(&slope)
}

fn in_own_units(scales: &[Scale], weights: &[f64]) -> Fit {
    let columns = scales.iter().zip(&weights[1..]);
    let columns = columns.map(|(scale, weight)| Fitted { weight: weight * scale.factor, mean: scale.mean });
    Fit { base: weights[0], columns: columns.collect() }
}
