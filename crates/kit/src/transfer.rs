//! Transfers from somebody who leaves: begun, taken back, and told as JSON.

use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Gate, Holding, TransferInfo, TransferWish};
use serde_json::{Value as Json, json};

use crate::Registry;

/// The job that goes on with a transfer, giving or taking back.
pub const TRANSFER_JOB: &str = "transfer";

/// Begins a transfer and leaves the rest to the queue; gives its id.
pub fn begin_transfer(gate: &mut Gate<'_>, registry: &Registry, wish: &TransferWish) -> Outcome<Id> {
    let id = gate.begin_transfer(wish)?;
    put(gate, registry, id)?;
    Ok(id)
}

/// Begins to take a transfer back and leaves the rest to the queue.
pub fn undo_transfer(gate: &mut Gate<'_>, registry: &Registry, id: Id) -> Outcome<()> {
    gate.begin_undo_of_transfer(id)?;
    put(gate, registry, id)
}

fn put(gate: &mut Gate<'_>, registry: &Registry, id: Id) -> Outcome<()> {
    let job = registry.job(TRANSFER_JOB).ok_or(Problem::NotFound)?;
    let by = gate.actor().user_id().map(|by| by.to_string());
    let payload = json!({"transfer": id.to_string(), "by": by});
    gate.put_job(&job.with(payload).lane(format!("transfer {id}")))?;
    Ok(())
}

/// What somebody has: `[{"object", "count", "open"}]`.
pub fn holdings_json(holdings: &[Holding]) -> Json {
    let one = |one: &Holding| json!({"object": one.object.name, "count": one.count, "open": one.open});
    holdings.iter().map(one).collect()
}

/// A transfer.
pub fn transfer_json(transfer: &TransferInfo) -> Json {
    json!({
        "id": transfer.id.to_string(),
        "from": transfer.giver.map(|id| id.to_string()),
        "to": transfer.takers.iter().map(Id::to_string).collect::<Vec<_>>(),
        "status": transfer.status,
        "total": transfer.total,
        "moved": transfer.moved,
        "failed": transfer.failed,
        "began_at": transfer.began_at.to_string(),
        "ended_at": transfer.ended_at.map(|at| at.to_string()),
    })
}
