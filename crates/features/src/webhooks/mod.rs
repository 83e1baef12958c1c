//! Webhooks: other people's servers are told of changes, after the commit, from the journal, one delivery at a time.

mod deliver;
mod message;

use cordee_base::Outcome;
use cordee_kit::{Follower, Job, Registry};
use cordee_records::{Followed, Gate};
use serde_json::json;

/// What is sent.
pub const JOBS: [&Job; 1] = [&deliver::DELIVER];

/// Reads the journal on, and puts a delivery for each change that a webhook is told of.
pub static FOLLOWER: Follower = Follower { name: "webhooks", run: follow };

fn follow(gate: &mut Gate<'_>, _: &Registry, entries: &[Followed]) -> Outcome<()> {
    for (webhook, seq) in gate.to_be_told(entries)? {
        let payload = json!({"webhook": webhook.to_string(), "seq": seq});
        gate.put_job(&deliver::DELIVER.with(payload).lane(gate.webhook_lane(webhook)))?;
    }
    Ok(())
}
