//! The open deals that are asked about, with what the past says of each.

use cordee_base::{Id, Moment, Outcome};
use cordee_records::Gate;
use cordee_rules::pipeline::State;
use cordee_schema::Filter;

use cordee_catalog::deals;

use super::learned::{Learned, Told};
use super::lives::{self, Life, Standing};

/// An open deal.
pub struct Open {
    /// Its life so far.
    pub life: Life,
    /// How it stands.
    pub stood: Standing,
    /// What the past says of it.
    pub told: Told,
}

impl Open {
    /// Which.
    pub fn id(&self) -> Id {
        self.life.id
    }
}

/// The deals that were open and like this at a moment.
pub fn read(gate: &mut Gate<'_>, learned: &mut Learned, asked: &Filter, at: Moment) -> Outcome<Vec<Open>> {
    let open = deals::in_states(State::keys(|state| state == State::Open));
    let ids: Vec<Id> =
        lives::like(gate, &open.and(asked.clone()), at)?.into_iter().map(|(id, _)| id).collect();
    learned.hear(gate, &ids)?;
    let lives = lives::read(gate, ids, at)?;
    let open = lives.into_iter().filter_map(|life| {
        let (stood, told) = (life.at(at.micros())?, learned.tell(&life, at.micros())?);
        Some(Open { life, stood, told })
    });
    Ok(open.collect())
}
