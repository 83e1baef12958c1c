//! Every day: the database looks at what is in its tables, so that queries go by it, and the index of words is brought
//! together, so that few places are looked into for a word.

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
    let pieces = work.records.merge_search()?;
    Ok(Ended::Done(format!("{pieces} pieces of the search index")))
}
