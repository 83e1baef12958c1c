//! What people see: each page a handler that opens a gate, fills a view value and has it drawn.
//!
//! A [`visit::Visit`] is a request of somebody who has signed in; a [`reader::Reader`] is a gate with the words of
//! whoever reads. All pages are functions of a reader, and know objects only by their declarations.

mod actions;
mod address;
mod api_docs;
mod asks;
mod board;
mod bulk;
mod calendar;
mod card;
mod cells;
mod commands;
mod comments;
mod conditions;
mod confirm;
mod duplicates;
mod ended;
mod export;
mod field;
mod field_history;
mod figures;
mod files;
mod filters;
mod form;
mod frame;
mod glossary;
mod goal;
mod grouped;
mod history;
mod home;
mod icons;
mod imports;
mod inputs;
mod lines;
mod list;
mod log;
mod lookup;
mod merge;
mod moves;
mod news;
mod notifications;
mod once;
mod past;
mod plan;
mod portrait;
mod posted;
mod preferences;
mod reader;
mod record;
mod related;
mod reports;
mod search;
mod seeing;
mod settings;
mod share;
mod sign_in;
mod stale;
mod timeline;
mod today;
mod trash;
mod typed;
mod undo;
mod views;
mod visit;
mod whose;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};

use crate::App;

pub(crate) use files::of_bytes;
pub(crate) use once::Once;
pub(crate) use visit::{Answered, Visit};

/// The routes of all pages.
pub(crate) fn routes(app: &App) -> Router<App> {
    Router::new()
        .route("/", get(home::home))
        .route("/today/{objects}/{id}/snooze", post(today::snooze))
        .route("/today/{objects}/{id}/day", post(today::move_day))
        .route("/today/{objects}/{id}/do/{verb}", post(today::done))
        .route("/confirm", post(confirm::confirm))
        .route("/api/docs", get(api_docs::show))
        .route("/preferences", post(preferences::keep))
        .route("/metrics", get(figures::figures))
        .route("/reports", get(reports::all))
        .route("/reports/{name}", get(reports::report))
        .route("/glossary", get(glossary::all))
        .route("/glossary/{term}", get(glossary::one))
        .route("/glossary/{term}/tip", get(glossary::tip))
        .route("/lookup", get(lookup::any))
        .route("/lookup/{object}", get(lookup::lookup))
        .route("/lookup/tags/{object}/{field}", get(lookup::tags))
        .route("/filter", get(filters::edit))
        .route("/search", get(search::search))
        .route("/notifications", get(notifications::show))
        .route("/notifications/read", post(notifications::read_all))
        .route("/notifications/{id}/read", post(notifications::read))
        .route("/notifications/{id}/later", post(notifications::later))
        .route("/notifications/{id}/unread", post(notifications::unread))
        .route("/settings/users/{id}/see-as", post(seeing::begin))
        .route("/see-as/end", post(seeing::end))
        .route("/bulk/{id}", get(bulk::show))
        .route("/bulk/{id}/undo", post(bulk::undo))
        .route("/trash", get(trash::all))
        .route("/trash/{objects}", get(trash::of))
        .merge(sign_in::routes())
        .merge(settings::routes())
        .merge(imports::routes())
        .merge(views::routes())
        .merge(files::routes())
        .merge(of_objects())
        .layer(from_fn_with_state(app.clone(), confirm::in_place))
        .layer(from_fn(once::to_the_end))
}

/// The routes that every object has.
fn of_objects() -> Router<App> {
    Router::new()
        .route("/{objects}", get(list::list).post(form::create).layer(DefaultBodyLimit::disable()))
        .route("/{objects}/new", get(form::new))
        .route("/{objects}/duplicates", get(duplicates::show).post(duplicates::ask))
        .route("/{objects}/export", get(export::export))
        .route("/{objects}/rows", get(list::rows))
        .route("/{objects}/groups", get(list::groups))
        .route("/{objects}/sums", get(list::sums))
        .route("/{objects}/bulk", get(bulk::ask).post(bulk::begin))
        .route("/{objects}/calendar", get(calendar::show))
        .route("/{objects}/{id}/when", post(calendar::put))
        .route("/{objects}/plan", get(plan::show))
        .route("/{objects}/{id}/plan", post(plan::save))
        .route("/{objects}/board", get(board::board))
        .route("/{objects}/board/cards", get(board::more))
        .route("/{objects}/board/goal", get(goal::goal))
        .route("/{objects}/{id}", get(record::record).post(form::update).layer(DefaultBodyLimit::disable()))
        .route("/{objects}/{id}/edit", get(form::edit))
        .route("/{objects}/{id}/news", post(news::news))
        .route("/{objects}/{id}/take", post(news::take))
        .route(
            "/{objects}/{id}/fields/{field}",
            get(field::ask).post(field::save).layer(DefaultBodyLimit::disable()),
        )
        .route("/{objects}/{id}/glimpse/{report}", get(portrait::glimpse))
        .route("/{objects}/{id}/fields/{field}/history", get(field_history::show))
        .route("/{objects}/{id}/fields/{field}/undo", post(undo::undo))
        .route("/{objects}/{id}/deeds", post(log::log))
        .route("/{objects}/{id}/follow", post(notifications::follow))
        .route("/{objects}/{id}/unfollow", post(notifications::unfollow))
        .route("/{objects}/{id}/people", get(comments::people))
        .route("/{objects}/{id}/comments", post(comments::say))
        .route("/{objects}/{id}/comments/{comment}", post(comments::change))
        .route("/{objects}/{id}/comments/{comment}/remove", post(comments::remove))
        .route("/{objects}/{id}/undo", post(today::undo))
        .route("/{objects}/{id}/move", get(moves::ask).post(moves::card))
        .route("/{objects}/{id}/asks", get(asks::ask).post(asks::save))
        .route("/{objects}/{id}/conditions", post(conditions::asked))
        .route("/{objects}/{id}/lines", post(lines::preview))
        .route("/{objects}/{id}/do/{verb}", get(actions::ask).post(actions::act))
        .route("/{objects}/{id}/as-of", get(actions::ask_day).post(actions::show_day))
        .route("/{objects}/{id}/join", post(duplicates::join).layer(DefaultBodyLimit::disable()))
        .route("/{objects}/{id}/trash", post(trash::put))
        .route("/{objects}/{id}/restore", post(trash::restore))
        .route("/{objects}/{id}/purge", get(trash::ask_purge).post(trash::purge))
        .route("/{objects}/{id}/share", get(share::show).post(share::make))
        .route("/{objects}/{id}/share/{share}/end", post(share::end))
        .route("/{objects}/{id}/access", get(share::access).post(share::whose))
        .route("/{objects}/{id}/merge", get(merge::compare).post(merge::choose_other))
        .route("/{objects}/{id}/merge-with/{other}", post(merge::merge))
        .route("/{objects}/{id}/unmerge", post(merge::unmerge))
}
