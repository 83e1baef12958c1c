//! What is SQLite's own: the connection, its settings, its errors, and the expressions it says in its own way.

mod cells;
mod group;

pub(crate) use group::TOGETHER;

use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use cordee_schema::Cell;
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection as Raw, ErrorCode, OpenFlags};

use crate::query::{Delete, Insert, Select, Text, Update};
use crate::session::Connection;
use crate::store::{DEADLINE, Patience};
use crate::{Dialect, Fail, Session};
use cells::Bound;

/// The quarter of an hour of an instant, which is kept as microseconds.
///
/// Reckoned from long before the year 1, since a division of what is less than nought rounds the wrong way.
pub(crate) const QUARTER: (&str, &str) = ("900000000 * ((", " + 90000000000000000) / 900000000 - 100000000)");

/// The index of terms. It holds no text and no places within one: that a record holds a term is all that is asked.
/// The terms come folded and parted, so that the plainest tokenizer does; ends of words are looked up by two and three
/// letters at once, by more of them among the terms.
pub(crate) const SEARCH: [&str; 1] = [
    "CREATE VIRTUAL TABLE IF NOT EXISTS \"search\" USING fts5(\"terms\", \"workspace_id\" UNINDEXED, \"object\" UNINDEXED, \
     content='', contentless_delete=1, contentless_unindexed=1, detail='none', prefix='2 3', tokenize=\"ascii tokenchars '_'\")",
];
/// Empties it.
pub(crate) const CLEAR_SEARCH: &str = "INSERT INTO \"search\" (\"search\") VALUES ('delete-all')";

/// Merges a little of the pieces in which it is kept, all into one in the end; a piece is written by each transaction.
pub(crate) const MERGE_SEARCH: &str = "INSERT INTO \"search\" (\"search\", \"rank\") VALUES ('merge', -200)";

/// How many instructions of SQLite's machine run between two looks at the clock.
const STEPS: i32 = 20_000;

/// How many rows are written between two looks at what SQLite knows of its tables.
const ROWS_BETWEEN_LOOKS: u64 = 10_000;
/// Looks again at the tables that have grown tenfold since the last time, or were never looked at: at so many
/// entries of each index at most, which takes milliseconds.
const LOOK: &str = "PRAGMA analysis_limit = 50000; PRAGMA optimize = 0x10002";
/// Tells what [`LOOK`] would do.
const WOULD_LOOK: &str = "PRAGMA optimize = 0x10003";

/// A connection to a file.
pub(crate) struct Lite {
    raw: Raw,
    /// How many rows had been written when the tables were last looked at; none if that is to be done first.
    looked: Option<u64>,
    tally: group::Shared,
    deadline: std::sync::Arc<std::sync::Mutex<Instant>>,
    patience: Patience,
}

impl Lite {
    /// Opens the file, for writing or only for reading.
    pub(crate) fn open(path: &Path, writes: bool, patience: Patience) -> Result<Lite, Fail> {
        let flags = if writes {
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
        } else {
            OpenFlags::SQLITE_OPEN_READ_WRITE
        };
        let mut raw = Raw::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(fail)?;
        raw.busy_timeout(Duration::from_secs(10)).map_err(fail)?;
        raw.set_prepared_statement_cache_capacity(256);
        // Plans don't depend on bound values; otherwise each new value makes SQLite prepare the statement again.
        raw.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(fail)?;
        for (name, value) in [
            ("journal_mode", "WAL"),
            ("synchronous", "FULL"),
            ("foreign_keys", "OFF"),
            ("temp_store", "MEMORY"),
            ("cache_size", if writes { "-32000" } else { "-4000" }),
            // 64 MB: what an import writes again and again goes into the file itself once in several chunks.
            ("wal_autocheckpoint", "16000"),
            ("query_only", if writes { "OFF" } else { "ON" }),
        ] {
            raw.pragma_update(None, name, value).map_err(fail)?;
        }
        let deadline = std::sync::Arc::new(std::sync::Mutex::new(Instant::now() + DEADLINE));
        let watched = deadline.clone();
        let late = move || watched.lock().is_ok_and(|deadline| Instant::now() > *deadline);
        raw.progress_handler(STEPS, Some(late)).map_err(fail)?;
        // A file that has just been made holds nothing to look at yet.
        let empty: rusqlite::Result<bool> =
            raw.query_row("SELECT count(*) = 0 FROM sqlite_schema", (), |row| row.get(0));
        let looked = empty.map_err(fail)?.then_some(0);
        let tally = group::function(&raw).map_err(fail)?;
        Ok(Lite { raw, looked, tally, deadline, patience })
    }

