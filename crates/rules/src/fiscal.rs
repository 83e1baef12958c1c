//! The fiscal calendar: years that may begin in any month, their quarters and months, and the keys they go by.

use std::fmt;

use cordee_base::{Date, Decimal};

/// When fiscal years begin.
///
/// A fiscal year is named after the calendar year in which it *ends*, as is the custom: where years begin in July,
/// `2026` is July 2025 to June 2026, and `2026-Q1` is July to September 2025. A month keeps the name it has in every
/// calendar: `2025-07` is July 2025, wherever the year begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// Months from January to the first month of the year, 0 to 11.
    offset: i32,
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// A month of the calendar.
    Month,
    /// Three months, counted from the beginning of the fiscal year.
    Quarter,
    /// A fiscal year.
    Year,
}

/// A month, quarter or year of a fiscal calendar; all its days lie in the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    calendar: Calendar,
    length: Length,
    first: Date,
    last: Date,
}

/// Why a text is no key of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// Written otherwise than `2026`, `2026-Q2` or `2026-07`.
    Form,
    /// Quarters are 1 to 4.
    Quarter,
    /// Months are 01 to 12.
    Month,
    /// Some of its days lie outside the years 1 to 9999.
    Beyond,
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            KeyError::Form => "a period is written like 2026, 2026-Q2 or 2026-07",
            KeyError::Quarter => "quarters are Q1 to Q4",
            KeyError::Month => "months are 01 to 12",
            KeyError::Beyond => "periods lie in the years 1 to 9999",
        })
    }
}

impl std::error::Error for KeyError {}

