//! A board: columns of an ordered link or of a choice, each with its totals over all its records and its first cards.

mod columns;
mod goal;
mod sums;

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Query, Right, Sort};
use cordee_schema::{Board, FieldDef, Filter, Object, Path as FieldPath, Record, Term, Value};
use cordee_ui::components::{Filters, Tab, Views};
use cordee_ui::screens::board::{Board as View, BoardColumn, board as draw, cards as draw_cards};
use cordee_ui::{Action, Icon, Tone};

use super::address::Address;
pub(crate) use super::ended::told;
use super::filters::Narrowed;
use super::grouped::{BY, Grouped, ROWS};
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit, to};
pub(crate) use columns::{NONE, Place, standing_in};
use sums::Sums;

/// How many cards a column shows at first.
const CARDS: u32 = 12;
/// How many columns a board has at the most.
const COLUMNS: u32 = 60;

/// `GET /OBJECTS/board`.
pub(crate) async fn board(visit: Visit, Path(plural): Path<String>) -> Answered {
    if let Some(view) = visit.beginning(&plural, true).await {
        return view;
    }
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let board = object.board.ok_or(Problem::NotFound)?;
            reader.board_page(object, &board)
        })
        .await
}

/// `GET /OBJECTS/board/cards?column=VALUE&cursor=…`: the next cards of a column alone; without a script, the list.
pub(crate) async fn more(visit: Visit, Path(plural): Path<String>) -> Answered {
    if !visit.asked.partial {
        let next = visit.read(move |reader| reader.column_as_list(&plural));
        return Ok(to(&next.await?));
    }
    let html = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let board = object.board.ok_or(Problem::NotFound)?;
        let (view, at) = reader.one_column(object, &board)?;
        Ok(draw_cards(reader.language(), &view.columns[at]).into_string())
    });
    Ok(Html(html.await?).into_response())
}

impl Reader<'_, '_> {
    fn board_page(&mut self, object: &'static Object, board: &Board) -> Outcome<Page> {
        let narrowed = self.narrowed(object);
        let grouped = self.grouped(object, board)?;
        let (within, choices) = self.within(object, board)?;
        let filter = self.on_board(object, board, grouped, &narrowed, within)?;
        let places = self.columns_shown(object, board, grouped, within, &filter)?;
        let sums = match narrowed.error {
            Some(_) => Vec::new(),
            None => self.sums(object, board, grouped, &places, &filter)?,
        };
        let mut view = self.board_view(object, board, grouped, &places, &sums);
        if !self.shows_past() {
            self.mark_key(object, board, within, &mut view)?;
        }
        if narrowed.error.is_none() && !self.shows_past() {
            self.put_goal(object, grouped, &places, &narrowed.filter, &mut view)?;
        }
        view.groups = self.grouped_tabs(object, board, grouped);
        view.layouts = self.layout_tabs();
        view.filters = Filters { day: self.past_day()?, ..self.filters(object, &narrowed)? };
        view.choices = choices;
        view.views = self.views(object, true)?;
        view.empty = self.empty(object, &narrowed);
        for (place, column) in places.iter().zip(&mut view.columns).filter(|_| narrowed.error.is_none()) {
            let sums = sums.iter().find(|(id, _)| *id == column.id);
            if sums.is_some() {
                let filter = if grouped.own { &narrowed.filter } else { &filter };
                self.put_cards(board, grouped, place, column, filter, None)?;
            }
        }
        let body = draw(self.language(), &view);
        Ok(Page::new(self.many(object), object.plural, body).about(object))
    }

    /// The record that one board shows the columns of, and the others to choose from.
    fn within(&mut self, object: &'static Object, board: &Board) -> Outcome<(Option<Id>, Vec<Tab>)> {
        let Some(field) = board.within.and_then(|name| self.field(object, name)) else {
            return Ok((None, Vec::new()));
        };
        let Some(to) = self.linked(field) else { return Ok((None, Vec::new())) };
        let records = self.gate.list(&Query::of(to).limit(COLUMNS))?.records;
        let asked = self.visit.address.one("in").and_then(|text| text.parse::<Id>().ok());
        let known = |id: &Id| records.iter().any(|record| record.head.id == *id);
        let chosen = match asked.filter(known) {
            Some(asked) => Some(asked),
            None => self.first_with_cards(object, field, &records)?,
        };
        let here = self.here().without(&["in"]);
        let tab = |record: &Record| Tab {
            label: record.title(),
            href: here.with("in", record.head.id).to_string(),
            icon: None,
            current: Some(record.head.id) == chosen,
        };
        let tabs = if records.len() > 1 { records.iter().map(tab).collect() } else { Vec::new() };
        Ok((chosen, tabs))
    }