    fn allow(&self, time: Duration) {
        if let Ok(mut deadline) = self.deadline.lock() {
            *deadline = Instant::now() + time;
        }
    }

    /// Runs a statement that gives and takes nothing, prepared like the others.
    fn say(&mut self, statement: &str) -> Result<(), Fail> {
        let mut statement = self.raw.prepare_cached(statement).map_err(fail)?;
        statement.raw_execute().map(|_| ()).map_err(fail)
    }

    /// The rows that a query finds.
    fn found(&mut self, select: &Select) -> Result<Vec<Vec<Cell>>, Fail> {
        let mut rows = Vec::new();
        // Not collected: a collection that may fail doesn't know how long it will be, and grows five times.
        self.walk(select, &mut |cells| rows.push(std::mem::replace(cells, Vec::with_capacity(cells.len()))))?;
        Ok(rows)
    }

    /// Hands over the rows that a query finds; the cells are for whoever gets them, and are filled anew for each row.
    fn walk(&mut self, select: &Select, row: &mut dyn FnMut(&mut Vec<Cell>)) -> Result<(), Fail> {
        let text = select.text(Dialect::Sqlite);
        let mut statement = self.raw.prepare_cached(&text.text).map_err(|e| told(e, &text.text))?;
        let bound = rusqlite::params_from_iter(text.args.iter().map(|cell| Bound(cell)));
        let mut found = statement.query(bound).map_err(fail)?;
        let mut cells = Vec::with_capacity(select.columns.len());
        while let Some(next) = found.next().map_err(fail)? {
            cells.clear();
            for (place, (_, kind)) in select.columns.iter().enumerate() {
                cells.push(match next.get_ref(place).map_err(fail)? {
                    // All that is kept or reckoned is whole: this is a product beyond 64 bits.
                    ValueRef::Real(_) => return Err(Fail::Overflow),
                    value => cells::read(value, *kind),
                });
            }
            row(&mut cells);
        }
        Ok(())
    }

    fn execute(&mut self, text: &Text<'_>) -> Result<u64, Fail> {
        let mut statement = self.raw.prepare_cached(&text.text).map_err(|e| told(e, &text.text))?;
        let changed = statement.execute(rusqlite::params_from_iter(text.args.iter().map(|cell| Bound(cell))));
        changed.map(|rows| rows as u64).map_err(fail)
    }
}

/// Copies a file as it stands at one moment, while others read and write it.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Fail> {
    if to.exists() {
        return Err(Fail::Other(format!("{} is there already", to.display())));
    }
    let raw = Raw::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(fail)?;
    let to = to.to_str().ok_or_else(|| Fail::Other("a path must be text".to_owned()))?;
    raw.execute("VACUUM INTO ?1", [to]).map_err(fail)?;
    Ok(())
}

impl Session for Lite {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn rows(&mut self, select: &Select) -> Result<Vec<Vec<Cell>>, Fail> {
        match group::taken_apart(select) {
            Some(single) => group::grouped(self, select, single),
            None => self.found(select),
        }
    }

    fn each(&mut self, select: &Select, row: &mut dyn FnMut(&[Cell])) -> Result<(), Fail> {
        self.walk(select, &mut |cells| row(cells))
    }

    /// One statement, prepared once and run for each row: more rows in it would only make its text longer.
    fn insert(&mut self, insert: &Insert) -> Result<u64, Fail> {
        if insert.rows.is_empty() {
            return Ok(0);
        }
        let text = insert.text(Dialect::Sqlite, 0..1);
        let mut statement = self.raw.prepare_cached(&text.text).map_err(|e| told(e, &text.text))?;
        let mut added = 0;
        for row in &insert.rows {
            let bound = rusqlite::params_from_iter(row.iter().map(Bound));
            added += statement.execute(bound).map_err(fail)? as u64;
        }
        Ok(added)
    }

