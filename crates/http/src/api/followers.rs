//! `/{objects}/{id}/followers`: who is told of what happens to a record.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::place::Place;
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"data": [{"id", "name"}], "following": whether oneself}`
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    place: Place,
) -> Result<Json<Value>, Refused> {
    let told = caller.read(&app, move |gate| {
        let object = place.object(gate)?;
        Ok((gate.followers(object, place.id)?, gate.follows(object, place.id)?))
    });
    let (followers, following) = told.await?;
    let data: Vec<Value> =
        followers.iter().map(|hit| json!({"id": hit.id.to_string(), "name": hit.title})).collect();
    Ok(Json(json!({"data": data, "following": following})))
}
