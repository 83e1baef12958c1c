//! Taking an import back, in stretches, until nothing of it is left.

use cordee_base::{Decimal, Id, Outcome};
use cordee_kit::{Progress, Watch};
use cordee_records::{Actor, Records, system::import};

use super::run::{Standing, may_import};

/// How many entries of the journal one transaction takes back.
const TOGETHER: u64 = 500;

/// Takes an import back, or goes on with it. What is gone already is passed over.
pub(super) fn undo(records: &Records, actor: &Actor, id: Id, watch: &mut Watch<'_>) -> Outcome<Progress> {
    let (record, head) = records.read_now(actor, move |gate| {
        may_import(gate)?;
        Ok((super::get(gate, id)?, gate.journal_position()?))
    })?;
    let status = record.get(import::STATUS).unwrap_or_default();
    let first = record.get(import::FIRST_SEQ).and_then(|seq: Decimal| i64::try_from(seq).ok()).unwrap_or(0);
    let standing = Standing::of(&record);
    let mut progress = Progress { of_bytes: (head - first).unsigned_abs(), ..Progress::default() };
    if status == "undone" {
        return Ok(Progress { done: true, ..progress });
    }
    let turn = |from: &str, to: &'static str| {
        let from = from.to_owned();
        records.write_now(actor, move |gate| {
            let draft = standing.draft(to).with(import::ENDED_AT, gate.now());
            gate.keep_import(id, &from, standing.position, &draft)
        })
    };
    turn(&status, "undoing")?;
    let mut before = head + 1;
    while !progress.done {
        let undone = records.write_now(actor, move |gate| gate.undo_import(id, first, before, TOGETHER))?;
        before = undone.position;
        progress.created += undone.removed;
        progress.updated += undone.reverted;
        progress.failed += undone.kept;
        progress.rows += undone.removed + undone.reverted;
        progress.bytes = (head + 1 - before).unsigned_abs();
        progress.done = undone.done;
        if !progress.done && !watch(&progress) {
            return Ok(progress);
        }
    }
    turn("undoing", "undone")?;
    Ok(progress)
}
