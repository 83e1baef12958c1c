//! A refusal as a problem document (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::Problem;
use cordee_i18n::say;
use serde_json::{Value as Json, json};

use super::Refused;
use crate::Asked;

/// The answer with the document, in the language that was asked for.
pub(crate) fn document(asked: &Asked, refused: &Refused) -> Response {
    let body = problem_document(asked, refused).to_string();
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    let language = (header::CONTENT_LANGUAGE, HeaderValue::from_static(asked.language.code()));
    let mut response = (refused.status, [kind, language], body).into_response();
    if refused.status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// The document itself.
pub(crate) fn problem_document(asked: &Asked, refused: &Refused) -> Json {
    let title = match refused.status {
        StatusCode::METHOD_NOT_ALLOWED => say(asked.language, "problem-method", &[]),
        _ => cordee_i18n::problem(asked.language, &refused.problem),
    };
    let errors: Vec<Json> = refused
        .faults()
        .iter()
        .map(|fault| {
            json!({
                "field": fault.field,
                "code": fault.key.trim_start_matches("error-").trim_start_matches("problem-"),
                "message": cordee_i18n::fault(asked.language, fault, None),
            })
        })
        .collect();
    let detail = errors.first().and_then(|error| error["message"].as_str()).unwrap_or(&title).to_owned();
    let mut body = json!({
        "type": format!("/problems/{}", name(refused)),
        "title": title,
        "status": refused.status.as_u16(),
        "detail": detail,
        "errors": errors,
        "request_id": asked.id,
    });
    if let Problem::Stale { now } = refused.problem {
        body["version"] = now.into();
    }
    body
}

/// The last part of its type.
pub(crate) fn name(refused: &Refused) -> &'static str {
    match refused.status {
        StatusCode::BAD_REQUEST => "bad-request",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::PRECONDITION_REQUIRED => "version-needed",
        StatusCode::TOO_MANY_REQUESTS => "too-many-requests",
        _ => match &refused.problem {
            Problem::NotFound => "not-found",
            Problem::SignInNeeded => "sign-in-needed",
            Problem::NotAllowed => "not-allowed",
            Problem::ConfirmNeeded => "confirm-needed",
            Problem::Invalid(_) if refused.status == StatusCode::FORBIDDEN => "origin",
            Problem::Invalid(_) => "invalid",
            Problem::Stale { .. } => "stale",
            Problem::Conflict(_) => "conflict",
            Problem::TooLarge(_) => "too-large",
            Problem::Busy { .. } => "busy",
            Problem::Full => "full",
            Problem::FilesAway { .. } => "files-away",
            Problem::ReadOnly => "read-only",
            Problem::Internal(_) => "internal",
        },
    }
}
