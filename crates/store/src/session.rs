//! What one can do within a transaction, on either database.

use cordee_schema::Cell;

use crate::Fail;
use crate::query::{Delete, Insert, Select, Update};

/// Which database speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// SQLite.
    Sqlite,
    /// PostgreSQL, and engines that speak it.
    Postgres,
}

/// A transaction in which statements run one after the other.
pub trait Session {
    /// Which database this is.
    fn dialect(&self) -> Dialect;
    /// The rows that a query finds, each with one cell for each of its columns.
    fn rows(&mut self, select: &Select) -> Result<Vec<Vec<Cell>>, Fail>;
    /// Hands over the rows that a query finds one by one, so that none has to be kept.
    fn each(&mut self, select: &Select, row: &mut dyn FnMut(&[Cell])) -> Result<(), Fail>;
    /// Adds rows; gives back how many were added.
    fn insert(&mut self, insert: &Insert) -> Result<u64, Fail>;
    /// Changes rows; gives back how many there were.
    fn update(&mut self, update: &Update) -> Result<u64, Fail>;
    /// Takes rows out; gives back how many there were.
    fn delete(&mut self, delete: &Delete) -> Result<u64, Fail>;
    /// Runs a statement that makes or changes a table within this transaction; a column that is there already is no
    /// failure.
    fn define(&mut self, statement: &str) -> Result<(), Fail> {
        match self.run(statement) {
            // SQLite knows no ADD COLUMN IF NOT EXISTS.
            Err(Fail::Other(what)) if what.contains("duplicate column name") => Ok(()),
            done => done,
        }
    }
    /// Runs a statement of a migration.
    fn run(&mut self, statement: &str) -> Result<(), Fail>;
    /// Marks a point to go back to; there may be marks within marks.
    fn mark(&mut self) -> Result<(), Fail>;
    /// Forgets the last mark, and with `keep` false also what was done since.
    fn unmark(&mut self, keep: bool) -> Result<(), Fail>;
    /// What a statement about the database itself gives, each value as a text; nothing is an empty one.
    fn texts(&mut self, statement: &str) -> Result<Vec<Vec<String>>, Fail>;
    /// How the database means to answer a query, a line each; for the tests of query plans.
    fn plan(&mut self, select: &Select) -> Result<Vec<String>, Fail>;
}

/// A connection: a session that begins and ends its own transactions.
pub(crate) trait Connection: Session + Send {
    /// Begins a transaction, for reading in one snapshot or for writing.
    fn begin(&mut self, writing: bool) -> Result<(), Fail>;
    /// Ends it and keeps what was done; once this is back, it is on the disk.
    fn commit(&mut self) -> Result<(), Fail>;
    /// Ends it and keeps nothing.
    fn rollback(&mut self);
    /// Between two transactions: looks again at tables that have changed much, so that queries go by what is there.
    /// Tells whether something new was learnt, which other connections only see once they are opened again.
    fn look(&mut self) -> Result<bool, Fail> {
        Ok(false)
    }
}
