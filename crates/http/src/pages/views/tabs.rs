//! The saved views of a list or board as tabs, and what can be done with the one that is shown.

use cordee_base::{Id, Outcome};
use cordee_records::system::view;
use cordee_schema::{Object, Record};
use cordee_ui::components::{Tab, Views};
use cordee_ui::{Action, Icon, Way};

use super::super::address::Address;
use super::super::reader::Reader;
use super::{ALL, kept_state, page_of, state};

impl Reader<'_, '_> {
    /// The tabs of a list, or of a board.
    pub(crate) fn views(&mut self, object: &'static Object, board: bool) -> Outcome<Views> {
        let shapes = self.shapes(object, board);
        if object.system {
            return Ok(Views { shapes, ..Views::default() });
        }
        let views = self.saved(object)?;
        let here = self.here();
        let shown = here.one("view").and_then(|id| views.iter().find(|view| view.head.id.to_string() == id));
        let mut tabs: Vec<Tab> = Vec::new();
        if !views.is_empty() {
            let begins = self.begun_with(object, &views).is_some();
            let all = Address::of(here.path.clone()).with("view", if begins { ALL } else { "" });
            let label = self.word("list-view-all");
            tabs.push(Tab { label, href: all.to_string(), icon: None, current: shown.is_none() });
        }
        tabs.extend(views.iter().map(|view| Tab {
            label: view.title(),
            href: page_of(object, view).to_string(),
            icon: None,
            current: shown.is_some_and(|shown| shown.head.id == view.head.id),
        }));
        let place = shown.and_then(|shown| views.iter().position(|view| view.head.id == shown.head.id));
        let mut actions = match (shown, place) {
            (Some(view), Some(place)) if self.may_change(view) => self.view_actions(view, place, views.len()),
            _ => Vec::new(),
        };
        let begun = self.begun_with(object, &views);
        actions.extend(self.first_for_me(object, shown, begun));
        Ok(Views { tabs, actions, save: self.view_saving(&here, shown), shapes })
    }

    /// What keeps the state of the page: into the view that is shown, or as a new one.
    fn view_saving(&self, here: &Address, shown: Option<&Record>) -> Vec<Action> {
        let now = state(here);
        let at = here.without(&["cursor", "page", "count"]).to_string();
        let new = Way::Dialog(Address::of("/views/new").and("at", &at).to_string());
        let Some(view) = shown else {
            let save = Action::new(self.word("list-view-save"), new).icon(Icon::Plus);
            return if now.is_empty() { Vec::new() } else { vec![save] };
        };
        let same_shape = (view.get(view::SHAPE).as_deref() == Some("board")) == here.path.ends_with("/board");
        if now == state(&kept_state(view)) && same_shape {
            return Vec::new();
        }
        let mut save = Vec::new();
        if self.may_change(view) {
            let keep = Way::Post(format!("/views/{}/keep", view.head.id), vec![("at".to_owned(), at)]);
            save.push(Action::new(self.word("views-keep"), keep).icon(Icon::Check));
        }
        save.push(Action::new(self.word("views-save-new"), new));
        save
    }

    /// What chooses for oneself with which of the views of others one begins, or with all records.
    fn first_for_me(&self, object: &Object, shown: Option<&Record>, begun: Option<Id>) -> Option<Action> {
        let (key, view) = match shown {
            Some(view) if self.is_mine(view) => return None,
            Some(view) if begun == Some(view.head.id) => ("views-not-first-me", ALL.to_owned()),
            Some(view) => ("views-first-me", view.head.id.to_string()),
            None if begun.is_some() => ("views-first-me", ALL.to_owned()),
            None => return None,
        };
        let said = vec![("object".to_owned(), object.name.to_owned()), ("view".to_owned(), view)];
        Some(Action::new(self.word(key), Way::Post("/views/first".to_owned(), said)).icon(Icon::House))
    }

    fn view_actions(&self, view: &Record, place: usize, of: usize) -> Vec<Action> {
        let path = |step: &str| format!("/views/{}/{step}", view.head.id);
        let shift = |by: &str| Way::Post(path("shift"), vec![("by".to_owned(), by.to_owned())]);
        let edit = Action::new(self.word("views-edit"), Way::Dialog(path("edit"))).icon(Icon::Pencil);
        let mut actions = vec![edit];
        if place > 0 {
            actions.push(Action::new(self.word("views-left"), shift("left")).icon(Icon::ChevronLeft));
        }
        if place + 1 < of {
            actions.push(Action::new(self.word("views-right"), shift("right")).icon(Icon::ChevronRight));
        }
        let (key, wanted) = match view.get(view::DEFAULT) {
            Some(true) => ("views-not-first", "false"),
            _ => ("views-first", "true"),
        };
        let first = Way::Post(path("first"), vec![("default".to_owned(), wanted.to_owned())]);
        actions.push(Action::new(self.word(key), first).icon(Icon::House));
        let version = ("version".to_owned(), view.head.version.to_string());
        let trash = Way::Post(path("trash"), vec![version]);
        actions.push(Action::new(self.word("views-delete"), trash).icon(Icon::Trash2).danger());
        actions
    }

    /// List and board of the same records.
    fn shapes(&self, object: &'static Object, board: bool) -> Vec<Tab> {
        if object.board.is_none() {
            return Vec::new();
        }
        let address = &self.visit.address;
        let (filter, view) = (address.one("filter").unwrap_or(""), address.one("view").unwrap_or(ALL));
        let tab = |key: &str, path: String, shape, current| Tab {
            label: self.word(key),
            href: Address::of(path)
                .with("filter", filter)
                .with("view", view)
                .with("as-of", address.one("as-of").unwrap_or(""))
                .to_string(),
            icon: Some(shape),
            current,
        };
        vec![
            tab("nav-board", format!("/{}/board", object.plural), Icon::SquareKanban, board),
            tab("view-list", format!("/{}", object.plural), Icon::Table2, !board),
        ]
    }
}
