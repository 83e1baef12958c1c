//! What is PostgreSQL's own: the connection, its errors, and the expressions it says in its own way.

mod address;
mod cells;
mod wire;

use std::collections::HashMap;
use std::sync::atomic::Ordering;

use cordee_schema::Cell;
use futures_util::TryStreamExt;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Row, SimpleQueryMessage, SimpleQueryRow, Statement};

use crate::query::{Delete, Insert, Select, Text, Update};
use crate::session::Connection;
use crate::store::Patience;
use crate::{Dialect, Fail, Session};
use address::Address;
use cells::Bound;
use wire::Wire;

/// The quarter of an hour of an instant.
pub(crate) const QUARTER: (&str, &str) = ("to_timestamp(900 * floor(extract(epoch from ", ") / 900))");

/// The index of terms. What was written last is looked through row by row until it is filed: little of it, so that
/// searching stays quick.
pub(crate) const SEARCH: [&str; 2] = [
    "CREATE TABLE IF NOT EXISTS \"search\" (\n  \"workspace_id\" bigint NOT NULL,\n  \"object\" text COLLATE \"C\" NOT NULL,\n  \
     \"id\" bigint NOT NULL,\n  \"terms\" tsvector NOT NULL,\n  PRIMARY KEY (\"workspace_id\", \"object\", \"id\")\n)",
    "CREATE INDEX IF NOT EXISTS \"search_terms\" ON \"search\" USING gin (\"terms\") WITH (gin_pending_list_limit = 512)",
];
/// Empties it.
pub(crate) const CLEAR_SEARCH: &str = "DELETE FROM \"search\"";

/// How many rows one INSERT has at the most: a protocol message binds up to 65,535 values.
const ROWS_TOGETHER: usize = 200;
/// From how many rows on they are copied instead, which spares the server most of its work.
const ROWS_TO_COPY: usize = 20;
/// How many rows a table has got before it is looked at; then four times as many, and so on.
const ROWS_BEFORE_LOOK: u64 = 2_000;
/// Begins a transaction that writes.
const BEGIN: &str = "BEGIN";
/// Begins one that reads, in one snapshot.
const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// How many statements a connection keeps prepared.
const MOST_PREPARED: usize = 512;

/// A connection to a server.
pub(crate) struct Remote {
    wire: Wire,
    prepared: HashMap<String, Statement>,
    /// How many rows were added to each table, and how many it has got when it is looked at next.
    added: HashMap<String, (u64, u64)>,
    open: bool,
}

impl Remote {
    /// Connects.
    pub(crate) fn open(url: &str, patience: &Patience) -> Result<Remote, Fail> {
        let mut address = Address::read(url)?;
        address.config.application_name("cordee").connect_timeout(std::time::Duration::from_secs(10));
        let mut wire = address.connect()?;
        let settings = format!(
            "SET TIME ZONE 'UTC'; SET statement_timeout = {}; SET client_min_messages = 'warning'; \
             SET idle_in_transaction_session_timeout = '120s'",
            patience.load(Ordering::Relaxed).min(i32::MAX as u64)
        );
        wire.ask(async |client| client.batch_execute(&settings).await).map_err(fail)?;
        Ok(Remote { wire, prepared: HashMap::new(), added: HashMap::new(), open: false })
    }

    fn prepare(&mut self, text: &str) -> Result<Statement, Fail> {
        if let Some(statement) = self.prepared.get(text) {
            return Ok(statement.clone());
        }
        let statement =
            self.wire.ask(async |client| client.prepare(text).await).map_err(|e| told(e, text))?;
        if self.prepared.len() >= MOST_PREPARED {
            self.prepared.clear();
        }
        self.prepared.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }

    fn execute(&mut self, text: &Text<'_>) -> Result<u64, Fail> {
        let statement = self.prepare(&text.text)?;
        let bound: Vec<Bound<'_>> = text.args.iter().map(|cell| Bound(cell)).collect();
        let args: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|b| b as &(dyn ToSql + Sync)).collect();
        let done = self.wire.ask(async |client| client.execute(&statement, &args).await);
        done.map_err(|e| told(e, &text.text))
    }

    /// Says a statement that gives and takes nothing, and waits until it is done.
    fn say(&mut self, statement: &str) -> Result<(), Fail> {
        self.wire.ask(async |client| client.batch_execute(statement).await).map_err(|e| told(e, statement))
    }
}

