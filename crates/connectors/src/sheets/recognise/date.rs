//! Dates and moments as people and programs write them.

use cordee_base::{Date, Decimal, Moment, Time, Zone};
use serde::{Deserialize, Serialize};

use super::{NumberStyle, parse_number};

/// In which order day, month and year stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DateOrder {
    /// `2017-03-01`
    Ymd,
    /// `01.03.2017`
    Dmy,
    /// `03/01/2017`
    Mdy,
    /// `42795`: the day's number in a spreadsheet.
    Serial,
}

/// Names of months as they stand in dates, by their beginnings of three letters or more.
const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "январь", "января", "січень", "січня"],
    &["february", "février", "fevrier", "февраль", "февраля", "лютий", "лютого"],
    &["march", "mars", "марта", "березень", "березня"],
    &["april", "avril", "апрель", "апреля", "квітень", "квітня"],
    &["may", "mai", "май", "мая", "травень", "травня"],
    &["june", "juin", "июнь", "июня", "червень", "червня"],
    &["july", "juillet", "июль", "июля", "липень", "липня"],
    &["august", "août", "aout", "августа", "серпень", "серпня"],
    &["september", "septembre", "сентябрь", "сентября", "вересень", "вересня"],
    &["october", "octobre", "октябрь", "октября", "жовтень", "жовтня"],
    &["november", "novembre", "ноябрь", "ноября", "листопад", "листопада"],
    &["december", "décembre", "decembre", "декабрь", "декабря", "грудень", "грудня"],
];

/// The date `text` says, as written there; a time of day may follow and is left out.
///
/// A year of four digits in front is read as such in any order; one of two digits lies from 1969 to 2068.
pub fn parse_date(text: &str, order: DateOrder) -> Option<Date> {
    read(text, order).map(|written| written.date)
}

/// The moment `text` says: by its own offset if it has one, else in `zone`; a date alone is its beginning there.
pub fn parse_moment(text: &str, order: DateOrder, zone: &Zone) -> Option<Moment> {
    let written = read(text, order)?;
    let time = written.time.unwrap_or(Time::midnight());
    Some(match written.offset {
        Some(seconds) => Zone::UTC.at(written.date, time).plus_seconds(-seconds),
        None => zone.at(written.date, time),
    })
}

/// A date as it stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub date: Date,
    pub time: Option<Time>,
    /// Seconds east of Greenwich.
    pub offset: Option<i64>,
    /// What stands between its parts; none in `20170301`.
    pub separator: Option<char>,
}

/// Reads a whole cell.
pub(super) fn read(text: &str, order: DateOrder) -> Option<Written> {
    let text = text.trim();
    if order == DateOrder::Serial {
        return read_serial(text);
    }
    let (date, separator, rest) = read_compact(text, order).or_else(|| read_parts(text, order))?;
    let (time, offset) = read_time(rest)?;
    Some(Written { date, time, offset, separator })
}

/// `20170301`, alone or before a time.
fn read_compact(text: &str, order: DateOrder) -> Option<(Date, Option<char>, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if order != DateOrder::Ymd || digits != 8 {
        return None;
    }
    let part = |from: usize, to: usize| text[from..to].parse().ok();
    Some((date_of(part(0, 4)?, part(4, 6)?, part(6, 8)?)?, None, &text[8..]))
}

/// A day's number in a spreadsheet, which believes that 1900 was a leap year.
fn read_serial(text: &str) -> Option<Written> {
    let number = parse_number(text, NumberStyle::PLAIN)?;
    if number < Decimal::from(61) || number >= Decimal::from(2_958_466) {
        return None;
    }
    let micros = (number - Decimal::from(25_569)) * Decimal::from(86_400_000_000_i64);
    let moment = Moment::from_micros(i64::try_from(micros.round()).ok()?);
    let date = moment.date_in(&Zone::UTC);
    let seconds = (moment.micros() - Zone::UTC.start_of(date).micros()) / 1_000_000;
    let part = |value: i64| i8::try_from(value).ok();
    let time = Time::new(part(seconds / 3600)?, part(seconds / 60 % 60)?, part(seconds % 60)?, 0).ok()?;
    let time = (seconds != 0).then_some(time);
    Some(Written { date, time, offset: None, separator: None })
}

/// One part of a date: digits with how many there are, or the month by name.
#[derive(Clone, Copy)]
enum Part {
    Digits(i16, usize),
    Month(i16),
}

