//! `Content-Disposition`: the name of a file in any script, written and read (RFC 6266, RFC 5987).

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands as it is in a name of the extended form.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The header for a file of this name; `inline` for what a browser may show itself.
pub(super) fn named(name: &str, inline: bool) -> HeaderValue {
    let way = if inline { "inline" } else { "attachment" };
    let letter = |c: char| if c.is_ascii_graphic() && !"\"\\%".contains(c) || c == ' ' { c } else { '_' };
    let ascii: String = name.chars().map(letter).collect();
    let mut text = format!("{way}; filename=\"{ascii}\"");
    if ascii != name {
        text.push_str(&format!("; filename*=UTF-8''{}", utf8_percent_encode(name, PLAIN)));
    }
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("attachment"))
}

/// The header by which a browser saves an answer as a file of this name.
pub(crate) fn attached(name: &str) -> (HeaderName, HeaderValue) {
    (header::CONTENT_DISPOSITION, named(name, false))
}

/// The name that the headers of a request give its body.
pub(crate) fn named_in(headers: &HeaderMap) -> Option<String> {
    headers.get(header::CONTENT_DISPOSITION).and_then(name)
}

/// The name in such a header; the extended form goes before the plain one.
pub(super) fn name(header: &HeaderValue) -> Option<String> {
    let text = std::str::from_utf8(header.as_bytes()).ok()?;
    let part = |wanted: &str| {
        parts(text).into_iter().find_map(|part| {
            let (name, value) = part.split_once('=')?;
            name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim().to_owned())
        })
    };
    if let Some(extended) = part("filename*") {
        let encoded = extended.strip_prefix("UTF-8''").or_else(|| extended.strip_prefix("utf-8''"))?;
        return percent_decode_str(encoded).decode_utf8().ok().map(|name| name.into_owned());
    }
    let plain = part("filename")?;
    let quoted = plain.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Some(quoted.map_or(plain.clone(), |inside| inside.replace("\\\"", "\"").replace("\\\\", "\\")))
}

/// What stands between semicolons that are not within quotes.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut begin, mut quoted, mut escaped) = (Vec::new(), 0, false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                parts.push(&text[begin..at]);
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[begin..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_script_goes_out_and_comes_back() {
        for told in ["offer.pdf", "Договор №1.pdf", "报价 2026.xlsx", "a\"b;c\\d.txt", "100%.csv", "été.pdf"]
        {
            let header = named(told, false);
            assert!(header.to_str().is_ok(), "{told}");
            assert_eq!(name(&header).as_deref(), Some(told), "{header:?}");
        }
        assert_eq!(named("a.pdf", true), "inline; filename=\"a.pdf\"");
    }

    #[test]
    fn what_others_write_is_read() {
        let table = [
            ("attachment; filename=plain.txt", Some("plain.txt")),
            ("attachment; filename=\"a; b.txt\"; size=3", Some("a; b.txt")),
            ("attachment; filename=\"x.txt\"; filename*=UTF-8''%D1%8E.txt", Some("ю.txt")),
            ("form-data; name=\"file\"", None),
            ("attachment; filename*=UTF-8''%FF", None),
        ];
        for (text, wanted) in table {
            assert_eq!(name(&HeaderValue::from_static(text)).as_deref(), wanted, "{text}");
        }
    }
}
