//! How somebody wants days, times of day and numbers written, where it is not as their language does.

use cordee_base::{Date, Decimal, Time};

use crate::Language;
use crate::formats::formats;

/// Days, times of day and numbers, each as the language writes it unless something else is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// How days are written.
    pub days: Option<Days>,
    /// How times of day are written.
    pub clock: Option<Clock>,
    /// How numbers are written.
    pub numbers: Option<Numbers>,
}

/// An order of day, month and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// `2026-11-21`
    Iso,
    /// `21.11.2026`
    Dots,
    /// `21/11/2026`
    DayFirst,
    /// `11/21/2026`
    MonthFirst,
}

/// How the hours of a day are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// `17:41`
    Hours24,
    /// `5:41 PM`
    Hours12,
}

/// What stands between thousands, and before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// `1,234.50`
    CommaPoint,
    /// `1 234,50`
    SpaceComma,
    /// `1.234,50`
    PointComma,
    /// `1’234.50`
    ApostrophePoint,
}

impl Days {
    /// All orders with their names.
    pub const ALL: [(&'static str, Days); 4] = [
        ("iso", Days::Iso),
        ("dots", Days::Dots),
        ("day_first", Days::DayFirst),
        ("month_first", Days::MonthFirst),
    ];

    /// `date` in this order.
    pub fn written(self, date: Date) -> String {
        let (day, month, year) = (date.day(), date.month(), date.year());
        match self {
            Days::Iso => date.to_string(),
            Days::Dots => format!("{day:02}.{month:02}.{year:04}"),
            Days::DayFirst => format!("{day:02}/{month:02}/{year:04}"),
            Days::MonthFirst => format!("{month:02}/{day:02}/{year:04}"),
        }
    }
}

impl Clock {
    /// Both ways with their names.
    pub const ALL: [(&'static str, Clock); 2] = [("24", Clock::Hours24), ("12", Clock::Hours12)];

    /// `time` counted so, to the minute.
    pub fn written(self, time: Time) -> String {
        let (hour, minute) = (time.hour(), time.minute());
        match self {
            Clock::Hours24 => format!("{hour:02}:{minute:02}"),
            Clock::Hours12 => {
                let half = if hour < 12 { "AM" } else { "PM" };
                format!("{}:{minute:02} {half}", (hour + 11) % 12 + 1)
            }
        }
    }
}

impl Numbers {
    /// All ways with their names.
    pub const ALL: [(&'static str, Numbers); 4] = [
        ("comma_point", Numbers::CommaPoint),
        ("space_comma", Numbers::SpaceComma),
        ("point_comma", Numbers::PointComma),
        ("apostrophe_point", Numbers::ApostrophePoint),
    ];

    /// `value` with exactly `decimals` decimals.
    pub fn written(self, value: Decimal, decimals: u32) -> String {
        let (thousands, point) = match self {
            Numbers::CommaPoint => (',', '.'),
            Numbers::SpaceComma => ('\u{202f}', ','),
            Numbers::PointComma => ('.', ','),
            Numbers::ApostrophePoint => ('’', '.'),
        };
        let swapped = |letter| match letter {
            ',' => thousands,
            '.' => point,
            other => other,
        };
        formats(Language::En).number(value, decimals).chars().map(swapped).collect()
    }
}

impl Style {
    /// The style of these names; what is no name leaves it to the language.
    pub fn named(days: &str, clock: &str, numbers: &str) -> Style {
        Style {
            days: of(&Days::ALL, days),
            clock: of(&Clock::ALL, clock),
            numbers: of(&Numbers::ALL, numbers),
        }
    }

    /// Its names: of days, clock and numbers; empty where it is left to the language.
    pub fn names(self) -> [&'static str; 3] {
        [name(&Days::ALL, self.days), name(&Clock::ALL, self.clock), name(&Numbers::ALL, self.numbers)]
    }
}

fn of<T: Copy>(all: &[(&'static str, T)], name: &str) -> Option<T> {
    all.iter().find(|(known, _)| *known == name).map(|(_, one)| *one)
}

fn name<T: PartialEq>(all: &[(&'static str, T)], one: Option<T>) -> &'static str {
    all.iter().find(|(_, known)| one.as_ref() == Some(known)).map_or("", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_hours_and_numbers_are_written_as_wanted() {
        let day: Date = "2026-03-07".parse().expect("a day");
        let written = Days::ALL.map(|(_, days)| days.written(day));
        assert_eq!(written, ["2026-03-07", "07.03.2026", "07/03/2026", "03/07/2026"]);
        let hours = |text: &str| Clock::ALL.map(|(_, clock)| clock.written(text.parse().expect("a time")));
        assert_eq!(hours("00:05:00"), ["00:05", "12:05 AM"]);
        assert_eq!(hours("12:00:00"), ["12:00", "12:00 PM"]);
        assert_eq!(hours("17:41:59"), ["17:41", "5:41 PM"]);
        let numbers = Numbers::ALL.map(|(_, one)| one.written(Decimal::new(-123_456_750, 2), 1));
        let wanted = ["-1,234,567.5", "-1\u{202f}234\u{202f}567,5", "-1.234.567,5", "-1’234’567.5"];
        assert_eq!(numbers, wanted);
    }

    #[test]
    fn a_style_is_what_its_names_say() {
        for (days, _) in Days::ALL {
            for (clock, _) in Clock::ALL {
                for (numbers, _) in Numbers::ALL {
                    assert_eq!(Style::named(days, clock, numbers).names(), [days, clock, numbers]);
                }
            }
        }
        assert_eq!(Style::named("", "nonsense", ""), Style::default());
        assert_eq!(Style::default().names(), ["", "", ""]);
    }
}
