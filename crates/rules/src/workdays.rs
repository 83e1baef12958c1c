//! The days on which people work: all but Saturday and Sunday.

use cordee_base::Date;

/// Whether people work on that day.
pub fn is_worked(day: Date) -> bool {
    day.weekday().to_monday_zero_offset() < 5
}

/// The first day after this one on which people work.
pub fn next(day: Date) -> Date {
    let mut days = std::iter::successors(Some(day), |day| day.tomorrow().ok()).skip(1);
    days.find(|day| is_worked(*day)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_working_day_passes_the_weekend_by() {
        #[rustfmt::skip]
        let table = [
            ("2026-03-02", "2026-03-03"), // Monday
            ("2026-03-05", "2026-03-06"),
            ("2026-03-06", "2026-03-09"), // Friday
            ("2026-03-07", "2026-03-09"),
            ("2026-03-08", "2026-03-09"),
            ("2026-12-31", "2027-01-01"),
        ];
        for (day, wanted) in table {
            let [day, wanted] = [day, wanted].map(|text| text.parse::<Date>().expect("a day"));
            assert_eq!(next(day), wanted, "after {day}");
        }
        assert_eq!(next(Date::MAX), Date::MAX);
    }
}
