//! `GET /{objects}`: a page of records.

use std::io::Write;

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use cordee_records::Total;

use super::asked::query;
use super::included::write_included;
use super::lines::Included;
use super::parameters::Parameters;
use super::{json, object};
use crate::signed::Asker;
use crate::{App, Refused};
use cordee_schema::json::write_text;

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] =
    &["filter", "sort", "fields", "include", "limit", "cursor", "count", "as_of", "trash"];

/// `{"data": […], "next": cursor or null, "count": n, "included": {…}}`
pub(crate) async fn list(
    State(app): State<App>,
    asker: Asker,
    Path(plural): Path<String>,
    uri: Uri,
) -> Result<Response, Refused> {
    let given = asker.told(&app, Parameters::of(&uri, PARAMETERS)).await?;
    let body = asker.read(&app, move |gate| {
        let object = object(gate, &plural)?;
        let (query, shape) = query(gate, object, &given)?;
        let page = gate.list(&query)?;
        let mut out = Vec::with_capacity(64 + page.records.len() * 512);
        out.extend_from_slice(b"{\"data\":[");
        let lines = Included::of(gate, &shape.lines, &page.records)?;
        for (place, record) in page.records.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            lines.write(&mut out, record, shape.fields.as_deref());
        }
        out.extend_from_slice(b"],\"next\":");
        match &page.next {
            Some(cursor) => write_text(&mut out, cursor),
            None => out.extend_from_slice(b"null"),
        }
        if let Total::Exact(count) = page.total {
            let _ = write!(out, ",\"count\":{count}");
        }
        write_included(gate, &mut out, &page.records, &shape.include)?;
        out.push(b'}');
        Ok(out)
    });
    Ok(json(body.await?))
}
