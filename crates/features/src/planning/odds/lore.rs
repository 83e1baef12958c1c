//! What one knows beside a deal itself: who has won how much before, when one spoke with whom, what is usual.

use std::collections::HashMap;

use cordee_base::{Id, Outcome, Percent};
use cordee_catalog::activity::{self, ACTIVITY};
use cordee_catalog::stage;
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::journey::Micros;
use cordee_rules::learned::{Learned, smoothed};
use cordee_rules::odds::{Known, LATELY};
use cordee_rules::probability::Probability;
use cordee_rules::proportion::Share;
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Value};

use super::lives::{DAY, Life};

/// Spoke with, met or wrote to the customer.
const CONTACT: &str = "done = yes and kind in (call, email, meeting, demo, visit)";

/// So many deals are named in one question about their activities.
const AT_ONCE: usize = 500;

/// All of it.
#[derive(Default)]
pub struct Lore {
    all: Closes,
    owners: HashMap<Id, Closes>,
    contacts: Option<HashMap<Id, Vec<Micros>>>,
    stages: HashMap<Id, Probability>,
    /// What the deal in the middle is worth, in minor units.
    usual: Option<f64>,
}

/// When deals were closed, in the order of time, and how many were won up to each.
#[derive(Default)]
struct Closes(Vec<(Micros, u64)>);

impl Closes {
    fn of(mut closes: Vec<(Micros, bool)>) -> Closes {
        closes.sort_unstable();
        let mut won = 0;
        let counted = closes.into_iter().map(|(at, is_won)| {
            won += u64::from(is_won);
            (at, won)
        });
        Closes(counted.collect())
    }

    /// Won and lost before a moment.
    fn before(&self, at: Micros) -> Share {
        let closed = self.0.partition_point(|(when, _)| *when < at);
        let won = closed.checked_sub(1).and_then(|last| self.0.get(last)).map_or(0, |(_, won)| *won);
        Share { yes: won, no: closed as u64 - won }
    }
}

impl Lore {
    /// What these closed deals teach, and what was done in all of those named.
    pub fn read(gate: &mut Gate<'_>, closed: &[Life], named: &[Id]) -> Outcome<Lore> {
        let mut owners: HashMap<Id, Vec<(Micros, bool)>> = HashMap::new();
        for life in closed {
            if let (Some(owner), Some(ended)) = (life.owner(), life.ended) {
                owners.entry(owner).or_default().push(ended);
            }
        }
        let stages = gate.whole_of(&stage::STAGE)?;
        let set = |id, percent: Option<Percent>| Some((id, percent.and_then(Probability::from_percent)?));
        Ok(Lore {
            all: Closes::of(closed.iter().filter_map(|life| life.ended).collect()),
            owners: owners.into_iter().map(|(owner, closes)| (owner, Closes::of(closes))).collect(),
            contacts: contacts(gate, named)?,
            stages: stages.iter().filter_map(|one| set(one.head.id, one.get(stage::PROBABILITY))).collect(),
            usual: median(closed.iter().filter_map(Life::minor).filter(|minor| *minor > 0).collect()),
        })
    }

    /// Learns of what was done in further deals.
    pub fn hear(&mut self, gate: &mut Gate<'_>, named: &[Id]) -> Outcome<()> {
        if let (Some(known), Some(more)) = (&mut self.contacts, contacts(gate, named)?) {
            known.extend(more);
        }
        Ok(())
    }

    /// The same without what was done in single deals.
    pub fn without_talks(self) -> Lore {
        Lore { contacts: self.contacts.map(|_| HashMap::new()), ..self }
    }

    /// What was known of a deal at a moment, with what was done in it; none where it was not open.
    pub fn known_alone(&self, gate: &mut Gate<'_>, life: &Life, at: Micros) -> Outcome<Option<Known>> {
        let Some(known) = self.known(life, at) else { return Ok(None) };
        let talks = if self.contacts.is_some() { contacts(gate, &[life.id])? } else { None };
        let talks = talks.and_then(|mut talks| talks.remove(&life.id)).unwrap_or_default();
        Ok(Some(Known { contacts: lately(&talks, at), ..known }))
    }

