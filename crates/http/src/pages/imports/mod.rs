//! Bringing a file in, step by step: file, columns, check, run, result. Nothing is written before the last step but one.

mod begin;
mod check;
mod columns;
mod kept;
mod list;
mod run;
mod work;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use cordee_base::{Outcome, Problem};

use super::reader::Reader;
use crate::App;

pub(crate) use run::attached;
pub(crate) use work::Work;

/// How large a file may be that is sent by a page; larger ones go by the command line.
const FILE_LIMIT: usize = 1 << 30;

/// The routes of the import.
pub(super) fn routes() -> Router<App> {
    let upload = get(begin::ask).post(begin::upload).layer(DefaultBodyLimit::max(FILE_LIMIT));
    Router::new()
        .route("/import", get(list::list))
        .route("/import/new", upload)
        .route("/import/file/{file}", get(columns::ask).post(columns::settle))
        .route("/import/file/{file}/check", get(check::show))
        .route("/import/file/{file}/near", post(check::take_near))
        .route("/import/file/{file}/begin", post(run::begin))
        .route("/import/{id}", get(run::show))
        .route("/import/{id}/stop", post(run::stop))
        .route("/import/{id}/resume", post(run::resume))
        .route("/import/{id}/undo", get(run::ask_undo).post(run::undo))
        .route("/import/{id}/rejected", get(run::rejected))
}

impl Reader<'_, '_> {
    /// Needs a reader who may bring files in.
    fn needs_imports(&self) -> Outcome<()> {
        if self.gate.access().imports() { Ok(()) } else { Err(Problem::NotAllowed) }
    }
}
