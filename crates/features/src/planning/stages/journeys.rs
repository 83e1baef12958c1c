//! The ways of deals through a pipeline, as their versions tell them.

use std::collections::{HashMap, HashSet};

use cordee_base::{Id, Moment, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY, STAGE, STATE};
use cordee_catalog::{pipeline, stage};
use cordee_kit::Wish;
use cordee_records::{Gate, Query, Sort, Stretch, Stretches};
use cordee_rules::journey::{self, Journey, Micros, Visit};
use cordee_rules::key_stage::Key;
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Operator, Path, Record, Value};

use cordee_catalog::deals;

/// What is read of each stretch.
const FIELDS: [&str; 3] = [STATE.name(), STAGE.name(), AMOUNT.name()];

/// Up to so many deals are asked for by name; of more, all of the pipeline are read and the others passed over.
pub const NAMED: usize = 5_000;

/// Before any deal: the first day of the year 1, which both databases know.
pub const BEGINNING: Moment = Moment::from_micros(-62_135_596_800_000_000);

/// How buyers stand in a stage in which they decide.
const DECISION: &str = "decision";

/// A pipeline with the stages in which deals are open, in their order.
pub struct Pipeline {
    /// Which.
    pub id: Id,
    /// The stages; those that are out of use too.
    pub stages: Vec<Step>,
    /// The key stage, if somebody said which it is.
    pub pinned: Option<Key>,
}

/// A stage of it.
pub struct Step {
    /// Which.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Deals can still come here.
    pub active: bool,
    /// How many of a hundred deals here are won, as somebody has set it.
    pub probability: Option<Percent>,
    /// The buyer decides here.
    pub decides: bool,
}

/// The way of one deal.
pub struct Deal {
    /// Which.
    pub id: Id,
    /// Its stays in open stages of the pipeline.
    pub visits: Vec<Visit>,
    minor: Option<i64>,
    /// How it stands.
    pub outcome: journey::Outcome,
}

impl Pipeline {
    /// The pipeline with this id, as far as its stages may be seen.
    pub fn read(gate: &mut Gate<'_>, id: Id) -> Outcome<Pipeline> {
        let object = gate.object(pipeline::PIPELINE.name)?;
        let record = gate.get(object, id)?;
        let object = gate.object(stage::STAGE.name)?;
        let field = object.field(stage::PIPELINE.name()).unwrap_or(&stage::PIPELINE.def);
        let query = Query {
            sort: vec![Sort { field: stage::ORDER.name(), descending: false }],
            limit: Query::MOST,
            ..Query::of(object)
        };
        let its = Filter::compare(Path::field(object, field), Operator::Is, Value::Link(id));
        let found = gate.list(&query.filter(its))?.records;
        let open = |record: &&Record| record.get(stage::KIND).as_deref() == Some(State::Open.key());
        let stages: Vec<Step> = found.iter().filter(open).map(Step::of).collect();
        let pinned = record.get(pipeline::KEY_STAGE);
        let pinned = stages.iter().position(|step| Some(step.id) == pinned).map(Key::Stage);
        Ok(Pipeline { id, stages, pinned })
    }

    /// The places of the stages.
    fn places(&self) -> HashMap<Id, u16> {
        self.stages.iter().map(|step| step.id).zip(0..).collect()
    }
}

impl Step {
    fn of(record: &Record) -> Step {
        Step {
            id: record.head.id,
            name: record.title(),
            active: record.get(stage::ACTIVE) != Some(false),
            probability: record.get(stage::PROBABILITY),
            decides: record.get(stage::BUYING_STEP).as_deref() == Some(DECISION),
        }
    }
}

impl Deal {
    /// As the reckoning takes it.
    pub fn journey(&self) -> Journey<'_> {
        Journey { visits: &self.visits, minor: self.minor, outcome: self.outcome }
    }

    /// What it is worth, in minor units, as far as anybody has ever said.
    pub fn minor(&self) -> Option<i64> {
        self.minor
    }

    /// The way that these stretches of one deal, in the order of time, tell; none of a deal that is in the trash.
    fn of(stretches: &[Stretch], places: &HashMap<Id, u16>) -> Option<Deal> {
        let last = stretches.last().filter(|last| last.to == Moment::FOREVER)?;
        let mut deal = Deal { id: last.id, visits: Vec::new(), minor: None, outcome: journey::Outcome::Open };
        for stretch in stretches {
            let [state, stage, amount] = stretch.values.as_slice() else { continue };
            if let Value::Money(money) = amount {
                deal.minor = Some(money.minor());
            }
            let from = stretch.from.micros();
            match state.as_text().and_then(State::named).unwrap_or(State::Open) {
                State::Open => {
                    deal.outcome = journey::Outcome::Open;
                    let stage = stage.as_link().and_then(|id| places.get(&id).copied());
                    let left = (stretch.to != Moment::FOREVER).then(|| stretch.to.micros());
                    if let Some(stage) = stage {
                        deal.stays(Visit { stage, entered: from, left });
                    }
                }
                state => deal.closes(state.is_won(), from),
            }
        }
        Some(deal)
    }

    /// Another stretch in an open stage; one with the stay before, if that was the same stage up to now.
    fn stays(&mut self, visit: Visit) {
        match self.visits.last_mut() {
            Some(before) if before.stage == visit.stage && before.left == Some(visit.entered) => {
                before.left = visit.left;
            }
            _ => self.visits.push(visit),
        }
    }

    /// Another stretch in a closed stage; the close is the first of those that are alike in a row.
    fn closes(&mut self, won: bool, at: Micros) {
        self.outcome = match self.outcome {
            journey::Outcome::Won(since) if won => journey::Outcome::Won(since),
            journey::Outcome::Lost(since) if !won => journey::Outcome::Lost(since),
            _ if won => journey::Outcome::Won(at),
            _ => journey::Outcome::Lost(at),
        };
    }
}

/// The ways of the deals that are now as asked.
pub fn read(gate: &mut Gate<'_>, wish: &Wish, pipeline: &Pipeline, asked: &Filter) -> Outcome<Vec<Deal>> {
    // What a filter says of fields that change would cut a way into pieces; so it picks the deals, and their ways are
    // read whole. The pipeline and the day of creation are the same in all versions.
    let now = gate.now();
    let chosen = match wish.filter.is_everything() {
        true => None,
        false => Some(alike(gate, asked, now)?),
    };
    let (filter, only) = match &chosen {
        None => (asked.clone(), None),
        Some(ids) if ids.len() <= NAMED => (Filter::everything(), Some(ids.iter().copied().collect())),
        Some(_) => {
            let of = deals::of(cordee_catalog::opportunity::PIPELINE);
            (Filter::compare(of, Operator::Is, Value::Link(pipeline.id)), None)
        }
    };
    let mut stretches = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter,
        since: BEGINNING,
        until: now,
        fields: FIELDS.to_vec(),
        only,
    })?;
    if let Some(ids) = &chosen {
        stretches.retain(|stretch| ids.contains(&stretch.id));
    }
    stretches.sort_unstable_by_key(|stretch| (stretch.id, stretch.from));
    let places = pipeline.places();
    let deals = stretches.chunk_by(|one, next| one.id == next.id);
    Ok(deals.filter_map(|deal| Deal::of(deal, &places)).collect())
}

/// The deals that are like this now.
fn alike(gate: &mut Gate<'_>, filter: &Filter, now: Moment) -> Outcome<HashSet<Id>> {
    let there = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: filter.clone(),
        since: now,
        until: now,
        fields: Vec::new(),
        only: None,
    })?;
    Ok(there.iter().map(|stretch| stretch.id).collect())
}
