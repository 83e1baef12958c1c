//! Notifications: people are told in the app of what happens to the records they follow, from the journal.

use cordee_base::Outcome;
use cordee_kit::{Follower, Registry};
use cordee_records::{Followed, Gate};

/// Reads the journal on, and tells those whom it concerns.
pub static FOLLOWER: Follower = Follower { name: "notifications", run: follow };

fn follow(gate: &mut Gate<'_>, _: &Registry, entries: &[Followed]) -> Outcome<()> {
    gate.notify(entries)
}
