//! Stages: what they mean for the deals that stand there must not change under them.

use cordee_base::{Fault, Id, Outcome};
use cordee_catalog::opportunity::{self, OPPORTUNITY, STATE};
use cordee_catalog::stage::{ACTIVE, KIND, ORDER, PIPELINE, STAGE};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_schema::{Field, Filter, Path, Record, Value};

use super::counts;

/// What follows when stages are written.
pub const HOOK: Hook = Hook { object: STAGE.name, before: Some(before), after: Some(after) };

/// Where the order of stages changes, other deals may stand before the one from which they count.
fn after(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    for (_, change) in written {
        if let Some(pipeline) = change.after(PIPELINE).filter(|_| change.changes(&ORDER.def)) {
            counts::follow(gate, pipeline)?;
        }
    }
    Ok(())
}

/// Deals that stand in a stage keep its kind as their state, so it changes only where there are none; and a stage goes
/// out of use only once its open deals have gone elsewhere, or nobody would see them any more.
fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(stage) = change.before else { return Ok(()) };
    if change.changes(&KIND.def) {
        let count = deals(gate, stage, Filter::everything())?;
        if count > 0 {
            let fault = Fault::at(KIND.name(), "error-in-use").with("object", OPPORTUNITY.name);
            return Err(fault.with("count", count).into());
        }
    }
    if change.changes(&ACTIVE.def) && change.after(ACTIVE) == Some(false) {
        let count = open_deals(gate, stage)?;
        if count > 0 {
            return Err(Fault::at(ACTIVE.name(), "error-stage-holds").with("count", count).into());
        }
    }
    Ok(())
}

/// How many open deals stand in a stage, whoever may see them.
pub fn open_deals(gate: &mut Gate<'_>, stage: &Record) -> Outcome<u64> {
    deals(gate, stage, Filter::is(path(STATE), Value::Text("open".to_owned())))
}

/// How many deals stand in a stage that are like this, whoever may see them.
fn deals(gate: &mut Gate<'_>, stage: &Record, like: Filter) -> Outcome<u64> {
    let here = Filter::is(path(opportunity::STAGE), Value::Link(stage.head.id));
    let query = Query::of(&OPPORTUNITY).filter(here).filter(like);
    gate.as_engine("count the deals in a stage", |gate| gate.count(&query))
}

fn path<T>(field: Field<T>) -> Path {
    let field = OPPORTUNITY.field(field.name()).expect("declared beside it");
    Path::field(&OPPORTUNITY, field)
}
