//! `POST /{objects}`: a new record.

use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_schema::Object;
use serde_json::{Map, Value as Json};

use super::answer::Answer;
use super::body::Body;
use super::draft::{draft, told_at_once};
use super::lines;
use super::object;
use super::parameters::Parameters;
use super::shown::after;
use crate::signed::Caller;
use crate::{App, Refused};

/// 201 with the record, its address and its version.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    uri: Uri,
    mut body: Body,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let once = body.once.take();
    let members = body.members()?;
    let created = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        let id = made(gate, object, &members)?;
        let named = lines::named(gate, object, &members);
        Ok(shown(gate, object, id, &named)?.created(Some(place(object, id))))
    });
    created.await
}

/// Makes a record of a JSON object.
pub(crate) fn made(gate: &mut Gate<'_>, object: &'static Object, members: &Map<String, Json>) -> Outcome<Id> {
    let (draft, mut faults) = draft(gate, object, members, None);
    let (wishes, wrong) = lines::wishes(gate, object, None, members)?;
    faults.extend(wrong);
    let id = told_at_once(gate.create(draft), faults)?;
    lines::set(gate, id, wishes, Ok(id))
}

/// The address of a record.
pub(crate) fn place(object: &Object, id: Id) -> String {
    format!("/api/v1/{}/{id}", object.plural)
}

/// 200 with a record as it stands after a change, with these lines of it.
pub(crate) fn shown(
    gate: &mut Gate<'_>,
    object: &'static Object,
    id: Id,
    lines: &[&'static Object],
) -> Outcome<Answer> {
    let (body, version) = after(gate, object, id, lines)?;
    Ok(Answer::json(body).version(version))
}
