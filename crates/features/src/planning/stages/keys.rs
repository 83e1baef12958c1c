//! Where it is decided whether a deal is won: stages and events weighed, and those that are marked.
//!
//! The stage and the event that decide most are found apart. What is lost in a stage is a part of all that is lost, but
//! what is lost without an event is all that was lost before it could be; so among them all an event would always win,
//! and there would never be a stage to mark on the board.

use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_rules::key_stage::{Key, Marked, Weighed, mark};

use super::events::Named;
use super::journeys::Pipeline;
use super::say;

/// The table.
pub static KEY_STAGES: Sheet = Sheet {
    name: "key_stages",
    columns: &["key", "won_before", "won_after", "lift", "lost_share", "lost_value"],
    drawn: Drawn::Plain,
    may_be_empty: false,
};

/// All that is weighed, and what came of it.
pub struct Keys<'a> {
    /// Whose stages.
    pub pipeline: &'a Pipeline,
    /// The events by their words.
    pub events: &'a [Named],
    /// Stages and events, stages first.
    pub weighed: &'a [Weighed],
    /// The stage that decides most.
    stage: Marked,
    /// The event that does; what is nothing but a stage is none.
    event: Marked,
}

impl<'a> Keys<'a> {
    /// Marks the stage and the event that decide most.
    pub fn new(pipeline: &'a Pipeline, events: &'a [Named], weighed: &'a [Weighed]) -> Keys<'a> {
        let (stages, others): (Vec<Weighed>, Vec<Weighed>) =
            weighed.iter().partition(|one| matches!(one.key, Key::Stage(_)));
        let apart = |one: &Weighed| match one.key {
            Key::Event(at) => events.get(at).is_some_and(|event| !event.is_stage),
            Key::Stage(_) => false,
        };
        let others: Vec<Weighed> = others.into_iter().filter(apart).collect();
        Keys { pipeline, events, weighed, stage: mark(&stages, pipeline.pinned), event: mark(&others, None) }
    }

    /// The stage that is marked.
    pub fn stage(&self) -> Said {
        Said::or_none(key(self.stage).map(|key| self.name(key)), |said| said)
    }

    /// The place of the stage that is marked, and the word for why it is.
    pub fn marked(&self) -> Option<(usize, &'static str)> {
        match self.stage {
            Marked::Pinned(Key::Stage(at)) => Some((at, "pipeline-key-stage")),
            Marked::Found(Key::Stage(at)) => Some((at, "pipeline-found-key-stage")),
            _ => None,
        }
    }

    /// The event that is marked.
    pub fn event(&self) -> Said {
        Said::or_none(key(self.event).map(|key| self.name(key)), |said| said)
    }

    /// Why the stage is marked, or why none is.
    pub fn why(&self) -> Said {
        Said::Word(match self.stage {
            Marked::Pinned(_) => "report-key-pinned",
            Marked::Found(_) => "report-key-found",
            Marked::TooFew => "report-key-too-few",
            Marked::NoneStandsOut => "report-key-none",
        })
    }

    /// The table of all that is weighed.
    pub fn told(&self) -> ReportPart {
        KEY_STAGES
            .with(self.weighed.iter().filter(|one| self.is_shown(one)).map(|one| self.row(one)).collect())
    }

    /// A stage that is out of use counts only if there are deals that say something of it.
    fn is_shown(&self, one: &Weighed) -> bool {
        match one.key {
            Key::Event(_) => true,
            Key::Stage(at) => {
                one.before.cases() > 0 || self.pipeline.stages.get(at).is_some_and(|s| s.active)
            }
        }
    }

    fn row(&self, one: &Weighed) -> Row {
        let cases = one.before.cases().max(one.after.cases());
        let lift = one.lift.map(|lift| lift.difference);
        let row = Row::of(vec![
            self.name(one.key),
            say::share(one.before),
            say::share(one.after),
            say::estimate(lift, cases),
            Said::measured(one.lost_share, Said::Ratio),
            Said::minor(one.lost_minor),
        ]);
        let marked = [self.stage, self.event].into_iter().filter_map(key).any(|key| key == one.key);
        if marked { row.whole() } else { row }
    }

    fn name(&self, key: Key) -> Said {
        match key {
            Key::Stage(at) => {
                Said::or_none(self.pipeline.stages.get(at), |step| Said::Text(step.name.clone()))
            }
            Key::Event(at) => Said::or_none(self.events.get(at), |event| Said::Word(event.word)),
        }
    }
}

fn key(marked: Marked) -> Option<Key> {
    match marked {
        Marked::Pinned(key) | Marked::Found(key) => Some(key),
        Marked::TooFew | Marked::NoneStandsOut => None,
    }
}
