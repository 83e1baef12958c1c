//! The way every request goes in and out: named, checked, timed, answered, logged.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cordee_base::Problem;

use crate::asked::REQUEST_ID;
use crate::{App, Asked, Refused, headers, origin, refused};

/// Around all routes.
pub(crate) async fn entry(State(app): State<App>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let (mut parts, body) = request.into_parts();
    let asked = Asked::of(&app, &parts);
    let (method, path) = (parts.method.clone(), parts.uri.path().to_owned());
    let route = parts.extensions.get::<MatchedPath>().cloned();
    parts.extensions.insert(asked.clone());
    let answered = match origin::check(&app, &parts) {
        Err(refused) => refused.into_response(),
        Ok(()) => {
            let work = next.run(Request::from_parts(parts, body));
            match tokio::time::timeout(app.options().request_timeout, work).await {
                Ok(response) => response,
                Err(_) => Refused::from(Problem::Busy { retry_seconds: 5 }).into_response(),
            }
        }
    };
    let refuses = answered.status().is_client_error() || answered.status().is_server_error();
    let asked = if refuses { asked.in_own_language(&app).await } else { asked };
    let mut response = refused::told(&asked, &method, &path, answered);
    headers::careful(&app, response.headers_mut());
    if let Ok(id) = HeaderValue::from_str(&asked.id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    let (route, status) = (route.as_ref().map_or("-", MatchedPath::as_str), response.status().as_u16());
    let ms = began.elapsed().as_micros() as f64 / 1000.0;
    if matches!(route, "/healthz" | "/readyz") {
        tracing::debug!(request_id = asked.id, %method, route, status, ms, "answered");
    } else {
        tracing::info!(request_id = asked.id, %method, route, status, ms, "answered");
    }
    response
}
