//! Bulk changes: begun and taken back; what is long, or was broken off, the queue goes on with.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::{BulkWish, Gate};
use serde_json::json;

use crate::Registry;

/// The job that goes on with a bulk change, doing or taking back.
pub const BULK_JOB: &str = "bulk";
/// Up to so many records are changed while whoever asks waits.
pub const SMALL_BULK: u64 = 1_000;
/// After how many seconds the queue looks after what somebody waits for: it should be done by then.
const LOOKED_AFTER: i64 = 60;

/// Begins a bulk change; gives its id, and whether it is small enough to wait for.
pub fn begin_bulk(gate: &mut Gate<'_>, registry: &Registry, wish: &BulkWish) -> Outcome<(Id, bool)> {
    let id = gate.begin_bulk(wish)?;
    let small = gate.bulk(id)?.total <= SMALL_BULK;
    put(gate, registry, id, small)?;
    Ok((id, small))
}

/// Begins to take a bulk change back; gives whether it is small enough to wait for.
pub fn undo_bulk(gate: &mut Gate<'_>, registry: &Registry, id: Id) -> Outcome<bool> {
    gate.begin_undo_of_bulk(id)?;
    let small = gate.bulk(id)?.changed <= SMALL_BULK;
    put(gate, registry, id, small)?;
    Ok(small)
}

fn put(gate: &mut Gate<'_>, registry: &Registry, id: Id, later: bool) -> Outcome<()> {
    let job = registry.job(BULK_JOB).ok_or(Problem::NotFound)?;
    let by = gate.actor().user_id().map(|by| by.to_string());
    let payload = json!({"bulk": id.to_string(), "by": by});
    let seconds = if later { LOOKED_AFTER } else { 0 };
    let at = Moment::from_micros(gate.now().micros() + seconds * 1_000_000);
    gate.put_job(&job.with(payload).lane(format!("bulk {id}")).at(at))?;
    Ok(())
}
