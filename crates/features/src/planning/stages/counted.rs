//! All that is counted of the deals of a pipeline, in one walk over their courses.

use cordee_base::Outcome;
use cordee_records::Gate;
use cordee_rules::stages::Stages;

use super::events::{self, Named};
use super::facts::Deals;
use super::journeys::{self, Deal, Pipeline, Which};
use crate::planning::courses::Was;

/// What the deals of a pipeline say.
#[derive(Clone)]
pub struct Counted {
    /// Of its stages.
    pub stages: Stages,
    /// Of what may have happened on their way.
    pub events: Vec<Named>,
    /// Of themselves.
    pub deals: Deals,
    /// How many were never in one of its stages.
    pub unknown: i64,
    /// How many have a way that contradicts itself.
    pub strange: i64,
}

impl Counted {
    fn tell(&mut self, is: &Was, deal: &Deal) {
        self.deals.tell(is);
        match self.stages.add(&deal.journey()) {
            Ok(()) => self.events.iter_mut().for_each(|event| event.tell(deal)),
            Err(_) if deal.visits.is_empty() => self.unknown += 1,
            Err(_) => self.strange += 1,
        }
    }

    fn merge(&mut self, other: &Counted) {
        self.stages.merge(&other.stages);
        self.events.iter_mut().zip(&other.events).for_each(|(event, more)| event.event.merge(&more.event));
        self.deals.merge(&other.deals);
        self.unknown += other.unknown;
        self.strange += other.strange;
    }
}

/// What the deals that are asked about say; none of a pipeline without open stages.
pub fn of(gate: &mut Gate<'_>, pipeline: &Pipeline, which: &Which) -> Outcome<Option<Counted>> {
    let Some(stages) = which.stages(gate, pipeline) else { return Ok(None) };
    let events = events::of(gate, pipeline, which.until)?;
    let empty = Counted { stages, events, deals: Deals::default(), unknown: 0, strange: 0 };
    let counted =
        journeys::fold(gate, pipeline, which, || empty.clone(), Counted::tell, |all, more| all.merge(&more))?;
    Ok(Some(counted))
}
