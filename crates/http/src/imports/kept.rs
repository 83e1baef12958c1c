//! Files that were sent, kept on the server with what has been decided of them until they are brought in.

use std::fs;
use std::path::{Path, PathBuf};

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::Actor;
use serde::{Deserialize, Serialize};

use crate::App;

/// What was sent at once, with what has been decided of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The name under which it is kept.
    #[serde(skip)]
    pub key: String,
    /// The files.
    pub files: Vec<KeptFile>,
    /// The imports that were begun from them, in their order.
    #[serde(default)]
    pub begun: Vec<String>,
    #[serde(skip)]
    folder: PathBuf,
}

/// A file that was sent.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct KeptFile {
    /// Its number among those it was sent with.
    pub number: usize,
    /// Its own name.
    pub name: String,
    /// The object that its rows are records of, by name; empty while nobody knows.
    pub object: String,
    /// The mapping that was proposed or decided; empty while the object is not known.
    pub mapping: String,
    /// The heads of its columns.
    pub header: Vec<String>,
}

impl KeptFile {
    /// That nobody knows what it holds.
    pub(crate) fn unknown(&self) -> Fault {
        Fault::at(&self.name, "error-import-object").with("file", &self.name)
    }
}

impl Kept {
    /// Makes room for what is about to be sent by this person; nobody else's requests lead there.
    pub(super) fn new(app: &App, actor: &Actor) -> Outcome<Kept> {
        app.needs_room_for_files()?;
        let bytes: [u8; 12] = app.records().secret();
        let key: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let folder = folder_of(app, actor).join(&key);
        fs::create_dir_all(&folder).map_err(cannot)?;
        Ok(Kept { key, folder, ..Kept::default() })
    }

    /// What this person has sent under this key.
    pub(crate) fn at(app: &App, actor: &Actor, key: &str) -> Outcome<Kept> {
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Problem::NotFound);
        }
        let folder = folder_of(app, actor).join(key);
        let text = fs::read_to_string(folder.join(ABOUT)).map_err(|_| Problem::NotFound)?;
        let kept: Kept = serde_json::from_str(&text).map_err(Problem::internal)?;
        Ok(Kept { key: key.to_owned(), folder, ..kept })
    }

    /// Keeps what has been decided.
    pub(crate) fn save(&self) -> Outcome<()> {
        let text = serde_json::to_string(self).map_err(Problem::internal)?;
        // A reader finds what was before or what is now, never a part of it.
        let beside = self.folder.join("about.new");
        fs::write(&beside, text).and_then(|()| fs::rename(&beside, self.folder.join(ABOUT))).map_err(cannot)
    }

    /// Lets all of it go.
    pub(crate) fn discard(&self) -> Outcome<()> {
        fs::remove_dir_all(&self.folder).map_err(cannot)
    }

    /// The file with this number.
    pub(crate) fn file(&self, number: usize) -> Outcome<&KeptFile> {
        self.files.iter().find(|file| file.number == number).ok_or(Problem::NotFound)
    }

    /// The same, to decide something of it.
    pub(crate) fn file_mut(&mut self, number: usize) -> Outcome<&mut KeptFile> {
        self.files.iter_mut().find(|file| file.number == number).ok_or(Problem::NotFound)
    }

    /// Takes a file out of the run; the last one stays.
    pub(crate) fn leave_out(&mut self, number: usize) -> Outcome<()> {
        self.file(number)?;
        if self.files.len() == 1 {
            return Err(Fault::at("file", "error-required").into());
        }
        self.files.retain(|file| file.number != number);
        let _ = fs::remove_dir_all(self.folder.join(number.to_string()));
        self.save()
    }

    /// Another file in it, which is about to come: where it is to be written.
    pub(super) fn add(&mut self, name: &str) -> Outcome<PathBuf> {
        let file = KeptFile { number: self.files.len(), name: plain(name), ..KeptFile::default() };
        fs::create_dir_all(self.folder.join(file.number.to_string())).map_err(cannot)?;
        let path = self.path(&file);
        self.files.push(file);
        Ok(path)
    }

    /// Where a file stands.
    pub(crate) fn path(&self, file: &KeptFile) -> PathBuf {
        self.folder.join(file.number.to_string()).join(&file.name)
    }

    /// The file that stands there.
    pub(super) fn standing_at(&self, path: &Path) -> Option<&KeptFile> {
        self.files.iter().find(|file| self.path(file) == path)
    }

    /// Claims it for the one import or run that is made of it; refused where somebody has.
    pub(super) fn claim(&self) -> Outcome<()> {
        match fs::File::create_new(self.folder.join(CLAIMED)) {
            Ok(_) => Ok(()),
            Err(why) if why.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(Problem::Conflict(Fault::whole("error-import-begun")))
            }
            Err(why) => Err(cannot(why)),
        }
    }

    /// Gives the claim back, since nothing came of it.
    pub(crate) fn give_back(&self) {
        let _ = fs::remove_file(self.folder.join(CLAIMED));
    }

    /// Keeps which imports were begun.
    pub(super) fn keep_begun(mut self, imports: &[Id]) -> Outcome<()> {
        self.begun = imports.iter().map(Id::to_string).collect();
        self.save()
    }
}

/// Where the rejected rows of a file go.
pub(crate) fn rejected(file: &Path, again: bool) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}.rejected{}.csv", if again { ".links" } else { "" }))
}

/// Removes a file that was brought in; its rejected rows stay until the folder is swept. A file that was not sent stays
/// where it is.
pub(super) fn used_up(app: &App, file: &Path) {
    let sent = std::path::absolute(&app.options().files).is_ok_and(|folder| file.starts_with(folder));
    if sent
        && file.exists()
        && let Err(error) = fs::remove_file(file)
    {
        tracing::warn!(%error, "a file that was brought in could not be removed");
    }
}

pub(super) fn cannot(why: std::io::Error) -> Problem {
    match why.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Problem::Full,
        _ => Problem::internal(format!("keep a file that was sent: {why}")),
    }
}

/// What has been decided.
const ABOUT: &str = "about.json";
/// Stands there once an import has been begun.
const CLAIMED: &str = "begun";

/// The folder with what this person has sent.
fn folder_of(app: &App, actor: &Actor) -> PathBuf {
    let me = actor.user_id().map_or_else(|| "engine".to_owned(), |id| id.to_string());
    app.options().files.join(actor.workspace.to_string()).join(me)
}

/// The last part of a file's name, without what could lead elsewhere.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last.chars().filter(|letter| !letter.is_control()).take(120).collect();
    // A file system counts bytes.
    let mut kept = kept.trim_matches(['.', ' ']).to_owned();
    while kept.len() > 200 {
        kept.pop();
    }
    if kept.is_empty() { "file.csv".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        let table = [
            ("sales.csv", "sales.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\files\\заказы 2026.csv", "заказы 2026.csv"),
            ("..", "file.csv"),
            ("a\nb.csv", "ab.csv"),
        ];
        for (given, kept) in table {
            assert_eq!(plain(given), kept, "{given:?}");
        }
        assert!(plain(&"漢".repeat(120)).len() <= 200);
    }
}
