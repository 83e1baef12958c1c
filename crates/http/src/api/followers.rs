//! `/{objects}/{id}/followers`, `follow` and `unfollow`: who is told of what happens to a record.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use super::{id, object};
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"data": [{"id", "name"}], "following": whether oneself}`
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let told = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        Ok((gate.followers(object, id)?, gate.follows(object, id)?))
    });
    let (followers, following) = told.await?;
    let data: Vec<Value> =
        followers.iter().map(|hit| json!({"id": hit.id.to_string(), "name": hit.title})).collect();
    Ok(Json(json!({"data": data, "following": following})))
}

/// 204: one follows it from now on.
pub(crate) async fn follow(
    State(app): State<App>,
    caller: Caller,
    Path(place): Path<(String, String)>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    set(app, caller, place, uri, body, true).await
}

/// 204: one follows it no longer, also not by what one says about it next.
pub(crate) async fn unfollow(
    State(app): State<App>,
    caller: Caller,
    Path(place): Path<(String, String)>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    set(app, caller, place, uri, body, false).await
}

async fn set(
    app: App,
    caller: Caller,
    (plural, text): (String, String),
    uri: Uri,
    body: Body,
    following: bool,
) -> Result<Answer, Refused> {
    let id = id(&text)?;
    Parameters::of(&uri, &[])?;
    let once = body.nothing()?;
    let set = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        gate.set_following(object, id, following)?;
        Ok(Answer::nothing())
    });
    set.await
}
