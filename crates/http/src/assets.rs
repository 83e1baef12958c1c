//! The files that pages fetch, kept by browsers for a year where the address names the content.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::Problem;

use crate::Refused;

/// `GET /assets/{path}`
pub(crate) async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Result<Response, Refused> {
    let asset = cordee_ui::asset(&path).ok_or(Problem::NotFound)?;
    let keep = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    // The hash stands in the address of every file; a plain name has the one of its present content.
    let named = if asset.immutable { path } else { cordee_ui::asset_url(&path) };
    let tag = format!("\"{}\"", named.trim_start_matches("/assets/"));
    let answer = [
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
        (header::ETAG, HeaderValue::from_str(&tag).map_err(Problem::internal)?),
        (header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
    ];
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    if known {
        return Ok((StatusCode::NOT_MODIFIED, answer).into_response());
    }
    Ok((answer, asset.bytes).into_response())
}
