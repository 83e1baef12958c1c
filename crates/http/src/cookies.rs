//! The cookie of a session: read, set and taken away.

use axum::http::{HeaderMap, HeaderValue, header};
use cordee_records::sign_in::OpenSession;

use crate::App;

/// The value of the cookie called `name`.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The secret of the session that a browser has with us.
pub(crate) fn session_secret<'a>(app: &App, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, session_name(app))
}

/// The value of `Set-Cookie` that opens a session in the browser.
pub(crate) fn session_opened(app: &App, session: &OpenSession) -> HeaderValue {
    let seconds = (session.ends_at.micros() - app.records().now().micros()) / 1_000_000;
    set(app, session_name(app), &session.secret, seconds)
}

/// The value of `Set-Cookie` that ends it.
pub(crate) fn session_ended(app: &App) -> HeaderValue {
    set(app, session_name(app), "", 0)
}

/// The `__Host-` prefix makes browsers hold to this host and to TLS; plain HTTP can't have it.
fn session_name(app: &App) -> &'static str {
    if app.secure() { "__Host-cordee" } else { "cordee" }
}

fn set(app: &App, name: &str, value: &str, seconds: i64) -> HeaderValue {
    let secure = if app.secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).expect("a secret is base64")
}
