//! A file on its way out: whole or a part of it, read piece by piece, never more than one in memory.

use std::future::Future;
use std::io::Error;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Outcome, Problem};
use cordee_records::FileContent;
use hyper::body::Frame;
use tokio::task::JoinHandle;

use super::disposition;

/// What may be shown by a browser itself: pictures made of dots, and PDF. All else is only handed over.
const SHOWN: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"];

/// Nothing runs and nothing is fetched, whatever the file says.
const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox; frame-ancestors 'none'");
/// The same for PDF, which browsers do not show in a sandbox; their viewers run no script of ours.
const VIEWER: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
);

/// What is asked of a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    inline: bool,
    none_match: Option<String>,
    range: Option<String>,
    if_range: Option<String>,
}

/// Which bytes are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Whole,
    Between(u64, u64),
    Nowhere,
}

impl Asked {
    /// What the headers of a request ask; `inline` if the browser is to show it where that is safe.
    pub(crate) fn of(headers: &HeaderMap, inline: bool) -> Asked {
        let text = |name: header::HeaderName| {
            headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        Asked {
            inline,
            none_match: text(header::IF_NONE_MATCH),
            range: text(header::RANGE),
            if_range: text(header::IF_RANGE),
        }
    }

    /// Whether whoever asks has these bytes already.
    fn knows(&self, tag: &str) -> bool {
        let tags = self.none_match.as_deref().unwrap_or("").split(',').map(str::trim);
        tags.map(|known| known.strip_prefix("W/").unwrap_or(known)).any(|known| known == tag || known == "*")
    }

    /// The one range that is asked for, if it still speaks of these bytes; several are answered by the whole.
    fn part(&self, tag: &str, length: u64) -> Part {
        let current = self.if_range.as_deref().is_none_or(|known| known == tag);
        let Some(range) = self.range.as_deref().and_then(|range| range.strip_prefix("bytes=")) else {
            return Part::Whole;
        };
        let Some((from, to)) = range.trim().split_once('-').filter(|_| current && !range.contains(','))
        else {
            return Part::Whole;
        };
        let span = match (from.parse::<u64>(), to.parse::<u64>()) {
            (Ok(from), Ok(to)) if from <= to => Some((from, to.saturating_add(1).min(length))),
            (Ok(from), _) if to.is_empty() => Some((from, length)),
            (_, Ok(last)) if from.is_empty() => Some((length.saturating_sub(last), length)),
            _ => return Part::Whole,
        };
        match span {
            Some((from, to)) if from < to => Part::Between(from, to),
            _ => Part::Nowhere,
        }
    }
}

/// The answer with a file. Its first piece is there before anything is said, so that bytes that can't be had are told
/// as what they are.
pub(crate) async fn sent(content: FileContent, asked: &Asked) -> Outcome<Response> {
    let attachment = &content.attachment;
    let (length, tag) = (attachment.bytes, format!("\"{}\"", attachment.digest));
    let shown = asked.inline && SHOWN.contains(&attachment.kind.as_str());
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_DISPOSITION, disposition::named(&attachment.name, shown));
    let pdf = shown && attachment.kind == "application/pdf";
    headers.insert(header::CONTENT_SECURITY_POLICY, if pdf { VIEWER } else { SANDBOX });
    // Whether one may still see it is asked each time.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.extend(HeaderValue::from_str(&tag).map(|tag| (header::ETAG, tag)));
    if asked.knows(&tag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let kind = HeaderValue::from_str(&attachment.kind);
    headers
        .insert(header::CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("application/octet-stream")));
    let (status, from, to) = match asked.part(&tag, length) {
        Part::Whole => (StatusCode::OK, 0, length),
        Part::Between(from, to) => (StatusCode::PARTIAL_CONTENT, from, to),
        Part::Nowhere => {
            headers.remove(header::CONTENT_TYPE);
            headers.extend(range(&format!("*/{length}")));
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response());
        }
    };
    if status == StatusCode::PARTIAL_CONTENT {
        headers.extend(range(&format!("{from}-{}/{length}", to - 1)));
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(to - from));
    let first = content.clone();
    let first = tokio::task::spawn_blocking(move || first.piece(from, to)).await;
    let first = first.map_err(|why| Problem::internal(format!("read a file: {why}")))??;
    let first = Some(first).filter(|piece| !piece.is_empty());
    Ok((status, headers, Body::new(Pieces { content, at: from, end: to, first, reading: None }))
        .into_response())
}

fn range(text: &str) -> Option<(header::HeaderName, HeaderValue)> {
    HeaderValue::from_str(&format!("bytes {text}")).ok().map(|value| (header::CONTENT_RANGE, value))
}

/// The bytes of a file as a body: the next piece is read when it is asked for, on a thread that may wait.
struct Pieces {
    content: FileContent,
    at: u64,
    end: u64,
    first: Option<Vec<u8>>,
    reading: Option<JoinHandle<Outcome<Vec<u8>>>>,
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let (at, end) = (self.at, self.end);
        if at >= end {
            return Poll::Ready(None);
        }
        if let Some(piece) = self.first.take() {
            self.at += piece.len() as u64;
            return Poll::Ready(Some(Ok(Frame::data(Bytes::from(piece)))));
        }
        let content = self.content.clone();
        let reading =
            self.reading.get_or_insert_with(|| tokio::task::spawn_blocking(move || content.piece(at, end)));
        let read = ready!(Pin::new(reading).poll(context));
        self.reading = None;
        let piece = match read.map_err(Error::other) {
            Ok(Ok(piece)) if !piece.is_empty() => piece,
            // Broken off, so that nobody takes a part for the whole.
            Ok(Ok(_)) => {
                return Poll::Ready(Some(Err(Error::other("the file is shorter than it should be"))));
            }
            Ok(Err(problem)) => {
                tracing::error!(%problem, "a file could not be read");
                return Poll::Ready(Some(Err(Error::other(problem.to_string()))));
            }
            Err(lost) => return Poll::Ready(Some(Err(lost))),
        };
        self.at += piece.len() as u64;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from(piece)))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_was_asked_for_and_lies_within_the_file() {
        let asked = |range: &str| Asked { range: Some(range.to_owned()), ..Asked::default() };
        let table = [
            ("bytes=0-3", Part::Between(0, 4)),
            ("bytes=4-", Part::Between(4, 10)),
            ("bytes=-3", Part::Between(7, 10)),
            ("bytes=-30", Part::Between(0, 10)),
            ("bytes=8-30", Part::Between(8, 10)),
            ("bytes=10-", Part::Nowhere),
            ("bytes=-0", Part::Nowhere),
            ("bytes=3-1", Part::Whole),
            ("bytes=0-1,3-4", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=a-b", Part::Whole),
        ];
        for (range, part) in table {
            assert_eq!(asked(range).part("\"x\"", 10), part, "{range}");
        }
        let other = Asked { if_range: Some("\"y\"".to_owned()), ..asked("bytes=0-3") };
        assert_eq!(other.part("\"x\"", 10), Part::Whole);
    }

    #[test]
    fn what_one_has_is_known_by_its_tag() {
        let asked = |tags: &str| Asked { none_match: Some(tags.to_owned()), ..Asked::default() };
        assert!(asked("\"a\", W/\"x\"").knows("\"x\"") && asked("*").knows("\"x\""));
        assert!(!asked("\"a\"").knows("\"x\"") && !Asked::default().knows("\"x\""));
    }
}
