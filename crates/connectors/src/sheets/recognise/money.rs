//! Amounts with their currency, and percentages.

use cordee_base::{Currency, Decimal};

use super::{NumberStyle, parse_number};

/// Signs of money, longest first, in lower case. A bare `$` or `¥` is several countries' own, so it names none.
const SIGNS: [(&str, Option<&str>); 22] = [
    ("руб.", Some("RUB")),
    ("руб", Some("RUB")),
    ("грн.", Some("UAH")),
    ("грн", Some("UAH")),
    ("us$", Some("USD")),
    ("hk$", Some("HKD")),
    ("ca$", Some("CAD")),
    ("au$", Some("AUD")),
    ("rmb", Some("CNY")),
    ("zł", Some("PLN")),
    ("kč", Some("CZK")),
    ("€", Some("EUR")),
    ("£", Some("GBP")),
    ("₽", Some("RUB")),
    ("₴", Some("UAH")),
    ("元", Some("CNY")),
    ("₹", Some("INR")),
    ("₩", Some("KRW")),
    ("₺", Some("TRY")),
    ("$", None),
    ("¥", None),
    ("￥", None),
];

/// The amount `text` says, and its currency if it says which: `€ 1.50`, `1 500 руб.`, `USD 12`, `-$5`, `7`.
pub fn parse_money(text: &str, style: NumberStyle) -> Option<(Decimal, Option<Currency>)> {
    let (rest, currency) = take_sign(text);
    Some((parse_number(&rest, style)?, currency.flatten()))
}

/// The number before the % sign: 15 for `15 %`. Without the sign it is no percentage.
pub fn parse_percent(text: &str, style: NumberStyle) -> Option<Decimal> {
    parse_number(without_percent(text)?, style)
}

pub(super) fn without_percent(text: &str) -> Option<&str> {
    text.trim().strip_suffix(['%', '％'])
}

/// What is left of `text` without its sign of money, and the currency that names: `None` if there is no sign,
/// `Some(None)` if it is one of several countries.
pub(super) fn take_sign(text: &str) -> (String, Option<Option<Currency>>) {
    let text = text.trim();
    let (open, body) = match text.find(|c: char| !matches!(c, '-' | '+' | '(' | '\u{2212}')) {
        Some(at) => text.split_at(at),
        None => return (text.to_owned(), None),
    };
    let (body, close) = body.strip_suffix(')').map_or((body, ""), |body| (body, ")"));
    match without_sign(body.trim()) {
        Some((rest, currency)) => (format!("{open}{}{close}", rest.trim()), Some(currency)),
        None => (text.to_owned(), None),
    }
}

fn without_sign(body: &str) -> Option<(&str, Option<Currency>)> {
    for (sign, code) in SIGNS {
        if let Some(rest) = strip_either_end(body, sign) {
            return Some((rest, code.and_then(|code| code.parse().ok())));
        }
    }
    let by_code = |code: Option<&str>| code.and_then(|code| code.parse::<Currency>().ok());
    let end = body.len().checked_sub(3)?;
    if let Some(currency) = by_code(body.get(..3)) {
        return Some((&body[3..], Some(currency)));
    }
    by_code(body.get(end..)).map(|currency| (&body[..end], Some(currency)))
}

fn strip_either_end<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    let same = |part: Option<&str>| part.is_some_and(|part| part.to_lowercase() == sign);
    if same(text.get(..sign.len())) {
        return Some(&text[sign.len()..]);
    }
    let at = text.len().checked_sub(sign.len())?;
    same(text.get(at..)).then(|| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::recognise::{DecimalMark, Thousands};

    #[test]
    fn amounts_come_with_their_currency_where_they_name_one() {
        let french = NumberStyle { decimal: DecimalMark::Comma, thousands: Thousands::Space };
        let american = NumberStyle { decimal: DecimalMark::Point, thousands: Thousands::Comma };
        let table = [
            ("$1,234.50", american, Some(("1234.50", None))),
            ("-$5", american, Some(("-5", None))),
            ("($5.00)", american, Some(("-5.00", None))),
            ("US$ 7", american, Some(("7", Some("USD")))),
            ("1 234,50 €", french, Some(("1234.50", Some("EUR")))),
            ("1 500 Руб.", french, Some(("1500", Some("RUB")))),
            ("300 грн", french, Some(("300", Some("UAH")))),
            ("CHF 12.50", american, Some(("12.50", Some("CHF")))),
            ("12 eur", american, Some(("12", Some("EUR")))),
            ("42", american, Some(("42", None))),
            ("€", american, None),
            ("ZZZ 12", american, None),
            ("one €", american, None),
        ];
        for (text, style, expected) in table {
            let expected = expected.map(|(amount, code): (&str, Option<&str>)| {
                (amount.parse().expect("a number"), code.map(|code| code.parse().expect("a code")))
            });
            assert_eq!(parse_money(text, style), expected, "{text}");
        }
        assert_eq!(parse_percent("15,5 %", french), Some(Decimal::new(155, 1)));
        assert_eq!(parse_percent("15", french), None);
    }
}
