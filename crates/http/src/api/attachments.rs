//! `/{objects}/{id}/attachments` and `/attachments/{id}`: files about records.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use cordee_base::{Fault, Id, Outcome};
use cordee_kit::attachment_json;
use cordee_records::{Gate, Kept, Repeatable, Room};
use cordee_schema::Object;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::once::repeatable;
use super::parameters::Parameters;
use super::place::{One, Place};
use super::{id, object};
use crate::files::{Asked, sent, take_in, thumbnail};
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked of a list.
pub(crate) const LIST: &[&str] = &["trash"];
/// What may be asked of the bytes.
pub(crate) const CONTENT: &[&str] = &["inline"];

/// `GET /{objects}/{id}/attachments`: `{"data": […]}`, the newest first.
pub(crate) async fn list(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text)): Path<(String, String)>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let (id, given) = (id(&text)?, Parameters::of(&uri, LIST)?);
    let removed = given.yes("trash").map_err(Refused::unreadable)?;
    let list = caller.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        told(gate, object, id, removed)
    });
    Ok(Json(list.await?))
}

/// `POST /{objects}/{id}/attachments`: parts of a form, or one body whose name stands in `Content-Disposition`.
pub(crate) async fn add(
    State(app): State<App>,
    caller: Caller,
    place: Place,
    request: Request,
) -> Result<Answer, Refused> {
    repeatable(request.method(), request.uri(), request.headers(), &[])?;
    let (id, asked) = (place.id, place.clone());
    // Before anything is read of the files: whether they are welcome, and how much there is room for.
    let room = caller.read(&app, move |gate| {
        let object = asked.object(gate)?;
        gate.attachable(object, id)?;
        gate.room_for_files()
    });
    let room = room.await?;
    let (once, kept) = received(&app, &caller, request, room).await?;
    let added = caller.once(&app, once, move |gate| {
        let object = place.object(gate)?;
        let ids = gate.attach(object, id, &kept)?;
        answered(gate, &ids)
    });
    added.await
}

/// `POST /attachments`: files that belong to no record yet, to be given to fields within a day.
pub(crate) async fn upload(
    State(app): State<App>,
    caller: Caller,
    request: Request,
) -> Result<Answer, Refused> {
    Parameters::of(request.uri(), &[])?;
    repeatable(request.method(), request.uri(), request.headers(), &[])?;
    let room = caller.read(&app, |gate| {
        gate.may_upload()?;
        gate.room_for_files()
    });
    let room = room.await?;
    let (once, kept) = received(&app, &caller, request, room).await?;
    let added = caller.once(&app, once, move |gate| {
        let ids = gate.upload(&kept)?;
        answered(gate, &ids)
    });
    added.await
}

/// `GET /attachments/{id}`
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
) -> Result<Json<Value>, Refused> {
    Ok(Json(attachment_json(&caller.read(&app, move |gate| gate.attachment(id)).await?)))
}

/// `GET /attachments/{id}/content`: the bytes, also a part of them.
pub(crate) async fn content(
    State(app): State<App>,
    caller: Caller,
    Path(text): Path<String>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Refused> {
    let (id, given) = (id(&text)?, Parameters::of(&uri, CONTENT)?);
    let inline = given.yes("inline").map_err(Refused::unreadable)?;
    let content = caller.read(&app, move |gate| gate.attachment_content(id)).await?;
    Ok(sent(content, &Asked::of(&headers, inline)).await?)
}

/// `GET /attachments/{id}/thumbnail`: a small picture.
pub(crate) async fn small(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let content = caller.read(&app, move |gate| gate.attachment_content(id)).await?;
    Ok(thumbnail(&app, content, &headers).await?)
}

/// `POST /attachments/{id}/restore`
pub(crate) async fn restore(
    State(app): State<App>,
    caller: Caller,
    One(id): One,
    body: Body,
) -> Result<Answer, Refused> {
    let once = body.nothing()?;
    let back = caller.once(&app, once, move |gate| {
        gate.reattach(id)?;
        Ok(Answer::json(attachment_json(&gate.attachment(id)?).to_string()))
    });
    back.await
}

fn told(gate: &mut Gate<'_>, object: &'static Object, id: Id, removed: bool) -> Outcome<Value> {
    let list = gate.attachments(object, id, removed)?;
    Ok(json!({ "data": list.iter().map(attachment_json).collect::<Vec<Value>>() }))
}

/// The files of a request, kept; and the request as one that may be sent again, told from others by what they hold.
async fn received(
    app: &App,
    caller: &Caller,
    request: Request,
    room: Room,
) -> Result<(Option<Repeatable>, Vec<Kept>), Refused> {
    let (method, uri, headers) = (request.method().clone(), request.uri().clone(), request.headers().clone());
    let came = take_in(app, request, room).await?;
    if came.files.is_empty() {
        return Err(Fault::at("file", "error-required").into());
    }
    let told: Vec<String> =
        came.files.iter().map(|(_, file)| format!("{} {}", file.digest(), file.name())).collect();
    let once = repeatable(&method, &uri, &headers, told.join("\n").as_bytes())?;
    let files = came.files.into_iter().map(|(_, file)| file).collect();
    Ok((once, app.records().keep_files(caller.actor.workspace, files).await?))
}

fn answered(gate: &mut Gate<'_>, ids: &[Id]) -> Outcome<Answer> {
    let added = ids.iter().map(|id| Ok(attachment_json(&gate.attachment(*id)?)));
    let added: Vec<Value> = added.collect::<Outcome<_>>()?;
    Ok(Answer::json(json!({ "data": added }).to_string()).created(None))
}
