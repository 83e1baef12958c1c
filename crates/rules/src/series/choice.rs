//! Which method is taken: the weighed combination, unless its own past shows that another does clearly better.

use super::backtest::Pair;
use super::method::Method;
use super::scores::Scores;
use super::weighing;

/// By how many standard errors a rival must do better than the combination: 2.7 would be one chance in twenty for the
/// best of fifteen (Bonferroni), and a standard error of so few points that resemble each other is a little too small.
const CLEARLY: f64 = 3.0;
/// Among those, methods are alike whose errors differ by less than this part of the combination's.
const ALIKE: f64 = 0.001;
/// Who has this share of the weight might as well speak alone.
const ALMOST_ALL: f64 = 0.9;

/// A method that forecast from every origin, how it did, and what it says now.
pub struct Candidate {
    pub method: Method,
    pub pairs: Vec<Pair>,
    pub scores: Scores,
    pub ahead: Vec<f64>,
}

/// Why a method was taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// It is the weighed combination, and no other is clearly better than it, which is to say by more than three
    /// standard errors.
    NothingClearlyBetter {
        /// How much each method counts in it: fractions that sum to 1, the largest first.
        weights: Vec<(Method, f64)>,
        /// How these weights would have done, which the others were compared with. They come from the same errors, so
        /// this flatters the combination a little; its scores, with the weights of each moment, are the honest ones.
        as_weighed_now: Scores,
    },
    /// It would have nearly all the weight in the combination, nine tenths or more.
    Outweighs {
        /// Its weight, a fraction.
        weight: f64,
    },
    /// It has the smallest mean absolute error of those that are clearly better than the combination.
    ClearlyBetter {
        /// By how much its mean absolute error is smaller than the combination's, as a fraction of that.
        by: f64,
        /// The same in standard errors of the difference; infinite where it is better by the same at every point.
        standard_errors: f64,
    },
}

impl Reason {
    /// The same of a series in a unit so much smaller.
    pub(super) fn times(self, unit: f64) -> Reason {
        match self {
            Reason::NothingClearlyBetter { weights, as_weighed_now } => {
                Reason::NothingClearlyBetter { weights, as_weighed_now: as_weighed_now.times(unit) }
            }
            other => other,
        }
    }
}

/// All that compete, the one taken, and why.
pub struct Choice {
    pub candidates: Vec<Candidate>,
    pub taken: usize,
    pub reason: Reason,
}

/// Adds the weighed combination to the candidates (single methods and other combinations) and takes one; `scale` is
/// that of the scores. None of none.
///
/// The combination has the benefit of the doubt: combinations are hard to beat (Makridakis, Spiliotis & Assimakopoulos
/// 2020 on the M4 competition), and of many methods on a short and noisy past the best is the best by chance. Methods
/// are compared by their mean absolute error at each point of the past with the combination as it is weighed now; the
/// standard error of the mean difference allows for neighbours that resemble each other (Diebold & Mariano 1995, with
/// the weights of Newey & West 1987).
pub fn choose(mut candidates: Vec<Candidate>, scale: Option<f64>) -> Option<Choice> {
    let members: Vec<&Candidate> = candidates.iter().filter(|one| !one.method.is_combination()).collect();
    let pasts: Vec<&[Pair]> = members.iter().map(|member| member.pairs.as_slice()).collect();
    let weights = weighing::weights(&pasts, usize::MAX);
    let standard = weighing::with(&pasts, &weights);
    let pairs = weighing::rolling(&pasts);
    let (scores, as_weighed_now) = (Scores::of(&pairs, scale)?, Scores::of(&standard, scale)?);
    let ahead = weighing::mean(members.iter().map(|member| member.ahead.as_slice()), &weights);
    let names: Vec<Method> = members.iter().map(|member| member.method).collect();
    let found = outright(&candidates, &names, &weights).or_else(|| clearly_better(&candidates, &standard));

    candidates.push(Candidate { method: Method::Weighed, pairs, scores, ahead });
    let (taken, reason) = found.unwrap_or_else(|| {
        let mut weights: Vec<(Method, f64)> = names.into_iter().zip(weights).collect();
        weights.sort_by(|one, other| other.1.total_cmp(&one.1));
        (candidates.len() - 1, Reason::NothingClearlyBetter { weights, as_weighed_now })
    });
    Some(Choice { candidates, taken, reason })
}

/// Who has nearly all the weight.
fn outright(candidates: &[Candidate], names: &[Method], weights: &[f64]) -> Option<(usize, Reason)> {
    let (name, weight) = names.iter().zip(weights).find(|(_, weight)| **weight >= ALMOST_ALL)?;
    let place = candidates.iter().position(|candidate| candidate.method == *name)?;
    Some((place, Reason::Outweighs { weight: *weight }))
}

