//! `POST /{objects}/{id}/{action}`: a verb, with its input as a JSON object.

use std::io::Write;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use cordee_base::Problem;

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use super::shown::after;
use super::{id, object, version};
use crate::signed::Caller;
use crate::{App, Refused};

/// `{"object": plural, "id": …, "data": the record to look at next}`
pub(crate) async fn act(
    State(app): State<App>,
    caller: Caller,
    Path((plural, text, verb)): Path<(String, String, String)>,
    headers: HeaderMap,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    let (id, registry) = (id(&text)?, app.registry().clone());
    Parameters::of(&uri, &[])?;
    let from = version::said(&headers)?;
    let Body { json, once } = body;
    let done = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        let action = registry.action(object, &verb).ok_or(Problem::NotFound)?;
        let input = action.input_from_json(&json, gate.reading())?;
        let done = action.act(gate, object, id, from, &input)?;
        let next = gate.catalog().object(done.object).ok_or(Problem::NotFound)?;
        let mut out = Vec::with_capacity(1024);
        let _ = write!(out, "{{\"object\":\"{}\",\"id\":\"{}\",\"data\":", next.plural, done.id);
        out.extend(after(gate, next, done.id, &[])?.0);
        out.push(b'}');
        Ok(Answer::json(out))
    });
    done.await
}
