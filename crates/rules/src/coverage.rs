//! Pipeline coverage: whether there is enough in the pipeline to reach the quota. Amounts are minor units of one
//! currency.

use cordee_base::Decimal;

use crate::figures::ratio;
use crate::quota;

/// How many times the open pipeline covers what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Open pipeline ÷ quota; none where there is no quota (0 or less).
    pub quota: Option<Decimal>,
    /// Open pipeline ÷ (quota − won so far); none when nothing is left.
    pub rest: Option<Decimal>,
}

/// Pipeline coverage from the open pipeline that closes in the period: whole, or weighted by probability
/// ([`crate::figures::weighted_pipeline`]).
pub fn coverage(open: Decimal, quota: i64, won: i64) -> Coverage {
    let over = |whole: i64| (whole > 0).then(|| ratio(open, Decimal::from(whole))).flatten();
    Coverage { quota: over(quota), rest: over(quota::left(quota, won)) }
}

/// Target coverage from one's own win rate by value: 1 ÷ win rate. None for a rate of 0, or one that is none.
pub fn target(win_rate: Decimal) -> Option<Decimal> {
    let possible = win_rate > Decimal::ZERO && win_rate <= Decimal::ONE;
    possible.then(|| ratio(Decimal::ONE, win_rate)).flatten()
}

/// The pipeline that is missing to reach the target: what is left of the quota × target − open pipeline (whole, not
/// weighted), never below 0.
pub fn missing(open: Decimal, left: i64, target: Decimal) -> Decimal {
    Decimal::from(left).saturating_mul(target).saturating_sub(open).max(Decimal::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn of_the_quota_and_of_the_rest() {
        #[rustfmt::skip]
        let table = [
            // open, quota, won, of quota,    of the rest
            ("300", 150, 50,  Some("2"),    Some("3")),
            ("120", 150, 50,  Some("0.8"),  Some("1.2")),
            ("300", 150, 150, Some("2"),    None),
            ("300", 150, 200, Some("2"),    None),
            ("0",   150, 50,  Some("0"),    Some("0")),
            ("300", 0,   50,  None,         None),
            ("300", -10, -50, None,         Some("7.5")),
            ("166.5", 333, 0, Some("0.5"),  Some("0.5")),
        ];
        for (open, quota, won, of_quota, of_rest) in table {
            let wanted = Coverage { quota: of_quota.map(number), rest: of_rest.map(number) };
            assert_eq!(coverage(number(open), quota, won), wanted, "{open} for {quota}, {won} won");
        }
    }

    #[test]
    fn the_target_follows_from_the_win_rate() {
        let table = [
            ("0.25", Some("4")),
            ("0.4", Some("2.5")),
            ("1", Some("1")),
            ("0", None),
            ("-0.1", None),
            ("1.01", None),
        ];
        for (rate, wanted) in table {
            assert_eq!(target(number(rate)), wanted.map(number), "{rate}");
        }
    }

    #[test]
    fn what_is_missing_to_the_target() {
        let table =
            [("300", 100, "4", "100"), ("400", 100, "4", "0"), ("500", 100, "4", "0"), ("5", 0, "4", "0")];
        for (open, left, target, wanted) in table {
            assert_eq!(missing(number(open), left, number(target)), number(wanted), "{open} for {left}");
        }
    }
}
