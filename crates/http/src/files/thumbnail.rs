//! The small picture of a file, as an answer.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Outcome, Problem};
use cordee_records::FileContent;
use tokio::sync::Semaphore;

use crate::App;

/// How many pictures are unpacked at once, since each may take much memory for a moment.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// The small picture; not found if the file has none.
pub(crate) async fn thumbnail(app: &App, content: FileContent, asked: &HeaderMap) -> Outcome<Response> {
    let tag = format!("\"{}-small\"", content.attachment.digest);
    let known = asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let headers = [(header::ETAG, tag), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let _one = AT_ONCE.acquire().await.map_err(Problem::internal)?;
    let records = app.records().clone();
    let made = tokio::task::spawn_blocking(move || records.thumbnail_now(&content)).await;
    let made = made.map_err(|why| Problem::internal(format!("make a small picture: {why}")))??;
    let picture = made.ok_or(Problem::NotFound)?;
    Ok((headers, [(header::CONTENT_TYPE, picture.kind)], picture.bytes).into_response())
}
