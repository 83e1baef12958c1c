//! Opening a database with the migrations it needs; an older file is copied first.

use std::path::{Path, PathBuf};

use cordee_base::{Clock, Fault, Outcome, Problem};
use cordee_store::{Database, Dialect, Fail, Halt, Migration, Options, Store};

/// What opening a database did to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upgrade {
    /// The migrations that were run, by name.
    pub applied: Vec<String>,
    /// Those that the database had before.
    pub had: Vec<String>,
    /// The copy of the older file that was made first.
    pub backup: Option<PathBuf>,
}

/// Opens a database and brings it to this version, an older file of SQLite after making a copy of it.
///
/// A database of a newer version is refused.
pub fn open_store(
    database: &Database,
    readers: usize,
    clock: &dyn Clock,
    upgrade: bool,
) -> Outcome<(Store, Upgrade)> {
    open_by(database, readers, clock, upgrade, Migration::all)
}

/// Opens a database and brings it to where a list of migrations leads.
pub fn open_by(
    database: &Database,
    readers: usize,
    clock: &dyn Clock,
    upgrade: bool,
    migrations: fn(Dialect) -> Vec<Migration>,
) -> Outcome<(Store, Upgrade)> {
    let (store, had, missing) = look(database, readers, migrations)?;
    let mut done = Upgrade { had: had.clone(), ..Upgrade::default() };
    if missing.is_empty() {
        return Ok((store, done));
    }
    if !upgrade {
        let names: Vec<&str> = missing.iter().map(|migration| migration.name.as_str()).collect();
        return Err(Fault::whole("error-database-older").with("missing", names.join(", ")).into());
    }
    if let (Database::Sqlite(path), false) = (database, had.is_empty()) {
        done.backup = Some(copy_before(&store, path, &had)?);
    }
    for migration in missing {
        store
            .migrate(&migration, clock.now())
            .map_err(|halt| failed(&migration, halt, done.backup.as_deref()))?;
        done.applied.push(migration.name.clone());
    }
    Ok((store, done))
}

/// Says which migration failed and where the data stand as they were. Room on the disk is a matter of its own.
fn failed(migration: &Migration, halt: Halt, copy: Option<&Path>) -> Problem {
    match Problem::from(halt) {
        Problem::Full => Problem::Full,
        problem => {
            let fault = Fault::whole(if copy.is_some() { "error-upgrade-copy" } else { "error-upgrade" });
            let fault = fault.with("migration", &migration.name).with("detail", problem);
            fault.with("file", copy.unwrap_or(Path::new("")).display()).into()
        }
    }
}

/// The names of the migrations that a database has had and of those that it lacks; without a database, it lacks all.
pub fn missing_migrations(database: Option<&Database>) -> Outcome<(Vec<String>, Vec<String>)> {
    let names = |migrations: Vec<Migration>| migrations.into_iter().map(|migration| migration.name).collect();
    match database {
        None => Ok((Vec::new(), names(Migration::all(Dialect::Sqlite)))),
        Some(database) => look(database, 1, Migration::all).map(|(_, had, missing)| (had, names(missing))),
    }
}

/// The database, opened, with the migrations that it has had and those that it lacks.
fn look(
    database: &Database,
    readers: usize,
    migrations: fn(Dialect) -> Vec<Migration>,
) -> Outcome<(Store, Vec<String>, Vec<Migration>)> {
    let options = Options { database: database.clone(), readers };
    let store = Store::open(&options).map_err(|fail| match fail {
        Fail::Address(fault) => fault,
        fail => Fault::whole("error-database").with("detail", fail),
    })?;
    let had = store.migrated()?;
    let mut missing = migrations(store.dialect());
    if let Some(newer) = had.iter().find(|name| missing.iter().all(|migration| migration.name != **name)) {
        return Err(Fault::whole("error-database-newer").with("migration", newer).into());
    }
    missing.retain(|migration| !had.contains(&migration.name));
    Ok((store, had, missing))
}

/// A copy of the file beside it, named after the last migration it has had.
fn copy_before(store: &Store, path: &Path, had: &[String]) -> Outcome<PathBuf> {
    debug_assert!(store.dialect() == Dialect::Sqlite);
    let last = had.last().map_or("new", String::as_str);
    // An upgrade that was broken off has left a copy: it is kept, and another is made beside it.
    let named = |number: u32| match number {
        1 => path.with_extension(format!("before-{last}.db")),
        number => path.with_extension(format!("before-{last}-{number}.db")),
    };
    let copy = (1..).map(named).find(|copy| !copy.exists()).unwrap_or_else(|| named(1));
    store
        .copy_file(path, &copy)
        .map_err(|fail| Problem::internal(format!("copy {} first: {fail}", path.display())))?;
    Ok(copy)
}
