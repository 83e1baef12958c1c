//! Opening a database with the migrations it needs, and founding a workspace in it.

use std::path::{Path, PathBuf};

use cordee_base::{Clock, Currency, Fault, Id, Outcome, Problem, Zone};
use cordee_schema::{Cell, ColumnType, Draft, Value};
use cordee_store::{Database, Dialect, Insert, Migration, Options, Select, Store};

use crate::system::workspace;
use crate::{Actor, Gate, Ready, Records};

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
    let (store, had, missing) = look(database, readers)?;
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
        store.migrate(&migration, clock.now())?;
        done.applied.push(migration.name.clone());
    }
    Ok((store, done))
}

/// The names of the migrations that a database has had and of those that it lacks; without a database, it lacks all.
pub fn missing_migrations(database: Option<&Database>) -> Outcome<(Vec<String>, Vec<String>)> {
    let names = |migrations: Vec<Migration>| migrations.into_iter().map(|migration| migration.name).collect();
    match database {
        None => Ok((Vec::new(), names(Migration::all(Dialect::Sqlite)))),
        Some(database) => look(database, 1).map(|(_, had, missing)| (had, names(missing))),
    }
}

/// The database, opened, with the migrations that it has had and those that it lacks.
fn look(database: &Database, readers: usize) -> Outcome<(Store, Vec<String>, Vec<Migration>)> {
    let options = Options { database: database.clone(), readers };
    let store = Store::open(&options).map_err(|fail| Fault::whole("error-database").with("detail", fail))?;
    let had = store.migrated()?;
    let mut missing = Migration::all(store.dialect());
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

/// What a new workspace is to be.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The company's name.
    pub name: String,
    /// The currency in which sums are made.
    pub currency: Currency,
    /// The time zone in which the company's days begin.
    pub zone: String,
    /// The language of defaults.
    pub language: String,
}

impl Records {
    /// The migrations of this version that the database has not had; asking shows too that it answers.
    pub fn missing_migrations(&self) -> Outcome<Vec<String>> {
        let had = self.store.migrated()?;
        let all = Migration::all(self.store.dialect());
        Ok(all.into_iter().map(|one| one.name).filter(|name| !had.contains(name)).collect())
    }

    /// The workspaces of the database, with their names.
    pub fn workspaces(&self) -> Outcome<Vec<(Id, String)>> {
        let rows = self.store.read_now(|session| {
            let select =
                Select::from("workspace", "w").column("id", ColumnType::Int).column("name", ColumnType::Text);
            Ok(session.rows(&select.order(cordee_store::Expr::column("w", "id"), false))?)
        })?;
        let named = |row: &Vec<Cell>| Some((row[0].as_id()?, row[1].as_text()?.to_owned()));
        Ok(rows.iter().filter_map(named).collect())
    }

    /// Founds a workspace; `furnish` fills it with what every new one has, in the same transaction.
    pub fn found(&self, founding: &Founding, furnish: fn(&mut Gate<'_>) -> Outcome<()>) -> Outcome<Id> {
        Zone::named(&founding.zone)
            .map_err(|_| Fault::at("time_zone", "error-zone").with("value", &founding.zone))?;
        let id = self.house.ids.next(self.now());
        let founding = founding.clone();
        self.write_now(&Actor::system(id, "found a workspace"), move |gate| {
            let draft = Draft::new(&workspace::WORKSPACE)
                .with(workspace::NAME, founding.name.clone())
                .with(workspace::CURRENCY, founding.currency.code().to_owned())
                .with(workspace::TIME_ZONE, founding.zone.clone())
                .with(workspace::LANGUAGE, founding.language.clone());
            gate.found(id, &founding, draft)?;
            furnish(gate)
        })?;
        Ok(id)
    }
}

impl Gate<'_> {
    fn found(&mut self, id: Id, founding: &Founding, mut draft: Draft) -> Outcome<()> {
        draft.set("fiscal_year_start", Value::Number(1.into()));
        self.reading.currency = founding.currency;
        let (object, created_at) = (draft.object, self.now);
        let workspace = Ready { id, created_at, since: created_at, past: Vec::new(), draft };
        self.insert(object, &[workspace])?;
        let first = Insert::row(
            crate::access::EPOCH_TABLE,
            vec![("workspace_id", id.into()), ("epoch", Cell::Int(1))],
        );
        self.session.insert(&first).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}
