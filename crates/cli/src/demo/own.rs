//! The demo that `serve --demo` opens: a small company in a folder of its own, beside the data and never in them.

use std::fs;
use std::path::{Path, PathBuf};

use cordee_base::Fault;
use cordee_features::demo::SMALL;
use cordee_kit::Registry;
use cordee_records::sign_in::Password;
use cordee_records::{Actor, Database, Door, Records};

use super::{Place, Wanted};
use crate::commands::{init, user};
use crate::config::{self, Config};
use crate::open;
use crate::output::Out;
use crate::trouble::Trouble;

/// The company's name.
pub const NAME: &str = "Corda";
/// The files on their way in; where they are left, the company is not whole.
const INCOMING: &str = "incoming";

/// The demo, opened, with e-mail and password of its administrator.
pub struct Demo {
    /// Its records.
    pub records: Records,
    /// The configuration with its own folder.
    pub config: Config,
    /// The administrator's e-mail.
    pub email: String,
    /// The administrator's password, another one at each start.
    pub password: String,
}

/// Opens the demo, which is invented at the first time.
pub fn open(config: &Config, registry: &Registry, readers: usize, out: &Out) -> Result<Demo, Trouble> {
    let config = own(config)?;
    let folder = config.data.join(INCOMING);
    if folder.exists() {
        start_over(&config.data, &folder)?;
    }
    // What is told of a key and of upgrades is for those who keep data.
    let quiet = Out { json: true, ..*out };
    let records = open::or_make(&config, registry, readers, &quiet)?;
    let fresh = records.workspaces()?.is_empty();
    if fresh {
        // From here on until it is whole, so that a start that is broken off is seen.
        crate::key::make_folder(&folder)?;
        records.found(&init::founding(NAME, "EUR", "UTC", config.language)?, registry.furnish)?;
    }
    let workspace = records.workspaces()?.first().map(|(id, _)| *id);
    let workspace = workspace.ok_or(cordee_base::Problem::NotFound)?;
    let actor = Actor::system(workspace, "invent a company").through(Door::CommandLine);
    let place = Place { registry, records: &records, actor: &actor, folder: &folder };
    if fresh {
        out.note("command-demo-filling", &[]);
        place.fill(Wanted { size: SMALL.0, seed: SMALL.1 }, &mut |_, _| {})?;
    }
    let password = user::random_password();
    let email = place.admit_administrator(&Password::chosen(password.as_str())?)?;
    Ok(Demo { records, config, email, password })
}

/// The configuration with the demo's own folder.
fn own(config: &Config) -> Result<Config, Trouble> {
    let name = config.data.file_name().unwrap_or_default().to_string_lossy();
    let data: PathBuf = config.data.with_file_name(format!("{name}-demo"));
    if config.database != Database::Sqlite(config.data.join(config::DATABASE)) {
        return Err(Trouble::Usage(Fault::whole("error-demo-database").with("place", data.display())));
    }
    Ok(Config {
        database: Database::Sqlite(data.join(config::DATABASE)),
        journal_key: None,
        journal_key_file: data.join(config::KEY),
        workspace: None,
        data,
        ..config.clone()
    })
}

/// Takes away a demo that was broken off while it was made.
fn start_over(data: &Path, incoming: &Path) -> Result<(), Trouble> {
    for ending in ["", "-wal", "-shm"] {
        let path = data.join(format!("{}{ending}", config::DATABASE));
        match fs::remove_file(&path) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => return Err(Trouble::file(&path, &why)),
            _ => {}
        }
    }
    fs::remove_dir_all(incoming).map_err(|why| Trouble::file(incoming, &why))
}
