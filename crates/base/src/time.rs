//! Instants in UTC to the microsecond, calendar dates, and the zones that tie the two together.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::tz::TimeZone;

pub use jiff::civil::{Date, Time};

/// An instant, in whole microseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The end of all versions that still hold: 9999-12-30T00:00:00Z, a plain instant in every database.
    pub const FOREVER: Moment = Moment(253_402_128_000_000_000);

    /// The instant `micros` microseconds after 1970.
    pub const fn from_micros(micros: i64) -> Moment {
        Moment(micros)
    }

    /// Microseconds since 1970.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// This instant and `seconds` more.
    pub const fn plus_seconds(self, seconds: i64) -> Moment {
        Moment(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// The calendar date of this instant in `zone`.
    pub fn date_in(self, zone: &Zone) -> Date {
        self.timestamp().to_zoned(zone.0.clone()).date()
    }

    /// The time of day at this instant in `zone`.
    pub fn time_in(self, zone: &Zone) -> Time {
        self.timestamp().to_zoned(zone.0.clone()).time()
    }

    /// The same instant for jiff.
    pub fn timestamp(self) -> Timestamp {
        // Its last second is not whole.
        let limit = |stamp: Timestamp| stamp.as_second() * 1_000_000;
        let micros = self.0.clamp(limit(Timestamp::MIN), limit(Timestamp::MAX));
        Timestamp::from_microsecond(micros).expect("clamped to what jiff can hold")
    }
}

impl From<Timestamp> for Moment {
    fn from(stamp: Timestamp) -> Moment {
        Moment(stamp.as_microsecond())
    }
}

impl fmt::Display for Moment {
    /// RFC 3339 in UTC: `2026-11-21T17:41:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = jiff::Error;

    /// Reads RFC 3339; an offset is required.
    fn from_str(text: &str) -> Result<Moment, jiff::Error> {
        text.parse::<Timestamp>().map(Moment::from)
    }
}

/// A time zone of the IANA database, such as `Europe/Paris`.
#[derive(Clone, Debug)]
pub struct Zone(TimeZone);

/// A name that is no zone of the IANA database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneError;

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a time zone of the IANA database")
    }
}

impl std::error::Error for ZoneError {}

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Zone = Zone(TimeZone::UTC);

    /// The zone called `name`.
    pub fn named(name: &str) -> Result<Zone, ZoneError> {
        if name == "UTC" {
            return Ok(Zone::UTC);
        }
        jiff::tz::db().get(name).map(Zone).map_err(|_| ZoneError)
    }

    /// The instant at which `date` begins here.
    pub fn start_of(&self, date: Date) -> Moment {
        self.at(date, Time::midnight())
    }

    /// The instant of `date` at `time` here; in a gap the clock has already jumped forward.
    pub fn at(&self, date: Date, time: Time) -> Moment {
        match self.0.to_ambiguous_zoned(date.to_datetime(time)).compatible() {
            Ok(zoned) => Moment::from(zoned.timestamp()),
            Err(_) => Moment::FOREVER,
        }
    }

    /// The zone itself, for those who format in it.
    pub fn time_zone(&self) -> &TimeZone {
        &self.0
    }
}

/// The length of a bucket of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Key `2017-03-09`.
    Day,
    /// From Monday; key is the ISO week, `2017-W10`.
    Week,
    /// Key `2017-03`.
    Month,
    /// Key `2017-Q1`.
    Quarter,
    /// Key `2017`.
    Year,
}