impl Remote {
    /// Adds rows as a stream; the types are those of the statement that would insert one of them.
    fn copy(&mut self, insert: &Insert) -> Result<u64, Fail> {
        let one = insert.text(Dialect::Postgres, 0..1);
        let types = self.prepare(&one.text)?.params().to_vec();
        let text = insert.copy_text();
        let copied = self.wire.ask(async |client| {
            let rows = BinaryCopyInWriter::new(client.copy_in(&text).await?, &types);
            let mut rows = std::pin::pin!(rows);
            for row in &insert.rows {
                let bound: Vec<Bound<'_>> = row.iter().map(Bound).collect();
                let cells: Vec<&(dyn ToSql + Sync)> =
                    bound.iter().map(|b| b as &(dyn ToSql + Sync)).collect();
                rows.as_mut().write(&cells).await?;
            }
            rows.finish().await
        });
        copied.map_err(|e| told(e, &text))
    }
}

impl Session for Remote {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn rows(&mut self, select: &Select) -> Result<Vec<Vec<Cell>>, Fail> {
        let text = select.text(Dialect::Postgres);
        let bound: Vec<Bound<'_>> = text.args.iter().map(|cell| Bound(cell)).collect();
        let found = if select.matches_words() {
            // How often words stand there is all that matters: a plan for any words would read the whole table.
            let args: Vec<_> = bound.iter().map(|b| (b as &(dyn ToSql + Sync), b.kind())).collect();
            self.wire.ask(async |client| client.query_typed(&text.text, &args).await)
        } else {
            let statement = self.prepare(&text.text)?;
            let args: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|b| b as &(dyn ToSql + Sync)).collect();
            self.wire.ask(async |client| client.query(&statement, &args).await)
        };
        let found = found.map_err(|e| told(e, &text.text))?;
        let row = |row: &Row| {
            let cells = select.columns.iter().enumerate();
            cells
                .map(|(place, (_, kind))| cells::read(row, place, *kind))
                .collect::<Result<Vec<Cell>, Fail>>()
        };
        found.iter().map(row).collect()
    }

    fn each(&mut self, select: &Select, row: &mut dyn FnMut(&[Cell])) -> Result<(), Fail> {
        let text = select.text(Dialect::Postgres);
        let statement = self.prepare(&text.text)?;
        let bound: Vec<Bound<'_>> = text.args.iter().map(|cell| Bound(cell)).collect();
        let walked = self.wire.ask(async |client| {
            let found = client.query_raw(&statement, bound.iter()).await?;
            let mut found = std::pin::pin!(found);
            let mut cells = Vec::with_capacity(select.columns.len());
            while let Some(next) = found.try_next().await? {
                cells.clear();
                for (place, (_, kind)) in select.columns.iter().enumerate() {
                    match cells::read(&next, place, *kind) {
                        Ok(cell) => cells.push(cell),
                        Err(fail) => return Ok(Err(fail)),
                    }
                }
                row(&cells);
            }
            Ok(Ok(()))
        });
        walked.map_err(|e| told(e, &text.text))?
    }

    fn insert(&mut self, insert: &Insert) -> Result<u64, Fail> {
        let mut added = 0;
        if insert.rows.len() >= ROWS_TO_COPY && insert.unless_there.is_none() {
            added = self.copy(insert)?;
        } else {
            for start in (0..insert.rows.len()).step_by(ROWS_TOGETHER) {
                let end = (start + ROWS_TOGETHER).min(insert.rows.len());
                added += self.execute(&insert.text(Dialect::Postgres, start..end))?;
            }
        }
        match self.added.get_mut(insert.table.as_ref()) {
            Some((rows, _)) => *rows += added,
            None => drop(self.added.insert(insert.table.clone().into_owned(), (added, ROWS_BEFORE_LOOK))),
        }
        Ok(added)
    }

    fn update(&mut self, update: &Update) -> Result<u64, Fail> {
        self.execute(&update.text(Dialect::Postgres))
    }

    fn delete(&mut self, delete: &Delete) -> Result<u64, Fail> {
        self.execute(&delete.text(Dialect::Postgres))
    }

    fn run(&mut self, statement: &str) -> Result<(), Fail> {
        self.say(statement)
    }

    fn mark(&mut self) -> Result<(), Fail> {
        self.wire.before("SAVEPOINT one");
        Ok(())
    }

    fn unmark(&mut self, keep: bool) -> Result<(), Fail> {
        self.wire.before(if keep { "RELEASE one" } else { "ROLLBACK TO one; RELEASE one" });
        Ok(())
    }

    fn texts(&mut self, statement: &str) -> Result<Vec<Vec<String>>, Fail> {
        let found = self.wire.ask(async |client| client.simple_query(statement).await);
        let found = found.map_err(|e| told(e, statement))?;
        let rows = found.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        });
        let text = |row: &SimpleQueryRow, place: usize| row.get(place).unwrap_or_default().to_owned();
        Ok(rows.map(|row| (0..row.len()).map(|place| text(row, place)).collect()).collect())
    }

    fn plan(&mut self, select: &Select) -> Result<Vec<String>, Fail> {
        let text = select.text(Dialect::Postgres);
        let statement = self.prepare(&format!("EXPLAIN {}", text.text))?;
        let bound: Vec<Bound<'_>> = text.args.iter().map(|cell| Bound(cell)).collect();
        let args: Vec<&(dyn ToSql + Sync)> = bound.iter().map(|b| b as &(dyn ToSql + Sync)).collect();
        let lines = self.wire.ask(async |client| client.query(&statement, &args).await).map_err(fail)?;
        Ok(lines.iter().map(|row| row.get(0)).collect())
    }
}

