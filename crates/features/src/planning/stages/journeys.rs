//! The ways of deals through a pipeline, as their versions tell them.

use cordee_base::{Date, Id, Moment, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY, PIPELINE, STAGE, STATE};
use cordee_catalog::{deals, pipeline, stage};
use cordee_records::{Course, Courses, CoursesOf, Gate, Held, Query, Sort};
use cordee_rules::journey::{self, Journey, Micros, Visit};
use cordee_rules::key_stage::Key;
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Operator, Path, Record, Value, system};

use crate::planning::scope;

/// What is read of each stretch; the pipeline and the day of creation are the same in all of them.
const FIELDS: &[&str] =
    &[STATE.name(), STAGE.name(), AMOUNT.name(), PIPELINE.name(), system::CREATED_AT.name()];

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

    /// The way that the course of a deal tells, in place of the one before; none of a deal that was never in a stage that
    /// may be seen.
    fn tell(&mut self, course: Course<'_>, words: &Words) {
        (self.id, self.minor, self.outcome) = (course.id, None, journey::Outcome::Open);
        self.visits.clear();
        for span in course.spans {
            let [state, stage, amount, ..] = span.held;
            if let Held::Number(minor) = amount {
                self.minor = Some(minor);
            }
            let from = span.from.micros();
            match words.state(state) {
                State::Open => {
                    self.outcome = journey::Outcome::Open;
                    let left = (span.to != Moment::FOREVER).then(|| span.to.micros());
                    if let Some(stage) = words.place(stage) {
                        self.stays(Visit { stage, entered: from, left });
                    }
                }
                state => self.closes(state.is_won(), from),
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

/// What the words of courses stand for.
struct Words {
    states: Vec<State>,
    places: Vec<Option<u16>>,
    ours: Vec<bool>,
}

impl Words {
    fn of(courses: &Courses, pipeline: &Pipeline) -> Words {
        let place = |value: &Value| {
            let at = pipeline.stages.iter().position(|step| Some(step.id) == value.as_link());
            at.and_then(|at| u16::try_from(at).ok())
        };
        let state = |value: &Value| value.as_text().and_then(State::named).unwrap_or(State::Open);
        Words {
            states: courses.words(0).iter().map(state).collect(),
            places: courses.words(1).iter().map(place).collect(),
            ours: courses.words(3).iter().map(|value| value.as_link() == Some(pipeline.id)).collect(),
        }
    }

    fn state(&self, held: Held) -> State {
        word(&self.states, held).unwrap_or(State::Open)
    }

    fn place(&self, held: Held) -> Option<u16> {
        word(&self.places, held).flatten()
    }

    fn is_ours(&self, held: Held) -> bool {
        word(&self.ours, held).unwrap_or(false)
    }
}

fn word<T: Copy>(words: &[T], held: Held) -> Option<T> {
    match held {
        Held::Word(word) => words.get(word as usize).copied(),
        Held::Nothing | Held::Number(_) => None,
    }
}

/// Which deals of a pipeline are asked about.
#[derive(Clone, Debug)]
pub struct Which {
    /// What they are like now, whatever they were then.
    pub like: Filter,
    /// The days in which they were created.
    pub created: (Option<Date>, Option<Date>),
}

impl Which {
    /// All deals of a pipeline.
    pub fn all() -> Which {
        Which { like: Filter::everything(), created: (None, None) }
    }

    /// The deals of this pipeline as a filter.
    pub fn filter(&self, gate: &Gate<'_>, pipeline: Id) -> Filter {
        let its = Filter::compare(deals::of(PIPELINE), Operator::Is, Value::Link(pipeline));
        self.like.clone().and(its).and(scope::created(gate, self.created.0, self.created.1))
    }
}

/// Hands over the way of each deal of a pipeline that is asked about; those in the trash have none.
pub fn each(
    gate: &mut Gate<'_>,
    pipeline: &Pipeline,
    which: &Which,
    mut way: impl FnMut(&Deal),
) -> Outcome<()> {
    // Where all are asked about, which ones are of this pipeline and of these days is seen from their courses.
    let filter = match which.like.is_everything() {
        true => Filter::everything(),
        false => which.filter(gate, pipeline.id),
    };
    let courses = gate.courses(&CoursesOf { object: &OPPORTUNITY, fields: FIELDS, filter })?;
    let words = Words::of(&courses, pipeline);
    let (first, until) = scope::bounds(gate, which.created.0, which.created.1);
    let (first, until) = (first.map_or(i64::MIN, Moment::micros), until.map_or(i64::MAX, Moment::micros));
    let mut deal =
        Deal { id: Id::from_i64(0), visits: Vec::new(), minor: None, outcome: journey::Outcome::Open };
    courses.each(|course| {
        let Some([.., of, created, _]) = course.spans.last().map(|last| last.held) else { return };
        let made = match created {
            Held::Number(at) => (first..until).contains(&at),
            Held::Nothing | Held::Word(_) => first == i64::MIN && until == i64::MAX,
        };
        if made && words.is_ours(of) {
            deal.tell(course, &words);
            way(&deal);
        }
    });
    Ok(())
}
