//! `PATCH /{objects}/{id}`: changes of the named fields, made from a version one has seen.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use cordee_base::{Id, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::Object;
use serde_json::{Map, Value as Json};

use super::body::Body;
use super::draft::{draft, told_at_once};
use super::place::Place;
use super::shown::after;
use super::{json, lines, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// The record as it stands then; 412 if somebody else was quicker, 428 if no version is said.
pub(crate) async fn update(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refused> {
    let from = version::needed(&headers)?;
    let members = body.members()?;
    let updated = caller.write(&app, move |gate| {
        let object = place.object(gate)?;
        let id = changed(gate, object, place.id, from, &members)?;
        let named = lines::named(gate, object, &members);
        after(gate, object, id, &named)
    });
    let (body, number) = updated.await?;
    Ok(version::tagged(json(body), number))
}

/// Changes a record by a JSON object; gives the id of what was changed, which is where a merged record went.
pub(crate) fn changed(
    gate: &mut Gate<'_>,
    object: &'static Object,
    id: Id,
    from: Option<i64>,
    members: &Map<String, Json>,
) -> Outcome<Id> {
    let before = gate.get(object, id)?;
    let (id, stands) = (before.head.id, before.head.version);
    if from.is_some_and(|from| from != stands) {
        return Err(Problem::Stale { now: stands });
    }
    let (draft, mut faults) = draft(gate, object, members, Some(&before));
    let (wishes, wrong) = lines::wishes(gate, object, Some(id), members)?;
    faults.extend(wrong);
    if wishes.is_empty() || !faults.is_empty() {
        told_at_once(gate.update(id, from, draft), faults)?;
        return Ok(id);
    }
    let done = gate.attempt(|gate| gate.update(id, from, draft))?;
    lines::set(gate, id, wishes, done)?;
    Ok(id)
}
