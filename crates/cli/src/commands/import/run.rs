//! Doing an import, going on with one, taking one back, and listing them.

use std::path::{Path, PathBuf};

use cordee_base::Id;
use cordee_kit::{Progress, Watch};
use cordee_records::system::import::IMPORT;
use cordee_records::{Page, Total};
use serde_json::json;

use super::super::list::{record_json, show};
use crate::desk::Desk;
use crate::output::Out;
use crate::progress::Progress as Bar;
use crate::stop;
use crate::trouble::{Exit, Trouble};

/// How an import, or what would be one, came to its end.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// How many rows were rejected.
    pub rejected: u64,
    /// Whether it was stopped before the end.
    pub stopped: bool,
}

/// Begins an import and does it.
pub fn start(desk: &Desk, file: &Path, mapping: &str, rejects: &Path, out: &Out) -> Result<Ended, Trouble> {
    let imports = desk.registry.imports;
    let id = imports.start(&desk.records, &desk.actor, file, mapping, rejects)?;
    run(desk, id, Some((file, rejects)), out)
}

/// Goes on with an import.
pub fn resume(desk: &Desk, id: Id, out: &Out) -> Result<(), Trouble> {
    ended(&[run(desk, id, None, out)?])
}

/// Takes an import back.
pub fn undo(desk: &Desk, id: Id, out: &Out) -> Result<(), Trouble> {
    let (bar, mut watch) = watching(desk, out);
    let undone = desk.registry.imports.undo(&desk.records, &desk.actor, id, &mut *watch);
    bar.end();
    let undone = undone?;
    let (removed, reverted, kept) = (undone.created, undone.updated, undone.failed);
    if out.json {
        let id = id.to_string();
        out.json(&json!({ "import": id, "removed": removed, "reverted": reverted, "kept": kept, "done": undone.done }))?;
    } else {
        let args = [("removed", removed.into()), ("reverted", reverted.into()), ("kept", kept.into())];
        out.say("command-import-undone", &args)?;
    }
    ended(&[Ended { rejected: 0, stopped: !undone.done }])
}

/// Shows the imports.
pub fn list(desk: &Desk, out: &Out) -> Result<(), Trouble> {
    let imports = desk.registry.imports;
    let records = desk.read(move |gate| imports.list(gate))?;
    if out.json {
        let all: Vec<_> = records.iter().map(record_json).collect();
        return out.json(&json!({ "imports": all }));
    }
    let total = Total::Exact(records.len() as u64);
    show(desk, &IMPORT, &Page { records, next: None, total }, out)
}

/// Where the rejected rows of a file go: beside whoever runs the command, under the file's name.
pub fn rejects_of(file: &Path) -> PathBuf {
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let here = PathBuf::from(format!("{name}.rejected.csv"));
    std::path::absolute(&here).unwrap_or(here)
}

fn run(desk: &Desk, id: Id, files: Option<(&Path, &Path)>, out: &Out) -> Result<Ended, Trouble> {
    let (bar, mut watch) = watching(desk, out);
    let done = desk.registry.imports.run(&desk.records, &desk.actor, id, &mut *watch);
    bar.end();
    let done = done?;
    let rejects = files.map(|(_, rejects)| rejects).filter(|_| done.failed > 0);
    let shown = id.to_string();
    if out.json {
        out.json(&json!({
            "import": shown, "file": files.map(|(file, _)| file), "rows": done.rows, "created": done.created,
            "updated": done.updated, "skipped": done.skipped, "failed": done.failed, "rejects": rejects,
            "done": done.done,
        }))?;
    } else {
        say_progress("command-import-done", &done, out)?;
        if let Some(rejects) = rejects {
            out.say("command-import-rejects", &[("file", rejects.display().to_string().into())])?;
        }
        let next = if done.done { "command-import-id" } else { "command-import-stopped" };
        out.note(next, &[("id", shown.into())]);
    }
    Ok(Ended { rejected: done.failed, stopped: !done.done })
}

/// How many rows became what.
pub fn say_progress(key: &str, progress: &Progress, out: &Out) -> Result<(), Trouble> {
    let args = [
        ("rows", progress.rows.into()),
        ("created", progress.created.into()),
        ("updated", progress.updated.into()),
        ("skipped", progress.skipped.into()),
        ("failed", progress.failed.into()),
    ];
    out.say(key, &args)
}

/// A bar, and what draws it and stops when the person at the terminal wishes.
pub fn watching(desk: &Desk, out: &Out) -> (Bar, Box<Watch<'static>>) {
    let bar = Bar::of_bytes(1, out);
    let (drawn, stop, locale) = (bar.clone(), stop::wished(), desk.locale.clone());
    let watch = move |progress: &Progress| {
        drawn.at(progress.bytes, progress.of_bytes.max(1), locale.count(progress.rows as i64));
        !stop.is_wished()
    };
    (bar, Box::new(watch))
}

/// Rejected rows and a stop before the end have their own exit codes; what they are has been said.
pub fn ended(all: &[Ended]) -> Result<(), Trouble> {
    if all.iter().any(|one| one.stopped) {
        return Err(Trouble::Found(Exit::Unavailable));
    }
    if all.iter().any(|one| one.rejected > 0) {
        return Err(Trouble::Found(Exit::Invalid));
    }
    Ok(())
}
