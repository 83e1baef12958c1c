//! What belonged to somebody who leaves is given to others, stretch by stretch, without anybody waiting.

use cordee_base::{Id, Outcome};
use cordee_kit::{Ended, HOUSE, Job, TRANSFER_JOB, Work};
use cordee_records::{Actor, Door, TransferInfo};

/// What is done without anybody waiting.
pub const JOBS: [&Job; 1] = [&TRANSFER];

pub static TRANSFER: Job = Job {
    name: TRANSFER_JOB,
    queue: &HOUSE,
    every: None,
    waits: &[5, 60, 300, 3600],
    lease: 300,
    lane_waits: None,
    run,
};

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let id = |name: &str| work.job.payload[name].as_str().and_then(|text| text.parse::<Id>().ok());
    let Some(transfer) = id("transfer") else {
        return Ok(Ended::Hopeless("no transfer is named".to_owned()));
    };
    let system = Actor::system(work.job.workspace, "go on with a transfer");
    let actor = match id("by") {
        Some(user) => Actor::user(work.job.workspace, user, Door::Transfer(transfer)),
        None => system.through(Door::Transfer(transfer)),
    };
    let mut info = on(work, &actor, transfer)?;
    while !info.rests() && !(work.stopping)() {
        info = on(work, &actor, transfer)?;
    }
    Ok(match info.rests() {
        true => Ended::Done(format!("{} given, {} not", info.moved, info.failed)),
        false => Ended::NotBefore(work.records.now(), format!("{} of {}", info.moved, info.total)),
    })
}

fn on(work: &Work<'_>, actor: &Actor, transfer: Id) -> Outcome<TransferInfo> {
    work.records.write_now(actor, move |gate| gate.transfer_on(transfer))
}
