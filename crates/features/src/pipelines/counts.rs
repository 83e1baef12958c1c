//! Which open deals count as opportunities, when their pipeline says otherwise than before.

use std::str::FromStr;

use cordee_base::{Id, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{self, COUNTS, OPPORTUNITY};
use cordee_catalog::{pipeline, stage};
use cordee_kit::{Ended, HOUSE, Job, Work};
use cordee_records::{Actor, Gate, Query};
use cordee_rules::pipeline::{State, counting_places};
use cordee_schema::{Condition, Draft, Filter, Operand, Operator, Value};
use serde_json::json;

/// How many deals are put right at once.
const AT_ONCE: usize = Query::MOST as usize;

/// Puts right which deals of a pipeline count, where there are too many for one change.
pub static COUNT_DEALS: Job = Job {
    name: "count_deals",
    queue: &HOUSE,
    every: None,
    waits: &[60, 300, 3600],
    lease: 120,
    lane_waits: None,
    run,
};

/// Puts right which open deals of a pipeline count; what is too much for now, the queue goes on with.
pub fn follow(gate: &mut Gate<'_>, pipeline: Id) -> Outcome<()> {
    if put_right(gate, pipeline)? == AT_ONCE {
        let name = format!("{} {pipeline}", COUNT_DEALS.name);
        gate.put_job(&COUNT_DEALS.with(json!({"pipeline": pipeline.to_string()})).once(name))?;
    }
    Ok(())
}

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let named = work.job.payload["pipeline"].as_str().and_then(|id| Id::from_str(id).ok());
    let Some(pipeline) = named else { return Ok(Ended::Hopeless("no pipeline is named".to_owned())) };
    let mut changed = 0;
    loop {
        let actor = Actor::system(work.job.workspace, "say which deals count");
        let some = work.records.write_now(&actor, move |gate| put_right(gate, pipeline))?;
        changed += some;
        if some < AT_ONCE || (work.stopping)() {
            return Ok(Ended::Done(changed.to_string()));
        }
    }
}

/// Puts right some deals; gives how many there were.
fn put_right(gate: &mut Gate<'_>, id: Id) -> Outcome<usize> {
    let pipelines = gate.whole_of(&pipeline::PIPELINE)?;
    let from = pipelines.iter().find(|one| one.head.id == id).and_then(|one| one.get(pipeline::COUNTS_FROM));
    let stages = gate.whole_of(&stage::STAGE)?;
    let way: Vec<Id> =
        stages.iter().filter(|one| one.get(stage::PIPELINE) == Some(id)).map(|one| one.head.id).collect();
    let counting = counting_places(&way, from);
    gate.as_engine("say which deals count", |gate| {
        let mut count = 0;
        for counts in [true, false] {
            let its = way.iter().zip(&counting).filter(|(_, counting)| **counting == counts);
            let its: Vec<Value> = its.map(|(id, _)| Value::Link(*id)).collect();
            let left = u32::try_from(AT_ONCE - count).unwrap_or_default();
            if its.is_empty() || left == 0 {
                continue;
            }
            let wrong = Filter::Not(Box::new(Filter::is(deals::of(COUNTS), Value::YesNo(counts))));
            let here = Filter::Where(Condition {
                path: deals::of(opportunity::STAGE),
                operator: Operator::Is,
                operand: Operand::Values(its),
            });
            let open = deals::in_states([State::Open.key()]);
            let query = Query::of(&OPPORTUNITY).filter(open).filter(here).filter(wrong).limit(left);
            for deal in gate.list(&query)?.records {
                gate.update(deal.head.id, None, Draft::new(&OPPORTUNITY).with(COUNTS, counts))?;
                count += 1;
            }
        }
        Ok(count)
    })
}
