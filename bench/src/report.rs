//! The figures as a table in Markdown, or as JSON.

use std::fmt::Write;
use std::time::Duration;

use cordee_records::Database;
use serde_json::{Value, json};

use crate::measure::{Figures, Process};

/// All figures of a run.
pub struct Report {
    size: usize,
    database: &'static str,
    rows: Vec<Row>,
}

/// The figures of one operation.
pub struct Row {
    /// What it does.
    pub name: &'static str,
    /// What it may cost.
    pub budget: &'static str,
    /// Through the gate.
    pub gate: Figures,
    /// Its statements without Cordee.
    pub floor: Option<Figures>,
}

impl Report {
    /// A report with no figures yet.
    pub fn new(size: usize, database: &Database) -> Report {
        let database = match database {
            Database::Sqlite(_) => "SQLite",
            Database::Postgres(_) => "PostgreSQL",
        };
        Report { size, database, rows: Vec::new() }
    }

    /// Adds the figures of an operation, and tells them at once to whoever waits.
    pub fn add(&mut self, row: Row) {
        eprintln!("{}", line(&row));
        self.rows.push(row);
    }

    /// The table.
    pub fn table(&self) -> String {
        let mut text = format!(
            "{} opportunities on {}\n\n| operation | p50 ms | p99 ms | a second | CPU ms | floor CPU ms | × floor | budget |\n\
             |---|--:|--:|--:|--:|--:|--:|---|\n",
            self.size, self.database
        );
        for row in &self.rows {
            let _ = writeln!(text, "{}", line(row));
        }
        let (rest, peak) = Process::own().memory().unwrap_or((0, 0));
        let _ = write!(text, "\nMemory: {} MB, at most {} MB", rest >> 20, peak >> 20);
        text
    }

    /// The same for programs: times in milliseconds.
    pub fn json(&self) -> String {
        let one = |figures: &Figures| json!({"p50": ms(figures.p50), "p99": ms(figures.p99), "per_second": figures.per_second, "cpu": ms(figures.cpu)});
        let rows: Vec<Value> = self
            .rows
            .iter()
            .map(|row| {
                json!({"operation": row.name, "budget": row.budget, "gate": one(&row.gate),
                       "floor": row.floor.as_ref().map(one)})
            })
            .collect();
        json!({"size": self.size, "database": self.database, "operations": rows}).to_string()
    }
}

fn line(row: &Row) -> String {
    let gate = &row.gate;
    let (floor, ratio) = match &row.floor {
        Some(floor) => (
            shown(ms(floor.cpu)),
            format!("{:.1}", gate.cpu.as_secs_f64() / floor.cpu.as_secs_f64().max(1e-9)),
        ),
        None => ("".to_owned(), "".to_owned()),
    };
    format!(
        "| {} | {} | {} | {:.0} | {} | {floor} | {ratio} | {} |",
        row.name,
        shown(ms(gate.p50)),
        shown(ms(gate.p99)),
        gate.per_second,
        shown(ms(gate.cpu)),
        row.budget
    )
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Three digits, as many after the point as that needs.
fn shown(ms: f64) -> String {
    match ms {
        ms if ms < 1.0 => format!("{ms:.3}"),
        ms if ms < 10.0 => format!("{ms:.2}"),
        ms if ms < 100.0 => format!("{ms:.1}"),
        ms => format!("{ms:.0}"),
    }
}
