//! A refusal as a page without a frame, or as the way to sign in.

use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use cordee_base::Problem;
use cordee_i18n::{fault, problem, say};
use cordee_ui::screens::error::{ErrorPage, error};
use cordee_ui::{Theme, bare_page};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::Refused;
use crate::Asked;

/// The page, or the way to sign in.
pub(crate) fn page(asked: &Asked, method: &Method, refused: &Refused) -> Response {
    if refused.problem == Problem::SignInNeeded {
        return to_sign_in(asked, method);
    }
    let language = asked.language;
    let title = match refused.status {
        StatusCode::METHOD_NOT_ALLOWED => say(language, "problem-method", &[]),
        _ => problem(language, &refused.problem),
    };
    let text: Vec<String> = refused.faults().iter().map(|one| fault(language, one, None)).collect();
    let view = ErrorPage {
        title: title.clone(),
        text: text.join(" "),
        reference: matches!(refused.problem, Problem::Internal(_))
            .then(|| say(language, "error-page-id", &[("id", (&asked.id).into())])),
        actions: Vec::new(),
    };
    let markup = bare_page(language, Theme::System, &title, error(&view));
    (refused.status, Html(markup.into_string())).into_response()
}

/// After signing in one comes back to what one wanted to see; what one wanted to do has to be done again.
fn to_sign_in(asked: &Asked, method: &Method) -> Response {
    let back = match method.is_safe() && asked.here != "/" {
        true => format!("?next={}", utf8_percent_encode(&asked.here, NON_ALPHANUMERIC)),
        false => String::new(),
    };
    let place = HeaderValue::from_str(&format!("/sign-in{back}")).expect("percent-encoded");
    if asked.partial {
        return (StatusCode::UNAUTHORIZED, [(HeaderName::from_static("hx-redirect"), place)]).into_response();
    }
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}
