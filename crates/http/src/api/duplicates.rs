//! Records that may be the same thing: as a new one would be, as one that stands, and wherever two stand.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::Problem;
use cordee_kit::{doubles_json, likely_json};
use cordee_records::Likely;
use serde_json::{Value, json};

use super::body::Body;
use super::draft::draft;
use super::object;
use super::parameters::Parameters;
use super::place::Place;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked of all records of an object.
pub(crate) const PARAMETERS: &[&str] = &["cursor"];

/// `POST /{objects}/duplicates` with what a new record would be:
/// `{"data": [{"object", "id", "title", "reasons": [{"field", "in", "same", "text"}]}]}`, the likeliest first.
pub(crate) async fn of_new(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let members = body.members()?;
    let found = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        match draft(gate, object, &members, None) {
            (draft, faults) if faults.is_empty() => gate.duplicates(&draft, None),
            (_, faults) => Err(Problem::Invalid(faults)),
        }
    });
    Ok(told(&found.await?))
}

/// `GET /{objects}/{id}/duplicates`: the same for a record that stands, of its own object.
pub(crate) async fn of_one(
    State(app): State<App>,
    caller: Caller,
    place: Place,
) -> Result<Json<Value>, Refused> {
    let found = caller.read(&app, move |gate| {
        let object = place.object(gate)?;
        let record = gate.get(object, place.id)?;
        gate.duplicates_of(&record)
    });
    Ok(told(&found.await?))
}

/// `GET /{objects}/duplicates`: what stands twice among some records, the newest first:
/// `{"data": [{"id", "title", "older": […]}], "looked": how many, "next": cursor or null}`.
pub(crate) async fn of_all(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let cursor = given.one("cursor").map(str::to_owned);
    let found = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        gate.doubles(object, cursor.clone())
    });
    Ok(Json(doubles_json(&found.await?)))
}

fn told(found: &[Likely]) -> Json<Value> {
    Json(json!({"data": found.iter().map(likely_json).collect::<Vec<_>>()}))
}
