//! Versions as entity tags: `ETag: "7"`, `If-Match: "7"`.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;

use crate::Refused;

/// Puts the version of a record on an answer, if it is known.
pub(crate) fn tagged(mut response: Response, version: Option<i64>) -> Response {
    let Some(version) = version else { return response };
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The version that a change was made from; none for `*`, which means whichever stands. It has to be said.
pub(crate) fn needed(headers: &HeaderMap) -> Result<Option<i64>, Refused> {
    match headers.get(header::IF_MATCH).map(HeaderValue::as_bytes) {
        Some(b"*") => Ok(None),
        Some(tag) => number(tag).map(Some).ok_or_else(Refused::version_unreadable),
        None => Err(Refused::version_needed()),
    }
}

/// The version that was looked at, if it is said.
pub(crate) fn said(headers: &HeaderMap) -> Result<Option<i64>, Refused> {
    if headers.contains_key(header::IF_MATCH) { needed(headers) } else { Ok(None) }
}

/// Whether the browser has this version already.
pub(crate) fn known(headers: &HeaderMap, version: i64) -> bool {
    let Some(known) = headers.get(header::IF_NONE_MATCH) else { return false };
    // Here a weak tag (one that a proxy has packed) is as good as a strong one.
    let tags = known.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii);
    tags.map(|tag| tag.strip_prefix(b"W/").unwrap_or(tag)).any(|tag| number(tag) == Some(version))
}

/// The number in a strong tag.
fn number(tag: &[u8]) -> Option<i64> {
    let inside = tag.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    std::str::from_utf8(inside).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn a_change_names_the_version_it_was_made_from() {
        assert_eq!(needed(&with(header::IF_MATCH, "\"7\"")), Ok(Some(7)));
        assert_eq!(needed(&with(header::IF_MATCH, "*")), Ok(None));
        assert_eq!(needed(&HeaderMap::new()), Err(Refused::version_needed()));
        for wrong in ["7", "W/\"7\"", "\"seven\"", ""] {
            assert_eq!(needed(&with(header::IF_MATCH, wrong)), Err(Refused::version_unreadable()), "{wrong}");
        }
    }

    #[test]
    fn a_version_that_is_there_is_not_sent_again() {
        assert!(known(&with(header::IF_NONE_MATCH, "\"6\", W/\"7\""), 7));
        assert!(!known(&with(header::IF_NONE_MATCH, "\"8\""), 7));
        assert!(!known(&HeaderMap::new(), 7));
    }
}
