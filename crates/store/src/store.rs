//! A database, opened: where reads and writes are handed in.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Instant;

use cordee_base::Histogram;

use crate::pool::{self, Connect, Queue};
use crate::{Dialect, Fail, Halt, Session, postgres, sqlite};

/// Where the data are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file of SQLite.
    Sqlite(PathBuf),
    /// A database of PostgreSQL, by its URL.
    Postgres(String),
}

/// A text that names no database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

impl std::fmt::Display for DatabaseError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a database is named postgres://user@host/name or sqlite://path")
    }
}

impl std::error::Error for DatabaseError {}

impl FromStr for Database {
    type Err = DatabaseError;

    fn from_str(text: &str) -> Result<Database, DatabaseError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Database::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite://") {
            Some(path) if !path.is_empty() => Ok(Database::Sqlite(PathBuf::from(path))),
            _ => Err(DatabaseError),
        }
    }
}

/// How a database is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the data are.
    pub database: Database,
    /// How many threads read.
    pub readers: usize,
}

/// A database, opened. Clones share its threads.
#[derive(Clone)]
pub struct Store {
    readers: Queue,
    writer: Queue,
    dialect: Dialect,
    meters: Arc<Meters>,
}

/// How long reads and writes took, from the queue to the end.
#[derive(Debug, Default)]
pub struct Meters {
    /// Reads.
    pub reads: Histogram,
    /// Writes, with what they shared their transaction with.
    pub writes: Histogram,
}

impl Store {
    /// Opens the database; on SQLite the file is made if there is none.
    pub fn open(options: &Options) -> Result<Store, Fail> {
        let readers = options.readers.max(1);
        let learnt = pool::Learnt::default();
        match &options.database {
            Database::Sqlite(path) => {
                let connect = |writes: bool| -> Connect {
                    let path = path.clone();
                    Box::new(move || Ok(Box::new(sqlite::Lite::open(&path, writes)?)))
                };
                // Made first and once, so that a file that can't be opened is told here.
                drop(sqlite::Lite::open(path, true)?);
                Ok(Store {
                    readers: pool::readers((0..readers).map(|_| connect(false)).collect(), &learnt),
                    writer: pool::writer(connect(true), learnt),
                    dialect: Dialect::Sqlite,
                    meters: Arc::default(),
                })
            }
            Database::Postgres(url) => {
                let connect = || -> Connect {
                    let url = url.clone();
                    Box::new(move || Ok(Box::new(postgres::Remote::open(&url)?)))
                };
                drop(postgres::Remote::open(url)?);
                Ok(Store {
                    readers: pool::readers((0..readers).map(|_| connect()).collect(), &learnt),
                    writer: pool::writer(connect(), learnt),
                    dialect: Dialect::Postgres,
                    meters: Arc::default(),
                })
            }
        }
    }

    /// How long reads and writes took.
    pub fn meters(&self) -> &Meters {
        &self.meters
    }

    /// How many reads and how many writes wait for a thread.
    pub fn waiting(&self) -> (usize, usize) {
        (self.readers.waiting(), self.writer.waiting())
    }

    /// Which database it is.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Copies a file of SQLite, as it stands at one moment, to a place where there is none.
    pub fn copy_file(&self, from: &Path, to: &Path) -> Result<(), Fail> {
        sqlite::copy(from, to)
    }

    /// Reads in one snapshot.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let began = Instant::now();
        let done = self.readers.put(work).await.unwrap_or_else(|_| Err(gone()));
        self.meters.reads.observe(began.elapsed());
        done
    }

    /// Writes; once this is back without an error, it is on the disk. The work may be repeated.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let began = Instant::now();
        let done = self.writer.put(work).await.unwrap_or_else(|_| Err(gone()));
        self.meters.writes.observe(began.elapsed());
        done
    }

    /// Reads, and waits on this very thread, which must not be one of an async runtime.
    pub fn read_now<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let began = Instant::now();
        let done = self.readers.put(work).blocking_recv().unwrap_or_else(|_| Err(gone()));
        self.meters.reads.observe(began.elapsed());
        done
    }

    /// Writes, and waits on this very thread, which must not be one of an async runtime.
    pub fn write_now<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let began = Instant::now();
        let done = self.writer.put(work).blocking_recv().unwrap_or_else(|_| Err(gone()));
        self.meters.writes.observe(began.elapsed());
        done
    }
}

fn gone() -> Halt {
    Halt::Fail(Fail::Other("the database's thread has ended".to_owned()))
}
