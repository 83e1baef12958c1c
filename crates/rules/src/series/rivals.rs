//! What every method says of the next points, at one moment of a history.

use super::method::{Method, Recipe, View};
use super::season::Pattern;
use super::smoothing::Shape;
use super::theta;

/// The next points as each method sees them, by its place; none where a method can't be used.
pub type Sayings = Vec<Option<Vec<f64>>>;

/// All methods, on their way along a history. Each remembers where its last search ended and starts the next one
/// there, so a history should only grow: nothing of the future comes back.
pub struct Rivals {
    season: usize,
    /// Whether a value below zero is out of the question.
    floored: bool,
    places: Vec<Option<Vec<f64>>>,
}

impl Rivals {
    /// Ready for a series with this season, before its first point.
    pub fn new(season: usize, floored: bool) -> Rivals {
        Rivals { season, floored, places: vec![None; Method::ALL.len()] }
    }

    /// What each says of the next points, given these.
    pub fn ahead(&mut self, history: &[f64], horizon: usize) -> Sayings {
        let moment = Moment::new(history, self.season, horizon);
        let mut sayings: Sayings = Vec::with_capacity(Method::ALL.len());
        for (_, method) in Method::ALL {
            let said = self.say(method, &moment, &sayings);
            let said = said.map(|points| points.into_iter().map(|value| self.possible(value)).collect());
            sayings.push(said.filter(|points: &Vec<f64>| points.iter().all(|value| value.is_finite())));
        }
        sayings
    }

    fn say(&mut self, method: Method, moment: &Moment, sayings: &Sayings) -> Option<Vec<f64>> {
        let place = &mut self.places[method.place()];
        let horizon = moment.horizon;
        let parts = |parts: &[Method]| -> Vec<&Vec<f64>> {
            parts.iter().filter_map(|part| sayings[part.place()].as_ref()).collect()
        };
        match method.recipe() {
            Recipe::Last => moment.history.last().map(|last| vec![*last; horizon]),
            Recipe::LastSeason => moment.last_season(),
            Recipe::Smooth(shape, view) => {
                moment.seen(view, |values| smooth(shape, values, moment.season, horizon, place))
            }
            Recipe::Theta(view) => moment.seen(view, |values| theta::theta(values, horizon, place)),
            Recipe::OptimisedTheta(view) => {
                moment.seen(view, |values| theta::optimised(values, horizon, place))
            }
            Recipe::Mean(of) => across(&parts(of), horizon, mean),
            Recipe::Median(of) => across(&parts(of), horizon, median),
            // It takes the others' past to weigh them.
            Recipe::Weighed => None,
        }
    }

    fn possible(&self, value: f64) -> f64 {
        if self.floored { value.max(0.0) } else { value }
    }
}

/// A history and the ways to see it, each made once for all methods.
struct Moment<'a> {
    history: &'a [f64],
    season: usize,
    horizon: usize,
    pattern: Pattern,
    adjusted: Vec<f64>,
    logs: Vec<f64>,
    log_pattern: Pattern,
    adjusted_logs: Vec<f64>,
}

impl<'a> Moment<'a> {
    fn new(history: &'a [f64], season: usize, horizon: usize) -> Moment<'a> {
        let without = |values: &[f64], pattern: &Pattern| -> Vec<f64> {
            values.iter().enumerate().map(|(at, value)| pattern.taken(*value, at)).collect()
        };
        let pattern = Pattern::tested(history, season);
        // Logarithms only where there is one of each value.
        let positive = history.iter().all(|value| *value > 0.0);
        let logs: Vec<f64> =
            if positive { history.iter().map(|value| value.ln()).collect() } else { Vec::new() };
        // A factor of the values is an amount of their logarithms.
        let log_pattern = match pattern {
            Pattern::Flat => Pattern::Flat,
            _ => Pattern::amounts(&logs, season),
        };
        let (adjusted, adjusted_logs) = (without(history, &pattern), without(&logs, &log_pattern));
        Moment { history, season, horizon, pattern, adjusted, logs, log_pattern, adjusted_logs }
    }

    /// The forecast made of what is seen, as values of the series again.
    fn seen(&self, view: View, forecast: impl FnOnce(&[f64]) -> Option<Vec<f64>>) -> Option<Vec<f64>> {
        let values = match view {
            View::Plain => self.history,
            View::Adjusted => &self.adjusted,
            View::Logs => &self.logs,
            View::AdjustedLogs => &self.adjusted_logs,
        };
        let points = if values.is_empty() { None } else { forecast(values) }?;
        let points = points.into_iter().zip(self.history.len()..);
        Some(match view {
            View::Plain => points.map(|(value, _)| value).collect(),
            View::Adjusted => points.map(|(value, at)| self.pattern.given(value, at)).collect(),
            View::Logs => points.map(|(value, _)| value.exp()).collect(),
            View::AdjustedLogs => points.map(|(value, at)| self.log_pattern.given(value, at).exp()).collect(),
        })
    }

    fn last_season(&self) -> Option<Vec<f64>> {
        let from = self.history.len().checked_sub(self.season).filter(|_| self.season > 1)?;
        Some(self.history[from..].iter().copied().cycle().take(self.horizon).collect())
    }
}

fn smooth(
    shape: Shape,
    values: &[f64],
    season: usize,
    horizon: usize,
    place: &mut Option<Vec<f64>>,
) -> Option<Vec<f64>> {
    let fit = shape.fit(values, season, place.as_deref())?;
    let points = fit.ahead(horizon);
    *place = Some(fit.place);
    Some(points)
}

/// One value of several for each of the next points; none of none.
fn across(parts: &[&Vec<f64>], horizon: usize, of: fn(&mut [f64]) -> f64) -> Option<Vec<f64>> {
    let column = |ahead: usize| -> Vec<f64> { parts.iter().map(|points| points[ahead]).collect() };
    (!parts.is_empty()).then(|| (0..horizon).map(|ahead| of(&mut column(ahead))).collect())
}

fn mean(values: &mut [f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let last = values.len() - 1;
    values[last / 2] + (values[last - last / 2] - values[last / 2]) / 2.0
}
