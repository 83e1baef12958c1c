//! Opening the database for a command: its folder, its migrations, its key, the records in it.

use std::path::Path;
use std::sync::Arc;

use cordee_base::{Fault, Id, OsChance, Problem, SystemClock};
use cordee_kit::Registry;
use cordee_records::{
    Database, Founding, JournalKey, Options, Records, Store, Upgrade, missing_migrations, open_store,
};

use crate::config::Config;
use crate::files::Settled;
use crate::output::Out;
use crate::trouble::Trouble;
use crate::{config, key};

/// Opens what is there; that nothing is there is told.
pub fn existing(config: &Config, registry: &Registry, readers: usize, out: &Out) -> Result<Records, Trouble> {
    let nothing =
        || Trouble::Usage(Fault::whole("error-data-missing").with("place", shown(&config.database)));
    let empty = match &config.database {
        Database::Sqlite(path) => !path.exists(),
        Database::Postgres(_) => missing_migrations(Some(&config.database)).map_err(as_usage)?.0.is_empty(),
    };
    if empty {
        return Err(nothing());
    }
    let opened = open(config, registry, readers, out)?;
    if opened.workspaces()?.is_empty() { Err(nothing()) } else { Ok(opened) }
}

/// Opens what is there, or makes an empty database.
pub fn or_make(config: &Config, registry: &Registry, readers: usize, out: &Out) -> Result<Records, Trouble> {
    make_place(config)?;
    open(config, registry, readers, out)
}

/// Makes the folder of the database, if it is a file.
pub fn make_place(config: &Config) -> Result<(), Trouble> {
    match &config.database {
        Database::Sqlite(path) => key::make_folder(path.parent().unwrap_or(Path::new(""))),
        Database::Postgres(_) => Ok(()),
    }
}

/// Opens the database itself and brings it up to date.
pub fn store(config: &Config, readers: usize, out: &Out) -> Result<(Store, JournalKey, Upgrade), Trouble> {
    // The key first: broken off in between, the next start finds a key and no database, and goes on.
    if !key::is_there(config) && missing_migrations(Some(&config.database)).map_err(as_usage)?.0.is_empty() {
        key::make(config, out)?;
    }
    let key = key::read(config)?;
    let (store, upgrade) = open_store(&config.database, readers, &SystemClock, true).map_err(as_usage)?;
    Ok((store, key, upgrade))
}

fn open(config: &Config, registry: &Registry, readers: usize, out: &Out) -> Result<Records, Trouble> {
    let (store, key, upgrade) = store(config, readers, out)?;
    tell(&upgrade, out);
    let records = Records::open(Options {
        store,
        catalog: registry.catalog.clone(),
        hooks: registry.hooks.clone(),
        key,
        clock: Arc::new(SystemClock),
        ids: Box::new(OsChance),
        secrets: Box::new(OsChance),
    });
    let records = match config.breached()? {
        Some(breached) => records.refusing(breached),
        None => records,
    };
    Ok(records.keeping(Settled::of(config)?.open()?))
}

/// Founds a workspace with all that a new one has.
pub fn found(records: &Records, registry: &Registry, founding: &Founding, out: &Out) -> Result<Id, Trouble> {
    let id = records.found(founding, registry.furnish)?;
    let args = [
        ("name", founding.name.as_str().into()),
        ("currency", founding.currency.code().into()),
        ("zone", founding.zone.as_str().into()),
    ];
    out.note("command-founded", &args);
    Ok(id)
}

/// A database that can't be opened is a matter of configuration.
pub fn as_usage(problem: Problem) -> Trouble {
    match problem {
        Problem::Invalid(mut faults) if faults.len() == 1 => Trouble::Usage(faults.remove(0)),
        other => Trouble::Problem(other),
    }
}

/// Where the data are, as it may be shown.
pub fn shown(database: &Database) -> String {
    match database {
        Database::Sqlite(path) => path.display().to_string(),
        Database::Postgres(url) => config::masked(url),
    }
}

/// What was done to the database when it was opened.
pub fn tell(upgrade: &Upgrade, out: &Out) {
    if upgrade.applied.is_empty() || upgrade.had.is_empty() {
        return;
    }
    if let Some(copy) = &upgrade.backup {
        out.note("command-copied-first", &[("file", copy.display().to_string().into())]);
    }
    out.note("command-upgraded", &[("steps", upgrade.applied.join(", ").into())]);
}
