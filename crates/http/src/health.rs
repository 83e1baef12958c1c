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
    let asked = tokio::task::spawn_blocking(move || {
        // Told of a full disk, nobody sends writes here any more by which it would be known that there is room again.
        let full = records.is_full() && records.try_disk().is_err();
        records.missing_migrations().map(|missing| (missing, full))
    })
    .await;
    let (database, migrations, disk) = match asked {
        Ok(Ok((missing, full))) => {
            ("ok", if missing.is_empty() { "ok" } else { "missing" }, if full { "full" } else { "ok" })
        }
        Ok(Err(problem)) => {
            // What exactly failed is for the log; a stranger may ask for this page.
            tracing::error!(%problem, "the database is not ready");
            ("failed", "unknown", "unknown")
        }
        Err(_) => ("failed", "unknown", "unknown"),
    };
    let ready = migrations == "ok" && disk == "ok";
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let body = json!({
        "status": if ready { "ready" } else { "not_ready" },
        "components": {
            "database": {"status": database},
            "migrations": {"status": migrations},
            "disk": {"status": disk},
        },
    });
    (status, Json(body)).into_response()
}
