//! The trash: what went in can come back; administrators can take it out for good.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Outcome};
use cordee_records::{Count, Page as Records, Query, Right, Sort};
use cordee_schema::{Object, system};
use cordee_ui::components::{Column, Empty, Pager, Tab, tabs};
use cordee_ui::screens::form::{Confirm, confirm};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Way};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Page, Reader, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// `GET /trash`: of the first object of which something lies there.
pub(crate) async fn all(visit: Visit) -> Answered {
    visit
        .page(move |reader| {
            let first = reader.first_with_trash()?;
            reader.trash_page(first)
        })
        .await
}

/// `GET /trash/OBJECTS`.
pub(crate) async fn of(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            reader.trash_page(Some(object))
        })
        .await
}

/// `POST /OBJECTS/ID/trash`.
pub(crate) async fn put(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
            reader.gate.trash(object, id, Some(version))?;
            Ok(match back(Some(typed.text("back"))) {
                Some(back) => back.with("done", "deleted").with("of", format!("{}:{id}", object.plural)),
                None => Address::of(format!("/{}", object.plural)).and("done", "deleted").and("of", id),
            })
        })
        .await
}

/// `POST /OBJECTS/ID/restore`.
pub(crate) async fn restore(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.gate.restore(object, id)?;
            Ok(match back(reader.visit.address.one("back")) {
                Some(back) => back.with("done", "restored").with("of", format!("{}:{id}", object.plural)),
                None => Address::of(record_path(object, id)).and("done", "restored"),
            })
        })
        .await
}

/// `GET /OBJECTS/ID/purge`: asks first, for it can't be undone.
pub(crate) async fn ask_purge(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            reader.gate.needs_administrator()?;
            let object = reader.object(&plural)?;
            let record = reader.gate.get_trashed(object, reader.id(&id)?)?;
            let view = Confirm {
                title: reader.word("action-purge"),
                text: format!("{}. {}", record.title(), reader.word("confirm-no-undo")),
                action: format!("{}/purge", record_path(object, record.head.id)),
                hidden: Vec::new(),
                submit: reader.word("action-purge"),
                cancel: format!("/trash/{}", object.plural),
            };
            Ok(Page::new(view.title.clone(), "/trash", confirm(reader.language(), &view)))
        })
        .await
}

/// `POST /OBJECTS/ID/purge`.
pub(crate) async fn purge(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.gate.get_trashed(object, id)?;
            reader.gate.purge(object, id)?;
            Ok(Address::of(format!("/trash/{}", object.plural)).and("done", "purge"))
        })
        .await
}

impl Reader<'_, '_> {
    fn with_trash(&self) -> Vec<&'static Object> {
        let objects =
            self.gate.catalog().objects().filter(|object| !object.internal && object.name != "workspace");
        let mut objects: Vec<_> = objects.filter(|object| self.may(object, Right::Delete)).collect();
        // What people work on comes before what it is arranged by.
        objects.sort_by_key(|object| (object.owner.is_none(), object.system));
        objects
    }

    /// The first object of people's work of which something lies in the trash; else the first there is.
    fn first_with_trash(&mut self) -> Outcome<Option<&'static Object>> {
        let objects = self.with_trash();
        for object in objects.iter().copied().filter(|object| object.owner.is_some()) {
            if self.lies_there(object)? {
                return Ok(Some(object));
            }
        }
        Ok(objects.first().copied())
    }

    fn lies_there(&mut self, object: &'static Object) -> Outcome<bool> {
        Ok(!self.gate.list(&self.trashed(object).limit(1))?.records.is_empty())
    }

    fn trash_page(&mut self, of: Option<&'static Object>) -> Outcome<Page> {
        let title = self.word("trash-title");
        let found = match of {
            Some(object) => self.gate.list(&self.trashed(object))?,
            None => Records { records: Vec::new(), next: None, total: cordee_records::Total::Unknown },
        };
        // What has nothing there needs no way to it.
        let mut objects = Vec::new();
        for object in self.with_trash() {
            if of == Some(object) || self.lies_there(object)? {
                objects.push(object);
            }
        }
        let tab = |object: &&'static Object| Tab {
            label: self.many(object),
            href: format!("/trash/{}", object.plural),
            icon: None,
            current: of == Some(*object),
        };
        let objects: Vec<Tab> = objects.iter().map(tab).collect();
        let column = |label: String| Column { label, ..Column::default() };
        let here = self.here().without(&["cursor"]);
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("trash-hint")),
            notices: Vec::new(),
            secret: None,
            actions: Vec::new(),
            columns: vec![column(self.word("record-title")), column(self.word("trash-deleted-at"))],
            rows: found.records.iter().map(|record| self.trashed_row(record)).collect(),
            pager: Pager {
                text: self.count_said(found.total),
                previous: self.here().one("cursor").map(|_| here.to_string()),
                next: found.next.as_deref().map(|next| here.with("cursor", next).to_string()),
            },
            empty: Empty {
                icon: Icon::Trash2,
                title: self.word("trash-empty"),
                text: self.word("trash-hint"),
                actions: Vec::new(),
            },
            form: None,
        };
        let language = self.language();
        let body = maud::html! { @if objects.len() > 1 { div.page-tabs { (tabs(&title, &objects)) } } (register(language, &view)) };
        Ok(Page::new(title, "/trash", body))
    }

    fn trashed(&self, object: &'static Object) -> Query {
        Query {
            trash: true,
            count: Count::Bounded,
            cursor: self.visit.address.one("cursor").map(str::to_owned),
            sort: vec![Sort { field: system::UPDATED_AT.name(), descending: true }],
            ..Query::of(object)
        }
    }

    fn trashed_row(&self, record: &cordee_schema::Record) -> Entry {
        let path = record_path(record.object, record.head.id);
        let restore = Way::Post(format!("{path}/restore"), Vec::new());
        let mut actions = vec![Action::new(self.word("action-restore"), restore).icon(Icon::Undo2)];
        if self.gate.access().administers() {
            let purge = Way::Dialog(format!("{path}/purge"));
            actions.push(Action::new(self.word("action-purge"), purge).danger());
        }
        let when = self.value(
            record.object,
            &system::DELETED_AT.def,
            &record.any_value(&system::DELETED_AT.def),
            None,
        );
        Entry { href: Some(path), cells: vec![Cell::Text(record.title()), when], actions }
    }
}
