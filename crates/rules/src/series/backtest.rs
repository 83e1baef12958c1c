//! How the methods would have done on the series' own past: rolling origins, each with the points known then.

use super::rivals::{Rivals, Sayings};

/// The fewest points a first fit is made of.
pub const LEAST_FIT: usize = 5;
/// More origins than this are thinned out.
const MOST_ORIGINS: usize = 30;

/// All forecasts from all origins.
pub struct Backtest {
    /// The points known at each origin, ascending; the first point forecast is at this place.
    pub origins: Vec<usize>,
    /// What each method said there.
    sayings: Vec<Sayings>,
}

/// One forecast and what came.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The place of the point in the series.
    pub at: usize,
    /// How many points ahead of its origin, from 1.
    pub ahead: usize,
    /// What was said.
    pub forecast: f64,
    /// What came.
    pub actual: f64,
}

impl Pair {
    /// How many points were known when this was forecast.
    pub fn origin(&self) -> usize {
        self.at + 1 - self.ahead
    }

    /// The absolute error.
    pub fn miss(&self) -> f64 {
        (self.forecast - self.actual).abs()
    }
}

impl Backtest {
    /// Lets all rivals forecast from every origin, up to `horizon` points ahead or the end of the series. The rivals
    /// have then seen all but the last point.
    pub fn run(rivals: &mut Rivals, series: &[f64], season: usize, horizon: usize) -> Backtest {
        let origins = origins(series.len(), season, horizon);
        let said = |origin: &usize| {
            let reach = horizon.min(series.len() - origin);
            rivals.ahead(&series[..*origin], reach)
        };
        let sayings = origins.iter().map(said).collect();
        Backtest { origins, sayings }
    }

    /// Forecasts and actuals of the method in this place; none where it could not forecast from every origin.
    pub fn pairs(&self, place: usize, series: &[f64]) -> Option<Vec<Pair>> {
        let mut pairs = Vec::new();
        for (origin, sayings) in self.origins.iter().zip(&self.sayings) {
            let points = sayings.get(place)?.as_ref()?;
            pairs.extend(points.iter().zip(&series[*origin..]).enumerate().map(|(h, (forecast, actual))| {
                Pair { at: origin + h, ahead: h + 1, forecast: *forecast, actual: *actual }
            }));
        }
        Some(pairs)
    }
}

/// Where to stand: the last horizon and up to a year before it, but never with less than two seasons (of a series that
/// has three), or than half the series (of one that hasn't).
fn origins(points: usize, season: usize, horizon: usize) -> Vec<usize> {
    let half = (points / 2).max(LEAST_FIT);
    let least = match season {
        0 | 1 => half,
        _ if points >= 3 * season => (2 * season).max(LEAST_FIT),
        _ if points >= season + 6 => half.max(season),
        _ => half,
    };
    let first = least.max(points.saturating_sub(horizon + season.clamp(8, 12)));
    let stride = (points - first).div_ceil(MOST_ORIGINS);
    let mut origins: Vec<usize> = (first..points).rev().step_by(stride.max(1)).collect();
    origins.reverse();
    origins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_leave_enough_before_and_after() {
        #[rustfmt::skip]
        let table: &[(usize, usize, usize, usize, usize, usize)] = &[
            // points, season, horizon, first, last, how many
            (8,    12, 1,  5,   7,   3),
            (8,    1,  8,  5,   7,   3),
            (20,   12, 12, 12,  19,  8),
            (30,   12, 12, 15,  29,  15),
            (50,   12, 18, 24,  49,  26),
            (144,  12, 12, 120, 143, 24),
            (144,  12, 1,  131, 143, 13),
            (40,   4,  4,  28,  39,  12),
            (260,  52, 26, 223, 259, 19),
        ];
        for (points, season, horizon, first, last, count) in table {
            let found = origins(*points, *season, *horizon);
            let ends = (found.first(), found.last(), found.len());
            assert_eq!(
                ends,
                (Some(first), Some(last), *count),
                "{points} points of {season}, {horizon} ahead"
            );
        }
    }

    #[test]
    fn no_origin_knows_what_comes_after_it() {
        let series: Vec<f64> = (0..30).map(|at| 50.0 + f64::from(at * 37 % 11)).collect();
        let mut other = series.clone();
        other[29] = 900.0;
        let said = |series: &[f64]| Backtest::run(&mut Rivals::new(4, true), series, 4, 6).sayings;
        assert_eq!(said(&series), said(&other));
    }
}
