//! The team's scoreboard: a person's figure against what is usual in the team.

use cordee_base::Decimal;

use crate::figures::ratio;
use crate::statistics::median;

/// Of fewer people than these a median says nothing about a team, and much about a colleague.
pub const ENOUGH: usize = 3;

/// A figure against the team's median.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    /// The median of all figures of the team.
    pub median: Decimal,
    /// Figure − median, in the figure's own unit.
    pub difference: Decimal,
    /// Figure ÷ median; none where the median is 0 or less.
    pub ratio: Option<Decimal>,
}

/// Holds a person's figure against the median of the `team`'s figures, theirs among them. Who has no such figure is
/// left out of `team`; none where fewer than [`ENOUGH`] people have one.
pub fn against(figure: Decimal, team: &[Decimal]) -> Option<Against> {
    if team.len() < ENOUGH {
        return None;
    }
    let once_each: Vec<(Decimal, u64)> = team.iter().map(|figure| (*figure, 1)).collect();
    let median = median(&once_each)?;
    let ratio = (median > Decimal::ZERO).then(|| ratio(figure, median)).flatten();
    Some(Against { median, difference: figure.saturating_sub(median), ratio })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn a_figure_against_the_median() {
        type Case = (i64, &'static [i64], Option<(&'static str, &'static str, Option<&'static str>)>);
        #[rustfmt::skip]
        let table: &[Case] = &[
            (12, &[12, 10, 2],     Some(("10", "2", Some("1.2")))),
            (2,  &[12, 10, 2],     Some(("10", "-8", Some("0.2")))),
            (10, &[10, 10, 10],    Some(("10", "0", Some("1")))),
            (4,  &[1, 2, 3, 4],    Some(("2.5", "1.5", Some("1.6")))),
            (5,  &[0, 0, 5],       Some(("0", "5", None))),
            (5,  &[-4, -2, 5],     Some(("-2", "7", None))),
            (5,  &[5, 4],          None),
            (5,  &[],              None),
        ];
        for (figure, team, wanted) in table {
            let team: Vec<Decimal> = team.iter().copied().map(Decimal::from).collect();
            let wanted = wanted.map(|(median, difference, ratio)| Against {
                median: number(median),
                difference: number(difference),
                ratio: ratio.map(number),
            });
            assert_eq!(against(Decimal::from(*figure), &team), wanted, "{figure} in {team:?}");
        }
    }
}
