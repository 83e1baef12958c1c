//! The way of one deal through its pipeline, as its history tells it, and whether that history can be true.

use std::fmt;

/// A moment, in microseconds since any fixed one.
pub type Micros = i64;

const DAY: i64 = 86_400 * 1_000_000;

/// A stay in one stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Visit {
    /// Which stage, counted from 0 in the order of the pipeline.
    pub stage: u16,
    /// When it came in.
    pub entered: Micros,
    /// When it went; none if it is still there, or stayed until the next visit or the close.
    pub left: Option<Micros>,
}

/// How it stands with a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Not decided.
    Open,
    /// Won at this moment.
    Won(Micros),
    /// Lost at this moment.
    Lost(Micros),
}

impl Outcome {
    fn closed(self) -> Option<Micros> {
        match self {
            Outcome::Open => None,
            Outcome::Won(at) | Outcome::Lost(at) => Some(at),
        }
    }
}

/// One deal.
#[derive(Clone, Copy, Debug)]
pub struct Journey<'a> {
    /// Its stays, in the order of time.
    pub visits: &'a [Visit],
    /// What it is worth, in minor units of the one currency that all are told in; none if nobody has said.
    pub minor: Option<i64>,
    /// How it stands.
    pub outcome: Outcome,
}

/// Why a journey can't be true; visits are named by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strange {
    /// It was never anywhere.
    NoVisit,
    /// The pipeline has no such stage.
    UnknownStage(usize),
    /// It went before it came, came before it had gone from the place before, or after the deal was closed, or later
    /// than now.
    OutOfOrder(usize),
}

impl fmt::Display for Strange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Strange::NoVisit => f.write_str("the deal was in no stage"),
            Strange::UnknownStage(at) => {
                write!(f, "visit {at} is to a stage that the pipeline does not have")
            }
            Strange::OutOfOrder(at) => write!(f, "visit {at} is out of the order of time"),
        }
    }
}

impl std::error::Error for Strange {}

impl Journey<'_> {
    /// Says why it can't be true, in a pipeline of so many stages, as seen at `now`.
    pub(crate) fn look(&self, stages: usize, now: Micros) -> Result<(), Strange> {
        if self.visits.is_empty() {
            return Err(Strange::NoVisit);
        }
        let mut free_from = Micros::MIN;
        for (at, visit) in self.visits.iter().enumerate() {
            if usize::from(visit.stage) >= stages {
                return Err(Strange::UnknownStage(at));
            }
            let left = visit.left.unwrap_or(visit.entered);
            if visit.entered < free_from || left < visit.entered || left > now {
                return Err(Strange::OutOfOrder(at));
            }
            free_from = left;
        }
        match self.outcome.closed() {
            Some(closed) if closed < free_from || closed > now => {
                Err(Strange::OutOfOrder(self.visits.len() - 1))
            }
            _ => Ok(()),
        }
    }

    /// When this visit ended, before those `after` it; none if the deal is still there.
    pub(crate) fn left(&self, visit: &Visit, after: &[Visit]) -> Option<Micros> {
        visit.left.or(after.first().map(|next| next.entered)).or(self.outcome.closed())
    }

    /// When the deal went past the stage of this visit: into a later stage `after` it, or won; none if it has not.
    pub(crate) fn passed(&self, visit: &Visit, after: &[Visit]) -> Option<Micros> {
        let later = after.iter().find(|next| next.stage > visit.stage).map(|next| next.entered);
        later.or(match self.outcome {
            Outcome::Won(won) => Some(won),
            Outcome::Open | Outcome::Lost(_) => None,
        })
    }
}

/// The whole days from one moment to a later one; 0 if it is not later.
pub fn whole_days(from: Micros, to: Micros) -> u32 {
    let between = to.saturating_sub(from).max(0).unsigned_abs();
    u32::try_from(between / DAY.unsigned_abs()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(stage: u16, entered: Micros, left: Option<Micros>) -> Visit {
        Visit { stage, entered, left }
    }

    #[test]
    fn what_can_be_true() {
        use Outcome::{Lost, Open, Won};
        #[rustfmt::skip]
        let table = [
            (vec![],                                                Open,    Err(Strange::NoVisit)),
            (vec![visit(0, 5, None)],                               Open,    Ok(())),
            (vec![visit(3, 5, None)],                               Open,    Err(Strange::UnknownStage(0))),
            (vec![visit(0, 5, Some(5)), visit(2, 5, Some(9))],      Won(9),  Ok(())),
            (vec![visit(0, 5, Some(4))],                            Open,    Err(Strange::OutOfOrder(0))),
            (vec![visit(0, 5, Some(8)), visit(1, 7, None)],         Open,    Err(Strange::OutOfOrder(1))),
            (vec![visit(0, 5, None), visit(1, 7, None)],            Open,    Ok(())),
            (vec![visit(0, 5, None), visit(1, 7, None)],            Lost(6), Err(Strange::OutOfOrder(1))),
            (vec![visit(0, 101, None)],                             Open,    Err(Strange::OutOfOrder(0))),
            (vec![visit(0, 5, None)],                               Won(101), Err(Strange::OutOfOrder(0))),
            (vec![visit(0, 5, Some(7)), visit(1, 30, None)],        Lost(40), Ok(())),
        ];
        for (visits, outcome, wanted) in table {
            let journey = Journey { visits: &visits, minor: None, outcome };
            assert_eq!(journey.look(3, 100), wanted, "{visits:?}, {outcome:?}");
        }
    }

    #[test]
    fn a_stay_ends_with_what_comes_next() {
        let visits = [visit(0, 5, Some(6)), visit(1, 7, None), visit(2, 9, None)];
        let table =
            [(Outcome::Open, [Some(6), Some(9), None]), (Outcome::Lost(20), [Some(6), Some(9), Some(20)])];
        for (outcome, wanted) in table {
            let journey = Journey { visits: &visits, minor: None, outcome };
            assert_eq!(
                [0, 1, 2].map(|at| journey.left(&visits[at], &visits[at + 1..])),
                wanted,
                "{outcome:?}"
            );
        }
    }

    #[test]
    fn a_stage_is_passed_by_a_later_one_or_by_winning() {
        let visits = [visit(1, 5, None), visit(0, 7, None), visit(2, 9, None), visit(1, 12, None)];
        #[rustfmt::skip]
        let table = [
            (Outcome::Open,     [Some(9), Some(9), None,     None]),
            (Outcome::Lost(20), [Some(9), Some(9), None,     None]),
            (Outcome::Won(20),  [Some(9), Some(9), Some(20), Some(20)]),
        ];
        for (outcome, wanted) in table {
            let journey = Journey { visits: &visits, minor: None, outcome };
            assert_eq!(
                [0, 1, 2, 3].map(|at| journey.passed(&visits[at], &visits[at + 1..])),
                wanted,
                "{outcome:?}"
            );
        }
    }

    #[test]
    fn days_are_whole() {
        let table = [(0, 0, 0), (0, DAY - 1, 0), (0, DAY, 1), (5, 5 + 3 * DAY, 3), (DAY, 0, 0)];
        for (from, to, days) in table {
            assert_eq!(whole_days(from, to), days, "{from} to {to}");
        }
        assert_eq!(whole_days(i64::MIN, i64::MAX), 106_751_991, "no overflow");
    }
}
