//! `cordee migrate …`: which migrations the database has had, and running those that it lacks.

use clap::Subcommand;
use cordee_records::{Database, Upgrade, missing_migrations};
use serde_json::json;

use crate::arguments::Global;
use crate::config::Config;
use crate::open;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to do about migrations.
#[derive(Subcommand)]
pub enum Migrate {
    /// Show which migrations were run and which are missing
    Status,
    /// Run what is missing; a file of SQLite is copied first
    Up,
}

impl Migrate {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        match self {
            Migrate::Status => status(&config, out),
            Migrate::Up => up(&config, out),
        }
    }
}

fn status(config: &Config, out: &Out) -> Result<(), Trouble> {
    let new = matches!(&config.database, Database::Sqlite(path) if !path.exists());
    let (had, missing) = missing_migrations((!new).then_some(&config.database)).map_err(open::as_usage)?;
    if out.json {
        return out.json(&json!({ "applied": had, "missing": missing }));
    }
    had.iter().try_for_each(|name| out.say("command-migration-had", &[("name", name.into())]))?;
    missing.iter().try_for_each(|name| out.say("command-migration-missing", &[("name", name.into())]))?;
    if missing.is_empty() { out.say("command-up-to-date", &[]) } else { Ok(()) }
}

fn up(config: &Config, out: &Out) -> Result<(), Trouble> {
    open::make_place(config)?;
    let (_, _, upgrade) = open::store(config, 1, out)?;
    if out.json {
        let copy = upgrade.backup.as_ref().map(|path| path.display().to_string());
        return out.json(&json!({ "applied": upgrade.applied, "copy": copy }));
    }
    let Upgrade { applied, backup, .. } = &upgrade;
    if let Some(copy) = backup {
        out.say("command-copied-first", &[("file", copy.display().to_string().into())])?;
    }
    match applied.as_slice() {
        [] => out.say("command-up-to-date", &[]),
        steps => out.say("command-upgraded", &[("steps", steps.join(", ").into())]),
    }
}
