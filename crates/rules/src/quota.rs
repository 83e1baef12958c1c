//! Quotas: how much of one is reached and how fast, how one is split exactly, and what a new hire's comes to. Amounts
//! are minor units of one currency.

use std::cmp::Reverse;
use std::fmt;

use cordee_base::{Date, Decimal, Percent};

use crate::figures::ratio;
use crate::fiscal::Period;

/// Quota attainment: closed-won credited ÷ quota; none where there is no quota (0 or less).
pub fn attainment(credited: i64, quota: i64) -> Option<Decimal> {
    if quota <= 0 {
        return None;
    }
    ratio(Decimal::from(credited), Decimal::from(quota))
}

/// Pace: attainment ÷ share of the period gone. 1 is on course, less is behind; none before anything of it is gone.
pub fn pace(attainment: Decimal, gone: Decimal) -> Option<Decimal> {
    ratio(attainment, gone)
}

/// What is left of the quota: quota − won so far, never below 0.
pub fn left(quota: i64, credited: i64) -> i64 {
    quota.saturating_sub(credited).max(0)
}

/// What must still be won on each of the days that are left; none where something is left but no day.
pub fn per_day(left: i64, days_left: i64) -> Option<Decimal> {
    if left <= 0 {
        return Some(Decimal::ZERO);
    }
    (days_left > 0).then(|| Decimal::from(left) / Decimal::from(days_left))
}

/// What must still be won in each week that is left; in the last one, however short, it is all. None as [`per_day`].
pub fn per_week(left: i64, days_left: i64) -> Option<Decimal> {
    Some(per_day(left, days_left)? * Decimal::from(days_left.clamp(0, 7)))
}

/// Why an amount can't be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// There is nobody, or no period, to give it to.
    Nobody,
    /// The part in this place is below 0.
    Negative(usize),
    /// All parts are 0.
    Nothing,
    /// The parts are numbers too large to add up.
    TooLarge,
}

impl fmt::Display for SplitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SplitError::Nobody => f.write_str("there is nobody to split it between"),
            SplitError::Negative(at) => write!(f, "part {} is below 0", at + 1),
            SplitError::Nothing => f.write_str("at least one part must be above 0"),
            SplitError::TooLarge => f.write_str("the parts are too large to add up"),
        }
    }
}

impl std::error::Error for SplitError {}

/// Splits an amount top-down in these proportions (any numbers, such as 50, 30, 20 or last year's amounts), so that
/// the parts add up to it exactly.
///
/// By the method of the largest remainder (Hamilton 1792): each gets its share rounded towards 0, and the minor units
/// that are over go one each to those from whom most was cut off, the earlier first. Remainders closer together than
/// a millionth of a minor unit count as equal. Whose proportion is 0 gets nothing.
pub fn split(minor: i64, proportions: &[Decimal]) -> Result<Vec<i64>, SplitError> {
    let whole = whole(proportions)?;
    let amount = Decimal::from(minor.unsigned_abs());
    let exact = |part: &Decimal| amount * (*part / whole);
    let mut parts: Vec<i128> = Vec::with_capacity(proportions.len());
    let mut cut: Vec<(Reverse<Decimal>, usize)> = Vec::with_capacity(proportions.len());
    for (at, share) in proportions.iter().map(exact).enumerate() {
        parts.push(i128::try_from(share.trunc()).map_err(|_| SplitError::TooLarge)?);
        cut.push((Reverse(share.fract().round_dp(6)), at));
    }
    cut.sort_unstable();
    let over = i128::from(minor.unsigned_abs()) - parts.iter().sum::<i128>();
    let over = usize::try_from(over).map_err(|_| SplitError::TooLarge)?;
    for (_, at) in cut.into_iter().take(over) {
        parts[at] += 1;
    }
    let sign = i128::from(minor.signum());
    parts.into_iter().map(|part| i64::try_from(sign * part).map_err(|_| SplitError::TooLarge)).collect()
}

