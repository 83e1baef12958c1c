//! The team's scoreboard: a person's figure against what is usual in the team, and what stands out of their figures.

use cordee_base::{Date, Decimal};

use crate::figures::ratio;
use crate::proportion::{Confidence, Share};
use crate::statistics::median;

/// Of fewer people than these a median says nothing about a team, and much about a colleague.
pub const ENOUGH: usize = 3;

/// A mean or a median of fewer deals than these says little.
pub const ENOUGH_DEALS: u64 = 5;

/// From so much more or less of what is usual on, in tenths, a figure is called better or worse.
const TENTHS: i64 = 1;

/// Which way a figure is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The more there is.
    More,
    /// The less there is, such as days to a close.
    Less,
}

/// On what a figure rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// It is counted, or added up.
    Counted,
    /// It is a mean or a median of so many deals.
    Deals(u64),
    /// It is a share of cases.
    Cases(Share),
}

/// What can be said of a figure against what is usual in the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A tenth better than usual, or more.
    Better,
    /// A tenth worse than usual, or more.
    Worse,
    /// About as usual.
    Usual,
    /// Too few deals to tell.
    TooFew,
    /// Better or worse, but so few cases differ as much by chance alone.
    Chance,
}

/// A figure that was held against what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The figure against the median; none where too few people have one.
    pub against: Option<Against>,
    /// How many times as good as usual it is: figure ÷ median, or median ÷ figure of what is better the less there is.
    pub advantage: Option<Decimal>,
    /// What can be said of it; nothing without a median.
    pub verdict: Option<Verdict>,
}

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

/// Holds a person's figure against the `team`'s, theirs among them, and says what that tells.
pub fn judge(figure: Decimal, better: Better, rests: Rests, team: &[Decimal]) -> Judged {
    let against = against(figure, team);
    let advantage = against.and_then(|against| match better {
        Better::More => against.ratio,
        Better::Less if figure > Decimal::ZERO => ratio(against.median, figure),
        Better::Less => None,
    });
    let verdict = against.map(|against| match rests {
        Rests::Deals(deals) if deals < ENOUGH_DEALS => Verdict::TooFew,
        Rests::Cases(share) if share.cases() == 0 => Verdict::TooFew,
        Rests::Cases(share) if may_be(share, against.median) => match verdict(&against, better) {
            Verdict::Usual => Verdict::Usual,
            _ => Verdict::Chance,
        },
        _ => verdict(&against, better),
    });
    Judged { against, advantage, verdict }
}

/// The places of what is best and what is weakest of figures that were held against what is usual: of those that can be
/// told, and only where something is better or worse at all.
pub fn outstanding(judged: &[Judged]) -> (Option<usize>, Option<usize>) {
    let places = |verdict: Verdict| {
        let told = judged.iter().enumerate().filter(move |(_, one)| one.verdict == Some(verdict));
        told.filter_map(|(place, one)| Some((one.advantage?, place)))
    };
    // Of equals the first is named.
    let best =
        places(Verdict::Better).max_by_key(|(advantage, place)| (*advantage, std::cmp::Reverse(*place)));
    let weakest = places(Verdict::Worse).min();
    (best.map(|(_, place)| place), weakest.map(|(_, place)| place))
}

/// How many days from one to another, both among them, are neither Saturday nor Sunday.
pub fn working_days(first: Date, last: Date) -> i64 {
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take_while(|day| *day <= last);
    let working = days.filter(|day| day.weekday().to_monday_zero_offset() < 5);
    i64::try_from(working.count()).unwrap_or(i64::MAX)
}

fn verdict(against: &Against, better: Better) -> Verdict {
    let tenth = against.median.abs() * Decimal::new(TENTHS, 1);
    let more = match better {
        Better::More => against.difference,
        Better::Less => -against.difference,
    };
    if more > Decimal::ZERO && more >= tenth {
        Verdict::Better
    } else if more < Decimal::ZERO && -more >= tenth {
        Verdict::Worse
    } else {
        Verdict::Usual
    }
}

