//! A file that was sent, kept on the server with what has been decided of it until it is brought in.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use axum::extract::multipart::Field;
use cordee_base::{Fault, Outcome, Problem};
use serde::{Deserialize, Serialize};

use super::super::visit::Visit;
use crate::App;

/// A file that was sent, with what has been decided of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The name under which it is kept.
    #[serde(skip)]
    pub key: String,
    /// The object that its rows are records of, by name.
    pub object: String,
    /// Its own name.
    pub name: String,
    /// The mapping that was decided; empty before that.
    pub mapping: String,
    /// The heads of its columns.
    pub header: Vec<String>,
    #[serde(skip)]
    folder: PathBuf,
}

impl Visit {
    /// The folder with the files that this person has sent; nobody else's requests lead there.
    fn files(&self) -> PathBuf {
        let me = self.actor.user_id().map_or_else(|| "engine".to_owned(), |id| id.to_string());
        self.app.options().files.join(self.actor.workspace.to_string()).join(me)
    }

    /// Keeps a file that is being sent.
    pub(super) async fn keep_file(&self, object: String, mut field: Field<'_>) -> Outcome<Kept> {
        self.app.needs_room_for_files()?;
        let name = plain(field.file_name().unwrap_or(""));
        let key = self.new_once();
        let folder = self.files().join(&key);
        let kept = Kept { key, object, name, folder, ..Kept::default() };
        fs::create_dir_all(&kept.folder).map_err(cannot)?;
        let mut file = fs::File::create(kept.path()).map_err(cannot)?;
        let mut length = 0;
        loop {
            // What breaks off or grows too large is no file to look at.
            let limit = || Fault::at("file", "error-body-large").with("limit", super::FILE_LIMIT);
            let piece = field.chunk().await.map_err(|_| Problem::TooLarge(limit()))?;
            let Some(piece) = piece else { break };
            length += piece.len();
            file.write_all(&piece).map_err(cannot)?;
        }
        if length == 0 {
            let _ = fs::remove_dir_all(&kept.folder);
            return Err(Fault::at("file", "error-file-empty").into());
        }
        kept.save()?;
        Ok(kept)
    }

    /// The file that was kept under this key.
    pub(super) fn kept_file(&self, key: &str) -> Outcome<Kept> {
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Problem::NotFound);
        }
        let folder = self.files().join(key);
        let text = fs::read_to_string(folder.join("about.json")).map_err(|_| Problem::NotFound)?;
        let kept: Kept = serde_json::from_str(&text).map_err(Problem::internal)?;
        Ok(Kept { key: key.to_owned(), folder, ..kept })
    }
}

impl Kept {
    /// Keeps what has been decided.
    pub(super) fn save(&self) -> Outcome<()> {
        let text = serde_json::to_string(self).map_err(Problem::internal)?;
        fs::write(self.folder.join("about.json"), text).map_err(cannot)
    }

    /// Where the file stands.
    pub(super) fn path(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Where its rejected rows go.
    pub(super) fn rejects(&self) -> PathBuf {
        let stem = self.name.rsplit_once('.').map_or(self.name.as_str(), |(stem, _)| stem);
        self.folder.join(format!("{stem}.rejected.csv"))
    }
}

/// Removes a file that was brought in; its rejected rows stay until the folder is swept. A file that was not sent stays
/// where it is.
pub(super) fn used_up(app: &App, file: &Path) {
    let sent = std::path::absolute(&app.options().files).is_ok_and(|folder| file.starts_with(folder));
    if sent && let Err(error) = fs::remove_file(file) {
        tracing::warn!(%error, "a file that was brought in could not be removed");
    }
}

/// The last part of a file's name, without what could lead elsewhere.
fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last.chars().filter(|letter| !letter.is_control()).take(120).collect();
    match kept.trim_matches(['.', ' ']) {
        "" | "about.json" => "file.csv".to_owned(),
        name => name.to_owned(),
    }
}

fn cannot(why: std::io::Error) -> Problem {
    match why.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Problem::Full,
        _ => Problem::internal(format!("keep a file that was sent: {why}")),
    }
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
            ("about.json", "file.csv"),
            ("a\nb.csv", "ab.csv"),
        ];
        for (given, kept) in table {
            assert_eq!(plain(given), kept, "{given:?}");
        }
    }
}
