//! What is done to something by its id, with nothing more to say and nothing to tell: 204.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{MethodRouter, delete, post};
use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_schema::Object;

use super::answer::Answer;
use super::body::Body;
use super::place::{One, Place};
use crate::signed::Caller;
use crate::{App, Refused};

/// `DELETE …/{id}`: `end` is done to what has the id.
pub(crate) fn ends(end: fn(&mut Gate<'_>, Id) -> Outcome<()>) -> MethodRouter<App> {
    delete(move |State(app): State<App>, caller: Caller, One(id): One| async move {
        caller.write(&app, move |gate| end(gate, id)).await?;
        Ok::<_, Refused>(StatusCode::NO_CONTENT)
    })
}

/// `POST …/{id}/…`: `act` is done to what has the id; once, however often it is sent under its key.
pub(crate) fn does(act: fn(&mut Gate<'_>, Id) -> Outcome<()>) -> MethodRouter<App> {
    post(move |State(app): State<App>, caller: Caller, One(id): One, body: Body| async move {
        let once = body.nothing()?;
        let done = caller.once(&app, once, move |gate| act(gate, id).map(|()| Answer::nothing()));
        done.await
    })
}

/// `POST /{objects}/{id}/…`: the same to a record.
pub(crate) fn does_to(act: fn(&mut Gate<'_>, &'static Object, Id) -> Outcome<()>) -> MethodRouter<App> {
    post(move |State(app): State<App>, caller: Caller, place: Place, body: Body| async move {
        let once = body.nothing()?;
        let done = caller.once(&app, once, move |gate| {
            let object = place.object(gate)?;
            act(gate, object, place.id).map(|()| Answer::nothing())
        });
        done.await
    })
}