/// Whether a share may well be this much, and come out as it did.
fn may_be(share: Share, rate: Decimal) -> bool {
    let rate = f64::try_from(rate).unwrap_or_default();
    let interval = share.estimate(Confidence::P95).map(|estimate| estimate.interval);
    interval.is_some_and(|interval| (interval.low..=interval.high).contains(&rate))
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
    #[test]
    fn what_a_figure_tells() {
        use Better::{Less, More};
        use Rests::{Cases, Counted, Deals};
        let cases = |yes, no| Cases(Share { yes, no });
        type Case =
            (&'static str, Better, Rests, &'static [&'static str], Option<Verdict>, Option<&'static str>);
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("12", More, Counted,  &["12", "10", "2"],  Some(Verdict::Better), Some("1.2")),
            ("2",  More, Counted,  &["12", "10", "2"],  Some(Verdict::Worse),  Some("0.2")),
            ("10", More, Counted,  &["12", "10", "2"],  Some(Verdict::Usual),  Some("1")),
            ("105", More, Counted, &["105", "100", "2"], Some(Verdict::Usual), Some("1.05")),
            ("1",  More, Counted,  &["1", "0", "0"],    Some(Verdict::Better), None),
            // A close in half the days is twice as good; one on the day itself is beyond comparing.
            ("20", Less, Deals(9), &["20", "40", "60"], Some(Verdict::Better), Some("2")),
            ("80", Less, Deals(9), &["20", "40", "80"], Some(Verdict::Worse),  Some("0.5")),
            ("0",  Less, Deals(9), &["0", "40", "60"],  Some(Verdict::Better), None),
            // Four deals tell nothing, five do.
            ("20", More, Deals(4), &["20", "10", "5"],  Some(Verdict::TooFew), Some("2")),
            ("20", More, Deals(5), &["20", "10", "5"],  Some(Verdict::Better), Some("2")),
            // 3 of 5 may be 30 % by chance, 60 of 100 not.
            ("0.6", More, cases(3, 2),   &["0.6", "0.3", "0.2"], Some(Verdict::Chance), Some("2")),
            ("0.6", More, cases(60, 40), &["0.6", "0.3", "0.2"], Some(Verdict::Better), Some("2")),
            ("0.3", More, cases(3, 7),   &["0.6", "0.3", "0.2"], Some(Verdict::Usual),  Some("1")),
            // Two people have no median.
            ("12", More, Counted,  &["12", "10"],       None, None),
        ];
        for (figure, better, rests, team, verdict, advantage) in table {
            let team: Vec<Decimal> = team.iter().map(|figure| number(figure)).collect();
            let judged = judge(number(figure), *better, *rests, &team);
            assert_eq!(judged.verdict, *verdict, "{figure} in {team:?}, resting on {rests:?}");
            assert_eq!(judged.advantage, advantage.map(number), "{figure} in {team:?}");
        }
    }

    #[test]
    fn the_best_and_the_weakest_stand_out() {
        let judged = |verdict, advantage: Option<&str>| Judged {
            against: None,
            advantage: advantage.map(number),
            verdict: Some(verdict),
        };
        let all = [
            judged(Verdict::Usual, Some("1.05")),
            judged(Verdict::Better, Some("1.4")),
            judged(Verdict::Chance, Some("3")),
            judged(Verdict::Better, Some("1.4")),
            judged(Verdict::Worse, Some("0.8")),
            judged(Verdict::Worse, Some("0.2")),
            judged(Verdict::TooFew, Some("0.1")),
            judged(Verdict::Better, None),
        ];
        assert_eq!(outstanding(&all), (Some(1), Some(5)));
        assert_eq!(outstanding(&all[..1]), (None, None));
        assert_eq!(outstanding(&[]), (None, None));
    }

    #[test]
    fn saturdays_and_sundays_are_no_working_days() {
        let day = |text: &str| text.parse::<Date>().expect("a date");
        #[rustfmt::skip]
        let table = [
            ("2026-03-02", "2026-03-02", 1),
            ("2026-03-02", "2026-03-08", 5),
            ("2026-03-07", "2026-03-08", 0),
            ("2026-01-01", "2026-03-31", 64),
            ("2026-03-03", "2026-03-02", 0),
        ];
        for (first, last, wanted) in table {
            assert_eq!(working_days(day(first), day(last)), wanted, "{first} to {last}");
        }
    }
}
