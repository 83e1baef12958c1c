//! `DELETE /…/{id}` of what is no record: something is ended by its id, and there is nothing more to tell.

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::routing::{MethodRouter, delete};
use cordee_base::{Id, Outcome};
use cordee_records::Gate;

use super::id;
use super::parameters::Parameters;
use crate::App;
use crate::signed::Caller;

/// The route on which `end` is done to what has the id of the address: 204.
pub(crate) fn ends(end: fn(&mut Gate<'_>, Id) -> Outcome<()>) -> MethodRouter<App> {
    delete(move |State(app): State<App>, caller: Caller, Path(text): Path<String>, uri: Uri| async move {
        Parameters::of(&uri, &[])?;
        let id = id(&text)?;
        caller.write(&app, move |gate| end(gate, id)).await?;
        Ok::<_, crate::Refused>(StatusCode::NO_CONTENT)
    })
}
