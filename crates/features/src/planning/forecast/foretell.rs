//! What chance would have said of a period at an earlier moment: the bounds within which it should end.

use cordee_base::{Date, Moment, Outcome};
use cordee_records::Gate;
use cordee_rules::fiscal::Period;
use cordee_schema::Filter;

use super::chance::{self, Standing};
use super::{Asked, likely};
use crate::planning::odds::learned::Learned;

/// So often a period of the past is played.
const RUNS: usize = 2_000;

/// Which probabilities a period is played with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odds {
    /// Those that are set for the deals.
    Set,
    /// Those that are learned from the deals closed by then.
    Learned,
}

/// With the probabilities that are set.
pub fn as_set(standing: &Standing, seed: u64) -> Outcome<[i64; 3]> {
    Ok(chance::percentiles(&chance::play(standing.won, &standing.open, RUNS, seed)?))
}

/// With those that were learned by then; none where there was too little to learn from.
pub fn as_learned(
    gate: &mut Gate<'_>,
    learned: &mut Learned,
    then: &Asked,
    standing: &Standing,
    seed: u64,
) -> Outcome<Option<[i64; 3]>> {
    if learned.odds.is_err() {
        return Ok(None);
    }
    let at = then.moment(gate);
    let open = likely::candidates(gate, learned, then, at)?;
    Ok(Some(chance::percentiles(&chance::play(standing.won, &open, RUNS, seed)?)))
}

/// The middle of what chance said of deals like these at a moment of a day: as often more came as less.
pub fn middle(
    gate: &mut Gate<'_>,
    deals: Filter,
    period: Period,
    (at, day): (Moment, Date),
    odds: Odds,
) -> Outcome<Option<i64>> {
    let then = Asked::of(deals, period, Some(at), Some(day));
    let standing = chance::standing(gate, &then)?;
    let bounds = match odds {
        Odds::Set => Some(as_set(&standing, 1)?),
        Odds::Learned => {
            let mut learned = Learned::read(gate, at)?;
            as_learned(gate, &mut learned, &then, &standing, 1)?
        }
    };
    Ok(bounds.map(|[_, middle, _]| middle))
}
