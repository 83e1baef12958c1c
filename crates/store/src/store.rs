//! A database, opened: where reads and writes are handed in.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use cordee_base::Histogram;

use crate::pool::{self, Connect, Queue, Readers};
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
    readers: Readers,
    writer: Queue,
    dialect: Dialect,
    meters: Arc<Meters>,
    patience: Patience,
    full: Arc<AtomicBool>,
}

/// How many milliseconds a read may take on each of its connections; see [`Store::allow`].
pub(crate) type Patience = Arc<AtomicU64>;

/// How long a read may take if nothing else is said, and what is written in one go.
pub(crate) const DEADLINE: Duration = Duration::from_secs(60);

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
        let usual = || Arc::new(AtomicU64::new(DEADLINE.as_millis() as u64));
        let (patience, full) = (usual(), Arc::<AtomicBool>::default());
        // Whoever only reads may be kept from reading for long; a chunk of an import takes its time.
        let patience_of = |writes: bool| if writes { usual() } else { patience.clone() };
        let (dialect, connect): (Dialect, Box<dyn Fn(bool) -> Connect>) = match &options.database {
            Database::Sqlite(path) => {
                // Made first and once, so that a file that can't be opened is told here.
                drop(sqlite::Lite::open(path, true, usual())?);
                let connect = |writes: bool| -> Connect {
                    let (path, patience) = (path.clone(), patience_of(writes));
                    Box::new(move || Ok(Box::new(sqlite::Lite::open(&path, writes, patience.clone())?)))
                };
                (Dialect::Sqlite, Box::new(connect))
            }
            Database::Postgres(url) => {
                drop(postgres::Remote::open(url, &usual())?);
                let connect = |writes: bool| -> Connect {
                    let (url, patience) = (url.clone(), patience_of(writes));
                    Box::new(move || Ok(Box::new(postgres::Remote::open(&url, &patience)?)))
                };
                (Dialect::Postgres, Box::new(connect))
            }
        };
        Ok(Store {
            readers: Readers::start((0..readers).map(|_| connect(false)).collect(), &learnt),
            writer: pool::writer(connect(true), learnt, full.clone()),
            dialect,
            meters: Arc::default(),
            patience: patience.clone(),
            full,
        })
    }

    /// Ends reads that take longer than this. On PostgreSQL it holds for connections that are made from now on, so it
    /// is said before the first read.
    pub fn allow(&self, time: Duration) {
        let milliseconds = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self.patience.store(milliseconds.max(1), Ordering::Relaxed);
    }

    /// Whether the last write found no room on the disk.
    pub fn is_full(&self) -> bool {
        self.full.load(Ordering::Relaxed)
    }

    /// How long reads and writes took.
    pub fn meters(&self) -> &Meters {
        &self.meters
    }

    /// How many reads and how many writes wait for a thread.
    pub fn waiting(&self) -> (usize, usize) {
        (self.readers.queue().waiting(), self.writer.waiting())
    }

    /// How long one more read would wait for a thread.
    pub fn reads_wait(&self) -> Duration {
        self.readers.wait()
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
        let done = self.readers.queue().put(work).await.unwrap_or_else(|_| Err(gone()));
        self.meters.reads.observe(began.elapsed());
        done
    }

    /// Reads a few rows by their keys: on SQLite on this very thread where a connection is free, since waking another
    /// would cost more than the reading; otherwise as [`Store::read`].
    pub async fn glance<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> Result<T, Halt> {
        let began = Instant::now();
        let done = match self.dialect {
            Dialect::Sqlite => self.readers.glance(work),
            Dialect::Postgres => self.readers.queue().put(work),
        };
        let done = done.await.unwrap_or_else(|_| Err(gone()));
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
        let done = self.readers.queue().put(work).blocking_recv().unwrap_or_else(|_| Err(gone()));
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
