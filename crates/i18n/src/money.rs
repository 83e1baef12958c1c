//! The signs of currencies, as each language knows them; ICU's own are not declared stable yet.

use cordee_base::Currency;

use crate::Language;

/// Signs that are clear enough in every language, unless [`own_sign`] says otherwise.
const SIGNS: [(&str, &str); 22] = [
    ("EUR", "€"),
    ("USD", "$"),
    ("GBP", "£"),
    ("JPY", "¥"),
    ("CNY", "CN¥"),
    ("UAH", "₴"),
    ("RUB", "₽"),
    ("INR", "₹"),
    ("KRW", "₩"),
    ("ILS", "₪"),
    ("VND", "₫"),
    ("KZT", "₸"),
    ("TRY", "₺"),
    ("GEL", "₾"),
    ("NGN", "₦"),
    ("PHP", "₱"),
    ("BRL", "R$"),
    ("CAD", "CA$"),
    ("AUD", "A$"),
    ("NZD", "NZ$"),
    ("HKD", "HK$"),
    ("TWD", "NT$"),
];

/// Whether the sign stands before the amount.
pub(crate) fn sign_first(language: Language) -> bool {
    matches!(language.written(), Language::En | Language::Zh)
}

/// The sign of `currency`, or its code where it has no sign that all would know.
pub(crate) fn sign(language: Language, currency: &Currency) -> &str {
    let code = currency.code();
    let known = SIGNS.iter().find(|(known, _)| *known == code).map(|(_, sign)| *sign);
    own_sign(language, code).or(known).unwrap_or(code)
}

/// Where a language calls its own money, or a neighbour's of the same name, differently from the rest.
fn own_sign(language: Language, code: &str) -> Option<&'static str> {
    match (language, code) {
        (Language::Fr, "USD") => Some("$US"),
        (Language::Fr, "CAD") => Some("$CA"),
        (Language::Fr, "AUD") => Some("$AU"),
        (Language::Fr, "NZD") => Some("$NZ"),
        (Language::Zh, "USD") => Some("US$"),
        (Language::Zh, "CNY") => Some("¥"),
        (Language::Zh, "JPY") => Some("JP¥"),
        _ => None,
    }
}
