//! Whether a request that changes something comes from our own pages.

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use cordee_base::Fault;

use crate::{App, Refused};

/// Refuses what another site had a browser send. Requests with a token carry no cookie's power and pass.
pub(crate) fn check(app: &App, parts: &Parts) -> Result<(), Refused> {
    if parts.method.is_safe() || has_token(&parts.headers) || ours(app, &parts.headers) {
        return Ok(());
    }
    Err(Refused::forbidden(Fault::whole("error-origin")))
}

/// Whether the request acts by a token; such a one never acts by a cookie.
pub(crate) fn has_token(headers: &HeaderMap) -> bool {
    headers.get(header::AUTHORIZATION).is_some_and(|value| {
        value.as_bytes().get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"bearer "))
    })
}

/// Browsers say `Sec-Fetch-Site` wherever the connection is safe, and `Origin` with every change; what says neither
/// is no browser and has to bring a token.
fn ours(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin";
    }
    let Some(origin) = text(header::ORIGIN) else { return false };
    if app.options().base_url.as_deref() == Some(origin) {
        return true;
    }
    let Some((_, place)) = origin.split_once("://") else { return false };
    text(header::HOST) == Some(place)
}
