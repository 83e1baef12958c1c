//! What may have happened on the way of a deal, as far as its history says so.
//!
//! A talk about the price is not among them: nothing that is noted says that there was none.

use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_catalog::activity::{ACTIVITY, DONE_AT, OPPORTUNITY};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::journey::Micros;
use cordee_rules::key_stage::Event;
use cordee_schema::{Filter, Path};

use super::journeys::{Deal, Pipeline};

/// Spoke with, met or wrote to the customer, who was there: a call that nobody took is no contact.
const CONTACT: &str = "done = yes and kind in (call, email, meeting, demo, visit) \
    and outcome not in (no_answer, voicemail, wrong_number, no_show)";

/// Showed it to the customer, who was there.
const DEMONSTRATION: &str =
    "done = yes and kind = demo and outcome not in (no_answer, voicemail, wrong_number, no_show)";

/// An event, and how deals ended with it and without.
pub struct Named {
    /// Its word.
    pub word: &'static str,
    /// How deals ended.
    pub event: Event,
    /// It is nothing but the reaching of a stage, which is weighed already.
    pub is_stage: bool,
}

/// The events that can be known, over all deals.
pub fn of(gate: &mut Gate<'_>, pipeline: &Pipeline, deals: &[&Deal]) -> Outcome<Vec<Named>> {
    let mut events = Vec::new();
    for (word, filter) in [("report-event-contact", CONTACT), ("report-event-demonstration", DEMONSTRATION)] {
        if let Some(first) = first_done(gate, pipeline, filter)? {
            let event = over(deals, |deal| first.get(&deal.id).copied());
            events.push(Named { word, event, is_stage: false });
        }
    }
    if pipeline.stages.iter().any(|step| step.decides) {
        let decides = |deal: &Deal| {
            let here = |stage: u16| pipeline.stages.get(usize::from(stage)).is_some_and(|step| step.decides);
            deal.visits.iter().find(|visit| here(visit.stage)).map(|visit| visit.entered)
        };
        let event = over(deals, decides);
        events.push(Named { word: "report-event-decision", event, is_stage: true });
    }
    Ok(events)
}

fn over(deals: &[&Deal], happened: impl Fn(&Deal) -> Option<Micros>) -> Event {
    let mut event = Event::default();
    for deal in deals {
        event.add(happened(deal), deal.outcome, deal.minor());
    }
    event
}

/// When activities like this were first done, by their deal; none where activities may not be seen.
fn first_done(gate: &mut Gate<'_>, pipeline: &Pipeline, like: &str) -> Outcome<Option<HashMap<Id, Micros>>> {
    let Ok(object) = gate.object(ACTIVITY.name) else { return Ok(None) };
    let like = format!("{like} and opportunity.pipeline = {}", pipeline.id);
    let filter = Filter::parse(&like, gate.catalog(), object, gate.reading())?;
    let [deal, done] = [&OPPORTUNITY.def, &DONE_AT.def]
        .map(|field| Path::field(object, object.field(field.name).unwrap_or(field)));
    let found = gate.group(&Grouping {
        object,
        by: vec![By { path: deal, period: None }],
        measures: vec![Measure::of(Reckon::Min(done))],
        filter,
        as_of: None,
    })?;
    let first = |row: &cordee_records::GroupRow| {
        let deal = row.keys.first()?.value.as_link()?;
        Some((deal, row.values.first().copied().flatten().and_then(|at| i64::try_from(at).ok())?))
    };
    Ok(Some(found.iter().filter_map(first).collect()))
}
