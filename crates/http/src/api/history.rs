//! `GET /{objects}/{id}/history`: what happened to a record, the newest first.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_kit::entry_json;
use serde_json::{Value, json};

use super::parameters::Parameters;
use super::{id, object};
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["limit", "before"];

/// `{"data": [{"seq", "at", "actor", "door", "verb", "changes": {field: {"from", "to"}}}], "next": seq or null}`
pub(crate) async fn history(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let id = id(&text)?;
    let given = Parameters::of(&uri, PARAMETERS)?;
    let page = given.backwards("before", "error-number")?;
    let history = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        Ok((object, gate.history(object, id, page.before, page.limit)?))
    });
    let (object, entries) = history.await?;
    let next = page.next(&entries, |entry| entry.seq.into());
    let data: Vec<Value> = entries.iter().map(|entry| entry_json(object, entry)).collect();
    Ok(Json(json!({"data": data, "next": next})))
}