impl Length {
    /// All lengths by name, the shortest first.
    pub const ALL: [(&'static str, Length); 3] =
        [("month", Length::Month), ("quarter", Length::Quarter), ("year", Length::Year)];

    /// The length called `name`.
    pub fn named(name: &str) -> Option<Length> {
        Length::ALL.iter().find(|(known, _)| *known == name).map(|(_, length)| *length)
    }

    /// How many months it has.
    pub fn months(self) -> i32 {
        match self {
            Length::Month => 1,
            Length::Quarter => 3,
            Length::Year => 12,
        }
    }
}

impl Calendar {
    /// Years begin in January.
    pub const CIVIL: Calendar = Calendar { offset: 0 };

    /// Years begin with this month, 1 to 12; none for any other number.
    pub fn beginning_in(month: i8) -> Option<Calendar> {
        (1..=12).contains(&month).then(|| Calendar { offset: i32::from(month) - 1 })
    }

    /// The period of this length in which `date` lies; none where it reaches beyond the years 1 to 9999.
    pub fn period(self, length: Length, date: Date) -> Option<Period> {
        self.starting(length, self.start(length, month_of(date)))
    }

    /// The period that has this key: `2026` a fiscal year, `2026-Q2` a quarter of it, `2026-07` a month.
    pub fn read(self, key: &str) -> Result<Period, KeyError> {
        let (year, part) = match key.split_once('-') {
            Some((year, part)) => (year, Some(part)),
            None => (key, None),
        };
        let year = digits(year, 4).ok_or(KeyError::Form)?;
        let begins = self.begins(year);
        let (length, start) = match part.map(|part| (part, part.strip_prefix('Q'))) {
            None => (Length::Year, begins),
            Some((_, Some(quarter))) => match digits(quarter, 1).ok_or(KeyError::Form)? {
                quarter @ 1..=4 => (Length::Quarter, begins + (quarter - 1) * 3),
                _ => return Err(KeyError::Quarter),
            },
            Some((month, None)) => match digits(month, 2).ok_or(KeyError::Form)? {
                month @ 1..=12 => (Length::Month, year * 12 + month - 1),
                _ => return Err(KeyError::Month),
            },
        };
        self.starting(length, start).ok_or(KeyError::Beyond)
    }

    /// The month with which the period of this length begins that holds `month`.
    fn start(self, length: Length, month: i32) -> i32 {
        (month - self.offset).div_euclid(length.months()) * length.months() + self.offset
    }

    /// The month with which the fiscal year called `name` begins.
    fn begins(self, name: i32) -> i32 {
        let last = name * 12 + (self.offset + 11) % 12;
        self.start(Length::Year, last)
    }

    fn starting(self, length: Length, start: i32) -> Option<Period> {
        let (first, last) = (first_of(start)?, first_of(start + length.months() - 1)?.last_of_month());
        Some(Period { calendar: self, length, first, last })
    }
}

impl Period {
    /// Its first day.
    pub fn first(&self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(&self) -> Date {
        self.last
    }

    /// How long it is.
    pub fn length(&self) -> Length {
        self.length
    }

    /// The calendar it belongs to.
    pub fn calendar(&self) -> Calendar {
        self.calendar
    }

    /// Whether `date` lies in it.
    pub fn holds(&self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }

    /// The one after it; none at the end of all dates.
    pub fn next(&self) -> Option<Period> {
        self.calendar.starting(self.length, month_of(self.first) + self.length.months())
    }

    /// The one before it; none at the beginning of all dates.
    pub fn previous(&self) -> Option<Period> {
        self.calendar.starting(self.length, month_of(self.first) - self.length.months())
    }

    /// The periods of this length that it is made of: the months or quarters of a year, itself alone for its own
    /// length, nothing for a longer one.
    pub fn parts(&self, length: Length) -> Vec<Period> {
        let start = month_of(self.first);
        let count = self.length.months() / length.months();
        let starts = (0..count).map(|part| start + part * length.months());
        starts.filter_map(|start| self.calendar.starting(length, start)).collect()
    }

    /// All its months.
    pub fn months(&self) -> Vec<Period> {
        self.parts(Length::Month)
    }

    /// How many days it has.
    pub fn days(&self) -> i64 {
        days_from(self.first, self.last) + 1
    }

    /// How many of its days are over when `date` begins: none on its first day, all but one on its last, all after.
    pub fn days_gone(&self, date: Date) -> i64 {
        days_from(self.first, date).clamp(0, self.days())
    }

    /// How many of its days are still to be used when `date` begins, `date` among them.
    pub fn days_left(&self, date: Date) -> i64 {
        self.days() - self.days_gone(date)
    }

    /// The share of it that is over when `date` begins: days gone ÷ days, from 0 to 1.
    pub fn share_gone(&self, date: Date) -> Decimal {
        Decimal::from(self.days_gone(date)) / Decimal::from(self.days())
    }
}

impl fmt::Display for Period {
    /// Its key, as [`Calendar::read`] takes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = month_of(self.first);
        let begins = self.calendar.start(Length::Year, start);
        let year = (begins + 11).div_euclid(12);
        match self.length {
            Length::Year => write!(f, "{year:04}"),
            Length::Quarter => write!(f, "{year:04}-Q{}", (start - begins) / 3 + 1),
            Length::Month => write!(f, "{:04}-{:02}", self.first.year(), self.first.month()),
        }
    }
}

/// Months since the year 0.
fn month_of(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

fn first_of(month: i32) -> Option<Date> {
    let year = i16::try_from(month.div_euclid(12)).ok().filter(|year| *year >= 1)?;
    let month = i8::try_from(month.rem_euclid(12) + 1).ok()?;
    Date::new(year, month, 1).ok()
}

fn days_from(first: Date, last: Date) -> i64 {
    i64::from((last - first).get_days())
}

/// The number that exactly so many digits make.
fn digits(text: &str, count: usize) -> Option<i32> {
    let all = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use cordee_base::{Chance, SeededChance};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn calendar(month: i8) -> Calendar {
        Calendar::beginning_in(month).expect("a month")
    }

    #[test]
    fn the_period_of_a_date() {
        use Length::{Month, Quarter, Year};
        #[rustfmt::skip]
        let table = [
            // begins, date,      length,  key,       first,        last,         days
            (1,  "2026-05-17", Year,    "2026",    "2026-01-01", "2026-12-31", 365),
            (1,  "2026-05-17", Quarter, "2026-Q2", "2026-04-01", "2026-06-30", 91),
            (1,  "2026-05-17", Month,   "2026-05", "2026-05-01", "2026-05-31", 31),
            (1,  "2024-02-29", Month,   "2024-02", "2024-02-01", "2024-02-29", 29),
            (7,  "2025-07-01", Year,    "2026",    "2025-07-01", "2026-06-30", 365),
            (7,  "2025-06-30", Year,    "2025",    "2024-07-01", "2025-06-30", 365),
            (7,  "2025-08-20", Quarter, "2026-Q1", "2025-07-01", "2025-09-30", 92),
            (7,  "2026-06-30", Quarter, "2026-Q4", "2026-04-01", "2026-06-30", 91),
            (7,  "2025-07-15", Month,   "2025-07", "2025-07-01", "2025-07-31", 31),
            (2,  "2026-01-31", Quarter, "2026-Q4", "2025-11-01", "2026-01-31", 92),
            (2,  "2026-02-01", Year,    "2027",    "2026-02-01", "2027-01-31", 365),
            (12, "2027-12-01", Quarter, "2028-Q1", "2027-12-01", "2028-02-29", 91),
            (4,  "2024-03-31", Year,    "2024",    "2023-04-01", "2024-03-31", 366),
        ];
        for (begins, date, length, key, first, last, days) in table {
            let period = calendar(begins).period(length, day(date)).expect("a period");
            assert_eq!(period.to_string(), key, "{date} where years begin in {begins}");
            assert_eq!((period.first(), period.last()), (day(first), day(last)), "{key} from {begins}");
            assert_eq!(period.days(), days, "{key} from {begins}");
            assert_eq!(calendar(begins).read(key), Ok(period), "{key} from {begins}");
        }
        assert_eq!((Calendar::beginning_in(0), Calendar::beginning_in(13)), (None, None));
        assert_eq!(calendar(1), Calendar::CIVIL);
    }

    #[test]
    fn what_is_no_key_is_refused_with_the_reason() {
        let table = [
            ("", KeyError::Form),
            ("26", KeyError::Form),
            ("02026", KeyError::Form),
            ("+026", KeyError::Form),
            ("-2026", KeyError::Form),
            ("2026-", KeyError::Form),
            ("2026-q2", KeyError::Form),
            ("2026-Q", KeyError::Form),
            ("2026-Q12", KeyError::Form),
            ("2026-7", KeyError::Form),
            ("2026-07-01", KeyError::Form),
            ("２０２６", KeyError::Form),
            ("2026-Q0", KeyError::Quarter),
            ("2026-Q5", KeyError::Quarter),
            ("2026-00", KeyError::Month),
            ("2026-13", KeyError::Month),
            ("0000", KeyError::Beyond),
            ("0000-12", KeyError::Beyond),
            ("0001", KeyError::Beyond),
        ];
        for (key, wanted) in table {
            assert_eq!(calendar(7).read(key), Err(wanted), "{key:?}");
        }
    }

    #[test]
    fn nothing_reaches_beyond_all_dates() {
        assert_eq!(calendar(7).period(Length::Year, day("9999-07-01")), None);
        assert_eq!(calendar(7).period(Length::Year, Date::MIN), None);
        assert_eq!(calendar(7).period(Length::Month, day("0000-12-31")), None);
        let last = Calendar::CIVIL.read("9999-Q4").expect("a period");
        assert_eq!((last.last(), last.next()), (day("9999-12-31"), None));
        assert_eq!(Calendar::CIVIL.read("0001").map(|first| first.previous()), Ok(None));
    }

    #[test]
    fn days_gone_and_days_left() {
        let quarter = Calendar::CIVIL.read("2026-Q2").expect("a quarter");
        let table = [
            ("2025-12-31", 0, 91),
            ("2026-04-01", 0, 91),
            ("2026-04-02", 1, 90),
            ("2026-06-30", 90, 1),
            ("2026-07-01", 91, 0),
            ("2030-01-01", 91, 0),
        ];
        for (date, gone, left) in table {
            assert_eq!((quarter.days_gone(day(date)), quarter.days_left(day(date))), (gone, left), "{date}");
        }
        let year = Calendar::CIVIL.read("2026").expect("a year");
        assert_eq!(year.share_gone(day("2026-03-15")), Decimal::new(2, 1));
        assert_eq!(year.share_gone(day("2027-01-01")), Decimal::ONE);
    }

    #[test]
    fn parts_follow_each_other_without_a_gap() {
        let keys = |period: Period, length| -> Vec<String> {
            period.parts(length).iter().map(Period::to_string).collect()
        };
        let year = calendar(7).read("2026").expect("a year");
        assert_eq!(keys(year, Length::Quarter), ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]);
        let quarter = calendar(11).read("2026-Q1").expect("a quarter");
        assert_eq!(keys(quarter, Length::Month), ["2025-11", "2025-12", "2026-01"]);
        assert_eq!(keys(quarter, Length::Quarter), ["2026-Q1"]);
        assert_eq!(quarter.parts(Length::Year), []);
    }

    #[test]
    fn any_date_has_one_period_of_each_length_and_its_neighbours_touch() {
        let mut chance = SeededChance::new(5);
        for _ in 0..5_000 {
            let calendar = calendar(1 + chance.below(12) as i8);
            let year = 2 + chance.below(9_996) as i16;
            let date =
                Date::new(year, 1 + chance.below(12) as i8, 1 + chance.below(28) as i8).expect("a date");
            for (_, length) in Length::ALL {
                let period = calendar.period(length, date).expect("a period");
                let said = format!("{date} in {period} of {calendar:?}");
                assert!(period.holds(date), "{said}");
                assert_eq!(calendar.read(&period.to_string()), Ok(period), "{said}");
                let next = period.next().expect("a period");
                assert_eq!(period.last().tomorrow().ok(), Some(next.first()), "{said}");
                assert_eq!(next.previous(), Some(period), "{said}");
                let months = period.months();
                assert_eq!(months.len() as i32, length.months(), "{said}");
                assert_eq!(months.iter().map(Period::days).sum::<i64>(), period.days(), "{said}");
                assert_eq!(months.iter().filter(|month| month.holds(date)).count(), 1, "{said}");
            }
        }
    }
}
