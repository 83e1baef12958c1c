//! All routes, and what lies around them.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Uri;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::get;
use cordee_base::Problem;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use crate::refused::BODY_LIMIT;
use crate::{App, Refused, api, assets, entry, health, live, pages};

/// The whole application.
pub fn router(app: App) -> Router {
    let seen = pages::routes(&app)
        .route("/assets/{*path}", get(assets::asset))
        .layer(CompressionLayer::new().gzip(true));
    Router::new()
        .merge(seen)
        .merge(pages::of_bytes())
        .merge(live::routes())
        .merge(api::routes())
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), entry::entry))
        .with_state(app)
}

async fn nowhere(_: Uri) -> Refused {
    Problem::NotFound.into()
}

fn panicked(panic: Box<dyn std::any::Any + Send + 'static>) -> axum::response::Response {
    let text = panic.downcast_ref::<String>().map(String::as_str).or(panic.downcast_ref::<&str>().copied());
    Refused::from(Problem::internal(format!("a panic: {}", text.unwrap_or("?")))).into_response()
}
