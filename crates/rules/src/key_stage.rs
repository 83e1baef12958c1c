//! The key stage of a pipeline: where it is decided whether a deal is won, as far as the past can tell.
//!
//! Stages and events (a demonstration, a talk about the price) are weighed alike: by how much more likely a deal is won
//! once it has it behind it, and by how much value is lost where it does not.

mod events;
mod lift;

pub use events::{Event, happened_before};
pub use lift::{Lift, of_passing};

use crate::proportion::{Confidence, Share};
use crate::stages::Stages;

/// What may decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Passing the stage at this place of the pipeline.
    Stage(usize),
    /// The event at this place of those told.
    Event(usize),
}

/// What one stage or event does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighed {
    /// Which.
    pub key: Key,
    /// Of the closed deals that reached the stage, or that had no such event: won and lost.
    pub before: Share,
    /// Of the closed deals that went past it, or had the event: won and lost.
    pub after: Share,
    /// By how much likelier a deal is won after it; none where there is nothing to compare.
    pub lift: Option<Lift>,
    /// Value lost in this stage, or by deals without the event, in minor units.
    pub lost_minor: i128,
    /// The same as a share of all that was lost, 0 to 1: by value, by count where no lost deal has an amount; none
    /// where nothing was lost.
    pub lost_share: Option<f64>,
}

impl Weighed {
    /// Whether either side has too few deals to say much.
    pub fn is_small(&self) -> bool {
        self.before.is_small() || self.after.is_small()
    }

    /// What it decides at least: the lower end of the difference × the share of the value lost there.
    ///
    /// The lower end, so that a great lift of a few deals does not win over a good one of many; the share, so that
    /// what everybody passes does not win.
    pub fn weight(&self) -> Option<f64> {
        Some(self.lift?.difference.interval.low * self.lost_share?)
    }
}

/// Which one is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marked {
    /// This one, because somebody said so.
    Pinned(Key),
    /// This one, because it decides most.
    Found(Key),
    /// None: no stage or event has [`Share::ENOUGH`] deals on either side.
    TooFew,
    /// None: of those with deals enough none makes a difference that can be told from chance, or nothing was lost.
    NoneStandsOut,
}

/// All stages and events weighed, stages first.
pub fn weigh(stages: &Stages, events: &[Event], confidence: Confidence) -> Vec<Weighed> {
    let all = stages.lost();
    let by_value = all.minor > 0;
    let share = |deals: u64, minor: i128| {
        if by_value {
            Some((minor as f64 / all.minor as f64).clamp(0.0, 1.0))
        } else {
            (all.deals > 0).then(|| (deals as f64 / all.deals as f64).min(1.0))
        }
    };
    let of_stages = stages.flows().iter().enumerate().map(|(at, flow)| {
        let (before, after, lost) = (flow.won(), flow.won_after(), flow.lost_here());
        Weighed {
            key: Key::Stage(at),
            before,
            after,
            lift: of_passing(before, after, confidence),
            lost_minor: lost.minor,
            lost_share: share(lost.deals, lost.minor),
        }
    });
    let of_events = events.iter().enumerate().map(|(at, event)| Weighed {
        key: Key::Event(at),
        before: event.without,
        after: event.with,
        lift: Lift::of_others(event.without, event.with, confidence),
        lost_minor: event.lost_without.minor,
        lost_share: share(event.lost_without.deals, event.lost_without.minor),
    });
    of_stages.chain(of_events).collect()
}

/// The one that decides most; the one `pinned` by hand wins. Of two alike the earlier.
pub fn mark(weighed: &[Weighed], pinned: Option<Key>) -> Marked {
    if let Some(key) = pinned {
        return Marked::Pinned(key);
    }
    let told: Vec<&Weighed> = weighed.iter().filter(|one| !one.is_small()).collect();
    if told.is_empty() {
        return Marked::TooFew;
    }
    let mut best: Option<(Key, f64)> = None;
    for one in told {
        if let Some(weight) = one.weight().filter(|weight| *weight > best.map_or(0.0, |(_, most)| most)) {
            best = Some((one.key, weight));
        }
    }
    best.map_or(Marked::NoneStandsOut, |(key, _)| Marked::Found(key))
}

#[cfg(test)]
mod tests;