impl Period {
    /// All periods by the name they have in addresses and on the command line.
    pub const ALL: [(&'static str, Period); 5] = [
        ("day", Period::Day),
        ("week", Period::Week),
        ("month", Period::Month),
        ("quarter", Period::Quarter),
        ("year", Period::Year),
    ];

    /// The period called `name`.
    pub fn named(name: &str) -> Option<Period> {
        Period::ALL.iter().find(|(n, _)| *n == name).map(|(_, p)| *p)
    }

    /// The first day of the period that holds `date`.
    pub fn start(self, date: Date) -> Date {
        let first = |month: i8| jiff::civil::date(date.year(), month, 1);
        match self {
            Period::Day => date,
            Period::Week => {
                let back = i64::from(date.weekday().to_monday_zero_offset());
                date.saturating_sub(jiff::Span::new().days(back))
            }
            Period::Month => first(date.month()),
            Period::Quarter => first((date.month() - 1) / 3 * 3 + 1),
            Period::Year => first(1),
        }
    }

    /// The first day after the period that holds `date`.
    pub fn end(self, date: Date) -> Date {
        let span = jiff::Span::new();
        let length = match self {
            Period::Day => span.days(1),
            Period::Week => span.days(7),
            Period::Month => span.months(1),
            Period::Quarter => span.months(3),
            Period::Year => span.years(1),
        };
        self.start(date).saturating_add(length)
    }

    /// The key of the period that holds `date`, as `2017-Q1`.
    pub fn key(self, date: Date) -> String {
        match self {
            Period::Day => date.to_string(),
            Period::Week => {
                let week = date.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Period::Month => format!("{:04}-{:02}", date.year(), date.month()),
            Period::Quarter => format!("{:04}-Q{}", date.year(), (date.month() - 1) / 3 + 1),
            Period::Year => format!("{:04}", date.year()),
        }
    }
}

/// The day with which a week begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FirstDay {
    /// As ISO 8601 counts.
    #[default]
    Monday,
    /// As in much of America.
    Sunday,
    /// As in much of the Arab world.
    Saturday,
}

impl FirstDay {
    /// All of them by name.
    pub const ALL: [(&'static str, FirstDay); 3] =
        [("monday", FirstDay::Monday), ("sunday", FirstDay::Sunday), ("saturday", FirstDay::Saturday)];

    /// The one called `name`.
    pub fn named(name: &str) -> Option<FirstDay> {
        FirstDay::ALL.iter().find(|(known, _)| *known == name).map(|(_, day)| *day)
    }

    /// The first day of the week that holds `date`.
    pub fn week_of(self, date: Date) -> Date {
        let back = match self {
            FirstDay::Monday => date.weekday().to_monday_zero_offset(),
            FirstDay::Sunday => date.weekday().to_sunday_zero_offset(),
            FirstDay::Saturday => (date.weekday().to_sunday_zero_offset() + 1) % 7,
        };
        date.saturating_sub(jiff::Span::new().days(i64::from(back)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_week_begins_on_its_first_day() {
        // Thursday, the 30th of November.
        let day = date(2017, 11, 30);
        let firsts = [(FirstDay::Monday, 27), (FirstDay::Sunday, 26), (FirstDay::Saturday, 25)];
        for (first, on) in firsts {
            assert_eq!(first.week_of(day), date(2017, 11, on), "{first:?}");
            assert_eq!(first.week_of(date(2017, 11, on)), date(2017, 11, on), "{first:?}");
        }
        assert!(FirstDay::ALL.iter().all(|(name, day)| FirstDay::named(name) == Some(*day)));
        assert_eq!(FirstDay::named("friday"), None);
    }

    #[test]
    fn periods_have_a_start_an_end_and_a_key() {
        let day = date(2017, 11, 30);
        let table = [
            (Period::Day, date(2017, 11, 30), date(2017, 12, 1), "2017-11-30"),
            (Period::Week, date(2017, 11, 27), date(2017, 12, 4), "2017-W48"),
            (Period::Month, date(2017, 11, 1), date(2017, 12, 1), "2017-11"),
            (Period::Quarter, date(2017, 10, 1), date(2018, 1, 1), "2017-Q4"),
            (Period::Year, date(2017, 1, 1), date(2018, 1, 1), "2017"),
        ];
        for (period, start, end, key) in table {
            assert_eq!((period.start(day), period.end(day), period.key(day).as_str()), (start, end, key));
        }
    }

    #[test]
    fn a_date_begins_when_its_zone_says() {
        let paris = Zone::named("Europe/Paris").expect("known");
        assert_eq!(paris.start_of(date(2026, 7, 1)).to_string(), "2026-06-30T22:00:00Z");
        assert_eq!(paris.start_of(date(2026, 7, 1)).date_in(&paris), date(2026, 7, 1));
        assert!(Zone::named("'; DROP TABLE").is_err());
        assert_eq!(Moment::FOREVER.to_string(), "9999-12-30T00:00:00Z");
        for (micros, text) in [(i64::MAX, "9999-12-30T22:00:00Z"), (i64::MIN, "-009999-01-02T01:59:59Z")] {
            assert_eq!(Moment::from_micros(micros).to_string(), text, "no instant is too far");
        }
    }
}