fn whole(proportions: &[Decimal]) -> Result<Decimal, SplitError> {
    if let Some(at) = proportions.iter().position(|part| *part < Decimal::ZERO) {
        return Err(SplitError::Negative(at));
    }
    let sum = proportions.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
    match sum.ok_or(SplitError::TooLarge)? {
        _ if proportions.is_empty() => Err(SplitError::Nobody),
        sum if sum.is_zero() => Err(SplitError::Nothing),
        sum => Ok(sum),
    }
}

/// Whether parts add up to the whole they were made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sum {
    /// To the minor unit.
    Exact,
    /// The parts are short of the whole by so many minor units.
    Missing(i128),
    /// The parts exceed the whole by so many minor units.
    Over(i128),
}

/// Checks bottom-up whether the parts add up to the whole.
pub fn check(whole: i64, parts: impl IntoIterator<Item = i64>) -> Sum {
    match parts.into_iter().fold(i128::from(whole), |rest, part| rest - i128::from(part)) {
        0 => Sum::Exact,
        rest if rest > 0 => Sum::Missing(rest),
        rest => Sum::Over(-rest),
    }
}

/// The share of a full quota that somebody who started on `start` has in a period, from 0 to 1.
///
/// `ramp` says how many of a hundred are asked for in the first month since the start, the second and so on, such as
/// 0, 25, 50, 75, 100; after its end it is all, before the start nothing. All months of the period weigh the same; a
/// month of the calendar in which one month since the start turns into the next weighs both by their days.
pub fn ramp_share(period: &Period, start: Date, ramp: &[Percent]) -> Decimal {
    let months = period.months();
    months_worth(&months, start, ramp) / Decimal::from(months.len().max(1))
}

/// A new hire's quota for a period: the full one × [`ramp_share`], rounded half away from 0. None where it is too
/// large.
pub fn ramped(full: i64, period: &Period, start: Date, ramp: &[Percent]) -> Option<i64> {
    let months = period.months();
    // Divided last, so that thirds of a quarter come out whole.
    let exact = Decimal::from(full.unsigned_abs()).checked_mul(months_worth(&months, start, ramp))?
        / Decimal::from(months.len().max(1));
    let rounded = i128::try_from(exact.saturating_add(Decimal::new(5, 1)).floor()).ok()?;
    i64::try_from(rounded * i128::from(full.signum())).ok()
}

/// How many months of full quota these months are worth.
fn months_worth(months: &[Period], start: Date, ramp: &[Percent]) -> Decimal {
    months.iter().fold(Decimal::ZERO, |sum, month| sum.saturating_add(month_worth(month, start, ramp)))
}

fn month_worth(month: &Period, start: Date, ramp: &[Percent]) -> Decimal {
    let days = std::iter::successors(Some(month.first()), |day| day.tomorrow().ok());
    let asked = days.take_while(|day| *day <= month.last()).map(|day| match months_since(start, day) {
        Some(gone) => ramp.get(gone).map_or(Decimal::ONE, |percent| percent.fraction()),
        None => Decimal::ZERO,
    });
    asked.fold(Decimal::ZERO, Decimal::saturating_add) / Decimal::from(month.days())
}

/// Whole months from `start` to `day`; none before it. Who starts on the 31st completes a month on the last of a
/// shorter one.
fn months_since(start: Date, day: Date) -> Option<usize> {
    let year = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let begun = day.day() < start.day().min(day.days_in_month());
    usize::try_from(year(day) - year(start) - i32::from(begun)).ok()
}

#[cfg(test)]
mod tests {
    use cordee_base::{Chance, SeededChance};

