//! Taking records out: pages of any list as CSV, which the importer reads back to the same records, or as JSON lines.
//!
//! Only what the actor may take out, with the fields the actor may see.

mod columns;

use cordee_base::{Outcome, Problem};
use cordee_connectors::sheets::write::{Cell, Form, Writer};
use cordee_kit::Format;
use cordee_records::{Gate, Query};
use cordee_schema::{Kind, Record};
use serde_json::{Map, Value as Json};

use columns::{Column, columns};

/// Writes a page of records to `out`, the first with the header; gives the cursor of the next, if there is one.
pub(crate) fn page(
    gate: &mut Gate<'_>,
    query: &Query,
    format: Format,
    out: &mut Vec<u8>,
) -> Outcome<Option<String>> {
    let page = gate.list(&Query { export: true, ..query.clone() })?;
    let columns = columns(gate, query);
    let written = match format {
        Format::Csv => csv(&columns, query.cursor.is_none(), &page.records, out),
        Format::JsonLines => json_lines(&page.records, out),
    };
    written.map_err(|error| Problem::internal(format!("write an export: {error}")))?;
    Ok(page.next)
}

fn csv(columns: &[Column], first: bool, records: &[Record], out: &mut Vec<u8>) -> std::io::Result<()> {
    let mut file = Writer::new(out, Form::default())?;
    if first {
        file.texts(&columns.iter().map(Column::name).collect::<Vec<_>>())?;
    }
    for record in records {
        let cells: Vec<(String, bool)> =
            columns.iter().map(|column| (column.text(record), column.is_number())).collect();
        file.row(
            cells.iter().map(|(text, number)| if *number { Cell::Number(text) } else { Cell::Text(text) }),
        )?;
    }
    file.finish()?;
    Ok(())
}

/// One object a line: what every record has, then its fields; a link with the title of what it leads to.
fn json_lines(records: &[Record], out: &mut Vec<u8>) -> std::io::Result<()> {
    for record in records {
        let mut json = Map::new();
        for field in cordee_schema::SYSTEM_FIELDS {
            json.insert(field.name.to_owned(), field.kind.behave().json(&record.any_value(field)));
        }
        for (field, value) in record.fields() {
            let value = match (field.kind, record.title_of(field.name)) {
                (Kind::Link(_), Some(title)) => {
                    serde_json::json!({"id": field.kind.behave().json(value), "title": title})
                }
                (kind, _) => kind.behave().json(value),
            };
            json.insert(field.name.to_owned(), value);
        }
        serde_json::to_writer(&mut *out, &Json::Object(json))?;
        out.push(b'\n');
    }
    Ok(())
}