    /// What was known of a deal at a moment; none where it was not open.
    pub fn known(&self, life: &Life, at: Micros) -> Option<Known> {
        let stood = life.at(at)?;
        let days = |since: Micros| (at - since) as f64 / DAY as f64;
        let half = Probability::new(0.5).unwrap_or(Probability::NEVER);
        // An owner of few deals is taken to do as all do.
        let usual = smoothed(self.all.before(at), half, Learned::WEIGHT).unwrap_or(half);
        let theirs = stood.owner.and_then(|owner| self.owners.get(&owner));
        let theirs = theirs.map(|closes| closes.before(at)).unwrap_or_default();
        let worth = stood.minor.filter(|minor| *minor > 0).zip(self.usual);
        Some(Known {
            stage: stood.stage,
            set: stood.set.or_else(|| self.stages.get(&stood.stage).copied()).unwrap_or(usual),
            slips: stood.slips,
            contacts: self.contacts_before(life.id, at),
            days_in_stage: days(stood.since),
            age: days(life.begun),
            owner: smoothed(theirs, usual, Learned::WEIGHT).unwrap_or(usual),
            size: worth.map_or(1.0, |(minor, usual)| minor as f64 / usual),
        })
    }

    /// For how long nobody had spoken with them at a moment; none where it may not be known.
    pub fn silent(&self, life: &Life, at: Micros) -> Option<Micros> {
        let talks = self.contacts.as_ref()?.get(&life.id);
        let last = talks.and_then(|talks| {
            let past = talks.partition_point(|talk| *talk <= at);
            past.checked_sub(1).and_then(|last| talks.get(last)).copied()
        });
        Some(at - last.unwrap_or(life.begun).max(life.begun))
    }

    fn contacts_before(&self, deal: Id, at: Micros) -> u32 {
        let talks = self.contacts.as_ref().and_then(|known| known.get(&deal));
        talks.map_or(0, |talks| lately(talks, at))
    }
}

/// How many of these, in the order of time, were shortly before a moment.
fn lately(talks: &[Micros], at: Micros) -> u32 {
    let from = at - Micros::from(LATELY) * DAY;
    let count = talks.partition_point(|talk| *talk <= at) - talks.partition_point(|talk| *talk <= from);
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// When one spoke with whom about these deals; none where activities may not be seen.
fn contacts(gate: &mut Gate<'_>, deals: &[Id]) -> Outcome<Option<HashMap<Id, Vec<Micros>>>> {
    let mut found: HashMap<Id, Vec<Micros>> = HashMap::new();
    let Ok(object) = gate.object(ACTIVITY.name) else { return Ok(None) };
    let talks = Filter::parse(CONTACT, gate.catalog(), object, gate.reading())?;
    let [deal, done] = [&activity::OPPORTUNITY.def, &activity::DONE_AT.def]
        .map(|field| Path::field(object, object.field(field.name).unwrap_or(field)));
    for some in deals.chunks(AT_ONCE) {
        let of = Filter::Where(Condition {
            path: deal.clone(),
            operator: Operator::Is,
            operand: Operand::Values(some.iter().map(|id| Value::Link(*id)).collect()),
        });
        let rows = gate.group(&Grouping {
            object,
            by: [&deal, &done].map(|path| By { path: path.clone(), period: None }).to_vec(),
            measures: vec![Measure::of(Reckon::Count)],
            filter: of.and(talks.clone()),
            as_of: None,
        })?;
        for (deal, at, times) in rows.iter().filter_map(talk) {
            found.entry(deal).or_default().extend(std::iter::repeat_n(at, times));
        }
    }
    found.values_mut().for_each(|talks| talks.sort_unstable());
    Ok(Some(found))
}

fn talk(row: &GroupRow) -> Option<(Id, Micros, usize)> {
    let deal = row.keys.first()?.value.as_link()?;
    let Value::Moment(at) = row.keys.get(1)?.value else { return None };
    let times = row.values.first().copied().flatten()?;
    Some((deal, at.micros(), usize::try_from(times).ok()?))
}

fn median(mut worth: Vec<i64>) -> Option<f64> {
    worth.sort_unstable();
    worth.get(worth.len() / 2).map(|minor| *minor as f64)
}
