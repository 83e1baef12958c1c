//! `cordee restore FILE`: an archive into an empty place, on either database.

use std::path::{Path, PathBuf};

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
    pub file: PathBuf,
    /// The key of the archive's journal is lost: seal the journal anew with another; what it says can't be proven
    #[arg(long)]
    pub new_key: bool,
}

impl Restore {
    /// Does it: first the whole archive is checked, then all of it is written or nothing, then the journal is checked.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let (manifest, checked) = bring(&self.file, &config, self.new_key, out)?;
        tell(&self, &manifest, &checked, out)
    }
}

/// What was found out about what was restored.
pub struct Checked {
    /// How many entries the journals have.
    pub entries: i64,
    /// The hash over all rows, where they stand as they stood in the archive.
    pub sha256: Option<String>,
}

/// Takes an archive into the place that the configuration names, which must be empty.
pub fn bring(file: &Path, config: &Config, new_key: bool, out: &Out) -> Result<(Manifest, Checked), Trouble> {
    let manifest = check_archive(file)?;
    open::make_place(config)?;
    if let Some(text) = manifest.journal_key.as_deref().filter(|_| !key::is_there(config)) {
        key::keep(config, text)?;
    }
    let fitting = key::is_there(config) && key::read(config)?.id() == manifest.journal_key_id;
    if !fitting && !new_key {
        return Err(Trouble::Usage(Fault::whole("error-archive-key").with("id", &manifest.journal_key_id)));
    }
    let records = open::or_make(config, &cordee_features::registry(), 1, out)?;
    let progress = Progress::of(manifest.rows(), out);
    let watched = progress.clone();
    let restored = records.restore(file, &manifest, !fitting, move |rows| watched.add(rows));
    progress.end();
    restored.map_err(|problem| at_place(problem, config))?;
    let sha256 = if fitting { records.compare(&manifest)? } else { None };
    Ok((manifest, Checked { entries: verify(&records)?, sha256 }))
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

fn tell(restore: &Restore, manifest: &Manifest, checked: &Checked, out: &Out) -> Result<(), Trouble> {
    let (rows, tables) = (manifest.rows(), manifest.tables());
    let made_at = manifest.made_at().map(|moment| moment.to_string()).unwrap_or_default();
    if out.json {
        let (file, entries, sha256) = (&restore.file, checked.entries, &checked.sha256);
        return out.json(&json!({
            "file": file, "made_at": made_at, "rows": rows, "tables": tables, "files": manifest.files(), "journal_entries": entries,
            "sha256": sha256,
        }));
    }
    let file = restore.file.display().to_string();
    let args = [
        ("file", file.into()),
        ("moment", made_at.into()),
        ("count", rows.into()),
        ("tables", tables.into()),
        ("files", manifest.files().into()),
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
