//! What people see: each page a handler that opens a gate, fills a view value and has it drawn.

use axum::Router;

use crate::App;

/// The routes of all pages.
pub(crate) fn routes() -> Router<App> {
    Router::new()
}
