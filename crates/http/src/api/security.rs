//! `GET /security_events`: what happened to how one signs in; for administrators, to anybody.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Fault, Id};
use cordee_records::Query;
use cordee_records::sign_in::{SecurityEvent, SecurityQuery};
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
    let limit = asked.limit(50, Query::MOST).map_err(Refused::unreadable)?;
    let query = SecurityQuery { user: named, event: text("event"), cursor: text("cursor"), limit };
    let (events, next) = caller
        .read(&app, move |gate| {
            let mut query = query.clone();
            if query.user.is_none() && !gate.access().administers() {
                query.user = gate.access().user;
            }
            gate.security_events(&query)
        })
        .await?;
    Ok(Json(json!({"data": events.iter().map(SecurityEvent::json).collect::<Vec<Value>>(), "next": next})))
}
