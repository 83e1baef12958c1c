//! Showing once more who one is, in place: what was about to be done waits, and is done as soon as one has.
//!
//! Whatever page or form needs it, this stands around all of them: the form is kept, the password is asked for, and the
//! browser sends the form again to where it was meant for (307), so that no page has to know of it.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form as Posted, http::request::Parts};
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::sign_in::Password;
use cordee_ui::Input;
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Page, Reader, faults};
use super::typed::Typed;
use super::visit::{Answered, Visit, to};
use crate::asked::Asked;
use crate::signed::safe_next;
use crate::{App, Refused};

/// What the names of its own fields begin with, beside those of the form that waits.
const OWN: &str = "confirm.";

/// The names under which forms send passwords.
const SECRET: [&str; 2] = ["password", "current"];

/// Around all pages: a refusal that asks to be confirmed becomes the page that asks for it.
pub(super) async fn in_place(State(app): State<App>, request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE).map_or(&b""[..], |kind| kind.as_bytes());
    let posted = request.method() == Method::POST && kind.starts_with(b"application/x-www-form-urlencoded");
    let (parts, mut body) = request.into_parts();
    let mut kept = Bytes::new();
    if posted {
        match Bytes::from_request(Request::from_parts(parts.clone(), body), &app).await {
            Ok(bytes) => {
                kept.clone_from(&bytes);
                body = Body::from(bytes);
            }
            Err(refused) => return refused.into_response(),
        }
    }
    let response = next.run(Request::from_parts(parts.clone(), body)).await;
    let asks = |refused: &Refused| refused.problem == Problem::ConfirmNeeded;
    if !response.extensions().get::<Refused>().is_some_and(asks) {
        return response;
    }
    ask(&app, parts, &kept).await.unwrap_or(response)
}

/// `POST /confirm`: goes on to what waits.
pub(super) async fn confirm(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let own = |name: &str| typed.text(&format!("{OWN}{name}")).to_owned();
    let (password, code, then) = (own("password"), own("code"), own("then"));
    match visit.app.records().confirm(&visit.actor, &Password::typed(password), &code).await {
        Ok(()) if own("method") == "post" => Ok(Redirect::temporary(safe_next(&then)).into_response()),
        Ok(()) => Ok(to(&Address::read(safe_next(&then)))),
        Err(problem) => {
            let wrong: Vec<Fault> = faults(&problem).iter().cloned().map(mine).collect();
            let waits = Waits::of(then, &own("method"), &typed.0);
            visit.shown_again(problem, move |reader, _| reader.confirm_page(&waits, &wrong)).await
        }
    }
}

/// What waits: where it goes, and what was typed. No page holds a password, so those are typed again.
struct Waits {
    then: String,
    method: String,
    pairs: Pairs,
    again: Vec<String>,
}

impl Waits {
    fn of(then: String, method: &str, typed: &[(String, String)]) -> Waits {
        let others = typed.iter().filter(|(name, _)| !name.starts_with(OWN));
        let (secret, plain): (Pairs, Pairs) =
            others.cloned().partition(|(name, _)| SECRET.contains(&name.as_str()));
        let again = secret.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, _)| name);
        Waits { then, method: method.to_owned(), pairs: plain, again: again.collect() }
    }
}

async fn ask(app: &App, mut parts: Parts, body: &[u8]) -> Option<Response> {
    let Ok(asked) = Asked::from_request_parts(&mut parts, app).await;
    let visit = Visit::from_request_parts(&mut parts, app).await.ok()?;
    let text = std::str::from_utf8(body).ok()?;
    let pairs = Address::read(&format!("?{text}")).parameters;
    let method = if parts.method == Method::POST { "post" } else { "get" };
    let waits = Waits::of(asked.here, method, &pairs);
    let page = move |reader: &mut Reader<'_, '_>| {
        let mut page = reader.confirm_page(&waits, &[])?;
        page.status = StatusCode::FORBIDDEN;
        Ok(page)
    };
    visit.page(page).await.ok()
}

fn mine(fault: Fault) -> Fault {
    Fault { field: fault.field.as_ref().map(|name| format!("{OWN}{name}")), ..fault }
}

impl Reader<'_, '_> {
    fn confirm_page(&mut self, waits: &Waits, wrong: &[Fault]) -> Outcome<Page> {
        let title = self.word("recent-title");
        let mut view = Form::new(&title, "/confirm", self.word("recent-submit"));
        view.intro = Some(self.word("recent-hint"));
        view.hidden = waits.pairs.clone();
        view.hidden.push((format!("{OWN}then"), waits.then.clone()));
        view.hidden.push((format!("{OWN}method"), waits.method.clone()));
        let password = Input::Password { fresh: false };
        let mut fields =
            vec![Field::new(format!("{OWN}password"), self.word("sign-in-password"), password).required()];
        if self.gate.my_factor()?.on_since.is_some() {
            fields.push(Field::new(format!("{OWN}code"), self.word("factor-code"), Input::Code).required());
        }
        let label = self.word("recent-password-again");
        let again = |name: &String| Field::new(name, &label, Input::Password { fresh: true }).required();
        fields.extend(waits.again.iter().map(again));
        view.groups.push(FieldGroup { label: None, fields });
        self.put_faults(&mut view, wrong);
        Ok(Page::new(title, "", draw(self.language(), &view)))
    }
}