/// The simplest of the best of those who are clearly better.
fn clearly_better(candidates: &[Candidate], standard: &[Pair]) -> Option<(usize, Reason)> {
    let usual = standard.iter().map(Pair::miss).sum::<f64>() / standard.len() as f64;
    let clear = |(place, candidate): (usize, &Candidate)| {
        let (lead, error) = lead(standard, &candidate.pairs);
        (lead > CLEARLY * error).then(|| (place, candidate.scores.error, lead / error))
    };
    let better: Vec<(usize, f64, f64)> = candidates.iter().enumerate().filter_map(clear).collect();
    let least = better.iter().map(|(_, error, _)| *error).fold(usual, f64::min);
    // The simplest come first.
    let (place, error, standard_errors) =
        better.into_iter().find(|(_, error, _)| *error < usual && *error <= least + ALIKE * usual)?;
    Some((place, Reason::ClearlyBetter { by: 1.0 - error / usual, standard_errors }))
}

/// By how much the rival's absolute error is smaller at the mean point, and the standard error of that.
fn lead(standard: &[Pair], rival: &[Pair]) -> (f64, f64) {
    let from = standard.iter().map(|pair| pair.at).min().unwrap_or(0);
    let until = standard.iter().map(|pair| pair.at + 1).max().unwrap_or(0);
    let mut points = vec![(0.0, 0.0); until.saturating_sub(from)];
    for (ours, theirs) in standard.iter().zip(rival) {
        let (sum, count) = &mut points[ours.at - from];
        *sum += ours.miss() - theirs.miss();
        *count += 1.0;
    }
    let leads: Vec<f64> =
        points.iter().filter(|point| point.1 > 0.0).map(|(sum, count)| sum / count).collect();
    mean_and_error(&leads)
}

/// Mean, and its standard error with Bartlett weights up to the cube root of the count.
fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let together = |lag: usize| -> f64 {
        values.iter().zip(&values[lag..]).map(|(old, new)| (old - mean) * (new - mean)).sum::<f64>() / count
    };
    let lags = (count.cbrt() as usize).min(values.len().saturating_sub(1));
    let weight = |lag: usize| 2.0 * (1.0 - lag as f64 / (lags as f64 + 1.0));
    let variance = together(0) + (1..=lags).map(|lag| weight(lag) * together(lag)).sum::<f64>();
    (mean, (variance.max(0.0) / count).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(method: Method, misses: &[f64]) -> Candidate {
        let pair = |(at, miss): (usize, &f64)| Pair { at, ahead: 1, forecast: 100.0 + miss, actual: 100.0 };
        let pairs: Vec<Pair> = misses.iter().enumerate().map(pair).collect();
        let scores = Scores::of(&pairs, None).expect("pairs");
        Candidate { method, pairs, scores, ahead: vec![misses[0]] }
    }

    /// A name, the errors of each rival, and who is taken.
    type Case<'a> = (&'a str, &'a [(Method, [f64; 12])], Method);

    #[test]
    fn only_who_is_clearly_better_is_taken() {
        let flat = |miss: f64| [miss; 12];
        let waves = |low: f64, high: f64| std::array::from_fn(|at| if at % 2 == 0 { low } else { high });
        let chance = [0.0, 19.0, 19.0, 0.0, 0.0, 19.0, 0.0, 19.0, 19.0, 0.0, 0.0, 19.0];
        let (simple, holt, median) = (Method::Simple, Method::Holt, Method::Median);
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("alone",            &[(simple, flat(10.0))],                                            simple),
            ("alike",            &[(simple, flat(10.0)), (holt, flat(10.0))],                        Method::Weighed),
            ("better by chance", &[(simple, flat(10.0)), (holt, chance)],                            Method::Weighed),
            ("clearly better",   &[(simple, waves(9.0, 10.0)), (holt, waves(6.0, 7.0))],             holt),
            ("the simplest",     &[(simple, flat(5.001)), (holt, flat(5.0)), (Method::Damped, flat(10.0))], simple),
            ("by far",           &[(simple, flat(10.0)), (holt, flat(1.0))],                         holt),
            ("a combination",    &[(simple, flat(10.0)), (holt, flat(10.0)), (median, flat(8.0))],   median),
        ];
        for (name, rivals, wanted) in table {
            let candidates: Vec<Candidate> =
                rivals.iter().map(|(method, misses)| candidate(*method, misses)).collect();
            let choice = choose(candidates, None).expect("somebody");
            assert_eq!(choice.candidates[choice.taken].method, *wanted, "{name}");
            let kept = matches!(choice.reason, Reason::NothingClearlyBetter { .. });
            assert_eq!(kept, *wanted == Method::Weighed, "{name}");
        }
        assert!(choose(Vec::new(), None).is_none());
    }
}