    /// Marks the column that decides most, with the name of the field that says so.
    fn mark_key(
        &mut self,
        object: &'static Object,
        board: &Board,
        within: Option<Id>,
        view: &mut View,
    ) -> Outcome<()> {
        let to = board.within.and_then(|name| self.field(object, name)).and_then(|field| self.linked(field));
        let Some((to, within)) = to.zip(within).filter(|_| !board.key.is_empty()) else { return Ok(()) };
        let record = self.gate.get(to, within)?;
        for field in board.key.iter().filter_map(|name| self.field(to, name)) {
            let id = record.value(field.name).and_then(Value::as_link).map(|id| id.to_string());
            let column = view.columns.iter_mut().find(|column| Some(&column.id) == id.as_ref());
            if let Some(column) = column {
                column.key = Some((self.label(to, field), self.tip_of(to, field)));
                return Ok(());
            }
        }
        Ok(())
    }

    /// The first of these records that some card belongs to, else the first: nobody begins at an empty board while
    /// there is another.
    fn first_with_cards(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        records: &[Record],
    ) -> Outcome<Option<Id>> {
        for record in records.iter().filter(|_| records.len() > 1) {
            let its = Filter::is(FieldPath::field(object, field), Value::Link(record.head.id));
            let cards = Query::of(object).filter(its);
            if !self.gate.list(&cards.limit(1))?.records.is_empty() {
                return Ok(Some(record.head.id));
            }
        }
        Ok(records.first().map(|record| record.head.id))
    }

    /// What the cards on the board are like.
    pub(crate) fn on_board(
        &mut self,
        object: &'static Object,
        board: &Board,
        grouped: Grouped,
        narrowed: &Narrowed,
        within: Option<Id>,
    ) -> Outcome<Filter> {
        // Where no column is an end, what has come to one is not on the board.
        let going = self.leaving(object, board).filter(|_| !grouped.own).map(|leaving| leaving.going());
        let shared = board.within.and_then(|name| self.field(object, name)).zip(within);
        let shared = shared.map(|(field, id)| Filter::is(FieldPath::field(object, field), Value::Link(id)));
        let parts = shared.into_iter().chain(going).chain([narrowed.filter.clone()]);
        Ok(parts.fold(Filter::everything(), Filter::and))
    }

    /// The board without its cards.
    pub(crate) fn board_view(
        &self,
        object: &'static Object,
        board: &Board,
        grouped: Grouped,
        places: &[Place],
        sums: &[(String, Sums)],
    ) -> View {
        let columns = places.iter().map(|place| {
            let id = place.id();
            let none = Sums::default();
            let sums = sums.iter().find(|(known, _)| *known == id).map_or(&none, |(_, sums)| sums);
            let (total, weighted) = self.sums_said(object, board, sums);
            BoardColumn {
                id,
                name: place.name.clone(),
                tip: self.tip(self.term_of_column(object, board, grouped, place)),
                key: None,
                goal: None,
                lately: None,
                tone: place.tone,
                count: self.locale.count(sums.count),
                total,
                // What has come to its end is no longer weighed.
                weighted: weighted.filter(|_| place.open),
                weighted_tip: self.tip(self.registry().term_of_weighted(object)),
                probability: place.probability.filter(|_| place.open).map(|p| self.locale.percent(p)),
                cards: Vec::new(),
                more: None,
                open_to_moves: self.may(object, Right::Edit)
                    && !self.shows_past()
                    && !(place.value.is_none() && grouped.sets.required),
                ends: !place.open && matches!(place.tone, Tone::Won | Tone::Lost | Tone::Overdue),
            }
        });
        View {
            title: self.many(object),
            count: self.board_count(object, board, sums),
            views: Views::default(),
            choices: Vec::new(),
            goal: None,
            groups: Vec::new(),
            layouts: Vec::new(),
            rows: self.in_sections(),
            actions: self.board_actions(object),
            filters: Default::default(),
            columns: columns.collect(),
            field: grouped.sets.name.to_owned(),
            empty: cordee_ui::components::Empty {
                icon: Icon::SquareKanban,
                title: String::new(),
                text: String::new(),
                actions: Vec::new(),
            },
        }
    }

