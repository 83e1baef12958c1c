//! `POST /{objects}`: a new record.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use cordee_base::Problem;

use super::body::Body;
use super::draft::{draft, told_at_once};
use super::parameters::Parameters;
use super::shown::after;
use super::{json, object, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// 201 with the record, its address and its version.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Response, Refused> {
    Parameters::of(&uri, &[])?;
    let members = body.members()?;
    let created = caller.write(&app, move |gate| {
        let object = object(gate, &plural)?;
        let (draft, faults) = draft(gate, object, &members, None);
        let id = told_at_once(gate.create(draft), faults)?;
        let (body, version) = after(gate, object, id)?;
        Ok((object, id, body, version))
    });
    let (object, id, body, number) = created.await?;
    let mut answer = version::tagged(json(body), number);
    let place = format!("/api/v1/{}/{id}", object.plural);
    let place = HeaderValue::from_str(&place).map_err(Problem::internal)?;
    answer.headers_mut().insert(header::LOCATION, place);
    *answer.status_mut() = StatusCode::CREATED;
    Ok(answer)
}
