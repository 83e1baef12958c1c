//! The straight line through a series.

/// Level at the point before the first, and slope for each point, by least squares.
pub fn through(series: &[f64]) -> (f64, f64) {
    let count = series.len() as f64;
    let mid = (count + 1.0) / 2.0;
    let mean = series.iter().sum::<f64>() / count;
    let (mut together, mut spread) = (0.0, 0.0);
    for (at, value) in series.iter().enumerate() {
        let from = at as f64 + 1.0 - mid;
        together += from * (value - mean);
        spread += from * from;
    }
    let slope = if spread > 0.0 { together / spread } else { 0.0 };
    (mean - slope * mid, slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_by_hand() {
        let table: &[(&[f64], (f64, f64))] = &[
            (&[5.0, 7.0, 9.0], (3.0, 2.0)),
            (&[4.0, 4.0], (4.0, 0.0)),
            (&[6.0], (6.0, 0.0)),
            (&[1.0, 3.0, 2.0, 4.0], (0.5, 0.8)),
        ];
        for (series, (level, slope)) in table {
            let found = through(series);
            assert!(
                (found.0 - level).abs() < 1e-12 && (found.1 - slope).abs() < 1e-12,
                "{series:?}: {found:?}"
            );
        }
    }
}
