//! The figures of selling, each with its formula. Amounts come and go in minor units, unrounded.

use cordee_base::{Decimal, Percent};

/// A part of a whole: part ÷ whole; none where there is no whole.
pub fn ratio(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_div(whole)
}

/// Win rate: won ÷ (won + lost), by count or by value; open deals don't count.
pub fn win_rate(won: Decimal, lost: Decimal) -> Option<Decimal> {
    ratio(won, won.saturating_add(lost))
}

/// Average: Σ ÷ count, such as the mean amount of the deals won.
pub fn average(sum: Decimal, count: u64) -> Option<Decimal> {
    ratio(sum, Decimal::from(count))
}

/// Sales velocity: open deals × win rate × mean amount won ÷ mean days to close; minor units a day. None where one of
/// them is not known, or all are won on the day they come.
pub fn sales_velocity(
    open: u64,
    win_rate: Option<Decimal>,
    mean_won: Option<Decimal>,
    mean_days: Option<Decimal>,
) -> Option<Decimal> {
    let won = Decimal::from(open).checked_mul(win_rate?)?.checked_mul(mean_won?)?;
    ratio(won, mean_days?)
}

/// Weighted amount: amount × probability.
pub fn weighted(minor: Decimal, probability: Percent) -> Decimal {
    minor.saturating_mul(probability.fraction())
}

/// Weighted pipeline: Σ amount × probability, of deals or of sums of deals that are equally likely; none where there
/// are none.
pub fn weighted_pipeline(deals: impl IntoIterator<Item = (Decimal, Percent)>) -> Option<Decimal> {
    let weighed = deals.into_iter().map(|(minor, probability)| weighted(minor, probability));
    weighed.reduce(Decimal::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn win_rate_by_count_and_by_value() {
        #[rustfmt::skip]
        let table = [
            ("5",        "15",  Some("0.25")),
            ("0",        "4",   Some("0")),
            ("3",        "0",   Some("1")),
            ("0",        "0",   None),
            ("300000.5", "100000.5", Some("0.7499993750015624960937597656")),
        ];
        for (won, lost, rate) in table {
            assert_eq!(win_rate(number(won), number(lost)), rate.map(number), "{won} won, {lost} lost");
        }
    }

    #[test]
    fn averages_of_nothing_are_no_data() {
        let table = [("5000", 2, Some("2500")), ("10", 4, Some("2.5")), ("0", 3, Some("0")), ("0", 0, None)];
        for (sum, count, wanted) in table {
            assert_eq!(average(number(sum), count), wanted.map(number), "{sum} over {count}");
        }
    }

    #[test]
    fn velocity_is_money_a_day() {
        // Open deals, win rate, mean won, mean days.
        type Case =
            (u64, Option<&'static str>, Option<&'static str>, Option<&'static str>, Option<&'static str>);
        #[rustfmt::skip]
        let table: [Case; 5] = [
            (10, Some("0.25"), Some("4000"), Some("50"), Some("200")),
            (0,  Some("0.25"), Some("4000"), Some("50"), Some("0")),
            (10, None,         Some("4000"), Some("50"), None),
            (10, Some("0.25"), None,         Some("50"), None),
            (10, Some("0.25"), Some("4000"), Some("0"),  None),
        ];
        for (open, rate, mean, days, wanted) in table {
            let [rate, mean, days] = [rate, mean, days].map(|text| text.map(number));
            assert_eq!(sales_velocity(open, rate, mean, days), wanted.map(number), "{open} open");
        }
    }

    #[test]
    fn the_pipeline_is_weighed_by_probability() {
        let weigh = |deals: &[(i64, u8)]| {
            weighted_pipeline(
                deals.iter().map(|(minor, percent)| (Decimal::from(*minor), Percent::new(*percent))),
            )
        };
        type Case = (&'static [(i64, u8)], Option<&'static str>);
        let table: &[Case] = &[
            (&[(10_000, 20), (20_000, 50)], Some("12000")),
            (&[(333, 50)], Some("166.5")),
            (&[(500, 0)], Some("0")),
            (&[], None),
            (&[(i64::MAX, 100), (i64::MAX, 100)], Some("18446744073709551614")),
        ];
        for (deals, wanted) in table {
            assert_eq!(weigh(deals), wanted.map(number), "{deals:?}");
        }
    }
}
