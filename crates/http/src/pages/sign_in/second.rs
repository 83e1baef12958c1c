//! The second step of signing in: a code of the second factor, or setting one up where it is needed.

use axum::Form as Posted;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Fault, Problem};
use cordee_records::sign_in::{NewFactor, Step};
use cordee_ui::Input;
use cordee_ui::components::Field;
use cordee_ui::screens::factor::AppKey;
use cordee_ui::screens::form::{FieldGroup, Form};

use super::super::form::Pairs;
use super::super::reader::faults;
use super::super::typed::Typed;
use super::super::visit::{Answered, status};
use super::bare::{drawn, page, put_faults, with, word};
use super::{come_in, form as first_step, goes_on};
use crate::App;
use crate::asked::Asked;
use crate::signed::safe_next;

/// The page that asks for a code; `opened` is what the first step gave.
pub(super) fn ask_code(
    asked: &Asked,
    headers: &HeaderMap,
    opened: &str,
    next: &str,
    problem: Option<&Problem>,
) -> Response {
    let language = asked.language;
    let title = word(language, "factor-ask-title");
    let mut form = form(asked, &title, "/sign-in/code", &word(language, "sign-in-submit"), opened, next);
    form.intro = Some(word(language, "factor-ask-hint"));
    put_faults(language, &mut form, problem.map(faults).unwrap_or_default());
    page(asked, headers, problem.map_or(StatusCode::OK, status), form)
}

/// `POST /sign-in/code`.
pub(super) async fn code(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (opened, next) = (typed.text("opened"), safe_next(typed.text("next")));
    let (address, agent) = (asked.address.to_string(), Asked::agent(&headers));
    let given = app.records().sign_in_with_code(opened, typed.text("code"), &address, agent).await;
    match given {
        Ok(session) => goes_on(&app, &asked, &headers, Step::In(session), next).await,
        Err(problem) => not_in(&asked, &headers, next, problem, |problem| {
            ask_code(&asked, &headers, opened, next, Some(problem))
        }),
    }
}

/// The page that sets up a second factor, which is begun anew.
pub(super) async fn ask_factor(
    app: &App,
    asked: &Asked,
    headers: &HeaderMap,
    opened: &str,
    next: &str,
) -> Answered {
    let factor = app.records().begin_factor(opened).await?;
    Ok(set_up(asked, headers, opened, next, &factor, None))
}

/// `POST /sign-in/factor`: switches it on, shows the recovery codes, and is in.
pub(super) async fn factor(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (opened, next) = (typed.text("opened"), safe_next(typed.text("next")));
    let (address, agent) = (asked.address.to_string(), Asked::agent(&headers));
    match app.records().finish_factor(opened, typed.text("code"), &address, agent).await {
        Ok((session, codes)) => {
            let title = word(asked.language, "factor-is-on");
            let mut view = with(&asked, Form::new(title, next, word(asked.language, "factor-go-on")));
            view.codes = codes.0;
            let cookie = [(header::SET_COOKIE, come_in(&app, &asked, &session).await?.0)];
            Ok((cookie, drawn(&asked, &headers, StatusCode::OK, view)).into_response())
        }
        Err(problem) => {
            let begun = match faults(&problem).iter().any(|fault| fault.field.as_deref() == Some("code")) {
                true => app.records().factor_begun(opened).await.ok(),
                false => None,
            };
            not_in(&asked, &headers, next, problem, |problem| match &begun {
                Some(factor) => set_up(&asked, &headers, opened, next, factor, Some(problem)),
                None => again(&asked, &headers, next, problem),
            })
        }
    }
}

fn set_up(
    asked: &Asked,
    headers: &HeaderMap,
    opened: &str,
    next: &str,
    factor: &NewFactor,
    problem: Option<&Problem>,
) -> Response {
    let language = asked.language;
    let (title, submit) = (word(language, "factor-set-up"), word(language, "factor-switch-on"));
    let mut form = form(asked, &title, "/sign-in/factor", &submit, opened, next);
    form.intro = Some(word(language, "factor-needed-hint"));
    put_faults(language, &mut form, problem.map(faults).unwrap_or_default());
    let mut view = with(asked, form);
    view.key = Some(AppKey { uri: factor.uri.clone(), secret: factor.secret.clone() });
    drawn(asked, headers, problem.map_or(StatusCode::OK, status), view)
}

/// The step once more where the code was wrong; from the beginning where the step is over.
fn not_in(
    asked: &Asked,
    headers: &HeaderMap,
    next: &str,
    problem: Problem,
    once_more: impl Fn(&Problem) -> Response,
) -> Answered {
    let over = |fault: &Fault| fault.key == "error-sign-in-again";
    match faults(&problem) {
        [] => Err(problem.into()),
        wrong if wrong.iter().any(over) => Ok(again(asked, headers, next, &problem)),
        _ => Ok(once_more(&problem)),
    }
}

fn again(asked: &Asked, headers: &HeaderMap, next: &str, problem: &Problem) -> Response {
    let mut form = first_step(asked.language, next, "");
    put_faults(asked.language, &mut form, faults(problem));
    page(asked, headers, status(problem), form)
}

fn form(asked: &Asked, title: &str, action: &str, submit: &str, opened: &str, next: &str) -> Form {
    let mut form = Form::new(title, action, submit);
    form.hidden.push(("opened".to_owned(), opened.to_owned()));
    form.hidden.push(("next".to_owned(), next.to_owned()));
    let code = Field::new("code", word(asked.language, "factor-code"), Input::Code).required();
    form.groups.push(FieldGroup { label: None, fields: vec![code] });
    form
}
