//! A telephone number, kept in E.164 (`+33142685300`).

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::Value;
use crate::behave::{Behave, Reading};

/// A telephone number, kept in E.164 (`+33142685300`).
#[derive(Clone, Copy, Debug)]
pub struct PhoneKind;

/// The number in E.164, with an extension behind `;ext=` if there is one.
fn e164(text: &str, reading: &Reading) -> Option<String> {
    // The library is made for real numbers; nothing longer than this is one.
    if text.len() > 40 {
        return None;
    }
    let country = reading.country.as_deref().and_then(|code| code.parse().ok());
    let number = phonenumber::parse(country, text).ok()?;
    // A number may be new or in another plan than the library knows: what is too short or too long is refused.
    let digits = number.national().value().to_string().len();
    if !(4..=14).contains(&digits) {
        return None;
    }
    let mut written = number.format().mode(phonenumber::Mode::E164).to_string();
    if let Some(extension) = number.extension() {
        written.push_str(";ext=");
        written.push_str(extension.as_ref());
    }
    Some(written)
}

/// A number kept in E.164 in the groups in which people read it out: `+33 1 42 68 53 00`. The plans of most countries
/// know finer ones; these need no book of plans for every cell of a list.
pub fn spoken(e164: &str) -> String {
    let (number, extension) =
        e164.split_once(";ext=").map_or((e164, None), |(number, ext)| (number, Some(ext)));
    let digits = number.strip_prefix('+').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let Some((code, rest)) = digits.and_then(|digits| digits.split_at_checked(code_length(digits))) else {
        return e164.to_owned();
    };
    let mut text = format!("+{code}");
    let mut left = rest;
    for size in groups(code, rest.len()) {
        let (group, after) = left.split_at_checked(*size).unwrap_or((left, ""));
        text.extend([" ", group].iter().filter(|_| !group.is_empty()).copied());
        left = after;
    }
    if let Some(extension) = extension {
        text.extend([" #", extension]);
    }
    text
}

/// How many of the digits of a number in E.164 are the code of its country, by the plan of the ITU (E.164 annex D).
pub fn code_length(digits: &str) -> usize {
    const OF_TWO: [&str; 44] = [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48",
        "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81",
        "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];
    match digits.as_bytes() {
        [b'1' | b'7', ..] => 1,
        _ if OF_TWO.iter().any(|code| digits.starts_with(code)) => 2,
        _ => 3,
    }
}

/// Into how large groups what follows the code is cut; the last takes all that is left.
fn groups(code: &str, digits: usize) -> &'static [usize] {
    match (code, digits) {
        ("33", 9) => &[1, 2, 2, 2, 2],
        ("7", 10) => &[3, 3, 2, 2],
        ("380", 9) => &[2, 3, 2, 2],
        (_, ..=4) => &[4],
        (_, 5..=7) => &[3, 4],
        (_, 8) => &[4, 4],
        (_, 9) => &[3, 3, 3],
        (_, 10) => &[3, 3, 4],
        (_, 11) => &[3, 4, 4],
        _ => &[4, 4, 6],
    }
}

impl Behave for PhoneKind {
    fn name(&self) -> &'static str {
        "phone"
    }

    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        let text = text.strip_prefix("tel:").unwrap_or(text);
        if text.is_empty() {
            return Ok(Value::None);
        }
        e164(text, reading).map(Value::Text).ok_or_else(|| Fault::whole("error-phone").with("value", text))
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["string", "null"], "description": "E.164, such as +33142685300", "maxLength": 40})
    }
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn a_number_is_read_in_groups_and_what_is_none_as_it_stands() {
        for (kept, read) in [
            ("+33142685300", "+33 1 42 68 53 00"),
            ("+12025550143", "+1 202 555 0143"),
            ("+442079460038", "+44 207 946 0038"),
            ("+79161234567", "+7 916 123 45 67"),
            ("+380441234567", "+380 44 123 45 67"),
            ("+8613812345678", "+86 138 1234 5678"),
            ("+46846500452", "+46 846 500 452"),
            ("+33142685300;ext=12", "+33 1 42 68 53 00 #12"),
            ("+3531", "+353 1"),
            ("+", "+"),
            ("ask at the desk", "ask at the desk"),
        ] {
            assert_eq!(spoken(kept), read);
        }
    }
}
