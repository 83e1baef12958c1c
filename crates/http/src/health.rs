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
    let asked = tokio::task::spawn_blocking(move || records.missing_migrations()).await;
    let (database, migrations) = match asked {
        Ok(Ok(missing)) if missing.is_empty() => ("ok", "ok"),
        Ok(Ok(_)) => ("ok", "missing"),
        Ok(Err(problem)) => {
            // What exactly failed is for the log; a stranger may ask for this page.
            tracing::error!(%problem, "the database is not ready");
            ("failed", "unknown")
        }
        Err(_) => ("failed", "unknown"),
    };
    let ready = migrations == "ok";
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = json!({
        "status": if ready { "ready" } else { "not_ready" },
        "components": {"database": {"status": database}, "migrations": {"status": migrations}},
    });
    (status, Json(body)).into_response()
}
