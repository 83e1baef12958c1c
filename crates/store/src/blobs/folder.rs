//! Bytes in a folder of the server: each key a file, put there by a rename once it is on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use super::{Blob, Blobs, is_key};

/// A folder.
pub struct Folder(PathBuf);

impl Folder {
    /// The folder at `path`, which is made when something is put into it.
    pub fn at(path: impl Into<PathBuf>) -> Folder {
        Folder(path.into())
    }

    /// The file of a key; what is no key of ours leads nowhere.
    fn path(&self, key: &str) -> io::Result<PathBuf> {
        if is_key(key) { Ok(self.0.join(key)) } else { Err(ErrorKind::InvalidInput.into()) }
    }
}

impl Blobs for Folder {
    fn put(&self, key: &str, file: &Path) -> io::Result<()> {
        let path = self.path(key)?;
        let home = path.parent().unwrap_or(&self.0);
        fs::DirBuilder::new().recursive(true).mode(0o700).create(home)?;
        File::open(file)?.sync_all()?;
        match fs::rename(file, &path) {
            // From another disk it is copied first, beside where it will stand.
            Err(why) if why.kind() == ErrorKind::CrossesDevices => copy(file, &path)?,
            done => done?,
        }
        // The name is on the disk once its folder is.
        File::open(home)?.sync_all()
    }

    fn read(&self, key: &str, from: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.path(key)?)?;
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        file.take(most as u64).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn length(&self, key: &str) -> io::Result<Option<u64>> {
        match fs::metadata(self.path(key)?) {
            Ok(about) => Ok(Some(about.len())),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        match fs::remove_file(self.path(key)?) {
            Err(why) if why.kind() != ErrorKind::NotFound => Err(why),
            _ => Ok(()),
        }
    }

    fn each(&self, folder: &str, told: &mut dyn FnMut(Blob<'_>)) -> io::Result<()> {
        walk(&self.path(folder)?, folder, told)
    }
}

fn walk(folder: &Path, key: &str, told: &mut dyn FnMut(Blob<'_>)) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(why) if why.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let key = format!("{key}/{name}");
        let about = entry.metadata()?;
        match about.is_dir() {
            true => walk(&entry.path(), &key, told)?,
            false => told(Blob { key: &key, bytes: about.len(), written: about.modified()? }),
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let beside = to.with_extension("part");
    let mut written = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    io::copy(&mut File::open(from)?, &mut written)?;
    written.sync_all()?;
    fs::rename(&beside, to)?;
    fs::remove_file(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_read_piece_by_piece_listed_and_taken_out() {
        let here = tempfile::tempdir().expect("a folder");
        let blobs = Folder::at(here.path().join("blobs"));
        let file = here.path().join("sent");
        fs::write(&file, b"0123456789").expect("written");
        blobs.put("w/ab/abc.1", &file).expect("put");
        assert!(!file.exists());
        assert_eq!(blobs.length("w/ab/abc.1").expect("asked"), Some(10));
        assert_eq!(blobs.read("w/ab/abc.1", 4, 3).expect("read"), b"456");
        assert_eq!(blobs.read("w/ab/abc.1", 8, 30).expect("read"), b"89");
        let mut keys = Vec::new();
        blobs.each("w", &mut |blob| keys.push((blob.key.to_owned(), blob.bytes))).expect("listed");
        assert_eq!(keys, [("w/ab/abc.1".to_owned(), 10)]);
        blobs.remove("w/ab/abc.1").expect("gone");
        blobs.remove("w/ab/abc.1").expect("gone already");
        assert_eq!(blobs.length("w/ab/abc.1").expect("asked"), None);
    }

    #[test]
    fn no_key_leads_out_of_the_folder() {
        let blobs = Folder::at("/tmp");
        for wrong in ["../etc/passwd", "/etc/passwd", "a//b", "", "a/../b", "a b", "é", ".hidden"] {
            assert!(blobs.length(wrong).is_err(), "{wrong:?}");
        }
    }
}
