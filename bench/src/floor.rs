//! The floor: what the same answers cost when their statements run straight through SQLite, prepared, without Cordee.
//!
//! No permission, no journal's hash, no records made of rows: only the statements, every column of every row read.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

use cordee_base::Id;
use cordee_schema::fold;
use rusqlite::config::DbConfig;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::custom;
use crate::measure::{Figures, Process, Span, measure};
use crate::operations::{CARDS, GROUPS, LISTS, TYPED};
use crate::world::World;

/// Beyond any id that was made by the clock.
const BEYOND: i64 = i64::MAX - 1_000_000_000;
/// How many rows a shared commit has on the floor: as many as clients wait.
const SHARED: usize = 32;

/// The columns of an opportunity and the titles of what it links to.
const WHOLE: &str = "r.id, r.version, r.created_at, r.created_by, r.updated_at, r.updated_by, r.deleted_at, \
    r.source_system, r.foreign_id, r.number, r.name, r.account, r.contact, r.pipeline, r.stage, r.amount, \
    r.amount_currency, r.probability, r.forecast_category, r.expected_close_date, r.actual_close_date, \
    r.close_date, r.engaged_on, r.state, r.stage_since, r.cycle_days, r.type, r.source, r.owner, r.product, \
    r.loss_reason, r.loss_note, r.competitor, r.next_step, r.next_step_date, r.description, a.name, c.name, \
    p.name, s.name, u.name, d.name \
    FROM opportunity r LEFT JOIN account a ON a.id = r.account LEFT JOIN contact c ON c.id = r.contact \
    LEFT JOIN pipeline p ON p.id = r.pipeline LEFT JOIN stage s ON s.id = r.stage \
    LEFT JOIN user u ON u.id = r.owner LEFT JOIN product d ON d.id = r.product";

/// A connection to the file, and what to ask it for.
pub struct Floor<'a> {
    connection: Mutex<Connection>,
    written: AtomicI64,
    world: &'a World,
    /// The columns of an opportunity, also those that the workspace has added, and the titles of what it links to.
    whole: String,
}

