//! The deals that were lost: what they come to by the open stage in which they stood last, and the latest of them.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_records::{Course, Gate};
use cordee_rules::pipeline::State;
use cordee_schema::Filter;

use super::{Asked, Place};
use crate::planning::courses::{self, Was, Words};
use crate::planning::odds::lives;
use cordee_catalog::deals;

/// What some deals come to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    /// How many they are.
    pub deals: u64,
    /// What those with an amount are worth together, in minor units.
    pub minor: i128,
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.deals += other.deals;
        self.minor += other.minor;
    }
}

/// A deal that was lost.
#[derive(Clone, Copy, Debug)]
pub struct Lost {
    /// Which.
    pub id: Id,
    /// When.
    pub on: Option<Date>,
    /// What it was worth, in minor units.
    pub minor: Option<i64>,
    /// The open stage in which it stood last; none if it never was in one that is known.
    pub stage: Option<Id>,
}

impl Lost {
    /// What this course tells, if it ends with a loss by then.
    fn of(course: Course<'_>, words: &Words, pipeline: Option<Id>, until: Option<Moment>) -> Option<Lost> {
        let mut spans = course.newest_first().skip_while(|span| until.is_some_and(|at| span.from > at));
        let last = spans.next()?;
        let is = words.was(&last);
        // In the trash by then.
        if until.is_some_and(|at| last.to <= at)
            || is.state != State::Lost
            || pipeline.is_some() && is.pipeline != pipeline
        {
            return None;
        }
        let open = |was: &Was| was.state == State::Open && was.stage.is_some();
        Some(Lost {
            id: course.id,
            on: is.close,
            minor: is.minor,
            stage: spans.map(|span| words.was(&span)).find(open).and_then(|was| was.stage),
        })
    }
}

/// All that were lost.
#[derive(Default)]
pub struct Losses {
    /// What they come to, by the stage in which they stood last.
    pub by_stage: HashMap<Option<Id>, Sum>,
    /// The latest of those that were lost in the stage that is asked about.
    pub latest: Vec<Lost>,
}

impl Losses {
    fn tell(&mut self, lost: Lost, place: Place, most: usize) {
        let sum = Sum { deals: 1, minor: lost.minor.unwrap_or(0).into() };
        self.by_stage.entry(lost.stage).or_default().add(sum);
        if place.holds(lost.stage) {
            self.latest.push(lost);
            if self.latest.len() >= 2 * most {
                self.keep(most);
            }
        }
    }

    fn merge(&mut self, other: Losses, most: usize) {
        for (stage, sum) in other.by_stage {
            self.by_stage.entry(stage).or_default().add(sum);
        }
        self.latest.extend(other.latest);
        self.keep(most);
    }

    fn keep(&mut self, most: usize) {
        self.latest.sort_unstable_by_key(|deal| (Reverse(deal.on), deal.id));
        self.latest.truncate(most);
    }
}

/// Deals that are lost.
pub fn lost() -> Filter {
    deals::in_states(State::keys(|state| state == State::Lost))
}

/// The lost ones of the deals that are asked about, and so many of the latest lost in a stage.
pub fn read(gate: &mut Gate<'_>, asked: &Asked, place: Place, most: usize) -> Outcome<Losses> {
    // Where all of a pipeline are asked about, which ones these are is seen from their courses.
    let like = || lost().and(asked.filter.clone());
    let (filter, only) = match (asked.narrows, asked.as_of()) {
        (false, _) => (Filter::everything(), None),
        (true, None) => (like(), None),
        // Courses are found by what deals are now.
        (true, Some(at)) => {
            let then = lives::like(gate, &like(), at)?;
            (Filter::everything(), Some(then.into_iter().map(|(id, _)| id).collect::<HashSet<Id>>()))
        }
    };
    let courses = courses::of_deals(gate, filter, asked.past.is_some())?;
    let words = Words::of(&courses);
    let tell = |losses: &mut Losses, course: Course<'_>| {
        if only.as_ref().is_some_and(|only| !only.contains(&course.id)) {
            return;
        }
        if let Some(lost) = Lost::of(course, &words, asked.pipeline, asked.as_of()) {
            losses.tell(lost, place, most);
        }
    };
    let mut losses = courses.fold(Losses::default, tell, |all, more| all.merge(more, most));
    losses.keep(most);
    Ok(losses)
}
