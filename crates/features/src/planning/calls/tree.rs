//! The tree of people whose forecasts are rolled up: who reports to whom, what their deals come to, what they said.

use std::collections::{BTreeMap, HashMap, HashSet};

use cordee_base::{Id, Outcome, Problem};
use cordee_rules::rollup::{Each, Figures, Level, Member, RollUp, TreeError, roll_up};

use super::read::Call;
use crate::planning::staff::Staff;
use crate::planning::sums::Sums;

/// A forecast rolled up over people.
pub struct Tree {
    /// The members, and their figures in the same order.
    members: Vec<Member>,
    rolled: RollUp,
    places: HashMap<Id, usize>,
    /// Who report to each other in a circle, so that each of them stands at the top.
    pub circle: Vec<Id>,
}

impl Tree {
    /// The tree of all whose deals or calls there are and of those above them, as far as they are among `seen`. Of
    /// several calls the last counts.
    pub fn of(
        staff: &Staff,
        seen: &HashSet<Id>,
        sums: &BTreeMap<Option<Id>, Sums>,
        calls: &[Call],
    ) -> Outcome<Tree> {
        let mut last: HashMap<(Id, bool), &Call> = HashMap::new();
        for call in calls {
            last.insert((call.owner, call.team), call);
        }
        let has = |id: &Id| {
            sums.contains_key(&Some(*id))
                || [true, false].into_iter().any(|team| last.contains_key(&(*id, team)))
        };
        let mut there: HashSet<Id> = seen.iter().copied().filter(has).collect();
        let above: Vec<Id> = there.iter().flat_map(|id| staff.above(*id)).collect();
        there.extend(above.into_iter().filter(|id| seen.contains(id)));
        let people = staff.people().iter().filter(|person| there.contains(&person.id));
        let member = |id: Id| {
            let figures = sums.get(&Some(id)).map(|sums| sums.figures).unwrap_or_default();
            Member {
                id,
                above: staff.above(id).into_iter().find(|above| there.contains(above)),
                deals: Each::of(|category| i64::try_from(figures.get(category)).unwrap_or(i64::MAX)),
                submitted: last.get(&(id, false)).map(|call| call.counts()),
                adjusted: last.get(&(id, true)).map(|call| call.counts()).unwrap_or_default(),
            }
        };
        let mut members: Vec<Member> = people.map(|person| member(person.id)).collect();
        let mut circle = Vec::new();
        let rolled = loop {
            match roll_up(&members) {
                Ok(rolled) => break rolled,
                // Each circle is opened once, so that this ends.
                Err(TreeError::Circle(ids)) => {
                    let within = members.iter_mut().filter(|member| ids.contains(&member.id));
                    within.for_each(|member| member.above = None);
                    circle.extend(ids);
                }
                Err(error) => return Err(Problem::Internal(format!("no tree of people: {error}"))),
            }
        };
        let places = members.iter().enumerate().map(|(place, member)| (member.id, place)).collect();
        Ok(Tree { members, rolled, places, circle })
    }

    /// The figures of all: what rises from those who report to nobody.
    pub fn top(&self) -> Figures {
        self.rolled.top
    }

    /// The figures of a person.
    pub fn level(&self, id: Id) -> Option<&Level> {
        self.rolled.levels.get(*self.places.get(&id)?)
    }

    /// Whether this person submitted something for their own deals, and whether they adjusted what rises to them.
    pub fn said(&self, id: Id) -> (bool, bool) {
        let member = self.places.get(&id).and_then(|place| self.members.get(*place));
        member
            .map_or((false, false), |member| (member.submitted.is_some(), member.adjusted != Each::default()))
    }

    /// Whether somebody reports to this person.
    pub fn leads(&self, id: Id) -> bool {
        self.members.iter().any(|member| member.above == Some(id))
    }

    /// The figures of all that is somebody's own, and all that managers made of it; together they are the top.
    pub fn own_and_deltas(&self) -> (Figures, Figures) {
        self.rolled.levels.iter().fold(Default::default(), |(own, deltas): (Figures, Figures), level| {
            (own.plus(&level.own), deltas.plus(&level.delta))
        })
    }

    /// All people, each before those who report to them, and how far each is below the top.
    pub fn walk(&self) -> Vec<(Id, u8)> {
        let mut below: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
        for member in self.members.iter().rev() {
            below.entry(member.above).or_default().push(member.id);
        }
        let first = below.get(&None).into_iter().flatten();
        let mut waiting: Vec<(Id, u8)> = first.map(|id| (*id, 0)).collect();
        let mut walked = Vec::new();
        while let Some((id, level)) = waiting.pop() {
            walked.push((id, level));
            let next = below.get(&Some(id)).into_iter().flatten();
            waiting.extend(next.map(|id| (*id, level.saturating_add(1))));
        }
        walked
    }
}
