//! The columns of a board: the records or options that it declares, and what their cards have.

use cordee_base::{Id, Outcome, Percent, Problem};
use cordee_records::Query;
use cordee_schema::{Board, Colour, FieldDef, Filter, Kind, Object, Path as FieldPath, Record, Value};
use cordee_ui::Tone;

use super::super::cells::tone;
use super::super::ended::told;
use super::super::grouped::Grouped;
use super::super::reader::Reader;
use super::COLUMNS;

/// What stands in addresses and forms for the column of cards that have no value.
pub(crate) const NONE: &str = "none";

/// A column before it is filled.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The value that its cards have.
    pub value: Value,
    /// Its name.
    pub name: String,
    /// How it is meant.
    pub tone: Tone,
    /// How surely its cards come to their end.
    pub probability: Option<Percent>,
    /// How many days a card should stay there.
    pub expected: Option<i64>,
    /// Whether its cards are still on their way.
    pub open: bool,
    /// What tells so of its cards, if the board says where it is told.
    pub told: Option<String>,
}

impl Place {
    /// The value as it stands in addresses and forms.
    pub(crate) fn id(&self) -> String {
        match &self.value {
            Value::Link(id) => id.to_string(),
            Value::Text(key) => key.clone(),
            Value::Date(first) => first.to_string(),
            _ => NONE.to_owned(),
        }
    }
}

impl Reader<'_, '_> {
    /// The columns, by whatever the board is grouped.
    pub(crate) fn columns_shown(
        &mut self,
        object: &'static Object,
        board: &Board,
        grouped: Grouped,
        within: Option<Id>,
        filter: &Filter,
    ) -> Outcome<Vec<Place>> {
        match grouped.own {
            true => self.board_columns(object, board, within, None),
            false => self.places_found(grouped, filter),
        }
    }

    /// The columns that the board itself declares, in their order; the one of `stands` also if it is out of use.
    pub(crate) fn board_columns(
        &mut self,
        object: &'static Object,
        board: &Board,
        within: Option<Id>,
        stands: Option<&Value>,
    ) -> Outcome<Vec<Place>> {
        let by = self.field(object, board.by).ok_or(Problem::NotFound)?;
        let Some(to) = self.linked(by) else {
            let options = by.kind.options();
            let place = |option: &cordee_schema::Choice| {
                let pick = self.pick(object, by, options, option.key);
                Place {
                    value: Value::Text(option.key.to_owned()),
                    name: pick.label,
                    tone: pick.tone,
                    probability: None,
                    expected: None,
                    open: goes_on(option.colour),
                    told: None,
                }
            };
            return Ok(options.iter().filter(|option| !option.retired).map(place).collect());
        };
        let mut columns = Vec::new();
        for record in self.column_records(object, board, to, within)? {
            let here = stands == Some(&Value::Link(record.head.id));
            if record.in_use() || here || self.is_held(object, board, by, &record)? {
                columns.push(self.column_of(&record, board));
            }
        }
        Ok(columns)
    }

    /// The records that are the columns, those out of use among them.
    fn column_records(
        &mut self,
        object: &'static Object,
        board: &Board,
        to: &'static Object,
        within: Option<Id>,
    ) -> Outcome<Vec<Record>> {
        let whole = board.within.and_then(|name| object.field(name)).and_then(FieldDef::links_to);
        let link = to.fields.iter().find(|field| whole.is_some() && field.links_to() == whole);
        let mut query = Query::of(to).limit(COLUMNS);
        if let (Some(link), Some(id)) = (link, within) {
            query = query.filter(Filter::is(FieldPath::field(to, link), Value::Link(id)));
        }
        Ok(self.gate.list(&query)?.records)
    }

    /// Whether a card that is still on its way stands in a column: none of them shall vanish with it.
    fn is_held(
        &mut self,
        object: &'static Object,
        board: &Board,
        by: &'static FieldDef,
        column: &Record,
    ) -> Outcome<bool> {
        let here = Query::of(object).filter(standing_in(object, board, by, column.head.id));
        Ok(!self.gate.list(&here.limit(1))?.records.is_empty())
    }

    pub(crate) fn column_of(&self, record: &Record, board: &Board) -> Place {
        let number = |name: Option<&str>| match name.and_then(|name| record.value(name)) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        // The first choice whose options have colours says how the column is meant.
        let meant = record.fields().find_map(|(field, value)| match (field.kind, value) {
            (Kind::Choice(kind), Value::Text(key)) => {
                let option = kind.options.iter().find(|option| option.key == key)?;
                let coloured = kind.options.iter().any(|o| o.colour != Colour::Grey);
                coloured.then_some(option.colour)
            }
            _ => None,
        });
        let told = told(record, board);
        let going = board.ended.zip(told.as_deref()).map(|(ended, told)| told == ended.going);
        Place {
            value: Value::Link(record.head.id),
            name: record.title(),
            tone: meant.map_or(Tone::Neutral, tone),
            probability: number(board.weight).map(Percent::new),
            expected: number(board.expected).and_then(|days| i64::try_from(days.trunc()).ok()),
            open: going.unwrap_or_else(|| meant.is_none_or(goes_on)),
            told,
        }
    }
}

/// The cards that stand in a column and are still on their way.
pub(crate) fn standing_in(
    object: &'static Object,
    board: &Board,
    by: &'static FieldDef,
    column: Id,
) -> Filter {
    let here = Filter::is(FieldPath::field(object, by), Value::Link(column));
    let told = board.ended.and_then(|ended| Some((object.field(ended.told_by.0)?, ended.going)));
    let going =
        told.map(|(field, going)| Filter::is(FieldPath::field(object, field), Value::Text(going.to_owned())));
    going.into_iter().fold(here, Filter::and)
}

/// Whether what has this colour is still on its way: neither good, nor bad, nor set apart.
fn goes_on(colour: Colour) -> bool {
    !matches!(colour, Colour::Green | Colour::Red | Colour::Purple)
}
