//! `GET /openapi.json`: what can be asked, for programs.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::json;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// The document of the caller's workspace, with what it has declared itself.
pub(crate) async fn openapi(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Refused> {
    Parameters::of(&uri, &[])?;
    let catalog = caller.read(&app, |gate| Ok(gate.catalog())).await?;
    Ok(json(app.openapi(catalog).to_vec()))
}
