//! `GET /security_events`: what happened to how one signs in; for administrators, to anybody.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Fault, Id};
use cordee_records::Query;
use cordee_records::sign_in::{SecurityEvent, SecurityQuery};
use cordee_records::system::security_event::EVENTS;
use serde_json::{Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"data", "next"}`; of all for administrators, of oneself for others, unless `user` names somebody.
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let asked = Parameters::of(&uri, &["user", "event", "limit", "cursor"])?;
    let text = |name: &str| asked.one(name).map(str::to_owned);
    let named = text("user").map(|user| {
        let wrong = || Fault::at("user", "error-id").with("value", &user);
        user.parse::<Id>().map_err(|_| Refused::unreadable(wrong()))
    });
    let named = named.transpose()?;
    let event = text("event");
    if let Some(unknown) = event.as_ref().filter(|key| EVENTS.iter().all(|known| known.key != **key)) {
        let known: Vec<&str> = EVENTS.iter().map(|known| known.key).collect();
        let fault = Fault::at("event", "error-choice").with("value", unknown);
        return Err(Refused::unreadable(fault.with("options", known.join(", "))));
    }
    let limit = asked.limit(50, Query::MOST).map_err(Refused::unreadable)?;
    let query = SecurityQuery { user: named, event, cursor: text("cursor"), limit };
    let (events, next) = caller
        .read(&app, move |gate| {
            let mut query = query.clone();
            if query.user.is_none() && !gate.access().administers() {
                query.user = gate.access().user;
            }
            gate.security_events(&query)
        })
        .await?;
    Ok(Json(json!({"data": events.iter().map(shown).collect::<Vec<Value>>(), "next": next})))
}

fn shown(event: &SecurityEvent) -> Value {
    let person = |(id, name): &(Id, String)| json!({"id": id.to_string(), "name": name});
    json!({
        "id": event.id.to_string(),
        "at": event.at.to_string(),
        "event": event.event,
        "user": person(&event.user),
        "done_by": event.done_by.as_ref().map(person),
        "detail": event.detail,
        "door": event.door,
        "address": event.address,
        "agent": event.agent,
    })
}
