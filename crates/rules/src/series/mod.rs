//! The forecast of a series of amounts, such as bookings by month: automatic, explained, and tried on its own past.
//!
//! Many methods compete. Each forecasts from several moments of the past with what was known then (rolling origins),
//! and what came tells how good it was. All of them weighed by that are taken together, unless one does clearly better
//! (see [`Reason`]); the errors in the past make the bounds.

mod ask;
mod backtest;
mod choice;
mod descent;
mod interval;
mod line;
mod method;
mod rivals;
mod scores;
mod season;
mod smoothing;
mod theta;
mod weighing;

pub use ask::{Ask, LEAST, Refusal};
pub use choice::Reason;
pub use method::Method;
pub use scores::Scores;

use backtest::Backtest;
use choice::{Candidate, choose};
use rivals::{Rivals, Sayings};

/// A forecast, how it came about and how far it is to be trusted.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The next points, the nearest first.
    pub points: Vec<Point>,
    /// The method taken.
    pub method: Method,
    /// Why it was taken.
    pub reason: Reason,
    /// How it did on the series' own past.
    pub scores: Scores,
    /// How all did that could be used, the best first; the one taken is among them. The weighed combination is scored
    /// as it would have been, weighed at each moment by what had come by then.
    pub rivals: Vec<(Method, Scores)>,
    /// From how many moments of the past they forecast.
    pub origins: usize,
    /// How many points ahead could be tried there: less than asked for where the history is short.
    pub reach: usize,
    /// Whether the season shows in the autocorrelation of the whole history.
    pub seasonal: bool,
    /// Whether this rests on few points: less than three seasons (twelve points where there is none), or not tried as
    /// far ahead as asked for.
    pub few: bool,
}

/// One point ahead, in the unit of the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// What is expected.
    pub expected: f64,
    /// The lower bound: between it and `upper` lies what comes, with the confidence asked for.
    pub lower: f64,
    /// The upper bound.
    pub upper: f64,
}

/// Forecasts a series, oldest value first, all equally far apart; values may be zero or negative.
///
/// A series that was never negative is not forecast to be, nor is its lower bound. The bounds come from the backtest:
/// from the errors that the method taken made in the past, for each number of points ahead, with Student's quantile.
pub fn forecast(history: &[f64], ask: &Ask) -> Result<Forecast, Refusal> {
    ask.check(history)?;
    let unit = unit(history);
    let series: Vec<f64> = history.iter().map(|value| value / unit).collect();
    // A season that never came round can't be told from a trend.
    let season = if ask.season < series.len() { ask.season } else { 1 };
    let floored = series.iter().all(|value| *value >= 0.0);

    let mut rivals = Rivals::new(season, floored);
    let past = Backtest::run(&mut rivals, &series, season, ask.horizon);
    let ahead = rivals.ahead(&series, ask.horizon);
    let scale = past.origins.first().and_then(|first| scores::scale(&series[..*first], season));
    let candidates = candidates(&past, &series, ahead, scale);
    // There is always the naive one.
    let choice =
        choose(candidates, scale).ok_or(Refusal::TooShort { needed: LEAST, given: history.len() })?;

    let taken = &choice.candidates[choice.taken];
    let widths = interval::widths(&taken.pairs, ask.horizon, ask.confidence);
    let reach = taken.pairs.iter().map(|pair| pair.ahead).max().unwrap_or(0);
    let point = |(expected, width): (&f64, f64)| {
        let lower = if floored { (expected - width).max(0.0) } else { expected - width };
        Point { expected: expected * unit, lower: lower * unit, upper: (expected + width) * unit }
    };
    Ok(Forecast {
        points: taken.ahead.iter().zip(widths).map(point).collect(),
        method: taken.method,
        scores: taken.scores.times(unit),
        rivals: ranked(&choice.candidates, unit),
        reason: choice.reason.times(unit),
        origins: past.origins.len(),
        reach,
        seasonal: season::is_seasonal(&series, season),
        few: history.len() < ask.season.saturating_mul(3).max(12) || reach < ask.horizon,
    })
}

/// A power of two near the largest value, by which the series is divided, so that neither the unit of money nor its
/// size makes a difference.
fn unit(history: &[f64]) -> f64 {
    let largest = history.iter().fold(0.0f64, |largest, value| largest.max(value.abs()));
    if largest > 0.0 { largest.log2().floor().max(-1000.0).exp2() } else { 1.0 }
}

/// The methods that forecast from every origin and now.
fn candidates(past: &Backtest, series: &[f64], ahead: Sayings, scale: Option<f64>) -> Vec<Candidate> {
    let candidate = |((_, method), ahead): ((&str, Method), Option<Vec<f64>>)| {
        let pairs = past.pairs(method.place(), series)?;
        Some(Candidate { method, scores: Scores::of(&pairs, scale)?, pairs, ahead: ahead? })
    };
    Method::ALL.into_iter().zip(ahead).filter_map(candidate).collect()
}

fn ranked(candidates: &[Candidate], unit: f64) -> Vec<(Method, Scores)> {
    let mut ranked: Vec<(Method, Scores)> =
        candidates.iter().map(|one| (one.method, one.scores.times(unit))).collect();
    ranked.sort_by(|one, other| one.1.error.total_cmp(&other.1.error));
    ranked
}
