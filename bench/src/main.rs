//! Measures Cordee beside a floor without it: `bin/bench`. What the figures mean stands in `docs/performance.md`.

mod custom;
mod floor;
mod import;
mod measure;
mod operations;
mod overload;
mod past;
mod report;
mod reports;
mod server;
mod wire;
mod world;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use cordee_records::Database;

use floor::Floor;
use import::Import;
use measure::{Process, Span, measure, measure_after};
use operations::AFTER_A_CHANGE;
use overload::overload;
use report::{Report, Row};
use server::Server;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What the measuring under too many requests is called.
const OVERLOAD: &str = "overload";

/// Fills a workspace and prints what each operation costs, beside what its statements cost without Cordee.
#[derive(Parser)]
struct Arguments {
    /// How many opportunities the workspace has
    #[arg(long, default_value_t = 100_000)]
    size: usize,
    /// How many fields the workspace has added to opportunities
    #[arg(long, default_value_t = 0)]
    custom_fields: usize,
    /// How many versions each opportunity has; reports are measured where there are several
    #[arg(long, default_value_t = 1)]
    versions: usize,
    /// An empty database of PostgreSQL, or one filled here before [default: a file of SQLite]
    #[arg(long, value_name = "URL")]
    database: Option<Database>,
    /// Where the filled file is kept for the next time
    #[arg(long, value_name = "DIR", default_value = "target/bench")]
    folder: PathBuf,
    /// Only operations whose name contains this
    #[arg(long, default_value = "")]
    only: String,
    /// How many seconds each operation is measured
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// How many rows of a file are brought in at the end
    #[arg(long, default_value_t = 50_000)]
    rows: usize,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
}

/// How much a workspace is filled with.
#[derive(Clone, Copy)]
struct Size {
    /// How many opportunities there are.
    deals: usize,
    /// How many fields were added to them.
    custom: usize,
    /// How many versions each has.
    versions: usize,
}

impl Arguments {
    fn asked(&self) -> Size {
        Size { deals: self.size, custom: self.custom_fields, versions: self.versions.max(1) }
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("bench: {what}");
            ExitCode::FAILURE
        }
    }
}

/// Measures in a folder of this run's own, which is taken away afterwards: two runs may go on at once.
fn run(arguments: &Arguments) -> Result<(), String> {
    let folder = arguments.folder.join(format!("run-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let done = run_in(&folder, arguments);
    let _ = std::fs::remove_dir_all(&folder);
    done
}

fn run_in(folder: &Path, arguments: &Arguments) -> Result<(), String> {
    let span = Span { time: Duration::from_secs_f64(arguments.seconds), most: usize::MAX };
    let (database, file) = place(folder, arguments)?;
    let world = Arc::new(world::open(&database, 2)?);
    let floor = file.as_deref().map(|file| Floor::open(file, &world)).transpose()?;
    let server = Server::start(folder, &database)?;
    let mut report = Report::new(arguments.size, &database, file.as_deref());
    let mut operations = operations::operations(&world).map_err(|problem| problem.to_string())?;
    if arguments.versions > 1 {
        operations.extend(reports::operations(&world));
    }
    for operation in operations.into_iter().filter(|operation| operation.name.contains(&arguments.only)) {
        let named = |what: String| format!("{}: {what}", operation.name);
        let ask = |run| server.wire.ask(&(operation.request)(run)).map(|_| ());
        let (wire, gate) = match operation.changes {
            Some(change) => {
                let change = |run| change(&world, run).map_err(|problem| problem.to_string());
                (measure_after(change, operation.clients, span, server.process(), ask), None)
            }
            None => {
                let gate = operation.gate.as_ref().map(|gate| {
                    let through = |run| gate(run).map_err(|problem| problem.to_string());
                    measure(operation.clients, span, Process::own(), through).map_err(named)
                });
                (measure(operation.clients, span, server.process(), ask), gate.transpose()?)
            }
        };
        let wire = wire.map_err(named)?;
        let floor = match &floor {
            Some(floor) => floor.figures(operation.name.trim_end_matches(AFTER_A_CHANGE), span)?,
            None => None,
        };
        report.add(Row { name: operation.name, budget: operation.budget, wire, gate, floor });
    }
    report.server(&server)?;
    if OVERLOAD.contains(&arguments.only) {
        report.overload(overload(&server, &operations::most_asked(&world), span)?);
    }
    if arguments.rows > 0 && "import".contains(&arguments.only) {
        let importer = import::importer(&world, folder, arguments.rows)?;
        let floor = file.as_deref().map(|file| {
            let before = folder.join("before.db");
            copy(&filled(arguments), &before)?;
            import::raw(file, &before, arguments.rows)
        });
        report.import(Import { rows: arguments.rows, importer, floor: floor.transpose()? });
    }
    println!("{}", if arguments.json { report.json() } else { report.table() });
    Ok(())
}

/// The database to measure: on SQLite a copy of the filled file, so that the file stays as it was filled.
fn place(folder: &Path, arguments: &Arguments) -> Result<(Database, Option<PathBuf>), String> {
    if let Some(database) = &arguments.database {
        world::fill_once(database, arguments.asked())?;
        return Ok((database.clone(), None));
    }
    let kept = filled(arguments);
    world::fill_once(&Database::Sqlite(kept.clone()), arguments.asked())?;
    let measured = folder.join("cordee.db");
    copy(&kept, &measured)?;
    Ok((Database::Sqlite(measured.clone()), Some(measured)))
}

/// The file that is filled once and kept.
fn filled(arguments: &Arguments) -> PathBuf {
    let mut name = arguments.size.to_string();
    for (many, usual, what) in [(arguments.custom_fields, 0, ""), (arguments.versions, 1, "v")] {
        if many > usual {
            name.push_str(&format!("-{many}{what}"));
        }
    }
    arguments.folder.join(name + ".db")
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    std::fs::copy(from, to).map(|_| ()).map_err(|error| format!("{}: {error}", to.display()))
}
