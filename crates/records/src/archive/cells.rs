//! Cells as JSON, exact and the same for both databases.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cordee_schema::{Cell, ColumnType};
use serde_json::Value as Json;

/// The JSON of a cell.
pub(super) fn json(cell: &Cell) -> Json {
    match cell {
        Cell::Null => Json::Null,
        Cell::Int(number) => Json::from(*number),
        Cell::Bool(yes) => Json::from(*yes),
        Cell::Text(text) | Cell::Json(text) => Json::from(text.as_str()),
        Cell::Decimal(number, _) => Json::from(number.to_string()),
        Cell::Date(date) => Json::from(date.to_string()),
        Cell::Time(time) => Json::from(time.to_string()),
        Cell::Moment(moment) => Json::from(moment.to_string()),
        Cell::Bytes(bytes) => Json::from(STANDARD.encode(bytes)),
    }
}

/// The cell of a column of this type; none if the JSON holds something else.
pub(super) fn cell(json: &Json, kind: ColumnType) -> Option<Cell> {
    if json.is_null() {
        return Some(Cell::Null);
    }
    let text = || json.as_str();
    Some(match kind {
        ColumnType::Int => Cell::Int(json.as_i64()?),
        ColumnType::Bool => Cell::Bool(json.as_bool()?),
        ColumnType::Text => Cell::Text(text()?.to_owned()),
        ColumnType::Json => Cell::Json(text()?.to_owned()),
        ColumnType::Decimal(scale) => Cell::Decimal(text()?.parse().ok()?, scale),
        ColumnType::Date => Cell::Date(text()?.parse().ok()?),
        ColumnType::Time => Cell::Time(text()?.parse().ok()?),
        ColumnType::Moment => Cell::Moment(text()?.parse().ok()?),
        ColumnType::Bytes => Cell::Bytes(STANDARD.decode(text()?).ok()?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_base::{Decimal, Moment};

    #[test]
    fn a_cell_reads_back_as_written() {
        let table = [
            (Cell::Null, ColumnType::Text),
            (Cell::Int(i64::MAX), ColumnType::Int),
            (Cell::Bool(true), ColumnType::Bool),
            (Cell::Text("ё \"1\"\n".to_owned()), ColumnType::Text),
            (Cell::Json("{\"b\":1, \"a\":2}".to_owned()), ColumnType::Json),
            (Cell::Decimal(Decimal::new(-12_345, 4), 4), ColumnType::Decimal(4)),
            (Cell::Date("2024-02-29".parse().expect("a date")), ColumnType::Date),
            (Cell::Time("23:59:59.000001".parse().expect("a time")), ColumnType::Time),
            (Cell::Moment(Moment::from_micros(1_800_000_000_000_001)), ColumnType::Moment),
            (Cell::Moment(Moment::FOREVER), ColumnType::Moment),
            (Cell::Bytes(vec![0, 255, 7]), ColumnType::Bytes),
        ];
        for (before, kind) in table {
            assert_eq!(cell(&json(&before), kind), Some(before));
        }
        assert_eq!(cell(&Json::from("1"), ColumnType::Int), None);
    }
}
