//! `cordee restore FILE`: an archive into an empty place, on either database.

use std::path::PathBuf;

use clap::Args;
use cordee_base::{Fault, Problem};
use cordee_records::{Actor, Door, Manifest, Records, check_archive};
use serde_json::json;

use crate::arguments::Global;
use crate::config::Config;
use crate::output::Out;
use crate::progress::Progress;
use crate::trouble::Trouble;
use crate::{key, open};

/// From where.
#[derive(Args)]
pub struct Restore {
    /// The archive that cordee backup wrote
    file: PathBuf,
    /// The key of the archive's journal is lost: seal the journal anew with another; what it says can't be proven
    #[arg(long)]
    new_key: bool,
}

impl Restore {
    /// Does it: first the whole archive is checked, then all of it is written or nothing, then the journal is checked.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let manifest = check_archive(&self.file)?;
        open::make_place(&config)?;
        if let Some(text) = manifest.journal_key.as_deref().filter(|_| !key::is_there(&config)) {
            key::keep(&config, text)?;
        }
        let fitting = key::is_there(&config) && key::read(&config)?.id() == manifest.journal_key_id;
        if !fitting && !self.new_key {
            return Err(Trouble::Usage(
                Fault::whole("error-archive-key").with("id", &manifest.journal_key_id),
            ));
        }
        let records = open::or_make(&config, &cordee_features::registry(), 1, out)?;
        let progress = Progress::of(manifest.rows(), out);
        let watched = progress.clone();
        let restored = records.restore(&self.file, &manifest, !fitting, move |rows| watched.add(rows));
        progress.end();
        restored.map_err(|problem| at_place(problem, &config))?;
        let checked = verify(&records)?;
        tell(&self, &manifest, checked, out)
    }
}

/// Checks the journal of every workspace; how many entries there are.
fn verify(records: &Records) -> Result<i64, Trouble> {
    let mut checked = 0;
    for (workspace, _) in records.workspaces()? {
        let actor = Actor::system(workspace, "check what was restored").through(Door::CommandLine);
        let verdict = records.read_now(&actor, |gate| gate.verify_journal())?;
        checked += verdict.checked;
        if let Some(seq) = verdict.broken_at {
            return Err(
                Problem::internal(format!("the restored journal does not hold at entry {seq}")).into()
            );
        }
    }
    Ok(checked)
}

fn tell(restore: &Restore, manifest: &Manifest, checked: i64, out: &Out) -> Result<(), Trouble> {
    let (rows, tables) = (manifest.rows(), manifest.tables());
    let made_at = manifest.made_at().map(|moment| moment.to_string()).unwrap_or_default();
    if out.json {
        let (file, entries) = (&restore.file, checked);
        return out.json(&json!({
            "file": file, "made_at": made_at, "rows": rows, "tables": tables, "journal_entries": entries,
        }));
    }
    let file = restore.file.display().to_string();
    let args = [
        ("file", file.into()),
        ("moment", made_at.into()),
        ("count", rows.into()),
        ("tables", tables.into()),
    ];
    out.say("command-restored-archive", &args)
}

/// That there are data already is said with the place where they are.
fn at_place(problem: Problem, config: &Config) -> Trouble {
    match problem {
        Problem::Conflict(fault) if fault.key == "error-data-there" => {
            let place = open::shown(&config.database);
            Problem::Conflict(Fault::whole("error-data-there").with("place", place)).into()
        }
        other => other.into(),
    }
}
