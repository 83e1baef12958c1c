//! The records of a list as a file: exactly those that the filter leaves.

use std::io::Error;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use cordee_base::{Outcome, Problem};
use cordee_kit::Format;
use cordee_records::{Query, Right};
use hyper::body::Frame;
use tokio::sync::mpsc::{Receiver, channel};

use super::imports::attached;
use super::visit::{Answered, Visit};

/// How many pages of records wait to be sent.
const WAITING: usize = 2;

/// `GET /OBJECTS/export?format=csv&filter=…`: sent as it is written, page by page.
pub(crate) async fn export(visit: Visit, Path(plural): Path<String>) -> Answered {
    let format = Format::named(visit.address.one("format").unwrap_or("csv")).ok_or(Problem::NotFound)?;
    let asked = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        if !reader.may(object, Right::Export) {
            return Err(Problem::NotAllowed);
        }
        let narrowed = reader.narrowed(object);
        match narrowed.error {
            None => Ok((object, narrowed.filter)),
            Some(_) => Err(Problem::NotFound),
        }
    });
    let (object, filter) = match asked.await {
        Ok(asked) => asked,
        Err(problem) => return visit.refused(problem).await,
    };
    let first = Query { limit: Query::MOST, ..Query::of(object).filter(filter) };
    let (send, pages) = channel(WAITING);
    tokio::spawn(async move {
        let mut query = first;
        loop {
            let page = page(&visit, query.clone(), format).await;
            let next = page.as_ref().ok().and_then(|(_, next)| next.clone());
            let bytes = page.map(|(bytes, _)| bytes).map_err(|problem| Error::other(problem.to_string()));
            let broken = bytes.is_err() || send.send(bytes).await.is_err();
            match next {
                Some(cursor) if !broken => query.cursor = Some(cursor),
                _ => break,
            }
        }
    });
    let (name, kind) = match format {
        Format::Csv => (format!("{}.csv", object.plural), "text/csv; charset=utf-8"),
        Format::JsonLines => (format!("{}.jsonl", object.plural), "application/jsonl"),
    };
    let body = Body::new(Pages(pages));
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static(kind)), attached(&name)], body).into_response())
}

/// One page of records as it stands in the file, and the cursor of the next.
async fn page(visit: &Visit, query: Query, format: Format) -> Outcome<(Vec<u8>, Option<String>)> {
    visit
        .read(move |reader| {
            let mut bytes = Vec::new();
            let next = reader.registry().imports.export(reader.gate, &query, format, &mut bytes)?;
            Ok((bytes, next))
        })
        .await
}

/// The pages of a file as a body. A page that failed breaks the answer off, so that nobody takes a part for the whole.
struct Pages(Receiver<Result<Vec<u8>, Error>>);

impl HttpBody for Pages {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let framed = |bytes: Result<Vec<u8>, Error>| bytes.map(|bytes| Frame::data(Bytes::from(bytes)));
        self.0.poll_recv(context).map(|page| page.map(framed))
    }
}
