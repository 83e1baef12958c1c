//! The body of a request: one JSON value in which no key stands twice; with it the key of a POST, if it has one.

use std::fmt;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::Fault;
use cordee_records::Repeatable;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};

use super::once::repeatable;
use crate::Refused;

/// The body of a request, parsed.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    /// What it says; null if there is none.
    pub json: Json,
    /// The request as one that may be sent again, if it is a POST with a key.
    pub once: Option<Repeatable>,
}

impl Body {
    /// Nothing, as it has to be; the key is given back.
    pub(crate) fn nothing(self) -> Result<Option<Repeatable>, Refused> {
        match self.json {
            Json::Null => Ok(self.once),
            Json::Object(members) if members.is_empty() => Ok(self.once),
            _ => Err(Refused::unreadable(Fault::whole("error-json").with("detail", "{}"))),
        }
    }

    /// The members of the object that it has to be.
    pub(crate) fn members(self) -> Result<Map<String, Json>, Refused> {
        match self.json {
            Json::Object(members) => Ok(members),
            _ => Err(Refused::unreadable(Fault::whole("error-json").with("detail", "{…}"))),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Body, Response> {
        let (head, body) = request.into_parts();
        let again = Request::from_parts(head.clone(), body);
        let bytes = Bytes::from_request(again, state).await.map_err(IntoResponse::into_response)?;
        let once = repeatable(&head.method, &head.uri, &head.headers, &bytes);
        let once = once.map_err(IntoResponse::into_response)?;
        if bytes.is_empty() {
            return Ok(Body { json: Json::Null, once });
        }
        if !is_json(&head.headers) {
            let fault = Fault::at("Content-Type", "error-json").with("detail", "application/json");
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Err(Refused { problem: fault.into(), status }.into_response());
        }
        let json = parse(&bytes).map_err(IntoResponse::into_response)?;
        Ok(Body { json, once })
    }
}

/// Reads JSON, strictly.
fn parse(bytes: &[u8]) -> Result<Json, Refused> {
    let unreadable =
        |error: serde_json::Error| Refused::unreadable(Fault::whole("error-json").with("detail", error));
    serde_json::from_slice::<Strict>(bytes).map(|strict| strict.0).map_err(unreadable)
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    kind == "application/json" || (kind.starts_with("application/") && kind.ends_with("+json"))
}

/// JSON in which a key that stands twice is an error: two readers might take different ones.
struct Strict(Json);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Strict, D::Error> {
        deserializer.deserialize_any(StrictVisitor).map(Strict)
    }
}

struct StrictVisitor;

impl<'de> Visitor<'de> for StrictVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Bool(yes))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Json, E> {
        Number::from_f64(number).map(Json::Number).ok_or_else(|| E::custom("a number too large"))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::String(text))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(Strict(item)) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut map = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            if map.contains_key(&name) {
                return Err(A::Error::custom(format!("the key {name:?} stands there twice")));
            }
            let Strict(value) = members.next_value()?;
            map.insert(name, value);
        }
        Ok(Json::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sound_reads_as_usual_and_a_double_key_is_refused() {
        let text = r#"{"a":[1,-2,2.5,"ю",null,true],"b":{"c":{}}}"#;
        assert_eq!(parse(text.as_bytes()).expect("sound").to_string(), text);
        for wrong in [r#"{"a":1,"a":2}"#, r#"{"b":{"c":1,"c":1}}"#, "{", "", "{} {}", "\u{1}"] {
            assert!(parse(wrong.as_bytes()).is_err(), "{wrong}");
        }
        let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(parse(deep.as_bytes()).is_err());
    }
}
