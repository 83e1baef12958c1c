//! `POST /{objects}/{id}/restore`: out of the trash.

use axum::extract::State;

use super::answer::Answer;
use super::body::Body;
use super::create::shown;
use super::place::Place;
use crate::signed::Caller;
use crate::{App, Refused};

/// The record as it stands again.
pub(crate) async fn restore(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    body: Body,
) -> Result<Answer, Refused> {
    let once = body.nothing()?;
    let restored = caller.once(&app, once, move |gate| {
        let object = place.object(gate)?;
        gate.restore(object, place.id)?;
        shown(gate, object, place.id, &[])
    });
    restored.await
}
