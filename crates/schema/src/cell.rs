//! How values lie in the columns of a table.

use cordee_base::{Date, Decimal, Id, Moment, Time};

/// One column that a field needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// What follows the field's name in the column's name: empty, or `_currency`.
    pub suffix: &'static str,
    /// What it holds.
    pub kind: ColumnType,
}

/// What a column holds; each database has its native type for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// A 64-bit integer: ids, minor units, counts.
    Int,
    /// Text in the database's binary order.
    Text,
    /// An exact decimal with this many decimals (an integer of that scale on SQLite).
    Decimal(u8),
    /// Yes or no.
    Bool,
    /// A calendar date (days since 1970 on SQLite).
    Date,
    /// A time of day (microseconds since midnight on SQLite).
    Time,
    /// An instant (microseconds since 1970 on SQLite).
    Moment,
    /// JSON as text.
    Json,
    /// Bytes.
    Bytes,
}

/// What stands in one column of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Null,
    /// An integer.
    Int(i64),
    /// Text.
    Text(String),
    /// A decimal, with the scale of its column.
    Decimal(Decimal, u8),
    /// Yes or no.
    Bool(bool),
    /// A calendar date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// An instant.
    Moment(Moment),
    /// JSON as text.
    Json(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl Cell {
    /// The integer, if it is one.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Cell::Int(number) => Some(*number),
            _ => None,
        }
    }

    /// The id, if it is an integer.
    pub fn as_id(&self) -> Option<Id> {
        self.as_int().map(Id::from_i64)
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) | Cell::Json(text) => Some(text),
            _ => None,
        }
    }

    /// The instant, if it is one.
    pub fn as_moment(&self) -> Option<Moment> {
        match self {
            Cell::Moment(moment) => Some(*moment),
            _ => None,
        }
    }

    /// The bytes, if it is bytes.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Cell::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// Whether it is yes.
    pub fn is_true(&self) -> bool {
        matches!(self, Cell::Bool(true))
    }
}

impl From<Id> for Cell {
    fn from(id: Id) -> Cell {
        Cell::Int(id.as_i64())
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Cell {
        Cell::Int(number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<Moment> for Cell {
    fn from(moment: Moment) -> Cell {
        Cell::Moment(moment)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Cell {
        Cell::Bool(yes)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Null, Into::into)
    }
}
