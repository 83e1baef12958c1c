//! `cordee config check`: the configuration as it holds, secrets masked.

use clap::Subcommand;
use cordee_base::Fault;
use serde_json::{Map, Value as Json};

use super::serve::Listening;
use crate::arguments::{Global, environment};
use crate::config::Config as Read;
use crate::files::Settled;
use crate::output::{Out, Side};
use crate::trouble::Trouble;
use crate::{key, open};

/// What to do with the configuration.
#[derive(Subcommand)]
pub enum Config {
    /// Show every setting as it holds, and refuse what is wrong or unknown
    Check {
        #[command(flatten)]
        listening: Listening,
    },
}

impl Config {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let Config::Check { listening } = self;
        let config = Read::read(global)?;
        out.language = config.language;
        unknown_variables()?;
        config.breached()?;
        let mut rows = settings(&config);
        let files = Settled::of(&config)?;
        rows.extend(files.rows());
        rows.extend(listening.settled(&config)?.rows());
        // A folder is made when it is needed; a bucket has to be there, and to let one in.
        if files.is_bucket() {
            files.probe()?;
        }
        if out.json {
            let object: Map<String, Json> =
                rows.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
            return out.json(&Json::Object(object));
        }
        let say = |word| (cordee_i18n::say(out.language, word, &[]), Side::Left);
        let head = [say("command-setting"), say("command-value")];
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|(name, value)| vec![name.to_owned(), value.unwrap_or("–".to_owned())])
            .collect();
        out.table(&head, &rows)
    }
}

fn settings(config: &Read) -> Vec<(&'static str, Option<String>)> {
    let path = |path: &std::path::Path| Some(path.display().to_string());
    let key = match (&config.journal_key, key::is_there(config)) {
        (Some(_), _) => Some("…".to_owned()),
        (None, true) => key::read(config).ok().map(|_| "…".to_owned()),
        (None, false) => None,
    };
    vec![
        ("config", config.file_path.as_deref().and_then(path)),
        ("data", path(&config.data)),
        ("database", Some(open::shown(&config.database))),
        ("journal_key", key),
        ("journal_key_file", path(&config.journal_key_file)),
        ("workspace", config.workspace.clone()),
        ("breached_passwords", config.breached_passwords.as_deref().and_then(path)),
        ("language", Some(config.language.code().to_owned())),
    ]
}

/// A variable of the environment that looks like ours and is none is a slip of the pen.
fn unknown_variables() -> Result<(), Trouble> {
    let known = environment();
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut ours = names.filter(|name| name.starts_with("CORDEE_"));
    match ours.find(|name| !known.contains(name)) {
        None => Ok(()),
        Some(name) => Err(Trouble::Usage(
            Fault::whole("error-parameter").with("name", name).with("options", known.join(", ")),
        )),
    }
}
