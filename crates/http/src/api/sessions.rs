//! `/sessions`: the browsers in which one is signed in, to list and to end.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use cordee_records::sign_in::SessionInfo;
use serde_json::{Value, json};

use super::id;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `GET /sessions`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let sessions = caller.read(&app, |gate| gate.my_sessions()).await?;
    let data: Vec<Value> = sessions.iter().map(shown).collect();
    Ok(Json(json!({"data": data})))
}

/// `DELETE /sessions/{id}`
pub(crate) async fn end(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    uri: Uri,
) -> Result<StatusCode, Refused> {
    Parameters::of(&uri, &[])?;
    let id = id(&text)?;
    caller.write(&app, move |gate| gate.end_session(id)).await?;
    Ok(StatusCode::NO_CONTENT)
}

fn shown(session: &SessionInfo) -> Value {
    json!({
        "id": session.id.to_string(),
        "agent": session.agent,
        "address": session.address,
        "opened_at": session.opened_at.to_string(),
        "seen_at": session.seen_at.map(|moment| moment.to_string()),
    })
}
