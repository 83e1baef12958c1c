//! A problem on its way out: handlers give it back with `?`, and here alone it becomes a page or a problem document.

mod document;
mod page;

use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Fault, Problem};

use crate::Asked;

pub(crate) use document::problem_document;

/// How large a body may be where a route does not say otherwise.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

/// Why a request was not answered as asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// What went wrong.
    pub problem: Problem,
    /// The status that tells it.
    pub status: StatusCode,
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Refused {
        let status = status(&problem);
        Refused { problem, status }
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Refused {
        Problem::from(fault).into()
    }
}

impl Refused {
    /// What was asked can't be read: a parameter, a filter, a body that is no JSON.
    pub fn unreadable(problem: impl Into<Problem>) -> Refused {
        Refused { problem: problem.into(), status: StatusCode::BAD_REQUEST }
    }

    /// What the address names is not there; the fault tells what is.
    pub fn not_there(fault: Fault) -> Refused {
        Refused { problem: fault.into(), status: StatusCode::NOT_FOUND }
    }

    /// It is refused whatever it says.
    pub fn forbidden(fault: Fault) -> Refused {
        Refused { problem: fault.into(), status: StatusCode::FORBIDDEN }
    }

    /// The change must say which version it was made from.
    pub fn version_needed() -> Refused {
        let fault = Fault::at("If-Match", "error-version");
        Refused { problem: fault.into(), status: StatusCode::PRECONDITION_REQUIRED }
    }

    /// The version it says can't be read.
    pub fn version_unreadable() -> Refused {
        Refused::unreadable(Fault::at("If-Match", "error-version"))
    }

    /// The faults, if that is what it is.
    pub fn faults(&self) -> &[Fault] {
        match &self.problem {
            Problem::Invalid(faults) => faults,
            Problem::Conflict(fault) | Problem::TooLarge(fault) => std::slice::from_ref(fault),
            _ => &[],
        }
    }

    /// After how many seconds it is worth trying again.
    fn retry_seconds(&self) -> Option<u32> {
        match &self.problem {
            Problem::Busy { retry_seconds } | Problem::FilesAway { retry_seconds } => Some(*retry_seconds),
            _ if self.faults().iter().any(|fault| fault.key == "error-key-running") => Some(1),
            _ => {
                let held = self.faults().iter().find(|fault| fault.key == "error-throttled")?;
                held.args.iter().find(|(name, _)| *name == "seconds").and_then(|(_, text)| text.parse().ok())
            }
        }
    }
}

