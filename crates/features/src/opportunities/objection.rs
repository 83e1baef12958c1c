//! When an objection is written: it was raised in the stage in which the deal stands, if nobody says otherwise.

use cordee_base::{Outcome, Problem};
use cordee_catalog::objection::{OBJECTION, OPPORTUNITY, STAGE};
use cordee_catalog::opportunity;
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_schema::Value;

/// The hook of objections.
pub const HOOK: Hook = Hook { object: OBJECTION.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_some() || change.after(STAGE).is_some() {
        return Ok(());
    }
    let Some(deal) = change.after(OPPORTUNITY) else { return Ok(()) };
    match gate.glance(&opportunity::OPPORTUNITY, deal, &[opportunity::STAGE.name()]) {
        Ok(deal) => {
            let stage = deal.get(opportunity::STAGE).map_or(Value::None, Value::Link);
            change.draft.set(STAGE.name(), stage);
            Ok(())
        }
        // The checks tell of a link that leads nowhere.
        Err(Problem::NotFound) => Ok(()),
        Err(other) => Err(other),
    }
}