/// Three parts between separators, and what follows them.
fn read_parts(text: &str, order: DateOrder) -> Option<(Date, Option<char>, &str)> {
    let (first, rest) = read_part(text)?;
    let (one, rest) = read_separator(rest)?;
    let (second, rest) = read_part(rest)?;
    let (two, rest) = read_separator(rest)?;
    let (third, rest) = read_part(rest)?;
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    use Part::{Digits, Month};
    let date = match (first, second, third) {
        (Digits(year, 4), Digits(month, 1 | 2), Digits(day, 1 | 2)) => {
            alike(one, two).then(|| date_of(year, month, day))?
        }
        (Digits(a, 1 | 2), Digits(b, 1 | 2), Digits(year, length @ (2 | 4))) if alike(one, two) => {
            match order {
                DateOrder::Dmy => date_of(full_year(year, length), b, a),
                DateOrder::Mdy => date_of(full_year(year, length), a, b),
                DateOrder::Ymd | DateOrder::Serial => None,
            }
        }
        (Digits(day, 1 | 2), Month(month), Digits(year, length @ (2 | 4))) => {
            date_of(full_year(year, length), month, day)
        }
        (Month(month), Digits(day, 1 | 2), Digits(year, 4))
        | (Digits(year, 4), Month(month), Digits(day, 1 | 2)) => date_of(year, month, day),
        _ => None,
    };
    Some((date?, Some(one), rest))
}

fn read_part(text: &str) -> Option<(Part, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=4).contains(&digits) {
        return Some((Part::Digits(text[..digits].parse().ok()?, digits), &text[digits..]));
    }
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = text[..letters].to_lowercase();
    let month = MONTHS.iter().position(|names| names.iter().any(|name| name.starts_with(&word)))?;
    (word.chars().count() >= 3).then_some((Part::Month(month as i16 + 1), &text[letters..]))
}

fn read_separator(text: &str) -> Option<(char, &str)> {
    let separator =
        text.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | ' ' | ',' | '\u{a0}' | '年' | '月'))?;
    Some((separator, text[separator.len_utf8()..].trim_start()))
}

fn alike(one: char, two: char) -> bool {
    match one {
        '年' => two == '月',
        '-' | '/' | '.' => one == two,
        _ => false,
    }
}

fn full_year(year: i16, length: usize) -> i16 {
    match (length, year) {
        (2, 0..=68) => year + 2000,
        (2, _) => year + 1900,
        _ => year,
    }
}

fn date_of(year: i16, month: i16, day: i16) -> Option<Date> {
    if year == 0 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// What follows a date: nothing, or a time of day and perhaps an offset.
fn read_time(rest: &str) -> Option<(Option<Time>, Option<i64>)> {
    let rest = rest.strip_prefix(['T', 't', ',']).unwrap_or(rest).trim();
    if rest.is_empty() || matches!(rest, "г." | "г" | "р." | "р") {
        return Some((None, None));
    }
    let end = rest.find(|c: char| !matches!(c, '0'..='9' | ':' | '.')).unwrap_or(rest.len());
    let (clock, after) = (&rest[..end], rest[end..].trim());
    let (afternoon, after) = take_half(after);
    let mut parts = clock.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next().unwrap_or("0"));
    let (second, fraction) = second.split_once('.').unwrap_or((second, "0"));
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hour = hour_of(hour.parse().ok()?, afternoon)?;
    let nanos = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let time = Time::new(hour, minute.parse().ok()?, second.parse().ok()?, nanos).ok()?;
    Some((Some(time), read_offset(after)?))
}

/// Takes AM (false) or PM (true) off the front.
fn take_half(text: &str) -> (Option<bool>, &str) {
    let start = text.get(..2).map(str::to_ascii_uppercase);
    match start.as_deref() {
        Some("AM") => (Some(false), text[2..].trim_start()),
        Some("PM") => (Some(true), text[2..].trim_start()),
        _ => (None, text),
    }
}

fn hour_of(hour: i8, afternoon: Option<bool>) -> Option<i8> {
    match afternoon {
        None => Some(hour),
        Some(afternoon) if (1..=12).contains(&hour) => Some(hour % 12 + if afternoon { 12 } else { 0 }),
        Some(_) => None,
    }
}

