//! Exponential smoothing: simple, Holt's, damped, and with a season Holt's and Winters'.

use super::descent::lowest;
use super::season::Pattern;

/// How many seasons the first states are taken from (Hyndman et al. 2008, 2.6.1: "the first few years").
const EARLY: usize = 3;

/// What the level does from one point to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It stays.
    None,
    /// It goes on.
    Linear,
    /// It fades.
    Damped,
}

/// How the season goes with the level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    None,
    Additive,
    Multiplicative,
}

/// One member of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    pub trend: Trend,
    pub season: Season,
}

/// How quickly level, trend and season follow the errors (α, β, γ of the error-correction form) and how much of the
/// trend is left after each step (φ).
struct Weights {
    level: f64,
    trend: f64,
    season: f64,
    damping: f64,
}

/// Where a series stands.
#[derive(Clone)]
struct State {
    level: f64,
    trend: f64,
    season: Vec<f64>,
}

/// A fit: how it goes on.
pub struct Fit {
    shape: Shape,
    damping: f64,
    state: State,
    next: usize,
    /// Where the search ended: where that of a longer history may start.
    pub place: Vec<f64>,
}

impl Shape {
    /// Fits by the least squared one-step error (Gardner 1985 and 2006; Hyndman, Koehler, Ord & Snyder 2008, chapters
    /// 2 and 5: error-correction form, first states from decomposition and regression). `season` is the length; `from`
    /// where an earlier search ended. None where the season can't be had of this series.
    pub fn fit(self, series: &[f64], season: usize, from: Option<&[f64]>) -> Option<Fit> {
        let first = self.first(series, season)?;
        let unit = series.iter().map(|value| value.abs()).sum::<f64>() / series.len() as f64;
        let mut scratch = first.clone();
        let mut height = |place: &[f64]| {
            let weights = self.start(place, &first, unit, &mut scratch);
            self.run(series, &weights, &mut scratch)
        };
        let cold = self.cold();
        let best = from.map(<[f64]>::to_vec).into_iter().chain(cold).map(|place| (height(&place), place));
        let (_, start) = best.min_by(|one, other| one.0.total_cmp(&other.0))?;
        let stride = if from == Some(start.as_slice()) { 0.3 } else { 0.8 };
        let place = lowest(&start, stride, &mut height);
        let mut state = first.clone();
        let weights = self.start(&place, &first, unit, &mut state);
        let error = self.run(series, &weights, &mut state);
        let fit = Fit { shape: self, damping: weights.damping, state, next: series.len(), place };
        error.is_finite().then_some(fit)
    }

    /// First states: the season by decomposition, level and trend by regression on the first two seasons (at least
    /// ten points) without it.
    fn first(self, series: &[f64], length: usize) -> Option<State> {
        let cycles = &series[..series.len().min(EARLY * length.max(1))];
        let pattern = match self.season {
            Season::None => Pattern::Flat,
            Season::Additive => Pattern::amounts(cycles, length),
            Season::Multiplicative => Pattern::factors(cycles, length),
        };
        let season = match (&pattern, self.season) {
            (Pattern::Amounts(shares) | Pattern::Factors(shares), _) => shares.clone(),
            (Pattern::Flat, Season::None) => Vec::new(),
            (Pattern::Flat, _) => return None,
        };
        let count = series.len().min((2 * season.len()).max(10));
        let early: Vec<f64> =
            series[..count].iter().enumerate().map(|(at, v)| pattern.taken(*v, at)).collect();
        let (level, trend) = match self.trend {
            Trend::None => (early.iter().sum::<f64>() / count as f64, 0.0),
            _ => super::line::through(&early),
        };
        Some(State { level, trend, season })
    }

    /// Where a search may start, as there may be several valleys: quick and slow level, trend and season.
    fn cold(self) -> Vec<Vec<f64>> {
        let mut places = vec![vec![-1.5, 0.0], vec![0.0, 0.0], vec![1.5, 0.0]];
        let fork = |places: Vec<Vec<f64>>, ways: &[&[f64]]| -> Vec<Vec<f64>> {
            places.iter().flat_map(|place| ways.iter().map(|way| [place, *way].concat())).collect()
        };
        if self.trend != Trend::None {
            places = fork(places, &[&[-3.0, 0.0], &[-1.0, 0.0]]);
        }
        if self.trend == Trend::Damped {
            places = fork(places, &[&[1.0]]);
        }
        if self.season != Season::None {
            places = fork(places, &[&[-2.5], &[0.5]]);
        }
        places
    }

    /// Weights and first states of a place of the search. Weights are kept inside 0 < α < 1, 0 < β < α, 0 < γ < 1 − α
    /// and .8 < φ < .98 by the logistic curve.
    fn start(self, place: &[f64], first: &State, unit: f64, state: &mut State) -> Weights {
        let mut places = place.iter().copied();
        let mut next = || places.next().unwrap_or(0.0);
        let level = 0.0001 + 0.9998 * logistic(next());
        state.level = first.level + next() * unit * 0.25;
        let mut weights = Weights { level, trend: 0.0, season: 0.0, damping: 1.0 };
        if self.trend != Trend::None {
            weights.trend = level * logistic(next());
            state.trend = first.trend + next() * unit * 0.01;
        }
        if self.trend == Trend::Damped {
            weights.damping = 0.8 + 0.18 * logistic(next());
        }
        if self.season != Season::None {
            weights.season = (1.0 - level) * logistic(next());
            state.season.copy_from_slice(&first.season);
        }
        weights
    }