impl<'a> Floor<'a> {
    /// Opens the file of a filled workspace.
    pub fn open(file: &Path, world: &'a World) -> Result<Floor<'a>, String> {
        let connection = opened(file)?;
        connection.execute_batch("PRAGMA cache_size = -4000").map_err(told)?;
        let added: String = (0..world.custom).map(|place| format!("r.{}, ", custom::name(place))).collect();
        let whole = WHOLE.replace("a.name, c.name", &format!("{added}a.name, c.name"));
        Ok(Floor { connection: Mutex::new(connection), written: AtomicI64::new(0), world, whole })
    }

    /// What an operation costs here; none for one that has no floor.
    pub fn figures(&self, operation: &str, span: Span) -> Result<Option<Figures>, String> {
        let workspace = self.world.administrator.workspace.as_i64();
        let time = |work: &(dyn Fn(&Connection, usize) -> rusqlite::Result<()> + Sync)| {
            // One client at a time: the lock costs nothing beside a statement.
            let work = |run: usize| {
                let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
                work(&connection, run).map_err(told)
            };
            measure(1, span, Process::own(), work).map(Some)
        };
        // By the index that fills the page soonest, which SQLite does not find by itself.
        let list = |index: &str, condition: &str, order: &str| {
            let whole =
                self.whole.replace("FROM opportunity r", &format!("FROM opportunity r INDEXED BY {index}"));
            format!(
                "SELECT {whole} WHERE r.workspace_id = ?1 AND r.deleted_at IS NULL AND {condition} \
                 ORDER BY {order} LIMIT 51"
            )
        };
        let own = self.world.administrator.user_id().map_or(0, Id::as_i64);
        match operation {
            "read one" => {
                let sql = format!("SELECT {} WHERE r.id = ?1 AND r.deleted_at IS NULL", self.whole);
                time(&|connection, run| {
                    let ids = &self.world.opportunities;
                    rows(connection, &sql, [ids[run * 7 % ids.len()].as_i64().into()]).map(|_| ())
                })
            }
            name if name == LISTS[0].0 => {
                let sql = list(
                    "opportunity_updated_at",
                    "r.amount_base >= 2000000",
                    "r.updated_at DESC, r.id DESC",
                );
                time(&|connection, _| rows(connection, &sql, [workspace.into()]).map(|_| ()))
            }
            name if name == LISTS[1].0 => {
                let sql = list("opportunity_state_close_date", "r.state = 'open'", "r.close_date, r.id");
                time(&|connection, _| rows(connection, &sql, [workspace.into()]).map(|_| ()))
            }
            name if name == LISTS[2].0 => {
                let sql = list(
                    "opportunity_amount",
                    "r.owner = ?2 AND r.amount_base IS NOT NULL",
                    "r.amount_base DESC, r.id DESC",
                );
                time(&|connection, _| rows(connection, &sql, [workspace.into(), own.into()]).map(|_| ()))
            }
            "the next page" => {
                let condition = "r.amount_base >= 2000000 AND (r.updated_at, r.id) < (?2, ?3)";
                let sql = list("opportunity_updated_at", condition, "r.updated_at DESC, r.id DESC");
                let (at, id) = self.middle()?;
                time(&|connection, _| {
                    rows(connection, &sql, [workspace.into(), at.into(), id.into()]).map(|_| ())
                })
            }
            "board: totals and first cards" => time(&|connection, _| self.board(connection)),
            name if name.starts_with("group all by ") => {
                let fields = GROUPS.iter().find(|fields| name.ends_with(&fields.join(" and ")));
                let by = fields.map_or(String::new(), |fields| fields.join(", "));
                time(&|connection, _| group(connection, workspace, &by))
            }
            "create one, durable" => self.creating(1, span).map(Some),
            "create one, durable, 32 clients" => self.creating(SHARED, span).map(Some),
            name => match TYPED.iter().find(|typed| name.ends_with(&format!(": {typed}"))) {
                Some(typed) => {
                    let sql = "SELECT id, name FROM account WHERE workspace_id = ?1 AND deleted_at IS NULL \
                               AND name_fold >= ?2 AND name_fold < ?3 ORDER BY name_fold LIMIT 10";
                    let from = fold(typed);
                    let to = format!("{from}\u{10ffff}");
                    time(&|connection, _| {
                        let args: [Value; 3] = [workspace.into(), from.clone().into(), to.clone().into()];
                        rows(connection, sql, args).map(|_| ())
                    })
                }
                None => Ok(None),
            },
        }
    }

    fn middle(&self) -> Result<(i64, i64), String> {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let id = self.world.opportunities[self.world.opportunities.len() / 2].as_i64();
        let sql = "SELECT updated_at, id FROM opportunity WHERE id = ?1";
        connection.query_row(sql, [id], |row| Ok((row.get(0)?, row.get(1)?))).map_err(told)
    }

    fn board(&self, connection: &Connection) -> rusqlite::Result<()> {
        let (workspace, pipeline) =
            (self.world.administrator.workspace.as_i64(), self.world.pipeline.as_i64());
        let totals = |part: &str| {
            format!(
                "SELECT stage, COUNT(*), SUM(amount_base), SUM(amount_base * probability) \
                 FROM opportunity INDEXED BY opportunity_state_close_date \
                 WHERE workspace_id = ?1 AND pipeline = ?2 AND deleted_at IS NULL AND {part} GROUP BY stage"
            )
        };
        let lately = "state IN ('won', 'lost', 'after') AND close_date >= unixepoch() / 86400 - 29";
        for part in ["state = 'open'", lately] {
            rows(connection, &totals(part), [workspace.into(), pipeline.into()])?;
        }
        let cards = format!(
            "SELECT {} WHERE r.workspace_id = ?1 AND r.stage = ?2 AND r.pipeline = ?3 \
             AND r.deleted_at IS NULL ORDER BY r.updated_at DESC, r.id DESC LIMIT {}",
            self.whole,
            CARDS + 1
        );
        for (stage, _) in self.world.stages.iter().filter(|(_, open)| *open) {
            let args: [Value; 3] = [workspace.into(), stage.as_i64().into(), pipeline.into()];
            rows(connection, &cards, args)?;
        }
        Ok(())
    }

    /// Writes what Cordee writes for a new record, so many in one transaction, and gives the cost of each.
    fn creating(&self, together: usize, span: Span) -> Result<Figures, String> {
        let workspace = self.world.administrator.workspace.as_i64();
        let (pipeline, stage) = (self.world.pipeline.as_i64(), self.world.stages[0].0.as_i64());
        let work = |_: usize| -> Result<(), String> {
            let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
            let write = || -> rusqlite::Result<()> {
                connection.execute_batch("BEGIN IMMEDIATE")?;
                for _ in 0..together {
                    let id = BEYOND + self.written.fetch_add(1, Ordering::Relaxed);
                    create(&connection, workspace, id, pipeline, stage)?;
                }
                connection.execute_batch("COMMIT")
            };
            write().map_err(told)
        };
        let all = measure(1, span, Process::own(), work)?;
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        for (table, column) in TABLES {
            connection
                .execute(&format!("DELETE FROM {table} WHERE {column} >= ?1"), [BEYOND])
                .map_err(told)?;
        }
        let each = |time: std::time::Duration| time / together as u32;
        Ok(Figures { cpu: each(all.cpu), per_second: all.per_second * together as f64, ..all })
    }
}

/// A connection as Cordee's writer has it.
pub fn opened(file: &Path) -> Result<Connection, String> {
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(told)?;
    let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; \
                    PRAGMA cache_size = -32000; PRAGMA busy_timeout = 10000; PRAGMA wal_autocheckpoint = 16000";
    connection.execute_batch(settings).map_err(told)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map_err(told)?;
    Ok(connection)
}

/// The tables that one new opportunity stands in, and the column with its number.
const TABLES: [(&str, &str); 4] =
    [("opportunity", "id"), ("opportunity_version", "id"), ("journal", "seq"), ("journal_values", "seq")];

/// The statements for one new opportunity: its number, itself, its version, its entry in the journal.
fn create(
    connection: &Connection,
    workspace: i64,
    id: i64,
    pipeline: i64,
    stage: i64,
) -> rusqlite::Result<()> {
    let now = id;
    let number = format!("F-{id}");
    let name = format!("Written while measuring {id}");
    let counter = "INSERT INTO counter (workspace_id, name, last) VALUES (?1, 'floor', 1) \
                   ON CONFLICT (workspace_id, name) DO UPDATE SET last = last + 1";
    connection.prepare_cached(counter)?.execute([workspace])?;
    let whole = "INSERT INTO opportunity (workspace_id, id, version, created_at, updated_at, number, number_fold, \
                 name, name_fold, pipeline, stage, amount, amount_currency, amount_base, type) \
                 VALUES (?1, ?2, 1, ?3, ?3, ?4, ?4, ?5, ?5, ?6, ?7, 123400, 'EUR', 123400, 'new')";
    connection.prepare_cached(whole)?.execute((workspace, id, now, &number, &name, pipeline, stage))?;
    let version = "INSERT INTO opportunity_version (workspace_id, id, record, valid_from, valid_to, recorded_at, \
                   stage, amount, amount_currency, amount_base) \
                   VALUES (?1, ?2, ?2, ?3, ?3, ?3, ?4, 123400, 'EUR', 123400)";
    connection.prepare_cached(version)?.execute((workspace, id, now, stage))?;
    let (hash, salt, body) = ([7_u8; 32], [7_u8; 16], "x".repeat(200));
    let journal = "INSERT INTO journal (workspace_id, seq, at, reason, door, object, record, verb, digest, hash) \
                   VALUES (?1, ?2, ?2, '', 'api', 'opportunity', ?2, 'create', ?3, ?3)";
    connection.prepare_cached(journal)?.execute((workspace, id, hash))?;
    let values = "INSERT INTO journal_values (workspace_id, seq, salt, body) VALUES (?1, ?2, ?3, ?4)";
    connection.prepare_cached(values)?.execute((workspace, id, salt, &body))?;
    Ok(())
}

fn group(connection: &Connection, workspace: i64, by: &str) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT {by}, COUNT(*), SUM(amount_base) FROM opportunity \
         WHERE workspace_id = ?1 AND deleted_at IS NULL GROUP BY {by}"
    );
    rows(connection, &sql, [workspace.into()]).map(|_| ())
}

/// Runs a query and reads every column of every row; gives how many rows there were.
fn rows(
    connection: &Connection,
    sql: &str,
    args: impl IntoIterator<Item = Value>,
) -> rusqlite::Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let width = statement.column_count();
    let mut rows = statement.query(params_from_iter(args))?;
    let (mut count, mut bytes) = (0, 0);
    while let Some(row) = rows.next()? {
        for place in 0..width {
            bytes += match row.get_ref(place)? {
                ValueRef::Text(text) => text.len(),
                ValueRef::Null => 0,
                _ => 8,
            };
        }
        count += 1;
    }
    std::hint::black_box(bytes);
    Ok(count)
}

/// What went wrong, for people.
pub fn told(error: rusqlite::Error) -> String {
    format!("the floor: {error}")
}
