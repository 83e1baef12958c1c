//! Mean and median of values of which each may occur many times, as a grouping database gives them.

use cordee_base::Decimal;

/// The mean: Σ value × count ÷ Σ count; none of no values.
pub fn mean(values: &[(Decimal, u64)]) -> Option<Decimal> {
    let sum = values.iter().fold(Decimal::ZERO, |sum, (value, count)| {
        sum.saturating_add(value.saturating_mul(Decimal::from(*count)))
    });
    crate::figures::average(sum, counted(values))
}

/// The median: the value in the middle, or halfway between the two in the middle; none of no values.
pub fn median(values: &[(Decimal, u64)]) -> Option<Decimal> {
    let last = counted(values).checked_sub(1)?;
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    let (below, above) = (at(&sorted, last / 2)?, at(&sorted, last - last / 2)?);
    Some(below + (above - below) / Decimal::TWO)
}

fn counted(values: &[(Decimal, u64)]) -> u64 {
    values.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
}

/// The value at `place`, were each written as often as it occurs.
fn at(sorted: &[(Decimal, u64)], place: u64) -> Option<Decimal> {
    let mut passed = 0u64;
    sorted.iter().find_map(|(value, count)| {
        passed = passed.saturating_add(*count);
        (place < passed).then_some(*value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values, their mean, their median.
    type Case = (&'static [(i64, u64)], Option<&'static str>, Option<&'static str>);

    #[test]
    fn mean_and_median() {
        #[rustfmt::skip]
        let table: &[Case] = &[
            (&[],                        None,        None),
            (&[(5, 0)],                  None,        None),
            (&[(7, 1)],                  Some("7"),   Some("7")),
            (&[(10, 1), (1, 1)],         Some("5.5"), Some("5.5")),
            (&[(9, 1), (1, 1), (2, 1)],  Some("4"),   Some("2")),
            (&[(100, 1), (1, 3)],        Some("25.75"), Some("1")),
            (&[(4, 2), (1, 2)],          Some("2.5"), Some("2.5")),
            (&[(-3, 1), (3, 0), (0, 2)], Some("-1"),  Some("0")),
        ];
        for (values, wanted_mean, wanted_median) in table {
            let values: Vec<(Decimal, u64)> = values.iter().map(|(v, n)| (Decimal::from(*v), *n)).collect();
            let number = |text: &Option<&str>| text.map(|t| t.parse::<Decimal>().expect("a number"));
            assert_eq!(mean(&values), number(wanted_mean), "mean of {values:?}");
            assert_eq!(median(&values), number(wanted_median), "median of {values:?}");
        }
    }

    #[test]
    fn counts_may_be_huge() {
        let values = [(Decimal::ONE, u64::MAX), (Decimal::TWO, u64::MAX)];
        assert_eq!(median(&values), Some(Decimal::ONE));
        assert!(mean(&values).is_some());
    }
}