    /// Lets the state follow the series; the sum of the squared one-step errors.
    fn run(self, series: &[f64], weights: &Weights, state: &mut State) -> f64 {
        let mut sum = 0.0;
        let mut place = 0;
        for value in series {
            let base = state.level + weights.damping * state.trend;
            let share = state.season.get(place).copied().unwrap_or(0.0);
            let (error, by_level, by_season) = match self.season {
                Season::None => {
                    let error = value - base;
                    (error, error, 0.0)
                }
                Season::Additive => {
                    let error = value - base - share;
                    (error, error, error)
                }
                Season::Multiplicative => {
                    if base <= 0.0 || share <= 0.0 {
                        return f64::INFINITY;
                    }
                    let error = value - base * share;
                    (error, error / share, error / base)
                }
            };
            sum += error * error;
            state.level = base + weights.level * by_level;
            state.trend = weights.damping * state.trend + weights.trend * by_level;
            if let Some(share) = state.season.get_mut(place) {
                *share += weights.season * by_season;
                place = if place + 1 == state.season.len() { 0 } else { place + 1 };
            }
        }
        sum
    }
}

impl Fit {
    /// The next points.
    pub fn ahead(&self, horizon: usize) -> Vec<f64> {
        let mut level = self.state.level;
        let mut trend = self.state.trend;
        let season = &self.state.season;
        (self.next..self.next + horizon)
            .map(|at| {
                trend *= self.damping;
                level += trend;
                match self.shape.season {
                    Season::None => level,
                    Season::Additive => level + season[at % season.len()],
                    Season::Multiplicative => level * season[at % season.len()],
                }
            })
            .collect()
    }
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTERS: [f64; 4] = [0.6, 1.0, 0.8, 1.6];

    fn shape(trend: Trend, season: Season) -> Shape {
        Shape { trend, season }
    }

    /// A name, a shape, and a value of level and place.
    type Case = (&'static str, Shape, fn(f64, usize) -> f64);

    #[test]
    fn what_a_shape_can_follow_goes_on() {
        let level = |at: usize| 50.0 + 2.0 * at as f64;
        let table: Vec<Case> = vec![
            ("a slope", shape(Trend::Linear, Season::None), |level, _| level),
            ("added", shape(Trend::Linear, Season::Additive), |level, at| level + 9.0 * QUARTERS[at % 4]),
            ("a factor", shape(Trend::Linear, Season::Multiplicative), |level, at| level * QUARTERS[at % 4]),
        ];
        for (name, shape, value) in table {
            let series: Vec<f64> = (0..40).map(|at| value(level(at), at)).collect();
            let found = shape.fit(&series, 4, None).expect("a fit").ahead(6);
            for (at, found) in (40..).zip(found) {
                let wanted = value(level(at), at);
                assert!((found / wanted - 1.0).abs() < 0.02, "{name}: {found} instead of {wanted}");
            }
        }
    }

    #[test]
    fn a_trend_fades_where_it_is_damped() {
        let series: Vec<f64> = (0..30).map(|at| 10.0 + f64::from(at)).collect();
        let ahead = shape(Trend::Damped, Season::None).fit(&series, 1, None).expect("a fit").ahead(12);
        let steps: Vec<f64> = ahead.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.windows(2).all(|pair| pair[1] < pair[0] && pair[1] > 0.0), "{steps:?}");
    }

    #[test]
    fn one_step_by_hand() {
        let weights = Weights { level: 0.5, trend: 0.1, season: 0.2, damping: 0.9 };
        // The level forecast is 10 + 0.9 × 2 = 11.8.
        #[rustfmt::skip]
        let table = [
            (Season::None,           None,      12.8, 1.0,  12.3,              1.9),
            (Season::Additive,       Some(3.0), 15.8, 1.0,  12.3,              1.9),
            (Season::Multiplicative, Some(2.0), 25.6, 4.0,  11.8 + 0.5 * 1.0,  1.8 + 0.1 * 1.0),
        ];
        for (season, share, value, squared, level, trend) in table {
            let mut state = State { level: 10.0, trend: 2.0, season: share.into_iter().collect() };
            let sum = shape(Trend::Damped, season).run(&[value], &weights, &mut state);
            let apart = [sum - squared, state.level - level, state.trend - trend];
            assert!(apart.iter().all(|apart| apart.abs() < 1e-9), "{season:?}: {apart:?}");
            let moved = state.season.first().zip(share).map(|(new, old)| new - old);
            let wanted = match season {
                Season::None => None,
                Season::Additive => Some(0.2),
                Season::Multiplicative => Some(0.2 * 2.0 / 11.8),
            };
            assert!((moved.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-9, "{season:?}");
        }
    }
}
