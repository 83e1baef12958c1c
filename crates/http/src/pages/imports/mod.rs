//! Bringing files in, step by step: files, columns, check, run, result. Nothing is written before the last step but one.

mod begin;
mod check;
mod columns;
mod files;
mod list;
mod run;
mod runs;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use cordee_base::Outcome;

use super::reader::Reader;
use crate::{App, imports};

/// The routes of the import.
pub(super) fn routes() -> Router<App> {
    let upload = get(begin::ask).post(begin::upload).layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/import", get(list::list))
        .route("/import/new", upload)
        .route("/import/file/{sent}", get(files::ask).post(files::settle))
        .route("/import/file/{sent}/of/{file}", get(columns::ask_one).post(columns::settle_one))
        .route("/import/file/{sent}/of/{file}/leave-out", post(files::leave_out))
        .route("/import/file/{sent}/check", get(check::show))
        .route("/import/file/{sent}/near", post(check::take_near))
        .route("/import/file/{sent}/begin", post(run::begin))
        .route("/import/run/{id}", get(runs::show))
        .route("/import/run/{id}/stop", post(runs::stop))
        .route("/import/run/{id}/resume", post(runs::resume))
        .route("/import/run/{id}/undo", get(runs::ask_undo).post(runs::undo))
        .route("/import/{id}", get(run::show))
        .route("/import/{id}/stop", post(run::stop))
        .route("/import/{id}/resume", post(run::resume))
        .route("/import/{id}/undo", get(run::ask_undo).post(run::undo))
        .route("/import/{id}/rejected", get(run::rejected))
}

impl Reader<'_, '_> {
    /// Needs a reader who may bring files in.
    fn needs_imports(&self) -> Outcome<()> {
        imports::needs_imports(self.gate)
    }
}
