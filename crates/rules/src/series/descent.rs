//! The lowest point of a function of a few variables, found without derivatives and without chance.

/// How many times the function is asked for each variable, at most.
const PATIENCE: usize = 60;
/// Where the corners of the simplex differ by less than this part of the value, nothing more is to be found.
const CLOSE: f64 = 1e-5;

/// Goes downhill from `start`, first steps `stride` along each variable, by the simplex of Nelder and Mead (1965, *The
/// Computer Journal* 7, 308–313) with their coefficients 1, 2, ½, ½. What is not finite counts as infinitely high.
pub fn lowest(start: &[f64], stride: f64, mut height: impl FnMut(&[f64]) -> f64) -> Vec<f64> {
    let mut ask =
        |place: &[f64]| Some(height(place)).filter(|high| high.is_finite()).unwrap_or(f64::INFINITY);
    let mut simplex = vec![(ask(start), start.to_vec())];
    for axis in 0..start.len() {
        let mut corner = start.to_vec();
        corner[axis] += stride;
        simplex.push((ask(&corner), corner));
    }
    let mut left = PATIENCE * start.len();
    loop {
        simplex.sort_by(|one, other| one.0.total_cmp(&other.0));
        let worst = start.len();
        let flat = simplex[worst].0 - simplex[0].0 <= CLOSE * simplex[0].0.abs();
        if flat || left == 0 {
            return simplex.swap_remove(0).1;
        }
        left = left.saturating_sub(step(&mut simplex, &mut ask));
    }
}

/// One move of the worst corner, or of all towards the best; tells how often the function was asked.
fn step(simplex: &mut [(f64, Vec<f64>)], ask: &mut impl FnMut(&[f64]) -> f64) -> usize {
    let worst = simplex.len() - 1;
    let middle = centre(&simplex[..worst]);
    let at = |far: f64, from: &[f64]| -> Vec<f64> {
        middle.iter().zip(from).map(|(mid, bad)| mid + far * (bad - mid)).collect()
    };
    let reflected = at(-1.0, &simplex[worst].1);
    let high = ask(&reflected);
    if high < simplex[0].0 {
        let further = at(-2.0, &simplex[worst].1);
        let higher = ask(&further);
        simplex[worst] = if higher < high { (higher, further) } else { (high, reflected) };
        return 2;
    }
    if high < simplex[worst - 1].0 {
        simplex[worst] = (high, reflected);
        return 1;
    }
    let inner =
        if high < simplex[worst].0 { at(-0.5, &simplex[worst].1) } else { at(0.5, &simplex[worst].1) };
    let low = ask(&inner);
    if low < high.min(simplex[worst].0) {
        simplex[worst] = (low, inner);
        return 2;
    }
    let best = simplex[0].1.clone();
    for (high, corner) in &mut simplex[1..] {
        corner.iter_mut().zip(&best).for_each(|(x, b)| *x = (*x + b) / 2.0);
        *high = ask(corner);
    }
    2 + worst
}

fn centre(corners: &[(f64, Vec<f64>)]) -> Vec<f64> {
    let mut sum = vec![0.0; corners.len()];
    for (_, corner) in corners {
        sum.iter_mut().zip(corner).for_each(|(s, x)| *s += x);
    }
    sum.iter().map(|s| s / corners.len() as f64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Function = fn(&[f64]) -> f64;

    #[test]
    fn valleys_are_found() {
        #[rustfmt::skip]
        let table: &[(&str, Function, &[f64], &[f64])] = &[
            ("bowl",       |x| (x[0] - 3.0).powi(2) + 1.0,                        &[0.0],      &[3.0]),
            ("long bowl",  |x| (x[0] - 1.0).powi(2) + 9.0 * (x[1] + 2.0).powi(2), &[0.0, 0.0], &[1.0, -2.0]),
            ("with a wall", |x| if x[0] > 2.0 { f64::NAN } else { -x[0] },        &[0.0],      &[2.0]),
        ];
        for (name, function, start, wanted) in table {
            let found = lowest(start, 0.5, function);
            for (x, w) in found.iter().zip(*wanted) {
                assert!((x - w).abs() < 1e-2, "{name}: {found:?}");
            }
        }
    }
}
