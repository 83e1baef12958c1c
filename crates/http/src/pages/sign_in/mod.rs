//! Signing in and out: the password, then the second step where there is one; and the links that open a page for once.

mod bare;
mod first;
mod link;
mod second;

use axum::Form as Posted;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::sign_in::{OpenSession, Password, Step};
use cordee_records::{Gate, Right, Scope};
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::{Input, Language, Tone};

use super::address::Address;
use super::form::Pairs;
use super::preferences::{START, read_in};
use super::reader::faults;
use super::typed::Typed;
use super::visit::{Answered, status, to};
use crate::asked::Asked;
use crate::signed::{Signed, safe_next};
use crate::{App, Refused, cookies};
use bare::{page, put_faults, word};

/// The routes of those who are not signed in yet.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/sign-in", get(ask).post(sign_in))
        .route("/sign-in/code", post(second::code))
        .route("/sign-in/factor", post(second::factor))
        .route("/sign-out", post(sign_out))
        .route("/first/{secret}", get(first::ask).post(first::make))
        .route("/link/{secret}", get(link::ask).post(link::choose))
}

/// `GET /sign-in?next=PATH`.
async fn ask(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    signed: Result<Signed, Refused>,
) -> Answered {
    let address = Address::read(&asked.here);
    let next = safe_next(address.one("next").unwrap_or("/")).to_owned();
    if signed.is_ok() {
        return Ok(to(&Address::read(&next)));
    }
    let mut form = form(asked.language, &next, "");
    if address.one("done") == Some("out") {
        form = form.notice(Tone::Won, word(asked.language, "sign-out-done"));
    } else if next != "/" && cookies::session_secret(&app, &headers).is_some() {
        form.notices.push(Notice { tone: Tone::Neutral, text: word(asked.language, "sign-in-again") });
    }
    Ok(page(&asked, &headers, StatusCode::OK, form))
}

/// `POST /sign-in`.
async fn sign_in(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let next = safe_next(typed.text("next")).to_owned();
    let (email, address) = (typed.text("email"), asked.address.to_string());
    let missing = ["email", "password"].into_iter().filter(|field| typed.text(field).trim().is_empty());
    let missing: Vec<Fault> = missing.map(|field| Fault::at(field, "error-required")).collect();
    let password = Password::typed(typed.text("password"));
    let step = match missing.is_empty() {
        true => app.records().sign_in(email, &password, &address, Asked::agent(&headers)).await,
        false => Err(Problem::Invalid(missing)),
    };
    match step {
        Ok(step) => goes_on(&app, &asked, &headers, step, &next).await,
        Err(problem) if faults(&problem).is_empty() => Err(problem.into()),
        Err(problem) => {
            let mut form = form(asked.language, &next, email);
            put_faults(asked.language, &mut form, faults(&problem));
            Ok(page(&asked, &headers, status(&problem), form))
        }
    }
}

/// `POST /sign-out`.
async fn sign_out(State(app): State<App>, signed: Result<Signed, Refused>) -> Answered {
    if let Ok(signed) = signed {
        let session = signed.session;
        let actor = signed.actor.really();
        app.records().write(&actor, move |gate| gate.end_session(session)).await?;
    }
    let cookie = [(header::SET_COOKIE, cookies::session_ended(&app))];
    // What the browser keeps of pages goes with the session.
    let clear = [(HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"")];
    Ok((cookie, clear, to(&Address::of("/sign-in").and("done", "out"))).into_response())
}

/// What follows on a step: in, or the page of the next one.
async fn goes_on(app: &App, asked: &Asked, headers: &HeaderMap, step: Step, next: &str) -> Answered {
    match step {
        Step::In(session) => {
            let (cookie, role) = come_in(app, asked, &session).await?;
            // Who was on the way somewhere goes there; others begin where they like to, or where their role does.
            let chosen = cookies::cookie(headers, START).or(role.as_deref());
            let start = chosen.filter(|_| next == "/").unwrap_or(next);
            Ok(([(header::SET_COOKIE, cookie)], to(&Address::read(safe_next(start)))).into_response())
        }
        Step::Code(opened) => Ok(second::ask_code(asked, headers, &opened, next, None)),
        Step::SetUp(opened) => second::ask_factor(app, asked, headers, &opened, next).await,
    }
}

/// The cookie of a session that was opened, and the page on which the person's role begins. Who has chosen no language
/// goes on reading in that of the page.
async fn come_in(app: &App, asked: &Asked, session: &OpenSession) -> Outcome<(HeaderValue, Option<String>)> {
    let cookie = cookies::session_opened(app, session);
    let Some(signed) = app.records().session(&session.secret).await? else { return Ok((cookie, None)) };
    let known = |gate: &mut Gate<'_>| {
        let access = gate.access();
        // Nobody is led to what they may not see.
        let may = |path: &&String| {
            let plural = path.trim_start_matches('/').split('/').next().unwrap_or("");
            let object = gate.catalog().plural(plural);
            object.is_none_or(|object| access.scope(object, Right::Read) != Scope::None)
        };
        Ok((access.language.is_empty(), access.front.start.as_ref().filter(may).cloned()))
    };
    let (speechless, start) = app.records().glance(&signed.actor, known).await?;
    if speechless {
        read_in(app, &signed.actor, asked.language).await?;
    }
    Ok((cookie, start))
}

fn form(language: Language, next: &str, email: &str) -> Form {
    let word = |key| word(language, key);
    let mut form = Form::new(word("sign-in-title"), "/sign-in", word("sign-in-submit"));
    form.hidden.push(("next".to_owned(), next.to_owned()));
    // What was pasted by mistake need not come back at any length.
    let email = Input::Email { value: email.chars().take(255).collect() };
    let email = Field::new("email", word("sign-in-email"), email);
    let password = Field::new("password", word("sign-in-password"), Input::Password { fresh: false });
    form.groups.push(FieldGroup { label: None, fields: vec![email.required(), password.required()] });
    form
}
