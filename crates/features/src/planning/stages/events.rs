//! What may have happened on the way of a deal, as far as its history says so.

use std::collections::HashMap;
use std::sync::Arc;

use cordee_base::{Id, Moment, Outcome};
use cordee_catalog::activity::{ACTIVITY, DONE_AT, OPPORTUNITY};
use cordee_records::{By, FieldRight, Gate, Grouping, Measure, Reckon};
use cordee_rules::journey::Micros;
use cordee_rules::key_stage::Event;
use cordee_schema::{Condition, Filter, Operator, Path, Value};

use super::journeys::{Deal, Pipeline};

/// Spoke with, met or wrote to the customer, who was there: a call that nobody took is no contact.
const CONTACT: &str = "done = yes and kind in (call, email, meeting, demo, visit) \
    and outcome not in (no_answer, voicemail, wrong_number, no_show)";

/// Showed it to the customer, who was there.
const DEMONSTRATION: &str =
    "done = yes and kind = demo and outcome not in (no_answer, voicemail, wrong_number, no_show)";

/// Talked or wrote about the price; where nothing is said of it, there was no such talk.
const PRICE: &str = "done = yes and topics has price and kind in (call, email, meeting, demo, visit) \
    and outcome not in (no_answer, voicemail, wrong_number, no_show)";

/// The events that are known by what was done.
const DONE: &[(&str, &str)] = &[
    ("report-event-contact", CONTACT),
    ("report-event-demonstration", DEMONSTRATION),
    ("report-event-price", PRICE),
];

/// An event, and how deals ended with it and without.
#[derive(Clone)]
pub struct Named {
    /// Its word.
    pub word: &'static str,
    /// How deals ended.
    pub event: Event,
    /// It is nothing but the reaching of a stage, which is weighed already.
    pub is_stage: bool,
    happened: Happened,
}

/// How it is known when an event was.
#[derive(Clone)]
enum Happened {
    /// By an activity that was done, by deal.
    Done(Arc<HashMap<Id, Micros>>),
    /// By coming into one of these stages.
    Entered(Vec<u16>),
}

impl Named {
    fn new(word: &'static str, happened: Happened) -> Named {
        let is_stage = matches!(happened, Happened::Entered(_));
        Named { word, event: Event::default(), is_stage, happened }
    }

    /// Tells of one deal.
    pub fn tell(&mut self, deal: &Deal) {
        let at = match &self.happened {
            Happened::Done(first) => first.get(&deal.id).copied(),
            Happened::Entered(stages) => {
                deal.visits.iter().find(|visit| stages.contains(&visit.stage)).map(|visit| visit.entered)
            }
        };
        self.event.add(at, deal.outcome, deal.minor());
    }
}

/// The events that can be known up to a moment, or now; nothing is told of any deal yet.
pub fn of(gate: &mut Gate<'_>, pipeline: &Pipeline, until: Option<Moment>) -> Outcome<Vec<Named>> {
    let mut events = Vec::new();
    for (word, filter) in DONE {
        if let Some(first) = first_done(gate, pipeline, filter, until)? {
            events.push(Named::new(word, Happened::Done(Arc::new(first))));
        }
    }
    let decides: Vec<u16> =
        (0..).zip(&pipeline.stages).filter_map(|(place, step)| step.decides.then_some(place)).collect();
    if !decides.is_empty() {
        events.push(Named::new("report-event-decision", Happened::Entered(decides)));
    }
    Ok(events)
}

/// When activities like this were first done, by their deal; none where activities, or what is asked of them, may not be
/// seen.
fn first_done(
    gate: &mut Gate<'_>,
    pipeline: &Pipeline,
    like: &str,
    until: Option<Moment>,
) -> Outcome<Option<HashMap<Id, Micros>>> {
    let Ok(object) = gate.object(ACTIVITY.name) else { return Ok(None) };
    let like = format!("{like} and opportunity.pipeline = {}", pipeline.id);
    let filter = Filter::parse(&like, gate.catalog(), object, gate.reading())?;
    let hidden = |condition: &&Condition| {
        gate.access().field(condition.path.object, condition.path.field) == FieldRight::Hidden
    };
    if filter.conditions().iter().any(hidden) {
        return Ok(None);
    }
    let [deal, done] = [&OPPORTUNITY.def, &DONE_AT.def]
        .map(|field| Path::field(object, object.field(field.name).unwrap_or(field)));
    let filter = match until {
        Some(until) => filter.and(Filter::compare(done.clone(), Operator::AtMost, Value::Moment(until))),
        None => filter,
    };
    let first = gate.by_link(&Grouping {
        object,
        by: vec![By { path: deal, period: None }],
        measures: vec![Measure::of(Reckon::Min(done))],
        filter,
        as_of: None,
    })?;
    Ok(Some(first.into_iter().filter_map(|(deal, at)| Some((deal, i64::try_from(at).ok()?))).collect()))
}
