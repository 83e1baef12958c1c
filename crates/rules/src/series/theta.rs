//! The Theta method, as published and with its θ fitted.

use super::descent::lowest;
use super::line;
use super::smoothing::{Season, Shape, Trend};

/// The Theta method (Assimakopoulos & Nikolopoulos 2000, *International Journal of Forecasting* 16, 521–530): the mean
/// of the straight line (θ = 0) and the simple smoothing of the series with its curvature doubled (θ = 2).
pub fn theta(series: &[f64], horizon: usize, place: &mut Option<Vec<f64>>) -> Option<Vec<f64>> {
    let (level, slope) = line::through(series);
    let on_line = |at: usize| level + slope * (at as f64 + 1.0);
    let doubled: Vec<f64> = series.iter().enumerate().map(|(at, v)| 2.0 * v - on_line(at)).collect();
    let simple = Shape { trend: Trend::None, season: Season::None };
    let fit = simple.fit(&doubled, 1, place.as_deref())?;
    let smooth = fit.ahead(horizon);
    *place = Some(fit.place);
    Some(smooth.iter().enumerate().map(|(h, s)| (s + on_line(series.len() + h)) / 2.0).collect())
}

/// The dynamic optimised Theta model (Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016, *International Journal
/// of Forecasting* 32, 1151–1161): α, first level and θ ≥ 1 by the least squared one-step error, the line fitted anew
/// at each point.
pub fn optimised(series: &[f64], horizon: usize, place: &mut Option<Vec<f64>>) -> Option<Vec<f64>> {
    let unit = series.iter().map(|value| value.abs()).sum::<f64>() / series.len() as f64;
    let first = series.first()?;
    let walker = |place: &[f64]| Walker::at(place, *first, unit);
    let mut height = |place: &[f64]| -> f64 {
        let mut walker = walker(place);
        let errors = series.iter().map(|value| walker.step(*value).powi(2));
        // The line needs two points before it means anything.
        errors.skip(2).sum()
    };
    let found = match place.as_deref() {
        Some(from) => lowest(from, 0.3, &mut height),
        None => lowest(&[0.0, 0.0, 0.0], 0.8, &mut height),
    };
    let mut walker = walker(&found);
    series.iter().for_each(|value| {
        walker.step(*value);
    });
    *place = Some(found);
    Some((0..horizon).map(|_| walker.go_on()).collect())
}

/// The model on its way along a series.
struct Walker {
    alpha: f64,
    /// 1 − 1 ÷ θ
    weight: f64,
    level: f64,
    mean: f64,
    slope: f64,
    count: f64,
    left: f64,
}

impl Walker {
    fn at(place: &[f64], first: f64, unit: f64) -> Walker {
        let logistic = |x: f64| 1.0 / (1.0 + (-x).exp());
        let [a, l, w] = [0, 1, 2].map(|at| place.get(at).copied().unwrap_or(0.0));
        Walker {
            alpha: 0.01 + 0.98 * logistic(a),
            weight: logistic(w),
            level: first + l * unit * 0.25,
            mean: 0.0,
            slope: 0.0,
            count: 0.0,
            left: 1.0,
        }
    }

    /// The forecast of the next point.
    fn next(&self) -> f64 {
        let intercept = self.mean - self.slope * (self.count + 1.0) / 2.0;
        let drift = (1.0 - self.left * (1.0 - self.alpha)) / self.alpha * self.slope;
        self.level + self.weight * (self.left * intercept + drift)
    }

    /// Takes its own forecast for the next point.
    fn go_on(&mut self) -> f64 {
        let next = self.next();
        self.step(next);
        next
    }

    /// Takes the next point; the error of its forecast.
    fn step(&mut self, value: f64) -> f64 {
        let error = value - self.next();
        self.level += self.alpha * (value - self.level);
        self.left *= 1.0 - self.alpha;
        self.count += 1.0;
        let from = value - self.mean;
        if self.count > 1.0 {
            self.slope = ((self.count - 2.0) * self.slope + 6.0 * from / self.count) / (self.count + 1.0);
        }
        self.mean += from / self.count;
        error
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_a_steady_trend_goes_on() {
        let rising: Vec<f64> = (1..=24).map(|at| 10.0 + 2.0 * f64::from(at)).collect();
        let found = theta(&rising, 4, &mut None).expect("a forecast");
        // The line gains 2 with each point, the smoothed series stays where it is: twice the level less the line.
        let wanted = [59.0, 60.0, 61.0, 62.0];
        for (found, wanted) in found.iter().zip(wanted) {
            assert!((found - wanted).abs() < 0.02, "{found} instead of {wanted}");
        }
        let found = optimised(&rising, 4, &mut None).expect("a forecast");
        for (found, wanted) in found.iter().zip([60.0, 62.0, 64.0, 66.0]) {
            assert!((found - wanted).abs() < 0.2, "{found} instead of {wanted}");
        }
    }

    #[test]
    fn the_line_of_the_optimised_one_is_the_line_of_all_points() {
        let series = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0];
        let mut walker = Walker::at(&[0.0, 0.0, 0.0], series[0], 1.0);
        series.iter().for_each(|value| {
            walker.step(*value);
        });
        let (level, slope) = line::through(&series);
        let intercept = walker.mean - walker.slope * (walker.count + 1.0) / 2.0;
        assert!((walker.slope - slope).abs() < 1e-12 && (intercept - level).abs() < 1e-12);
    }
}
