//! What things cost: exact, and rounded once for each line by its currency's rule.

use cordee_base::{Decimal, Money, MoneyError, Percent};

/// A line: quantity × unit price × (1 − discount).
pub fn line(quantity: Decimal, unit_price: Money, discount: Option<Percent>) -> Result<Money, MoneyError> {
    let kept = Decimal::ONE - discount.map_or(Decimal::ZERO, Percent::fraction);
    let amount = quantity.checked_mul(kept).and_then(|share| unit_price.amount().checked_mul(share));
    Money::rounded(amount.ok_or(MoneyError::TooLarge)?, unit_price.currency())
}

/// What a line brings in a year, of what is paid again and again: 12 × what it costs a month, or what it costs a year.
/// Nothing for what is paid once.
pub fn arr(amount: Money, billing: &str) -> Result<Option<Money>, MoneyError> {
    let times = match billing {
        "monthly" => Decimal::from(12),
        "yearly" => Decimal::ONE,
        _ => return Ok(None),
    };
    let year = amount.amount().checked_mul(times).ok_or(MoneyError::TooLarge)?;
    Money::rounded(year, amount.currency()).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_base::Currency;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn what_is_paid_again_and_again_counts_for_a_year() {
        #[rustfmt::skip]
        let table = [
            ("one_time", 10_000,   Ok(None)),
            ("monthly",  10_001,   Ok(Some(120_012))),
            ("yearly",   10_001,   Ok(Some(10_001))),
            ("monthly",  -500,     Ok(Some(-6_000))),
            ("monthly",  i64::MAX, Err(MoneyError::TooLarge)),
        ];
        for (billing, minor, wanted) in table {
            let brought = arr(Money::from_minor(minor, Currency::EUR), billing);
            assert_eq!(brought.map(|year| year.map(Money::minor)), wanted, "{minor} {billing}");
        }
    }

    #[test]
    fn a_line_is_rounded_once() {
        #[rustfmt::skip]
        let table = [
            ("3",   1_999, None,         Ok(5_997)),
            ("1",   10_000, Some("15"),  Ok(8_500)),
            ("0.5", 1,     None,         Ok(1)),
            ("3",   333,   Some("33.3"), Ok(666)),
            ("7",   101,   Some("100"),  Ok(0)),
            ("-2",  150,   None,         Ok(-300)),
            ("99999999999999999999", i64::MAX, None, Err(MoneyError::TooLarge)),
        ];
        for (quantity, minor, discount, wanted) in table {
            let price = Money::from_minor(minor, Currency::EUR);
            let discount = discount.map(|percent| Percent::new(number(percent)));
            let amount = line(number(quantity), price, discount).map(Money::minor);
            assert_eq!(amount, wanted, "{quantity} at {price}");
        }
    }
}
