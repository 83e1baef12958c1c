//! `/notifications`: what one was told of, under the rights one has now. Everybody has their own, and only these.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_kit::notice_json;
use cordee_records::NoticesAsked;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["unread", "limit", "cursor"];

/// `GET /notifications`: `{"data": […], "next": cursor or null, "unread": how many, up to 100}`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let limit = given.limit(50, 200).map_err(Refused::unreadable)?;
    let unread = given.yes("unread").map_err(Refused::unreadable)?;
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
