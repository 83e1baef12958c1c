//! `/{objects}/{id}/shares`: with whom a record is shared beyond what roles give. `/{objects}/{id}/access`: why somebody
//! can see it, or why not.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_kit::{share_json, sight_json};
use cordee_records::{Gate, ShareWish, SharedWith};
use cordee_schema::Object;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use super::place::{Place, PlaceOf};
use super::{id, object};
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked of access.
pub(crate) const ACCESS: &[&str] = &["user"];

/// `{"data": [Share]}`, the earliest first.
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    place: Place,
) -> Result<Json<Value>, Refused> {
    let shares = caller.read(&app, move |gate| {
        let object = shareable(gate, &place)?;
        gate.shares(object, place.id)
    });
    let data: Vec<Value> = shares.await?.iter().map(share_json).collect();
    Ok(Json(json!({"data": data})))
}

/// Shares the record, or changes how it is shared with them already.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    body: Body,
) -> Result<Answer, Refused> {
    let once = body.once.clone();
    let members = body.members()?;
    let made = caller.once(&app, once, move |gate| {
        let (object, id) = (shareable(gate, &place)?, place.id);
        // Whoever may not see the record is told nothing of what was wrong with the wish.
        gate.get(object, id)?;
        if !gate.access().shares() {
            return Err(Problem::NotAllowed);
        }
        let share = gate.share(object, id, &wish(&members)?)?;
        let shares = gate.shares(object, id)?;
        let made = shares.iter().find(|one| one.id == share).map(share_json).ok_or(Problem::NotFound)?;
        Ok(Answer::json(made.to_string()).created(None))
    });
    made.await
}

/// 204; they may see it no more, unless by another way.
pub(crate) async fn end(
    State(app): State<App>,
    caller: Caller,
    PlaceOf(place, share): PlaceOf,
) -> Result<StatusCode, Refused> {
    caller
        .write(&app, move |gate| {
            let object = shareable(gate, &place)?;
            gate.end_share(object, place.id, share)
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// `{"rights", "role", "team", "owner", "reasons", "why_not", "hidden", "read_only"}`, of oneself if nobody is named.
pub(crate) async fn access(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let (id, given) = (id(&text)?, Parameters::of(&uri, ACCESS)?);
    let wrong = |text: &str| Refused::unreadable(Fault::at("user", "error-id").with("value", text));
    let user: Option<Id> = given.one("user").map(|text| text.parse().map_err(|_| wrong(text))).transpose()?;
    let sight = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        let person = user.or(gate.access().user).ok_or(Problem::NotFound)?;
        gate.why(object, id, person)
    });
    Ok(Json(sight_json(&sight.await?)))
}

/// What can't be shared has no such address.
fn shareable(gate: &Gate<'_>, place: &Place) -> Outcome<&'static Object> {
    place.object(gate).and_then(|object| if object.shareable() { Ok(object) } else { Err(Problem::NotFound) })
}

/// What the members of a body say.
fn wish(members: &Map<String, Value>) -> Result<ShareWish, Problem> {
    let (mut with, mut edit, mut until) = (Vec::new(), false, None);
    let mut faults = Vec::new();
    for (name, value) in members {
        let text = value.as_str();
        match (name.as_str(), text) {
            ("user" | "team" | "until", _) if value.is_null() => {}
            ("user", Some(text)) if text.parse::<Id>().is_ok() => {
                with.extend(text.parse().ok().map(SharedWith::User));
            }
            ("team", Some(text)) if text.parse::<Id>().is_ok() => {
                with.extend(text.parse().ok().map(SharedWith::Team));
            }
            ("level", Some("read")) => edit = false,
            ("level", Some("edit")) => edit = true,
            ("until", Some(text)) if text.parse::<Moment>().is_ok() => until = text.parse().ok(),
            ("user" | "team" | "level" | "until", _) => {
                faults.push(Fault::at(name, "error-invalid-value").with("value", value));
            }
            (other, _) => {
                faults.push(Fault::at(other, "error-unknown-field").with("name", other).with("nearest", ""));
            }
        }
    }
    match with[..] {
        _ if !faults.is_empty() => Err(Problem::Invalid(faults)),
        [with] => Ok(ShareWish { with, edit, until }),
        _ => Err(Fault::at("user", "error-share-one").into()),
    }
}
