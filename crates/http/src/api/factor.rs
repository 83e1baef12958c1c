//! `/factor`: one's own second factor; a token can't change it.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use serde_json::{Value, json};

use super::body::Body;
use super::confirm::texts;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `GET /factor`: `{"on_since", "recovery_codes_left", "needed"}`
pub(crate) async fn state(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let state = caller.read(&app, |gate| gate.my_factor()).await?;
    Ok(Json(json!({
        "on_since": state.on_since.map(|moment| moment.to_string()),
        "recovery_codes_left": state.codes_left,
        "needed": state.needed,
    })))
}

/// `POST /factor`: draws the secret for an app; it is on once its first code was given.
pub(crate) async fn begin(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
) -> Result<(StatusCode, Json<Value>), Refused> {
    Parameters::of(&uri, &[])?;
    let begun = caller.write(&app, |gate| gate.begin_factor()).await?;
    Ok((StatusCode::CREATED, Json(json!({"secret": begun.secret, "uri": begun.uri}))))
}

/// `POST /factor/on`: `{"code"}` switches it on; the recovery codes are told this once.
pub(crate) async fn finish(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let [code] = texts(&body.members()?, ["code"], &["code"])?;
    let codes = caller.write(&app, move |gate| gate.finish_factor(&code)).await?;
    Ok(Json(json!({"recovery_codes": codes.0})))
}

/// `POST /factor/recovery_codes`: makes new ones; the older ones open nothing any more.
pub(crate) async fn new_codes(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let codes = caller.write(&app, |gate| gate.new_recovery_codes()).await?;
    Ok(Json(json!({"recovery_codes": codes.0})))
}

/// `DELETE /factor`: switches it off, unless it is needed.
pub(crate) async fn end(State(app): State<App>, caller: Caller, uri: Uri) -> Result<StatusCode, Refused> {
    Parameters::of(&uri, &[])?;
    caller.write(&app, |gate| gate.end_factor()).await?;
    Ok(StatusCode::NO_CONTENT)
}
