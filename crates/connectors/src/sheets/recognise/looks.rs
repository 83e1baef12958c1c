//! What the cells of a column look like.

use std::collections::HashSet;

use cordee_base::{Currency, Time};
use serde::{Deserialize, Serialize};

use super::contact::{is_email, is_phone, is_plain_url, is_url, parse_yes_no};
use super::date::{self, DateOrder};
use super::money::{take_sign, without_percent};
use super::number::{NumberStyle, parse_number, style_of};
use super::words::{DATE, MONEY, PHONE, POSTAL, WEB, asks, speaks_of};

/// What the cells of a column look like. Where `ambiguous`, another reading fits the cells as well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Looks {
    /// There is nothing in them.
    Empty,
    /// Whole numbers.
    Integer { style: NumberStyle, ambiguous: bool },
    /// Numbers with decimals.
    Decimal { style: NumberStyle, ambiguous: bool },
    /// Amounts, of one currency if the cells or the column's name say which.
    Money { currency: Option<Currency>, style: NumberStyle, ambiguous: bool },
    /// Numbers with a percent sign.
    Percent { style: NumberStyle },
    /// Dates; `separator` is what stands between their parts.
    Date { order: DateOrder, separator: Option<char>, ambiguous: bool },
    /// Dates with a time of day; `offset` if all say how far from Greenwich.
    Moment { order: DateOrder, offset: bool, ambiguous: bool },
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Addresses on the web.
    Url,
    /// Yes and no.
    YesNo,
    /// The same few texts again and again, in the order they come.
    FewValues(Vec<String>),
    /// Anything else.
    Text,
}

/// Says what the column called `name` looks like by its first cells; a hundred are plenty. One in ten may be odd.
pub fn looks<C: AsRef<str>>(name: &str, cells: &[C]) -> Looks {
    let cells: Vec<&str> =
        cells.iter().map(|cell| cell.as_ref().trim()).filter(|cell| !is_blank(cell)).collect();
    if cells.is_empty() {
        return Looks::Empty;
    }
    let most = |test: fn(&str) -> bool| is_most(cells.iter().filter(|cell| test(cell)).count(), cells.len());
    if most(is_email) {
        return Looks::Email;
    }
    if most(is_plain_url) || speaks_of(name, &WEB) && most(is_url) {
        return Looks::Url;
    }
    let flags = |cell: &str| parse_yes_no(cell).is_some();
    if most(flags) && (!most(is_digits) || asks(name)) {
        return Looks::YesNo;
    }
    if speaks_of(name, &PHONE) && most(is_phone) {
        return Looks::Phone;
    }
    dates(name, &cells)
        .or_else(|| percents(&cells))
        .or_else(|| numbers(name, &cells))
        .or_else(|| most(is_written_phone).then_some(Looks::Phone))
        .or_else(|| few_values(&cells))
        .unwrap_or(Looks::Text)
}

/// Nine in ten.
fn is_most(part: usize, whole: usize) -> bool {
    part > 0 && part * 10 >= whole * 9
}

/// How files say that there is nothing.
fn is_blank(cell: &str) -> bool {
    const NOTHING: [&str; 9] = ["", "-", "—", "n/a", "#n/a", "na", "null", "none", "0000-00-00"];
    cell.len() <= 10 && NOTHING.contains(&cell.to_lowercase().as_str())
}

