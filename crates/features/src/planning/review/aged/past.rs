//! Which deals had stood still on an earlier day, as their versions tell.

use std::cmp::Reverse;
use std::collections::HashMap;

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_records::Gate;
use cordee_rules::pipeline::State;

use super::super::deals::{Review, Reviewed, Stood};
use super::{MOST, Patience, Still};
use crate::planning::odds::lives::{self, Life};
use crate::planning::periods;

/// The lives of so many deals are read at a time.
const TOGETHER: usize = 500;

/// The deals that were open at the end of the day and had stood in their stage for longer than they should, those that
/// were worth most first.
pub fn read(
    gate: &mut Gate<'_>,
    review: &Review,
    patience: &HashMap<Id, Patience>,
    day: Date,
) -> Outcome<Vec<Still>> {
    let (at, zone) = (periods::end_of(gate, day), gate.zone().clone());
    let mut open: Vec<(Id, &Stood, Moment)> = Vec::new();
    for deal in &review.deals {
        open.extend(was_open(review, deal).and_then(|(stage, stood)| {
            let latest = patience.get(&stage)?.latest(day, &zone);
            Some((deal.id, stood, latest))
        }));
    }
    open.sort_by_key(|(id, stood, _)| (Reverse(stood.standing.minor), *id));
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    for some in open.chunks(TOGETHER) {
        let lives = lives::read(gate, some.iter().map(|(id, ..)| *id).collect(), at)?;
        let lives: HashMap<Id, Life> = lives.into_iter().map(|life| (life.id, life)).collect();
        let still = |(id, stood, latest): &(Id, &Stood, Moment)| {
            let was = lives.get(id)?.at(at.micros())?;
            let since = Moment::from_micros(was.since);
            (since < *latest).then_some(Still {
                id: *id,
                stage: was.stage,
                since,
                minor: stood.standing.minor,
                owner: stood.owner,
                next: None,
            })
        };
        found.extend(some.iter().filter_map(still));
        if found.len() >= most {
            break;
        }
    }
    found.truncate(most);
    Ok(found)
}

/// The stage in which a deal stood and how, if it was open and asked about.
fn was_open<'a>(review: &Review, deal: &'a Reviewed) -> Option<(Id, &'a Stood)> {
    let stood = deal.is.as_ref()?;
    let standing = &stood.standing;
    let closes = match &review.period {
        Some(period) => standing.close.is_some_and(|day| period.contains(&day)),
        None => true,
    };
    let open = standing.state == State::Open && standing.within && closes;
    Some((stood.stage?, stood)).filter(|_| open)
}
