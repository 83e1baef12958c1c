//! `/link/SECRET`: the one-time link by which somebody who was invited, or has lost it, chooses a password.

use axum::Form as Posted;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use cordee_base::Problem;
use cordee_records::sign_in::{OpenLink, Password};
use cordee_ui::Input;
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form};

use super::super::form::Pairs;
use super::super::reader::faults;
use super::super::typed::Typed;
use super::super::visit::{Answered, status};
use super::bare::{page, put_faults, word};
use super::goes_on;
use crate::App;
use crate::asked::Asked;

/// `GET /link/SECRET`.
pub(super) async fn ask(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Answered {
    match app.records().link_opens(&secret).await? {
        Some(open) => Ok(page(&asked, &headers, StatusCode::OK, form(&asked, &secret, &open))),
        None => Ok(over(&asked, &headers)),
    }
}

/// `POST /link/SECRET`: sets the password and signs in as far as a password goes.
pub(super) async fn choose(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let Some(open) = app.records().link_opens(&secret).await? else { return Ok(over(&asked, &headers)) };
    let typed = Typed(pairs);
    let (address, agent) = (asked.address.to_string(), Asked::agent(&headers));
    let used = match Password::chosen(typed.text("password")) {
        Ok(password) => app.records().use_link(&secret, &password, &address, agent).await,
        Err(fault) => Err(fault.into()),
    };
    match used {
        Ok(step) => goes_on(&app, &asked, &headers, step, "/").await,
        Err(Problem::NotFound) => Ok(over(&asked, &headers)),
        Err(problem) if faults(&problem).is_empty() => Err(problem.into()),
        Err(problem) => {
            let mut form = form(&asked, &secret, &open);
            put_faults(asked.language, &mut form, faults(&problem));
            Ok(page(&asked, &headers, status(&problem), form))
        }
    }
}

fn form(asked: &Asked, secret: &str, open: &OpenLink) -> Form {
    let language = asked.language;
    let title = word(language, if open.invitation { "link-invitation-title" } else { "link-reset-title" });
    let mut form = Form::new(title, format!("/link/{secret}"), word(language, "link-submit"));
    let name = [("name", open.name.as_str().into())];
    form.intro = Some(cordee_i18n::say(language, "link-hint", &name));
    // Shown beside the password, so that a password manager keeps the two together.
    let mut email =
        Field::new("email", word(language, "sign-in-email"), Input::Email { value: open.email.clone() });
    email.read_only = true;
    let password =
        Field::new("password", word(language, "settings-password-new"), Input::Password { fresh: true });
    let fields = vec![email, password.required().hint(word(language, "password-hint"))];
    form.groups.push(FieldGroup { label: None, fields });
    form
}

/// The page of a link that opens nothing any more: what to do now.
fn over(asked: &Asked, headers: &HeaderMap) -> Response {
    let language = asked.language;
    let mut form = Form::new(word(language, "link-over-title"), "/sign-in", word(language, "sign-in-submit"));
    form.intro = Some(word(language, "link-over-hint"));
    page(asked, headers, StatusCode::NOT_FOUND, form)
}