impl IntoResponse for Refused {
    /// Bare: [`told`] puts it into words, once the language and the way in are known.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// The answer with a refusal put into words. What a library refused with a bare status becomes one of ours too.
pub(crate) fn told(asked: &Asked, method: &Method, path: &str, mut response: Response) -> Response {
    let mut refused = match response.extensions_mut().remove::<Refused>() {
        Some(refused) => refused,
        None => match bare(&response) {
            Some(refused) => refused,
            None => return response,
        },
    };
    if method.is_safe() && refused.status == StatusCode::UNPROCESSABLE_ENTITY {
        // What is asked stands in the address: a filter, an order, a cursor.
        refused.status = StatusCode::BAD_REQUEST;
    }
    if let Problem::Internal(what) = &refused.problem {
        tracing::error!(request_id = asked.id, what, "failed");
    }
    // The page about the API is for people.
    let mut told = match path.starts_with("/api/") && path != "/api/docs" {
        true => document::document(asked, &refused),
        false => page::page(asked, method, &refused),
    };
    if let Some(seconds) = refused.retry_seconds() {
        told.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    for name in [header::ALLOW, header::SET_COOKIE] {
        for value in response.headers().get_all(&name) {
            told.headers_mut().append(&name, value.clone());
        }
    }
    told
}

/// The refusal that a bare status stands for: unknown methods, unreadable forms, bodies too large.
fn bare(response: &Response) -> Option<Refused> {
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return None;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).map_or("", |kind| kind.to_str().unwrap_or(""));
    if !kind.is_empty() && !kind.starts_with("text/plain") {
        return None;
    }
    let problem = match status {
        StatusCode::NOT_FOUND => Problem::NotFound,
        StatusCode::UNAUTHORIZED => Problem::SignInNeeded,
        StatusCode::FORBIDDEN => Problem::NotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => {
            Problem::TooLarge(Fault::whole("error-body-large").with("limit", BODY_LIMIT))
        }
        _ if status.is_server_error() => Problem::internal(status),
        _ => Problem::Invalid(Vec::new()),
    };
    Some(Refused { problem, status })
}

fn status(problem: &Problem) -> StatusCode {
    match problem {
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::SignInNeeded => StatusCode::UNAUTHORIZED,
        Problem::NotAllowed | Problem::ConfirmNeeded => StatusCode::FORBIDDEN,
        Problem::Invalid(faults) => match faults.first().map_or("", |fault| fault.key) {
            "error-throttled" => StatusCode::TOO_MANY_REQUESTS,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        },
        Problem::Stale { .. } => StatusCode::PRECONDITION_FAILED,
        Problem::Conflict(_) => StatusCode::CONFLICT,
        Problem::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::Busy { .. } | Problem::FilesAway { .. } | Problem::ReadOnly => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        Problem::Full => StatusCode::INSUFFICIENT_STORAGE,
        Problem::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_i18n::Language;

    fn asked() -> Asked {
        Asked::sample("probe", Language::En)
    }

    async fn answer(problem: Problem, path: &str) -> (u16, String, String) {
        let bare = Refused::from(problem).into_response();
        let response = told(&asked(), &Method::POST, path, bare);
        let retry =
            response.headers().get(header::RETRY_AFTER).map_or("", |v| v.to_str().expect("text")).to_owned();
        let status = response.status().as_u16();
        let body = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        (status, retry, String::from_utf8(body.to_vec()).expect("text"))
    }

    #[tokio::test]
    async fn every_problem_has_its_status_and_tells_nothing_of_the_inside() {
        let fault = || Fault::at("name", "error-required");
        let table = [
            (Problem::NotFound, 404, ""),
            (Problem::SignInNeeded, 401, ""),
            (Problem::NotAllowed, 403, ""),
            (Problem::ConfirmNeeded, 403, ""),
            (Problem::invalid(fault()), 422, ""),
            (Fault::whole("error-throttled").with("seconds", 7).into(), 429, "7"),
            (Problem::Stale { now: 3 }, 412, ""),
            (Problem::Conflict(fault()), 409, ""),
            (Problem::TooLarge(fault()), 413, ""),
            (Problem::Busy { retry_seconds: 5 }, 503, "5"),
            (Problem::Full, 507, ""),
            (Problem::FilesAway { retry_seconds: 5 }, 503, "5"),
            (Problem::ReadOnly, 503, ""),
            (Problem::internal("the secret of /var/lib"), 500, ""),
        ];
        for (problem, status, retry) in table {
            let (told, after, body) = answer(problem.clone(), "/api/v1/x").await;
            assert_eq!((told, after.as_str()), (status, retry), "{problem}");
            assert!(body.contains("\"request_id\":\"probe\"") && !body.contains("/var/lib"), "{body}");
        }
        let (status, _, page) = answer(Problem::internal("the secret of /var/lib"), "/page").await;
        assert!(status == 500 && page.contains("probe") && !page.contains("/var/lib"), "{page}");
    }

    #[test]
    fn a_question_that_can_not_be_read_is_another_status_than_a_body() {
        let bare = || Refused::from(Fault::at("filter", "error-filter")).into_response();
        let status = |method: Method| told(&asked(), &method, "/api/v1/x", bare()).status().as_u16();
        assert_eq!((status(Method::GET), status(Method::POST)), (400, 422));
    }
}