/// `Z`, `UTC`, `+02:00`, `+0200`, `-05`; the outer none means that it is something else.
fn read_offset(text: &str) -> Option<Option<i64>> {
    if text.is_empty() {
        return Some(None);
    }
    if ["Z", "UTC", "GMT"].iter().any(|zero| text.eq_ignore_ascii_case(zero)) {
        return Some(Some(0));
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    if !matches!(digits.len(), 2 | 4) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hours: i64 = digits[..2].parse().ok()?;
    let minutes: i64 =
        digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Some(0), |rest| rest.parse().ok())?;
    (hours <= 18 && minutes < 60).then_some(Some(sign * (hours * 3600 + minutes * 60)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{Dmy, Mdy, Serial, Ymd};

    #[test]
    fn dates_are_read_in_the_order_of_their_column() {
        let table = [
            ("2017-03-01", Ymd, Some("2017-03-01")),
            ("2017/3/1", Ymd, Some("2017-03-01")),
            ("20170301", Ymd, Some("2017-03-01")),
            ("2017年3月1日", Ymd, Some("2017-03-01")),
            ("2017-03-01T23:30:00-05:00", Ymd, Some("2017-03-01")),
            ("01/03/2017", Dmy, Some("2017-03-01")),
            ("01/03/2017", Mdy, Some("2017-01-03")),
            ("3/1/17", Mdy, Some("2017-03-01")),
            ("1/3/69", Dmy, Some("1969-03-01")),
            ("01.03.2017", Dmy, Some("2017-03-01")),
            ("01.03.2017 09:05:00", Dmy, Some("2017-03-01")),
            ("2017-03-01", Dmy, Some("2017-03-01")),
            ("1 Mar 2017", Dmy, Some("2017-03-01")),
            ("01-Mar-17", Mdy, Some("2017-03-01")),
            ("March 1, 2017", Dmy, Some("2017-03-01")),
            ("1 марта 2017 г.", Dmy, Some("2017-03-01")),
            ("5 травня 2017", Dmy, Some("2017-05-05")),
            ("1 févr. 2017", Dmy, Some("2017-02-01")),
            ("3 juil 2017", Dmy, Some("2017-07-03")),
            ("45631.0", Serial, Some("2024-12-05")),
            ("61", Serial, Some("1900-03-01")),
            ("60", Serial, None),
            ("13/13/2017", Dmy, None),
            ("29.02.2017", Dmy, None),
            ("01/03/2017", Ymd, None),
            ("01-03/2017", Dmy, None),
            ("0000-00-00", Ymd, None),
            ("2017-03-01 noon", Ymd, None),
            ("2017-03", Ymd, None),
            ("Marble 1, 2017", Mdy, None),
            ("1.2.3", Dmy, None),
            ("", Ymd, None),
        ];
        for (text, order, expected) in table {
            assert_eq!(
                parse_date(text, order).map(|date| date.to_string()).as_deref(),
                expected,
                "{text:?} {order:?}"
            );
        }
    }

    #[test]
    fn moments_keep_their_offset_or_take_the_zone() {
        let paris = Zone::named("Europe/Paris").expect("known");
        let table = [
            ("2017-03-01", Ymd, Some("2017-02-28T23:00:00Z")),
            ("2017-03-01 10:30", Ymd, Some("2017-03-01T09:30:00Z")),
            ("2017-03-01T10:30:15.25Z", Ymd, Some("2017-03-01T10:30:15.25Z")),
            ("2017-03-01 10:30:00+0200", Ymd, Some("2017-03-01T08:30:00Z")),
            ("2017-03-01 10:30:00 -05", Ymd, Some("2017-03-01T15:30:00Z")),
            ("02/23/26 08:55 PM", Mdy, Some("2026-02-23T19:55:00Z")),
            ("02/23/26 12:00am", Mdy, Some("2026-02-22T23:00:00Z")),
            ("42795.5", Serial, Some("2017-03-01T11:00:00Z")),
            ("2017-03-01 25:00", Ymd, None),
            ("2017-03-01 13:00 PM", Ymd, None),
            ("2017-03-01 10:30 +99:00", Ymd, None),
            ("2017-03-01 10", Ymd, None),
        ];
        for (text, order, expected) in table {
            let moment = parse_moment(text, order, &paris).map(|moment| moment.to_string());
            assert_eq!(moment.as_deref(), expected, "{text:?}");
        }
    }
}
