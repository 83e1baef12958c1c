//! `/notifications`: what one was told of, under the rights one has now. Everybody has their own, and only these.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::Fault;
use cordee_kit::notice_json;
use cordee_records::NoticesAsked;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::id;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["unread", "limit", "cursor"];

/// `GET /notifications`: `{"data": […], "next": cursor or null, "unread": how many, up to 100}`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let limit = given.limit(50, 200).map_err(Refused::unreadable)?;
    let unread = unread_only(&given).map_err(Refused::unreadable)?;
    let asked = NoticesAsked { unread, cursor: given.one("cursor").map(str::to_owned), limit };
    let told = caller.read(&app, move |gate| {
        let (notices, next) = gate.notifications(&asked)?;
        Ok((notices, next, gate.unread_notifications()?))
    });
    let (notices, next, unread) = told.await?;
    let data: Vec<Value> = notices.iter().map(notice_json).collect();
    Ok(Json(json!({"data": data, "next": next, "unread": unread})))
}

/// `POST /notifications/read`: all of them.
pub(crate) async fn read_all(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let once = body.nothing()?;
    let read = caller.once(&app, once, move |gate| {
        gate.mark_all_notifications()?;
        Ok(Answer::nothing())
    });
    read.await
}

/// `POST /notifications/{id}/read`
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    mark(app, caller, text, uri, body, true).await
}

/// `POST /notifications/{id}/unread`
pub(crate) async fn unread(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    mark(app, caller, text, uri, body, false).await
}

async fn mark(
    app: App,
    caller: Caller,
    text: String,
    uri: Uri,
    body: Body,
    read: bool,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let (id, once) = (id(&text)?, body.nothing()?);
    let marked = caller.once(&app, once, move |gate| {
        gate.mark_notification(id, read)?;
        Ok(Answer::nothing())
    });
    marked.await
}

fn unread_only(given: &Parameters) -> Result<bool, Fault> {
    match given.one("unread") {
        None | Some("false") => Ok(false),
        Some("true") => Ok(true),
        Some(other) => Err(Fault::at("unread", "error-yes-no").with("value", other)),
    }
}
