//! Where files about records are kept, and how many: a folder of this machine, or a bucket.

use std::path::{Path, PathBuf};

use clap::Args;
use cordee_base::Fault;
use cordee_records::{BucketOptions, FileLimits, Files, MEGABYTE};

use crate::bucket::{self, Entry};
use crate::config::Config;
use crate::trouble::Trouble;

/// Where files are kept, and how many.
#[derive(Args, Clone, Debug, Default)]
pub struct Storing {
    /// Where the files of records lie: a folder, or s3://BUCKET/PREFIX [default: files in the data folder]
    #[arg(long, global = true, env = "CORDEE_FILES", value_name = "DIR|s3://BUCKET")]
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
    /// How one is let into a bucket.
    #[command(flatten)]
    pub entry: Entry,
}

/// The same, with what the configuration file says and what is usual.
#[derive(Clone, Debug)]
pub struct Settled {
    place: Place,
    /// The folder in which files lie while they are on their way in.
    folder: PathBuf,
    limits: FileLimits,
}

#[derive(Clone, Debug)]
enum Place {
    Folder,
    Bucket(Box<BucketOptions>),
}

impl Settled {
    /// What holds for a command.
    pub fn of(config: &Config) -> Result<Settled, Trouble> {
        let (given, file, usual) = (&config.storing, &config.file, FileLimits::default());
        let named = given.files.as_ref().or(file.files.as_ref());
        let beside = |place: &String| match given.files {
            Some(_) => PathBuf::from(place),
            None => config.beside_file(place.as_ref()),
        };
        let usual_folder = || config.data.join("files");
        let (place, folder) = match named.map(|place| (place, place.strip_prefix("s3://"))) {
            None => (Place::Folder, usual_folder()),
            Some((place, None)) => (Place::Folder, beside(place)),
            Some((_, Some(bucket))) => {
                (Place::Bucket(Box::new(bucket::settled(bucket, config)?)), usual_folder())
            }
        };
        let bytes = |given: Option<u64>, file: Option<u64>| given.or(file).map(|number| number * MEGABYTE);
        let limited = |bytes: Option<u64>, usual| bytes.map_or(usual, |bytes| (bytes > 0).then_some(bytes));
        let limits = FileLimits {
            one: bytes(given.file_limit_mb, file.file_limit_mb).unwrap_or(usual.one),
            person: limited(bytes(given.person_files_mb, file.person_files_mb), usual.person),
            workspace: limited(bytes(given.workspace_files_mb, file.workspace_files_mb), usual.workspace),
        };
        Ok(Settled { place, folder, limits })
    }

    /// The files themselves; a bucket is asked for nothing yet.
    pub fn open(&self) -> Result<Files, Trouble> {
        match &self.place {
            Place::Folder => Ok(Files::in_folder(&self.folder, self.limits)),
            Place::Bucket(bucket) => {
                Files::in_bucket(bucket, &self.folder, self.limits).map_err(|why| self.unusable(&why))
            }
        }
    }

    /// Puts a few bytes there, reads them and takes them out again.
    pub fn probe(&self) -> Result<(), Trouble> {
        self.open()?.probe(&mut cordee_base::OsChance).map_err(|why| self.unusable(&why))
    }

    /// The folder of this machine: of all files, or of those on their way into a bucket.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether they lie in a bucket.
    pub fn is_bucket(&self) -> bool {
        matches!(self.place, Place::Bucket(_))
    }

    /// Where they lie.
    pub fn shown(&self) -> String {
        match &self.place {
            Place::Folder => self.folder.display().to_string(),
            Place::Bucket(bucket) if bucket.prefix.is_empty() => format!("s3://{}", bucket.bucket),
            Place::Bucket(bucket) => format!("s3://{}/{}", bucket.bucket, bucket.prefix),
        }
    }

    /// Each setting with its value.
    pub fn rows(&self) -> Vec<(&'static str, Option<String>)> {
        let megabytes = |bytes: u64| Some((bytes / MEGABYTE).to_string());
        let mut rows = vec![
            ("files", Some(self.shown())),
            ("file_limit_mb", megabytes(self.limits.one)),
            ("person_files_mb", megabytes(self.limits.person.unwrap_or(0))),
            ("workspace_files_mb", megabytes(self.limits.workspace.unwrap_or(0))),
        ];
        if let Place::Bucket(bucket) = &self.place {
            rows.extend(bucket::rows(bucket));
        }
        rows
    }

    fn unusable(&self, why: &std::io::Error) -> Trouble {
        Trouble::Usage(
            Fault::at("files", "error-files-place").with("place", self.shown()).with("detail", why),
        )
    }
}
