//! Every day: files of records that nothing speaks of any more, and uploads that came to nothing.

use cordee_base::Outcome;
use cordee_kit::{Ended, HOUSE, Job, Work};

pub static ATTACHMENTS: Job = Job {
    name: "sweep_attachments",
    queue: &HOUSE,
    every: Some(24 * 3600),
    waits: super::WAITS,
    lease: 600,
    lane_waits: None,
    run: sweep,
};

fn sweep(work: &Work<'_>) -> Outcome<Ended> {
    let swept = work.records.sweep_attachments(work.job.workspace)?;
    let (rows, contents, strays) = (swept.attachments, swept.contents, swept.strays);
    Ok(Ended::Done(format!("{rows} attachments, {contents} contents, {strays} strays")))
}
