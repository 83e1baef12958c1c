//! Where a page left off, as an opaque text that only fits the list it came from.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cordee_base::{Fault, Id, Moment};
use cordee_schema::{Cell, ColumnType};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use crate::Query;

/// The last record of a page: the values it was sorted by, and its id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cursor {
    pub keys: Vec<Cell>,
    pub id: Id,
}

impl Cursor {
    /// The text for the next page's address.
    pub(crate) fn text(&self, query: &Query) -> String {
        let keys: Vec<Json> = self.keys.iter().map(cell_json).collect();
        let json = json!([of_list(query), self.id.as_i64(), keys]);
        URL_SAFE_NO_PAD.encode(json.to_string())
    }

    /// Whether its keys are such as columns of these kinds hold.
    pub(crate) fn fits(&self, kinds: impl Iterator<Item = ColumnType>) -> bool {
        self.keys.iter().zip(kinds).all(|(cell, kind)| match (cell, kind) {
            (Cell::Decimal(_, scale), ColumnType::Decimal(wanted)) => *scale == wanted,
            (Cell::Date(date), ColumnType::Date) => date.year() >= 1,
            (Cell::Null, _)
            | (Cell::Int(_), ColumnType::Int)
            | (Cell::Text(_), ColumnType::Text)
            | (Cell::Bool(_), ColumnType::Bool)
            | (Cell::Time(_), ColumnType::Time)
            | (Cell::Moment(_), ColumnType::Moment) => true,
            _ => false,
        })
    }

    /// The cursor in a text that `query` gave.
    pub(crate) fn read(text: &str, query: &Query) -> Result<Cursor, Fault> {
        read(text, query).ok_or_else(|| Fault::at("cursor", "error-cursor"))
    }
}

fn read(text: &str, query: &Query) -> Option<Cursor> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let json: Json = serde_json::from_slice(&bytes).ok()?;
    let [list, id, keys] = json.as_array()?.as_slice() else { return None };
    let keys = keys.as_array()?.iter().map(json_cell).collect::<Option<Vec<Cell>>>()?;
    let fits = list.as_str()? == of_list(query) && keys.len() == query.sort.len();
    fits.then_some(Cursor { keys, id: Id::from_i64(id.as_i64()?) })
}

/// What the list is made of, in short.
fn of_list(query: &Query) -> String {
    let made = format!(
        "{}|{}|{:?}|{:?}|{}",
        query.object.name,
        query.filter.text(),
        query.sort,
        query.as_of,
        query.trash
    );
    let digest = Sha256::digest(made.as_bytes());
    digest[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn cell_json(cell: &Cell) -> Json {
    match cell {
        Cell::Null => Json::Null,
        Cell::Int(number) => json!({"i": number}),
        Cell::Text(text) => json!({"s": text}),
        Cell::Decimal(number, scale) => json!({"n": number.to_string(), "c": scale}),
        Cell::Bool(yes) => json!({"b": yes}),
        Cell::Date(date) => json!({"d": date.to_string()}),
        Cell::Time(time) => json!({"t": time.to_string()}),
        Cell::Moment(moment) => json!({"m": moment.micros()}),
        Cell::Json(_) | Cell::Bytes(_) => Json::Null,
    }
}

fn json_cell(json: &Json) -> Option<Cell> {
    if json.is_null() {
        return Some(Cell::Null);
    }
    let (tag, value) = json.as_object()?.iter().next()?;
    Some(match tag.as_str() {
        "i" => Cell::Int(value.as_i64()?),
        "s" => Cell::Text(value.as_str()?.to_owned()),
        "n" => Cell::Decimal(value.as_str()?.parse().ok()?, u8::try_from(json.get("c")?.as_u64()?).ok()?),
        "b" => Cell::Bool(value.as_bool()?),
        "d" => Cell::Date(value.as_str()?.parse().ok()?),
        "t" => Cell::Time(value.as_str()?.parse().ok()?),
        "m" => Cell::Moment(Moment::from_micros(value.as_i64()?)),
        _ => return None,
    })
}
