//! When a pipeline is written: a new one has the stages of its template, and what counts as an opportunity follows.

use cordee_base::{Id, Outcome};
use cordee_catalog::pipeline::{COUNTS_FROM, PIPELINE, TEMPLATE};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};

use super::{counts, template};

/// The hook of pipelines.
pub const HOOK: Hook = Hook { object: PIPELINE.name, before: None, after: Some(after) };

fn after(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    for (id, change) in written {
        if change.before.is_some() && change.changes(&COUNTS_FROM.def) {
            counts::follow(gate, *id)?;
        }
        if let Some(key) = change.after(TEMPLATE).filter(|_| change.before.is_none()) {
            template::fill(gate, *id, &key)?;
        }
    }
    Ok(())
}
