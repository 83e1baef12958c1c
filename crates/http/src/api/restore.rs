//! `POST /{objects}/{id}/restore`: out of the trash.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;

use super::parameters::Parameters;
use super::shown::after;
use super::{id, json, object, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// The record as it stands again.
pub(crate) async fn restore(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
) -> Result<Response, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let restored = caller.write(&app, move |gate| {
        let object = object(gate, &plural)?;
        gate.restore(object, id)?;
        after(gate, object, id)
    });
    let (body, number) = restored.await?;
    Ok(version::tagged(json(body), number))
}
