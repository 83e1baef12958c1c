//! `cordee backup FILE`: all data in one archive, as they stand at one moment.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use crate::arguments::Global;
use crate::config::Config;
use crate::output::Out;
use crate::progress::Progress;
use crate::trouble::Trouble;
use crate::{last_backup, open};

/// Where to.
#[derive(Args)]
pub struct Backup {
    /// The archive to write (.tar.gz); it must not be there yet
    pub file: PathBuf,
    /// Put the journal's key into the archive too: whoever has both could forge the journal
    #[arg(long)]
    pub with_key: bool,
}

impl Backup {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let records = open::existing(&config, &cordee_features::registry(), 1, out)?;
        let progress = Progress::counting(out);
        let watched = progress.clone();
        let told = move |rows| watched.add(rows);
        let manifest = records.back_up(&self.file, self.with_key, env!("CARGO_PKG_VERSION"), told)?;
        progress.end();
        last_backup::note(&config, &self.file)?;
        let (rows, tables) = (manifest.rows(), manifest.tables());
        if out.json {
            let key = &manifest.journal_key_id;
            return out.json(&json!({
                "file": self.file, "rows": rows, "tables": tables, "files": manifest.files(),
                "files_missing": manifest.missing(), "journal_key_id": key, "with_key": self.with_key,
                "sha256": manifest.content().sha256,
            }));
        }
        let file = self.file.display().to_string();
        let args = [
            ("file", file.into()),
            ("count", rows.into()),
            ("tables", tables.into()),
            ("files", manifest.files().into()),
        ];
        out.say("command-backed-up", &args)?;
        if manifest.missing() > 0 {
            out.note("command-backup-missing", &[("count", manifest.missing().into())]);
        }
        if !self.with_key {
            out.note("command-backup-key", &[("file", config.journal_key_file.display().to_string().into())]);
        }
        Ok(())
    }
}
