//! The configuration: options and environment first, then `cordee.toml`, then what is usual.

use std::path::{Path, PathBuf};

use cordee_base::Fault;
use cordee_i18n::Language;
use cordee_records::Database;
use cordee_records::sign_in::Breached;
use serde::Deserialize;

use crate::arguments::Global;
use crate::files::Storing;
use crate::trouble::Trouble;

/// The configuration file's name in the data folder.
pub const FILE: &str = "cordee.toml";
/// The database's name in the data folder.
pub const DATABASE: &str = "cordee.db";
/// The journal key's name in the data folder.
pub const KEY: &str = "journal.key";
/// The data folder, if nothing else is said.
const DATA: &str = "cordee-data";

/// What the configuration file may say; a key that is none of these is an error.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    database: Option<String>,
    database_file: Option<PathBuf>,
    journal_key_file: Option<PathBuf>,
    workspace: Option<String>,
    language: Option<String>,
    breached_passwords: Option<PathBuf>,
    /// The address to listen on.
    pub listen: Option<String>,
    /// The address by which people reach the server.
    pub base_url: Option<String>,
    /// The certificate.
    pub tls_cert: Option<PathBuf>,
    /// Its key.
    pub tls_key: Option<PathBuf>,
    /// Whether plain HTTP may leave the machine.
    pub allow_plain_http: Option<bool>,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Networks of one's own to which messages may be sent.
    pub outbound_allow: Vec<String>,
    /// Certificates that are believed beside those of the web.
    pub outbound_ca: Option<PathBuf>,
    /// The address of metrics.
    pub metrics_listen: Option<String>,
    /// How many requests one token or browser may make in ten seconds.
    pub rate_limit: Option<u32>,
    /// How many reads or writes may wait before requests are turned away.
    pub max_waiting: Option<usize>,
    /// Below how many megabytes of free disk no files are taken any more.
    pub disk_floor: Option<u64>,
    /// After how many seconds a read is ended.
    pub read_timeout: Option<u64>,
    /// Whether people and programs may only look.
    pub read_only: Option<bool>,
    /// Whether other servers work off the queue.
    pub no_jobs: Option<bool>,
    /// Where the files of records lie: a folder, or a bucket.
    pub files: Option<String>,
    /// The address of the store that has the bucket.
    pub s3_endpoint: Option<String>,
    /// Its region.
    pub s3_region: Option<String>,
    /// The name of the key to it.
    pub s3_key: Option<String>,
    /// The file with that key.
    pub s3_secret_file: Option<PathBuf>,
    /// Whether the bucket stands in the host of addresses.
    pub s3_host_style: Option<bool>,
    /// Certificates that are believed there beside those of the web.
    pub s3_ca: Option<PathBuf>,
    /// How many megabytes one file may have.
    pub file_limit_mb: Option<u64>,
    /// How many megabytes all files of one person may have.
    pub person_files_mb: Option<u64>,
    /// How many megabytes all files of a workspace may have.
    pub workspace_files_mb: Option<u64>,
    /// The form of logs.
    pub log: Option<String>,
    /// How much is logged.
    pub log_level: Option<String>,
}

/// The configuration as it holds for a command.
#[derive(Clone, Debug)]
pub struct Config {
    /// The data folder.
    pub data: PathBuf,
    /// The database.
    pub database: Database,
    /// The file from which its URL was read, if an option named one.
    pub database_file: Option<PathBuf>,
    /// The journal's key, if it was given itself.
    pub journal_key: Option<String>,
    /// The file with the journal's key.
    pub journal_key_file: PathBuf,
    /// The workspace, if one was named.
    pub workspace: Option<String>,
    /// The language of answers.
    pub language: Language,
    /// Where the digests of breached passwords lie, if anywhere.
    pub breached_passwords: Option<PathBuf>,
    /// The configuration file, if there is one.
    pub file_path: Option<PathBuf>,
    /// What it says.
    pub file: File,
    /// Where files are kept, as the options say.
    pub storing: Storing,
}

