//! Numbers as people and programs write them: `1234.5`, `1 234,5`, `(1,234.50)`, `1.2E+05`.

use cordee_base::Decimal;
use serde::{Deserialize, Serialize};

/// How numbers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberStyle {
    /// What stands before the decimals.
    pub decimal: DecimalMark,
    /// What may stand between groups of three digits.
    pub thousands: Thousands,
}

/// What stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecimalMark {
    /// `1.5`
    Point,
    /// `1,5`
    Comma,
}

/// What may stand between groups of three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Thousands {
    /// `1234`
    None,
    /// `1,234`
    Comma,
    /// `1.234`
    Point,
    /// `1 234`, whatever the kind of space.
    Space,
    /// `1'234`
    Apostrophe,
}

impl NumberStyle {
    /// As programs write them: `1234.5`.
    pub const PLAIN: NumberStyle = NumberStyle { decimal: DecimalMark::Point, thousands: Thousands::None };

    /// All styles; where several fit, the first is the likeliest.
    pub const ALL: [NumberStyle; 8] = {
        const fn style(decimal: DecimalMark, thousands: Thousands) -> NumberStyle {
            NumberStyle { decimal, thousands }
        }
        [
            NumberStyle::PLAIN,
            style(DecimalMark::Point, Thousands::Comma),
            style(DecimalMark::Comma, Thousands::None),
            style(DecimalMark::Comma, Thousands::Point),
            style(DecimalMark::Point, Thousands::Space),
            style(DecimalMark::Comma, Thousands::Space),
            style(DecimalMark::Point, Thousands::Apostrophe),
            style(DecimalMark::Comma, Thousands::Apostrophe),
        ]
    };
}

/// The number `text` says in `style`, exactly; nothing if it says none.
pub fn parse_number(text: &str, style: NumberStyle) -> Option<Decimal> {
    let (negative, body) = take_sign(text.trim())?;
    let (body, exponent) = match body.find(['e', 'E']) {
        Some(at) => (&body[..at], Some(&body[at + 1..])),
        None => (body, None),
    };
    let mark = match style.decimal {
        DecimalMark::Point => '.',
        DecimalMark::Comma => ',',
    };
    let (whole, decimals) = body.split_once(mark).unwrap_or((body, ""));
    let whole = join_groups(whole, style.thousands)?;
    if !all_digits(decimals) || whole.is_empty() && decimals.is_empty() {
        return None;
    }
    let plain = format!("{}{whole}.{decimals}", if negative { "-0" } else { "0" });
    let plain = plain.trim_end_matches('.');
    match exponent {
        Some(exponent) => Decimal::from_scientific(&format!("{plain}e{exponent}")).ok(),
        None => Decimal::from_str_exact(plain).ok(),
    }
}

/// How most of the cells are written, and whether another style would fit as well and read other numbers.
pub(super) fn style_of(cells: &[&str]) -> (NumberStyle, usize, bool) {
    let read = |style: NumberStyle| cells.iter().map(|cell| parse_number(cell, style)).collect::<Vec<_>>();
    let all = NumberStyle::ALL.map(|style| (style, read(style)));
    let fitting = |numbers: &[Option<Decimal>]| numbers.iter().flatten().count();
    let best = all.iter().map(|(_, numbers)| fitting(numbers)).max().unwrap_or(0);
    let mut equals = all.iter().filter(|(_, numbers)| fitting(numbers) == best);
    let Some((style, numbers)) = equals.next() else { return (NumberStyle::PLAIN, 0, false) };
    (*style, best, equals.any(|(_, others)| others != numbers))
}

/// The sign in front, behind (as some ledgers have it) or as brackets, and the rest.
fn take_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(inside) = text.strip_prefix('(') {
        return Some((true, inside.strip_suffix(')')?.trim()));
    }
    const MINUS: [char; 2] = ['-', '\u{2212}'];
    if let Some(rest) = text.strip_prefix(MINUS) {
        return Some((true, rest.trim_start()));
    }
    if let Some(rest) = text.strip_suffix(MINUS) {
        return Some((true, rest.trim_end()));
    }
    Some((false, text.strip_prefix('+').unwrap_or(text)))
}

