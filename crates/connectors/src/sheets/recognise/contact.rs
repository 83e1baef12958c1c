//! Addresses, numbers to call, and yes or no.

/// Whether `text` has the form of one e-mail address.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.trim().rsplit_once('@') else { return false };
    let clean = |c: char| !c.is_whitespace() && !c.is_control() && !"()<>[],;:\\\"@".contains(c);
    !local.is_empty() && local.len() <= 64 && local.chars().all(clean) && is_domain(domain)
}

/// Whether `text` is an address on the web, with or without its scheme.
pub fn is_url(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let rest = ["http://", "https://", "ftp://"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let host = rest.unwrap_or(&lower).split(['/', '?', '#', ':']).next().unwrap_or("");
    !text.contains(char::is_whitespace) && (is_domain(host) || rest.is_some() && !host.is_empty())
}

/// Whether `text` says itself to be an address on the web, by `http://` or `www.` in front.
pub(super) fn is_plain_url(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    is_url(&lower) && ["http://", "https://", "ftp://", "www."].iter().any(|start| lower.starts_with(start))
}

/// Whether `text` has the form of a telephone number: 5 to 15 digits, perhaps `+`, brackets, and an extension.
pub fn is_phone(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let number = ["ext.", "ext", "доб.", "poste", " x", "x", "#"]
        .iter()
        .find_map(|mark| lower.split_once(mark))
        .map_or(lower.as_str(), |(number, _)| number)
        .trim();
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let shape = number.chars().enumerate().all(|(at, c)| match c {
        '+' => at == 0,
        '0'..='9' | ' ' | '-' | '.' | '(' | ')' | '/' | '\u{a0}' | '\u{2011}' | '\u{2013}' => true,
        _ => false,
    });
    shape && (5..=15).contains(&digits)
}

/// Yes or no in English, French, Russian, Ukrainian or Chinese, as `1` or `0`, or as a spreadsheet says it.
pub fn parse_yes_no(text: &str) -> Option<bool> {
    const YES: [&str; 15] =
        ["yes", "y", "true", "t", "1", "x", "on", "oui", "vrai", "да", "истина", "так", "истинно", "是", "✓"];
    const NO: [&str; 14] =
        ["no", "n", "false", "f", "0", "off", "non", "faux", "нет", "ложь", "ні", "хибно", "否", "✗"];
    let lower = text.trim().to_lowercase();
    let said = |words: &[&str]| words.contains(&lower.as_str());
    if said(&YES) { Some(true) } else { said(&NO).then_some(false) }
}

fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let Some((_, top)) = text.rsplit_once('.') else { return false };
    let lettered =
        top.chars().count() >= 2 && (top.chars().all(char::is_alphabetic) || top.starts_with("xn--"));
    text.len() <= 253 && lettered && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        for mail in ["a@b.example", "BeckiTTucker@dayrep.com", "élodie.d'arc+x@société.fr"] {
            assert!(is_email(mail), "{mail}");
        }
        for other in
            ["", "@", "a@b", "a b@c.example", "a@b@c.example", "a@b.example;c@d.example", "@b.example"]
        {
            assert!(!is_email(other), "{other}");
        }
        for url in
            ["https://a.example/x?y", "www.b.example", "c.example", "http://localhost:80/", "пример.рф"]
        {
            assert!(is_url(url), "{url}");
        }
        for other in ["", "WWW Realty", "a@b.example", "1.5", "http://", "Dr. No"] {
            assert!(!is_url(other), "{other}");
        }
        for phone in [
            "805-247-8982",
            "(512) 757-6000",
            "+33 1 23 45 67 89",
            "8 (495) 123-45-67 доб. 12",
            "555-1234 x7",
        ] {
            assert!(is_phone(phone), "{phone}");
        }
        for other in ["", "1234", "12345678901234567", "12+34567", "abc", "5551234a"] {
            assert!(!is_phone(other), "{other}");
        }
        for (text, said) in
            [("Да", Some(true)), ("нет", Some(false)), ("FALSE", Some(false)), ("perhaps", None)]
        {
            assert_eq!(parse_yes_no(text), said, "{text}");
        }
    }
}