impl Config {
    /// The configuration that follows from the options of all commands.
    pub fn read(global: &Global) -> Result<Config, Trouble> {
        let data = global.data.clone().or_else(|| beside_database(global)).unwrap_or_else(|| DATA.into());
        let (file_path, file) = read_file(global.config.as_deref(), &data)?;
        let home = file_path.as_deref().and_then(Path::parent).unwrap_or(Path::new("")).to_owned();
        let url = match (&global.database, &global.database_file) {
            (Some(url), _) => Some(url.clone()),
            (None, Some(path)) => Some(secret(path)?),
            // A folder that was named goes before a database that its file does not name.
            (None, None) => match (&file.database, &file.database_file) {
                (Some(url), _) => Some(url.clone()),
                (None, Some(path)) => Some(secret(&home.join(path))?),
                (None, None) => None,
            },
        };
        let database = match url {
            None => Database::Sqlite(data.join(DATABASE)),
            Some(url) => url.parse().map_err(|_| {
                Trouble::Usage(Fault::at("database", "error-database-url").with("value", masked(&url)))
            })?,
        };
        let key_file =
            global.journal_key_file.clone().or(file.journal_key_file.as_ref().map(|p| home.join(p)));
        let language = global.language.as_ref().or(file.language.as_ref());
        Ok(Config {
            database,
            database_file: global.database_file.clone(),
            journal_key: global.journal_key.clone(),
            journal_key_file: key_file.unwrap_or_else(|| data.join(KEY)),
            workspace: global.workspace.clone().or(file.workspace.clone()),
            language: match language {
                None => Language::default(),
                Some(code) => Language::from_code(code).ok_or_else(|| {
                    Trouble::Usage(Fault::at("language", "error-language").with("value", code))
                })?,
            },
            breached_passwords: global
                .breached_passwords
                .clone()
                .or(file.breached_passwords.as_ref().map(|path| home.join(path))),
            file_path,
            file,
            storing: global.storing.clone(),
            data,
        })
    }

    /// The digests of breached passwords; what holds none is told.
    pub fn breached(&self) -> Result<Option<Breached>, Trouble> {
        let at = |path: &PathBuf| {
            Breached::at(path).map_err(|why| {
                let fault = Fault::at("breached-passwords", "error-breached-passwords");
                Trouble::Usage(fault.with("file", path.display()).with("detail", why))
            })
        };
        self.breached_passwords.as_ref().map(at).transpose()
    }

    /// The files from which secrets are read; the configuration file too, if a secret may stand in it.
    pub fn secret_files(&self) -> Vec<PathBuf> {
        let file = &self.file;
        let mut named: Vec<PathBuf> = [&file.database_file, &file.s3_secret_file]
            .into_iter()
            .flatten()
            .map(|path| self.beside_file(path))
            .collect();
        named.extend(self.storing.entry.s3_secret_file.clone());
        named.extend(self.database_file.clone());
        if file.database.is_some() {
            named.extend(self.file_path.clone());
        }
        named
    }

    /// A path of the configuration file, which is meant from the file's folder.
    pub fn beside_file(&self, path: &Path) -> PathBuf {
        self.file_path.as_deref().and_then(Path::parent).unwrap_or(Path::new("")).join(path)
    }
}

/// The folder of a database that was named as a file.
fn beside_database(global: &Global) -> Option<PathBuf> {
    let path = global.database.as_deref()?.strip_prefix("sqlite://")?;
    let folder = Path::new(path).parent()?;
    Some(if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() })
}

fn read_file(named: Option<&Path>, data: &Path) -> Result<(Option<PathBuf>, File), Trouble> {
    let path = named.map_or_else(|| data.join(FILE), Path::to_owned);
    if named.is_none() && !path.exists() {
        return Ok((None, File::default()));
    }
    let text = std::fs::read_to_string(&path).map_err(|why| Trouble::file(&path, &why))?;
    let file = toml::from_str(&text).map_err(|wrong: toml::de::Error| {
        let line = wrong.span().map_or(1, |span| text[..span.start.min(text.len())].lines().count().max(1));
        let fault = Fault::whole("error-config").with("file", path.display()).with("line", line);
        Trouble::Usage(fault.with("detail", wrong.message()))
    })?;
    Ok((Some(path), file))
}

/// A secret that stands in a file of its own, without the line end behind it.
pub fn secret(path: &Path) -> Result<String, Trouble> {
    let text = std::fs::read_to_string(path).map_err(|why| Trouble::file(path, &why))?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// A database's URL without its password.
pub fn masked(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let rest = match rest.rsplit_once('@') {
        Some((login, host)) => match login.split_once(':') {
            Some((user, _)) => format!("{user}:…@{host}"),
            None => rest.to_owned(),
        },
        None => rest.to_owned(),
    };
    let hide = |pair: &str| match pair.split_once('=') {
        Some((name, _)) if name.contains("password") => format!("{name}=…"),
        _ => pair.to_owned(),
    };
    let query = query.map(|query| query.split('&').map(hide).collect::<Vec<_>>().join("&"));
    format!("{scheme}://{rest}{}", query.map(|query| format!("?{query}")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_is_shown_without_its_password() {
        let table = [
            ("postgres://ann:s3cret@db/crm", "postgres://ann:…@db/crm"),
            ("postgres://ann:a@b:c@db/crm?sslmode=require", "postgres://ann:…@db/crm?sslmode=require"),
            ("postgres://ann@db/crm?password=s3cret", "postgres://ann@db/crm?password=…"),
            ("sqlite:///var/lib/cordee.db", "sqlite:///var/lib/cordee.db"),
        ];
        for (url, shown) in table {
            assert_eq!(masked(url), shown);
        }
    }
}
