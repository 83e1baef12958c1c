//! `cordee doctor`: whether what Cordee stands on is sound.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use clap::Args;
use cordee_records::missing_migrations;
use serde_json::json;

use crate::arguments::Global;
use crate::config::Config;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::{Exit, Trouble};
use crate::{key, open};

/// Nothing to choose.
#[derive(Args)]
pub struct Doctor {}

impl Doctor {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let mut checks = vec![
            ("folder", private(&config.data)),
            ("key", key::read(&config).is_ok() && private(&config.journal_key_file)),
            (
                "migrations",
                missing_migrations(Some(&config.database)).is_ok_and(|(_, missing)| missing.is_empty()),
            ),
        ];
        let desk = Desk::open(global, out)?;
        let journal = desk.read(|gate| gate.verify_journal())?;
        checks.push(("journal", journal.broken_at.is_none()));
        checks.push(("files", desk.records.lost_files()? == 0));
        tell(&checks, &config, out)?;
        if checks.iter().all(|(_, sound)| *sound) { Ok(()) } else { Err(Trouble::Found(Exit::Failed)) }
    }
}

fn tell(checks: &[(&'static str, bool)], config: &Config, out: &Out) -> Result<(), Trouble> {
    if out.json {
        let checks: serde_json::Map<_, _> =
            checks.iter().map(|(name, sound)| ((*name).to_owned(), (*sound).into())).collect();
        return out.json(&json!({ "database": open::shown(&config.database), "checks": checks }));
    }
    for (name, sound) in checks {
        let mark = if *sound { "✓" } else { "✗" };
        out.line(&format!(
            "{mark} {}",
            cordee_i18n::say(out.language, &format!("command-check-{name}"), &[])
        ))?;
    }
    Ok(())
}

/// Whether only its owner can read it; what is not there lets nobody in.
fn private(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |meta| meta.permissions().mode() & 0o077 == 0)
}
