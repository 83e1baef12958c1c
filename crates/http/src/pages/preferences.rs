//! How one likes to see Cordee: theme, width of the navigation, formats and the page one begins on in cookies, the
//! language also with one's user.

use axum::Form as Posted;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use cordee_base::{Outcome, Problem};
use cordee_i18n::Style;
use cordee_records::Actor;
use cordee_schema::{Draft, Value};
use cordee_ui::{Language, Theme};

use super::address::Address;
use super::form::Pairs;
use super::typed::Typed;
use super::visit::{Answered, Visit, to};
use crate::signed::{Signed, safe_next};
use crate::{App, Refused};

/// A year in seconds.
const YEAR: u32 = 365 * 24 * 3600;
/// For how many objects a browser keeps with which view one begins.
const MOST_FIRST: usize = 60;

/// `POST /preferences` with `theme`, `language`, `nav`, `start`, `days`, `clock` and `numbers`, then back to `back`.
pub(crate) async fn keep(
    State(app): State<App>,
    signed: Result<Signed, Refused>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let mut headers = HeaderMap::new();
    if typed.has("theme") {
        headers.append(header::SET_COOKIE, cookie(&app, "theme", Theme::named(typed.text("theme")).name()));
    }
    if typed.has("nav") {
        let width = if typed.text("nav") == "closed" { "closed" } else { "open" };
        headers.append(header::SET_COOKIE, cookie(&app, "nav", width));
    }
    if typed.text("start").is_empty() && typed.has("start") {
        headers.append(header::SET_COOKIE, forgotten(&app, START));
    } else if typed.has("start") {
        // What the browser is told to begin with may be no other server's page.
        let start = Address::of(Address::read(safe_next(typed.text("start"))).path).to_string();
        let plain = start.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-_".contains(&byte));
        headers.append(header::SET_COOKIE, cookie(&app, START, if plain { &start } else { "/" }));
    }
    if typed.has("days") || typed.has("clock") || typed.has("numbers") {
        let style = Style::named(typed.text("days"), typed.text("clock"), typed.text("numbers"));
        headers.append(header::SET_COOKIE, cookie(&app, STYLE, &style.names().join("|")));
    }
    if let Some(language) = Language::from_code(typed.text("language")) {
        headers.append(header::SET_COOKIE, cookie(&app, "language", language.code()));
        if let Ok(signed) = signed {
            read_in(&app, &signed.actor, language).await?;
        }
    }
    let back = Address::read(safe_next(typed.text("back")));
    Ok((headers, to(&back)).into_response())
}

/// Keeps the language with the user, who may not change more of themselves.
pub(super) async fn read_in(app: &App, actor: &Actor, language: Language) -> Outcome<()> {
    let Some(me) = actor.user_id() else { return Ok(()) };
    app.records()
        .write(actor, move |gate| {
            let object = gate.catalog().object("user").ok_or(Problem::NotFound)?;
            let mut draft = Draft::new(object);
            draft.set("language", Value::Text(language.code().to_owned()));
            gate.as_engine("one's own language", |gate| gate.update(me, None, draft.clone())).map(|_| ())
        })
        .await
}

/// The cookie that says on which page one begins.
pub(super) const START: &str = "start";
/// The cookie that says how days, times of day and numbers are written: `DAYS|CLOCK|NUMBERS`.
pub(super) const STYLE: &str = "style";

/// The style that the cookie says.
pub(super) fn styled(text: &str) -> Style {
    let mut names = text.split('|');
    let mut next = || names.next().unwrap_or("");
    Style::named(next(), next(), next())
}

/// The cookie that says with which views one begins.
pub(super) const FIRST_VIEWS: &str = "first";

/// The header by which a browser begins an object with this view from now on, or leaves it to others.
pub(super) fn first_view(
    visit: &Visit,
    object: &str,
    view: Option<&str>,
) -> (header::HeaderName, HeaderValue) {
    let others = visit.first_views.split('|').filter(|one| !one.is_empty());
    let others = others.filter(|one| one.split(':').next() != Some(object)).map(str::to_owned);
    let mut all: Vec<String> = others.chain(view.map(|view| format!("{object}:{view}"))).collect();
    // The oldest go before the cookie gets too long for a browser.
    all.drain(..all.len().saturating_sub(MOST_FIRST));
    (header::SET_COOKIE, cookie(&visit.app, FIRST_VIEWS, &all.join("|")))
}

fn cookie(app: &App, name: &str, value: &str) -> HeaderValue {
    kept_for(app, name, value, YEAR)
}

fn forgotten(app: &App, name: &str) -> HeaderValue {
    kept_for(app, name, "", 0)
}

fn kept_for(app: &App, name: &str, value: &str, seconds: u32) -> HeaderValue {
    let secure = if app.secure() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Path=/; SameSite=Lax; Max-Age={seconds}{secure}");
    HeaderValue::from_str(&text).expect("names and values are plain words and ids")
}
