//! REST over the catalog, under `/api/v1/`: one file for each thing one can ask.

mod act;
pub(crate) mod aggregate;
mod answer;
mod asked;
pub(crate) mod attachments;
pub(crate) mod audit_log;
mod body;
pub(crate) mod bulk;
pub(crate) mod changes;
mod confirm;
mod create;
mod delete;
mod done;
mod draft;
pub(crate) mod duplicates;
mod factor;
mod followers;
pub(crate) mod history;
mod import_plans;
mod imports;
mod included;
pub(crate) mod jobs;
pub(crate) mod lines;
pub(crate) mod list;
mod me;
pub(crate) mod metrics;
pub(crate) mod notifications;
mod objects;
pub(crate) mod once;
mod openapi;
mod own;
mod parameters;
mod people;
mod place;
pub(crate) mod read;
pub(crate) mod reports;
mod restore;
pub(crate) mod search;
mod security;
mod sessions;
pub(crate) mod shares;
pub(crate) mod shown;
pub(crate) mod today;
mod tokens;
mod transfers;
mod update;
pub(crate) mod upsert;
mod version;
pub(crate) mod webhooks;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use cordee_base::{Id, Outcome, Problem};
use cordee_records::Gate;
use cordee_records::sign_in::{SessionInfo, TokenInfo};
use cordee_schema::Object;

use self::done::{does, does_to, ends};
use self::imports::Turn;
use self::own::Own;

use crate::{App, Refused};

pub(crate) use once::Running;

