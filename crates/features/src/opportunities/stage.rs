//! The stages of a workspace, as far as deals need them.

use cordee_base::{Fault, Id, Outcome, Percent, Problem};
use cordee_catalog::{pipeline, stage};
use cordee_records::Gate;
use cordee_rules::pipeline::{Stage as Rule, State, counting_places};
use cordee_schema::Record;

/// A stage and what it makes of deals.
pub struct Stage {
    /// Its id.
    pub id: Id,
    /// The pipeline that it is a step of.
    pub pipeline: Id,
    /// What its kind makes of deals.
    pub state: State,
    /// Whether deals can come to it.
    pub active: bool,
    probability: Option<Percent>,
    forecast_category: Option<String>,
}

impl Stage {
    /// The stage for the rules.
    pub fn rule(&self) -> Rule<'_> {
        Rule {
            state: self.state,
            probability: self.probability,
            forecast_category: self.forecast_category.as_deref(),
        }
    }

    fn of(record: &Record) -> Option<Stage> {
        Some(Stage {
            id: record.head.id,
            pipeline: record.get(stage::PIPELINE)?,
            state: State::named(&record.get(stage::KIND)?)?,
            active: record.get(stage::ACTIVE) != Some(false),
            probability: record.get(stage::PROBABILITY),
            forecast_category: record.get(stage::FORECAST_CATEGORY),
        })
    }
}

/// The stage with this id.
pub fn named(gate: &mut Gate<'_>, id: Id) -> Outcome<Option<Stage>> {
    let stages = gate.whole_of(&stage::STAGE)?;
    Ok(stages.iter().find(|stage| stage.head.id == id).and_then(Stage::of))
}

/// Whether deals that stand in a stage count as opportunities.
pub fn counts(gate: &mut Gate<'_>, here: &Stage) -> Outcome<bool> {
    let pipelines = gate.whole_of(&pipeline::PIPELINE)?;
    let its = pipelines.iter().find(|one| one.head.id == here.pipeline);
    let Some(from) = its.and_then(|one| one.get(pipeline::COUNTS_FROM)) else { return Ok(true) };
    let stages = gate.whole_of(&stage::STAGE)?;
    let way = stages.iter().filter(|one| one.get(stage::PIPELINE) == Some(here.pipeline));
    let way: Vec<Id> = way.map(|one| one.head.id).collect();
    let place = way.iter().position(|id| *id == here.id);
    Ok(place.is_none_or(|place| counting_places(&way, Some(from))[place]))
}

/// The first stage like this of a pipeline that deals can come to.
pub fn first(gate: &mut Gate<'_>, pipeline: Id, like: impl Fn(&Stage) -> bool) -> Outcome<Option<Stage>> {
    let stages = gate.whole_of(&stage::STAGE)?;
    let mut here =
        stages.iter().filter_map(Stage::of).filter(|stage| stage.pipeline == pipeline && stage.active);
    Ok(here.find(|stage| like(stage)))
}

/// The first stage of a pipeline that makes deals so; a fault if it has none.
pub fn needed(gate: &mut Gate<'_>, pipeline: Option<Id>, state: State) -> Outcome<Id> {
    let found = match pipeline {
        Some(pipeline) => first(gate, pipeline, |stage| stage.state == state)?,
        None => None,
    };
    found.map(|stage| stage.id).ok_or_else(|| Problem::invalid(Fault::at("stage", "error-stage-none")))
}

/// The first pipeline in which new deals can be put.
pub fn first_pipeline(gate: &mut Gate<'_>) -> Outcome<Option<Id>> {
    let pipelines = gate.whole_of(&pipeline::PIPELINE)?;
    let active = |pipeline: &&Record| pipeline.get(pipeline::ACTIVE) == Some(true);
    Ok(pipelines.iter().find(active).map(|pipeline| pipeline.head.id))
}
