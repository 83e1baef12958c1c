//! `GET /{objects}/{id}`: one record.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use cordee_kit::as_of;

use super::asked::{Faults, shape};
use super::included::write_included;
use super::lines::Included;
use super::parameters::Parameters;
use super::{id, json, object, version};
use crate::signed::Asker;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["fields", "include", "as_of", "trash"];

/// The record with its version as `ETag`.
pub(crate) async fn read(
    State(app): State<App>,
    asker: Asker,
    Path((plural, text)): Path<(String, String)>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Refused> {
    let made = id(&text).and_then(|id| Ok((id, Parameters::of(&uri, PARAMETERS)?)));
    let (id, given) = asker.told(&app, made).await?;
    let found = asker.glance(&app, move |gate| {
        let (object, mut faults) = (object(gate, &plural)?, Faults::default());
        let shape = shape(gate, object, &given, &mut faults);
        let then = faults.keep(given.one("as_of").map(|text| as_of(text, gate.reading())).transpose());
        let trashed = faults.keep(given.yes("trash"));
        // What one may not see is not found, whatever else was asked.
        let record = match then {
            Some(then) => gate.get_as_of(object, id, then),
            None if trashed => gate.get_trashed(object, id),
            None => gate.get(object, id),
        }?;
        faults.none()?;
        let mut out = Vec::with_capacity(1024);
        let lines = Included::of(gate, &shape.lines, std::slice::from_ref(&record))?;
        lines.write(&mut out, &record, shape.fields.as_deref());
        if !shape.include.is_empty() {
            out.pop();
            write_included(gate, &mut out, std::slice::from_ref(&record), &shape.include)?;
            out.push(b'}');
        }
        Ok((out, record.head.version))
    });
    let (body, number) = found.await?;
    let answer = match version::known(&headers, number) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => json(body),
    };
    Ok(version::tagged(answer, Some(number)))
}
