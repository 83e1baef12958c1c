//! `DELETE /{objects}/{id}`: into the trash.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};

use super::parameters::Parameters;
use super::{id, object, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// 204; it can be restored.
pub(crate) async fn delete(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<StatusCode, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let from = version::needed(&headers)?;
    caller.write(&app, move |gate| gate.trash(object(gate, &plural)?, id, from)).await?;
    Ok(StatusCode::NO_CONTENT)
}
