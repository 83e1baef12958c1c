//! The key of the journal's chain: 32 random bytes, kept outside the database.

use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use cordee_base::{Chance, Fault, OsChance};
use cordee_records::JournalKey;

use crate::config::Config;
use crate::output::Out;
use crate::trouble::Trouble;

/// Whether there is a key, so that a database without one is not made by mistake.
pub fn is_there(config: &Config) -> bool {
    config.journal_key.is_some() || config.journal_key_file.exists()
}

/// The key as configured.
pub fn read(config: &Config) -> Result<JournalKey, Trouble> {
    let path = &config.journal_key_file;
    let text = match &config.journal_key {
        Some(text) => text.clone(),
        None if !path.exists() => {
            return Err(Trouble::Usage(
                Fault::whole("error-journal-key-missing").with("file", path.display()),
            ));
        }
        None => std::fs::read_to_string(path).map_err(|why| Trouble::file(path, &why))?,
    };
    parse(text.trim()).map(JournalKey).ok_or_else(|| Trouble::Usage(Fault::whole("error-journal-key")))
}

/// Makes a key where the configuration says that it stands.
pub fn make(config: &Config, out: &Out) -> Result<(), Trouble> {
    let mut bytes = [0; 32];
    OsChance.fill(&mut bytes);
    keep(config, &JournalKey(bytes).hexadecimal())?;
    let file = config.journal_key_file.display().to_string();
    out.note("command-key-made", &[("file", file.into())]);
    Ok(())
}

/// Keeps a key where the configuration says that it stands.
pub fn keep(config: &Config, text: &str) -> Result<(), Trouble> {
    let path = &config.journal_key_file;
    make_folder(path.parent().unwrap_or(Path::new("")))?;
    write_new(path, text).map_err(|why| Trouble::file(path, &why))
}

/// Makes a folder that only its owner can read.
pub fn make_folder(path: &Path) -> Result<(), Trouble> {
    if path.as_os_str().is_empty() {
        return Ok(());
    }
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.map_err(|why| Trouble::file(path, &why))
}

fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.sync_all()
}

fn parse(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_as_written() {
        let bytes: [u8; 32] = std::array::from_fn(|place| place as u8 * 7);
        assert_eq!(parse(&JournalKey(bytes).hexadecimal()), Some(bytes));
        for wrong in ["", "ab", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
