//! The stages that deals have passed, put beside the deals, as a mapping tells the past of a record.

use std::iter::Peekable;

use cordee_features::demo::Sheet as Invented;
use serde_json::{Value as Json, json};

use super::sheet::Sheet;

/// The sheet with the moves: deal, stage, when; in the order of the deals.
const MOVES: &str = "stage_history";
/// The object that moves.
const MOVING: &str = "opportunity";
/// Its column that says when it was closed.
const CLOSED: &str = "actual_close_date";
/// More stages than any deal passes.
const STEPS: usize = 12;

type Rows<'a> = Box<dyn Iterator<Item = Vec<String>> + Send + 'a>;

/// The sheets with the moves of deals joined to the deals.
pub fn joined(sheets: Vec<Invented<'_>>) -> impl Iterator<Item = Sheet<'_>> {
    let (moves, sheets): (Vec<_>, Vec<_>) = sheets.into_iter().partition(|sheet| sheet.object == MOVES);
    let mut moves = moves.into_iter().next().map(|sheet| sheet.rows);
    sheets.into_iter().map(move |sheet| match moves.take_if(|_| sheet.object == MOVING) {
        Some(moves) => with_history(sheet, moves),
        None => plain(sheet, Vec::new()),
    })
}

fn plain<'a>(sheet: Invented<'a>, history: Vec<Json>) -> Sheet<'a> {
    let header: Vec<String> = sheet.header.iter().map(|name| (*name).to_owned()).collect();
    Sheet { object: sheet.object, fields: header.len(), header, rows: sheet.rows, history }
}

fn with_history<'a>(sheet: Invented<'a>, moves: Rows<'a>) -> Sheet<'a> {
    let closed = sheet.header.iter().position(|name| *name == CLOSED);
    let (steps, columns): (Vec<Json>, Vec<[String; 3]>) = (1..=STEPS).map(step).unzip();
    let mut sheet = plain(sheet, steps);
    sheet.header.extend(columns.into_iter().flatten());
    let mut moves = moves.peekable();
    let width = sheet.header.len();
    sheet.rows = Box::new(sheet.rows.map(move |row| beside(row, &mut moves, closed, width)));
    sheet
}

/// A step of the history, with the names of its columns: when, which stage, and when closed if it was by then.
fn step(number: usize) -> (Json, [String; 3]) {
    let names = ["at", "stage", "closed"].map(|name| format!("{name}_{number}"));
    let cell = |place: usize| json!({ "column": names[place] });
    let step = json!({ "when": names[0], "set": { "stage": cell(1), CLOSED: cell(2) } });
    (step, names)
}

/// A deal with its moves behind it.
fn beside(
    mut row: Vec<String>,
    moves: &mut Peekable<Rows<'_>>,
    closed: Option<usize>,
    width: usize,
) -> Vec<String> {
    let id = row.first().cloned().unwrap_or_default();
    let closed_on = closed.and_then(|place| row.get(place)).cloned().unwrap_or_default();
    while let Some(step) = moves.next_if(|step| step.first() == Some(&id)) {
        let [_, stage, at] = <[String; 3]>::try_from(step).unwrap_or_default();
        let by_then = !closed_on.is_empty() && at.get(..closed_on.len()) >= Some(closed_on.as_str());
        let closed = if by_then { closed_on.clone() } else { String::new() };
        row.extend([at, stage, closed]);
    }
    row.resize(width, String::new());
    row
}
