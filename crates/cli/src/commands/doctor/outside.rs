//! What stands around the database: folder, keys, disk, certificate, backup.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use cordee_base::Moment;
use cordee_http::Tls;

use super::check::Check;
use crate::config::Config;
use crate::files::Settled;
use crate::{key, last_backup};

/// A gigabyte, below which it is time to think of the disk.
const GIGABYTE: u64 = 1_000_000_000;
/// Below how many bytes no files are taken any more, if nothing else is said; see `serve --disk-floor`.
const FLOOR: u64 = 64 << 20;
/// A day in seconds.
const DAY: i64 = 86_400;
/// How long before its end a certificate should be renewed.
const RENEWED_DAYS: i64 = 21;
/// How old the last backup may be.
const BACKUP_DAYS: i64 = 7;

/// All of it.
pub fn checks(config: &Config, files: &Settled, tls: Option<&Tls>, now: Moment) -> Vec<Check> {
    let mut checks = vec![folder(config), key_of(config), secrets(config, tls), disk(config, files)];
    checks.extend(tls.map(|tls| certificate(tls, now)));
    checks.push(backup(config, now));
    checks
}

fn folder(config: &Config) -> Check {
    let shown = config.data.display().to_string();
    match private(&config.data) {
        true => Check::sound("folder").with("place", shown),
        false => Check::fault("folder", "open").with("place", shown),
    }
}

fn key_of(config: &Config) -> Check {
    let file = config.journal_key_file.display().to_string();
    if key::read(config).is_err() {
        return Check::fault("key", "missing").with("file", file);
    }
    match config.journal_key.is_some() || private(&config.journal_key_file) {
        true => Check::sound("key"),
        false => Check::fault("key", "open").with("file", file),
    }
}

/// Files that hold secrets, as far as the configuration names any.
fn secrets(config: &Config, tls: Option<&Tls>) -> Check {
    let mut named: Vec<PathBuf> = config.secret_files();
    named.extend(tls.map(|tls| tls.key.clone()));
    let open: Vec<String> =
        named.iter().filter(|path| !private(path)).map(|path| path.display().to_string()).collect();
    match open.is_empty() {
        true => Check::sound("secrets").with("count", named.len()),
        false => Check::warning("secrets", "open").with("files", open.join(", ")),
    }
}

fn disk(config: &Config, files: &Settled) -> Check {
    let places = [config.data.as_path(), files.folder()];
    let Some(free) = places.into_iter().filter_map(cordee_http::free_room).min() else {
        return Check::warning("disk", "unknown");
    };
    let megabytes = free / 1_000_000;
    match free {
        _ if free < FLOOR => Check::fault("disk", "full").with("megabytes", megabytes),
        _ if free < GIGABYTE => Check::warning("disk", "little").with("megabytes", megabytes),
        _ => Check::sound("disk").with("gigabytes", free / GIGABYTE),
    }
}

fn certificate(tls: &Tls, now: Moment) -> Check {
    let file = tls.certificate.display().to_string();
    let ends = match tls.ends() {
        Ok(ends) => ends,
        Err(why) => return Check::fault("certificate", "unusable").with("detail", why.to_string()),
    };
    let days = (ends.micros() - now.micros()).div_euclid(DAY * 1_000_000);
    let check = match days {
        _ if ends <= now => return Check::fault("certificate", "ended").with("file", file),
        0..RENEWED_DAYS => Check::warning("certificate", "ends"),
        _ => Check::sound("certificate"),
    };
    check.with("days", days).with("file", file)
}

fn backup(config: &Config, now: Moment) -> Check {
    let Some((at, file)) = last_backup::read(config) else { return Check::warning("backup", "none") };
    let days = (now.micros() - at.micros()).div_euclid(DAY * 1_000_000).max(0);
    let check = if days > BACKUP_DAYS { Check::warning("backup", "old") } else { Check::sound("backup") };
    check.with("days", days).with("file", file)
}

/// Whether only its owner can read it; what is not there lets nobody in.
fn private(path: &Path) -> bool {
    std::fs::metadata(path).map_or(true, |meta| meta.permissions().mode() & 0o077 == 0)
}
