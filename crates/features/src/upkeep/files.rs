//! Every day: files that were sent to be brought in, a week after nobody needs them any more.

use std::fs;
use std::path::{Path, PathBuf};

use cordee_base::{Moment, Outcome, Problem};
use cordee_kit::{Ended, HOUSE, Job, Work};
use cordee_records::system::import::{IMPORT, SOURCE, STATUS};
use cordee_records::{Actor, Query};

/// For how many seconds a file is kept.
const KEPT: i64 = 7 * 24 * 3600;

pub static FILES: Job = Job {
    name: "sweep_files",
    queue: &HOUSE,
    every: Some(24 * 3600),
    waits: super::WAITS,
    lease: 600,
    lane_waits: None,
    run: sweep,
};

fn sweep(work: &Work<'_>) -> Outcome<Ended> {
    let needed = needed(work)?;
    let before = work.records.now().plus_seconds(-KEPT);
    let mut count = 0;
    for person in folders(&work.files.join(work.job.workspace.to_string())) {
        for sent in folders(&person) {
            let wanted = needed.iter().any(|file| file.starts_with(&sent));
            if !wanted && touched(&sent).is_some_and(|at| at < before) {
                let gone = fs::remove_dir_all(&sent);
                gone.map_err(|why| Problem::internal(format!("remove {}: {why}", sent.display())))?;
                count += 1;
            }
        }
    }
    Ok(Ended::Done(format!("{count} files")))
}

/// The files of imports that can still go on.
fn needed(work: &Work<'_>) -> Outcome<Vec<PathBuf>> {
    let actor = Actor::system(work.job.workspace, "which sent files are still needed");
    work.records.read_now(&actor, |gate| {
        let (mut needed, mut query) = (Vec::new(), Query::of(&IMPORT).limit(Query::MOST));
        loop {
            let page = gate.list(&query)?;
            let open = page
                .records
                .iter()
                .filter(|import| !matches!(import.get(STATUS).as_deref(), Some("done" | "undone")));
            needed.extend(open.filter_map(|import| import.get(SOURCE)).map(PathBuf::from));
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => return Ok(needed),
            }
        }
    })
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// When something in the folder was last written.
fn touched(folder: &Path) -> Option<Moment> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let written = entries.filter_map(|entry| entry.metadata().ok()?.modified().ok());
    let latest = written.max().or_else(|| fs::metadata(folder).ok()?.modified().ok())?;
    let since = latest.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Moment::from_micros(i64::try_from(since.as_micros()).ok()?))
}
