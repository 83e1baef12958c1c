//! The figures as a table in Markdown, or as JSON.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use cordee_records::Database;
use serde_json::{Value, json};

use crate::import::{Import, Took};
use crate::measure::Figures;
use crate::overload::Overload;
use crate::server::Server;

/// All figures of a run.
pub struct Report {
    size: usize,
    database: &'static str,
    file: Option<u64>,
    rows: Vec<Row>,
    server: Option<Memory>,
    import: Option<Import>,
    overload: Option<Overload>,
}

/// The figures of one operation.
pub struct Row {
    /// What it does.
    pub name: String,
    /// What it may cost.
    pub budget: &'static str,
    /// Asked of the server over loopback.
    pub wire: Figures,
    /// Through the gate, without a server between; none where this process does something else meanwhile.
    pub gate: Option<Figures>,
    /// Its statements without Cordee.
    pub floor: Option<Figures>,
}

/// What the server took beside processor time.
struct Memory {
    started: Duration,
    at_rest: u64,
    after: u64,
    peak: u64,
}

const HEAD: &str = "| operation | p50 ms | p99 ms | a second | CPU ms | gate alone | floor | × floor | budget |\n\
                    |---|--:|--:|--:|--:|--:|--:|--:|---|\n";

impl Report {
    /// A report with no figures yet.
    pub fn new(size: usize, database: &Database, file: Option<&Path>) -> Report {
        let database = match database {
            Database::Sqlite(_) => "SQLite",
            Database::Postgres(_) => "PostgreSQL",
        };
        let file = file.and_then(|file| Some(std::fs::metadata(file).ok()?.len()));
        Report { size, database, file, rows: Vec::new(), server: None, import: None, overload: None }
    }

    /// Adds the figures of an operation, and tells them at once to whoever waits.
    pub fn add(&mut self, row: Row) {
        eprintln!("{}", line(&row));
        self.rows.push(row);
    }

    /// Adds what the server took beside processor time.
    pub fn server(&mut self, server: &Server) -> Result<(), String> {
        let (after, peak) = server.process().memory()?;
        self.server = Some(Memory { started: server.started, at_rest: server.at_rest, after, peak });
        Ok(())
    }

    /// Adds what the import of a file took.
    pub fn import(&mut self, import: Import) {
        self.import = Some(import);
    }

    /// Adds what became of requests that were too many.
    pub fn overload(&mut self, overload: Overload) {
        self.overload = Some(overload);
    }

    /// The table.
    pub fn table(&self) -> String {
        let file = self.file.map_or(String::new(), |bytes| format!(", a file of {} MB", bytes >> 20));
        let mut text = format!("{} opportunities on {}{file}\n\n{HEAD}", self.size, self.database);
        for row in &self.rows {
            let _ = writeln!(text, "{}", line(row));
        }
        if let Some(memory) = &self.server {
            let _ = write!(
                text,
                "\nReady {:.2} s after its start (budget 0.3 s); memory {} MB at rest (budget 60 MB), {} MB after all \
                 of this, {} MB at the most",
                memory.started.as_secs_f64(),
                memory.at_rest >> 20,
                memory.after >> 20,
                memory.peak >> 20
            );
        }
        if let Some(import) = &self.import {
            let _ =
                write!(text, "\n\nImport of {} rows: {}", import.rows, took(import.rows, &import.importer));
            if let Some(floor) = &import.floor {
                let ratio = import.importer.cpu.as_secs_f64() / floor.cpu.as_secs_f64().max(1e-9);
                let floor = took(import.rows, floor);
                let _ = write!(text, "; the same written raw: {floor}; {ratio:.1} × floor (budget 2)");
            }
        }
        if let Some(over) = &self.overload {
            let _ = write!(
                text,
                "\n\nFour times as many lists as it can answer: p99 {} ms where it was {} (budget 2 ×), {:.0} a second \
                 answered, {:.0} turned away; health within {} ms (budget 50), {} MB more",
                shown(over.answered),
                shown(over.normal),
                over.per_second.0,
                over.per_second.1,
                shown(over.health),
                over.grown >> 20
            );
        }
        text
    }

    /// The same for programs: times in milliseconds, memory in bytes.
    pub fn json(&self) -> String {
        let one = |figures: &Figures| {
            json!({
                "p50": ms(figures.p50), "p99": ms(figures.p99), "per_second": figures.per_second,
                "cpu": ms(figures.cpu),
            })
        };
        let row = |row: &Row| {
            json!({
                "operation": row.name, "budget": row.budget, "server": one(&row.wire), "gate": row.gate.as_ref().map(one),
                "floor": row.floor.as_ref().map(one),
            })
        };
        let operations: Vec<Value> = self.rows.iter().map(row).collect();
        let server = self.server.as_ref().map(|memory| {
            json!({
                "start": ms(memory.started), "at_rest": memory.at_rest, "after": memory.after, "peak": memory.peak,
            })
        });
        let took = |took: &Took| json!({"clock": ms(took.clock), "cpu": ms(took.cpu)});
        let import = self.import.as_ref().map(|import| {
            json!({
                "rows": import.rows, "importer": took(&import.importer), "floor": import.floor.as_ref().map(took),
            })
        });
        let overload = self.overload.as_ref().map(|over| {
            json!({
                "normal_p99": ms(over.normal), "p99": ms(over.answered), "answered_per_second": over.per_second.0,
                "turned_away_per_second": over.per_second.1, "health": ms(over.health), "grown": over.grown,
            })
        });
        json!({
            "size": self.size, "database": self.database, "file": self.file, "operations": operations,
            "server": server, "import": import, "overload": overload,
        })
        .to_string()
    }
}

fn line(row: &Row) -> String {
    let wire = &row.wire;
    let gate = row.gate.as_ref().map_or(String::new(), |gate| shown(gate.cpu));
    let (floor, ratio) = match &row.floor {
        Some(floor) => {
            let ratio = wire.cpu.as_secs_f64() / floor.cpu.as_secs_f64().max(1e-9);
            (shown(floor.cpu), format!("{ratio:.1}"))
        }
        None => (String::new(), String::new()),
    };
    format!(
        "| {} | {} | {} | {:.0} | {} | {gate} | {floor} | {ratio} | {} |",
        row.name,
        shown(wire.p50),
        shown(wire.p99),
        wire.per_second,
        shown(wire.cpu),
        row.budget
    )
}

/// How many rows a second on the clock, and what each cost the processor.
fn took(rows: usize, took: &Took) -> String {
    let a_second = rows as f64 / took.clock.as_secs_f64().max(1e-9);
    let each = took.cpu.as_secs_f64() * 1e6 / rows.max(1) as f64;
    format!("{a_second:.0} a second on the clock, {each:.0} µs of CPU each")
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// In milliseconds, with about three digits.
fn shown(time: Duration) -> String {
    match ms(time) {
        ms if ms < 1.0 => format!("{ms:.3}"),
        ms if ms < 10.0 => format!("{ms:.2}"),
        ms if ms < 100.0 => format!("{ms:.1}"),
        ms => format!("{ms:.0}"),
    }
}
