//! Saved views: a list or board kept under a name, for oneself, one's team or all. What a view keeps is the address of a
//! page, so whoever opens it sees what they may see.

mod change;
mod form;
mod tabs;

use axum::Router;
use axum::routing::{get, post};
use cordee_base::{Id, Outcome, Problem};
use cordee_records::Query;
use cordee_records::system::view::{self, VIEW};
use cordee_schema::{Filter, Object, Path, Record, Value};

use super::address::Address;
use super::reader::Reader;
use super::visit::{Answered, Visit, to};
use crate::App;

/// How many views of an object stand as tabs.
const TABS: u32 = 100;
/// The parameters of a page that are no part of what a view keeps.
const PASSING: [&str; 9] = ["view", "cursor", "page", "count", "done", "of", "open", "sums", "groups"];
/// The value of the parameter `view` on the page of all records, where one would begin with a view.
const ALL: &str = "all";

/// The routes of views.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/views", post(form::create))
        .route("/views/first", post(change::first_for_me))
        .route("/views/new", get(form::new))
        .route("/views/{id}", get(change::open).post(form::update))
        .route("/views/{id}/edit", get(form::edit))
        .route("/views/{id}/keep", post(change::keep))
        .route("/views/{id}/shift", post(change::shift))
        .route("/views/{id}/first", post(change::first))
        .route("/views/{id}/trash", post(change::trash))
}

impl Visit {
    /// The way to the view with which one begins, where one goes to an object and asks for nothing else: to its front
    /// page, be it list or board.
    pub(super) async fn beginning(&self, plural: &str, board: bool) -> Option<Answered> {
        if !self.address.parameters.is_empty() {
            return None;
        }
        let plural = plural.to_owned();
        let begun = self.read(move |reader| {
            let object = reader.object(&plural)?;
            if object.system || object.board.is_some() != board {
                Ok(None)
            } else {
                reader.first_page(object)
            }
        });
        // What is wrong, the page itself tells.
        begun.await.ok().flatten().map(|page| Ok(to(&page)))
    }
}

impl Reader<'_, '_> {
    /// The views of an object that the reader sees, in their order.
    fn saved(&mut self, object: &Object) -> Outcome<Vec<Record>> {
        let of = Path::resolve(self.gate.catalog(), &VIEW, view::OBJECT.name())?;
        let filter = Filter::is(of, Value::Text(object.name.to_owned()));
        Ok(self.gate.list(&Query::of(&VIEW).filter(filter).limit(TABS))?.records)
    }

    /// The view with which the reader begins, if there is one: what they have chosen, else their own before what
    /// others share.
    fn begun_with(&self, object: &Object, views: &[Record]) -> Option<Id> {
        let chosen = self.visit.first_views.split('|').filter_map(|one| one.split_once(':'));
        match chosen.clone().find(|(of, _)| *of == object.name) {
            Some((_, ALL)) => return None,
            Some((_, id)) => {
                // One that was put away, or is shared no more, is no choice.
                let found = views.iter().find(|view| view.head.id.to_string() == id);
                if let Some(view) = found {
                    return Some(view.head.id);
                }
            }
            None => {}
        }
        let first = || views.iter().filter(|view| view.get(view::DEFAULT) == Some(true));
        let own = first().find(|view| self.is_mine(view));
        own.or_else(|| first().find(|view| !self.is_mine(view))).map(|view| view.head.id)
    }

    /// The page of the view with which the reader begins.
    fn first_page(&mut self, object: &'static Object) -> Outcome<Option<Address>> {
        let views = self.saved(object)?;
        let first = self.begun_with(object, &views);
        Ok(views.iter().find(|view| Some(view.head.id) == first).map(|view| page_of(object, view)))
    }

    fn is_mine(&self, view: &Record) -> bool {
        view.get(view::OWNER) == self.gate.access().user
    }

    /// Whether the reader may change a view that they see.
    fn may_change(&self, view: &Record) -> bool {
        self.is_mine(view) || self.gate.access().administers()
    }

    /// A view and the object whose records it shows.
    fn a_view(&mut self, id: &str) -> Outcome<(Record, &'static Object)> {
        let view = self.gate.get(&VIEW, self.id(id)?)?;
        let object = view.get(view::OBJECT).ok_or(Problem::NotFound)?;
        let object = self.gate.object(&object)?;
        Ok((view, object))
    }

    /// The page that an address of a list or board names: of which object, whether it is a board, and in what state.
    pub(super) fn page_at(&self, text: &str) -> Outcome<(&'static Object, bool, Address)> {
        let at = Address::read(text);
        let mut steps = at.path.trim_start_matches('/').split('/');
        let object = self.object(steps.next().unwrap_or(""))?;
        let board = match (steps.next(), object.board) {
            (None, _) => false,
            (Some("board"), Some(_)) => true,
            _ => return Err(Problem::NotFound),
        };
        let state = Address { parameters: state(&at), path: String::new() };
        Ok((object, board, state))
    }
}

/// The parameters of a page that a view keeps, by name; columns in their order.
fn state(address: &Address) -> Vec<(String, String)> {
    let kept = address.parameters.iter();
    let kept = kept.filter(|(name, value)| !PASSING.contains(&name.as_str()) && !value.is_empty());
    let mut kept: Vec<_> = kept.cloned().collect();
    kept.sort_by(|(one, _), (other, _)| one.cmp(other));
    kept
}

/// What a view keeps.
fn kept_state(view: &Record) -> Address {
    Address::read(&format!("?{}", view.get(view::QUERY).unwrap_or_default()))
}

/// The page that a view opens.
pub(super) fn page_of(object: &Object, view: &Record) -> Address {
    let board = view.get(view::SHAPE).as_deref() == Some("board") && object.board.is_some();
    let page = format!("/{}{}", object.plural, if board { "/board" } else { "" });
    Address { path: page, ..kept_state(view) }.with("view", view.head.id)
}

/// The text that a view keeps of a state.
fn query(state: &Address) -> String {
    state.to_string().trim_start_matches('?').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_keeps_what_is_shown_and_not_where_one_is_in_it() {
        let here = Address::read("/accounts?sort=-name&cursor=x&column=b&column=a&view=1&filter=&done=save");
        let kept = Address { path: String::new(), parameters: state(&here) };
        assert_eq!(query(&kept), "column=b&column=a&sort=-name");
        assert_eq!(state(&Address::read(&format!("?{}", query(&kept)))), kept.parameters);
    }
}