fn is_digits(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// A telephone number that shows: bare digits could be anything.
fn is_written_phone(cell: &str) -> bool {
    is_phone(cell) && !is_digits(cell) && cell.bytes().filter(u8::is_ascii_digit).count() >= 7
}

fn dates(name: &str, cells: &[&str]) -> Option<Looks> {
    let read = |order| cells.iter().filter_map(|cell| date::read(cell, order)).collect::<Vec<_>>();
    let [ymd, dmy, mdy] = [DateOrder::Ymd, DateOrder::Dmy, DateOrder::Mdy].map(read);
    // Where day and month could change places, half of the world says the day first; those who say PM do not.
    let american = cells.iter().any(|cell| cell.to_ascii_uppercase().ends_with('M'));
    let (order, found, ambiguous) =
        if is_most(ymd.len(), cells.len()) && ymd.len() >= dmy.len().max(mdy.len()) {
            (DateOrder::Ymd, ymd, false)
        } else if mdy.len() > dmy.len() || mdy.len() == dmy.len() && american {
            let ambiguous = mdy.len() == dmy.len() && mdy != dmy;
            (DateOrder::Mdy, mdy, ambiguous)
        } else {
            let pointed = dmy.iter().all(|written| written.separator == Some('.'));
            let ambiguous = mdy.len() == dmy.len() && mdy != dmy && !pointed;
            (DateOrder::Dmy, dmy, ambiguous)
        };
    if !is_most(found.len(), cells.len()) {
        return serials(name, cells);
    }
    // Eight digits are a date only where several are, or the name says so.
    let bare = found.iter().all(|written| written.separator.is_none());
    if bare && found.len() < 3 && !speaks_of(name, &DATE) {
        return None;
    }
    // Some programs write midnight behind every date.
    if found
        .iter()
        .any(|written| written.time.is_some_and(|time| time != Time::midnight()) || written.offset.is_some())
    {
        let offset = found.iter().all(|written| written.offset.is_some());
        return Some(Looks::Moment { order, offset, ambiguous });
    }
    Some(Looks::Date { order, separator: found.first()?.separator, ambiguous })
}

/// Days by their number: only where the name speaks of a date, and from 1954 to 2064.
fn serials(name: &str, cells: &[&str]) -> Option<Looks> {
    let recent = |cell: &&&str| {
        let number = parse_number(cell, NumberStyle::PLAIN);
        number.is_some_and(|number| number >= 20_000.into() && number < 60_000.into())
    };
    let (order, ambiguous) = (DateOrder::Serial, false);
    (speaks_of(name, &DATE) && is_most(cells.iter().filter(recent).count(), cells.len()))
        .then_some(Looks::Date { order, separator: None, ambiguous })
}

fn percents(cells: &[&str]) -> Option<Looks> {
    let signed: Vec<&str> = cells.iter().filter_map(|cell| without_percent(cell)).collect();
    let (style, fitting, _) = style_of(&signed);
    is_most(fitting, cells.len()).then_some(Looks::Percent { style })
}

fn numbers(name: &str, cells: &[&str]) -> Option<Looks> {
    let taken: Vec<_> = cells.iter().map(|cell| take_sign(cell)).collect();
    let bare: Vec<&str> = taken.iter().map(|(rest, _)| rest.as_str()).collect();
    let (style, fitting, ambiguous) = style_of(&bare);
    if !is_most(fitting, cells.len()) || speaks_of(name, &POSTAL) || bare.iter().any(|cell| is_code(cell)) {
        return None;
    }
    let signs: HashSet<Option<Currency>> = taken.iter().filter_map(|(_, sign)| *sign).collect();
    if !signs.is_empty() || speaks_of(name, &MONEY) {
        let one = signs.iter().next().copied().filter(|_| signs.len() == 1).flatten();
        let currency = one.or_else(|| currency_in(name).filter(|_| signs.is_empty()));
        return Some(Looks::Money { currency, style, ambiguous });
    }
    let whole = bare.iter().filter_map(|cell| parse_number(cell, style)).all(|number| number.scale() == 0);
    Some(if whole { Looks::Integer { style, ambiguous } } else { Looks::Decimal { style, ambiguous } })
}

/// Digits that are a name and no number: a postal code with its zero in front, an identifier of twenty places.
fn is_code(cell: &str) -> bool {
    is_digits(cell) && (cell.len() > 15 || cell.len() > 1 && cell.starts_with('0'))
}

/// The currency a column's name gives, as in `Amount (EUR)`.
fn currency_in(name: &str) -> Option<Currency> {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase()))
        .find_map(|word| word.parse().ok())
}

