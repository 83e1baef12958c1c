//! The ways of deals through a pipeline, as their versions tell them.

use std::collections::HashMap;

use cordee_base::{Date, Id, Moment, Outcome, Percent};
use cordee_catalog::opportunity::PIPELINE;
use cordee_catalog::{deals, pipeline, stage};
use cordee_records::{Course, Gate, Query, Sort, Span};
use cordee_rules::journey::{self, Journey, Micros, Visit};
use cordee_rules::key_stage::Key;
use cordee_rules::pipeline::State;
use cordee_rules::stages::Stages;
use cordee_schema::{Filter, Operator, Path, Record, Value};

use crate::planning::courses::{self, Was, Words};
use crate::planning::scope;

/// How buyers stand in a stage in which they decide.
const DECISION: &str = "decision";

/// A pipeline with the stages in which deals are open, in their order.
pub struct Pipeline {
    /// Which.
    pub id: Id,
    /// The stages; also those that are out of use, or in the trash: deals have passed them.
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
        let query = query.filter(its);
        let mut found = gate.list(&query)?.records;
        let gone = Query { trash: true, ..query };
        found.extend(gate.as_engine("stages that deals have passed", |gate| gate.list(&gone))?.records);
        found.sort_by_key(|stage| (stage.get(stage::ORDER), stage.head.id));
        let open = |record: &&Record| record.get(stage::KIND).as_deref() == Some(State::Open.key());
        let stages: Vec<Step> = found.iter().filter(open).map(Step::of).collect();
        let pinned = record.get(pipeline::KEY_STAGE);
        let pinned = stages.iter().position(|step| Some(step.id) == pinned).map(Key::Stage);
        Ok(Pipeline { id, stages, pinned })
    }
}

impl Step {
    fn of(record: &Record) -> Step {
        Step {
            id: record.head.id,
            name: record.title(),
            active: record.get(stage::ACTIVE) != Some(false) && record.head.deleted_at.is_none(),
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

    /// A deal that has not gone anywhere yet.
    fn nowhere() -> Deal {
        Deal { id: Id::from_i64(0), visits: Vec::new(), minor: None, outcome: journey::Outcome::Open }
    }

    /// The way that the course of a deal tells up to a moment, in place of the one before.
    fn go(&mut self, id: Id, spans: &[Span], until: Moment, words: &Words, places: &HashMap<Id, u16>) {
        (self.id, self.minor, self.outcome) = (id, None, journey::Outcome::Open);
        self.visits.clear();
        for span in spans.iter().take_while(|span| span.from <= until) {
            let was = words.was(span);
            self.minor = was.minor.or(self.minor);
            let from = span.from.micros();
            if was.state != State::Open {
                self.closes(was.state.is_won(), from);
                continue;
            }
            self.outcome = journey::Outcome::Open;
            let left = (span.to != Moment::FOREVER && span.to <= until).then(|| span.to.micros());
            if let Some(stage) = was.stage.and_then(|stage| places.get(&stage).copied()) {
                self.stays(Visit { stage, entered: from, left });
            }
        }
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

/// Which deals of a pipeline are asked about.
#[derive(Clone, Debug)]
pub struct Which {
    /// What they are like now, whatever they were then.
    pub like: Filter,
    /// The days in which they were created.
    pub created: (Option<Date>, Option<Date>),
    /// Up to when their ways are told, as they stood then; none for up to now.
    pub until: Option<Moment>,
}

impl Which {
    /// All deals of a pipeline.
    pub fn all() -> Which {
        Which { like: Filter::everything(), created: (None, None), until: None }
    }

    /// Where nothing of them is told yet; none for a pipeline without open stages.
    pub fn stages(&self, gate: &Gate<'_>, pipeline: &Pipeline) -> Option<Stages> {
        Stages::new(pipeline.stages.len(), self.until.unwrap_or_else(|| gate.now()).micros())
    }

    /// The deals of this pipeline as a filter.
    pub fn filter(&self, gate: &Gate<'_>, pipeline: Id) -> Filter {
        let its = Filter::compare(deals::of(PIPELINE), Operator::Is, Value::Link(pipeline));
        self.like.clone().and(its).and(scope::created(gate, self.created.0, self.created.1))
    }
}

/// What comes of the ways of all deals of a pipeline that are asked about: each is told, beside how it is now, to what
/// `begin` makes, and these are added up. Deals in the trash have no way, as long as they are there.
pub fn fold<T: Send>(
    gate: &mut Gate<'_>,
    pipeline: &Pipeline,
    which: &Which,
    begin: impl Fn() -> T + Sync,
    tell: impl Fn(&mut T, &Was, &Deal) + Sync,
    add: impl Fn(&mut T, T),
) -> Outcome<T> {
    // Where all are asked about, which ones are of this pipeline and of these days is seen from their courses.
    let filter = match which.like.is_everything() {
        true => Filter::everything(),
        false => which.filter(gate, pipeline.id),
    };
    let courses = courses::of_deals(gate, filter, which.until.is_some())?;
    let words = Words::of(&courses);
    let places: HashMap<Id, u16> = pipeline.stages.iter().map(|step| step.id).zip(0..).collect();
    let (first, before) = scope::bounds(gate, which.created.0, which.created.1);
    let (first, before) = (first.map_or(i64::MIN, Moment::micros), before.map_or(i64::MAX, Moment::micros));
    let until = which.until.unwrap_or(Moment::FOREVER);
    let one = |(told, deal, spans): &mut (T, Deal, Vec<Span>), course: Course<'_>| {
        let Some(last) = course.newest_first().find(|span| span.from <= until) else { return };
        // In the trash by then.
        if which.until.is_some() && last.to <= until {
            return;
        }
        let is = words.was(&last);
        let made =
            is.created.map_or(first == i64::MIN && before == i64::MAX, |at| (first..before).contains(&at));
        if made && is.pipeline == Some(pipeline.id) {
            deal.go(course.id, course.in_order(spans), until, &words, &places);
            tell(told, &is, deal);
        }
    };
    let empty = || (begin(), Deal::nowhere(), Vec::new());
    Ok(courses.fold(empty, one, |(all, ..), (more, ..)| add(all, more)).0)
}

/// What the ways of the deals that are asked about say of the stages; none of a pipeline without open stages. A way that
/// contradicts itself says nothing.
pub fn stages(gate: &mut Gate<'_>, pipeline: &Pipeline, which: &Which) -> Outcome<Option<Stages>> {
    let Some(empty) = which.stages(gate, pipeline) else { return Ok(None) };
    let tell = |stages: &mut Stages, _: &Was, deal: &Deal| {
        let _ = stages.add(&deal.journey());
    };
    fold(gate, pipeline, which, || empty.clone(), tell, |all, more| all.merge(&more)).map(Some)
}
