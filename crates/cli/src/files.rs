//! Where files about records are kept, and how many: a folder of this machine.

use std::path::PathBuf;

use clap::Args;
use cordee_records::{FileLimits, Files, MEGABYTE};

use crate::config::Config;
use crate::trouble::Trouble;

/// Where files are kept, and how many.
#[derive(Args, Clone, Debug, Default)]
pub struct Storing {
    /// The folder with the files of records [default: files in the data folder]
    #[arg(long, global = true, env = "CORDEE_FILES", value_name = "DIR")]
    pub files: Option<String>,
    /// How many megabytes one file may have [default: 100]
    #[arg(long, global = true, env = "CORDEE_FILE_LIMIT_MB", value_name = "NUMBER", hide = true)]
    pub file_limit_mb: Option<u64>,
    /// How many megabytes all files of one person may have; 0 for any number [default: 10000]
    #[arg(long, global = true, env = "CORDEE_PERSON_FILES_MB", value_name = "NUMBER", hide = true)]
    pub person_files_mb: Option<u64>,
    /// How many megabytes all files of a workspace may have; 0 for any number [default: 0]
    #[arg(long, global = true, env = "CORDEE_WORKSPACE_FILES_MB", value_name = "NUMBER", hide = true)]
    pub workspace_files_mb: Option<u64>,
}

/// The same, with what the configuration file says and what is usual.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The folder.
    pub place: PathBuf,
    /// How many.
    pub limits: FileLimits,
}

impl Settled {
    /// What holds for a command.
    pub fn of(config: &Config) -> Settled {
        let (given, file, usual) = (&config.storing, &config.file, FileLimits::default());
        let place = match (&given.files, &file.files) {
            (Some(place), _) => PathBuf::from(place),
            (None, Some(place)) => config.beside_file(place.as_ref()),
            (None, None) => config.data.join("files"),
        };
        let bytes = |given: Option<u64>, file: Option<u64>| given.or(file).map(|number| number * MEGABYTE);
        let limited = |bytes: Option<u64>, usual| bytes.map_or(usual, |bytes| (bytes > 0).then_some(bytes));
        let limits = FileLimits {
            one: bytes(given.file_limit_mb, file.file_limit_mb).unwrap_or(usual.one),
            person: limited(bytes(given.person_files_mb, file.person_files_mb), usual.person),
            workspace: limited(bytes(given.workspace_files_mb, file.workspace_files_mb), usual.workspace),
        };
        Settled { place, limits }
    }

    /// The files themselves.
    pub fn open(&self) -> Result<Files, Trouble> {
        Ok(Files::in_folder(&self.place, self.limits))
    }

    /// Each setting with its value.
    pub fn rows(&self) -> Vec<(&'static str, Option<String>)> {
        let megabytes = |bytes: u64| Some((bytes / MEGABYTE).to_string());
        vec![
            ("files", Some(self.place.display().to_string())),
            ("file_limit_mb", megabytes(self.limits.one)),
            ("person_files_mb", megabytes(self.limits.person.unwrap_or(0))),
            ("workspace_files_mb", megabytes(self.limits.workspace.unwrap_or(0))),
        ]
    }
}
