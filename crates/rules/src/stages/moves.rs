//! How often deals went from where to where.

/// Where a deal can come from or go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It begins.
    Start,
    /// The stage at this place of the pipeline.
    Stage(u16),
    /// It is won.
    Won,
    /// It is lost.
    Lost,
    /// It is open, and has not gone on.
    Still,
}

/// A matrix of counts: a row for the start and each stage, a column for each stage and each end.
#[derive(Clone, Debug)]
pub struct Moves {
    stages: usize,
    counts: Vec<u64>,
}

impl Moves {
    pub(super) fn new(stages: usize) -> Moves {
        Moves { stages, counts: vec![0; (stages + 1) * (stages + 3)] }
    }

    pub(super) fn count(&mut self, from: Place, to: Place) {
        if let Some(count) = self.at(from, to).and_then(|at| self.counts.get_mut(at)) {
            *count += 1;
        }
    }

    /// Counts what another matrix of the same stages has counted, too.
    pub(super) fn merge(&mut self, other: &Moves) {
        self.counts.iter_mut().zip(&other.counts).for_each(|(count, more)| *count += more);
    }

    /// How often a deal went this way; none where there is no such way, as out of what is won.
    pub fn between(&self, from: Place, to: Place) -> Option<u64> {
        self.at(from, to).and_then(|at| self.counts.get(at)).copied()
    }

    /// The share of the moves out of `from` that led to `to`, 0 to 1, those that have not gone on left out; none where
    /// nothing went on.
    pub fn share(&self, from: Place, to: Place) -> Option<f64> {
        let row = self.at(from, Place::Stage(0))?;
        let went_on: u64 = self.counts.get(row..row + self.stages + 2)?.iter().sum();
        let here = self.between(from, to).filter(|_| to != Place::Still)?;
        (went_on > 0).then(|| here as f64 / went_on as f64)
    }

    fn at(&self, from: Place, to: Place) -> Option<usize> {
        let known = |stage: u16| Some(usize::from(stage)).filter(|stage| *stage < self.stages);
        let row = match from {
            Place::Start => self.stages,
            Place::Stage(stage) => known(stage)?,
            Place::Won | Place::Lost | Place::Still => return None,
        };
        let column = match to {
            Place::Start => return None,
            Place::Stage(stage) => known(stage)?,
            Place::Won => self.stages,
            Place::Lost => self.stages + 1,
            Place::Still => self.stages + 2,
        };
        Some(row * (self.stages + 3) + column)
    }
}
