//! The turns of the way of deals, put beside the deals, as a mapping tells the past of a record.

use std::iter::Peekable;

use cordee_features::demo::Sheet as Invented;
use serde_json::{Map, Value as Json, json};

use super::sheet::Sheet;

/// The sheet with the turns: deal, when, and what it was like from then on; in the order of the deals.
const TURNS: &str = "deal_history";
/// The object that turns.
const TURNING: &str = "opportunity";
/// More turns than any deal takes.
const MOST: usize = 40;

type Rows<'a> = Box<dyn Iterator<Item = Vec<String>> + Send + 'a>;

/// The sheets with the turns of deals joined to the deals.
pub fn joined(sheets: Vec<Invented<'_>>) -> impl Iterator<Item = Sheet<'_>> {
    let (turns, sheets): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|sheet| sheet.object == TURNS);
    let mut turns = turns.into_iter().next();
    sheets.into_iter().map(move |sheet| match turns.take_if(|_| sheet.object == TURNING) {
        Some(turns) => with_history(sheet, turns),
        None => plain(sheet, Vec::new()),
    })
}

fn plain<'a>(sheet: Invented<'a>, history: Vec<Json>) -> Sheet<'a> {
    let header: Vec<String> = sheet.header.iter().map(|name| (*name).to_owned()).collect();
    Sheet { object: sheet.object, fields: header.len(), header, rows: sheet.rows, history }
}

fn with_history<'a>(sheet: Invented<'a>, turns: Invented<'a>) -> Sheet<'a> {
    // The first column says whose turn it is, the second when it is taken.
    let told = &turns.header[1..];
    let (steps, columns): (Vec<Json>, Vec<Vec<String>>) = (1..=MOST).map(|number| step(told, number)).unzip();
    let mut sheet = plain(sheet, steps);
    sheet.header.extend(columns.into_iter().flatten());
    let mut turns = turns.rows.peekable();
    let width = sheet.header.len();
    sheet.rows = Box::new(sheet.rows.map(move |row| beside(row, &mut turns, width)));
    sheet
}

/// A step of the history, with the names of its columns: when, and each field as it was from then on.
fn step(told: &[&str], number: usize) -> (Json, Vec<String>) {
    let names: Vec<String> = told.iter().map(|name| format!("{name}_{number}")).collect();
    let set = told.iter().zip(&names).skip(1);
    let set: Map<String, Json> =
        set.map(|(field, column)| ((*field).to_owned(), json!({ "column": column }))).collect();
    (json!({ "when": names[0], "set": set }), names)
}

/// A deal with its turns behind it.
fn beside(mut row: Vec<String>, turns: &mut Peekable<Rows<'_>>, width: usize) -> Vec<String> {
    let id = row.first().cloned().unwrap_or_default();
    while let Some(turn) = turns.next_if(|turn| turn.first() == Some(&id)) {
        row.extend(turn.into_iter().skip(1));
    }
    row.resize(width, String::new());
    row
}
