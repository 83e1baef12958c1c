//! How good forecasts were: the usual figures of a list of forecasts and what came.

use super::backtest::Pair;

/// Figures of a method's forecasts on the series' own past, over all origins and horizons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scores {
    /// Mean absolute error, in the unit of the series. The method is chosen by it.
    pub error: f64,
    /// Symmetric mean absolute percentage error in per cent, 0 to 200: mean of 200 |A − F| ÷ (|A| + |F|), 0 where both
    /// are 0 (Makridakis & Hibon 2000).
    pub smape: f64,
    /// Mean absolute scaled error: `error` ÷ mean |x(t) − x(t − season)| before the first origin (Hyndman & Koehler
    /// 2006). Below 1 it beats the seasonal naive method. None where that never changed.
    pub mase: Option<f64>,
    /// Σ (F − A) ÷ Σ |A|, a fraction: positive where too much was forecast. None where nothing came.
    pub bias: Option<f64>,
    /// Forecast accuracy, a fraction: 1 − Σ |F − A| ÷ Σ |A|, which for one forecast is 1 − |F − A| ÷ A. Below 0 where
    /// the errors outweigh what came; none where nothing came.
    pub accuracy: Option<f64>,
    /// How many forecasts are counted.
    pub forecasts: usize,
}

impl Scores {
    /// The figures of these pairs; `scale` is the seasonal naive method's mean error. None of no pairs.
    pub fn of(pairs: &[Pair], scale: Option<f64>) -> Option<Scores> {
        let sum = |of: fn(&Pair) -> f64| pairs.iter().map(of).sum::<f64>();
        let count = pairs.len() as f64;
        let came = Some(sum(|pair| pair.actual.abs())).filter(|came| *came > 0.0);
        let missed = sum(Pair::miss);
        (!pairs.is_empty()).then(|| Scores {
            error: missed / count,
            smape: sum(symmetric) / count,
            mase: scale.map(|scale| missed / count / scale),
            bias: came.map(|came| sum(|pair| pair.forecast - pair.actual) / came),
            accuracy: came.map(|came| 1.0 - missed / came),
            forecasts: pairs.len(),
        })
    }

    /// The same of a series in a unit so much smaller.
    pub(super) fn times(self, unit: f64) -> Scores {
        Scores { error: self.error * unit, ..self }
    }
}

fn symmetric(pair: &Pair) -> f64 {
    let size = pair.actual.abs() + pair.forecast.abs();
    if size > 0.0 { 200.0 * pair.miss() / size } else { 0.0 }
}

/// Mean |x(t) − x(t − season)|, by which errors are scaled; none where it is zero or can't be had.
pub fn scale(series: &[f64], season: usize) -> Option<f64> {
    let later = series.get(season..).filter(|later| !later.is_empty())?;
    let steps: f64 = series.iter().zip(later).map(|(old, new)| (new - old).abs()).sum();
    Some(steps / later.len() as f64).filter(|scale| *scale > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name, forecasts and actuals, the scale, the figures.
    type Case = (&'static str, &'static [(f64, f64)], Option<f64>, Scores);

    #[test]
    fn figures_by_hand() {
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("one",           &[(90.0, 100.0)], Some(20.0),
                figures(10.0, 2000.0 / 190.0, Some(0.5), Some(-0.1), Some(0.9), 1)),
            ("up and down",   &[(110.0, 100.0), (90.0, 100.0)], None,
                figures(10.0, (2000.0 / 210.0 + 2000.0 / 190.0) / 2.0, None, Some(0.0), Some(0.9), 2)),
            ("nothing came",  &[(5.0, 0.0), (0.0, 0.0)], Some(5.0), figures(2.5, 100.0, Some(0.5), None, None, 2)),
            ("a bad miss",    &[(300.0, 100.0)], None,       figures(200.0, 100.0, None, Some(2.0), Some(-1.0), 1)),
            ("below zero",    &[(-4.0, -5.0)],   None,       figures(1.0, 200.0 / 9.0, None, Some(0.2), Some(0.8), 1)),
        ];
        for (name, pairs, scale, wanted) in table {
            let pairs: Vec<Pair> = pairs.iter().map(|(f, a)| pair(*f, *a)).collect();
            let found = Scores::of(&pairs, *scale).expect("pairs");
            for (found, wanted) in numbers(&found).into_iter().zip(numbers(wanted)) {
                assert_eq!(found.is_some(), wanted.is_some(), "{name}");
                let apart = found.unwrap_or(0.0) - wanted.unwrap_or(0.0);
                assert!(apart.abs() < 1e-12, "{name}: {found:?} instead of {wanted:?}");
            }
        }
        assert_eq!(Scores::of(&[], None), None);
    }

    fn pair(forecast: f64, actual: f64) -> Pair {
        Pair { at: 0, ahead: 1, forecast, actual }
    }

    fn figures(
        error: f64,
        smape: f64,
        mase: Option<f64>,
        bias: Option<f64>,
        accuracy: Option<f64>,
        forecasts: usize,
    ) -> Scores {
        Scores { error, smape, mase, bias, accuracy, forecasts }
    }

    fn numbers(scores: &Scores) -> [Option<f64>; 6] {
        let count = Some(scores.forecasts as f64);
        [Some(scores.error), Some(scores.smape), scores.mase, scores.bias, scores.accuracy, count]
    }

    #[test]
    fn scales_by_hand() {
        #[rustfmt::skip]
        let table: &[(&[f64], usize, Option<f64>)] = &[
            (&[1.0, 2.0, 4.0],      1, Some(1.5)),
            (&[1.0, 2.0, 4.0, 1.0], 2, Some(2.0)),
            (&[3.0, 3.0, 3.0],      1, None),
            (&[3.0],                1, None),
            (&[],                   4, None),
        ];
        for (series, season, wanted) in table {
            assert_eq!(scale(series, *season), *wanted, "{series:?} by {season}");
        }
    }
}
