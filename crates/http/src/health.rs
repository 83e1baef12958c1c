//! Whether the process lives, and whether it can work.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::App;

/// `GET /healthz`: the process answers; the database is not asked.
pub(crate) async fn alive() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: each component by name, 503 if one of them is not ready.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    let records = app.records().clone();
    let asked = tokio::task::spawn_blocking(move || records.workspaces()).await;
    // What exactly failed is for the log; a stranger may ask for this page.
    let database = match asked {
        Ok(Ok(_)) => "ok",
        Ok(Err(problem)) => {
            tracing::error!(%problem, "the database is not ready");
            "failed"
        }
        Err(_) => "failed",
    };
    let status = if database == "ok" { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    // A database that lacks a migration is not opened at all.
    let body = json!({
        "status": if status.is_success() { "ready" } else { "not_ready" },
        "components": {"database": {"status": database}, "migrations": {"status": database}},
    });
    (status, Json(body)).into_response()
}
