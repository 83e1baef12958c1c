//! `PATCH /{objects}/{id}`: changes of the named fields, made from a version one has seen.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use cordee_base::Problem;

use super::body::Body;
use super::draft::{draft, told_at_once};
use super::parameters::Parameters;
use super::shown::after;
use super::{id, json, object, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// The record as it stands then; 412 if somebody else was quicker, 428 if no version is said.
pub(crate) async fn update(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    headers: HeaderMap,
    uri: Uri,
    body: Body,
) -> Result<Response, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let from = version::needed(&headers)?;
    let members = body.members()?;
    let updated = caller.write(&app, move |gate| {
        let object = object(gate, &plural)?;
        let before = gate.get(object, id)?;
        let stands = before.head.version;
        if from.is_some_and(|from| from != stands) {
            return Err(Problem::Stale { now: stands });
        }
        let (draft, faults) = draft(gate, object, &members, Some(&before));
        // A record that was merged is changed where it went.
        told_at_once(gate.update(before.head.id, from, draft), faults)?;
        after(gate, object, before.head.id)
    });
    let (body, number) = updated.await?;
    Ok(version::tagged(json(body), number))
}
