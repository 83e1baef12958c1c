//! The headers that tell browsers to be careful.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::App;

/// Nothing but our own files; no frames around us, no plug-ins, no forms that lead away.
const POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
    ),
    (HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("same-origin")),
    (HeaderName::from_static("cross-origin-opener-policy"), HeaderValue::from_static("same-origin")),
];

/// Those that a style sheet, a script, a font or a picture of ours needs: a page brings a dozen of them, and it says the rest.
const ON_ASSETS: [HeaderName; 2] =
    [header::X_CONTENT_TYPE_OPTIONS, HeaderName::from_static("cross-origin-resource-policy")];

/// Puts them on the answer at `path`. What says nothing of caching is private and is not kept.
pub(crate) fn careful(app: &App, path: &str, headers: &mut HeaderMap) {
    let asset = path.starts_with("/assets/") && headers.contains_key(header::ETAG);
    for (name, value) in ALWAYS {
        match name {
            name if asset && !ON_ASSETS.contains(&name) => {}
            // A file that somebody has sent is held tighter than our own pages.
            header::CONTENT_SECURITY_POLICY => drop(headers.entry(name).or_insert(value)),
            _ => drop(headers.insert(name, value)),
        }
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if app.secure() {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
}
