//! `/imports`: what was brought in, and what is being brought in: progress, stop, resume, undo, the rejected rows.

use std::path::PathBuf;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, post};
use cordee_base::{Id, Outcome, Problem};
use cordee_kit::import_json;
use cordee_records::system::import::REJECTS;
use cordee_schema::Record;
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::import_plans::import_of;
use super::parameters::Parameters;
use super::place::One;
use crate::files::attached;
use crate::imports::{Task, aside, needs_imports, set_to_work};
use crate::signed::Caller;
use crate::{App, Refused};

/// `GET /imports`: `{"data": [Import]}`, the newest first.
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let imports = app.registry().imports;
    let records = caller.read(&app, move |gate| {
        needs_imports(gate)?;
        imports.list(gate)
    });
    Ok(Json(all(&app, &records.await?)))
}

/// `GET /imports/runs/{id}`: the imports of a run, in their order.
pub(crate) async fn run(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let id = import_of(&app, &caller, &id, &uri).await?;
    let imports = app.registry().imports;
    let records = caller.read(&app, move |gate| imports.together(gate, id)).await?;
    Ok(Json(all(&app, &records)))
}

/// `GET /imports/{id}`
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let id = import_of(&app, &caller, &id, &uri).await?;
    let imports = app.registry().imports;
    let record = caller.read(&app, move |gate| imports.get(gate, id)).await?;
    Ok(Json(told(&app, &record)))
}

/// How imports are turned.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Turn {
    /// They stop after the rows in hand.
    Stop,
    /// They go on where they stopped.
    Resume,
    /// What they created goes, what they changed is as before; the last that came in goes first.
    Undo,
}

/// `POST /imports/{id}/…`, and with `whole` `POST /imports/runs/{id}/…` for all of a run.
pub(crate) fn turns(turn: Turn, whole: bool) -> MethodRouter<App> {
    post(move |State(app): State<App>, caller: Caller, One(id): One, body: Body| async move {
        turned(&app, caller, id, body, whole, turn).await
    })
}

/// `GET /imports/{id}/rejected`: the rows that were not taken, each with the reason in a last column.
pub(crate) async fn rejected(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<String>,
    uri: Uri,
) -> Result<Response, Refused> {
    let id = import_of(&app, &caller, &id, &uri).await?;
    let imports = app.registry().imports;
    let path = caller.read(&app, move |gate| Ok(imports.get(gate, id)?.get(REJECTS).unwrap_or_default()));
    let path = PathBuf::from(path.await?);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = aside(move || std::fs::read(&path).map_err(|_| Problem::NotFound)).await?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    Ok(([kind, attached(&name)], bytes).into_response())
}

/// Turns an import, or all of a run; tells how they stood.
async fn turned(
    app: &App,
    caller: Caller,
    id: Id,
    body: Body,
    whole: bool,
    turn: Turn,
) -> Result<Answer, Refused> {
    let once = body.nothing()?;
    let imports = app.registry().imports;
    let those = caller.read(app, move |gate| {
        needs_imports(gate)?;
        if whole { imports.together(gate, id) } else { Ok(vec![imports.get(gate, id)?]) }
    });
    let ids: Vec<Id> = those.await?.iter().map(|import| import.head.id).collect();
    let (asked, at) = (ids.clone(), app.clone());
    let answer = caller.once(app, once, move |gate| {
        let those = asked.iter().map(|id| imports.get(gate, *id)).collect::<Outcome<Vec<_>>>()?;
        let body = if whole { all(&at, &those) } else { told(&at, &those[0]) };
        Ok(Answer::json(body.to_string()))
    });
    let answer = answer.await?;
    if !answer.again {
        match turn {
            Turn::Stop => ids.iter().for_each(|id| app.work().stop(*id)),
            Turn::Resume => set_to_work(app, &caller.actor, ids, Task::Run),
            Turn::Undo => set_to_work(app, &caller.actor, ids.into_iter().rev().collect(), Task::Undo),
        }
    }
    Ok(answer)
}

fn all(app: &App, records: &[Record]) -> Value {
    json!({"data": records.iter().map(|record| told(app, record)).collect::<Vec<_>>()})
}

fn told(app: &App, record: &Record) -> Value {
    let job = app.work().job(record.head.id);
    import_json(record, job.as_ref().map(|job| &job.progress))
}
