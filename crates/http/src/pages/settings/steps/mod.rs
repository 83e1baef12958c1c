//! Ways with their steps on one page: the columns of a board, beside the records within which they are. They are added,
//! renamed, put in order, taken out of use and put back here; what is said of them is changed where it stands.

pub(super) mod arrange;
mod asks;
mod draw;
mod retire;

use axum::Router;
use axum::routing::get;
use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Query, Right};
use cordee_schema::{Board, FieldDef, Filter, Object, Path, Record, Rights, Value};

use super::super::reader::Reader;
use crate::App;

/// The routes of all ways.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/settings/{ways}", get(draw::show).post(arrange::arrange))
        .route("/settings/{ways}/{id}/asks", get(asks::show).post(asks::arrange))
        .route("/settings/{ways}/{id}/retire", get(retire::ask).post(retire::retire))
}

/// How many ways, and how many steps of one, are shown.
const MOST: u32 = 100;

/// Objects whose records are ways of others: each has steps, in which cards stand.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    /// What stands in the steps.
    pub cards: &'static Object,
    /// Its board.
    pub board: Board,
    /// The link by which a card stands in a step.
    pub by: &'static FieldDef,
    /// The ways.
    pub ways: &'static Object,
    /// The steps.
    pub steps: &'static Object,
    /// The link from a step to its way.
    pub whole: &'static FieldDef,
    /// The number by which steps are ordered.
    pub order: &'static FieldDef,
}

impl Reader<'_, '_> {
    /// All ways of which the reader may see the steps.
    pub(super) fn all_ways(&self) -> Vec<Ways> {
        let objects: Vec<&'static Object> = self.gate.catalog().objects().collect();
        let ways = objects.into_iter().filter_map(|object| self.ways_of(object));
        ways.filter(|ways| self.may(ways.steps, Right::Read) && self.may(ways.ways, Right::Read)).collect()
    }

    fn ways_of(&self, cards: &'static Object) -> Option<Ways> {
        let board = cards.board?;
        let by = cards.field(board.by)?;
        let steps = self.gate.catalog().object(by.links_to()?)?;
        let ways = self.gate.catalog().object(cards.field(board.within?)?.links_to()?)?;
        let whole = steps.fields.iter().find(|field| field.links_to() == Some(ways.name))?;
        let order = steps.numbered()?;
        Some(Ways { cards, board, by, ways, steps, whole, order })
    }

    /// The ways that an address names in the plural.
    fn ways_named(&self, plural: &str) -> Outcome<Ways> {
        self.all_ways().into_iter().find(|ways| ways.ways.plural == plural).ok_or(Problem::NotFound)
    }

    /// The steps of a way, in their order.
    fn steps_of(&mut self, ways: &Ways, way: Id) -> Outcome<Vec<Record>> {
        let here = Filter::is(Path::field(ways.steps, ways.whole), Value::Link(way));
        Ok(self.gate.list(&Query::of(ways.steps).filter(here).limit(MOST))?.records)
    }
}

/// Where the page stands.
fn path(ways: &Ways) -> String {
    format!("/settings/{}", ways.ways.plural)
}

/// The choice by which a new way begins with steps, if ways have one: it is made once and for all.
fn begins_with(ways: &Ways) -> Option<&'static FieldDef> {
    let mut fields = ways.ways.fields.iter();
    fields.find(|field| field.rights == Rights::OnceAtCreation && !field.kind.options().is_empty())
}