    fn update(&mut self, update: &Update) -> Result<u64, Fail> {
        self.execute(&update.text(Dialect::Sqlite))
    }

    fn delete(&mut self, delete: &Delete) -> Result<u64, Fail> {
        self.execute(&delete.text(Dialect::Sqlite))
    }

    fn run(&mut self, statement: &str) -> Result<(), Fail> {
        self.allow(Duration::from_secs(24 * 3600));
        self.raw.execute_batch(statement).map_err(|e| told(e, statement))
    }

    fn mark(&mut self) -> Result<(), Fail> {
        self.say("SAVEPOINT one")
    }

    fn unmark(&mut self, keep: bool) -> Result<(), Fail> {
        if !keep {
            self.say("ROLLBACK TO one")?;
        }
        self.say("RELEASE one")
    }

    fn texts(&mut self, statement: &str) -> Result<Vec<Vec<String>>, Fail> {
        let mut prepared = self.raw.prepare(statement).map_err(|e| told(e, statement))?;
        let columns = prepared.column_count();
        let text = |value: ValueRef<'_>| match value {
            ValueRef::Null => String::new(),
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Real(number) => number.to_string(),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        };
        let row = |row: &rusqlite::Row<'_>| (0..columns).map(|place| Ok(text(row.get_ref(place)?))).collect();
        let rows = prepared.query_map((), row).map_err(fail)?;
        rows.collect::<rusqlite::Result<_>>().map_err(fail)
    }

    fn plan(&mut self, select: &Select) -> Result<Vec<String>, Fail> {
        let text = select.text(Dialect::Sqlite);
        let explain = format!("EXPLAIN QUERY PLAN {}", text.text);
        let mut statement = self.raw.prepare(&explain).map_err(fail)?;
        let bound = rusqlite::params_from_iter(text.args.iter().map(|cell| Bound(cell)));
        let lines = statement.query_map(bound, |row| row.get::<_, String>(3)).map_err(fail)?;
        lines.collect::<rusqlite::Result<Vec<String>>>().map_err(fail)
    }
}

impl Connection for Lite {
    fn begin(&mut self, writing: bool) -> Result<(), Fail> {
        self.allow(Duration::from_millis(self.patience.load(Ordering::Relaxed)));
        self.say(if writing { "BEGIN IMMEDIATE" } else { "BEGIN" })
    }

    fn commit(&mut self) -> Result<(), Fail> {
        self.say("COMMIT")
    }

    fn rollback(&mut self) {
        if !self.raw.is_autocommit()
            && let Err(error) = self.say("ROLLBACK")
        {
            tracing::error!(%error, "a transaction could not be rolled back");
        }
    }

    fn look(&mut self) -> Result<bool, Fail> {
        let written = self.raw.total_changes();
        if self.looked.is_some_and(|looked| written < looked + ROWS_BETWEEN_LOOKS) {
            return Ok(false);
        }
        self.looked = Some(written);
        self.allow(DEADLINE);
        let stale = self
            .raw
            .prepare(WOULD_LOOK)
            .and_then(|mut would| would.query(())?.next().map(|row| row.is_some()));
        if stale.map_err(fail)? {
            self.raw.execute_batch(LOOK).map_err(fail)?;
            return Ok(true);
        }
        Ok(false)
    }
}

fn told(error: rusqlite::Error, statement: &str) -> Fail {
    match fail(error) {
        Fail::Other(what) => Fail::Other(format!("{what} in {statement}")),
        fail => fail,
    }
}

fn fail(error: rusqlite::Error) -> Fail {
    let rusqlite::Error::SqliteFailure(code, ref message) = error else {
        return Fail::Other(error.to_string());
    };
    let message = message.clone().unwrap_or_default();
    match code.code {
        ErrorCode::ConstraintViolation if message.starts_with("UNIQUE constraint failed: ") => {
            Fail::Unique(message["UNIQUE constraint failed: ".len()..].to_owned())
        }
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Fail::Retry,
        ErrorCode::DiskFull => Fail::Full,
        ErrorCode::OperationInterrupted => Fail::TooSlow,
        _ if message == "integer overflow" => Fail::Overflow,
        _ => Fail::Other(error.to_string()),
    }
}