/// The routes of the API. What has a name of its own stands before what is called like an object.
pub(crate) fn routes() -> Router<App> {
    let routes = Router::new()
        .route("/me", get(me::me))
        .route("/objects", get(objects::objects))
        .route("/openapi.json", get(openapi::openapi))
        .route("/sessions", get(own::list::<SessionInfo>))
        .route("/sessions/{id}", ends(<SessionInfo as Own>::end))
        .route("/tokens", get(own::list::<TokenInfo>).post(tokens::create))
        .route("/tokens/{id}", ends(<TokenInfo as Own>::end))
        .route("/changes", get(changes::changes))
        .route("/search", get(search::search))
        .route("/today", get(today::today))
        .route("/audit_log", get(audit_log::list))
        .route("/audit_log/verify", post(audit_log::verify))
        .route("/jobs", get(jobs::list))
        .route("/jobs/queues", get(jobs::queues))
        .route("/jobs/schedules/{name}", post(jobs::run))
        .route("/jobs/{id}", ends(|gate, id| gate.discard_job(id)))
        .route("/jobs/{id}/again", does(|gate, id| gate.run_job_again(id)))
        .route("/confirm", post(confirm::confirm))
        .route("/password", post(confirm::change))
        .route("/factor", get(factor::state).post(factor::begin).delete(factor::end))
        .route("/factor/on", post(factor::finish))
        .route("/factor/recovery_codes", post(factor::new_codes))
        .route("/security_events", get(security::list))
        .route("/users/{id}/link", post(people::link))
        .route("/users/{id}/factor", ends(|gate, id| gate.reset_factor(id)))
        .route("/users/{id}/sessions", ends(|gate, id| gate.end_sessions_of(id, None)))
        .route("/users/{id}/transfers", get(transfers::list).post(transfers::begin))
        .route("/users/{id}/transfers/{transfer}/undo", post(transfers::undo))
        .route("/webhooks", get(webhooks::list).post(webhooks::create))
        .route(
            "/webhooks/{id}",
            get(webhooks::read).patch(webhooks::change).merge(ends(|gate, id| gate.end_webhook(id))),
        )
        .route("/webhooks/{id}/rotate", post(webhooks::rotate))
        .route("/webhooks/{id}/test", post(webhooks::test))
        .route("/webhooks/{id}/deliveries", get(webhooks::deliveries))
        .route("/webhooks/{id}/deliveries/{delivery}/again", post(webhooks::again))
        .route("/attachments", post(attachments::upload).layer(DefaultBodyLimit::disable()))
        .route("/attachments/{id}", get(attachments::read).merge(ends(|gate, id| gate.detach(id))))
        .route("/attachments/{id}/content", get(attachments::content))
        .route("/attachments/{id}/thumbnail", get(attachments::small))
        .route("/attachments/{id}/restore", post(attachments::restore))
        .route("/import_plans", post(import_plans::create).layer(DefaultBodyLimit::disable()))
        .route(
            "/import_plans/{plan}",
            get(import_plans::read).patch(import_plans::change).delete(import_plans::discard),
        )
        .route("/import_plans/{plan}/check", get(import_plans::check))
        .route("/import_plans/{plan}/problems", get(import_plans::problems))
        .route("/import_plans/{plan}/start", post(import_plans::start))
        .route("/imports", get(imports::list))
        .route("/imports/{id}", get(imports::read))
        .route("/imports/{id}/stop", imports::turns(Turn::Stop, false))
        .route("/imports/{id}/resume", imports::turns(Turn::Resume, false))
        .route("/imports/{id}/undo", imports::turns(Turn::Undo, false))
        .route("/imports/{id}/rejected", get(imports::rejected))
        .route("/imports/runs/{id}", get(imports::run))
        .route("/imports/runs/{id}/stop", imports::turns(Turn::Stop, true))
        .route("/imports/runs/{id}/resume", imports::turns(Turn::Resume, true))
        .route("/imports/runs/{id}/undo", imports::turns(Turn::Undo, true))
        .route("/metrics", get(metrics::list))
        .route("/metrics/{name}", get(metrics::ask))
        .route("/reports", get(reports::list))
        .route("/reports/{name}", get(reports::tell))
        .route("/notifications", get(notifications::list))
        .route("/notifications/read", post(notifications::read_all))
        .route("/notifications/{id}/read", does(|gate, id| gate.mark_notification(id, true)))
        .route("/notifications/{id}/unread", does(|gate, id| gate.mark_notification(id, false)))
        .route("/{objects}", get(list::list).post(create::create))
        .route("/{objects}/aggregate", get(aggregate::aggregate))
        .route("/{objects}/bulk", post(bulk::bulk).layer(DefaultBodyLimit::max(bulk::BODY_LIMIT)))
        .route("/{objects}/upsert", post(upsert::upsert))
        .route("/{objects}/duplicates", get(duplicates::of_all).post(duplicates::of_new))
        .route("/{objects}/{id}", get(read::read).patch(update::update).delete(delete::delete))
        .route("/{objects}/{id}/history", get(history::history))
        .route("/{objects}/{id}/duplicates", get(duplicates::of_one))
        .route(
            "/{objects}/{id}/attachments",
            get(attachments::list).post(attachments::add).layer(DefaultBodyLimit::disable()),
        )
        .route("/{objects}/{id}/followers", get(followers::list))
        .route("/{objects}/{id}/follow", does_to(|gate, object, id| gate.set_following(object, id, true)))
        .route("/{objects}/{id}/unfollow", does_to(|gate, object, id| gate.set_following(object, id, false)))
        .route("/{objects}/{id}/snooze", post(today::snooze))
        .route("/{objects}/{id}/shares", get(shares::list).post(shares::create))
        .route("/{objects}/{id}/shares/{share}", delete(shares::end))
        .route("/{objects}/{id}/access", get(shares::access))
        .route("/{objects}/{id}/restore", post(restore::restore))
        .route("/{objects}/{id}/purge", does_to(|gate, object, id| gate.purge(object, id)))
        .route("/{objects}/{id}/{action}", post(act::act));
    Router::new().nest("/api/v1", routes)
}

/// The object with this plural as the workspace has it, if the caller may know of it.
fn object(gate: &Gate<'_>, plural: &str) -> Outcome<&'static Object> {
    let found = gate.catalog().plural(plural).filter(|object| !object.internal);
    gate.object(found.ok_or(Problem::NotFound)?.name)
}

/// The id in an address; what can't be one leads nowhere.
fn id(text: &str) -> Result<Id, Refused> {
    Ok(text.parse().map_err(|_| Problem::NotFound)?)
}

/// JSON that has been written already.
fn json(body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
