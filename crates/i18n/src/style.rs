//! How somebody wants days and times of day written, where it is not as their language does.

use cordee_base::{Date, Time};

/// Days and times of day, each as the language writes it unless something else is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// How days are written.
    pub days: Option<Days>,
    /// How times of day are written.
    pub clock: Option<Clock>,
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

impl Style {
    /// The style of these names; what is no name leaves it to the language.
    pub fn named(days: &str, clock: &str) -> Style {
        let days = Days::ALL.iter().find(|(name, _)| *name == days).map(|(_, days)| *days);
        let clock = Clock::ALL.iter().find(|(name, _)| *name == clock).map(|(_, clock)| *clock);
        Style { days, clock }
    }

    /// Its names; empty where it is left to the language.
    pub fn names(self) -> (&'static str, &'static str) {
        let days = Days::ALL.iter().find(|(_, days)| self.days == Some(*days)).map_or("", |(name, _)| name);
        let clock =
            Clock::ALL.iter().find(|(_, clock)| self.clock == Some(*clock)).map_or("", |(name, _)| name);
        (days, clock)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_hours_are_written_as_wanted() {
        let day: Date = "2026-03-07".parse().expect("a day");
        let written = Days::ALL.map(|(_, days)| days.written(day));
        assert_eq!(written, ["2026-03-07", "07.03.2026", "07/03/2026", "03/07/2026"]);
        let hours = |text: &str| Clock::ALL.map(|(_, clock)| clock.written(text.parse().expect("a time")));
        assert_eq!(hours("00:05:00"), ["00:05", "12:05 AM"]);
        assert_eq!(hours("12:00:00"), ["12:00", "12:00 PM"]);
        assert_eq!(hours("17:41:59"), ["17:41", "5:41 PM"]);
    }

    #[test]
    fn a_style_is_what_its_names_say() {
        for (days, _) in Days::ALL {
            for (clock, _) in Clock::ALL {
                assert_eq!(Style::named(days, clock).names(), (days, clock));
            }
        }
        assert_eq!(Style::named("", "nonsense"), Style::default());
        assert_eq!(Style::default().names(), ("", ""));
    }
}
