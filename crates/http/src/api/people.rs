//! How other people sign in, for administrators: a one-time link, their second factor, their sessions.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::place::One;
use crate::signed::Caller;
use crate::{App, Refused};

/// `POST /users/{id}/link`: `{"link", "ends_at", "kind"}`, the link told this once.
pub(crate) async fn link(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
) -> Result<(StatusCode, Json<Value>), Refused> {
    let link = caller.write(&app, move |gate| gate.make_link(id)).await?;
    let told = json!({
        "link": app.link(&link.secret),
        "ends_at": link.ends_at.to_string(),
        "kind": if link.invitation { "invitation" } else { "reset" },
    });
    Ok((StatusCode::CREATED, Json(told)))
}
