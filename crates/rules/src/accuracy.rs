//! How well forecasts came true.

use cordee_base::Decimal;

use crate::figures::ratio;

/// What was forecast for a period and what came of it, in the same unit (minor units, or deals).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What was said.
    pub forecast: Decimal,
    /// What it came to.
    pub actual: Decimal,
}

impl Outcome {
    /// Forecast − actual: above 0 too much was promised.
    pub fn error(self) -> Decimal {
        self.forecast.saturating_sub(self.actual)
    }
}

/// Forecast accuracy: 1 − |forecast − actual| ÷ actual. 1 is perfect; it is below 0 where the forecast was more than
/// twice too high. None where nothing came of it (0 or less).
pub fn accuracy(outcome: Outcome) -> Option<Decimal> {
    accuracy_over(&[outcome])
}

/// Accuracy over several periods: 1 − Σ|F − A| ÷ ΣA, so that large periods weigh more and one in which nothing was
/// won counts too (MAD/mean ratio; Kolassa & Schütz, "Advantages of the MAD/Mean Ratio over the MAPE", Foresight 6,
/// 2007). None where ΣA is 0 or less.
pub fn accuracy_over(outcomes: &[Outcome]) -> Option<Decimal> {
    let off = sum(outcomes, |outcome| outcome.error().abs());
    Some(Decimal::ONE.saturating_sub(of_actual(off, outcomes)?))
}

/// Bias: Σ(F − A) ÷ ΣA. Above 0 forecasts are too high, below too low. None where ΣA is 0 or less.
pub fn bias(outcomes: &[Outcome]) -> Option<Decimal> {
    of_actual(sum(outcomes, Outcome::error), outcomes)
}

fn of_actual(part: Decimal, outcomes: &[Outcome]) -> Option<Decimal> {
    let actual = sum(outcomes, |outcome| outcome.actual);
    (actual > Decimal::ZERO).then(|| ratio(part, actual)).flatten()
}

fn sum(outcomes: &[Outcome], of: impl Fn(Outcome) -> Decimal) -> Decimal {
    outcomes.iter().fold(Decimal::ZERO, |sum, outcome| sum.saturating_add(of(*outcome)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn outcome((forecast, actual): (i64, i64)) -> Outcome {
        Outcome { forecast: Decimal::from(forecast), actual: Decimal::from(actual) }
    }

    #[test]
    fn of_one_period() {
        #[rustfmt::skip]
        let table = [
            (100, 100, Some("1"),    Some("0")),
            (80,  100, Some("0.8"),  Some("-0.2")),
            (120, 100, Some("0.8"),  Some("0.2")),
            (0,   100, Some("0"),    Some("-1")),
            (300, 100, Some("-1"),   Some("2")),
            (100, 0,   None,         None),
            (0,   0,   None,         None),
            (100, -50, None,         None),
        ];
        for (forecast, actual, wanted, bent) in table {
            let one = outcome((forecast, actual));
            assert_eq!(accuracy(one), wanted.map(number), "{one:?}");
            assert_eq!(bias(&[one]), bent.map(number), "{one:?}");
        }
    }

    #[test]
    fn over_several_periods() {
        type Case = (&'static [(i64, i64)], Option<&'static str>, Option<&'static str>);
        #[rustfmt::skip]
        let table: &[Case] = &[
            (&[],                       None,        None),
            (&[(80, 100), (120, 100)],  Some("0.8"), Some("0")),
            (&[(80, 100), (330, 300)],  Some("0.875"), Some("0.025")),
            (&[(50, 0), (100, 100)],    Some("0.5"), Some("0.5")),
            (&[(50, 0), (10, 0)],       None,        None),
        ];
        for (outcomes, wanted, bent) in table {
            let outcomes: Vec<Outcome> = outcomes.iter().copied().map(outcome).collect();
            assert_eq!(accuracy_over(&outcomes), wanted.map(number), "{outcomes:?}");
            assert_eq!(bias(&outcomes), bent.map(number), "{outcomes:?}");
        }
    }
}
