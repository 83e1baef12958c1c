//! REST over the catalog, under `/api/v1/`.

use axum::Router;

use crate::App;

/// The routes of the API.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
