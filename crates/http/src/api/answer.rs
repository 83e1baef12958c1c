//! What a POST is answered: made in the transaction of what it does, so that it can be kept with it and told again.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Outcome, Problem};
use serde_json::{Value as Json, json};

use super::{json as with_json, version};

/// Says that an answer is told again, and nothing was done this time.
const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// An answer that may be told again.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    status: StatusCode,
    body: Vec<u8>,
    /// The body to keep in its place, where it holds what is told once.
    told_again: Option<Vec<u8>>,
    location: Option<String>,
    version: Option<i64>,
    pub again: bool,
}

impl Answer {
    /// 200 with this JSON.
    pub(crate) fn json(body: impl Into<Vec<u8>>) -> Answer {
        let (body, status) = (body.into(), StatusCode::OK);
        Answer { status, body, told_again: None, location: None, version: None, again: false }
    }

    /// 204 without a body.
    pub(crate) fn nothing() -> Answer {
        Answer { status: StatusCode::NO_CONTENT, ..Answer::json("") }
    }

    /// 201 for what was made, and where it is if it has an address.
    pub(crate) fn created(self, location: Option<String>) -> Answer {
        Answer { status: StatusCode::CREATED, location, ..self }
    }

    /// The same with the version that stands, if it is known.
    pub(crate) fn version(self, version: Option<i64>) -> Answer {
        Answer { version, ..self }
    }

    /// The same, of which another body is told when it is told again: a secret is told once.
    pub(crate) fn told_again(self, body: impl Into<Vec<u8>>) -> Answer {
        Answer { told_again: Some(body.into()), ..self }
    }

    /// The text by which it is kept.
    pub(crate) fn kept(&self) -> String {
        let body = String::from_utf8_lossy(self.told_again.as_ref().unwrap_or(&self.body));
        let (status, place) = (self.status.as_u16(), &self.location);
        json!({"status": status, "location": place, "version": self.version, "body": body}).to_string()
    }

    /// The answer that was kept as this text.
    pub(crate) fn again(text: &str) -> Outcome<Answer> {
        let kept: Json = serde_json::from_str(text).map_err(Problem::internal)?;
        let status = kept["status"].as_u64().and_then(|status| u16::try_from(status).ok());
        let status = status.and_then(|status| StatusCode::from_u16(status).ok());
        Ok(Answer {
            status: status.ok_or_else(|| Problem::internal("an answer without a status"))?,
            location: kept["location"].as_str().map(str::to_owned),
            version: kept["version"].as_i64(),
            again: true,
            ..Answer::json(kept["body"].as_str().unwrap_or(""))
        })
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let response = match self.body.is_empty() {
            true => self.status.into_response(),
            false => (self.status, with_json(self.body)).into_response(),
        };
        let mut response = version::tagged(response, self.version);
        if let Some(Ok(place)) = self.location.map(HeaderValue::try_from) {
            response.headers_mut().insert(header::LOCATION, place);
        }
        if self.again {
            response.headers_mut().insert(REPLAYED, HeaderValue::from_static("true"));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_told_again_without_what_is_told_once() {
        let first =
            Answer::json(r#"{"id":"1","secret":"s"}"#).created(Some("/x/1".to_owned())).version(Some(3));
        let again = Answer::again(&first.kept()).expect("readable");
        assert_eq!(again, Answer { again: true, ..first.clone() });
        let again = Answer::again(&first.told_again(r#"{"id":"1"}"#).kept()).expect("readable");
        assert_eq!(again.body, br#"{"id":"1"}"#);
        assert!(Answer::again("{}").is_err());
    }
}
