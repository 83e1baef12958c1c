//! The two years behind the invented company, in days counted from today: yesterday is −1.

use cordee_base::Date;
use jiff::Span;

use super::draw::Draw;

/// How many days of history there are.
pub const HISTORY: i64 = 730;

/// The last day on which anything has happened. Not today: it is not over yet, wherever one sits.
pub const YESTERDAY: i64 = -1;

/// How busy the months are, January first.
const MONTHS: [i64; 12] = [9, 10, 12, 10, 10, 11, 7, 5, 11, 12, 11, 6];

/// Days as dates, and how busy they were.
pub struct Calendar {
    today: Date,
    /// How much had begun by the end of each day, from the first on.
    begun: Vec<i64>,
}

impl Calendar {
    /// The calendar seen from `today`.
    pub fn seen_from(today: Date) -> Calendar {
        let mut calendar = Calendar { today, begun: Vec::new() };
        let mut sum = 0;
        for day in -HISTORY..0 {
            let month = calendar.date(day).month() as usize - 1;
            // The company grows: thrice as much begins now as at first.
            sum += MONTHS[month] * (HISTORY + 2 * (HISTORY + day));
            calendar.begun.push(sum);
        }
        calendar
    }

    /// The date of a day.
    pub fn date(&self, day: i64) -> Date {
        self.today.saturating_add(Span::new().days(day))
    }

    /// The day on which the `index`-th of `count` things began, in their order.
    pub fn start(&self, index: usize, count: usize, draw: &mut Draw) -> i64 {
        let all = self.begun.last().copied().unwrap_or(0) as i128;
        let reached = all * (index as i128 * 1000 + draw.below(1000) as i128) / (count.max(1) as i128 * 1000);
        let day = self.begun.partition_point(|begun| i128::from(*begun) <= reached) as i64 - HISTORY;
        self.workday(day.min(YESTERDAY))
    }

    /// The day, or the Friday before a weekend.
    pub fn workday(&self, day: i64) -> i64 {
        match self.date(day).weekday().to_monday_zero_offset() {
            5 => day - 1,
            6 => day - 2,
            _ => day,
        }
    }

    /// The last day of the month of a day.
    pub fn month_end(&self, day: i64) -> i64 {
        let date = self.date(day);
        day + i64::from(date.days_in_month() - date.day())
    }

    /// An instant of the day, in UTC; minutes of working hours are counted from eight.
    pub fn moment(&self, day: i64, minutes: i64) -> String {
        format!("{}T{:02}:{:02}:00Z", self.date(day), 8 + minutes / 60, minutes % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_begins_in_march_than_in_august_and_more_now_than_at_first() {
        let today: Date = "2026-01-01".parse().expect("a date");
        let calendar = Calendar::seen_from(today);
        let mut draw = Draw::of(1, "start", 0);
        let days: Vec<i64> = (0..10_000).map(|index| calendar.start(index, 10_000, &mut draw)).collect();
        assert!(days.iter().all(|day| (-HISTORY - 2..0).contains(day)));
        let in_month = |month| days.iter().filter(|day| calendar.date(**day).month() == month).count();
        assert!(in_month(3) > in_month(8) * 3 / 2, "{} and {}", in_month(3), in_month(8));
        let in_year = |year| days.iter().filter(|day| calendar.date(**day).year() == year).count();
        assert!(in_year(2025) > in_year(2024) * 3 / 2, "{} and {}", in_year(2025), in_year(2024));
    }

    #[test]
    fn months_end_and_weekends_are_free() {
        let calendar = Calendar::seen_from("2026-03-01".parse().expect("a date"));
        assert_eq!(calendar.date(calendar.month_end(-5)).to_string(), "2026-02-28");
        // 1 March 2026 is a Sunday.
        assert_eq!(calendar.workday(0), -2);
        assert_eq!(calendar.moment(-2, 95), "2026-02-27T09:35:00Z");
    }
}
