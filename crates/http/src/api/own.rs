//! `/sessions`, `/tokens`: what is the caller's own, to list and to end.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use serde_json::{Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// Something that is the caller's own and can be ended.
pub(crate) trait Own: Sized + Send + 'static {
    /// All that the caller has.
    fn all(gate: &mut Gate<'_>) -> Outcome<Vec<Self>>;

    /// Ends the one with this id.
    fn end(gate: &mut Gate<'_>, id: Id) -> Outcome<()>;

    /// How it is told.
    fn shown(&self) -> Value;
}

/// `GET /sessions`, `GET /tokens`
pub(crate) async fn list<T: Own>(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let own = caller.read(&app, T::all).await?;
    let data: Vec<Value> = own.iter().map(T::shown).collect();
    Ok(Json(json!({"data": data})))
}