/// The digits of the whole part; groups must be what groups are: up to three, then threes (or twos in between,
/// as in India), never after a zero.
fn join_groups(whole: &str, thousands: Thousands) -> Option<String> {
    let separates = |c: char| match thousands {
        Thousands::None => false,
        Thousands::Comma => c == ',',
        Thousands::Point => c == '.',
        Thousands::Space => matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'),
        Thousands::Apostrophe => matches!(c, '\'' | '\u{2019}'),
    };
    let groups: Vec<&str> = whole.split(separates).collect();
    if !groups.iter().all(|group| all_digits(group)) {
        return None;
    }
    let [first, middle @ .., last] = groups.as_slice() else { return Some(whole.to_owned()) };
    let well = (1..=3).contains(&first.len()) && !first.starts_with('0') && last.len() == 3;
    (well && middle.iter().all(|group| matches!(group.len(), 2 | 3))).then(|| groups.concat())
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_their_style_and_no_other() {
        const fn style(decimal: DecimalMark, thousands: Thousands) -> NumberStyle {
            NumberStyle { decimal, thousands }
        }
        let american = style(DecimalMark::Point, Thousands::Comma);
        let german = style(DecimalMark::Comma, Thousands::Point);
        let french = style(DecimalMark::Comma, Thousands::Space);
        let swiss = style(DecimalMark::Point, Thousands::Apostrophe);
        let table = [
            ("1234.50", NumberStyle::PLAIN, Some("1234.50")),
            (" -7 ", NumberStyle::PLAIN, Some("-7")),
            ("+.5", NumberStyle::PLAIN, Some("0.5")),
            ("\u{2212}5", NumberStyle::PLAIN, Some("-5")),
            ("5-", NumberStyle::PLAIN, Some("-5")),
            ("1.2E+05", NumberStyle::PLAIN, Some("120000")),
            ("1,234.5", american, Some("1234.5")),
            ("(1,234.50)", american, Some("-1234.50")),
            ("12,34,567", american, Some("1234567")),
            ("1.234,5", german, Some("1234.5")),
            ("1\u{202f}234\u{a0}567,89", french, Some("1234567.89")),
            ("1'234.5", swiss, Some("1234.5")),
            ("1,234", NumberStyle::PLAIN, None),
            ("12,34", american, None),
            ("0,123", american, None),
            ("1.5", german, None),
            ("", NumberStyle::PLAIN, None),
            ("-", NumberStyle::PLAIN, None),
            (".", NumberStyle::PLAIN, None),
            ("1.2.3", NumberStyle::PLAIN, None),
            ("--5", NumberStyle::PLAIN, None),
            ("1e", NumberStyle::PLAIN, None),
            ("1e999", NumberStyle::PLAIN, None),
            ("99999999999999999999999999999999", NumberStyle::PLAIN, None),
            ("12a", NumberStyle::PLAIN, None),
            ("NaN", NumberStyle::PLAIN, None),
        ];
        for (text, style, expected) in table {
            let expected: Option<Decimal> = expected.map(|number| number.parse().expect("a number"));
            assert_eq!(parse_number(text, style), expected, "{text:?} {style:?}");
        }
    }

    #[test]
    fn a_column_shows_its_style_or_that_it_could_be_two() {
        let point_comma = NumberStyle { decimal: DecimalMark::Point, thousands: Thousands::Comma };
        let comma = NumberStyle { decimal: DecimalMark::Comma, thousands: Thousands::None };
        let table: [(&[&str], NumberStyle, bool); 5] = [
            (&["1", "2.50"], NumberStyle::PLAIN, false),
            (&["1,234", "5,678"], point_comma, true),
            (&["1,234", "5,6"], comma, false),
            (&["1,234", "5,678.9"], point_comma, false),
            (&["1.234"], NumberStyle::PLAIN, true),
        ];
        for (cells, style, ambiguous) in table {
            assert_eq!(style_of(cells), (style, cells.len(), ambiguous), "{cells:?}");
        }
    }
}
