//! `cordee copy --from … --to …`: all data from one database into another, counted and compared by hash.

use std::path::{Path, PathBuf};

use clap::Args;
use cordee_base::Fault;
use cordee_records::{Content, Database};
use serde_json::json;

use super::restore;
use crate::arguments::Global;
use crate::config::{Config, DATABASE};
use crate::output::{Out, Side};
use crate::progress::Progress;
use crate::trouble::Trouble;
use crate::{key, open};

/// From where to where.
#[derive(Args)]
pub struct Copy {
    /// The database to copy: postgres://user@host/name, sqlite://path, or a data folder
    #[arg(long, value_name = "URL|DIR")]
    from: String,
    /// The database to copy to, in which nothing is yet
    #[arg(long, value_name = "URL|DIR")]
    to: String,
    /// Where the files of the copy lie: a folder, or s3://BUCKET/PREFIX [default: as --files says]
    #[arg(long, value_name = "DIR|s3://BUCKET")]
    to_files: Option<String>,
}

impl Copy {
    /// Does it: by an archive, which is checked on its way, and goes again.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let from = place(&self.from, global)?;
        let mut to = place(&self.to, global)?;
        to.storing.files = self.to_files.or(to.storing.files);
        out.language = from.language;
        if from.database == to.database {
            return Err(Trouble::Usage(Fault::at("to", "error-copy-same")));
        }
        let records = open::existing(&from, &cordee_features::registry(), 1, out)?;
        let way = tempfile::tempdir().map_err(|why| Trouble::file(Path::new("tmp"), &why))?;
        let archive = way.path().join("copy.tar.gz");
        let progress = Progress::counting(out);
        let watched = progress.clone();
        let told = move |rows| watched.add(rows);
        let manifest = records.back_up(&archive, false, env!("CARGO_PKG_VERSION"), told)?;
        progress.end();
        if !key::is_there(&to) {
            key::keep(&to, &key::read(&from)?.hexadecimal())?;
        }
        let (_, checked) = restore::bring(&archive, &to, false, out)?;
        tell(&from, &to, &manifest.content(), checked.entries, out)
    }
}

/// The configuration for a database, or for a data folder.
fn place(named: &str, global: &Global) -> Result<Config, Trouble> {
    let folder = (!named.contains("://")).then(|| PathBuf::from(named));
    let database = match &folder {
        Some(folder) => format!("sqlite://{}", folder.join(DATABASE).display()),
        None => named.to_owned(),
    };
    let sqlite = database.starts_with("sqlite://");
    // The key of a file of SQLite stands beside it.
    let data = if sqlite { None } else { global.data.clone() };
    Config::read(&Global { database: Some(database), database_file: None, data, ..global.clone() })
}

fn tell(from: &Config, to: &Config, content: &Content, entries: i64, out: &Out) -> Result<(), Trouble> {
    let shown = |database: &Database| open::shown(database);
    let rows: u64 = content.tables.iter().map(|table| table.rows).sum();
    if out.json {
        return out.json(&json!({
            "from": shown(&from.database), "to": shown(&to.database), "rows": rows, "journal_entries": entries,
            "sha256": content.sha256, "tables": content.tables,
        }));
    }
    let word = |key: &str| cordee_i18n::say(out.language, key, &[]);
    let head = [
        (word("command-table"), Side::Left),
        (word("command-rows"), Side::Right),
        ("SHA-256".to_owned(), Side::Left),
    ];
    let filled = content.tables.iter().filter(|table| table.rows > 0);
    let lines: Vec<Vec<String>> = filled
        .map(|table| vec![table.name.clone(), table.rows.to_string(), table.sha256[..16].to_owned()])
        .collect();
    out.table(&head, &lines)?;
    let args = [
        ("count", rows.into()),
        ("to", shown(&to.database).into()),
        ("hash", content.sha256.as_str().into()),
    ];
    out.say("command-copied", &args)
}
