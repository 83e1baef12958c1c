//! Every day: the database looks at what is in its tables, so that queries go by it.

use cordee_base::Outcome;
use cordee_kit::{Ended, HOUSE, Job, Work};

pub static TIDY: Job = Job {
    name: "tidy",
    queue: &HOUSE,
    every: Some(24 * 3600),
    waits: super::WAITS,
    lease: 600,
    lane_waits: None,
    run: tidy,
};

fn tidy(work: &Work<'_>) -> Outcome<Ended> {
    work.records.look_at_tables()?;
    Ok(Ended::Done(String::new()))
}