fn few_values(cells: &[&str]) -> Option<Looks> {
    let mut values: Vec<&str> = Vec::new();
    for cell in cells {
        if !values.contains(cell) {
            values.push(cell);
        }
        if values.len() > 20 || cell.chars().count() > 60 {
            return None;
        }
    }
    (values.len() * 2 <= cells.len())
        .then(|| Looks::FewValues(values.into_iter().map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::recognise::{DecimalMark, Thousands};

    #[test]
    fn columns_are_told_by_their_cells_and_names() {
        let plain = NumberStyle::PLAIN;
        let american = NumberStyle { decimal: DecimalMark::Point, thousands: Thousands::Comma };
        let french = NumberStyle { decimal: DecimalMark::Comma, thousands: Thousands::Space };
        let date = |order, separator, ambiguous| Looks::Date { order, separator, ambiguous };
        let table: [(&str, &[&str], Looks); 32] = [
            ("a", &["", " ", "N/A"], Looks::Empty),
            ("a", &["1", "22", "-3"], Looks::Integer { style: plain, ambiguous: false }),
            ("a", &["1,234", "22"], Looks::Integer { style: american, ambiguous: true }),
            ("a", &["1.5", "22"], Looks::Decimal { style: plain, ambiguous: false }),
            ("a", &["1 234,5", "22"], Looks::Decimal { style: french, ambiguous: false }),
            (
                "a",
                &["€5", "€7"],
                Looks::Money { currency: Some(Currency::EUR), style: plain, ambiguous: false },
            ),
            ("a", &["$5", "$7"], Looks::Money { currency: None, style: plain, ambiguous: false }),
            (
                "Amount (USD)",
                &["5"],
                Looks::Money { currency: Some(Currency::USD), style: plain, ambiguous: false },
            ),
            ("Сумма", &["5", "7"], Looks::Money { currency: None, style: plain, ambiguous: false }),
            ("a", &["5 %", "7 %"], Looks::Percent { style: plain }),
            ("a", &["2017-03-01", "2017-03-02"], date(DateOrder::Ymd, Some('-'), false)),
            ("a", &["01/03/2017", "02/03/2017"], date(DateOrder::Dmy, Some('/'), true)),
            ("a", &["01/03/2017", "25/03/2017"], date(DateOrder::Dmy, Some('/'), false)),
            ("a", &["01/03/26", "02/23/26"], date(DateOrder::Mdy, Some('/'), false)),
            ("a", &["01.03.2017"], date(DateOrder::Dmy, Some('.'), false)),
            ("a", &["05/05/2017"], date(DateOrder::Dmy, Some('/'), false)),
            ("a", &["20170301", "20170302", "20170303"], date(DateOrder::Ymd, None, false)),
            ("Due date", &["45631.0"], date(DateOrder::Serial, None, false)),
            (
                "a",
                &["02/03/26 08:55 PM"],
                Looks::Moment { order: DateOrder::Mdy, offset: false, ambiguous: true },
            ),
            (
                "a",
                &["2017-03-01T10:00:00Z"],
                Looks::Moment { order: DateOrder::Ymd, offset: true, ambiguous: false },
            ),
            ("a", &["a@b.example", "c@d.example"], Looks::Email),
            ("a", &["(512) 757-6000", "+1 512 757 6000"], Looks::Phone),
            ("Mobile", &["5127576000"], Looks::Phone),
            ("a", &["https://a.example"], Looks::Url),
            ("Website", &["a.example"], Looks::Url),
            ("a", &["TRUE", "FALSE"], Looks::YesNo),
            ("IsWon", &["1", "0"], Looks::YesNo),
            ("a", &["01234", "75001"], Looks::Text),
            ("PostalCode", &["27215", "75001"], Looks::Text),
            ("Issues", &["1", "0"], Looks::Integer { style: plain, ambiguous: false }),
            ("a", &["01.03.2017 0:00:00"], date(DateOrder::Dmy, Some('.'), false)),
            ("a", &["Won", "Lost", "Won", "Lost"], Looks::FewValues(vec!["Won".into(), "Lost".into()])),
        ];
        for (name, cells, expected) in table {
            assert_eq!(looks(name, cells), expected, "{name} {cells:?}");
        }
        assert_eq!(looks("a", &["Paris", "Lyon", "Nice"]), Looks::Text);
    }
}
