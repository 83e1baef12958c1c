//! Open deals weighed for the work that is put into them.

use std::collections::{HashMap, HashSet};

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::buying_signal::FRESH;
use cordee_catalog::deals;
use cordee_catalog::opportunity::{LAST_SIGNAL, NEXT_STEP_DATE, OPPORTUNITY};
use cordee_records::Gate;
use cordee_rules::focus::{self, Deal, Limits, Ranked};
use cordee_rules::pipeline::State;
use cordee_schema::{Field, Filter, Operator, Value};

use crate::planning::odds::learned::Learned;
use crate::planning::odds::lives;
use crate::planning::odds::open::Open;

/// All open deals, those worth most work first.
pub struct Focus<'a>(Vec<Weighed<'a>>);

/// An open deal at its place.
pub struct Weighed<'a> {
    /// The deal.
    pub open: &'a Open,
    /// Whether there is a fresh buying signal.
    pub signal: bool,
    /// Its score, and what speaks against it.
    pub ranked: Ranked,
}

/// Which deals have a fresh buying signal, and which a next step to come. Nobody keeps how that was: of a day that is over
/// nothing is known of it, which is the default.
#[derive(Default)]
pub struct Plans {
    signals: HashSet<Id>,
    /// None where it is not known, or may not be.
    planned: Option<HashSet<Id>>,
}

impl Plans {
    /// Those of the deals that are asked about.
    pub fn read(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<Plans> {
        let today = gate.today();
        let fresh = today.saturating_sub(jiff::Span::new().days(FRESH));
        let signals = since(gate, asked, LAST_SIGNAL, fresh)?.unwrap_or_default();
        Ok(Plans { signals, planned: since(gate, asked, NEXT_STEP_DATE, today)? })
    }
}

impl<'a> Focus<'a> {
    /// Weighs deals that were open at a moment.
    pub fn weigh(learned: &Learned, open: &'a [Open], plans: &Plans, at: Moment) -> Focus<'a> {
        let Plans { signals, planned } = plans;
        let at = at.micros();
        let deal = |open: &Open| Deal {
            deal: open.id(),
            minor: open.stood.minor,
            probability: open.told.probability(),
            signal: signals.contains(&open.id()),
            days_in_stage: Some(lives::days(at - open.stood.since)),
            usual_days: learned.usual_days(open.stood.stage),
            days_silent: learned.days_silent(&open.life, at),
            slips: open.stood.slips,
            next_step: planned.as_ref().is_none_or(|planned| planned.contains(&open.id())),
        };
        let all: Vec<Deal> = open.iter().map(deal).collect();
        let by_id: HashMap<Id, &Open> = open.iter().map(|open| (open.id(), open)).collect();
        let ranked = focus::rank(&all, &Limits::usual());
        let weighed = ranked.into_iter().filter_map(|ranked| {
            let open = by_id.get(&ranked.deal).copied()?;
            Some(Weighed { open, signal: signals.contains(&ranked.deal), ranked })
        });
        Focus(weighed.collect())
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Weighed<'a>> {
        self.0.iter()
    }
}

/// The open deals with this date on a day or after it; none where it may not be seen, or not all that it is told from.
fn since(gate: &mut Gate<'_>, asked: &Filter, field: Field<Date>, day: Date) -> Outcome<Option<HashSet<Id>>> {
    let object = gate.object(OPPORTUNITY.name)?;
    let seen = gate.visible(object).find(|seen| seen.name == field.name());
    if !seen.is_some_and(|seen| gate.sees_whole(seen)) {
        return Ok(None);
    }
    let later = Filter::compare(deals::of(field), Operator::AtLeast, Value::Date(day));
    let open = deals::in_states(State::keys(|state| state == State::Open));
    let now = gate.now();
    let found = lives::like(gate, &open.and(later).and(asked.clone()), now)?;
    Ok(Some(found.into_iter().map(|(id, _)| id).collect()))
}
