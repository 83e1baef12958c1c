//! Every five minutes: shares that have ended by themselves are told in the history of their records. They give
//! nothing from the moment of their end, whether this has run or not.

use cordee_base::Outcome;
use cordee_kit::{Ended, HOUSE, Job, Work};

pub static END_SHARES: Job = Job {
    name: "end_shares",
    queue: &HOUSE,
    every: Some(300),
    waits: super::WAITS,
    lease: 300,
    lane_waits: None,
    run: end,
};

fn end(work: &Work<'_>) -> Outcome<Ended> {
    let ended = work.records.sweep_shares(work.job.workspace)?;
    Ok(Ended::Done(format!("{ended} shares")))
}