    use super::*;
    use crate::fiscal::Calendar;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn attainment_and_pace() {
        #[rustfmt::skip]
        let table = [
            // credited, quota, gone,  attained,      pace
            (50,  100, "0.5",  Some("0.5"),  Some("1")),
            (60,  100, "0.75", Some("0.6"),  Some("0.8")),
            (130, 100, "1",    Some("1.3"),  Some("1.3")),
            (0,   100, "0.25", Some("0"),    Some("0")),
            (-20, 100, "0.5",  Some("-0.2"), Some("-0.4")),
            (10,  100, "0",    Some("0.1"),  None),
            (10,  0,   "0.5",  None,         None),
            (10,  -5,  "0.5",  None,         None),
        ];
        for (credited, quota, gone, attained, wanted) in table {
            let reached = attainment(credited, quota);
            assert_eq!(reached, attained.map(number), "{credited} of {quota}");
            let pace = reached.and_then(|reached| pace(reached, number(gone)));
            assert_eq!(pace, wanted.map(number), "{credited} of {quota} at {gone}");
        }
    }

    #[test]
    fn what_must_still_be_won() {
        #[rustfmt::skip]
        let table = [
            // quota, won, days, left, per day,     per week
            (910, 0,   91, 910, Some("10"), Some("70")),
            (100, 30,  10, 70,  Some("7"),  Some("49")),
            (100, 30,  2,  70,  Some("35"), Some("70")),
            (100, 30,  0,  70,  None,       None),
            (100, 100, 10, 0,   Some("0"),  Some("0")),
            (100, 130, 0,  0,   Some("0"),  Some("0")),
        ];
        for (quota, won, days, rest, day, week) in table {
            let remaining = left(quota, won);
            assert_eq!(remaining, rest, "{won} of {quota}");
            assert_eq!(per_day(rest, days), day.map(number), "{rest} in {days} days");
            assert_eq!(per_week(rest, days), week.map(number), "{rest} in {days} days");
        }
        assert_eq!(left(i64::MAX, i64::MIN), i64::MAX);
    }

    #[test]
    fn a_split_is_exact() {
        type Case = (i64, &'static [&'static str], Result<&'static [i64], SplitError>);
        #[rustfmt::skip]
        let table: &[Case] = &[
            (100,  &["50", "30", "20"],   Ok(&[50, 30, 20])),
            (100,  &["1", "1", "1"],      Ok(&[34, 33, 33])),
            (101,  &["1", "1", "1"],      Ok(&[34, 34, 33])),
            (10,   &["1", "2"],           Ok(&[3, 7])),
            (3,    &["1", "1", "1", "3"], Ok(&[1, 1, 0, 1])),
            (10,   &["0.35", "0.35", "0.3"], Ok(&[4, 3, 3])),
            (1,    &["0", "0.1", "0"],    Ok(&[0, 1, 0])),
            (0,    &["2", "1"],           Ok(&[0, 0])),
            (-100, &["1", "1", "1"],      Ok(&[-34, -33, -33])),
            (2,    &["0.3333333333333333333333333333", "0.3333333333333333333333333333"], Ok(&[1, 1])),
            (i64::MAX, &["1"],            Ok(&[i64::MAX])),
            (i64::MIN, &["1"],            Ok(&[i64::MIN])),
            (100,  &[],                   Err(SplitError::Nobody)),
            (100,  &["0", "0"],           Err(SplitError::Nothing)),
            (100,  &["2", "-1"],          Err(SplitError::Negative(1))),
            (100,  &["79228162514264337593543950335", "1"], Err(SplitError::TooLarge)),
        ];
        for (minor, proportions, wanted) in table {
            let proportions: Vec<Decimal> = proportions.iter().map(|text| number(text)).collect();
            assert_eq!(
                split(*minor, &proportions),
                wanted.map(<[i64]>::to_vec),
                "{minor} by {proportions:?}"
            );
        }
    }

