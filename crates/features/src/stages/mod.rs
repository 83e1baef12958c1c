//! Stages: what they mean for the deals that stand there must not change under them.

use cordee_base::{Fault, Outcome};
use cordee_catalog::opportunity::{self, OPPORTUNITY};
use cordee_catalog::stage::{KIND, STAGE};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_schema::{Filter, Path, Value};

/// What follows when stages are written.
pub const HOOKS: [Hook; 1] = [Hook { object: STAGE.name, before: Some(before), after: None }];

/// Deals that stand in a stage keep its kind as their state, so it changes only where there are none.
fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(stage) = change.before.filter(|_| change.changes(&KIND.def)) else { return Ok(()) };
    let Some(field) = OPPORTUNITY.field(opportunity::STAGE.name()) else { return Ok(()) };
    let here = Filter::is(Path::field(&OPPORTUNITY, field), Value::Link(stage.head.id));
    let query = Query::of(&OPPORTUNITY).filter(here);
    let count = gate.as_engine("count the deals in a stage", |gate| gate.count(&query))?;
    if count == 0 {
        return Ok(());
    }
    Err(Fault::at(KIND.name(), "error-in-use").with("object", OPPORTUNITY.name).with("count", count).into())
}
