//! Migrations: numbered files in `migrations/`, each a list of statements that may run twice.

use cordee_base::Moment;
use cordee_schema::{Cell, ColumnType};
use rust_embed::RustEmbed;

use crate::query::{Insert, Select};
use crate::{Dialect, Fail, Halt, Session, Store};

#[derive(RustEmbed)]
#[folder = "../../migrations/sqlite"]
struct SqliteFiles;

#[derive(RustEmbed)]
#[folder = "../../migrations/postgres"]
struct PostgresFiles;

/// A migration: its name (`0001_first`) and its statements in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migration {
    /// The file's name without its ending.
    pub name: String,
    /// The statements, each safe to run again.
    pub statements: Vec<String>,
}

const TABLE: &str = "schema_migration";

impl Migration {
    /// All migrations of this version of Cordee, in order.
    pub fn all(dialect: Dialect) -> Vec<Migration> {
        let mut files: Vec<(String, Vec<u8>)> = match dialect {
            Dialect::Sqlite => SqliteFiles::iter()
                .filter_map(|n| Some((n.to_string(), SqliteFiles::get(&n)?.data.into_owned())))
                .collect(),
            Dialect::Postgres => PostgresFiles::iter()
                .filter_map(|n| Some((n.to_string(), PostgresFiles::get(&n)?.data.into_owned())))
                .collect(),
        };
        files.sort();
        files
            .into_iter()
            .filter_map(|(name, bytes)| {
                Some(Migration::read(name.strip_suffix(".sql")?, &String::from_utf8_lossy(&bytes)))
            })
            .collect()
    }

    /// The statements of a file: each ends with a semicolon at the end of a line; `--` begins a comment.
    pub fn read(name: &str, text: &str) -> Migration {
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with("--")).collect();
        let statements = lines.join("\n");
        let statements = statements.split(";\n").map(|s| s.trim().trim_end_matches(';').trim().to_owned());
        Migration { name: name.to_owned(), statements: statements.filter(|s| !s.is_empty()).collect() }
    }
}

impl Store {
    /// The names of the migrations that the database has had; none for an empty one.
    pub fn migrated(&self) -> Result<Vec<String>, Halt> {
        let create = Migration::read(
            TABLE,
            "CREATE TABLE IF NOT EXISTS schema_migration (name varchar(200) PRIMARY KEY, applied_at bigint NOT NULL);\n",
        );
        self.write_now(move |session| {
            session.run(&create.statements[0])?;
            Ok(done(session)?)
        })
    }

    /// Runs one migration and notes that it has been run at `now`. Broken off anywhere, it can be run again.
    ///
    /// A file of SQLite has all of it or nothing. On a server each statement is a transaction of its own, since not
    /// every engine that speaks PostgreSQL takes several that change tables together.
    pub fn migrate(&self, migration: &Migration, now: Moment) -> Result<(), Halt> {
        let (statements, name) = (migration.statements.clone(), migration.name.clone());
        if self.dialect() == Dialect::Sqlite {
            return self.write_now(move |session| {
                // A column may be there already from a run that was broken off.
                statements.iter().try_for_each(|statement| session.define(statement))?;
                Ok(note(session, &name, now)?)
            });
        }
        for statement in statements {
            self.write_now(move |session| Ok(session.define(&statement)?))?;
        }
        self.write_now(move |session| Ok(note(session, &name, now)?))
    }
}

fn note(session: &mut dyn Session, name: &str, now: Moment) -> Result<(), Fail> {
    let cells = vec![("name", Cell::from(name.to_owned())), ("applied_at", Cell::Int(now.micros()))];
    session.insert(&Insert { unless_there: Some(vec!["name"]), ..Insert::row(TABLE, cells) })?;
    Ok(())
}

fn done(session: &mut dyn Session) -> Result<Vec<String>, Fail> {
    let rows = session.rows(&Select::from(TABLE, "m").column("name", ColumnType::Text))?;
    let mut names: Vec<String> = rows.iter().filter_map(|row| row[0].as_text().map(str::to_owned)).collect();
    names.sort();
    Ok(names)
}