    #[test]
    fn any_split_adds_up_and_is_less_than_one_off() {
        let mut chance = SeededChance::new(11);
        for _ in 0..10_000 {
            let minor = (chance.u64() as i64) >> chance.below(63);
            let scale = chance.below(28) as u32;
            let count = 1 + chance.below(12);
            let proportions: Vec<Decimal> = (0..count)
                .map(|_| Decimal::new((chance.u64() >> chance.below(64)) as i64 & i64::MAX, scale))
                .collect();
            let Ok(parts) = split(minor, &proportions) else {
                assert!(proportions.iter().all(Decimal::is_zero), "{minor} by {proportions:?}");
                continue;
            };
            let said = format!("{minor} by {proportions:?}: {parts:?}");
            assert_eq!(check(minor, parts.iter().copied()), Sum::Exact, "{said}");
            let whole: Decimal = proportions.iter().sum();
            for (part, proportion) in parts.iter().zip(&proportions) {
                let off = Decimal::from(*part) - Decimal::from(minor) * (*proportion / whole);
                assert!(off.abs() < number("1.000001"), "{said}");
                assert!(*part == 0 || !proportion.is_zero(), "{said}");
            }
        }
    }

    #[test]
    fn parts_are_checked_against_the_whole() {
        let table: &[(i64, &[i64], Sum)] = &[
            (100, &[60, 40], Sum::Exact),
            (100, &[60, 30], Sum::Missing(10)),
            (100, &[60, 55], Sum::Over(15)),
            (100, &[], Sum::Missing(100)),
            (0, &[], Sum::Exact),
            (0, &[i64::MAX, i64::MAX], Sum::Over(18_446_744_073_709_551_614)),
        ];
        for (whole, parts, wanted) in table {
            assert_eq!(check(*whole, parts.iter().copied()), *wanted, "{whole}: {parts:?}");
        }
    }

    #[test]
    fn a_new_hire_grows_into_the_quota() {
        let ramp: Vec<Percent> = [0, 25, 50, 75, 100].into_iter().map(Percent::new).collect();
        #[rustfmt::skip]
        let table = [
            // full, period,     start,        quota
            (300,  "2026-Q1", "2026-01-01", 75),
            (300,  "2026-Q2", "2026-01-01", 275),
            (300,  "2026-Q3", "2026-01-01", 300),
            (300,  "2025-Q4", "2026-01-01", 0),
            (1200, "2026",    "2026-01-01", 950),
            (1200, "2026",    "2020-05-04", 1200),
            // From the 16th of April: nothing in half of May, a quarter in the half after it.
            (3000, "2026-05", "2026-04-16", 387),
            (100,  "2026-02", "2026-01-31", 1),
            (3,    "2026-Q2", "2025-12-01", 3),
            // 2.5 is rounded away from 0.
            (10,   "2026-02", "2026-01-01", 3),
            (-10,  "2026-02", "2026-01-01", -3),
            (i64::MAX, "2026", "2020-01-01", i64::MAX),
        ];
        for (full, key, start, wanted) in table {
            let period = Calendar::CIVIL.read(key).expect("a period");
            assert_eq!(
                ramped(full, &period, day(start), &ramp),
                Some(wanted),
                "{full} in {key} from {start}"
            );
        }
        let quarter = Calendar::CIVIL.read("2026-Q1").expect("a quarter");
        assert_eq!(ramp_share(&quarter, day("2026-01-01"), &ramp), number("0.25"));
        assert_eq!(ramp_share(&quarter, day("2026-01-01"), &[]), Decimal::ONE);
        assert_eq!(ramp_share(&quarter, day("2026-03-01"), &[]).round_dp(4), number("0.3333"));
    }

    #[test]
    fn months_since_the_start_by_the_day() {
        #[rustfmt::skip]
        let table = [
            ("2026-01-15", "2026-01-14", None),
            ("2026-01-15", "2026-01-15", Some(0)),
            ("2026-01-15", "2026-02-14", Some(0)),
            ("2026-01-15", "2026-02-15", Some(1)),
            ("2026-01-31", "2026-02-27", Some(0)),
            ("2026-01-31", "2026-02-28", Some(1)),
            ("2026-01-31", "2026-03-30", Some(1)),
            ("2026-01-31", "2026-03-31", Some(2)),
            ("2025-12-31", "2026-12-31", Some(12)),
            ("2027-01-01", "2026-12-31", None),
        ];
        for (start, on, wanted) in table {
            assert_eq!(months_since(day(start), day(on)), wanted, "{start} to {on}");
        }
    }
}
