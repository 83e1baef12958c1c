//! Cells as SQLite keeps them: dates as days, instants as microseconds, decimals as integers of their scale.

use std::borrow::Cow;

use cordee_base::{Date, Decimal, Moment, Time};
use cordee_schema::{Cell, ColumnType};
use jiff::SignedDuration;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};

use crate::query::without_nul;

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// A cell to bind.
pub(super) struct Bound<'a>(pub(super) &'a Cell);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let whole = |number: i64| ToSqlOutput::Owned(Value::Integer(number));
        Ok(match self.0 {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Int(number) => whole(*number),
            Cell::Text(text) | Cell::Json(text) => match without_nul(text) {
                Cow::Borrowed(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
                Cow::Owned(text) => ToSqlOutput::Owned(Value::Text(text)),
            },
            Cell::Decimal(number, scale) => whole(scaled(*number, *scale)),
            Cell::Bool(yes) => whole(i64::from(*yes)),
            Cell::Date(date) => whole(date.duration_since(EPOCH).as_hours() / 24),
            Cell::Time(time) => whole(time.duration_since(Time::midnight()).as_micros() as i64),
            Cell::Moment(moment) => whole(moment.micros()),
            Cell::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

fn scaled(number: Decimal, scale: u8) -> i64 {
    let mut scaled = number;
    scaled.rescale(u32::from(scale));
    i64::try_from(scaled.mantissa()).unwrap_or(if scaled.is_sign_negative() { i64::MIN } else { i64::MAX })
}

/// The cell in a column of this type; what does not fit reads as nothing.
pub(super) fn read(value: ValueRef<'_>, kind: ColumnType) -> Cell {
    match (value, kind) {
        (ValueRef::Integer(number), ColumnType::Int) => Cell::Int(number),
        (ValueRef::Integer(number), ColumnType::Decimal(scale)) => {
            Cell::Decimal(Decimal::new(number, u32::from(scale)), scale)
        }
        (ValueRef::Integer(number), ColumnType::Bool) => Cell::Bool(number != 0),
        (ValueRef::Integer(days), ColumnType::Date) => EPOCH
            .checked_add(SignedDuration::from_hours(days.saturating_mul(24)))
            .map_or(Cell::Null, Cell::Date),
        (ValueRef::Integer(micros), ColumnType::Time) => {
            Cell::Time(Time::midnight().saturating_add(SignedDuration::from_micros(micros)))
        }
        (ValueRef::Integer(micros), ColumnType::Moment) => Cell::Moment(Moment::from_micros(micros)),
        (ValueRef::Text(bytes), ColumnType::Text) => Cell::Text(text(bytes)),
        (ValueRef::Text(bytes), ColumnType::Json) => Cell::Json(text(bytes)),
        (ValueRef::Blob(bytes), ColumnType::Bytes) => Cell::Bytes(bytes.to_vec()),
        _ => Cell::Null,
    }
}

/// The text of these bytes. They are whole, unless somebody else has written into the file.
fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes).into_owned(), str::to_owned)
}
