//! Cells in PostgreSQL's native types.

use bytes::BytesMut;
use cordee_base::{Date, Decimal, Moment, Time};
use cordee_schema::{Cell, ColumnType};
use jiff::Timestamp;
use tokio_postgres::Row;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::Fail;
use crate::query::without_nul;

/// A cell to bind: written as the server says the parameter is.
#[derive(Debug)]
pub(super) struct Bound<'a>(pub(super) &'a Cell);

impl Bound<'_> {
    /// The type of its own; in a statement that is not prepared the server asks for it.
    pub(super) fn kind(&self) -> Type {
        match self.0 {
            Cell::Int(_) => Type::INT8,
            Cell::Null | Cell::Text(_) => Type::TEXT,
            Cell::Decimal(..) => Type::NUMERIC,
            Cell::Bool(_) => Type::BOOL,
            Cell::Date(_) => Type::DATE,
            Cell::Time(_) => Type::TIME,
            Cell::Moment(_) => Type::TIMESTAMPTZ,
            Cell::Json(_) => Type::JSONB,
            Cell::Bytes(_) => Type::BYTEA,
        }
    }
}

/// The beginning of the year 1; the server's own time begins not much earlier.
const FIRST: i64 = -62_135_596_800_000_000;

type Error = Box<dyn std::error::Error + Sync + Send>;

impl ToSql for Bound<'_> {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Error> {
        match self.0 {
            Cell::Null => Ok(IsNull::Yes),
            Cell::Int(number) if *kind == Type::NUMERIC => Decimal::from(*number).to_sql(kind, out),
            Cell::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Cell::Int(number) => number.to_sql(kind, out),
            Cell::Text(terms) if *kind == Type::TS_VECTOR => {
                let terms: Vec<&str> = terms.split(' ').filter(|term| !term.is_empty()).collect();
                out.extend_from_slice(&i32::try_from(terms.len())?.to_be_bytes());
                for term in terms {
                    out.extend_from_slice(term.as_bytes());
                    // The end of the term, and that nothing is said of its places.
                    out.extend_from_slice(&[0, 0, 0]);
                }
                Ok(IsNull::No)
            }
            Cell::Text(text) => without_nul(text).to_sql(kind, out),
            Cell::Decimal(number, _) => number.to_sql(kind, out),
            Cell::Bool(yes) => yes.to_sql(kind, out),
            Cell::Date(date) => date.to_sql(kind, out),
            Cell::Time(time) => time.to_sql(kind, out),
            Cell::Moment(moment) => {
                // What lies before the year 1 is before everything that is kept.
                Moment::from_micros(moment.micros().max(FIRST)).timestamp().to_sql(kind, out)
            }
            Cell::Json(text) if *kind == Type::JSONB => {
                out.extend_from_slice(&[1]);
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
            Cell::Json(text) => text.to_sql(kind, out),
            Cell::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// JSON as the text the server sends.
struct JsonText(String);

impl<'a> FromSql<'a> for JsonText {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<JsonText, Error> {
        let text = if *kind == Type::JSONB { raw.get(1..).unwrap_or_default() } else { raw };
        Ok(JsonText(std::str::from_utf8(text)?.to_owned()))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// The cell in a column of this type.
pub(super) fn read(row: &Row, place: usize, kind: ColumnType) -> Result<Cell, Fail> {
    fn get<'a, T: FromSql<'a>>(row: &'a Row, place: usize) -> Result<Option<T>, Fail> {
        row.try_get(place).map_err(|error| Fail::Other(format!("column {place}: {error}")))
    }
    let numeric = row.columns()[place].type_() == &Type::NUMERIC;
    let cell = match kind {
        // A sum of bigints is numeric.
        ColumnType::Int if numeric => {
            let sum = get::<Decimal>(row, place)?;
            let whole = sum.map(|sum| i64::try_from(sum).map_err(|_| Fail::Overflow));
            whole.transpose()?.map(Cell::Int)
        }
        ColumnType::Int if row.columns()[place].type_() == &Type::INT4 => {
            get::<i32>(row, place)?.map(|number| Cell::Int(i64::from(number)))
        }
        ColumnType::Int => get::<i64>(row, place)?.map(Cell::Int),
        ColumnType::Text => get::<String>(row, place)?.map(Cell::Text),
        ColumnType::Decimal(scale) => get::<Decimal>(row, place)?.map(|number| Cell::Decimal(number, scale)),
        ColumnType::Bool => get::<bool>(row, place)?.map(Cell::Bool),
        ColumnType::Date => get::<Date>(row, place)?.map(Cell::Date),
        ColumnType::Time => get::<Time>(row, place)?.map(Cell::Time),
        ColumnType::Moment => get::<Timestamp>(row, place)?.map(|stamp| Cell::Moment(Moment::from(stamp))),
        ColumnType::Json => get::<JsonText>(row, place)?.map(|json| Cell::Json(json.0)),
        ColumnType::Bytes => get::<Vec<u8>>(row, place)?.map(Cell::Bytes),
    };
    Ok(cell.unwrap_or(Cell::Null))
}
