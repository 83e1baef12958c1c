//! `GET /{objects}/{id}/history`: what happened to a record, or to one field of it, the newest first.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::Fault;
use cordee_kit::entry_json;
use cordee_records::{FieldRight, Gate};
use cordee_schema::{FieldDef, Object, nearest};
use serde_json::{Value, json};

use super::parameters::Parameters;
use super::{id, object};
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["field", "limit", "before"];

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
    let of = given.one("field").map(str::to_owned);
    let history = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        let of = match of.as_deref().map(|name| seen_field(gate, object, name)).transpose() {
            Ok(of) => of,
            Err(fault) => return Ok(Err(fault)),
        };
        let entries = match of {
            Some(field) => gate.history_of(object, id, field, page.before, page.limit)?,
            None => gate.history(object, id, page.before, page.limit)?,
        };
        Ok(Ok((object, entries)))
    });
    let (object, entries) = history.await?.map_err(Refused::unreadable)?;
    let next = page.next(&entries, |entry| entry.seq.into());
    let data: Vec<Value> = entries.iter().map(|entry| entry_json(object, entry)).collect();
    Ok(Json(json!({"data": data, "next": next})))
}

/// The field of this name, if the caller may know of it.
fn seen_field(gate: &Gate<'_>, object: &'static Object, name: &str) -> Result<&'static FieldDef, Fault> {
    let seen = |field: &&FieldDef| !field.secret && gate.access().field(object, field) != FieldRight::Hidden;
    object.field(name).filter(seen).ok_or_else(|| {
        let known = object.fields.iter().filter(seen).map(|field| field.name);
        let near = nearest(name, known).unwrap_or("");
        Fault::at("field", "error-unknown-field").with("name", name).with("nearest", near)
    })
}
