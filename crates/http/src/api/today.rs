//! `GET /today`: what waits for whoever asks. `POST /{objects}/{id}/snooze`: puts a record off until a day, for oneself.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Date, Fault};
use cordee_kit::{DayAsked, Whose, day_json};
use serde_json::{Map, Value};

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use super::place::Place;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["whose", "snoozed"];

/// `{"date", "whose", "snoozed", "sections": [{"name", "more", "items"}], "month": [{"metric", "value", "before"}]}`
pub(crate) async fn today(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let whose = given.one("whose").map(|text| {
        let options = Whose::NAMES.join(", ");
        let fault = Fault::at("whose", "error-choice").with("value", text).with("options", options);
        Whose::named(text).ok_or_else(|| Refused::unreadable(fault))
    });
    let whose = whose.transpose()?;
    let asked = DayAsked { whose, snoozed: given.yes("snoozed").map_err(Refused::unreadable)? };
    let registry = app.clone();
    let told = caller.read(&app, move |gate| {
        let day = registry.registry().day(gate, &asked)?;
        Ok(day_json(&day, gate.today(), gate.reading().currency))
    });
    Ok(Json(told.await?))
}

/// 204; without a day it is there again at once.
pub(crate) async fn snooze(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    body: Body,
) -> Result<Answer, Refused> {
    let once = body.once.clone();
    let until = until(&body.members()?)?;
    let done = caller.once(&app, once, move |gate| {
        let object = place.object(gate)?;
        gate.snooze(object, place.id, until).map(|()| Answer::nothing())
    });
    done.await
}

fn until(members: &Map<String, Value>) -> Result<Option<Date>, Refused> {
    if let Some(other) = members.keys().find(|name| *name != "until") {
        let fault = Fault::at(other, "error-unknown-field").with("name", other).with("nearest", "");
        return Err(fault.into());
    }
    let wrong = |value: &Value| Fault::at("until", "error-date").with("value", value);
    match members.get("until") {
        None => Err(Fault::at("until", "error-required").into()),
        Some(Value::Null) => Ok(None),
        Some(value) => {
            let day = value.as_str().and_then(|text| text.parse().ok());
            day.map(Some).ok_or_else(|| wrong(value).into())
        }
    }
}
