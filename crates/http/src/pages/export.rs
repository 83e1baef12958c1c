//! The records of a list as a file: exactly those that the filter leaves, or that were picked.

use std::io::Error;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use cordee_base::{Id, Outcome, Problem};
use cordee_kit::{Export, Format};
use cordee_records::{Query, Right};
use tokio::sync::mpsc::channel;

use super::visit::{Answered, Visit};
use crate::files::{as_it_comes, attached};

/// How many pages of records wait to be sent.
const WAITING: usize = 2;

/// `GET /OBJECTS/export?format=csv&filter=…`, or with `p-id` for each that was picked: sent as it is written, page by page.
pub(crate) async fn export(visit: Visit, Path(plural): Path<String>) -> Answered {
    let format = Format::named(visit.address.one("format").unwrap_or("csv")).ok_or(Problem::NotFound)?;
    let asked = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        if !reader.may(object, Right::Export) {
            return Err(Problem::NotAllowed);
        }
        let narrowed = reader.narrowed(object);
        let picked: Vec<Id> = reader.visit.address.all("p-id").filter_map(|id| id.parse().ok()).collect();
        let only = Some(picked).filter(|picked| !picked.is_empty());
        match narrowed.error {
            None => {
                let as_of = reader.then()?;
                Ok(Query { only, as_of, ..Query::of(object).filter(narrowed.filter) })
            }
            Some(_) => Err(Problem::NotFound),
        }
    });
    let query = match asked.await {
        Ok(asked) => asked,
        Err(problem) => return visit.refused(problem).await,
    };
    let object = query.object;
    let imports = visit.app.registry().imports;
    let begun = visit.read(move |reader| imports.export(reader.gate, &query, format)).await;
    let mut export = match begun {
        Ok(begun) => begun,
        Err(problem) => return visit.refused(problem).await,
    };
    let (send, pages) = channel(WAITING);
    tokio::spawn(async move {
        loop {
            let written = stretch(&visit, &mut *export).await;
            let last = !matches!(written, Ok((_, true)));
            let bytes = written.map(|(bytes, _)| bytes).map_err(|problem| Error::other(problem.to_string()));
            if send.send(bytes).await.is_err() || last {
                break;
            }
        }
    });
    let (name, kind) = (format!("{}.{}", object.plural, format.name()), format.media_type());
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(([kind, attached(&name)], as_it_comes(pages)).into_response())
}

/// The next stretch of the file, and whether there is more.
async fn stretch(visit: &Visit, export: &mut dyn Export) -> Outcome<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    if !export.more() {
        let more = export.rest(&mut bytes)?;
        return Ok((bytes, more));
    }
    let query = export.query().clone();
    let page = visit.read(move |reader| reader.gate.list(&query)).await?;
    export.put(page, &mut bytes)?;
    Ok((bytes, true))
}
