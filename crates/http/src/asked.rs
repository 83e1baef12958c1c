//! What is known of a request before anybody answers it: its name, where it came from, the language it wants.

use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use cordee_i18n::Language;
use cordee_records::Actor;

use crate::App;
use crate::cookies::cookie;

/// The header that names a request, here and there.
pub(crate) const REQUEST_ID: &str = "x-request-id";

/// What is known of a request. An extractor that never refuses.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The name it has in logs and answers.
    pub id: String,
    /// The language of the cookie `language`, else the one the browser likes best: that of whoever is not known.
    pub language: Language,
    /// The address it came from.
    pub address: IpAddr,
    /// Path and query, to come back to.
    pub here: String,
    /// Whether a script of the page asks for a part of it (`HX-Request`).
    pub partial: bool,
    /// Who it is, once that is known; shared by all who know of this request.
    who: Arc<OnceLock<Actor>>,
}

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub SocketAddr);

impl Asked {
    /// What the head of a request tells.
    pub(crate) fn of(app: &App, parts: &Parts) -> Asked {
        let headers = &parts.headers;
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let chosen = cookie(headers, "language").and_then(Language::from_code);
        let wanted = || Language::negotiate(text("accept-language").unwrap_or(""));
        Asked {
            id: text(REQUEST_ID).filter(|id| sane(id)).map_or_else(|| app.next_request(), str::to_owned),
            language: chosen.unwrap_or_else(wanted),
            address: address(&app.options().trusted_proxies, parts),
            here: parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string),
            partial: headers.contains_key("hx-request"),
            who: Arc::default(),
        }
    }

    #[cfg(test)]
    pub(crate) fn sample(id: &str, language: Language) -> Asked {
        Asked {
            id: id.to_owned(),
            language,
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            here: "/".to_owned(),
            partial: false,
            who: Arc::default(),
        }
    }

    /// Tells who it is.
    pub(crate) fn is_of(&self, actor: &Actor) {
        // Whoever was found first stays: one request has one sender.
        let _ = self.who.set(actor.clone());
    }

    /// The same, in the language that whoever sent it has chosen for themselves.
    pub(crate) async fn in_own_language(mut self, app: &App) -> Asked {
        if let Some(actor) = self.who.get() {
            let own = app.records().glance(actor, |gate| Ok(gate.access().language.clone())).await;
            self.language = own.ok().and_then(|code| Language::from_code(&code)).unwrap_or(self.language);
        }
        self
    }

    /// The browser, as it calls itself.
    pub fn agent(headers: &HeaderMap) -> &str {
        headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("")
    }
}

impl FromRequestParts<App> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Asked, Infallible> {
        Ok(parts.extensions.get::<Asked>().cloned().unwrap_or_else(|| Asked::of(app, parts)))
    }
}

/// Whether a name given from outside may stand in a log.
fn sane(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// The address of the browser: the socket's, or what a trusted proxy has added last.
fn address(trusted: &[IpAddr], parts: &Parts) -> IpAddr {
    let peer = parts.extensions.get::<Peer>().map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.0.ip());
    if !trusted.contains(&peer) {
        return peer;
    }
    let last = parts.headers.get_all("x-forwarded-for").iter().next_back();
    let told = last.and_then(|value| value.to_str().ok()).and_then(|list| list.rsplit(',').next());
    told.and_then(|text| text.trim().parse().ok()).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_tells_where_a_request_came_from() {
        let proxy: IpAddr = "10.0.0.1".parse().expect("an address");
        let table = [
            ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "not an address", "10.0.0.1"),
            ("192.0.2.7", "203.0.113.9", "192.0.2.7"),
        ];
        for (peer, told, found) in table {
            let request = axum::http::Request::get("/").header("x-forwarded-for", told).body(());
            let (mut parts, ()) = request.expect("a request").into_parts();
            parts.extensions.insert(Peer(SocketAddr::new(peer.parse().expect("an address"), 1234)));
            assert_eq!(address(&[proxy], &parts).to_string(), found, "{peer}: {told}");
        }
    }

    #[test]
    fn a_name_from_outside_holds_nothing_that_could_forge_a_log() {
        assert!(sane("req-7.A_b"));
        for wrong in ["", "a b", "a\nb", "é", &"x".repeat(65)] {
            assert!(!sane(wrong), "{wrong:?}");
        }
    }
}
