//! Every hour: sessions that have ended, brakes that have come loose, jobs that were done and notifications that came
//! long ago.

use cordee_base::Outcome;
use cordee_kit::{Ended, HOUSE, Job, Work};
use cordee_records::Sweeping;

const DAY: i64 = 24 * 3600;
/// For how many days a job that was done can be looked at.
const DONE_DAYS: i64 = 14;
/// For how many days a job that was given up can be run again.
const DEAD_DAYS: i64 = 90;

/// For how many days one can look at what one was told.
const TOLD_DAYS: i64 = 180;

pub static SWEEP: Job = Job {
    name: "sweep",
    queue: &HOUSE,
    every: Some(3600),
    waits: super::WAITS,
    lease: 300,
    lane_waits: None,
    run: sweep,
};

fn sweep(work: &Work<'_>) -> Outcome<Ended> {
    let (records, workspace, now) = (work.records, work.job.workspace, work.records.now());
    let ended = records.sweep_sign_in(workspace)?;
    let which = Sweeping {
        done_before: now.plus_seconds(-DONE_DAYS * DAY),
        dead_before: now.plus_seconds(-DEAD_DAYS * DAY),
    };
    let jobs = records.sweep_jobs(workspace, which)?;
    let told = records.sweep_notifications(workspace, now.plus_seconds(-TOLD_DAYS * DAY))?;
    Ok(Ended::Done(format!("{ended} sessions and brakes, {jobs} jobs, {told} notifications")))
}
