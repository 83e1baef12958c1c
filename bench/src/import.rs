//! The import of a file into the filled workspace, beside the floor: the same rows written raw into the same tables.

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use cordee_base::{Chance, Date, Outcome, SeededChance, Zone};
use cordee_catalog::{pipeline, stage};
use cordee_records::system::user;
use cordee_records::{Gate, Query};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::json;

use crate::floor::{opened, told};
use crate::measure::Process;
use crate::world::World;

/// What bringing rows in took.
pub struct Import {
    /// How many rows.
    pub rows: usize,
    /// By the importer.
    pub importer: Took,
    /// By statements alone; none on PostgreSQL.
    pub floor: Option<Took>,
}

/// Time on the clock, and of the processor.
#[derive(Clone, Copy, Debug)]
pub struct Took {
    pub clock: Duration,
    pub cpu: Duration,
}

/// How many rows the floor writes in one transaction: as many as the importer.
const TOGETHER: usize = 2_000;

/// Brings `rows` deals with their history into the workspace; each leads to an account, a person and a stage.
pub fn importer(world: &World, folder: &Path, rows: usize) -> Result<Took, String> {
    let told = |problem: cordee_base::Problem| format!("import: {problem}");
    let names = world.records.read_now(&world.administrator, names).map_err(told)?;
    let (file, rejects) = (folder.join("import.csv"), folder.join("rejects.csv"));
    let written = std::fs::write(&file, csv(&names, world.accounts, rows));
    written.map_err(|error| format!("{}: {error}", file.display()))?;
    let (imports, actor) = (cordee_features::registry().imports, &world.administrator);
    timed(|| {
        let id = imports.start(&world.records, actor, &file, &mapping(&names), &rejects).map_err(told)?;
        let done = imports.run(&world.records, actor, id, &mut |_| true).map_err(told)?;
        let sound = done.done && done.created == rows as u64 && done.failed == 0;
        if sound { Ok(()) } else { Err(format!("import: {done:?}, see {}", rejects.display())) }
    })
}

/// What the rows speak of.
struct Names {
    people: Vec<String>,
    pipeline: String,
    open: String,
    closed: Vec<String>,
}

fn names(gate: &mut Gate<'_>) -> Outcome<Names> {
    let people = gate.list(&Query::of(&user::USER).limit(50))?.records;
    let pipelines = gate.list(&Query::of(&pipeline::PIPELINE).limit(1))?.records;
    let stages = gate.list(&Query::of(&stage::STAGE).limit(200))?.records;
    let kind =
        |kind: &'static str| stages.iter().filter(move |s| s.get(stage::KIND).as_deref() == Some(kind));
    Ok(Names {
        people: people.iter().map(|person| person.title()).collect(),
        pipeline: pipelines.first().map(|pipeline| pipeline.title()).unwrap_or_default(),
        open: kind("open").next().map(|stage| stage.title()).unwrap_or_default(),
        closed: kind("won").chain(kind("lost")).map(|stage| stage.title()).collect(),
    })
}

/// Deals of four years, most of them closed some weeks after they began; the ids are of this run alone.
fn csv(names: &Names, accounts: usize, rows: usize) -> String {
    let mut chance = SeededChance::new(11);
    let start = Zone::UTC.start_of("2022-10-13".parse::<Date>().unwrap_or_default());
    let day = |days: u64| start.plus_seconds(days as i64 * 86_400).date_in(&Zone::UTC);
    let (run, mut text) =
        (std::process::id(), "id,name,account,owner,stage,began,closed,amount\n".to_owned());
    for row in 0..rows {
        let began = row as u64 * 1_400 / rows as u64;
        let one = |chance: &mut SeededChance, of: usize| chance.below(of as u64) as usize;
        let _ = writeln!(
            text,
            "{run}-{row},Imported deal {row},company-{}.example,{},{},{},{},{}.50",
            one(&mut chance, accounts),
            names.people[one(&mut chance, names.people.len())],
            names.closed[one(&mut chance, names.closed.len())],
            day(began),
            day(began + chance.below(90)),
            chance.below(100_000),
        );
    }
    text
}

fn mapping(names: &Names) -> String {
    let column = |column: &str, field: &str| json!({"column": column, "field": field});
    json!({
        "object": "opportunity",
        "source": "bench",
        "mode": "create",
        "incomplete": true,
        "columns": [
            column("id", "foreign_id"),
            column("name", "name"),
            column("account", "account.domain"),
            column("owner", "owner.name"),
            {"constant": names.pipeline, "field": "pipeline.name"},
            column("stage", "stage.name"),
            column("began", "created_at"),
            column("began", "engaged_on"),
            column("closed", "actual_close_date"),
            {"column": "amount", "field": "amount", "currency": "EUR"},
        ],
        "history": [
            {"when": "began", "set": {"stage": names.open, "amount": "", "actual_close_date": ""}},
            {"when": "closed"},
        ],
    })
    .to_string()
}

/// The tables that an import writes, and how their new rows are told from those that were there.
const TABLES: [(&str, &str); 4] = [
    ("opportunity", "source_system = 'bench'"),
    ("opportunity_version", "record IN (SELECT id FROM opportunity WHERE source_system = 'bench')"),
    ("journal", "door = 'import'"),
    ("journal_values", "seq IN (SELECT seq FROM journal WHERE door = 'import')"),
];

/// Writes what the importer wrote to `from` into `to`, a copy of the file as it was before: the same rows of the same
/// tables, with all their indexes, in as many transactions.
pub fn raw(from: &Path, to: &Path, rows: usize) -> Result<Took, String> {
    let source = opened(from)?;
    let mut tables = Vec::new();
    for (table, new) in TABLES {
        tables.push((table, read(&source, table, new).map_err(told)?));
    }
    drop(source);
    let file = opened(to)?;
    timed(|| {
        for chunk in 0..rows.div_ceil(TOGETHER) {
            file.execute_batch("BEGIN IMMEDIATE").map_err(told)?;
            for (table, new) in &tables {
                // A record has more versions than one: each table is written in as many pieces.
                let piece = new.len().div_ceil(rows.div_ceil(TOGETHER)).max(1);
                write(&file, table, new.iter().skip(chunk * piece).take(piece)).map_err(told)?;
            }
            file.execute_batch("COMMIT").map_err(told)?;
        }
        Ok(())
    })
}

fn read(source: &Connection, table: &str, new: &str) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut statement = source.prepare(&format!("SELECT * FROM {table} WHERE {new}"))?;
    let width = statement.column_count();
    let row = |row: &rusqlite::Row<'_>| (0..width).map(|place| row.get(place)).collect();
    statement.query_map((), row)?.collect()
}

fn write<'r>(
    file: &Connection,
    table: &str,
    rows: impl Iterator<Item = &'r Vec<Value>>,
) -> rusqlite::Result<()> {
    for row in rows {
        let places = vec!["?"; row.len()].join(", ");
        let sql = format!("INSERT INTO {table} VALUES ({places})");
        file.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    }
    Ok(())
}

fn timed(work: impl FnOnce() -> Result<(), String>) -> Result<Took, String> {
    let (began, cpu) = (Instant::now(), Process::own().cpu()?);
    work()?;
    Ok(Took { clock: began.elapsed(), cpu: Process::own().cpu()?.saturating_sub(cpu) })
}
