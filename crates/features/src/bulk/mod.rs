//! The same done to very many records of a list, stretch by stretch, without anybody waiting.

use cordee_base::{Id, Outcome};
use cordee_kit::{BULK_JOB, Ended, HOUSE, Job, Work};
use cordee_records::{Actor, BulkInfo, Door};

/// What is done without anybody waiting.
pub const JOBS: [&Job; 1] = [&BULK];

pub static BULK: Job = Job {
    name: BULK_JOB,
    queue: &HOUSE,
    every: None,
    waits: &[5, 60, 300, 3600],
    lease: 300,
    lane_waits: None,
    run,
};

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let id = |name: &str| work.job.payload[name].as_str().and_then(|text| text.parse::<Id>().ok());
    let (Some(bulk), Some(user)) = (id("bulk"), id("by")) else {
        return Ok(Ended::Hopeless("no bulk change of a person is named".to_owned()));
    };
    let actor = Actor::user(work.job.workspace, user, Door::Bulk(bulk));
    let mut info = work.records.read_now(&actor, move |gate| gate.bulk(bulk))?;
    while !info.rests() && !(work.stopping)() {
        info = on(work, &actor, bulk)?;
    }
    Ok(match info.rests() {
        true => Ended::Done(format!("{} changed, {} refused", info.changed, info.refused)),
        false => Ended::NotBefore(work.records.now(), format!("{} of {}", info.seen(), info.total)),
    })
}

fn on(work: &Work<'_>, actor: &Actor, bulk: Id) -> Outcome<BulkInfo> {
    work.records.write_now(actor, move |gate| gate.bulk_on(bulk))
}
