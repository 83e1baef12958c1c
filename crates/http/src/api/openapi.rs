//! `GET /openapi.json`: what can be asked, for programs.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;

use super::json;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// The document, made once.
pub(crate) async fn openapi(State(app): State<App>, _: Caller, uri: Uri) -> Result<Response, Refused> {
    Parameters::of(&uri, &[])?;
    Ok(json(app.openapi().to_vec()))
}