impl Connection for Remote {
    fn begin(&mut self, writing: bool) -> Result<(), Fail> {
        self.wire.before(if writing { BEGIN } else { BEGIN_READING });
        self.open = true;
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Fail> {
        self.wire.before("COMMIT");
        self.wire.flush().map_err(fail)?;
        self.open = false;
        Ok(())
    }

    fn rollback(&mut self) {
        let unsaid = self.wire.forget();
        // What the server has not heard of need not be taken back.
        if std::mem::take(&mut self.open) && !unsaid.starts_with(BEGIN) {
            self.wire.tell("ROLLBACK");
        }
    }

    /// The server looks at tables by itself, but not before a minute has gone, in which a large import would crawl.
    fn look(&mut self) -> Result<bool, Fail> {
        let grown: Vec<String> =
            self.added.iter().filter(|(_, (rows, at))| rows >= at).map(|(table, _)| table.clone()).collect();
        for table in &grown {
            self.say(&format!("ANALYZE \"{table}\""))?;
            self.added.entry(table.clone()).and_modify(|(rows, at)| *at = *rows * 4);
        }
        Ok(false)
    }
}

fn told(error: tokio_postgres::Error, statement: &str) -> Fail {
    match fail(error) {
        Fail::Other(what) => Fail::Other(format!("{what} in {statement}")),
        fail => fail,
    }
}

fn fail(error: tokio_postgres::Error) -> Fail {
    let Some(told) = error.as_db_error() else {
        let lost =
            error.is_closed() || std::error::Error::source(&error).is_some_and(|s| s.is::<std::io::Error>());
        let text = match std::error::Error::source(&error) {
            Some(source) => format!("{error}: {source}"),
            None => error.to_string(),
        };
        return if lost { Fail::Lost(text) } else { Fail::Other(text) };
    };
    let state = told.code();
    if *state == SqlState::UNIQUE_VIOLATION {
        return Fail::Unique(told.constraint().unwrap_or_default().to_owned());
    }
    if *state == SqlState::T_R_SERIALIZATION_FAILURE || *state == SqlState::T_R_DEADLOCK_DETECTED {
        return Fail::Retry;
    }
    if *state == SqlState::DISK_FULL {
        return Fail::Full;
    }
    if *state == SqlState::NUMERIC_VALUE_OUT_OF_RANGE {
        return Fail::Overflow;
    }
    if *state == SqlState::QUERY_CANCELED {
        return Fail::TooSlow;
    }
    if *state == SqlState::ADMIN_SHUTDOWN
        || *state == SqlState::CRASH_SHUTDOWN
        || *state == SqlState::CANNOT_CONNECT_NOW
    {
        return Fail::Lost(told.to_string());
    }
    Fail::Other(format!("{told} ({})", state.code()))
}
