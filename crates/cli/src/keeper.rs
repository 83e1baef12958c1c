//! Looks after a running server for its pages: what `cordee doctor` finds, and backups into the data folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use cordee_base::{Clock, Moment, Outcome, Problem, SystemClock};
use cordee_http::{Backup, Finding, Keeper, Standing, Tls};
use cordee_i18n::Language;
use cordee_records::{Records, check_archive};

use crate::commands::doctor::{self, Check, State};
use crate::config::Config;
use crate::files::Settled;
use crate::trouble::Trouble;
use crate::{key, last_backup, open};

/// The folder of backups in the data folder.
const FOLDER: &str = "backups";
/// How their names end.
const ENDING: &str = ".tar.gz";

/// The keeper of a server.
pub struct Caretaker {
    /// With what it was started.
    pub config: Config,
    /// Where the files of records lie.
    pub files: Settled,
    /// The certificate, if it speaks TLS itself.
    pub tls: Option<Tls>,
    /// Its records.
    pub records: Records,
}

impl Keeper for Caretaker {
    fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    fn database(&self) -> String {
        open::shown(&self.config.database)
    }

    fn look(&self, language: Language) -> Outcome<Vec<Finding>> {
        let checks = doctor::look(&self.config, &self.files, self.tls.as_ref(), &self.records);
        let found = |check: &Check| Finding {
            standing: match check.state {
                State::Sound => Standing::Sound,
                State::Warning => Standing::Warning,
                State::Fault => Standing::Fault,
            },
            said: check.said(language),
            advice: check.advice(language),
        };
        Ok(checks.map_err(inside)?.iter().map(found).collect())
    }

    fn back_up(&self) -> Outcome<()> {
        let folder = self.folder();
        key::make_folder(&folder).map_err(inside)?;
        let stamp: String =
            SystemClock.now().to_string().chars().filter(char::is_ascii_digit).take(14).collect();
        let file = folder.join(format!("cordee-{stamp}{ENDING}"));
        self.records.back_up(&file, false, env!("CARGO_PKG_VERSION"), |_| {})?;
        if let Err(problem) = check_archive(&file) {
            // A backup that does not hold is worse than none.
            let _ = fs::remove_file(&file);
            return Err(problem);
        }
        last_backup::note(&self.config, &file).map_err(inside)
    }

    fn backups(&self) -> Vec<Backup> {
        let there = fs::read_dir(self.folder()).into_iter().flatten().flatten();
        let mut found: Vec<Backup> = there.filter_map(|entry| backup(&entry.path())).collect();
        found.sort_by(|one, other| other.name.cmp(&one.name));
        found
    }
}

impl Caretaker {
    fn folder(&self) -> PathBuf {
        self.config.data.join(FOLDER)
    }
}

fn backup(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str().filter(|name| name.ends_with(ENDING))?.to_owned();
    let told = path.metadata().ok().filter(fs::Metadata::is_file)?;
    let since = told.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let at = Moment::from_micros(i64::try_from(since.as_micros()).ok()?);
    Some(Backup { name, path: path.to_owned(), at, bytes: told.len() })
}

/// What a page can tell of a trouble; the rest is for the log.
fn inside(trouble: Trouble) -> Problem {
    match trouble {
        Trouble::Problem(problem) => problem,
        other => Problem::internal(format!("{other:?}")),
    }
}
