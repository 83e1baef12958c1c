//! Signing in and out, and the one-time link by which the first administrator is made.

use axum::Form as Posted;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::sign_in::Password;
use cordee_records::{Actor, Door};
use cordee_schema::{Draft, Value};
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::sign_in::{SignIn, sign_in as draw};
use cordee_ui::{Input, Language, Theme, Tone, bare_page};

use super::address::Address;
use super::form::Pairs;
use super::reader::faults;
use super::typed::Typed;
use super::visit::{Answered, status, to};
use crate::asked::Asked;
use crate::signed::{Signed, safe_next};
use crate::{App, Refused, cookies};

/// `GET /sign-in?next=PATH`.
pub(crate) async fn ask(asked: Asked, headers: HeaderMap, signed: Result<Signed, Refused>) -> Answered {
    let address = Address::read(&asked.here);
    let next = safe_next(address.one("next").unwrap_or("/")).to_owned();
    if signed.is_ok() {
        return Ok(to(&Address::read(&next)));
    }
    let mut form = form(asked.language, &next, "");
    if address.one("done") == Some("out") {
        form = form.notice(Tone::Won, word(asked.language, "sign-out-done"));
    } else if next != "/" && cookies::cookie(&headers, "cordee").is_some() {
        form.notices.push(Notice { tone: Tone::Neutral, text: word(asked.language, "sign-in-again") });
    }
    Ok(page(&asked, &headers, StatusCode::OK, form))
}

/// `POST /sign-in`.
pub(crate) async fn sign_in(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let next = safe_next(typed.text("next")).to_owned();
    let (email, password) = (typed.text("email"), Password::typed(typed.text("password")));
    let address = asked.address.to_string();
    match app.records().sign_in(email, &password, &address, Asked::agent(&headers)).await {
        Ok(session) => {
            let cookie = [(header::SET_COOKIE, cookies::session_opened(&app, &session))];
            Ok((cookie, to(&Address::read(&next))).into_response())
        }
        Err(problem) if faults(&problem).is_empty() => Err(problem.into()),
        Err(problem) => {
            let mut form = form(asked.language, &next, email);
            form.problem = Some(said(asked.language, faults(&problem)));
            Ok(page(&asked, &headers, status(&problem), form))
        }
    }
}

/// `POST /sign-out`.
pub(crate) async fn sign_out(State(app): State<App>, signed: Result<Signed, Refused>) -> Answered {
    if let Ok(signed) = signed {
        let session = signed.session;
        app.records().write(&signed.actor, move |gate| gate.end_session(session)).await?;
    }
    let cookie = [(header::SET_COOKIE, cookies::session_ended(&app))];
    // What the browser keeps of pages goes with the session.
    let clear = [(HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"")];
    Ok((cookie, clear, to(&Address::of("/sign-in").and("done", "out"))).into_response())
}

/// `GET /first/SECRET`.
pub(crate) async fn ask_first(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Answered {
    app.records().first_link_opens(&secret).await?.ok_or(Problem::NotFound)?;
    let form = first_form(asked.language, &secret, &Typed::default());
    Ok(page(&asked, &headers, StatusCode::OK, form))
}

/// `POST /first/SECRET`: makes the first administrator and signs them in.
pub(crate) async fn first(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    match make_first(&app, &asked, &secret, &typed).await {
        Ok((workspace, user)) => {
            let (address, agent) = (asked.address.to_string(), Asked::agent(&headers).to_owned());
            let session = app.records().open_session(workspace, user, &address, &agent).await?;
            let cookie = [(header::SET_COOKIE, cookies::session_opened(&app, &session))];
            Ok((cookie, to(&Address::of("/"))).into_response())
        }
        Err(problem) if faults(&problem).is_empty() => Err(problem.into()),
        Err(problem) => {
            let mut form = first_form(asked.language, &secret, &typed);
            let mut others = Vec::new();
            for fault in faults(&problem) {
                let fields = form.groups.iter_mut().flat_map(|group| &mut group.fields);
                match fields.into_iter().find(|field| Some(field.name.as_str()) == fault.field.as_deref()) {
                    Some(field) => field.error = Some(cordee_i18n::fault(asked.language, fault, None)),
                    None => others.push(fault.clone()),
                }
            }
            form.problem = (!others.is_empty()).then(|| said(asked.language, &others));
            Ok(page(&asked, &headers, status(&problem), form))
        }
    }
}

/// The first administrator, who reads the language in which the link was opened.
async fn make_first(app: &App, asked: &Asked, secret: &str, typed: &Typed) -> Outcome<(Id, Id)> {
    let (name, email) = (typed.text("name"), typed.text("email"));
    let missing = ["name", "email"].into_iter().filter(|field| typed.text(field).trim().is_empty());
    let mut wrong: Vec<Fault> = missing.map(|field| Fault::at(field, "error-required")).collect();
    let password = match Password::chosen(typed.text("password")) {
        Ok(password) => password,
        Err(fault) => {
            wrong.push(fault);
            return Err(Problem::Invalid(wrong));
        }
    };
    if !wrong.is_empty() {
        return Err(Problem::Invalid(wrong));
    }
    let (workspace, user) = app.records().use_first_link(secret, name, email, &password).await?;
    let code = asked.language.code();
    let actor = Actor::user(workspace, user, Door::Page);
    app.records()
        .write(&actor, move |gate| {
            let object = gate.catalog().object("user").ok_or(Problem::NotFound)?;
            let mut draft = Draft::new(object);
            draft.set("language", Value::Text(code.to_owned()));
            gate.update(user, None, draft)
        })
        .await?;
    Ok((workspace, user))
}

fn form(language: Language, next: &str, email: &str) -> Form {
    let word = |key| word(language, key);
    let mut form = Form::new(word("sign-in-title"), "/sign-in", word("sign-in-submit"));
    form.hidden.push(("next".to_owned(), next.to_owned()));
    let email = Field::new("email", word("sign-in-email"), Input::Email { value: email.to_owned() });
    let password = Field::new("password", word("sign-in-password"), Input::Password { fresh: false });
    form.groups.push(FieldGroup { label: None, fields: vec![email.required(), password.required()] });
    form
}

fn first_form(language: Language, secret: &str, typed: &Typed) -> Form {
    let word = |key| word(language, key);
    let mut form =
        Form::new(word("first-admin-title"), format!("/first/{secret}"), word("first-admin-submit"));
    form.intro = Some(word("first-admin-hint"));
    let name = Field::new("name", word("user-name"), Input::Text { value: typed.text("name").to_owned() });
    let email = Input::Email { value: typed.text("email").to_owned() };
    let password = Field::new("password", word("sign-in-password"), Input::Password { fresh: true });
    form.groups.push(FieldGroup {
        label: None,
        fields: vec![
            name.required(),
            Field::new("email", word("sign-in-email"), email).required(),
            password.required().hint(word("password-hint")),
        ],
    });
    form
}

fn page(asked: &Asked, headers: &HeaderMap, status: StatusCode, form: Form) -> Response {
    let theme = cookies::cookie(headers, "theme").map_or(Theme::System, Theme::named);
    let title = form.title.clone();
    let view = SignIn { workspace: None, form, hint: None, here: asked.here.clone() };
    let html = bare_page(asked.language, theme, &title, draw(asked.language, &view));
    (status, Html(html.into_string())).into_response()
}

fn said(language: Language, faults: &[Fault]) -> String {
    faults.iter().map(|fault| cordee_i18n::fault(language, fault, None)).collect::<Vec<_>>().join(" ")
}

fn word(language: Language, key: &str) -> String {
    cordee_i18n::say(language, key, &[])
}
