//! The objects of the workspace, those that all have and its own, and how each is arranged.

mod layout;
pub(super) mod shelves;

use axum::Router;
use axum::routing::get;
use cordee_base::{Outcome, Problem};
use cordee_records::Right;
use cordee_records::system::layout::LAYOUT;
use cordee_schema::Object;
use cordee_ui::components::{Empty, Pager};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Tone, Way};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use super::column;
use crate::App;

/// The routes of the objects.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings/objects", get(show))
        .route("/settings/objects/{name}", get(layout::show).post(layout::arrange))
}

/// `GET /settings/objects`.
async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.objects_page()).await
}

impl Reader<'_, '_> {
    /// The object of this name, if its arrangement can be changed here, by whoever may.
    fn arrangeable(&self, name: &str) -> Outcome<&'static Object> {
        if !self.may(&LAYOUT, Right::Edit) {
            return Err(Problem::NotFound);
        }
        let object = self.gate.object(name)?;
        if object.has_place() { Ok(object) } else { Err(Problem::NotFound) }
    }

    fn objects_page(&mut self) -> Outcome<Page> {
        if !self.may(&LAYOUT, Right::Edit) {
            return Err(Problem::NotFound);
        }
        let objects: Vec<_> = self.gate.catalog().objects().filter(|object| object.has_place()).collect();
        let mut rows = Vec::new();
        for object in objects {
            let own = object.fields.iter().filter(|field| field.is_custom()).count();
            let changed = self.gate.layout_of(object)?.map(|layout| layout.head.updated_at);
            let origin = if object.called.is_some() { "objects-own" } else { "objects-built-in" };
            rows.push(Entry {
                href: Some(format!("/settings/objects/{}", object.name)),
                cells: vec![
                    Cell::Text(self.many(object)),
                    Cell::Text(self.word(origin)),
                    Cell::Number(self.locale.count(own as i64)),
                    changed.map_or(Cell::Empty, |at| Cell::Date {
                        text: self.locale.moment(at),
                        iso: at.to_string(),
                        tone: Tone::Neutral,
                    }),
                ],
                actions: Vec::new(),
            });
        }
        let title = self.word("objects-title");
        let go = |key: &str, to: &str| Action::new(self.word(key), Way::Go(to.to_owned())).icon(Icon::Plus);
        let labels = ["objects-object", "objects-origin", "objects-fields", "objects-arranged"];
        let mut columns: Vec<_> = labels.iter().map(|key| column(self.word(key))).collect();
        columns[2].numeric = true;
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("objects-hint")),
            notices: Vec::new(),
            secret: None,
            actions: vec![
                go("custom-field-new", "/custom_fields/new"),
                go("custom-object-new", "/custom_objects/new"),
            ],
            columns,
            rows,
            pager: Pager::default(),
            empty: Empty { icon: Icon::Columns3, title, text: String::new(), actions: Vec::new() },
            form: None,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(self.word("objects-title"), "/settings", body)
            .below(self.word("settings-title"), "/settings"))
    }
}
