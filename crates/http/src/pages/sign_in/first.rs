//! `/first/SECRET`: the one-time link by which the first administrator is made.

use axum::Form as Posted;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::sign_in::{Password, Step};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::{Input, Language};

use super::super::form::Pairs;
use super::super::reader::faults;
use super::super::typed::Typed;
use super::super::visit::{Answered, status};
use super::bare::{page, put_faults, word};
use super::goes_on;
use crate::App;
use crate::asked::Asked;

/// `GET /first/SECRET`.
pub(super) async fn ask(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Answered {
    app.records().first_link_opens(&secret).await?.ok_or(Problem::NotFound)?;
    let form = form(asked.language, &secret, &Typed::default());
    Ok(page(&asked, &headers, StatusCode::OK, form))
}

/// `POST /first/SECRET`: makes the first administrator and signs them in.
pub(super) async fn make(
    State(app): State<App>,
    asked: Asked,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    match make_first(&app, &secret, &typed).await {
        Ok((workspace, user)) => {
            let (address, agent) = (asked.address.to_string(), Asked::agent(&headers));
            let session = app.records().open_session(workspace, user, &address, agent).await?;
            goes_on(&app, &asked, &headers, Step::In(session), "/").await
        }
        Err(problem) if faults(&problem).is_empty() => Err(problem.into()),
        Err(problem) => {
            let mut form = form(asked.language, &secret, &typed);
            put_faults(asked.language, &mut form, faults(&problem));
            Ok(page(&asked, &headers, status(&problem), form))
        }
    }
}

/// Makes the first administrator.
async fn make_first(app: &App, secret: &str, typed: &Typed) -> Outcome<(Id, Id)> {
    // A link that is dead says so, whatever was typed.
    app.records().first_link_opens(secret).await?.ok_or(Problem::NotFound)?;
    let (name, email) = (typed.text("name"), typed.text("email"));
    let missing = ["name", "email"].into_iter().filter(|field| typed.text(field).trim().is_empty());
    let mut wrong: Vec<Fault> = missing.map(|field| Fault::at(field, "error-required")).collect();
    let password = match Password::chosen(typed.text("password")) {
        Ok(password) if wrong.is_empty() => password,
        Ok(_) => return Err(Problem::Invalid(wrong)),
        Err(fault) => {
            wrong.push(fault);
            return Err(Problem::Invalid(wrong));
        }
    };
    app.records().use_first_link(secret, name, email, &password).await
}

fn form(language: Language, secret: &str, typed: &Typed) -> Form {
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
