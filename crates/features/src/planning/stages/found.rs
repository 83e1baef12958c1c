//! Every day: at which stage of each pipeline it is decided whether a deal is won, as the past has it; boards mark it where
//! nobody has said which it is.

use cordee_base::{Id, Outcome};
use cordee_catalog::pipeline::{FOUND_KEY_STAGE, PIPELINE};
use cordee_kit::{Ended, HOUSE, Job, Work};
use cordee_records::{Actor, Gate};
use cordee_rules::key_stage::{Key, Marked, mark, weigh};
use cordee_schema::{Draft, Value};

use super::SURE;
use super::journeys::{self, Pipeline, Which};

/// Finds the key stage of each pipeline.
pub static FIND_KEY_STAGES: Job = Job {
    name: "find_key_stages",
    queue: &HOUSE,
    every: Some(24 * 3600),
    waits: &[60, 300, 3600],
    lease: 600,
    lane_waits: None,
    run,
};

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let actor = Actor::system(work.job.workspace, "find where deals are decided");
    let pipelines = work.records.read_now(&actor, |gate| {
        let pipelines = gate.whole_of(&PIPELINE)?;
        Ok(pipelines.iter().map(|one| (one.head.id, one.get(FOUND_KEY_STAGE))).collect::<Vec<_>>())
    })?;
    let mut changed = 0;
    for (id, kept) in pipelines {
        if (work.stopping)() {
            break;
        }
        let found = work.records.read_now(&actor, move |gate| key_stage(gate, id))?;
        if found != kept {
            work.records.write_now(&actor, move |gate| {
                let mut draft = Draft::new(&PIPELINE);
                draft.set(FOUND_KEY_STAGE.name(), found.map_or(Value::None, Value::Link));
                gate.as_engine("keep where deals are decided", |gate| gate.update(id, None, draft.clone()))
            })?;
            changed += 1;
        }
    }
    Ok(Ended::Done(format!("{changed} pipelines")))
}

/// The stage that decides most, of all deals of the pipeline; none where too few deals tell, or no stage stands out.
fn key_stage(gate: &mut Gate<'_>, id: Id) -> Outcome<Option<Id>> {
    let pipeline = Pipeline::read(gate, id)?;
    let Some(counted) = journeys::stages(gate, &pipeline, &Which::all())? else { return Ok(None) };
    match mark(&weigh(&counted, &[], SURE), None) {
        Marked::Found(Key::Stage(at)) => Ok(pipeline.stages.get(at).map(|step| step.id)),
        _ => Ok(None),
    }
}
