//! What a report tells, as JSON: values unrounded, records by id and title, amounts in whole units.

use cordee_base::Decimal;
use cordee_schema::Reading;
use serde_json::{Map, Value as Json, json};

use super::{Begin, Behind, Part, Report, Row, Said, Table, Told, Wish};
use crate::json_number;

/// `{"report", "currency", "asked": {…}, "parts": [{"facts": {…}} | {"table", "columns", "rows": […]} | {"note", …} | {"begin", …}]}`
pub fn report_json(report: &Report, wish: &Wish, told: &Told, reading: &Reading) -> Json {
    let asked: Map<String, Json> = wish.texts().map(|(name, text)| (name.to_owned(), text.into())).collect();
    let parts: Vec<Json> = told.parts.iter().map(|part| part_json(part, reading)).collect();
    json!({"report": report.name, "currency": reading.currency.code(), "asked": asked, "parts": parts})
}

fn part_json(part: &Part, reading: &Reading) -> Json {
    match part {
        Part::Facts(facts) => {
            let said = facts.iter().map(|fact| (fact.name.to_owned(), said_json(&fact.said, reading)));
            json!({"facts": said.collect::<Map<String, Json>>()})
        }
        Part::Table(table) => {
            let rows: Vec<Json> = table.rows.iter().map(|row| row_json(table, row, reading)).collect();
            json!({"table": table.sheet.name, "columns": table.sheet.columns, "rows": rows})
        }
        Part::Note(key, names) => {
            let named = names.iter().map(|(name, said)| ((*name).to_owned(), said_json(said, reading)));
            json!({"note": key, "with": named.collect::<Map<String, Json>>()})
        }
        Part::Begin(begun) => json!({"begin": begun.iter().map(begin_json).collect::<Vec<Json>>()}),
    }
}

/// What may be sent to make the record.
fn begin_json(begin: &Begin) -> Json {
    let fields =
        begin.draft.fields().map(|(field, value)| (field.name.to_owned(), field.kind.behave().json(value)));
    let record: Map<String, Json> = fields.collect();
    json!({"begin": begin.word, "object": begin.draft.object.plural, "record": record})
}

fn row_json(table: &Table, row: &Row, reading: &Reading) -> Json {
    let mut said: Map<String, Json> = Map::new();
    for (place, (column, cell)) in table.sheet.columns.iter().zip(&row.cells).enumerate() {
        let name = row.name.filter(|_| place == 0).map(Json::from);
        said.insert((*column).to_owned(), name.unwrap_or_else(|| said_json(cell, reading)));
    }
    match &row.behind {
        Some(Behind::Records(filter, as_of)) => {
            said.insert("filter".to_owned(), filter.as_str().into());
            said.extend(as_of.map(|day| ("as_of".to_owned(), day.to_string().into())));
        }
        Some(Behind::Others(object, filter)) => {
            said.extend([
                ("object".to_owned(), (*object).into()),
                ("filter".to_owned(), filter.as_str().into()),
            ]);
        }
        Some(Behind::Asking(name, value)) => drop(said.insert("asking".to_owned(), json!({ *name: value }))),
        Some(Behind::Record(object, id)) => {
            said.insert("record".to_owned(), json!({"object": object, "id": id.to_string()}));
        }
        None => {}
    }
    said.extend(row.mark.map(|mark| ("mark".to_owned(), mark.into())));
    if row.level > 0 {
        said.insert("level".to_owned(), row.level.into());
    }
    Json::Object(said)
}

fn said_json(said: &Said, reading: &Reading) -> Json {
    match said {
        Said::NoData | Said::Nothing => Json::Null,
        Said::Word(key) => (*key).into(),
        Said::Named(_, name) => (*name).into(),
        Said::Text(text) | Said::Option(_, text) => text.as_str().into(),
        Said::Record(object, id, title) => json!({"object": object, "id": id.to_string(), "title": title}),
        Said::Count(count) => (*count).into(),
        Said::Money(minor) => json_number(*minor * Decimal::new(1, reading.currency.decimals())),
        Said::Ratio(number) | Said::Days(number) | Said::Number(number) => json_number(*number),
        Said::Day(day) => day.to_string().into(),
        Said::Sentence(key, names) => {
            let named = names.iter().map(|(name, said)| ((*name).to_owned(), said_json(said, reading)));
            json!({"sentence": key, "with": named.collect::<Map<String, Json>>()})
        }
        Said::Several(all) => all.iter().map(|said| said_json(said, reading)).collect(),
        Said::Between(middle, low, high, n) => json!({
            "value": said_json(middle, reading),
            "low": said_json(low, reading),
            "high": said_json(high, reading),
            "n": n,
        }),
    }
}
