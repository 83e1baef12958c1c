//! Passwords that came to light when other services were broken into: digests in a file or a folder that whoever runs
//! Cordee keeps, looked up where they lie. Nothing is sent anywhere, and nothing is held in memory.

use std::cmp::Ordering;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use sha1::{Digest, Sha1};

/// How many hexadecimal digits a SHA-1 has.
const DIGITS: usize = 40;
/// How many of them name a file of a folder.
const NAMED: usize = 5;
/// More than a line of a file has: the digest, how often it was seen, the line's end.
const LINE: usize = 128;

/// Where the digests of such passwords lie: as Have I Been Pwned gives them, SHA-1 in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breached {
    /// One file with a line `DIGEST:COUNT` for each, in the order of digests.
    File(PathBuf),
    /// A folder with a file for the first five digits each, whose lines have the rest.
    Folder(PathBuf),
}

impl Breached {
    /// The digests at a place; that they are none, or in no order, is told.
    pub fn at(path: &Path) -> io::Result<Breached> {
        let breached = match fs::metadata(path)?.is_dir() {
            true => Breached::Folder(path.to_owned()),
            false => Breached::File(path.to_owned()),
        };
        match &breached {
            Breached::File(path) => in_order(path)?,
            Breached::Folder(_) => drop(breached.range("00000")?),
        }
        Ok(breached)
    }

    /// Whether a password is among them.
    pub fn holds(&self, password: &str) -> io::Result<bool> {
        // Not to keep a secret, but since the files are made so.
        let digest: String = Sha1::digest(password).iter().map(|byte| format!("{byte:02X}")).collect();
        match self {
            Breached::File(path) => find(&File::open(path)?, digest.as_bytes()),
            Breached::Folder(_) => {
                let (name, rest) = digest.split_at(NAMED);
                let lines = self.range(name)?;
                Ok(lines
                    .lines()
                    .any(|line| line.get(..rest.len()).is_some_and(|l| l.eq_ignore_ascii_case(rest))))
            }
        }
    }

    /// The file of a folder that has the digests which begin so.
    fn range(&self, name: &str) -> io::Result<String> {
        let (Breached::Folder(folder) | Breached::File(folder)) = self;
        match fs::read_to_string(folder.join(format!("{name}.txt"))) {
            Err(why) if why.kind() == ErrorKind::NotFound => fs::read_to_string(folder.join(name)),
            read => read,
        }
    }
}

/// Looks at a few lines: that they are digests, each greater than the one before.
fn in_order(path: &Path) -> io::Result<()> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let wrong = || io::Error::new(ErrorKind::InvalidData, "its lines are no SHA-1 digests in order");
    let mut last = None;
    for place in 0..8 {
        let Some((start, digest)) = line(&file, length / 8 * place)? else { continue };
        if last.as_ref().is_some_and(|(before, smaller)| *before != start && *smaller >= digest) {
            return Err(wrong());
        }
        last = Some((start, digest));
    }
    last.map(drop).ok_or_else(wrong)
}

/// Looks a digest up by halving the file: some thirty short reads, however large it is.
fn find(file: &File, wanted: &[u8]) -> io::Result<bool> {
    let (mut low, mut high) = (0, file.metadata()?.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Some((start, digest)) = line(file, middle)? else {
            high = middle;
            continue;
        };
        match digest.as_slice().cmp(wanted) {
            Ordering::Equal => return Ok(true),
            Ordering::Less => low = start + 1,
            Ordering::Greater => high = middle,
        }
    }
    Ok(false)
}

/// The first line that begins at `from` or behind it: where, and its digest; none behind the last.
fn line(file: &File, from: u64) -> io::Result<Option<(u64, [u8; DIGITS])>> {
    let mut piece = [0; LINE];
    let start = match from.checked_sub(1) {
        None => 0,
        Some(before) => {
            let read = fill(file, &mut piece, before)?;
            match piece[..read].iter().position(|byte| *byte == b'\n') {
                Some(end) => before + end as u64 + 1,
                None if read < LINE => return Ok(None),
                None => {
                    return Err(io::Error::new(ErrorKind::InvalidData, "a line is too long for a digest"));
                }
            }
        }
    };
    let mut digest = [0; DIGITS];
    match fill(file, &mut digest, start)? {
        0 => Ok(None),
        DIGITS if digest.iter().all(u8::is_ascii_hexdigit) => {
            digest.make_ascii_uppercase();
            Ok(Some((start, digest)))
        }
        _ => Err(io::Error::new(ErrorKind::InvalidData, "a line is no SHA-1 digest")),
    }
}

/// Reads as much as there is.
fn fill(file: &File, into: &mut [u8], from: u64) -> io::Result<usize> {
    let mut done = 0;
    while done < into.len() {
        match file.read_at(&mut into[done..], from + done as u64)? {
            0 => break,
            read => done += read,
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(password: &str) -> String {
        Sha1::digest(password).iter().map(|byte| format!("{byte:02X}")).collect()
    }

    fn passwords() -> Vec<String> {
        (0..1_000).map(|number| format!("winter rose {number}")).collect()
    }

    #[test]
    fn a_digest_is_as_others_reckon_it() {
        assert_eq!(digest("password"), "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8");
    }

    #[test]
    fn every_password_of_a_file_is_found_and_no_other() {
        let here = tempfile::tempdir().expect("a folder");
        let file = here.path().join("pwned.txt");
        let mut digests: Vec<String> = passwords().iter().map(|password| digest(password)).collect();
        digests.sort();
        for end in ["\r\n", "\n"] {
            for counted in [true, false] {
                let line = |(number, digest): (usize, &String)| match counted {
                    true => format!("{digest}:{}{end}", number * 7),
                    false => format!("{digest}{end}"),
                };
                fs::write(&file, digests.iter().enumerate().map(line).collect::<String>()).expect("written");
                let breached = Breached::at(&file).expect("sound");
                for password in passwords() {
                    assert!(breached.holds(&password).expect("read"), "{password}");
                    assert!(!breached.holds(&format!("{password}!")).expect("read"), "{password}!");
                }
            }
        }
    }

    #[test]
    fn a_folder_of_ranges_is_read_a_file_at_a_time() {
        let here = tempfile::tempdir().expect("a folder");
        for password in passwords().iter().take(20) {
            let digest = digest(password);
            fs::write(here.path().join(format!("{}.txt", &digest[..5])), format!("{}:3\r\n", &digest[5..]))
                .expect("written");
        }
        assert!(Breached::at(here.path()).is_err(), "not all ranges are there");
        fs::write(here.path().join("00000.txt"), "").expect("written");
        let breached = Breached::at(here.path()).expect("sound");
        assert!(breached.holds("winter rose 7").expect("read"));
        assert!(breached.holds("winter rose 700").is_err(), "a range that is missing is no answer");
    }

    #[test]
    fn what_holds_no_digests_in_order_is_refused() {
        let here = tempfile::tempdir().expect("a folder");
        let file = here.path().join("list.txt");
        let (low, high) = ("0".repeat(40), "F".repeat(40));
        for text in ["", "password\n123456\n", &format!("{high}:1\n{low}:1\n"), &"0".repeat(500)] {
            fs::write(&file, text).expect("written");
            assert!(Breached::at(&file).is_err(), "{text:?}");
        }
        assert!(Breached::at(&here.path().join("nothing")).is_err());
    }
}
