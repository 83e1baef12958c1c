//! What a role shows first: which objects stand first in the navigation, and on which page its people begin.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::system::role::{NAVIGATION, START};
use cordee_records::{Grants, Right, Scope};
use cordee_schema::{Draft, Object, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::layout::{Item, Layout, Part, Shelf as View, layout as draw};
use cordee_ui::{Action, Icon, Input, Pick, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::frame::front;
use super::super::reader::{Page, Reader};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};
use super::objects::shelves::{Shelf, Shelves};

/// The one part that is arranged, under the name by which it is posted.
const PART: &str = "navigation";

/// `GET /settings/roles/ID/front`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let role = reader.fronted(&id)?;
            let named = role.get(NAVIGATION).unwrap_or_default();
            let first: Vec<&str> = named.lines().map(str::trim).collect();
            let shelves = reader.navigation_shelves(&role, &first);
            let start = role.get(START).unwrap_or_default();
            reader.front_page(&role, &shelves, &start, role.head.version)
        })
        .await
}

/// `POST /settings/roles/ID/front`: keeps it, or, where there is no script, moves something and shows it.
pub(super) async fn save(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let act = typed.text("act").to_owned();
    if !act.is_empty() {
        return visit
            .page(move |reader| {
                let role = reader.fronted(&id)?;
                let mut words = act.split(' ').skip(1);
                let mut word = || words.next().unwrap_or("");
                let mut shelves = reader.navigation_shelves(&role, &posted(&typed).names());
                shelves.act(word(), word());
                reader.front_page(&role, &shelves, typed.text("start"), version(&typed)?)
            })
            .await;
    }
    visit
        .then(move |reader| {
            let role = reader.fronted(&id)?;
            // What is not an object of theirs is none that could stand anywhere.
            let shelves = reader.navigation_shelves(&role, &posted(&typed).names());
            let start = typed.text("start");
            let known = reader.starts(Some(&role)).iter().any(|pick| pick.value == start);
            let value = |text: String| if text.is_empty() { Value::None } else { Value::Text(text) };
            let mut draft = Draft::new(role.object);
            draft.set(NAVIGATION.name(), value(shelves.names().join("\n")));
            draft.set(START.name(), value(if known { start.to_owned() } else { String::new() }));
            reader.gate.update(role.head.id, Some(version(&typed)?), draft)?;
            Ok(Address::of(format!("/settings/roles/{}", role.head.id)).and("done", "save"))
        })
        .await
}

impl Reader<'_, '_> {
    /// The way to what a role shows first.
    pub(super) fn front_action(&self, role: &Record) -> Action {
        let way = Way::Go(format!("/settings/roles/{}/front", role.head.id));
        Action::new(self.word("role-front"), way).icon(Icon::List)
    }

    /// The pages on which people begin: Today, and of each object that they work on the first page; of a role, what it
    /// may see.
    pub(super) fn starts(&self, role: Option<&Record>) -> Vec<Pick> {
        let home = Pick::new("/", self.word("nav-home"));
        let objects = match role {
            Some(role) => self.seen_by(role),
            None => self.shown(|_| true),
        };
        let owned = objects.into_iter().filter(|object| object.owner.is_some());
        let fronts = owned.map(|object| Pick::new(front(object), self.many(object)));
        std::iter::once(home).chain(fronts).collect()
    }

    fn fronted(&mut self, id: &str) -> Outcome<Record> {
        if !self.gate.access().administers() {
            return Err(Problem::NotFound);
        }
        self.role(id)
    }

    /// The objects with a place of their own that a role may see.
    fn seen_by(&self, role: &Record) -> Vec<&'static Object> {
        let grants = Grants::read(role.value("grants").and_then(Value::as_text).unwrap_or("{}"));
        self.shown(|object| grants.administers || grants.of(object, Right::Read) != Scope::None)
    }

    /// What stands first, in this order, and after it the others in the order of the catalog.
    fn navigation_shelves(&self, role: &Record, first: &[&str]) -> Shelves {
        let seen: Vec<&str> = self.seen_by(role).iter().map(|object| object.name).collect();
        let first: Vec<String> =
            first.iter().filter(|name| seen.contains(name)).map(|name| (*name).to_owned()).collect();
        let others = seen.into_iter().map(str::to_owned).filter(|name| !first.contains(name)).collect();
        Shelves(vec![Shelf::of(first), Shelf::of(others)])
    }

    fn front_page(&mut self, role: &Record, shelves: &Shelves, start: &str, version: i64) -> Outcome<Page> {
        let title = self.word("role-front");
        let headings = ["role-front-first", "role-front-others"];
        let shelf = |(shelf, heading): (&Shelf, &str)| View {
            key: String::new(),
            heading: self.word(heading),
            items: shelf.names.iter().map(|name| self.front_item(name)).collect(),
        };
        let part = Part {
            name: PART.to_owned(),
            label: self.word("role-navigation"),
            hint: self.word("role-navigation-hint"),
            error: None,
            shelves: shelves.0.iter().zip(headings).map(shelf).collect(),
            grouped: false,
        };
        let input = Input::Choice { value: start.to_owned(), options: self.starts(Some(role)) };
        let start = Field::new("start", self.word("role-start"), input).hint(self.word("role-start-hint"));
        let path = format!("/settings/roles/{}", role.head.id);
        let view = Layout {
            title: title.clone(),
            intro: role.title(),
            actions: Vec::new(),
            action: format!("{path}/front"),
            hidden: vec![("version".to_owned(), version.to_string())],
            problem: None,
            fields: vec![start],
            parts: vec![part],
            cancel: path.clone(),
        };
        let body = draw(self.language(), &view);
        let page = Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings");
        Ok(page.below(self.many(role.object), "/roles").below(role.title(), path))
    }

    fn front_item(&self, name: &str) -> Item {
        let label = self.objects_named(name);
        Item { name: name.to_owned(), label, kind: String::new(), needed: false }
    }
}

fn posted(typed: &Typed) -> Shelves {
    Shelves::posted(typed.all(PART), std::iter::empty(), std::iter::empty())
}

fn version(typed: &Typed) -> Outcome<i64> {
    typed.text("version").parse().map_err(|_| Fault::whole("error-version").into())
}
