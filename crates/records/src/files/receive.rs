//! A file on its way in: written to the disk piece by piece, measured, hashed and looked at. What breaks off or is
//! refused leaves nothing behind.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use cordee_base::{Fault, Outcome};
use sha2::{Digest, Sha256};

use super::{Room, name, picture, sniff, trouble};
use crate::Records;

/// A file of which there is more to come.
pub struct Receiving {
    file: File,
    place: Place,
    digest: Sha256,
    head: Vec<u8>,
    name: String,
    bytes: u64,
    room: Room,
}

/// A file that has come in whole, and waits to be kept.
pub struct Received {
    pub(super) place: Place,
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) bytes: u64,
    pub(super) digest: String,
    pub(super) pixels: Option<(u32, u32)>,
}

/// Where a file lies while it is on its way; it goes when nobody waits for it any more.
pub(crate) struct Place(PathBuf);

impl Place {
    /// A place that nobody else knows.
    pub(super) fn at(path: PathBuf) -> Place {
        Place(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Once it is kept, it is not there any more; what can't be removed is swept.
        let _ = fs::remove_file(&self.0);
    }
}

impl Records {
    /// Begins to take in a file that somebody calls `name`, as far as there is room.
    pub fn receive(&self, name: &str, room: Room) -> Outcome<Receiving> {
        let (file, place) = self.set_aside()?;
        Ok(Receiving {
            file,
            place,
            digest: Sha256::new(),
            head: Vec::new(),
            name: name::plain(name),
            bytes: 0,
            room,
        })
    }

    /// Sets down all bytes of a reader; gives where, how many there were, and their SHA-256 in hexadecimal.
    pub(crate) fn set_down(&self, bytes: &mut impl Read) -> Outcome<(Place, u64, String)> {
        let (mut file, place) = self.set_aside()?;
        let (mut digest, mut length, mut piece) = (Sha256::new(), 0, vec![0; 1 << 16]);
        let cannot = |why| trouble("set down a file", &why);
        loop {
            let read = bytes.read(&mut piece).map_err(cannot)?;
            if read == 0 {
                return Ok((place, length, hexadecimal(digest)));
            }
            digest.update(&piece[..read]);
            file.write_all(&piece[..read]).map_err(cannot)?;
            length += read as u64;
        }
    }

    /// An empty file that nobody else knows.
    fn set_aside(&self) -> Outcome<(File, Place)> {
        let folder = self.files()?.incoming();
        let secret: [u8; 16] = self.secret();
        let key: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
        let place = Place(folder.join(key));
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        let opened = made
            .and_then(|()| OpenOptions::new().write(true).create_new(true).mode(0o600).open(place.path()));
        Ok((opened.map_err(|why| trouble("take in a file", &why))?, place))
    }
}

fn hexadecimal(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Receiving {
    /// Takes in the next piece.
    pub fn write(&mut self, piece: &[u8]) -> Outcome<()> {
        self.bytes += piece.len() as u64;
        self.room.check(self.bytes)?;
        self.head.extend_from_slice(&piece[..piece.len().min(sniff::HEAD - self.head.len())]);
        self.digest.update(piece);
        self.file.write_all(piece).map_err(|why| trouble("take in a file", &why))
    }

    /// That was all of it.
    pub fn finish(self) -> Outcome<Received> {
        if self.bytes == 0 {
            return Err(Fault::at("file", "error-file-nothing").with("name", self.name).into());
        }
        let kind = sniff::sniff(&self.name, &self.head)?;
        let digest = hexadecimal(self.digest);
        let pixels = picture::pixels(kind, self.place.path());
        Ok(Received { place: self.place, name: self.name, kind, bytes: self.bytes, digest, pixels })
    }
}

impl Received {
    /// How many bytes it has.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The SHA-256 of its bytes, in hexadecimal.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Its name, as it is kept.
    pub fn name(&self) -> &str {
        &self.name
    }
}