    /// The term that a column is: the option that its cards have, or how those have ended that come to it.
    fn term_of_column(
        &self,
        object: &'static Object,
        board: &Board,
        grouped: Grouped,
        place: &Place,
    ) -> Option<&'static Term> {
        let (field, option) = match (&place.value, &place.told) {
            (Value::Text(option), _) => (grouped.by.name, option.as_str()),
            (_, Some(told)) => (board.ended?.told_by.0, told.as_str()),
            _ => return None,
        };
        self.registry().term_of_option(object, field, option)
    }

    fn board_actions(&self, object: &'static Object) -> Vec<Action> {
        match self.may(object, Right::Create) {
            true => vec![self.new_action(object)],
            false => Vec::new(),
        }
    }

    /// Puts the first cards after `cursor` into a column, and the way to those after them.
    fn put_cards(
        &mut self,
        board: &Board,
        grouped: Grouped,
        place: &Place,
        column: &mut BoardColumn,
        filter: &Filter,
        cursor: Option<String>,
    ) -> Outcome<()> {
        let (object, here) = (grouped.object, grouped.holds(place));
        let named = [object.title, board.by, grouped.by.name, grouped.sets.name];
        let fields = board.card.iter().copied().chain(named).chain(board.since);
        let fields = fields.chain(board.fresh.map(|(name, _)| name));
        let order = Sort { field: object.order.0, descending: object.order.1 };
        // What was closed lately is told of today alone.
        let only = self.only(object, board, place).filter(|_| !self.shows_past());
        let (only, order) = only.unwrap_or_else(|| (Filter::everything(), order));
        let query = Query {
            fields: Some(fields.collect()),
            limit: CARDS,
            cursor,
            sort: vec![order],
            as_of: self.then()?,
            ..Query::of(object).filter(here).filter(only).filter(filter.clone())
        };
        if !self.shows_past() {
            column.lately = self.lately_said(object, board, place, filter)?;
        }
        let found = self.gate.list(&query)?;
        let address = self.here();
        column.cards = found.records.iter().map(|record| self.card(record, board, place)).collect();
        column.more = found.next.map(|next| {
            let more = Address::of(format!("/{}/board/cards", object.plural));
            let more = more
                .with("in", address.one("in").unwrap_or(""))
                .with(BY, address.one(BY).unwrap_or(""))
                .with(ROWS, address.one(ROWS).unwrap_or(""))
                .with("filter", address.one("filter").unwrap_or(""))
                .with("as-of", address.one("as-of").unwrap_or(""));
            more.and("column", &column.id).and("cursor", next).to_string()
        });
        Ok(())
    }

    /// The column that the address names, with its next cards, on a board that knows the others to move to.
    fn one_column(&mut self, object: &'static Object, board: &Board) -> Outcome<(View, usize)> {
        let narrowed = self.narrowed(object);
        let (grouped, (within, _)) = (self.grouped(object, board)?, self.within(object, board)?);
        let filter = self.on_board(object, board, grouped, &narrowed, within)?;
        let places = self.columns_shown(object, board, grouped, within, &filter)?;
        let wanted = self.visit.address.one("column").unwrap_or("").to_owned();
        let at = places.iter().position(|place| place.id() == wanted).ok_or(Problem::NotFound)?;
        let mut view = self.board_view(object, board, grouped, &places, &[]);
        let cursor = self.visit.address.one("cursor").map(str::to_owned);
        let filter = if grouped.own { &narrowed.filter } else { &filter };
        self.put_cards(board, grouped, &places[at], &mut view.columns[at], filter, cursor)?;
        Ok((view, at))
    }

    /// The records of a column as a list.
    fn column_as_list(&mut self, plural: &str) -> Outcome<Address> {
        let object = self.object(plural)?;
        let board = object.board.ok_or(Problem::NotFound)?;
        let narrowed = self.narrowed(object);
        let (grouped, (within, _)) = (self.grouped(object, &board)?, self.within(object, &board)?);
        let filter = self.on_board(object, &board, grouped, &narrowed, within)?;
        let places = self.columns_shown(object, &board, grouped, within, &filter)?;
        let wanted = self.visit.address.one("column").unwrap_or("");
        let place = places.iter().find(|place| place.id() == wanted).ok_or(Problem::NotFound)?;
        match grouped.own {
            true => self.rows_of(object, &board, place, &narrowed.filter),
            false => {
                let filter = grouped.holds(place).and(filter);
                Ok(Address::of(format!("/{}", object.plural)).and("filter", filter.text()))
            }
        }
    }
}

/// The address of a move on the board that is shown.
pub(crate) fn move_path(reader: &Reader<'_, '_>, record: &Record) -> Address {
    let address = reader.here();
    Address::of(format!("{}/move", super::reader::record_path(record.object, record.head.id)))
        .with("in", address.one("in").unwrap_or(""))
        .with(BY, address.one(BY).unwrap_or(""))
        .with(ROWS, address.one(ROWS).unwrap_or(""))
        .with("filter", address.one("filter").unwrap_or(""))
}
