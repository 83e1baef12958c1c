//! Picklists: every choice of every object with its options. They are added, renamed in each language, put in order, taken
//! out of use and put back, and one becomes one with another.

mod arrange;
mod merge;
mod one;
mod option;

use axum::Router;
use axum::routing::get;
use cordee_base::{Outcome, Problem};
use cordee_records::system::picklist_option::PICKLIST_OPTION;
use cordee_records::{Gate, Right};
use cordee_schema::{Choice, FieldDef, Kind, Object, Rights};
use cordee_ui::components::{Column, Empty, Pager};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Way};

use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use super::column;
use crate::App;

/// Where all picklists stand.
pub(super) const PLACE: &str = "/settings/picklists";

/// The routes of picklists.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings/picklists", get(show))
        .route("/settings/picklists/{object}/{field}", get(one::show).post(arrange::arrange))
        .route("/settings/picklists/{object}/{field}/{key}", get(option::ask).post(option::rename))
        .route("/settings/picklists/{object}/{field}/{key}/merge", get(merge::ask).post(merge::merge))
}

/// A choice of an object.
#[derive(Clone, Copy)]
pub(super) struct Picklist {
    /// The object.
    pub object: &'static Object,
    /// The choice.
    pub field: &'static FieldDef,
    /// Whether something hangs on its options, so that there are no others: they are only called otherwise.
    pub fixed: bool,
}

impl Picklist {
    fn path(&self) -> String {
        format!("{PLACE}/{}/{}", self.object.name, self.field.name)
    }

    fn options(&self) -> &'static [Choice] {
        self.field.kind.options()
    }

    fn option(&self, key: &str) -> Outcome<&'static Choice> {
        self.options().iter().find(|option| option.key == key).ok_or(Problem::NotFound)
    }
}

/// `GET /settings/picklists`.
async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.picklists_page()).await
}

impl Reader<'_, '_> {
    /// All choices that people make, by object.
    fn picklists(&self) -> Vec<Picklist> {
        let objects: Vec<&'static Object> = self.gate.catalog().objects().collect();
        let fit = objects.into_iter().filter(|object| Gate::may_be_widened(object) && !object.system);
        fit.flat_map(|object| object.fields.iter().map(move |field| (object, field)))
            .filter(|(_, field)| matches!(field.kind, Kind::Choice(_) | Kind::Choices(_)))
            .filter(|(_, field)| field.rights != Rights::Engine && field.rolled_up.is_none())
            .map(|(object, field)| Picklist { object, field, fixed: self.is_fixed(object, field) })
            .collect()
    }

    /// Whether it is told by this choice what is on its way and what has come to an end.
    fn is_fixed(&self, object: &Object, field: &FieldDef) -> bool {
        self.gate.catalog().objects().any(|cards| {
            let Some((board, ended)) = cards.board.and_then(|board| Some((board, board.ended?))) else {
                return false;
            };
            let columns = cards.field(board.by).and_then(FieldDef::links_to);
            let (own, of_column) = ended.told_by;
            (object.name, field.name) == (cards.name, own)
                || columns == Some(object.name) && field.name == of_column
        })
    }

    /// The choice that an address names, for who may arrange it.
    fn picklist(&self, object: &str, field: &str) -> Outcome<Picklist> {
        if !self.may(&PICKLIST_OPTION, Right::Edit) {
            return Err(Problem::NotFound);
        }
        let mut all = self.picklists().into_iter();
        let found = all.find(|list| (list.object.name, list.field.name) == (object, field));
        found.ok_or(Problem::NotFound)
    }

    fn picklists_page(&mut self) -> Outcome<Page> {
        if !self.may(&PICKLIST_OPTION, Right::Edit) {
            return Err(Problem::NotFound);
        }
        let row = |list: &Picklist| {
            let live = list.options().iter().filter(|option| !option.retired);
            let picks = live.map(|option| self.pick(list.object, list.field, list.options(), option.key));
            Entry {
                href: Some(list.path()),
                cells: vec![
                    Cell::Text(self.label(list.object, list.field)),
                    Cell::Text(self.many(list.object)),
                    Cell::Choices(picks.collect()),
                ],
                actions: Vec::new(),
            }
        };
        let title = self.word("picklists-title");
        let columns: Vec<Column> = ["picklists-choice", "objects-object", "picklists-options"]
            .map(|key| column(self.word(key)))
            .into();
        let mut actions = Vec::new();
        if self.gate.access().administers() {
            let way = Way::Go("/custom_fields/new?kind=choice".to_owned());
            actions.push(Action::new(self.word("custom-field-new"), way).icon(Icon::Plus));
        }
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("picklists-hint")),
            notices: Vec::new(),
            secret: None,
            actions,
            columns,
            rows: self.picklists().iter().map(row).collect(),
            pager: Pager::default(),
            empty: Empty { icon: Icon::Tag, title: title.clone(), text: String::new(), actions: Vec::new() },
            form: None,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }
}
