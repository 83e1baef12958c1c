//! The way every request goes in and out: named, checked, timed, answered, logged.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cordee_base::Problem;

use crate::asked::REQUEST_ID;
use crate::files::{UPLOAD, is_form, takes_files};
use crate::{App, Asked, Refused, headers, origin, refused};

/// Around all routes.
pub(crate) async fn entry(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let (mut parts, body) = request.into_parts();
    let asked = Asked::of(&app, &parts);
    let (method, path) = (parts.method.clone(), parts.uri.path().to_owned());
    let route = parts.extensions.get::<MatchedPath>().cloned();
    parts.extensions.insert(asked.clone());
    let named = route.as_ref().map_or("-", MatchedPath::as_str).to_owned();
    let left = if is_free(&named) { None } else { app.limits().count(&app, &asked, &parts) };
    let too_many = left.and_then(|left| left.problem());
    let answered = match (too_many, origin::check(&app, &parts)) {
        (Some(problem), _) => Refused::from(problem).into_response(),
        (None, Err(refused)) => refused.into_response(),
        // Those who wait already are answered first; turning one away costs next to nothing.
        (None, Ok(())) if !is_free(&named) && app.is_overloaded() => {
            Refused::from(Problem::Busy { retry_seconds: 1 }).into_response()
        }
        (None, Ok(())) => {
            let within = within(&app, &named, &parts.headers);
            let work = next.run(Request::from_parts(parts, body));
            match tokio::time::timeout(within, work).await {
                Ok(response) => response,
                Err(_) => Refused::from(Problem::Busy { retry_seconds: 5 }).into_response(),
            }
        }
    };
    // Finding out a person's own language takes a read, which is what there is too much of already.
    if !method.is_safe() {
        app.live().stir();
    }
    let refuses = answered.status().is_client_error()
        || answered.status().is_server_error() && answered.status() != StatusCode::SERVICE_UNAVAILABLE;
    let refuses = refuses && answered.status() != StatusCode::TOO_MANY_REQUESTS;
    let asked = if refuses { asked.in_own_language(&app).await } else { asked };
    let mut response = refused::told(&asked, &method, &path, answered);
    headers::careful(&app, &path, response.headers_mut());
    if let Some(left) = left {
        left.tell(response.headers_mut());
    }
    if let Ok(id) = HeaderValue::from_str(&asked.id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let (route, status) = (named.as_str(), response.status().as_u16());
    app.requests().answered(method.as_str(), route, status, began.elapsed());
    let ms = began.elapsed().as_micros() as f64 / 1000.0;
    if matches!(route, "/healthz" | "/readyz") {
        tracing::debug!(request_id = asked.id, %method, route, status, ms, "answered");
    } else {
        tracing::info!(request_id = asked.id, %method, route, status, ms, "answered");
    }
    response
}

/// How long a request may take; files come as slowly as the way to us is.
fn within(app: &App, route: &str, headers: &HeaderMap) -> Duration {
    if takes_files(route) || is_form(headers) { UPLOAD } else { app.options().request_timeout }
}

/// Whether a route is neither counted nor turned away: it asks the database for nothing, or tells how it is.
fn is_free(route: &str) -> bool {
    matches!(route, "/healthz" | "/readyz") || route.starts_with("/assets/")
}
