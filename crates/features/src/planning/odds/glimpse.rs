//! How likely one open deal is won, for its page: told by what was learned a few minutes ago at the most.

use cordee_base::Outcome;
use cordee_catalog::stage::STAGE;
use cordee_kit::{Glimpse, Seen};
use cordee_records::Gate;
use cordee_schema::Record;

use super::learned::Learned;
use super::{WIN_PROBABILITY, lives, say};
use crate::planning::titles::Titles;

/// For so many seconds what was learned of closed deals is remembered.
const LASTS: i64 = 10 * 60;

/// How likely a deal is won, and why.
pub static GLIMPSE: Glimpse = Glimpse { report: WIN_PROBABILITY.name, tell };

fn tell(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Option<Seen>> {
    let learned = gate.remembered("how deals end", LASTS, |gate| {
        let now = gate.now();
        Ok(Learned::read(gate, now)?.without_past())
    })?;
    let now = gate.now();
    let lives = lives::read(gate, vec![deal.head.id], now)?;
    let Some(life) = lives.first() else { return Ok(None) };
    let Some(told) = learned.tell_alone(gate, life, now.micros())? else { return Ok(None) };
    let Some(explained) = &told.explained else { return Ok(None) };
    let stages = Titles::of(gate, STAGE.name, std::iter::once(told.known.stage))?;
    let figure = say::probability(explained.probability);
    Ok(Some(Seen { figure, because: say::reasons(&told, &stages) }))
}
