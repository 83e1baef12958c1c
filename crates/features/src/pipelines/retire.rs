//! A stage goes out of use: its open deals go to another stage first, and what was told of it in the past stays.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{self, OPPORTUNITY};
use cordee_catalog::stage::{ACTIVE, KIND, PIPELINE, STAGE};
use cordee_kit::{Action, Done, Input, On, SMALL_BULK};
use cordee_records::{Gate, Query, Right, Scope};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Field, Filter, Record, Value, link};

use super::stage::open_deals;

/// Where its open deals go.
const TO: Field<Id> = link("to", "stage");

/// Takes a stage out of use and moves its open deals to another.
pub static RETIRE: Action = Action {
    name: "retire",
    on: On::Object(STAGE.name),
    input: &[TO.def],
    right: Right::Edit,
    when: Some(|_, stage| Ok(stage.get(ACTIVE) != Some(false))),
    run,
};

fn run(gate: &mut Gate<'_>, stage: &Record, input: &Input) -> Outcome<Done> {
    let count = open_deals(gate, stage)?;
    if count > 0 {
        let to =
            input.get(TO).ok_or_else(|| Fault::at(TO.name(), "error-stage-holds").with("count", count))?;
        fits(gate, stage, to)?;
        if count > SMALL_BULK {
            let fault = Fault::at(TO.name(), "error-stage-many").with("count", count);
            return Err(fault.with("most", SMALL_BULK).into());
        }
        // All of them go, also those that whoever arranges stages does not see; so they may change every deal.
        if gate.access().scope(&OPPORTUNITY, Right::Edit) != Scope::All {
            return Err(Problem::NotAllowed);
        }
        gate.as_engine("empty a stage that goes out of use", |gate| move_all(gate, stage.head.id, to))?;
    }
    gate.update(stage.head.id, None, Draft::new(&STAGE).with(ACTIVE, false))?;
    Ok(Done { object: STAGE.name, id: stage.head.id })
}

/// Deals stay open in the same pipeline.
fn fits(gate: &mut Gate<'_>, stage: &Record, to: Id) -> Outcome<()> {
    let stages = gate.whole_of(&STAGE)?;
    let fits = stages.iter().find(|other| other.head.id == to && to != stage.head.id).is_some_and(|other| {
        other.get(PIPELINE) == stage.get(PIPELINE)
            && other.get(KIND).as_deref() == Some(State::Open.key())
            && other.get(ACTIVE) != Some(false)
    });
    if fits { Ok(()) } else { Err(Fault::at(TO.name(), "error-stage-goal").into()) }
}

fn move_all(gate: &mut Gate<'_>, from: Id, to: Id) -> Outcome<()> {
    let here = Filter::is(deals::of(opportunity::STAGE), Value::Link(from));
    let open = deals::in_states([State::Open.key()]);
    loop {
        let query = Query::of(&OPPORTUNITY).filter(open.clone()).filter(here.clone()).limit(200);
        let some = gate.list(&query)?.records;
        for deal in &some {
            gate.update(deal.head.id, None, Draft::new(&OPPORTUNITY).with(opportunity::STAGE, to))?;
        }
        if some.is_empty() {
            return Ok(());
        }
    }
}
