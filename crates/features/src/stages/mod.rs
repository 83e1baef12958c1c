//! Stages: what they mean for the deals that stand there must not change under them.

mod criterion;

use cordee_base::{Fault, Outcome};
use cordee_catalog::opportunity::{self, OPPORTUNITY, STATE};
use cordee_catalog::stage::{ACTIVE, KIND, STAGE};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_schema::{Field, Filter, Path, Record, Value};

/// What follows when stages are written, and what they ask for.
pub const HOOKS: [Hook; 2] =
    [Hook { object: STAGE.name, before: Some(before), after: None }, criterion::HOOK];

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
        let open = Filter::is(path(STATE), Value::Text("open".to_owned()));
        let count = deals(gate, stage, open)?;
        if count > 0 {
            return Err(Fault::at(ACTIVE.name(), "error-stage-holds").with("count", count).into());
        }
    }
    Ok(())
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
