//! `DELETE /{objects}/{id}`: into the trash.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};

use super::place::Place;
use super::version;
use crate::signed::Caller;
use crate::{App, Refused};

/// 204; it can be restored.
pub(crate) async fn delete(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    headers: HeaderMap,
) -> Result<StatusCode, Refused> {
    let from = version::needed(&headers)?;
    caller.write(&app, move |gate| gate.trash(place.object(gate)?, place.id, from)).await?;
    Ok(StatusCode::NO_CONTENT)
}
