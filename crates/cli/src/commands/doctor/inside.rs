//! What stands in the database: whether it is whole, what fits together in it, what is left undone.

use cordee_base::Moment;
use cordee_records::{Actor, Door, Examined, Records, Verdict};

use super::check::Check;
use super::server;
use crate::files::Settled;
use crate::trouble::Trouble;

/// How far ahead of this machine's clock the journal may be: people's clocks are never the same.
const AHEAD: i64 = 300;
/// After how many minutes somebody should have taken a job.
const LATE: i64 = 15;

/// All of it.
pub fn checks(records: &Records, files: &Settled, now: Moment) -> Result<Vec<Check>, Trouble> {
    let found = records.examine()?;
    if !found.facts.faults.is_empty() {
        return Ok(vec![database(&found)]);
    }
    let mut checks = vec![database(&found), indexes(&found), links(&found), search(&found)];
    let mut verdicts = Vec::new();
    let (mut dead, mut late) = (0, 0);
    for (workspace, _) in records.workspaces()? {
        let actor = Actor::system(workspace, "look whether all is well").through(Door::CommandLine);
        verdicts.push(records.read_now(&actor, |gate| gate.verify_journal())?);
        for queue in records.read_now(&actor, |gate| gate.queues())? {
            let waits = queue.oldest_due.map_or(0, |due| (now.micros() - due.micros()) / 60_000_000);
            (dead, late) = (dead + queue.dead, late.max(waits));
        }
    }
    checks.push(journal(&verdicts));
    checks.push(clock(&found, now));
    checks.push(jobs(dead, late));
    checks.push(kept(records, files)?);
    checks.extend(found.facts.server.iter().flat_map(|server| server::checks(server, now)));
    Ok(checks)
}

fn database(found: &Examined) -> Check {
    match found.facts.faults.first() {
        None => Check::sound("database").with("megabytes", found.facts.bytes / 1_000_000),
        Some(first) => {
            let count = found.facts.faults.len();
            Check::fault("database", "broken").with("count", count).with("detail", first.clone())
        }
    }
}

fn indexes(found: &Examined) -> Check {
    match found.missing_indexes.is_empty() {
        true => Check::sound("indexes").with("count", found.facts.indexes.len()),
        false => Check::fault("indexes", "missing")
            .with("count", found.missing_indexes.len())
            .with("statements", found.missing_indexes.join("; ")),
    }
}

fn links(found: &Examined) -> Check {
    if found.dangling.is_empty() {
        return Check::sound("links");
    }
    let count: u64 = found.dangling.iter().map(|(_, count)| count).sum();
    let fields: Vec<String> =
        found.dangling.iter().map(|(field, count)| format!("{field} ({count})")).collect();
    Check::fault("links", "dangling").with("count", count).with("fields", fields.join(", "))
}

fn search(found: &Examined) -> Check {
    match found.unindexed + found.stale {
        0 => Check::sound("search").with("count", found.searched),
        _ => Check::fault("search", "behind").with("missing", found.unindexed).with("stale", found.stale),
    }
}

fn journal(verdicts: &[Verdict]) -> Check {
    match verdicts.iter().find_map(|verdict| verdict.broken_at) {
        None => {
            let checked: i64 = verdicts.iter().map(|verdict| verdict.checked).sum();
            Check::sound("journal").with("count", checked)
        }
        Some(seq) => Check::fault("journal", "broken").with("seq", seq.to_string()),
    }
}

fn clock(found: &Examined, now: Moment) -> Check {
    match found.last_entry {
        Some(last) if last > now.plus_seconds(AHEAD) => {
            Check::fault("clock", "behind").with("last", last.to_string()).with("now", now.to_string())
        }
        _ => Check::sound("clock").with("now", now.to_string()),
    }
}

fn jobs(dead: i64, late: i64) -> Check {
    match (dead, late) {
        (_, late) if late > LATE => Check::warning("jobs", "late").with("minutes", late).with("count", dead),
        (1.., _) => Check::warning("jobs", "dead").with("count", dead),
        _ => Check::sound("jobs"),
    }
}

fn kept(records: &Records, files: &Settled) -> Result<Check, Trouble> {
    if let Err(trouble) = files.probe() {
        let detail =
            trouble.faults().first().and_then(|fault| fault.args.last().map(|(_, text)| text.clone()));
        let check = Check::fault("files", "place").with("place", files.shown());
        return Ok(check.with("detail", detail.unwrap_or_default()));
    }
    let found = records.examine_files()?;
    Ok(match found.lost {
        0 => Check::sound("files").with("count", found.kept).with("unused", found.unused),
        lost => Check::fault("files", "lost").with("count", lost),
    })
}
