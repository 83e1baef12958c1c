//! `POST /{objects}/{id}/restore`: out of the trash. `POST /{objects}/{id}/purge`: out of it for good.

use axum::extract::{Path, State};
use axum::http::Uri;

use super::answer::Answer;
use super::body::Body;
use super::create::shown;
use super::parameters::Parameters;
use super::{id, object};
use crate::signed::Caller;
use crate::{App, Refused};

/// The record as it stands again.
pub(crate) async fn restore(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let once = body.nothing()?;
    let restored = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        gate.restore(object, id)?;
        shown(gate, object, id)
    });
    restored.await
}

/// 204; nothing brings it back. For administrators, whether it was in the trash or not.
pub(crate) async fn purge(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let once = body.nothing()?;
    let purged = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        gate.purge(object, id)?;
        Ok(Answer::nothing())
    });
    purged.await
}
